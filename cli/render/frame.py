"""One finding as rows of text: its sentence, the author's own line with carets, and what to do.

Rows carry the role of each piece of text, never a colour, so that the words are the same whether
or not a terminal paints them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen
from rich.cells import cell_len

from ...grammar.diagnostics import Cell, Diagnostic, Fix, Language, Place
from ...grammar.source import Source, Span
from .. import words
from .carets import View, view
from .cells import fold, visible
from .drawn import Mark, drawn_rows
from .places import cell_text, span_text

if TYPE_CHECKING:  # a check, run at every save, loads no examples
    from ...engine.trial.drawing import Drawn
    from .highlight import Class, Highlight

Role: TypeAlias = "Literal['head', 'main', 'other', 'frame'] | Class"
Row: TypeAlias = tuple[tuple[str, Role], ...]


@frozen
class _Pointer:
    """A range of columns, from 0, in one line, and what is said of it."""

    line: int
    start: int
    end: int
    text: str
    main: bool


@frozen
class Frame:
    """How findings of one source are laid out in a width."""

    source: Source | None
    language: Language
    width: int
    #: The classes of a line's characters; None where nothing is coloured.
    highlight: Highlight | None = None

    def rows(self, finding: Diagnostic, drawn: Sequence[Drawn] = ()) -> Iterator[Row]:
        """All rows of one finding, with lines of the policy that have values drawn under them."""
        head = f"{words.SEVERITY[finding.severity].of(self.language)} {finding.code.id}"
        colon = "：" if self.language == "zh" else ": "
        first, *more = fold(
            head + colon + visible(finding.message(self.language)), self.width, "  "
        )
        yield (head, "head"), (first.removeprefix(head), "plain")
        yield from (((line, "plain"),) for line in more)
        yield from self._body(finding, drawn)

    def _body(self, finding: Diagnostic, drawn: Sequence[Drawn]) -> Iterator[Row]:
        pointers = self._pointers(finding)
        lines = [pointer.line for pointer in pointers]
        lines += [self.source.position(one.span.end)[0] for one in drawn if self.source]
        gutter = len(str(max(lines, default=0))) + 1
        blank = " " * gutter
        if finding.place is not None and (named := self._named(finding.place)):
            yield ((f"{blank} ╭─ {named}", "frame"),)
        yield from self._excerpt(pointers, gutter)
        if isinstance(finding.place, Cell) and finding.place.raw:
            raw = fold(f"“{visible(finding.place.raw)}”", self.width - gutter - 3)
            yield from (((f"{blank} │ ", "frame"), (line, "main")) for line in raw)
        for label in finding.labels:
            if isinstance(label.place, Cell):
                named, text = cell_text(label.place, self.language), label.text.of(self.language)
                said = words.SEE.of(self.language).format(named, visible(text))
                yield from self._wrapped(f"{blank} │ ", said)
        yield from self._drawn(drawn, gutter, max((p.line for p in pointers), default=0))
        yield from self._advice(finding, blank)

    def _drawn(self, drawn: Sequence[Drawn], gutter: int, above: int) -> Iterator[Row]:
        """Lines of the policy with their values under the names. A line that already stands above
        is not repeated."""
        edge = f"{'':{gutter}} │ "
        for line, marks in self._marks(drawn).items():
            text = self.source.line(line) if self.source is not None else ""
            shown = view(text, marks[0].column, marks[-1].column + 1, self.width - gutter - 3)
            whole = shown.end - shown.start == len(shown.units)
            if line != above or not whole:
                before, _, after = shown.split(shown.end, shown.end)
                yield ((f"{'':{gutter}} ┆", "frame"),)
                yield (f"{line:>{gutter}} │ ", "frame"), ((before + after).rstrip(), "plain")
            yield from (((edge, "frame"), (row, "other")) for row in drawn_rows(shown, marks))

    def _marks(self, drawn: Sequence[Drawn]) -> dict[int, list[Mark]]:
        """The values to draw under each line, in the order of the formulas, then from the left."""
        by_line: dict[int, list[Mark]] = {}
        for one in drawn if self.source is not None else ():
            for span, text in one.marks or ((one.span, one.text),):
                assert self.source is not None
                line, column = self.source.position(span.start)
                by_line.setdefault(line, []).append(Mark(column - 1, visible(text)))
        return {line: sorted(set(m), key=lambda mark: mark.column) for line, m in by_line.items()}

    def _named(self, place: Place) -> str:
        if isinstance(place, Cell):
            return cell_text(place, self.language)
        return span_text(place, self.source) if self.source is not None else ""

    def _wrapped(self, edge: str, text: str) -> Iterator[Row]:
        first, *more = fold(text, self.width - len(edge))
        yield (edge, "frame"), (first, "plain")
        # A frame closes only once: below its corner there is no edge.
        edge = edge.replace("╰", " ")
        yield from (((edge, "frame"), (line, "plain")) for line in more)

    def _advice(self, finding: Diagnostic, blank: str) -> Iterator[Row]:
        """The hint and the fixes; the last of them closes the frame."""
        hint = finding.hint(self.language)
        fixed = [self._fixed(fix, self.width - len(blank) - 3) for fix in finding.fixes]
        titles = [fix.title.of(self.language) for fix in finding.fixes]
        # What is said once is not said again: as a hint, or as the title of an edit.
        shown = [
            line
            for line, title in zip(fixed, titles, strict=True)
            if not (hint and title in hint and line.startswith(words.COULD_DO.of(self.language)))
        ]
        advice = [words.HINT.of(self.language) + visible(hint)] if hint else []
        advice = shown if hint in titles and shown else advice + shown
        for index, line in enumerate(advice):
            edge = "╰" if index == len(advice) - 1 else "│"
            yield from self._wrapped(f"{blank} {edge} ", line)
        if not advice and finding.place is not None:
            yield ((f"{blank} ╰─", "frame"),)

    def _fixed(self, fix: Fix, room: int) -> str:
        """A fix as the corrected line where it stays in one line, else as its title."""
        line = corrected_line(fix, self.source) if self.source is not None else None
        if line is None or not line[0].strip():
            return words.COULD_DO.of(self.language) + visible(fix.title.of(self.language))
        lead = (words.CHANGE_TO if fix.safe else words.COULD_BE).of(self.language)
        text, start, end = line
        indent = len(text) - len(text.lstrip())
        shown = view(text.strip(), start - indent, end - indent, room - cell_len(lead))
        return lead + "".join(shown.split(start - indent, end - indent))

    def _pointers(self, finding: Diagnostic) -> list[_Pointer]:
        """The ranges to point at, by line; in one line the finding's own first."""
        pointers = []
        if isinstance(finding.place, Span) and self.source is not None:
            pointers.append(self._pointer(self.source, finding.place, "", main=True))
        for label in finding.labels:
            if isinstance(label.place, Span) and self.source is not None:
                text = visible(label.text.of(self.language))
                pointers.append(self._pointer(self.source, label.place, text, main=False))
        return sorted(pointers, key=lambda pointer: (pointer.line, not pointer.main))

    def _pointer(self, source: Source, span: Span, text: str, *, main: bool) -> _Pointer:
        line, column = source.position(span.start)
        last, end = source.position(max(span.end - 1, span.start))
        if last > line:
            text = f"{text} {words.TO_LINE.of(self.language).format(last)}".strip()
            end = len(source.line(line))
        elif span.end == span.start:
            end -= 1
        return _Pointer(line, column - 1, end, text, main)

    def _excerpt(self, pointers: list[_Pointer], gutter: int) -> Iterator[Row]:
        shown: View | None = None
        above = 0
        for pointer in pointers:
            if shown is None or pointer.line != above:
                if above and pointer.line > above + 1:
                    yield ((f"{'':{gutter}} ┆", "frame"),)
                shown = self._view(pointer, gutter)
                yield self._line_row(shown, pointer, gutter)
            above = pointer.line
            yield from self._caret_rows(shown, pointer, gutter)

    def _line_row(self, shown: View, pointer: _Pointer, gutter: int) -> Row:
        role: Role = "main" if pointer.main else "other"
        edge: tuple[str, Role] = (f"{pointer.line:>{gutter}} │ ", "frame")
        before, under, after = shown.split(pointer.start, pointer.end)
        if self.highlight is None:
            return edge, (before, "plain"), (under, role), (after.rstrip(), "plain")
        classes = self.highlight(pointer.line)
        left, right = shown.around(pointer.start, pointer.end)
        return (
            edge,
            (shown.lead, "plain"),
            *_runs(shown, classes, left),
            (under, role),
            *_runs(shown, classes, right),
            (shown.tail, "plain"),
        )

    def _view(self, pointer: _Pointer, gutter: int) -> View:
        assert self.source is not None
        line = self.source.line(pointer.line)
        return view(line, pointer.start, pointer.end, self.width - gutter - 3)

    def _caret_rows(self, shown: View, pointer: _Pointer, gutter: int) -> Iterator[Row]:
        edge = f"{'':{gutter}} │ "
        before, under = shown.carets(pointer.start, pointer.end, "^" if pointer.main else "-")
        role: Role = "main" if pointer.main else "other"
        row = edge + before + under + " " + pointer.text
        if not pointer.text or len(fold(row, self.width)) == 1:
            said = f"{under} {pointer.text}".rstrip()
            yield (edge, "frame"), (before, "plain"), (said, role)
            return
        yield (edge, "frame"), (before, "plain"), (under, role)
        for line in fold(pointer.text, self.width - len(edge) - 2):
            yield (edge + "  ", "frame"), (line, role)


def _runs(shown: View, classes: Sequence[Class], columns: range) -> Iterator[tuple[str, Class]]:
    """Some columns of a line as the runs of one class."""
    for name, run in groupby(columns, classes.__getitem__):
        yield "".join(shown.units[column] for column in run), name


def corrected_line(fix: Fix, source: Source) -> tuple[str, int, int] | None:
    """The line as it reads after the fix, if the fix stays within one line, and the range of
    columns that its first edit filled."""
    spans = [edit.span for edit in fix.edits]
    numbers = {source.position(offset)[0] for span in spans for offset in (span.start, span.end)}
    if len(numbers) != 1 or any("\n" in edit.text for edit in fix.edits):
        return None
    number = numbers.pop()
    line, base = source.line(number), source.line_starts[number - 1]
    start = end = 0
    for edit in sorted(fix.edits, key=lambda edit: edit.span.start, reverse=True):
        start = edit.span.start - base
        line, end = line[:start] + edit.text + line[edit.span.end - base :], start + len(edit.text)
    return line, start, end

"""Lines to an outline: which numbers open a clause, and which clauses are open at each line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from attrs import define, field

from ...grammar.source import Source, Span
from .markers import Marker, inside, opening
from .text import narrow

#: A list may skip so many numbers and still be the same list.
_LEAP = 3
_ENDED = re.compile(r"[。：:；;！!？?”\"）)|]\s*$")
_INDENT = re.compile(r"(?:\u3000|\t|  )\s*\S")
_DATED = re.compile(
    r"\s*(?:\d{4}|\d\d[xX×〇*]{2}|[一二][零〇一二三四五六七八九]{3})年\S{1,3}月\S{1,3}日\s*$"
)


@define(eq=False)
class Draft:
    """A clause in the making."""

    marker: Marker
    parent: Draft | None
    paragraphs: list[list[Span]] = field(factory=list)
    children: list[Draft] = field(factory=list)
    part: bool = False


class Outline:
    """One pass over the lines, with the clauses that are open at each."""

    def __init__(self, source: Source) -> None:
        self.text = narrow(source.text)
        self.drafts: list[Draft] = []
        self.open: list[Draft] = []
        self.preamble: list[list[Span]] = []
        self.around: set[tuple[object, object]] = set()  # (outer level, inner level) as seen
        self.article = 0
        self.fresh = True  # whether the next line begins a paragraph
        self.read(source.line_starts)
        self.mark_parts()

    def read(self, starts: Sequence[int]) -> None:
        """All lines, in order."""
        lines = [
            (start, starts[i + 1] if i + 1 < len(starts) else len(self.text))
            for i, start in enumerate(starts)
        ]
        lines = self.without_signature(lines)
        indented = any(_INDENT.match(self.text[a:b]) for a, b in lines)
        for start, end in lines:
            line = self.text[start:end]
            if not line.strip():
                self.fresh = True
                continue
            marker = opening(self.text, start, end)
            if marker is not None and self.accepts(marker):
                self.enter(marker)
                self.running(marker.end, end, new=True)
            else:
                begins = self.fresh or (bool(_INDENT.match(line)) if indented else False)
                row = line.lstrip().startswith("|")
                self.running(start, end, new=begins or row)
            self.fresh = not indented and bool(_ENDED.search(line.rstrip()))

    def without_signature(self, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The lines up to a closing date and the short line of names above it."""
        rest = [(a, b) for a, b in lines if self.text[a:b].strip()]
        if not rest or not _DATED.match(self.text[slice(*rest[-1])].rstrip()):
            return lines
        signed = rest[-1][0]
        if len(rest) > 1:
            above = self.text[slice(*rest[-2])].strip()
            if len(above) <= 25 and not re.search("[。；;：:，,]", above):
                signed = rest[-2][0]
        return [line for line in lines if line[0] < signed]

    def accepts(self, marker: Marker) -> bool:
        """Whether a number at the start of a line can open a clause here; else it is a mention of
        a clause, or a figure, that a line break put there."""
        if marker.style == "title":
            return bool(self.drafts) or bool(self.preamble)
        if marker.style == "article":
            added = marker.number == self.article and marker.sub > 0
            return marker.number > self.article or added or not self.has("article")
        if marker.style == "appendix":
            return marker.number <= _LEAP or self.has("appendix")
        if marker.style == "decimal":
            prefix = marker.label.rpartition(".")[0]
            return any(
                d.marker.label in (prefix, marker.label) or d.marker.label.startswith(prefix + ".")
                for d in self.open
            )
        last = next((d.marker.number for d in self.open if d.marker.level == marker.level), None)
        if last is None:
            return 1 <= marker.number <= _LEAP or marker.outer < 99
        return marker.number == 1 or last < marker.number <= last + _LEAP

    def has(self, style: str) -> bool:
        return any(draft.marker.style == style for draft in self.open)

    def enter(self, marker: Marker) -> None:
        """Close what the number closes, and open its clause."""
        levels = [draft.marker.level for draft in self.open]
        if marker.style == "decimal":
            self.leave_decimal(marker)
        elif marker.level in levels:
            del self.open[levels.index(marker.level) :]
        elif marker.depth:
            self.leave(lambda d: not d.marker.depth or d.marker.depth >= marker.depth)
        elif marker.outer < 3:
            self.leave(lambda d: d.marker.outer > marker.outer)
        else:
            self.leave(
                lambda d: (
                    (marker.level, d.marker.level) in self.around
                    or marker.outer < d.marker.outer < 99
                )
            )
        draft = Draft(marker, self.open[-1] if self.open else None)
        if draft.parent is not None:
            draft.parent.children.append(draft)
        self.around |= {(d.marker.level, marker.level) for d in self.open}
        self.open.append(draft)
        self.drafts.append(draft)
        if marker.style == "appendix":
            self.article = 0
        if marker.style == "article":
            self.article = max(self.article, marker.number)

    def leave(self, closes: Callable[[Draft], bool]) -> None:
        """Close the outermost open clause that is to close, and all inside it."""
        for index, draft in enumerate(self.open):
            if closes(draft):
                del self.open[index:]
                return

    def leave_decimal(self, marker: Marker) -> None:
        """3.2 stands in 3, and 3.2.1 in 3.2."""
        while self.open:
            label = self.open[-1].marker.label
            if self.open[-1].marker.style in ("decimal", "arabic"):
                if marker.label.startswith(label + "."):
                    return
                self.open.pop()
            elif any(d.marker.style in ("decimal", "arabic") for d in self.open):
                self.open.pop()
            else:
                return

    def running(self, start: int, end: int, *, new: bool) -> None:
        """Words from one offset to another, with the items numbered in them."""
        if new:
            while self.open and self.open[-1].marker.inline:
                self.open.pop()
        taken = frozenset(d.marker.style for d in self.open if not d.marker.inline)
        items = sorted(inside(self.text, start, end, taken), key=lambda m: m.start)
        for marker in items:
            self.add(Span(start, marker.start), new=new)
            self.enter(marker)
            start, new = marker.end, True
        self.add(Span(start, end), new=new)

    def add(self, piece: Span, *, new: bool) -> None:
        """A piece of text to the clauses that it may belong to: a new paragraph to all open lists,
        a continued one to where the paragraph began."""
        if not self.text[piece.start : piece.end].strip():
            return
        if not self.open:
            _extend(self.preamble, piece, new)
            return
        current = self.open[-1]
        if not current.paragraphs or current.marker.inline:
            _extend(current.paragraphs, piece, new or not current.paragraphs)
            return
        for draft in self.reached(piece) if new else self.sharing():
            _extend(draft.paragraphs, piece, new or not draft.paragraphs)

    def reached(self, piece: Span) -> list[Draft]:
        """The innermost clause and those around it, up to a chapter or heading."""
        found: list[Draft] = []
        for draft in reversed(self.open):
            chapter = draft.marker.outer != 99 and draft.marker.style != "article"
            if found and chapter:
                break
            if not draft.marker.inline or not found:
                found.append(draft)
            if draft.marker.depth:
                break
        return found

    def sharing(self) -> list[Draft]:
        """Those of the open clauses whose last paragraph is the innermost one's."""
        last = self.open[-1].paragraphs[-1][-1]
        return [d for d in self.open if d.paragraphs and d.paragraphs[-1][-1] == last]

    def mark_parts(self) -> None:
        """Items in running text, and lists after a colon whose items are but phrases."""
        for draft in self.drafts:
            draft.part = draft.marker.inline
        for draft in reversed(self.drafts):
            lead = self.words(draft)[:1]
            if not draft.children or not lead or not lead[0].endswith((":", "：")):
                continue
            said = [self.words(child)[:1] for child in draft.children]
            if all(words and "。" not in words[0][:-1] for words in said):
                for child in draft.children:
                    child.part = True

    def words(self, draft: Draft) -> list[str]:
        """The paragraphs of a clause as text."""
        return [
            "".join(self.text[span.start : span.end] for span in pieces).strip().rstrip("*").strip()
            for pieces in draft.paragraphs
        ]


def _extend(paragraphs: list[list[Span]], piece: Span, new: bool) -> None:
    if new or not paragraphs:
        paragraphs.append([piece])
    else:
        paragraphs[-1].append(piece)

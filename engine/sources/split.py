"""Text to clauses: the nesting follows from the order in which the styles of numbers appear."""

from __future__ import annotations

import re
from collections import defaultdict

from attrs import define, field

from ...grammar.source import Source, Span
from .document import Clause, Document, Gap, Paragraph
from .markers import Marker, inside, label_of, opening
from .text import narrow

#: A list may skip so many numbers and still be the same list.
_LEAP = 3
_ENDED = re.compile(r"[。：:；;！!？?”\"）)|]\s*$")
_INDENT = re.compile(r"(?:\u3000|\t|  )\s*\S")
_DATED = re.compile(
    r"\s*(?:\d{4}|\d\d[xX×〇*]{2}|[一二][零〇一二三四五六七八九]{3})年\S{1,3}月\S{1,3}日\s*$"
)


@define(eq=False)
class _Draft:
    """A clause in the making."""

    marker: Marker
    parent: _Draft | None
    paragraphs: list[list[Span]] = field(factory=list)
    children: list[_Draft] = field(factory=list)
    part: bool = False


def split(source: Source) -> Document:
    """The clauses of a document. A text without any numbering gives none."""
    splitter = _Splitter(narrow(source.text))
    splitter.run(source)
    _mark_parts(splitter)
    made: dict[_Draft, Clause] = {}
    for draft in splitter.drafts:
        made[draft] = _clause(draft, made)
    children: dict[Clause | None, list[Clause]] = defaultdict(list)
    for clause in made.values():
        children[clause.parent].append(clause)
    listed = {parent: tuple(below) for parent, below in children.items()}
    preamble = tuple(tuple(pieces) for pieces in splitter.preamble)
    return Document(
        source,
        splitter.text,
        tuple(made.values()),
        tuple(_gaps(tuple(made.values()))),
        preamble,
        listed,
    )


class _Splitter:
    """One pass over the lines, with the clauses that are open at each."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.drafts: list[_Draft] = []
        self.open: list[_Draft] = []
        self.preamble: list[list[Span]] = []
        self.around: set[tuple[object, object]] = set()  # (outer level, inner level) as seen
        self.article = 0
        self.fresh = True  # whether the next line begins a paragraph

    def run(self, source: Source) -> None:
        starts = source.line_starts
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
        draft = _Draft(marker, self.open[-1] if self.open else None)
        if draft.parent is not None:
            draft.parent.children.append(draft)
        self.around |= {(d.marker.level, marker.level) for d in self.open}
        self.open.append(draft)
        self.drafts.append(draft)
        if marker.style == "appendix":
            self.article = 0
        if marker.style == "article":
            self.article = max(self.article, marker.number)

    def leave(self, closes: object) -> None:
        """Close the outermost open clause that is to close, and all inside it."""
        assert callable(closes)
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

    def reached(self, piece: Span) -> list[_Draft]:
        """The innermost clause and those around it, up to a chapter or heading."""
        found: list[_Draft] = []
        for draft in reversed(self.open):
            chapter = draft.marker.outer != 99 and draft.marker.style != "article"
            if found and chapter:
                break
            if not draft.marker.inline or not found:
                found.append(draft)
            if draft.marker.depth:
                break
        return found

    def sharing(self) -> list[_Draft]:
        """Those of the open clauses whose last paragraph is the innermost one's."""
        last = self.open[-1].paragraphs[-1][-1]
        return [d for d in self.open if d.paragraphs and d.paragraphs[-1][-1] == last]


def _extend(paragraphs: list[list[Span]], piece: Span, new: bool) -> None:
    if new or not paragraphs:
        paragraphs.append([piece])
    else:
        paragraphs[-1].append(piece)


def _mark_parts(splitter: _Splitter) -> None:
    """Items in running text, and lists that a colon introduces and whose items are but phrases."""
    for draft in splitter.drafts:
        draft.part = draft.marker.inline
    for draft in reversed(splitter.drafts):
        lead = _words(splitter.text, draft)[:1]
        if not draft.children or not lead or not lead[0].endswith((":", "：")):
            continue
        said = [_words(splitter.text, child)[:1] for child in draft.children]
        if all(words and "。" not in words[0][:-1] for words in said):
            for child in draft.children:
                child.part = True


def _words(text: str, draft: _Draft) -> list[str]:
    return [
        "".join(text[span.start : span.end] for span in pieces).strip().rstrip("*").strip()
        for pieces in draft.paragraphs
    ]


def _clause(draft: _Draft, made: dict[_Draft, Clause]) -> Clause:
    marker, parent = draft.marker, made[draft.parent] if draft.parent else None
    base, key = _above(marker, parent)
    joint = "." if base[-1:].isdigit() and marker.label[:1].isdigit() else ""
    paragraphs: tuple[Paragraph, ...] = tuple(tuple(pieces) for pieces in draft.paragraphs)
    return Clause(
        base + joint + marker.label,
        _key(marker, key),
        Span(marker.start, marker.end),
        marker.style,
        marker.number,
        paragraphs,
        parent,
        draft.part,
    )


def _key(marker: Marker, above: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    if marker.style == "title":
        return above
    added = (("sub", marker.sub),) if marker.sub else ()
    return (*above, (marker.style, marker.number), *added)


def _above(marker: Marker, parent: Clause | None) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The path that a clause's own number is added to. Articles are counted through a document,
    chapters and titles are left out of a path; an appendix has numbers of its own."""
    named = parent
    while named is not None and named.style != "appendix":
        skipped = marker.style in ("article", "chapter", "book") or named.style == "title"
        inner = marker.style == "section" and named.style == "chapter"
        outer = named.style in ("book", "chapter", "section") and not inner
        if not skipped and not outer:
            break
        named = named.parent
    if named is None:
        return "", ()
    if marker.style == "decimal" and named.style in ("decimal", "arabic"):
        prefix = marker.label.rpartition(".")[0]
        cut = len(named.path) - len(prefix)
        return named.path[:cut] if cut > 0 else "", named.key
    return named.path, named.key


def _gaps(clauses: tuple[Clause, ...]) -> list[Gap]:
    """The numbers that each list leaves out, neighbours together."""
    lists: dict[tuple[object, ...], list[Clause]] = defaultdict(list)
    for clause in clauses:
        if clause.number and clause.key and clause.key[-1][0] == clause.style:
            lists[clause.key[:-1], clause.style].append(clause)
    found = []
    for members in lists.values():
        last = 0
        for clause in members:
            skipped = range(last + 1, clause.number)
            if skipped:
                found.append(_gap(clause, skipped))
            last = max(last, clause.number)
    return sorted(found, key=lambda gap: gap.before.place.start)


def _gap(clause: Clause, skipped: range) -> Gap:
    own = _sibling(clause, clause.number)
    base = clause.path.removesuffix(own) if clause.style != "decimal" else ""
    labels = [base + _sibling(clause, n) for n in (skipped[0], skipped[-1])]
    path = labels[0] if len(skipped) == 1 else f"{labels[0]}至{labels[-1]}"
    keys = tuple((*clause.key[:-1], (clause.style, n)) for n in skipped)
    return Gap(path, keys, clause.parent, clause)


def _sibling(clause: Clause, count: int) -> str:
    if clause.style == "decimal":
        return f"{clause.path.rpartition('.')[0]}.{count}"
    own = re.search(r"[A-Z][a-z]+ \d+$", clause.path)
    # Article 4, as its neighbours are called.
    return f"{own[0].split()[0]} {count}" if own else label_of(clause.style, count)

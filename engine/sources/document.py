"""A document as its clauses: what each is called, where it stands, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from ...grammar.source import Source, Span
from .text import Passage, passage

Paragraph = tuple[Span, ...]


@frozen(eq=False)
class Clause:
    """One clause. ``path`` is what a policy cites; ``key`` its numbers as (style, number) from the
    outermost one that the path names.

    ``paragraphs`` are its own words, without those of its sub-clauses; an unnumbered paragraph
    after sub-clauses belongs to them and to all clauses around, for the text does not say which.
    ``part``: an item of a sentence of the clause above (``…：1．甲；2．乙。``), and so part of it.
    """

    path: str
    key: tuple[tuple[str, int], ...]
    place: Span
    style: str
    number: int
    paragraphs: tuple[Paragraph, ...] = field(repr=False)
    parent: Clause | None = field(repr=False)
    part: bool = False


@frozen
class Gap:
    """Numbers that a list leaves out: a list that goes 1, 2, 4 lacks 3."""

    path: str
    keys: tuple[tuple[tuple[str, int], ...], ...]
    parent: Clause | None
    before: Clause  # the clause that follows the gap


@frozen(eq=False)
class Document:
    """A document read. ``preamble`` holds the paragraphs before the first clause."""

    source: Source
    narrowed: str = field(repr=False)
    clauses: tuple[Clause, ...] = field(repr=False)
    gaps: tuple[Gap, ...]
    preamble: tuple[Paragraph, ...] = field(repr=False)
    children: Mapping[Clause | None, tuple[Clause, ...]] = field(repr=False)

    def own(self, clause: Clause) -> tuple[Paragraph, ...]:
        """The words that a citation of a clause means: its own and those of its parts."""
        return tuple(sorted(self._own(clause), key=lambda paragraph: paragraph[0].start))

    def _own(self, clause: Clause) -> Iterator[Paragraph]:
        yield from clause.paragraphs
        for child in self.children.get(clause, ()):
            if child.part:
                yield from (p for p in self._own(child) if p not in clause.paragraphs)

    def read(self, paragraphs: tuple[Paragraph, ...]) -> Passage:
        """Paragraphs as a passage to search in."""
        return passage(self.narrowed, paragraphs)

    def shown(self, clause: Clause) -> str:
        """The first words of a clause as the document writes them, on one line."""
        pieces = clause.paragraphs[0] if clause.paragraphs else ()
        text = " ".join(self.source.slice(piece) for piece in pieces)
        return " ".join(text.replace("**", "").split())

    def whole(self) -> Passage:
        """The whole text."""
        return passage(self.narrowed, ((Span(0, len(self.narrowed)),),))

    def is_heading(self, clause: Clause) -> bool:
        """Whether a clause says nothing by itself: a title, with or without clauses below it."""
        said = self.read(self.own(clause)).text.strip("\n")
        ends = any(mark in said.rstrip("。.:：") for mark in "。；;")
        if self.children.get(clause):
            return not ends and not said.endswith("。")
        return len(said) <= 30 and not any(mark in said for mark in "。；;，,：:")

"""Text to clauses: the nesting follows from the order in which the styles of numbers appear."""

from __future__ import annotations

from collections import defaultdict

from ...grammar.source import Source, Span
from .document import Clause, Document, Paragraph
from .gaps import gaps
from .markers import Marker
from .outline import Draft, Outline


def split(source: Source) -> Document:
    """The clauses of a document. A text without any numbering gives none."""
    outline = Outline(source)
    made: dict[Draft, Clause] = {}
    for draft in outline.drafts:
        made[draft] = _clause(draft, made)
    clauses = tuple(made.values())
    children: dict[Clause | None, list[Clause]] = defaultdict(list)
    for clause in clauses:
        children[clause.parent].append(clause)
    listed = {parent: tuple(below) for parent, below in children.items()}
    preamble = tuple(tuple(pieces) for pieces in outline.preamble)
    return Document(source, outline.text, clauses, gaps(clauses), preamble, listed)


def _clause(draft: Draft, made: dict[Draft, Clause]) -> Clause:
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

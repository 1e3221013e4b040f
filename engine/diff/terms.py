"""Values as terms: what a text says, whatever its layout, width of characters, or language.

Two terms are equal exactly when the two texts say the same. A term's *skeleton* is the term
without its numbers: two values with one skeleton differ in parameters only.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

#: The heads of the terms in which even the shape is a parameter: a bound may be open or closed,
#: written or not, and a date may be a day or a stretch.
BOUNDS = "interval"
DAY = "date"
#: The head of a list whose order means nothing.
SET = "set"


@frozen
class Figure:
    """A number in a term and its unit; a day is the number of its place in the calendar."""

    number: Fraction
    unit: str | None


@frozen
class Term:
    """A head with its parts; a leaf may hold a figure."""

    head: str
    parts: tuple[Term, ...] = ()
    figure: Figure | None = None


def collection(terms: list[Term]) -> Term:
    """Terms whose order means nothing."""
    return Term(SET, tuple(sorted(terms, key=repr)))


def figures(term: Term) -> tuple[Figure, ...]:
    """All numbers of a term, left to right."""
    own = (term.figure,) if term.figure is not None else ()
    return (*own, *(figure for part in term.parts for figure in figures(part)))


def skeleton(term: Term) -> Term:
    """The term without its numbers."""
    if term.head in (BOUNDS, DAY):
        return Term(term.head)
    return Term(term.head, tuple(skeleton(part) for part in term.parts))


def leaves(term: Term) -> Iterator[str]:
    """The innermost words and numbers: what a text has in common with another."""
    if term.figure is not None:
        yield f"{term.figure.number} {term.figure.unit}"
    elif not term.parts:
        yield term.head
    for part in term.parts:
        yield from leaves(part)

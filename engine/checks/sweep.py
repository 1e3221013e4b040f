"""The sweep over ranges of one number that should divide it up: what is in none, in several, or
cannot be. Exact, on the step of the number: with a step of 1/100, 79 and 79.01 are neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from attrs import frozen

from ..data.contract import Range
from ..extent import Extent, beneath, beyond, contains, extent, lower, meet, of_range, upper

Kind = Literal["empty", "unreachable", "duplicate", "swallowed", "overlap", "gap", "bottom", "top"]


@frozen
class Flaw:
    """What is wrong with the range at ``index``; ``other`` is the range it meets or swallows it,
    or the one below a gap. ``numbers`` are those it concerns; None where there are none."""

    kind: Kind
    index: int
    other: int | None
    numbers: Extent | None


def sweep(ranges: Sequence[Range], step: Fraction, reach: Extent | None = None) -> Iterator[Flaw]:
    """Every flaw, from the lowest numbers up; each range has at most one of its own.

    ``reach`` is all that the number can be: what lies outside it need not be in a range, and a
    range outside it serves nothing. A gap at an end is only seen where that end is known.
    """
    extents = [of_range(r, step) for r in ranges]
    found = [(i, e) for i, e in enumerate(extents) if e is not None]
    for index in (i for i, e in enumerate(extents) if e is None):
        # Its bounds are right, but no number on the step that the figure keeps lies between them.
        written = of_range(ranges[index]) if reach is not None else None
        yield Flaw("unreachable" if written else "empty", index, None, written)
    if reach is not None:
        yield from (Flaw("unreachable", i, None, e) for i, e in found if meet(e, reach) is None)
    if not found:
        return
    ordered = sorted(found, key=lambda pair: _order(pair[1]))
    yield from _below(ordered[0], step, reach)
    highest = ordered[0]
    for pair in ordered[1:]:
        yield from _joint(highest, pair, step, reach)
        if not contains(highest[1], pair[1]):
            highest = pair
    yield from _above(highest, step, reach)


def _order(e: Extent) -> tuple[bool, Fraction, bool, bool, Fraction, bool]:
    """From the lowest begin up; of those that begin together the longest first."""
    low, high = e.low, e.high
    return (
        low is not None,
        low or Fraction(0),
        not e.low_closed,
        high is not None,
        -(high or Fraction(0)),
        not e.high_closed,
    )


def _joint(
    before: tuple[int, Extent], after: tuple[int, Extent], step: Fraction, reach: Extent | None
) -> Iterator[Flaw]:
    """Where the highest range so far ends and the next begins."""
    (first, a), (second, b) = before, after
    if a == b:
        yield Flaw("duplicate", max(first, second), min(first, second), b)
    elif contains(a, b):
        yield Flaw("swallowed", second, first, b)
    elif (both := meet(a, b)) is not None:
        yield Flaw("overlap", second, first, both)
    elif (gap := _within(extent(beyond(upper(a)), beneath(lower(b)), step), reach)) is not None:
        yield Flaw("gap", second, first, gap)


def _within(gap: Extent | None, reach: Extent | None) -> Extent | None:
    return gap if reach is None else meet(gap, reach)


def _below(lowest: tuple[int, Extent], step: Fraction, reach: Extent | None) -> Iterator[Flaw]:
    index, e = lowest
    if reach is None or reach.low is None or e.low is None:
        return
    gap = extent(lower(reach), beneath(lower(e)), step)
    if (inside := meet(gap, reach)) is not None:
        yield Flaw("bottom", index, None, inside)


def _above(highest: tuple[int, Extent], step: Fraction, reach: Extent | None) -> Iterator[Flaw]:
    index, e = highest
    if reach is None or reach.high is None or e.high is None:
        return
    gap = extent(beyond(upper(e)), upper(reach), step)
    if (inside := meet(gap, reach)) is not None:
        yield Flaw("top", index, None, inside)

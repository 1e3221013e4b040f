"""What an operation can come to, given what its arguments can be: one case for each operation.

``Choose`` and ``Aggregate`` need more than that; they are in ``ranges``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import reduce
from math import floor
from typing import TypeAlias, assert_never

from ..extent import ZERO, Extent, extent, lower, meet, of_range, point, upper
from ..plan.ops import (
    Apportion,
    Arithmetic,
    Classify,
    Contains,
    Dated,
    Guard,
    Irrational,
    IsBlank,
    Logic,
    Lookup,
    Lower,
    OpId,
    Ordered,
    Pick,
    Power,
    Rank,
    Round,
    Series,
    Within,
)
from . import arithmetic, truths
from .domain import (
    CONDITION,
    NOTHING,
    Reach,
    join,
    number,
)

#: Operations that come to what their arguments let them, member by member.
Plain: TypeAlias = (
    Logic
    | IsBlank
    | Contains
    | Lookup
    | Round
    | Irrational
    | Power
    | Dated
    | Pick
    | Ordered
    | Apportion
    | Rank
    | Classify
    | Lower
    | Within
    | Guard
)


def plain(op: Plain, read: Callable[[OpId], Reach]) -> Reach:
    """What such an operation can be; ``read`` gives its arguments."""
    match op:
        case Logic(args=args):
            return truths.settled(op.op, [read(arg) for arg in args])
        case IsBlank(arg=arg):
            return truths.missing(read(arg))
        case Contains() | Pick():
            return CONDITION
        case Lookup(key=key, entries=entries):
            return looked_up(op, read(key), [read(value) for _, value in entries])
        case Round(arg=arg):
            return rounded(op, read(arg))
        case Irrational(arg=arg):
            return irrational(op, read(arg))
        case Power(arg=arg, exponent=exponent):
            return powered(read(arg), read(exponent))
        case Ordered(args=args):
            return ordered(op, [read(arg) for arg in args])
        case Dated(args=args):
            return dated(op, [read(arg) for arg in args])
        case Apportion(total=total):
            return apportioned(op, read(total))
        case Rank(arg=arg, ties=ties):
            return placed(read(arg), ties)
        case Classify(arg=arg):
            return classified(op, read(arg))
        case Lower(grade=grade, steps=steps):
            return lowered(op, read(grade), read(steps))
        case Within(arg=arg, low=low, high=high):
            return held(op, read(arg), read(low), read(high))
        case Guard(arg=arg):
            return guarded(op, read(arg))
        case _:
            assert_never(op)


_PAIRS: dict[str, Callable[[Extent, Extent], Extent | None]] = {
    "+": arithmetic.add,
    "-": arithmetic.subtract,
    "*": arithmetic.multiply,
    "/": arithmetic.divide,
    "min": arithmetic.smaller,
    "max": arithmetic.larger,
}


def calculated(op: Arithmetic, args: Sequence[Reach]) -> Reach:
    """A sum, product or other result; nothing where an argument is nothing."""
    pair = _PAIRS[op.op]

    def both(a: Extent | None, b: Extent | None) -> Extent | None:
        return None if a is None or b is None else pair(a, b)

    found = reduce(both, [arg.numbers for arg in args])
    return number(found, any(arg.nothing for arg in args))


def rounded(op: Round, arg: Reach) -> Reach:
    """A written rounding."""
    e = arg.numbers
    return number(e and arithmetic.round_to(e, op.places, op.mode), arg.nothing)


def irrational(op: Irrational, arg: Reach) -> Reach:
    """A logarithm or a root."""
    e = arg.numbers
    return number(e and arithmetic.irrational(e, op.function, op.degree), arg.nothing)


def looked_up(op: Lookup, key: Reach, values: Sequence[Reach]) -> Reach:
    """The values of the names that the key can be."""
    found = number(None, key.nothing)
    for (name, _), value in zip(op.entries, values, strict=True):
        if key.may_be(name):
            found = join(found, value)
    return found


def classified(op: Classify, arg: Reach) -> Reach:
    """The names of the bands that a number can lie in."""
    if arg.numbers is None:
        return number(None, arg.nothing)
    names = [
        name
        for name, band in op.bands
        if meet(arg.numbers, of_range(band, arg.numbers.step)) is not None
    ]
    return Reach(names=frozenset(names), blank=arg.nothing, nothing=arg.nothing)


def lowered(op: Lower, grade: Reach, steps: Reach) -> Reach:
    """The grades that so many steps down lead to."""
    nothing = grade.nothing or steps.nothing
    if steps.numbers is None:
        return number(None, nothing)
    last, e = op.grades.index(op.floor), steps.numbers
    fewest = 0 if e.low is None else max(0, floor(e.low))
    most = len(op.grades) if e.high is None else max(0, floor(e.high))
    found: set[str] = set()
    for place, name in enumerate(op.grades):
        if grade.names is not None and name not in grade.names:
            continue
        ends = [max(place, min(place + n, last)) for n in (fewest, most)]
        found.update(op.grades[ends[0] : ends[1] + 1])
    return Reach(names=frozenset(found), blank=nothing, nothing=nothing)


def held(op: Within, arg: Reach, low: Reach, high: Reach) -> Reach:
    """A number between two others."""
    nothing = arg.nothing or low.nothing or high.nothing
    if arg.numbers is None or low.numbers is None or high.numbers is None:
        return number(None, nothing)
    bounds = extent(lower(low.numbers), upper(high.numbers))
    return number(meet(arg.numbers, bounds), nothing)


def counted() -> Reach:
    """Any number of things."""
    return number(extent((point(0).low, True), (None, False), point(1).step))


def placed(ranked: Reach, ties: str) -> Reach:
    """Any place of a ranking, the mean of two places halfway; what is not there has none."""
    step = point(1).step / (2 if ties == "mean" else 1)
    first = extent((point(1).low, True), (None, False), step)
    return Reach(first, blank=ranked.blank, nothing=ranked.nothing)


def summed(arg: Reach) -> Reach:
    """The sum of any number of values, none of them included."""
    if arg.numbers is None:
        return number(point(0))
    e = arg.numbers
    zero = (point(0).low, True)
    low = zero if e.low is not None and e.low >= 0 else (None, False)
    high = zero if e.high is not None and e.high <= 0 else (None, False)
    return number(extent(low, high, e.step))


def powered(base: Reach, exponent: Reach) -> Reach:
    """Powers, as wide as they come: of what is not below 0 none is."""
    nothing, e = base.nothing or exponent.nothing, base.numbers
    if e is None or exponent.numbers is None:
        return number(None, nothing)
    positive = e.low is not None and e.low >= 0
    return number(extent((ZERO if positive else None, positive), (None, False)), nothing)


def ordered(op: Ordered, args: Sequence[Reach]) -> Reach:
    """Each of several values in order lies where the bounds in order lie."""
    nothing = any(arg.nothing for arg in args)
    found = [arg.numbers for arg in args]
    if None in found:
        return number(None, nothing)
    low = _ordered_end(op, [e.low for e in found if e is not None])
    high = _ordered_end(op, [e.high for e in found if e is not None])
    return number(extent((low, low is not None), (high, high is not None)), nothing)


def _ordered_end(op: Ordered, ends: Sequence[Fraction | None]) -> Fraction | None:
    """The bound of what is picked, itself perhaps out of reach; None where there is none."""
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return None
    taken = sorted(known, reverse=True)[op.start : op.stop]
    whole = sum(taken, ZERO)
    return whole if op.function == "sum" else whole / len(taken)


def dated(op: Dated, args: Sequence[Reach]) -> Reach:
    """Days and dates are whole; a year has twelve months, a month 31 days at most."""
    nothing = any(arg.nothing for arg in args)
    most = {"month": 12, "day_of": 31}.get(op.function)
    if most is None:
        return number(extent((None, False), (None, False), Fraction(1)), nothing)
    bounds = ((Fraction(1), True), (Fraction(most), True))
    return number(extent(*bounds, Fraction(1)), nothing)


def apportioned(op: Apportion, total: Reach) -> Reach:
    """Parts of a total: none is above it, and of a total not below 0 none is below 0."""
    e = total.numbers
    positive = e is not None and e.low is not None and e.low >= 0
    if e is None or not positive:
        return Reach(extent((None, False), (None, False)), blank=True, nothing=True)
    return Reach(extent((ZERO, True), upper(e)), blank=True, nothing=True)


def along(op: Series, arg: Reach) -> Reach:
    """The value of the period before, which may be none, or how many periods in a row."""
    return join(counted() if op.function == "streak" else arg, NOTHING)


def guarded(op: Guard, arg: Reach) -> Reach:
    """A value where its condition holds."""
    if op.reason != "not_positive" or arg.numbers is None:
        return arg
    above = extent((ZERO, False), (None, False))
    return number(meet(arg.numbers, above), arg.nothing)

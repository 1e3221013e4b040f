"""Arithmetic on extents: all that can come of any number of one and any number of the other."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, TypeAlias

from ..evaluate.irrationals import ln, root
from ..evaluate.rationals import rounded
from ..extent import (
    ANY,
    ZERO,
    Bound,
    Extent,
    common_step,
    extent,
    greatest,
    hull,
    least,
    lower,
    upper,
)

_NONE: Bound = (None, False)
#: An end of an extent: its bound, and the side to which it has none.
_End: TypeAlias = "tuple[Bound, int]"


def add(a: Extent, b: Extent) -> Extent | None:
    """All sums."""
    return extent(_plus(lower(a), lower(b)), _plus(upper(a), upper(b)), common_step(a, b))


def _plus(a: Bound, b: Bound) -> Bound:
    if a[0] is None or b[0] is None:
        return _NONE
    return a[0] + b[0], a[1] and b[1]


def negative(a: Extent) -> Extent:
    """All numbers with the other sign."""
    low = None if a.high is None else -a.high
    high = None if a.low is None else -a.low
    return Extent(low, a.high_closed, high, a.low_closed, a.step)


def subtract(a: Extent, b: Extent) -> Extent | None:
    """All differences."""
    return add(a, negative(b))


def multiply(a: Extent, b: Extent) -> Extent | None:
    """All products: their bounds are among the products of the ends; 0 times anything is 0."""
    products = [_product(x, y) for x in _ends(a) for y in _ends(b)]
    low = least([bound for bound, side in products if side <= 0])
    high = greatest([bound for bound, side in products if side >= 0])
    return extent(low, high, a.step * b.step)


def _ends(e: Extent) -> tuple[_End, _End]:
    return (lower(e), -1), (upper(e), 1)


def _product(a: _End, b: _End) -> _End:
    """The product of two ends; side 0 where it is a number."""
    ((x, x_closed), x_side), ((y, y_closed), y_side) = a, b
    if x == 0 or y == 0:
        return (ZERO, (x == 0 and x_closed) or (y == 0 and y_closed)), 0
    if x is None or y is None:
        return _NONE, _sign(x, x_side) * _sign(y, y_side)
    return (x * y, x_closed and y_closed), 0


def _sign(value: Fraction | None, side: int) -> int:
    return side if value is None else 1 if value > 0 else -1


def divide(a: Extent, b: Extent) -> Extent | None:
    """All quotients; a division by 0 has none."""
    if a.point == 0:
        return None if b.point == 0 else a
    parts = [_reciprocal(part) for part in _without_zero(b)]
    found: Extent | None = None
    for part in parts:
        found = hull(found, multiply(a, part))
    if found is None or b.point is None:
        return found
    return extent(lower(found), upper(found), a.step / abs(b.point))


def _without_zero(b: Extent) -> list[Extent]:
    """What of an extent lies below 0, and what lies above."""
    below = extent(lower(b), (ZERO, False), b.step) if b.low is None or b.low < 0 else None
    above = extent((ZERO, False), upper(b), b.step) if b.high is None or b.high > 0 else None
    if below is not None and (b.high is not None and b.high < 0):
        below = b
    if above is not None and (b.low is not None and b.low > 0):
        above = b
    return [part for part in (below, above) if part is not None]


def _reciprocal(b: Extent) -> Extent:
    """1 through each number of an extent that lies on one side of 0."""
    low = _inverse(b.high, b.high_closed)
    high = _inverse(b.low, b.low_closed)
    return Extent(low[0], low[1], high[0], high[1])


def _inverse(value: Fraction | None, closed: bool) -> Bound:
    """1 through a bound: no bound gives 0, and 0 gives no bound."""
    if value is None:
        return ZERO, False
    return (None, False) if value == 0 else (1 / value, closed)


def smaller(a: Extent, b: Extent) -> Extent | None:
    """The smaller of two numbers."""
    high = min(
        (upper(a), upper(b)), key=lambda e: (e[0] is None, e[0] if e[0] is not None else ZERO, e[1])
    )
    return extent(least([lower(a), lower(b)]), high, common_step(a, b))


def larger(a: Extent, b: Extent) -> Extent | None:
    """The larger of two numbers."""
    found = smaller(negative(a), negative(b))
    return negative(found) if found is not None else None


def absolute(a: Extent) -> Extent | None:
    """All numbers without their sign."""
    both = larger(a, negative(a))
    if both is None or (a.low is not None and a.low >= 0) or (a.high is not None and a.high <= 0):
        return both
    return extent((ZERO, True), upper(both), a.step)


def round_to(
    a: Extent, places: int, mode: Literal["half_up", "half_even", "down", "up"]
) -> Extent | None:
    """All rounded numbers: rounding keeps the order, so the bounds are rounded bounds."""
    step = Fraction(1, 10**places)
    if a.step and (a.step / step).denominator == 1:
        return a  # nothing to round
    low = None if a.low is None else Fraction(rounded(a.low, places, mode))
    high = None if a.high is None else Fraction(rounded(a.high, places, mode))
    return extent((low, True), (high, True), step)


def irrational(a: Extent, function: Literal["ln", "root"], degree: int) -> Extent | None:
    """All logarithms or roots; what has none is left out. Both keep the order, rounded or not."""
    domain = extent((ZERO, function == "root"), _NONE)
    inside = _clipped(a, domain or ANY)
    if inside is None:
        return None
    low = None if function == "ln" and inside.low == 0 else _of(function, inside.low, degree)
    return extent((low, True), (_of(function, inside.high, degree), True))


def _clipped(a: Extent, domain: Extent) -> Extent | None:
    if a.low is not None and (domain.low is None or a.low > domain.low):
        return a
    return extent(lower(domain), upper(a), a.step)


def _of(function: Literal["ln", "root"], value: Fraction | None, degree: int) -> Fraction | None:
    if value is None:
        return None
    return Fraction(ln(value) if function == "ln" else root(value, degree))

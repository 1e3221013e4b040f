"""Extents: the numbers between two bounds, exactly, each bound open, closed or absent.

``step`` says that all numbers are multiples of it (1 for whole numbers, 1/100 after rounding to two
places); 0 says nothing. The bounds of an extent with a step lie on its grid and are closed, so that
two extents that hold the same numbers are equal.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import TypeAlias

from attrs import frozen

from .data.contract import Range

#: A bound: its value, None where there is none, and whether the value itself belongs to the extent.
Bound: TypeAlias = "tuple[Fraction | None, bool]"

ZERO = Fraction(0)


@frozen
class Extent:
    """Not empty: ``extent`` makes one, or None where no number is left."""

    low: Fraction | None = None
    low_closed: bool = False
    high: Fraction | None = None
    high_closed: bool = False
    step: Fraction = ZERO

    @property
    def point(self) -> Fraction | None:
        """The one number that it holds, if there is just one."""
        return self.low if self.low is not None and self.low == self.high else None

    def holds(self, value: Fraction | int) -> bool:
        """Whether a number lies inside."""
        if self.step and Fraction(value) % self.step:
            return False
        above = self.low is None or value > self.low or (self.low_closed and value == self.low)
        return above and (
            self.high is None or value < self.high or (self.high_closed and value == self.high)
        )


ANY = Extent()


def extent(low: Bound, high: Bound, step: Fraction = ZERO) -> Extent | None:
    """The numbers between two bounds on a grid; None where there are none."""
    (bottom, bottom_closed), (top, top_closed) = low, high
    if step:
        if bottom is not None:
            bottom, bottom_closed = first_on(bottom, bottom_closed, step), True
        if top is not None:
            top, top_closed = last_on(top, top_closed, step), True
    crossed = bottom is not None and top is not None and bottom > top
    if crossed or (bottom is not None and bottom == top and not (bottom_closed and top_closed)):
        return None
    return Extent(
        bottom, bottom is not None and bottom_closed, top, top is not None and top_closed, step
    )


def point(value: Fraction | int) -> Extent:
    """One number. It is a multiple of itself."""
    number = Fraction(value)
    return Extent(number, True, number, True, abs(number))


def of_range(range: Range, step: Fraction = ZERO) -> Extent | None:
    """The numbers of a written range."""
    return extent((range.low, range.low_closed), (range.high, range.high_closed), step)


def first_on(low: Fraction, closed: bool, step: Fraction) -> Fraction:
    """The first grid value not below a bound."""
    value = ceil(low / step) * step
    return value if closed or value != low else value + step


def last_on(high: Fraction, closed: bool, step: Fraction) -> Fraction:
    """The last grid value not above a bound."""
    value = floor(high / step) * step
    return value if closed or value != high else value - step


def lower(e: Extent) -> Bound:
    return e.low, e.low_closed


def upper(e: Extent) -> Bound:
    return e.high, e.high_closed


def least(bounds: list[Bound]) -> Bound:
    """The lower of several lower bounds; None is lowest, and closed goes before open."""
    if any(value is None for value, _ in bounds):
        return None, False
    return min(bounds, key=lambda b: (b[0], not b[1]))


def greatest(bounds: list[Bound]) -> Bound:
    """The higher of several upper bounds."""
    if any(value is None for value, _ in bounds):
        return None, False
    return max(bounds, key=lambda b: (b[0], b[1]))


def hull(first: Extent | None, second: Extent | None) -> Extent | None:
    """The least extent that holds both."""
    if first is None or second is None or first == second:
        return second if first is None else first
    low = least([lower(first), lower(second)])
    high = greatest([upper(first), upper(second)])
    return extent(low, high, common_step(first, second))


def common_step(first: Extent, second: Extent) -> Fraction:
    """The grid that the numbers of both stand on. 0 stands on every grid."""
    if first.point == 0:
        return second.step
    if second.point == 0:
        return first.step
    return grid(first.step, second.step)


def grid(first: Fraction, second: Fraction) -> Fraction:
    """The coarsest grid that holds two others; 0 where one of them is none."""
    if not first or not second:
        return ZERO
    top = gcd(first.numerator * second.denominator, second.numerator * first.denominator)
    return Fraction(top, first.denominator * second.denominator)


def meet(first: Extent | None, second: Extent | None) -> Extent | None:
    """The numbers that lie in both."""
    if first is None or second is None or first == second:
        return first if second is not None else None
    low, high = _higher(lower(first), lower(second)), _lesser(upper(first), upper(second))
    return extent(low, high, _both_grids(first.step, second.step))


def _both_grids(first: Fraction, second: Fraction) -> Fraction:
    """The grid of what stands on two grids."""
    if not first or not second:
        return first or second
    top = lcm(first.numerator * second.denominator, second.numerator * first.denominator)
    return Fraction(top, first.denominator * second.denominator)


def _higher(first: Bound, second: Bound) -> Bound:
    if first[0] is None or second[0] is None:
        return second if first[0] is None else first
    return max(first, second, key=lambda b: (b[0], not b[1]))


def _lesser(first: Bound, second: Bound) -> Bound:
    if first[0] is None or second[0] is None:
        return second if first[0] is None else first
    return min(first, second, key=lambda b: (b[0], b[1]))


def beyond(top: Bound) -> Bound:
    """The lower bound of what lies above an upper bound."""
    return top[0], not top[1]


def beneath(bottom: Bound) -> Bound:
    """The upper bound of what lies below a lower bound."""
    return bottom[0], not bottom[1]


def sample(e: Extent) -> Fraction:
    """One number of an extent, the plainest: an end on a grid, else the middle."""
    if e.low is not None and (e.step or e.low == e.high):
        return e.low
    if e.low is not None and e.high is not None:
        return (e.low + e.high) / 2
    if e.low is not None:
        return e.low if e.low_closed else e.low + 1
    if e.high is not None:
        return e.high if e.high_closed or e.step else e.high - 1
    return ZERO


def contains(outer: Extent, inner: Extent) -> bool:
    """Whether one extent holds every number of another on the same grid."""
    return meet(outer, inner) == inner

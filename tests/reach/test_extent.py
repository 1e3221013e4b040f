"""Arithmetic on extents: what comes of two numbers lies in what comes of their extents, and the
bounds that are said to be reached are."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from guiju.engine.evaluate.rationals import rounded
from guiju.engine.extent import Extent, contains, extent, hull, meet, sample
from guiju.engine.reach import arithmetic
from hypothesis import assume, given, settings
from hypothesis import strategies as st

STEPS = [Fraction(0), Fraction(0), Fraction(1), Fraction(1, 2), Fraction(1, 3)]
NUMBERS = st.integers(-24, 24).map(lambda n: Fraction(n, 6))


@st.composite
def extents(draw: st.DrawFn) -> Extent:
    bound = st.one_of(st.none(), NUMBERS)
    closed = st.booleans()
    low, high = (draw(bound), draw(closed)), (draw(bound), draw(closed))
    if low[0] is not None and high[0] is not None and low[0] > high[0]:
        low, high = high, low
    found = extent(low, high, draw(st.sampled_from(STEPS)))
    assume(found is not None)
    assert found is not None
    return found


@st.composite
def members(draw: st.DrawFn) -> tuple[Extent, Fraction]:
    """An extent and one of its numbers."""
    found = draw(extents())
    value = draw(NUMBERS)
    if found.step:
        value = round(value / found.step) * found.step
    assume(found.holds(value))
    return found, value


PAIRS: list[tuple[Callable[[Extent, Extent], Extent | None], Callable[..., Fraction]]] = [
    (arithmetic.add, lambda a, b: a + b),
    (arithmetic.subtract, lambda a, b: a - b),
    (arithmetic.multiply, lambda a, b: a * b),
    (arithmetic.divide, lambda a, b: a / b),
    (arithmetic.smaller, min),
    (arithmetic.larger, max),
]


@settings(deadline=None)
@given(members(), members(), st.sampled_from(PAIRS))
def test_a_result_lies_in_the_extent_of_results(
    first: tuple[Extent, Fraction],
    second: tuple[Extent, Fraction],
    pair: tuple[Callable[[Extent, Extent], Extent | None], Callable[..., Fraction]],
) -> None:
    of_extents, of_numbers = pair
    (a, x), (b, y) = first, second
    assume(not (of_extents is arithmetic.divide and y == 0))
    found = of_extents(a, b)
    assert found is not None and found.holds(of_numbers(x, y))


@settings(deadline=None)
@given(members(), st.integers(0, 2), st.sampled_from(["half_up", "down", "up"]))
def test_a_rounded_number_lies_in_the_rounded_extent(
    member: tuple[Extent, Fraction], places: int, mode: str
) -> None:
    e, x = member
    found = arithmetic.round_to(e, places, mode)  # type: ignore[arg-type]
    assert found is not None and found.holds(rounded(x, places, mode))


@settings(deadline=None)
@given(members())
def test_the_size_of_a_number(member: tuple[Extent, Fraction]) -> None:
    e, x = member
    found = arithmetic.absolute(e)
    assert found is not None and found.holds(abs(x))
    assert found.low is not None and found.low >= 0


@settings(deadline=None)
@given(members(), extents())
def test_hull_and_meet(member: tuple[Extent, Fraction], other: Extent) -> None:
    e, x = member
    both, either = meet(e, other), hull(e, other)
    assert either is not None and either.holds(x)
    assert (both is not None and both.holds(x)) == other.holds(x)
    assert e.holds(sample(e))
    assert not contains(other, e) or other.holds(x)


CLOSED = st.tuples(NUMBERS, NUMBERS).map(lambda p: Extent(min(p), True, max(p), True))


@settings(deadline=None)
@given(CLOSED, CLOSED, st.sampled_from(PAIRS[:3]))
def test_bounds_that_are_reached_are_the_least_there_are(
    a: Extent,
    b: Extent,
    pair: tuple[Callable[[Extent, Extent], Extent | None], Callable[..., Fraction]],
) -> None:
    of_extents, of_numbers = pair
    found = of_extents(a, b)
    corners = [of_numbers(x, y) for x in (a.low, a.high) for y in (b.low, b.high)]
    assert found is not None
    assert (found.low, found.high) == (min(corners), max(corners))

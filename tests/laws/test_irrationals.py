"""Exact: what leaves the rationals has a stated number of digits, the same on every machine."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from guiju.engine.evaluate.irrationals import DIGITS, ln, root
from hypothesis import given, settings
from hypothesis import strategies as st

ORDINARY = st.fractions(min_value=Fraction(1, 10**6), max_value=10**9, max_denominator=10**6)
#: However small a number, or close to 1.
SMALL = st.builds(lambda value, power: value / 10**power, ORDINARY, st.integers(0, 40))
POSITIVE = ORDINARY | SMALL | SMALL.map(lambda value: 1 + value)


def digits_of(value: Fraction | int) -> int:
    """The significant digits of a number, which must be a decimal."""
    shown = Decimal(value.numerator) / Decimal(1)
    exact = Context(prec=200).divide(shown, Decimal(value.denominator)).normalize()
    return len(exact.as_tuple().digits)


@settings(derandomize=True, max_examples=200)
@given(POSITIVE)
def test_a_logarithm_has_the_stated_digits_and_is_the_nearest(value: Fraction) -> None:
    wide = Context(prec=80)
    true = wide.ln(wide.divide(Decimal(value.numerator), Decimal(value.denominator)))
    found = ln(value)
    assert digits_of(found) <= DIGITS
    gap = abs(Fraction(true) - found)
    assert gap <= abs(Fraction(true)) / 10 ** (DIGITS - 1)


@settings(derandomize=True, max_examples=200)
@given(POSITIVE, st.integers(min_value=2, max_value=5))
def test_a_root_taken_to_its_power_comes_back(value: Fraction, degree: int) -> None:
    found = Fraction(root(value, degree))
    assert digits_of(found) <= DIGITS
    assert abs(found**degree - value) <= value * degree / Fraction(10) ** (DIGITS - 2)


@settings(derandomize=True, max_examples=100)
@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=2, max_value=4))
def test_an_exact_root_is_exact(value: int, degree: int) -> None:
    assert root(value**degree, degree) == value
    assert root(Fraction(value**degree, 2**degree), degree) == Fraction(value, 2)


def test_the_logarithm_of_one_is_nothing_but_zero() -> None:
    assert ln(1) == 0

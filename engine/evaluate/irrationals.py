"""Logarithms, roots and powers to a fixed number of digits, the same on every machine.

They are worked out on integers or by correctly rounded decimal arithmetic, never on binary floats.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from .rationals import Number

DIGITS = 30
#: Digits carried before the last rounding, so that it rounds the true value.
_GUARD = 12
_WIDE = Context(prec=DIGITS + _GUARD, rounding=ROUND_HALF_EVEN)
_FINAL = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)


def ln(value: Number) -> Number:
    """The natural logarithm of a number above 0, to 30 significant digits."""
    wide = _WIDE.divide(Decimal(value.numerator), Decimal(value.denominator))
    return _number(_FINAL.plus(_WIDE.ln(wide)))


def root(value: Number, degree: int) -> Number:
    """The root of a degree of a number not below 0, to 30 significant digits; exact where it is."""
    scale = 10 ** (DIGITS + _GUARD)
    whole = value.numerator * scale**degree // value.denominator
    found = _integer_root(whole, degree)
    return _number(_FINAL.divide(Decimal(found), Decimal(scale)))


#: The greatest exponent: beyond it an exact number would be too long to hold.
MOST_EXACT = 1000


def power(base: Number, exponent: Number) -> Number | None:
    """A number to a power: exact where the exponent is whole, else to 30 significant digits. None
    where there is none: 0 to a power below 0, a number below 0 to a broken one, or too large."""
    if abs(Fraction(exponent)) > MOST_EXACT or (not base and exponent < 0):
        return None
    if exponent.denominator == 1:
        found = Fraction(base) ** int(exponent)
        return found.numerator if found.denominator == 1 else found
    if base < 0:
        return None
    return _broken_power(base, exponent) if base else 0


def _broken_power(base: Number, exponent: Number) -> Number:
    """By logarithms, carried far enough that the digits lost to the exponent do not show."""
    wide = Context(prec=2 * (DIGITS + _GUARD), rounding=ROUND_HALF_EVEN)
    log = wide.ln(wide.divide(Decimal(base.numerator), Decimal(base.denominator)))
    scaled = wide.divide(
        wide.multiply(log, Decimal(exponent.numerator)), Decimal(exponent.denominator)
    )
    return _number(_FINAL.plus(wide.exp(scaled)))


def _integer_root(value: int, degree: int) -> int:
    """The greatest integer whose power of the degree is not above a value: Newton's method."""
    if value == 0:
        return 0
    guess = 1 << -(-value.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + value // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better


def _number(value: Decimal) -> Number:
    found = Fraction(value)
    return found.numerator if found.denominator == 1 else found

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
_FINAL = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)


def ln(value: Number) -> Number:
    """The natural logarithm of a number above 0, to 30 significant digits."""
    # The closer to 1, the more of the digits are lost before the first that counts.
    near = _magnitude(value.denominator) - _magnitude(value.numerator - value.denominator)
    context = Context(prec=DIGITS + _GUARD + max(0, near) + 1, rounding=ROUND_HALF_EVEN)
    wide = context.divide(Decimal(value.numerator), Decimal(value.denominator))
    return _number(_FINAL.plus(context.ln(wide)))


def root(value: Number, degree: int) -> Number:
    """The root of a degree of a number not below 0, to 30 significant digits; exact where it is."""
    # The smaller the root, the further right its first digit stands.
    small = max(0, _magnitude(value.denominator) - _magnitude(value.numerator)) // degree + 2
    scale = 10 ** (DIGITS + _GUARD + small)
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


def _magnitude(value: int) -> int:
    """How many digits a whole number has, give or take one."""
    return value.bit_length() * 30103 // 100000 + 1


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

"""Logarithms and roots to a fixed number of digits, the same on every machine.

Both are worked out on integers or by correctly rounded decimal arithmetic, never on binary floats.
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

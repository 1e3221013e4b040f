"""Exact arithmetic on integers and fractions: an integer wherever the result is one.

``Fraction`` reduces and wraps at every step; a score is a long chain of small steps on numbers that
are mostly whole. These functions work on numerators and denominators and make at most one fraction.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import Any, TypeAlias

Number: TypeAlias = "int | Fraction"
#: Up to which common denominator numbers are compared as whole ones.
_MOST_COMMON = 10**30


def quotient(top: int, bottom: int) -> Number:
    """One integer divided by another."""
    whole, rest = divmod(top, bottom)
    return Fraction(top, bottom) if rest else whole


def add(left: Number, right: Number) -> Number:
    """The sum of two numbers."""
    if left.__class__ is int and right.__class__ is int:
        return left + right
    first, second = left.denominator, right.denominator
    if first == second:
        return quotient(left.numerator + right.numerator, first)
    return quotient(left.numerator * second + right.numerator * first, first * second)


def subtract(left: Number, right: Number) -> Number:
    """The difference of two numbers."""
    if left.__class__ is int and right.__class__ is int:
        return left - right
    first, second = left.denominator, right.denominator
    if first == second:
        return quotient(left.numerator - right.numerator, first)
    return quotient(left.numerator * second - right.numerator * first, first * second)


def multiply(left: Number, right: Number) -> Number:
    """The product of two numbers."""
    if left.__class__ is int and right.__class__ is int:
        return left * right
    return quotient(left.numerator * right.numerator, left.denominator * right.denominator)


def divide(left: Number, right: Number) -> Number:
    """The quotient of two numbers; the second is not 0."""
    return quotient(left.numerator * right.denominator, left.denominator * right.numerator)


def at_most(left: Number, right: Number) -> bool:
    """Whether the first number is not above the second."""
    if left.__class__ is int and right.__class__ is int:
        return left <= right
    return left.numerator * right.denominator <= right.numerator * left.denominator


def total(numbers: Sequence[Number]) -> Number:
    """The sum of many numbers, over one common denominator."""
    bottom = lcm(*{number.denominator for number in numbers})
    if bottom == 1:
        return sum(number.numerator for number in numbers)
    tops = [number.numerator * (bottom // number.denominator) for number in numbers]
    return quotient(sum(tops), bottom)


def comparable(numbers: list[Any]) -> list[Any]:
    """Values in the same order as these and equal where these are: whole numbers in place of
    fractions, which compare slowly, where a common denominator is not out of all proportion."""
    if Fraction not in set(map(type, numbers)):
        return numbers
    bottom = 1
    for denominator in {number.denominator for number in numbers}:
        bottom = lcm(bottom, denominator)
        if bottom > _MOST_COMMON:
            return numbers
    return [number.numerator * (bottom // number.denominator) for number in numbers]


def rounded(value: Number, places: int, mode: str) -> Number:
    """A number to so many decimals: halves away from zero or to the even digit, or the rest dropped
    or counted up."""
    scale = 10**places
    top, bottom = abs(value.numerator) * scale, value.denominator
    if mode == "half_up":
        whole = (2 * top + bottom) // (2 * bottom)
    elif mode == "half_even":
        whole, rest = divmod(top, bottom)
        whole += 2 * rest > bottom or (2 * rest == bottom and whole % 2 == 1)
    elif mode == "down":
        whole = top // bottom
    else:
        whole = -(-top // bottom)
    return quotient(-whole if value.numerator < 0 else whole, scale)

"""Values, and what comes of them.

A value is an exact number, a condition, a name or text, a date, a list of names, or one of three
things that are no plain value:

* ``BLANK``: an empty cell. It may be handed on and asked after (为空, 有值). It equals nothing. Whatever
  needs it to be a value has the fault ``blank``.
* ``NOTHING``: no value by the policy's own word (取：空, or a rule for other units). What is worked out
  from it is nothing too; sums, means and counts pass over it.
* a ``Fault``: a value that could not be worked out, and why, as a set of reasons:

  ==========  =======================================================
  blank       a blank was needed
  bad         the cell broke its contract, or the row is nobody's
  zero        something was divided by zero
  none        there was nothing to take the mean or the highest of
  outside     a mark below 0 or above what it can be
  unmatched   in no range, or a name without an entry
  undefined   a logarithm or root that does not exist
  ==========  =======================================================

An operation on several operands first sees whether all are plain. If not, it comes to all their
faults together (a blank being one), and where there is no fault but a nothing, to nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from enum import Enum
from fractions import Fraction
from math import ceil, floor
from typing import Any, TypeAlias


class Missing(Enum):
    BLANK = "blank"
    NOTHING = "nothing"


BLANK, NOTHING = Missing.BLANK, Missing.NOTHING


@dataclass(frozen=True)
class Fault:
    reasons: frozenset[str]


Value: TypeAlias = "Fraction | str | bool | date | tuple[str, ...] | Missing | Fault"


def fault(reason: str) -> Fault:
    return Fault(frozenset({reason}))


def plain(value: Value) -> bool:
    return not isinstance(value, (Missing, Fault))


def needed(value: Value) -> Value:
    """A value where one is needed."""
    return fault("blank") if value is BLANK else value


def strictly(work: Callable[..., Value] | None, *operands: Value) -> Value:
    """What an operation comes to that needs all of its operands; None where one is known not to be
    plain."""
    if work is not None and all(map(plain, operands)):
        return work(*operands)
    faults = [v.reasons for v in map(needed, operands) if isinstance(v, Fault)]
    return Fault(frozenset().union(*faults)) if faults else NOTHING


def add(*numbers: Value) -> Value:
    return strictly(lambda *terms: sum(terms, Fraction(0)), *numbers)


def multiply(a: Value, b: Value) -> Value:
    return strictly(lambda x, y: x * y, a, b)


def divide(a: Value, b: Value) -> Value:
    return strictly(lambda x, y: fault("zero") if y == 0 else x / y, a, b)


def compare(sign: str, a: Value, b: Value) -> Value:
    """A blank or a nothing equals no value, not even another; more or less it cannot be."""
    if sign in ("=", "!="):
        if isinstance(a, Fault) or isinstance(b, Fault):
            return strictly(None, *(v for v in (a, b) if isinstance(v, Fault)))
        same = plain(a) and plain(b) and a == b
        return same if sign == "=" else not same
    signs: dict[str, Callable[[Any, Any], bool]] = {
        "<": lambda x, y: x < y,
        "<=": lambda x, y: x <= y,
        ">": lambda x, y: x > y,
        ">=": lambda x, y: x >= y,
    }
    return strictly(signs[sign], a, b)


def within(mark: Value, low: Value, high: Value) -> Value:
    """A mark that must lie between two numbers."""
    return strictly(lambda m, a, b: m if a <= m <= b else fault("outside"), mark, low, high)


def rounded(value: Value, places: int, mode: str) -> Value:
    """To so many decimals, by magnitude: halves up, the rest dropped, or any rest counted."""

    def done(number: Fraction) -> Value:
        size = abs(number) * 10**places
        half = Fraction(1, 2)
        whole = {"half_up": floor(size + half), "down": floor(size), "up": ceil(size)}[mode]
        return Fraction(whole if number >= 0 else -whole, 10**places)

    return strictly(done, value)


def logarithm(value: Value) -> Value:
    """The natural logarithm to 30 significant digits, halves to even."""
    return strictly(lambda v: fault("undefined") if v <= 0 else _digits(_log(v)), value)


def root(value: Value, degree: int) -> Value:
    """The root of a degree to 30 significant digits, halves to even."""
    return strictly(lambda v: fault("undefined") if v < 0 else _digits(_root(v, degree)), value)


def _log(value: Fraction) -> Decimal:
    with localcontext(Context(prec=200)):
        return Decimal(value.numerator).ln() - Decimal(value.denominator).ln()


def _root(value: Fraction, degree: int) -> Decimal:
    """To 150 digits, so that an exact root is exact when the last of them are rounded off."""
    with localcontext(Context(prec=200)):
        number = Decimal(value.numerator) / Decimal(value.denominator)
        found = number ** (Decimal(1) / degree) if number else number
    return Context(prec=150).plus(found)


def _digits(value: Decimal) -> Fraction:
    return Fraction(Context(prec=30, rounding=ROUND_HALF_EVEN).plus(value))

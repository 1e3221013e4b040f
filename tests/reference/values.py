"""Values, and what comes of them.

A value is an exact number, a condition, a name or text, a date, a list of names, or one of three
things that are no plain value:

* ``BLANK``: an empty cell. It may be handed on and asked after (为空, 有值). It equals nothing. Whatever
  needs it to be a value has the fault ``blank``.
* ``NOTHING``: no value by the policy's own word (取：空, or a rule for other units). What is worked out
  from it is nothing too; sums, means and counts pass over it.
* a ``Fault``: a value that could not be worked out, and why, as a set of reasons:

  ============  ==========================================================
  blank         a blank was needed
  bad           the cell broke its contract, or the row is nobody's
  zero          something was divided by zero
  not_positive  what a completion ratio divides by is not above 0
  none, few, many  nothing to take the mean or the highest of, too few, or not only one
  tied          equal values where none may be
  indivisible   a total, or weights, that make no shares
  outside       a mark below 0 or above what it can be
  unmatched     in no range, or a name without an entry
  undefined     a logarithm, root or power that does not exist
  day, year     no such day, or a year of which the calendar has no day
  ============  ==========================================================

An operation on several operands first sees whether all are plain. If not, it comes to all their
faults together (a blank being one), and where there is no fault but a nothing, to nothing.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeAlias


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
    return type(value) is not Missing and type(value) is not Fault


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


def subtract(a: Value, b: Value) -> Value:
    return strictly(lambda x, y: x - y, a, b)


def divide(a: Value, b: Value) -> Value:
    return strictly(lambda x, y: fault("zero") if y == 0 else x / y, a, b)


def compare(sign: str, a: Value, b: Value) -> Value:
    """A blank or a nothing equals no value, not even another; more or less it cannot be."""
    if sign in ("=", "!="):
        if isinstance(a, Fault) or isinstance(b, Fault):
            return strictly(None, *(v for v in (a, b) if isinstance(v, Fault)))
        same = plain(a) and plain(b) and a == b
        return same if sign == "=" else not same
    signs = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
    return strictly(signs[sign], a, b)


def within(mark: Value, low: Value, high: Value) -> Value:
    """A mark that must lie between two numbers."""
    return strictly(lambda m, a, b: m if a <= m <= b else fault("outside"), mark, low, high)

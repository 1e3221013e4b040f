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
from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, NamedTuple, TypeAlias


class Missing(Enum):
    BLANK = "blank"
    NOTHING = "nothing"


BLANK, NOTHING = Missing.BLANK, Missing.NOTHING


class Fault(NamedTuple):
    reasons: frozenset[str]


Value: TypeAlias = "Fraction | str | bool | date | tuple[str, ...] | Missing | Fault"
ZERO, ONE = Fraction(0), Fraction(1)


def fault(reason: str) -> Fault:
    return Fault(frozenset({reason}))


def plain(value: Value) -> bool:
    return type(value) is not Missing and type(value) is not Fault


def needed(value: Value) -> Value:
    """A value where one is needed."""
    return fault("blank") if value is BLANK else value


def strictly(work: Callable[..., Value], *operands: Value) -> Value:
    """What an operation comes to that needs all of its operands."""
    if all(map(plain, operands)):
        return work(*operands)
    faults = [v.reasons for v in map(needed, operands) if isinstance(v, Fault)]
    return Fault(frozenset().union(*faults)) if faults else NOTHING


#: What the signs of formulas do with plain values.
SIGNS: dict[str, Callable[..., Value]] = {
    "+": lambda *terms: sum(terms, ZERO),
    "-": operator.sub,
    "*": operator.mul,
    "/": lambda a, b: a / b if b else fault("zero"),
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
    "in": lambda name, names: name in names,
}


def calculate(sign: str, *operands: Value) -> Value:
    """A calculation or comparison. A blank or a nothing may be asked whether it equals something, or
    stands in a list: it equals no value, not even another."""
    if sign in ("=", "!=", "in") and not all(map(plain, operands)):
        faults = [value for value in operands if isinstance(value, Fault)]
        return strictly(SIGNS[sign], *faults) if faults else sign == "!="
    return strictly(SIGNS[sign], *operands)


def within(mark: Value, most: Value) -> Value:
    """A mark that must lie between 0 and a full mark."""
    return strictly(lambda m, full: m if 0 <= m <= full else fault("outside"), mark, most)


def chosen(holds: Value, value: Value, otherwise: Value) -> Value:
    """A value where a condition holds, another where it does not; without an answer, neither."""
    return value if holds is True else otherwise if holds is False else needed(holds)


def grouped(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    """The second of each pair by the first."""
    found: dict[Any, list[Any]] = {}
    for key, one in pairs:
        found.setdefault(key, []).append(one)
    return found


def once(method: Callable[..., Any]) -> Callable[..., Any]:
    """A method that works out each of its answers once."""

    def known(self: Any, *given: Any) -> Any:
        answers = self.__dict__.setdefault(f"_{method.__name__}", {})
        if given not in answers:
            answers[given] = method(self, *given)
        return answers[given]

    return known

"""What a value can be: the numbers, the names and the truth values, and whether it may be blank.

Dates are numbers here, counted in days, so that they are compared as numbers are. A fault is no
value: what is said of an operation is said of wherever it has an answer.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TypeAlias

from attrs import evolve, frozen

from ..data.contract import ColumnSpec, ColumnType
from ..extent import ANY, Extent, extent, hull, meet, of_range, point

Truths: TypeAlias = "frozenset[bool]"
Names: TypeAlias = "frozenset[str] | None"

NO_NAMES: frozenset[str] = frozenset()
TRUE: Truths = frozenset({True})
FALSE: Truths = frozenset({False})
EITHER: Truths = frozenset({True, False})
_NEITHER: Truths = frozenset()


@frozen
class Reach:
    """What a value can be. ``names`` None stands for any text or list of names."""

    numbers: Extent | None = None
    names: Names = NO_NAMES
    truths: Truths = _NEITHER
    blank: bool = False

    @property
    def has_value(self) -> bool:
        """Whether it can be anything but blank."""
        return self.numbers is not None or self.names != NO_NAMES or bool(self.truths)

    @property
    def fixed(self) -> bool:
        """Whether it can be one thing only."""
        if self.names is None:
            return False
        numbers = 0 if self.numbers is None else 1 if self.numbers.point is not None else 2
        return numbers + len(self.names) + len(self.truths) + self.blank <= 1


NOWHERE = Reach()
BLANK = Reach(blank=True)
CONDITION = Reach(truths=EITHER)
ANYTHING = Reach(ANY, None, EITHER, blank=True)


def number(found: Extent | None, blank: bool = False) -> Reach:
    """A number, which may be blank."""
    return Reach(found, blank=blank)


def truth(found: Truths) -> Reach:
    return Reach(truths=found)


def join(first: Reach, second: Reach) -> Reach:
    """Either of two."""
    if first == second:
        return first
    any_name = first.names is None or second.names is None
    return Reach(
        hull(first.numbers, second.numbers),
        None if any_name else (first.names or NO_NAMES) | (second.names or NO_NAMES),
        first.truths | second.truths,
        first.blank or second.blank,
    )


def narrowed(first: Reach, second: Reach) -> Reach:
    """Both of two."""
    if first.names is None or second.names is None:
        names = second.names if first.names is None else first.names
    else:
        names = first.names & second.names
    return Reach(
        meet(first.numbers, second.numbers),
        names,
        first.truths & second.truths,
        first.blank and second.blank,
    )


def present(found: Reach) -> Reach:
    """The same, but not blank."""
    return evolve(found, blank=False) if found.blank else found


def of_constant(value: int | Fraction | str | bool | date | None) -> Reach:
    """A value written in the policy."""
    match value:
        case None:
            return BLANK
        case bool():
            return truth(frozenset({value}))
        case str():
            return Reach(names=frozenset({value}))
        case date():
            return number(point(value.toordinal()))
        case _:
            return number(point(value))


def of_column(column: ColumnSpec) -> Reach:
    """What a cell that keeps its contract can hold."""
    match column.type:
        case ColumnType.NUMBER | ColumnType.INTEGER:
            whole = column.type is ColumnType.INTEGER
            step = Fraction(1, 100 if column.unit == "%" else 1) if whole else Fraction(0)
            free = extent((None, False), (None, False), step)
            found = of_range(column.range, step) if column.range is not None else free
            return number(found, column.nullable)
        case ColumnType.DATE:
            return number(extent((None, False), (None, False), Fraction(1)), column.nullable)
        case ColumnType.CHOICE:
            return Reach(names=frozenset(column.choices), blank=column.nullable)
        case ColumnType.TEXT | ColumnType.UNIT | ColumnType.NAMES:
            return Reach(names=None, blank=column.nullable)

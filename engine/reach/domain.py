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
from ..extent import Extent, extent, hull, meet, of_range, point

Truths: TypeAlias = "frozenset[bool]"
Names: TypeAlias = "frozenset[str] | None"

NO_NAMES: frozenset[str] = frozenset()
TRUE: Truths = frozenset({True})
FALSE: Truths = frozenset({False})
EITHER: Truths = frozenset({True, False})
_NEITHER: Truths = frozenset()


@frozen
class Reach:
    """What a value can be. ``names`` None stands for any text or list of names but those
    ``without``, which is only set then. ``blank`` says that there may be no value; ``nothing``
    that this may be by the policy's own word, so that what is worked out from it is nothing too,
    where an empty cell would be a fault."""

    numbers: Extent | None = None
    names: Names = NO_NAMES
    truths: Truths = _NEITHER
    blank: bool = False
    nothing: bool = False
    without: frozenset[str] = NO_NAMES

    def may_be(self, name: str) -> bool:
        """Whether it can be a certain name."""
        return name not in self.without if self.names is None else name in self.names

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
NOTHING = Reach(blank=True, nothing=True)
CONDITION = Reach(truths=EITHER)


def number(found: Extent | None, nothing: bool = False) -> Reach:
    """A number worked out from others, which is nothing where one of them is."""
    return Reach(found, blank=nothing, nothing=nothing)


def truth(found: Truths) -> Reach:
    return Reach(truths=found)


def join(first: Reach, second: Reach) -> Reach:
    """Either of two."""
    if first == second:
        return first
    names, without = _either(first, second)
    return Reach(
        hull(first.numbers, second.numbers),
        names,
        first.truths | second.truths,
        first.blank or second.blank,
        first.nothing or second.nothing,
        without,
    )


def _either(first: Reach, second: Reach) -> tuple[Names, frozenset[str]]:
    if first.names is not None and second.names is not None:
        return first.names | second.names, NO_NAMES
    both = first.without | second.without
    return None, frozenset(n for n in both if not first.may_be(n) and not second.may_be(n))


def narrowed(first: Reach, second: Reach) -> Reach:
    """Both of two."""
    names, without = _both(first, second)
    return Reach(
        meet(first.numbers, second.numbers),
        names,
        first.truths & second.truths,
        first.blank and second.blank,
        first.nothing and second.nothing,
        without,
    )


def _both(first: Reach, second: Reach) -> tuple[Names, frozenset[str]]:
    if first.names is None and second.names is None:
        return None, first.without | second.without
    names = (first.names or NO_NAMES) | (second.names or NO_NAMES)
    return frozenset(n for n in names if first.may_be(n) and second.may_be(n)), NO_NAMES


def present(found: Reach) -> Reach:
    """The same, but not blank."""
    return evolve(found, blank=False, nothing=False) if found.blank else found


def of_constant(value: int | Fraction | str | bool | date | None) -> Reach:
    """A value written in the policy."""
    match value:
        case None:
            return NOTHING
        case bool():
            return truth(frozenset({value}))
        case str():
            return Reach(names=frozenset({value}))
        case date():
            return number(point(value.toordinal()))
        case _:
            return number(point(value))


def of_column(column: ColumnSpec, sparse: bool = False) -> Reach:
    """What a cell that keeps its contract can hold; where rows may be missing, nothing as well."""
    blank = column.nullable or sparse
    match column.type:
        case ColumnType.NUMBER | ColumnType.INTEGER:
            whole = column.type is ColumnType.INTEGER
            step = Fraction(1, 100 if column.unit == "%" else 1) if whole else Fraction(0)
            free = extent((None, False), (None, False), step)
            found = of_range(column.range, step) if column.range is not None else free
            return Reach(found, blank=blank)
        case ColumnType.DATE:
            days = extent((None, False), (None, False), Fraction(1))
            return Reach(days, blank=blank)
        case ColumnType.CHOICE:
            return Reach(names=frozenset(column.choices), blank=blank)
        case ColumnType.TEXT | ColumnType.UNIT | ColumnType.NAMES:
            return Reach(names=None, blank=blank)

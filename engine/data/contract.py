"""What a policy demands of its data: tables, columns, types, ranges, keys."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import Literal

from attrs import field, frozen

from ...grammar.source import Span
from ...grammar.tokens import MULTIPLES


class ColumnType(Enum):
    """What a cell of a column holds."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    DATE = "date"
    CHOICE = "choice"  # one of ``ColumnSpec.choices``
    UNIT = "unit"  # a unit of the register, compared by normalised spelling
    NAMES = "names"  # several names joined by 、


@frozen
class Range:
    """Bounds of a number. A None end is unbounded."""

    low: Fraction | None = None
    low_closed: bool = True
    high: Fraction | None = None
    high_closed: bool = True

    def holds(self, value: Fraction | int) -> bool:
        """Whether a value lies inside."""
        above = self.low is None or (value >= self.low if self.low_closed else value > self.low)
        below = self.high is None or (value <= self.high if self.high_closed else value < self.high)
        return above and below


#: What the month of a date can be.
MONTHS = Range(Fraction(1), True, Fraction(12), True)


@frozen
class Derivation:
    """How a column comes of another one of its table: by the year or month of a date, and by the
    name of the band that a number lies in."""

    column: str
    part: Literal["year", "month"] | None = None
    bands: tuple[tuple[str, Range], ...] = ()


@frozen
class ColumnSpec:
    """One column. ``unit`` is the unit word of its numbers (``分``, ``人``, ``%``) or None, and
    ``multiple`` the word before it that it is filled in by (``万`` of ``万元``); ``sheet`` names
    the worksheet that holds it where a table is spread over several."""

    name: str
    type: ColumnType
    span: Span
    choices: tuple[str, ...] = ()
    range: Range | None = None
    nullable: bool = False
    # What alone stands for none in a nullable column; None for an empty cell, strokes and 无.
    blanks: tuple[str, ...] | None = None
    reference: bool = False  # kept for the record; no rule reads it
    outsiders: bool = False  # of the unit column: rows of units not in the register are left out
    former: bool = False  # in the register: earlier names of the unit, by which it is known too
    unit: str | None = None
    multiple: str = ""
    sheet: str | None = None
    header: str | None = None  # what stands above the column in the file, where not its name
    derived: Derivation | None = None  # the file has no such column

    @property
    def measure(self) -> str:
        """What the numbers of the file are counted in: ``万元``; “” where nothing is said."""
        return self.multiple + (self.unit or "")

    @property
    def scale(self) -> int:
        """How many of its unit a 1 in the file is: 10000 in ``万元``."""
        return MULTIPLES.get(self.multiple, 1)


@frozen
class TableSpec:
    """One declared table.

    ``file`` is a name inside the data folder. ``key`` identifies a row and must be unique;
    ``unique`` lists further column groups that must be unique wherever none of them is blank.
    ``unit_column`` is the column that names the unit a row belongs to, or None. The register is
    the table that says which units exist. An ``optional`` table may be absent altogether.

    A table may belong to another, its ``owner``: each of its rows to the row whose key equals
    ``owner_columns``, in the order of that key. When these are its own key it has exactly one row
    for each of the owner's (``aligned``), or at most one where it is ``partial``. ``period`` is
    the column that tells the periods of one series apart.
    """

    name: str
    file: str
    columns: tuple[ColumnSpec, ...]
    key: tuple[str, ...]
    span: Span
    unit_column: str | None = None
    unique: tuple[tuple[str, ...], ...] = ()
    register: bool = False
    optional: bool = False
    encoding: str | None = None
    sheets: tuple[str, ...] = field(default=())
    owner: str | None = None
    owner_columns: tuple[str, ...] = ()
    partial: bool = False
    period: str | None = None

    @property
    def aligned(self) -> bool:
        """Whether its rows are those of its owner, with further columns."""
        return self.owner is not None and set(self.key) == set(self.owner_columns)

    @property
    def sparse(self) -> bool:
        """Whether it may lack rows that its owner has, whose cells are then blank."""
        return self.aligned and (self.partial or self.optional)

    def column(self, name: str) -> ColumnSpec:
        """The column of that name; KeyError if the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


@frozen
class Holidays:
    """A table that says of a day, in the column ``kind``, whether it is off (a name in ``off``) or
    worked (one in ``work``); every year that is asked for has days in it."""

    table: str
    day: str
    kind: str
    off: tuple[str, ...]
    work: tuple[str, ...]

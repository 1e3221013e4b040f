"""What a policy demands of its data: tables, columns, types, ranges, keys."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from ...grammar.source import Span


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


@frozen
class ColumnSpec:
    """One column. ``unit`` is the unit word of its numbers (``分``, ``人``, ``%``) or None;
    ``sheet`` names the worksheet that holds it where a table is spread over several."""

    name: str
    type: ColumnType
    span: Span
    choices: tuple[str, ...] = ()
    range: Range | None = None
    nullable: bool = False
    reference: bool = False  # kept for the record; no rule reads it
    former: bool = False  # in the register: earlier names of the unit, by which it is known too
    unit: str | None = None
    sheet: str | None = None
    header: str | None = None  # what stands above the column in the file, where not its name


@frozen
class TableSpec:
    """One declared table.

    ``file`` is a name inside the data folder. ``key`` identifies a row and must be unique;
    ``unique`` lists further column groups that must be unique wherever none of them is blank.
    ``unit_column`` is the column that names the unit a row belongs to, or None. When the key is
    just the unit column, the table has exactly one row for each unit (``per_unit``). The register
    is the table that says which units exist. An ``optional`` table may be absent altogether.
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

    @property
    def per_unit(self) -> bool:
        return self.unit_column is not None and self.key == (self.unit_column,)

    def column(self, name: str) -> ColumnSpec:
        """The column of that name; KeyError if the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

"""Tables that were read: typed exact values, and where each of them stands in its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from ...grammar.diagnostics import Cell, decimal_text
from .contract import TableSpec


class Gap(Enum):
    """A cell without a usable value."""

    BLANK = "blank"  # legally empty
    BAD = "bad"  # broke the contract; a finding has been made


Value: TypeAlias = "int | Fraction | str | bool | date | tuple[str, ...] | Gap"


@frozen
class RawCell:
    """One cell as a file holds it. ``kind`` says how the file stored it; ``text`` is what was
    typed: numbers as decimals, percentages as shown without their sign, dates as ISO, formulas
    and errors as they are. Readers share equal cells of a file: each is typed once.
    """

    kind: str  # blank, text, number, percent, date, bool, error, formula
    text: str


BLANK_CELL = RawCell("blank", "")


@frozen
class RawSheet:
    """A rectangle of cells: one worksheet, or a whole CSV file (``name`` None).

    ``lines`` gives each row's own first line, counted from 1: a quoted line break makes a row of
    a CSV file span several lines. All rows are equally long. What is hidden
    is there all the same; ``hidden_rows`` are lines.
    """

    file: str
    name: str | None
    rows: Sequence[Sequence[RawCell]]
    lines: Sequence[int]
    hidden: bool = False
    hidden_rows: Sequence[int] = ()


@frozen
class ColumnOrigin:
    """Where a column's values stand: one file row for each table row (0: no such row)."""

    file: str
    sheet: str | None
    letter: str
    rows: Sequence[int]


@frozen
class Table:
    """A table's rows by column, each column as long as ``size``."""

    spec: TableSpec
    size: int
    columns: Mapping[str, Sequence[Value]] = field(repr=False)
    origins: Mapping[str, ColumnOrigin] = field(repr=False)
    present: bool = True  # False for an optional table without a file

    def keys(self, columns: Sequence[str]) -> list[tuple[Value, ...]]:
        """What each row holds in some columns. Without columns all rows are alike."""
        found = [self.columns[name] for name in columns]
        return list(zip(*found, strict=True)) if found else [()] * self.size

    def cell(self, column: str, row: int) -> Cell:
        """The place of one value in its file."""
        origin = self.origins[column]
        raw = self.columns[column][row]
        text = "" if isinstance(raw, Gap) else raw_text(raw)
        return Cell(origin.file, origin.sheet, origin.rows[row], origin.letter, text)


def raw_text(value: Value) -> str:
    """A value as an officer would type it."""
    match value:
        case Gap():
            return ""
        case tuple():
            return "、".join(value)
        case date():
            return value.isoformat()
        case int() | Fraction():
            return decimal_text(Fraction(value))
        case _:
            return str(value)


@frozen
class Dataset:
    """All tables of a run, by name; the register first among them in meaning."""

    tables: Mapping[str, Table]

"""One cell against its column: the exact value, or what is wrong with it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from ...grammar.diagnostics import Code
from . import codes
from .contract import ColumnSpec, ColumnType
from .names import Names
from .numbers import date_of, names_of, number_of
from .tables import Gap, RawCell, Value
from .text import has_wide, is_missing, nothing, plain


@frozen
class Typed:
    """A typed cell: its value, the code of its finding if there is one, what it was read as.

    ``as_text`` (a number stored as text) and ``doubtful`` (a small number where percent is
    meant) are counted for the whole column instead of being found cell by cell.
    """

    value: Value
    code: Code | None = None
    read: str = ""
    as_text: bool = False
    doubtful: bool = False


def type_cell(column: ColumnSpec, cell: RawCell, names: Names | None) -> Typed:
    """Types one cell. ``names`` are the units or choices it must be among, if these are known."""
    if cell.kind == "formula":
        return Typed(Gap.BAD, codes.FORMULA)
    if cell.kind == "error":
        return Typed(Gap.BAD, codes.ERROR_CELL)
    text = plain(cell.text)
    # A choice may itself be called 无; so it comes before the words for nothing.
    if names is not None and text and names.find(text) is not None:
        return _named(cell, names)
    if _stands_for_none(column, text):
        return Typed(Gap.BLANK)
    if is_missing(text):
        return Typed(Gap.BAD, codes.BLANK)
    match column.type:
        case ColumnType.NUMBER | ColumnType.INTEGER:
            return _number(column, cell, text)
        case ColumnType.DATE:
            return _date(cell, text)
        case _:
            return _words(column, cell, names)


def _stands_for_none(column: ColumnSpec, text: str) -> bool:
    """Whether a plain text says that there is no value. Where the policy lists the words for that,
    an empty cell is one that was forgotten."""
    if column.blanks is None:
        return column.nullable and is_missing(text)
    return nothing(text) in map(nothing, column.blanks)


def _named(cell: RawCell, names: Names) -> Typed:
    typed = cell.text.strip()
    name = names.find(typed)
    if name is None or name == typed:
        return Typed(Gap.BAD if name is None else name)
    return Typed(name, codes.SPELLING, name)


def _words(column: ColumnSpec, cell: RawCell, names: Names | None) -> Typed:
    typed = cell.text.strip() + ("%" if cell.kind == "percent" else "")
    match column.type:
        case ColumnType.NAMES:
            return Typed(names_of(typed))
        case ColumnType.UNIT if names is not None:
            return Typed(Gap.BAD, codes.UNKNOWN_UNIT)
        case ColumnType.CHOICE:
            return Typed(Gap.BAD, codes.NOT_A_CHOICE)
        case _:
            return Typed(typed)


def _date(cell: RawCell, text: str) -> Typed:
    found = date_of(text) if cell.kind in {"text", "date", "number"} else None
    if found is None:
        return Typed(Gap.BAD, codes.NOT_A_DATE)
    return Typed(found) if isinstance(found, date) else Typed(Gap.BAD, codes.NO_SUCH_DATE)


def _number(column: ColumnSpec, cell: RawCell, text: str) -> Typed:
    found = number_of(text) if cell.kind in {"text", "number", "percent"} else None
    if found is None:
        return Typed(Gap.BAD, codes.NOT_A_NUMBER)
    number, unit = found
    unit = "%" if cell.kind == "percent" else unit
    if unit and unit != column.measure:
        return Typed(Gap.BAD, codes.WRONG_UNIT)
    whole = column.type is ColumnType.INTEGER
    value = number / 100 if column.unit == "%" else number * column.scale
    if whole and (number if column.unit == "%" else value).denominator != 1:
        return Typed(Gap.BAD, codes.NOT_WHOLE)
    if column.range is not None and not column.range.holds(value):
        return Typed(Gap.BAD, codes.OUT_OF_RANGE)
    exact: Value = int(value) if whole and value.denominator == 1 else value
    code = codes.WIDE_FORM if has_wide(cell.text) else None
    doubtful = column.unit == "%" and not unit and 0 < abs(number) <= 1
    return Typed(exact, code, text, cell.kind == "text", doubtful)

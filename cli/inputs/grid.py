"""One worksheet as a rectangle of raw cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, TypeAlias

from ...engine.data.tables import BLANK_CELL, RawCell, RawSheet

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Grid: TypeAlias = "dict[tuple[int, int], RawCell]"

#: Quoted, escaped and bracketed parts of a number format: a % in them is only a decoration.
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def sheet_of(file: str, shown: Worksheet, formulas: Worksheet | None) -> RawSheet:
    """A worksheet read for its values, and once more for its formulas where it has any."""
    grid = _filled(shown)
    if formulas is not None:
        _mark_formulas(grid, formulas)
    _spread_merged(grid, shown)
    height = max((row for row, _ in grid), default=0)
    hidden = [n for n, row in shown.row_dimensions.items() if row.hidden and n <= height]
    visible = shown.sheet_state == "visible"
    rows = _rectangle(grid, height)
    return RawSheet(file, shown.title, rows, range(1, height + 1), not visible, sorted(hidden))


def _cells(sheet: Worksheet) -> Mapping[tuple[int, int], Cell | MergedCell]:
    # The public iterators walk the whole rectangle up to the farthest formatted cell, a million
    # rows in many a real file; this is the table of the cells that are there.
    return sheet._cells


def _filled(sheet: Worksheet) -> Grid:
    """The cells that hold something. Equal cells are shared."""
    known: dict[RawCell, RawCell] = {}
    grid: Grid = {}
    for place, cell in _cells(sheet).items():
        if cell.value is not None:
            raw = raw_cell(cell.value, cell.data_type, cell.number_format)
            if raw is not BLANK_CELL:
                grid[place] = known.setdefault(raw, raw)
    return grid


def _mark_formulas(grid: Grid, formulas: Worksheet) -> None:
    """A formula whose result was never stored reads as blank; here it becomes a formula."""
    for place, cell in _cells(formulas).items():
        if cell.data_type == "f" and place not in grid:
            text = getattr(cell.value, "text", None) or cell.value  # array formulas are objects
            grid[place] = RawCell("formula", str(text))


def _spread_merged(grid: Grid, sheet: Worksheet) -> None:
    """Every cell of a merged range takes the value of its first, as far as the sheet is filled."""
    height = max((row for row, _ in grid), default=0)
    width = max((column for _, column in grid), default=0)
    for merged in sheet.merged_cells.ranges:
        first = grid.get((merged.min_row, merged.min_col))
        if first is None:
            continue
        for row in range(merged.min_row, min(merged.max_row, height) + 1):
            for column in range(merged.min_col, min(merged.max_col, width) + 1):
                grid.setdefault((row, column), first)


def _rectangle(grid: Grid, height: int) -> Sequence[Sequence[RawCell]]:
    width = max((column for _, column in grid), default=0)
    blank: Sequence[RawCell] = (BLANK_CELL,) * width
    rows: list[Sequence[RawCell]] = [blank] * height
    filled: dict[int, list[RawCell]] = {}
    for (row, column), cell in grid.items():
        filled.setdefault(row, list(blank))[column - 1] = cell
    for row, cells in filled.items():
        rows[row - 1] = cells
    return rows


def raw_cell(value: object, data_type: str, number_format: str) -> RawCell:
    """One value of a workbook with the kind that its type and format give it."""
    match value:
        case bool():
            return RawCell("bool", "TRUE" if value else "FALSE")
        case int() | float():
            return _number(value, number_format)
        case datetime():
            whole = value.time().isoformat() == "00:00:00"
            text = value.date().isoformat() if whole else value.isoformat(" ", "seconds")
            return RawCell("date", text)
        case date():
            return RawCell("date", value.isoformat())
    text = str(value)
    if data_type == "e":
        return RawCell("error", text)
    return RawCell("text", text) if text.strip() else BLANK_CELL


def _number(value: int | float, number_format: str) -> RawCell:
    """The decimal that was typed. A workbook stores binary doubles; 15 digits give back every
    decimal of up to 15 digits, while the shortest repr would show artefacts of computed cells."""
    if not isfinite(value):
        return RawCell("error", str(value))
    typed = Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g"))
    percent = "%" in _LITERAL.sub("", number_format)
    text = format(typed * 100 if percent else typed, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return RawCell("percent" if percent else "number", text)

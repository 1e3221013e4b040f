"""The header row of a sheet: where it is, and which column of the sheet is which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from ...grammar.diagnostics import Argument, Cell, Diagnostic, Text
from ...grammar.suggest import nearest
from . import codes
from .contract import ColumnSpec
from .findings import Findings, cell_at, part_of, row_of
from .tables import RawCell, RawSheet
from .text import fold
from .wording import suggestion

#: Titles and notes stand above the header, but not more of them than this.
HEADER_WITHIN = 30

_ADD_COLUMN = Text("补上这一列，或改正列名", "add the column, or correct its name")

#: Columns that only number the rows; nobody needs to be told that they are not read.
_SERIAL = frozenset({"序号", "编号", "行号", "序", "No", "No.", "NO", "NO.", "no", "#"})


@frozen
class Header:
    """The header of a sheet: its row, the place of each declared column, names of the others."""

    row: int
    places: Mapping[str, int]
    extras: tuple[str, ...]

    def names(self) -> dict[int, str]:
        """The declared column at each place."""
        return {place: name for name, place in self.places.items()}


def find_header(
    sheet: RawSheet, columns: Sequence[ColumnSpec], table: str, index: int, findings: Findings
) -> Header | None:
    """The header of one sheet, or None when no row looks like one. ``index`` orders the sheets."""
    wanted = _wanted(columns)
    scores = [_score(row, wanted) for row in sheet.rows[:HEADER_WITHIN]]
    if not any(scores):
        names = "、".join(column.name for column in columns)
        args: dict[str, Argument] = {
            "where": part_of(sheet.name),
            "rows": min(HEADER_WITHIN, len(sheet.rows)),
            "table": table,
            "columns": names,
        }
        findings.add(Diagnostic(codes.NO_HEADER, Cell(sheet.file, sheet.name), args), (index, 0, 0))
        return None
    row = scores.index(max(scores))
    header = _read(sheet, row, wanted, index, findings)
    _report_missing(sheet, header, columns, index, findings)
    return header


def _wanted(columns: Sequence[ColumnSpec]) -> dict[str, tuple[str, ...]]:
    """The columns that each header stands for: several may read the same one, as figures and as
    text. A header may carry the column's unit: 完成值（万元）."""
    wanted: dict[str, tuple[str, ...]] = {}
    for column in columns:
        name = fold(column.header or column.name)
        wanted[name] = (*wanted.get(name, ()), column.name)
    for column in columns:
        if column.unit:
            name = f"{fold(column.header or column.name)}({fold(column.measure)})"
            wanted.setdefault(name, (column.name,))
    return wanted


def _score(row: Sequence[RawCell], wanted: Mapping[str, tuple[str, ...]]) -> int:
    return len({wanted[text] for cell in row if (text := fold(cell.text)) in wanted})


def _read(
    sheet: RawSheet,
    row: int,
    wanted: Mapping[str, tuple[str, ...]],
    index: int,
    findings: Findings,
) -> Header:
    places: dict[str, int] = {}
    extras: list[str] = []
    for position, cell in enumerate(sheet.rows[row]):
        names = wanted.get(fold(cell.text), ())
        if not names:
            extras.append(cell.text.strip())
        elif names[0] in places:
            place = cell_at(sheet, row, position, cell.text.strip())
            args: dict[str, Argument] = {"where": row_of(sheet.name, place.row), "column": names[0]}
            order = (index, row, position)
            findings.add(Diagnostic(codes.HEADER_TWICE, place, args), order)
        else:
            places |= dict.fromkeys(names, position)
    named = (text for text in extras if text and fold(text) not in _SERIAL)
    return Header(row, places, tuple(dict.fromkeys(named)))


def _report_missing(
    sheet: RawSheet, header: Header, columns: Sequence[ColumnSpec], index: int, findings: Findings
) -> None:
    line = sheet.lines[header.row]
    for column in columns:
        if column.name not in header.places:
            near = nearest(column.header or column.name, header.extras)
            args: dict[str, Argument] = {
                "where": row_of(sheet.name, line),
                "column": column.header or column.name,
                "suggestion": suggestion(near, _ADD_COLUMN),
            }
            place = Cell(sheet.file, sheet.name, line)
            findings.add(Diagnostic(codes.COLUMN_MISSING, place, args), (index, header.row, 0))


def data_start(sheet: RawSheet, header: Header) -> int:
    """The first row below the header. A header of two merged rows repeats itself below."""

    def words(row: int) -> list[str]:
        return [fold(sheet.rows[row][place].text) for place in header.places.values()]

    start = header.row + 1
    while start < len(sheet.rows) and words(start) == words(header.row):
        start += 1
    return start

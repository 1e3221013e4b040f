"""One sheet of a table: its header, its rows of data, its columns typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from attrs import evolve, field, frozen

from ...grammar.diagnostics import Argument, Cell, Code, Diagnostic, Text
from . import codes
from .cells import Typed, type_cell
from .contract import ColumnSpec, ColumnType, Derivation, TableSpec
from .deriving import derived
from .findings import MOST_OF_SAME, Findings, cell_at, part_of, row_of, shown
from .header import Header, find_header
from .names import Names
from .rows import DataRows, data_rows
from .tables import Gap, RawCell, RawSheet, Value
from .text import column_letter, is_missing, nothing, plain
from .wording import details_of


@frozen
class SheetToRead:
    """A sheet, its place among the sheets of its table, and the columns to be read from it."""

    sheet: RawSheet
    index: int
    columns: Sequence[ColumnSpec]


@frozen
class Part:
    """The typed columns of one sheet. ``rows`` are indices into the sheet; a derived column stands
    where the one stands that it comes from, which ``sources`` names."""

    sheet: RawSheet
    index: int
    header: Header
    rows: Sequence[int]
    columns: dict[str, list[Value]] = field(repr=False)
    sources: Mapping[str, str] = field(factory=dict)

    def lines(self) -> list[int]:
        """The line of the file that each row stands on."""
        return [self.sheet.lines[row] for row in self.rows]

    def letter(self, column: str) -> str:
        """Where a column stands: its letter in a workbook, its header in a text file."""
        column = self.sources.get(column, column)
        place = self.header.places.get(column)
        in_text = self.sheet.name is None or place is None
        return column if in_text or place is None else column_letter(place + 1)

    def cell(self, column: str, row: int) -> Cell:
        """The place of a value; ``row`` counts the rows of data."""
        column = self.sources.get(column, column)
        return cell_at(self.sheet, self.rows[row], self.header.places[column], column)

    def order(self, column: str, row: int) -> tuple[int, int, int]:
        """Where a finding at this value comes among the others."""
        return self.index, self.rows[row], self.header.places[self.sources.get(column, column)]


def read_part(
    spec: TableSpec, source: SheetToRead, units: Names | None, findings: Findings
) -> Part | None:
    """Reads the wanted columns of one sheet; None when it has no header."""
    sheet, index = source.sheet, source.index
    wanted = [column for column in source.columns if column.derived is None]
    header = find_header(sheet, wanted, spec.name, index, findings)
    if header is None:
        return None
    rows = data_rows(sheet, header, spec.unit_column, units)
    _report_rows(spec, source, rows, findings)
    sources = {c.name: c.derived.column for c in source.columns if c.derived is not None}
    part = Part(sheet, index, header, rows.kept, {}, sources)
    part = _without_outsiders(spec, part, units, findings)
    for column in wanted:
        if spec.register and column.name == spec.unit_column:
            part.columns[column.name] = type_column(part, column, None, findings)
    # The register's own units are known only now; other columns of it may refer to them.
    known = register_names(part, spec) if spec.register else units
    for column in wanted:
        if column.name not in part.columns:
            part.columns[column.name] = type_column(part, column, known, findings)
    for column in source.columns:
        if column.derived is not None:
            part.columns[column.name] = _derive(part, column, column.derived, findings)
    return part


def _derive(part: Part, column: ColumnSpec, how: Derivation, findings: Findings) -> list[Value]:
    """The values of a derived column; a finding at each that none of its bands holds."""
    given = part.columns[how.column]
    found = [derived(how, value) for value in given]
    for row, (value, one) in enumerate(zip(given, found, strict=True)):
        if one is Gap.BAD and value is not Gap.BAD:
            details = partial(_no_band, column, how)
            place, order = part.cell(column.name, row), part.order(column.name, row)
            findings.cell(codes.NO_BAND, place, order, details)
    return found


def _no_band(column: ColumnSpec, how: Derivation) -> dict[str, Argument]:
    names = [name for name, _ in how.bands]
    return {
        "column": how.column,
        "derived": column.name,
        "what": Text("、".join(names), ", ".join(names)),
    }


def _without_outsiders(
    spec: TableSpec, part: Part, units: Names | None, findings: Findings
) -> Part:
    """The rows but for those of units that the register lacks, where the policy leaves these out;
    never in silence, for a misspelt name is an outsider too."""
    name, sheet = spec.unit_column or "", part.sheet
    if units is None or name not in part.header.places or not spec.column(name).outsiders:
        return part
    place = part.header.places[name]
    texts = {row: plain(sheet.rows[row][place].text) for row in part.rows}
    blanks = {nothing(word) for word in spec.column(name).blanks or ()}
    out = {
        row: text
        for row, text in texts.items()
        if not is_missing(text) and nothing(text) not in blanks and units.find(text) is None
    }
    if not out:
        return part
    first, named = next(iter(out)), list(dict.fromkeys(out.values()))
    args: dict[str, Argument] = {
        "table": spec.name,
        "where": part_of(sheet.name),
        "n": len(out),
        "found": "、".join(f"“{text}”" for text in named[:MOST_OF_SAME]),
        "more": Text("等", " and others") if len(named) > MOST_OF_SAME else Text("", ""),
        "alike": _alike(next(((t, near[0]) for t in named if (near := units.near(t))), None)),
    }
    finding = Diagnostic(codes.OUTSIDERS, cell_at(sheet, first, place, name), args)
    findings.add(finding, (part.index, first, place))
    return evolve(part, rows=[row for row in part.rows if row not in out])


def _alike(like: tuple[str, str] | None) -> Text:
    """An outsider whose name is nearly that of a unit."""
    if like is None:
        return Text("核对这些是不是都不在评估范围内", "make sure that none of them is evaluated")
    return Text(
        f"“{like[0]}”是不是“{like[1]}”？是的，按名册改",
        f"is “{like[0]}” meant for “{like[1]}”? Then write it as the register does",
    )


def _report_rows(spec: TableSpec, source: SheetToRead, rows: DataRows, findings: Findings) -> None:
    sheet = source.sheet
    for row, remark in rows.skipped:
        place = Cell(sheet.file, sheet.name, sheet.lines[row], None, remark)
        args: dict[str, Argument] = {"where": row_of(sheet.name, place.row), "found": remark}
        findings.add(Diagnostic(codes.SKIPPED_ROW, place, args), (source.index, row, 0))
    if not rows.kept and not spec.register:
        place = Cell(sheet.file, sheet.name)
        end = (source.index, len(sheet.rows), 0)
        findings.add(Diagnostic(codes.NO_ROWS, place, {"table": spec.name}), end)


def register_names(part: Part, spec: TableSpec) -> Names | None:
    """The units that a register names, None if its unit column is not there."""
    if spec.unit_column is None or spec.unit_column not in part.header.places:
        return None
    values = part.columns[spec.unit_column]
    names = Names.of(value for value in values if isinstance(value, str))
    former = {name: unit for _, _, name, unit in reversed(list(_former(part, spec)))}
    return Names(names.canonical, former)


def report_former(part: Part, spec: TableSpec, findings: Findings) -> None:
    """An earlier name can mean one unit only: none of today's, and not one that another has too."""
    units = register_names(part, spec)
    for column, row, name, unit in _former(part, spec):
        meant = units.find(name) if units is not None else unit
        if meant is not None and meant != unit:
            place = part.cell(column, row)
            where = row_of(part.sheet.name, place.row)
            args: dict[str, Argument] = {
                "where": where, "column": column, "found": name, "read": _meant(name, meant),
            }  # fmt: skip
            findings.add(Diagnostic(codes.FORMER_TAKEN, place, args), part.order(column, row))


def _meant(name: str, unit: str) -> Text:
    """What an earlier name already stands for."""
    if name == unit:
        return Text("是名册里现有的单位", "is a unit of the register today")
    return Text(f"已是“{unit}”的原名", f"is the earlier name of “{unit}” already")


def _former(part: Part, spec: TableSpec) -> Iterator[tuple[str, int, str, str]]:
    """Every earlier name: its column, its row, itself, and the unit that had it."""
    units = part.columns.get(spec.unit_column or "", ())
    for column in spec.columns:
        earlier = part.columns.get(column.name, ()) if column.former else ()
        for row, (unit, names) in enumerate(zip(units, earlier, strict=False)):
            listed = (names,) if isinstance(names, str) else names
            if isinstance(unit, str) and isinstance(listed, tuple):
                yield from ((column.name, row, name, unit) for name in listed)


def type_column(
    part: Part, column: ColumnSpec, units: Names | None, findings: Findings
) -> list[Value]:
    """The values of one column, its findings reported. A missing column is bad throughout."""
    place = part.header.places.get(column.name)
    if place is None:
        return [Gap.BAD] * len(part.rows)
    names = _names_for(column, units)
    cells = [part.sheet.rows[row][place] for row in part.rows]
    # Readers share equal cells, so that each distinct text is typed once, by its identity.
    # ``map`` over built-ins: at 330 000 rows the loops, not the typing, take the time.
    keys = list(map(id, cells))
    distinct = dict(zip(keys, cells, strict=True))
    typed = {key: type_cell(column, cell, names) for key, cell in distinct.items()}
    _report(_TypedColumn(part, column, names, cells, typed), findings)
    values = {key: item.value for key, item in typed.items()}
    return list(map(values.__getitem__, keys))


@frozen
class _TypedColumn:
    """A column with what became of its cells, by their identity."""

    part: Part
    spec: ColumnSpec
    names: Names | None
    cells: Sequence[RawCell]
    typed: Mapping[int, Typed]


def _names_for(column: ColumnSpec, units: Names | None) -> Names | None:
    match column.type:
        case ColumnType.UNIT:
            return units
        case ColumnType.CHOICE:
            return Names(column.choices)
        case _:
            return None


def _report(column: _TypedColumn, findings: Findings) -> None:
    troubled = any(item.code is not None for item in column.typed.values())
    some = any(not isinstance(item.value, Gap) for item in column.typed.values())
    for row, cell in enumerate(column.cells if troubled else ()):
        item = column.typed[id(cell)]
        if item.code is not None:
            place = column.part.cell(column.spec.name, row)
            details = partial(details_of, column.spec, cell, column.names, item.read, some=some)
            order = column.part.order(column.spec.name, row)
            findings.cell(item.code, place, order, details)
    in_workbook = column.part.sheet.name is not None  # in a text file every number is text
    as_text = {key for key, item in column.typed.items() if item.as_text and in_workbook}
    doubtful = {key for key, item in column.typed.items() if item.doubtful}
    _report_counted(column, codes.TEXT_NUMBERS, as_text, findings)
    _report_counted(column, codes.PERCENT_DOUBT, doubtful, findings)


def _report_counted(column: _TypedColumn, code: Code, which: set[int], findings: Findings) -> None:
    """One finding for all such cells of a column, at the first of them."""
    name, part = column.spec.name, column.part
    rows = [row for row, cell in enumerate(column.cells) if id(cell) in which] if which else []
    if not rows:
        return
    args: dict[str, Argument] = {
        "where": part_of(part.sheet.name),
        "column": name,
        "n": len(rows),
        "found": shown(column.cells[rows[0]]),
    }
    place = part.cell(name, rows[0])
    findings.add(Diagnostic(code, place, args), part.order(name, rows[0]))

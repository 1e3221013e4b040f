"""The parts of a table made one: in the order of the file, or one row for each unit."""

from __future__ import annotations

from collections.abc import Sequence

from ...grammar.diagnostics import Argument, Cell, Diagnostic
from ...grammar.suggest import nearest
from . import codes
from .contract import TableSpec
from .findings import MOST_OF_SAME, Findings, part_of
from .keys import check_unique
from .parts import Part
from .tables import ColumnOrigin, Gap, Table, Value


def merge(
    spec: TableSpec, parts: Sequence[Part], units: Sequence[str] | None, findings: Findings
) -> Table:
    """The table of some parts. ``units`` is the register's order, None where it is not known."""
    repeated = {part.index: _check(spec, part, findings) for part in parts}
    order = _order(spec, parts, units)
    if order is None:
        return _in_file_order(spec, parts[0], repeated[parts[0].index])
    chosen = {part.index: _align(spec, part, order, repeated[part.index]) for part in parts}
    if units is not None:
        for part in parts:
            _report_missing_units(spec, part, order, findings)
    return _joined(spec, parts, order, chosen)


def _check(spec: TableSpec, part: Part, findings: Findings) -> list[int]:
    """Reports what repeats, and returns the rows that repeat the key."""
    single = spec.register or spec.per_unit
    key = (spec.unit_column,) if single and spec.unit_column else spec.key
    code = codes.UNIT_TWICE if single else codes.KEY_TWICE
    repeated = check_unique(spec, part, code, key, findings)
    for group in spec.unique:
        check_unique(spec, part, codes.GROUP_TWICE, group, findings)
    return repeated


def _order(
    spec: TableSpec, parts: Sequence[Part], units: Sequence[str] | None
) -> tuple[str, ...] | None:
    """The units that the rows of the table stand for; None where rows stay as in the file."""
    if spec.register or not spec.per_unit or spec.unit_column is None:
        return None
    if units is not None:
        return tuple(units)
    if len(parts) == 1:
        return None
    named = parts[0].columns[spec.unit_column]
    return tuple(dict.fromkeys(name for name in named if isinstance(name, str)))


def _in_file_order(spec: TableSpec, part: Part, repeated: Sequence[int]) -> Table:
    """All rows as the file has them; of a register, those that name a unit, each once."""
    columns, lines = part.columns, part.lines()
    if spec.register and spec.unit_column and spec.unit_column in part.header.places:
        named, drop = columns[spec.unit_column], set(repeated)
        kept = [r for r, name in enumerate(named) if isinstance(name, str) and r not in drop]
        columns = {name: [values[row] for row in kept] for name, values in columns.items()}
        lines = [lines[row] for row in kept]
    origins = {name: _origin(part, name, lines) for name in columns}
    return Table(spec, len(lines), columns, origins)


def _origin(part: Part, column: str, lines: Sequence[int]) -> ColumnOrigin:
    return ColumnOrigin(part.sheet.file, part.sheet.name, part.letter(column), lines)


def _align(
    spec: TableSpec, part: Part, order: Sequence[str], repeated: Sequence[int]
) -> list[int | None]:
    """The row of each unit. A unit with two rows has none: nothing says which of them is right."""
    named = part.columns[spec.unit_column or ""]
    rows = {name: row for row, name in enumerate(named) if isinstance(name, str)}
    for row in repeated:
        rows.pop(str(named[row]), None)
    return [rows.get(name) for name in order]


def _joined(
    spec: TableSpec,
    parts: Sequence[Part],
    order: Sequence[str],
    chosen: dict[int, list[int | None]],
) -> Table:
    """One row for each unit, each column from the part that holds it."""
    columns: dict[str, Sequence[Value]] = {}
    origins: dict[str, ColumnOrigin] = {}
    for column in spec.columns:
        name = column.name
        part = next((part for part in parts if name in part.columns), None)
        if part is None:  # its sheet is missing, which was reported
            columns[name] = [Gap.BAD] * len(order)
            origins[name] = ColumnOrigin(spec.file, column.sheet, name, [0] * len(order))
            continue
        values, rows = part.columns[name], chosen[part.index]
        columns[name] = [Gap.BAD if row is None else values[row] for row in rows]
        lines = [0 if row is None else part.sheet.lines[part.rows[row]] for row in rows]
        origins[name] = _origin(part, name, lines)
    # A unit without a row is still that unit: its gaps must be found under its name.
    columns[spec.unit_column or ""] = list(order)
    return Table(spec, len(order), columns, origins)


def _report_missing_units(
    spec: TableSpec, part: Part, order: Sequence[str], findings: Findings
) -> None:
    if spec.unit_column not in part.header.places:
        return  # one finding about the column says it all
    named = set(part.columns[spec.unit_column or ""])
    absent = [unit for unit in order if unit not in named]
    meant = _meant(part, spec.unit_column or "", absent)
    missing = [f"“{unit}”" for unit in absent if unit not in meant]
    sheet = part.sheet
    place = Cell(sheet.file, sheet.name)
    # One finding for each unit while they are few, one that names them all when they are many.
    lots = [[unit] for unit in missing] if len(missing) <= MOST_OF_SAME else [missing]
    for lot in lots:
        args: dict[str, Argument] = {
            "table": spec.name,
            "part": part_of(sheet.name),
            "units": "、".join(lot),
        }
        findings.add(Diagnostic(codes.UNIT_MISSING, place, args), (part.index, len(sheet.rows), 0))


def _meant(part: Part, column: str, absent: Sequence[str]) -> set[str]:
    """The absent units that a misspelt row most likely means: its own finding says so already."""
    place = part.header.places[column]
    written = [
        part.sheet.rows[part.rows[row]][place].text
        for row, name in enumerate(part.columns[column])
        if name is Gap.BAD
    ]
    return {near[0] for text in written if (near := nearest(text, absent, 1))}

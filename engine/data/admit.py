"""The year's files against the policy's contract: typed tables, and all that is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from ...grammar.diagnostics import Argument, Cell, Diagnostic
from . import codes
from .contract import ColumnSpec, TableSpec
from .findings import Findings
from .merge import merge
from .names import Names
from .owning import stray_rows
from .parts import Part, SheetToRead, read_part, register_names, report_former
from .tables import ColumnOrigin, Dataset, Gap, RawSheet, Table, Value
from .text import fold


@frozen
class _Admitted:
    table: Table
    findings: tuple[Diagnostic, ...]
    read: bool = True


def admit(
    specs: Sequence[TableSpec], raw: Mapping[str, tuple[RawSheet, ...]]
) -> tuple[Dataset, tuple[Diagnostic, ...]]:
    """All tables of a run, and every finding in the order of tables, rows and columns.

    A table that ``raw`` lacks was reported by whoever read the files; here it becomes an absent
    table if it is optional, else one that holds no usable value.
    """
    done: dict[str, _Admitted] = {}
    units: Names | None = None
    for spec in _owners_first(specs):
        owner = done[spec.owner] if spec.aligned and spec.owner else None
        aligned = owner.table if owner is not None and owner.read else None
        done[spec.name], found = _admit_table(spec, raw.get(spec.name), units, aligned)
        units = units or found
    tables = {spec.name: done[spec.name].table for spec in specs}
    stray = {spec.name: stray_rows(tables[spec.name], tables) for spec in specs}
    findings = (item for spec in specs for item in (*done[spec.name].findings, *stray[spec.name]))
    return Dataset(tables), tuple(findings)


def _owners_first(specs: Sequence[TableSpec]) -> list[TableSpec]:
    """The register first, since it says which units the other tables may name; then every table
    after the one whose rows it shares."""
    named = {spec.name: spec for spec in specs}

    def depth(spec: TableSpec) -> int:
        return 1 + depth(named[spec.owner]) if spec.aligned and spec.owner else 0

    return sorted(specs, key=lambda spec: (not spec.register, depth(spec)))


def _admit_table(
    spec: TableSpec,
    sheets: tuple[RawSheet, ...] | None,
    units: Names | None,
    owner: Table | None,
) -> tuple[_Admitted, Names | None]:
    """One table, and the units it names if it is the register."""
    if sheets is None:
        return _Admitted(_absent(spec, owner), (), read=False), None
    findings = Findings()
    parts = _parts(spec, sheets, units, findings)
    _note_extras(parts, spec, findings)
    if not parts:
        return _Admitted(_absent(spec, owner), findings.all(), read=False), None
    named = register_names(parts[0], spec) if spec.register else None
    if spec.register:
        report_former(parts[0], spec, findings)
    if spec.register and named is not None and not named.canonical:
        place = Cell(parts[0].sheet.file, parts[0].sheet.name)
        findings.add(Diagnostic(codes.NO_UNITS, place, {"table": spec.name}))
        named = None
    table = merge(spec, parts, owner, findings)
    # A register that names no unit gives its owned tables no order to follow.
    return _Admitted(table, findings.all(), read=not spec.register or named is not None), named


def _parts(
    spec: TableSpec, sheets: tuple[RawSheet, ...], units: Names | None, findings: Findings
) -> list[Part]:
    """The sheets of a table that could be read, in the order of the declaration."""
    wanted = _wanted(spec, sheets)
    if len(wanted) > 1 and not spec.aligned:
        args: dict[str, Argument] = {"table": spec.name}
        findings.add(Diagnostic(codes.CANNOT_JOIN, Cell(sheets[0].file), args))
        return []
    read = [read_part(spec, source, units, findings) for source in wanted]
    return [part for part in read if part is not None]


def _wanted(spec: TableSpec, sheets: tuple[RawSheet, ...]) -> list[SheetToRead]:
    """What to read from each sheet. The unit column stands on all of them."""
    if len(sheets) == 1 and len(spec.sheets) < 2:
        return [SheetToRead(sheets[0], 0, spec.columns)]
    return [
        SheetToRead(sheet, index, [c for c in spec.columns if _stands_on(c, sheet, spec)])
        for index, sheet in enumerate(sheets)
    ]


def _stands_on(column: ColumnSpec, sheet: RawSheet, spec: TableSpec) -> bool:
    return column.name in spec.owner_columns or fold(column.sheet or "") == fold(sheet.name or "")


def _note_extras(parts: Sequence[Part], spec: TableSpec, findings: Findings) -> None:
    extras = dict.fromkeys(name for part in parts for name in part.header.extras)
    if extras:
        sheet, line = parts[0].sheet, parts[0].sheet.lines[parts[0].header.row]
        args: dict[str, Argument] = {
            "table": spec.name,
            "columns": "、".join(f"“{name}”" for name in extras),
        }
        place = Cell(sheet.file, sheet.name, line)
        findings.add(Diagnostic(codes.EXTRA_COLUMNS, place, args), (0, parts[0].header.row, 0))


def _absent(spec: TableSpec, owner: Table | None) -> Table:
    """A table without any value: of no row, or of one for each of its owner's where it adds
    columns to that."""
    present = not spec.optional
    keys = owner.keys(owner.spec.key) if owner is not None else []
    size = len(keys)
    gap = Gap.BAD if present else Gap.BLANK
    columns: dict[str, list[Value]] = {column.name: [gap] * size for column in spec.columns}
    columns |= {name: [key[i] for key in keys] for i, name in enumerate(spec.owner_columns)}
    origins = {
        column.name: ColumnOrigin(spec.file, column.sheet, column.name, [0] * size)
        for column in spec.columns
    }
    return Table(spec, size, columns, origins, present)

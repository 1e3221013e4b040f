"""The parts of a table made one: in the order of the file, or one row for each of its owner's."""

from __future__ import annotations

from collections.abc import Sequence

from ...grammar.diagnostics import Argument, Cell, Diagnostic
from ...grammar.suggest import nearest
from . import codes
from .contract import TableSpec
from .findings import MOST_OF_SAME, Findings, part_of
from .keys import check_unique
from .owning import Key, report_strays, whole
from .parts import Part
from .tables import ColumnOrigin, Gap, Table, Value, raw_text


def merge(spec: TableSpec, parts: Sequence[Part], owner: Table | None, findings: Findings) -> Table:
    """The table of some parts. ``owner`` is the table it adds columns to, None where there is none
    or it could not be read."""
    repeated = {part.index: _check(spec, part, findings) for part in parts}
    order = _order(spec, parts, owner)
    if order is None:
        return _in_file_order(spec, parts[0], repeated[parts[0].index])
    chosen = {part.index: _align(spec, part, order, repeated[part.index]) for part in parts}
    for part in parts:
        # Where a column of the key is missing, one finding about that says it all.
        if owner is not None and all(name in part.header.places for name in spec.owner_columns):
            report_strays(spec, part, owner, _keys(spec, part), findings)
            if not spec.partial:
                _report_missing(spec, part, order, findings)
    return _joined(spec, parts, order, chosen)


def _check(spec: TableSpec, part: Part, findings: Findings) -> list[int]:
    """Reports what repeats, and returns the rows that repeat the key."""
    single = spec.unit_column is not None and spec.key == (spec.unit_column,)
    code = codes.UNIT_TWICE if single else codes.KEY_TWICE
    repeated = check_unique(spec, part, code, spec.key, findings)
    for group in spec.unique:
        check_unique(spec, part, codes.GROUP_TWICE, group, findings)
    return repeated


def _order(spec: TableSpec, parts: Sequence[Part], owner: Table | None) -> tuple[Key, ...] | None:
    """The rows of the owner that the rows of the table stand for; None where rows stay as in the
    file."""
    if not spec.aligned:
        return None
    if owner is not None:
        return tuple(owner.keys(owner.spec.key))
    if len(parts) == 1:
        return None
    return tuple(dict.fromkeys(key for key in _keys(spec, parts[0]) if whole(key)))


def _keys(spec: TableSpec, part: Part) -> list[Key]:
    """What each row says of whose it is."""
    return list(zip(*(part.columns[name] for name in spec.owner_columns), strict=True))


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
    spec: TableSpec, part: Part, order: Sequence[Key], repeated: Sequence[int]
) -> list[int | None]:
    """The row of each of the owner's. What has two rows has none: nothing says which is right."""
    named = _keys(spec, part)
    rows = {key: row for row, key in enumerate(named) if whole(key)}
    for row in repeated:
        rows.pop(named[row], None)
    return [rows.get(key) for key in order]


def _joined(
    spec: TableSpec,
    parts: Sequence[Part],
    order: Sequence[Key],
    chosen: dict[int, list[int | None]],
) -> Table:
    """One row for each of the owner's, each column from the part that holds it."""
    lacking = Gap.BLANK if spec.partial else Gap.BAD
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
        columns[name] = [lacking if row is None else values[row] for row in rows]
        lines = [0 if row is None else part.sheet.lines[part.rows[row]] for row in rows]
        origins[name] = _origin(part, name, lines)
    # A unit without a row is still that unit: its gaps must be found under its name.
    columns |= {name: [key[i] for key in order] for i, name in enumerate(spec.owner_columns)}
    return Table(spec, len(order), columns, origins)


def _report_missing(spec: TableSpec, part: Part, order: Sequence[Key], findings: Findings) -> None:
    named = set(_keys(spec, part))
    absent = ["、".join(map(raw_text, key)) for key in order if key not in named]
    meant = _meant(part, spec.owner_columns[0], absent) if len(spec.owner_columns) == 1 else ()
    missing = [f"“{row}”" for row in absent if row not in meant]
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

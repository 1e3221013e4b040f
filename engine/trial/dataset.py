"""The data of an example: only what it gives; a cell that it does not give cannot be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from attrs import frozen

from ..data.contract import TableSpec
from ..data.deriving import derived
from ..data.tables import ColumnOrigin, Dataset, Gap, Table
from ..data.tables import Value as Cell
from ..evaluate.interpret import Given, Run, suppose
from ..evaluate.values import Blank, Value
from ..hierarchy import Hierarchy
from ..levels import UNIT
from ..plan.ops import OpId
from ..plan.plan import Plan
from .example import Example, Fixed, Row, Specimen

#: What stands in a cell that an example does not give: an operation that reads it gets a fault.
NOT_GIVEN = Gap.BAD


@frozen
class Rows:
    """The rows that an example writes of each table whose rows are no units, in their order in the
    run, each with the unit that gives it."""

    tables: Mapping[str, list[tuple[int, Row]]]
    above: frozenset[str]

    @classmethod
    def of(cls, plan: Plan, example: Example) -> Rows:
        """A row that units belong to is one row, however many of them give it."""
        hierarchy = Hierarchy({table.name: table for table in plan.tables})
        levels = {table.name: hierarchy.level(table.name) for table in plan.tables}
        above = frozenset(name for name, level in levels.items() if level.depth < UNIT.depth)
        found: dict[str, list[tuple[int, Row]]] = {n: [] for n, at in levels.items() if at != UNIT}
        for unit, specimen in enumerate(example.units):
            for row in specimen.rows:
                rows = found[row.table]
                if row.table not in above or all(row != other for _, other in rows):
                    rows.append((unit, row))
        for table in sorted(plan.tables, key=lambda one: _steps_up(one, hierarchy)):
            if table.aligned and table.name in found and table.owner in found:
                _align(table, hierarchy.tables[table.owner or ""], found)
        return cls(found, above)

    def place(self, example: Example, unit: int, table: str, number: int) -> int:
        """Where one of the rows stands that a unit gives, counted from 0."""
        own = [row for row in example.units[unit].rows if row.table == table][number]
        rows = self.tables[table]
        if table in self.above:
            return next(place for place, (_, row) in enumerate(rows) if row == own)
        return [place for place, (giver, _) in enumerate(rows) if giver == unit][number]


def _steps_up(table: TableSpec, hierarchy: Hierarchy) -> int:
    """Over how many tables one shares the rows of its home."""
    owner = table.owner if table.aligned else None
    return 1 + _steps_up(hierarchy.tables[owner], hierarchy) if owner else 0


def _align(table: TableSpec, owner: TableSpec, found: dict[str, list[tuple[int, Row]]]) -> None:
    """One row for each of the owner's, which also has those that only this table writes."""
    shared = dict(zip(table.owner_columns, owner.key, strict=True))
    shared.pop(table.unit_column or "", None)
    written = {(unit, _key(row, shared)): row for unit, row in found[table.name]}
    known = {(unit, _key(row, shared.values())) for unit, row in found[owner.name]}
    found[owner.name] += [
        (unit, _only_key(owner.name, shared.values(), key))
        for unit, key in written
        if (unit, key) not in known
    ]
    keys = [(unit, _key(row, shared.values())) for unit, row in found[owner.name]]
    found[table.name] = [
        (unit, written.get((unit, key)) or _only_key(table.name, shared, key)) for unit, key in keys
    ]


def _key(row: Row, columns: Iterable[str]) -> tuple[Value | None, ...]:
    """The cells of some columns; None for what is not written."""
    cells = dict(row.cells)
    return tuple(cells.get(column) for column in columns)


def _only_key(table: str, columns: Iterable[str], key: tuple[Value | None, ...]) -> Row:
    """A row of which nothing but its key is known."""
    cells = zip(columns, key, strict=True)
    return Row(table, tuple((column, value) for column, value in cells if value is not None))


def run_example(plan: Plan, example: Example) -> Run:
    """The run of an example. Values are worked out when they are asked for."""
    written = Rows.of(plan, example)
    rows = {
        table.name: _rows(table, example, written.tables[table.name])
        if table.name in written.tables
        else _units(table, example)
        for table in plan.tables
    }
    tables = {
        table.name: _table(table, [cells for cells, _ in rows[table.name]]) for table in plan.tables
    }
    given: dict[OpId, dict[int, Value]] = defaultdict(dict)
    for index, unit in enumerate(example.units):
        for fixed in unit.fixed:
            _give(plan, fixed, index, given)
    for found in rows.values():
        for index, (_, row) in enumerate(found):
            for fixed in row.fixed if row is not None else ():
                _give(plan, fixed, index, given)
    return suppose(plan, Dataset(tables), _settled(given))


def _give(plan: Plan, fixed: Fixed, index: int, given: dict[OpId, dict[int, Value]]) -> None:
    for op in fixed.ops:
        given[op][0 if plan.ops[op].level.kind == "policy" else index] = fixed.value


def _settled(given: dict[OpId, dict[int, Value]]) -> Given:
    return {op: dict(values) for op, values in given.items()}


Written: TypeAlias = "tuple[dict[str, Cell], Row | None]"


def _units(table: TableSpec, example: Example) -> list[Written]:
    """One row for each unit of an example, with the cells that it gives."""
    found: list[Written] = []
    for unit in example.units:
        cells = {column: _cell(v) for name, column, v in unit.cells if name == table.name}
        found.append(({**_own(table, unit), **cells}, None))
    return found


def _rows(table: TableSpec, example: Example, written: list[tuple[int, Row]]) -> list[Written]:
    """The rows that an example writes."""
    return [
        ({**_own(table, example.units[unit]), **{c: _cell(v) for c, v in row.cells}}, row)
        for unit, row in written
    ]


def _own(table: TableSpec, unit: Specimen) -> dict[str, Cell]:
    """The cell that says whose a row is."""
    return {table.unit_column: unit.name} if table.unit_column else {}


def _cell(value: Value) -> Cell:
    return Gap.BLANK if isinstance(value, Blank) else value  # type: ignore[return-value]


def _table(spec: TableSpec, rows: list[dict[str, Cell]]) -> Table:
    for column in spec.columns:
        if column.derived is not None:
            for row in rows:
                given = row.get(column.derived.column, NOT_GIVEN)
                row.setdefault(column.name, derived(column.derived, given))
    columns = {c.name: [row.get(c.name, NOT_GIVEN) for row in rows] for c in spec.columns}
    origins = {c.name: ColumnOrigin(spec.name, None, c.name, [0] * len(rows)) for c in spec.columns}
    return Table(spec, len(rows), columns, origins)


def specimen_name(example: Example, unit: Specimen) -> str:
    """What a unit is called in findings: nothing more where an example has just one."""
    return example.name if len(example.units) == 1 else f"{example.name}·{unit.name}"

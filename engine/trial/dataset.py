"""The data of an example: only what it gives; a cell that it does not give cannot be read."""

from __future__ import annotations

from collections import defaultdict
from typing import TypeAlias

from ..data.contract import TableSpec
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


def run_example(plan: Plan, example: Example) -> Run:
    """The run of an example. Values are worked out when they are asked for."""
    hierarchy = Hierarchy({table.name: table for table in plan.tables})
    rows = {
        table.name: _units(table, example)
        if hierarchy.level(table.name) == UNIT
        else _rows(table, example)
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


def _rows(table: TableSpec, example: Example) -> list[Written]:
    """The rows that an example writes."""
    found: list[Written] = []
    for unit in example.units:
        written = (row for row in unit.rows if row.table == table.name)
        own = _own(table, unit)
        found += [({**own, **{c: _cell(v) for c, v in row.cells}}, row) for row in written]
    return found


def _own(table: TableSpec, unit: Specimen) -> dict[str, Cell]:
    """The cell that says whose a row is."""
    return {table.unit_column: unit.name} if table.unit_column else {}


def _cell(value: Value) -> Cell:
    return Gap.BLANK if isinstance(value, Blank) else value  # type: ignore[return-value]


def _table(spec: TableSpec, rows: list[dict[str, Cell]]) -> Table:
    columns = {c.name: [row.get(c.name, NOT_GIVEN) for row in rows] for c in spec.columns}
    origins = {c.name: ColumnOrigin(spec.name, None, c.name, [0] * len(rows)) for c in spec.columns}
    return Table(spec, len(rows), columns, origins)


def specimen_name(example: Example, unit: Specimen) -> str:
    """What a unit is called in findings: nothing more where an example has just one."""
    return example.name if len(example.units) == 1 else f"{example.name}·{unit.name}"

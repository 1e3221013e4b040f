"""A plan in which every unit is in a group of its own: so thousands of made-up units can stand in
one run, each a case for itself."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from ..data.contract import TableSpec
from ..levels import Level
from ..plan.ops import Apportion, Op, Pick, Rank, Series
from ..plan.plan import Plan


def alone(plan: Plan) -> Plan:
    """The plan with the unit's own column among the keys of every group."""
    tables = {table.name: table for table in plan.tables}
    return evolve(plan, ops=tuple(_moved(op, tables) for op in plan.ops))


def _moved(op: Op, tables: Mapping[str, TableSpec]) -> Op:
    level = _own(op.level, tables)
    match op:
        case Rank(group=group) | Series(group=group) | Apportion(group=group):
            return evolve(op, level=level, group=_own(group, tables))
        case Pick(owner=owner):
            return evolve(op, level=level, owner=_own(owner, tables))
        case _:
            return op if level == op.level else evolve(op, level=level)


def _own(level: Level, tables: Mapping[str, TableSpec]) -> Level:
    unit = tables[level.table].unit_column if level.kind == "group" else None
    if unit is None or unit in level.keys:
        return level
    return evolve(level, keys=(*level.keys, unit))

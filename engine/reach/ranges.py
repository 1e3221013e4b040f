"""The reach of every operation of a plan."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from ..plan.ops import Aggregate, Input, OpId, arguments
from ..plan.plan import Plan
from .domain import NOWHERE, Reach, join, of_column
from .same import representatives, shared_conditions
from .worlds import Env, World


@frozen
class Ranges:
    """What each operation can be: ``worlds`` has one entry for each kind of unit, by its name
    ("" where there is only one kind); ``joined`` holds for all."""

    worlds: tuple[tuple[str, World], ...]
    joined: World

    def of(self, op: OpId) -> Reach:
        """What an operation can be, for units of any kind."""
        return self.joined.reach[op]

    def same(self, op: OpId) -> OpId:
        """The first operation that has the same value."""
        return self.joined.same[op]

    def by_kind(self, op: OpId) -> tuple[tuple[str, Reach], ...]:
        """What an operation can be for each kind of unit; one entry where all are alike."""
        found = [(name, world.reach[op]) for name, world in self.worlds]
        if all(reach == found[0][1] for _, reach in found):
            return (("", found[0][1]),)
        return tuple(found)


def ranges_of(plan: Plan) -> Ranges:
    """The ranges of a plan, in one walk."""
    same = representatives(plan.ops)
    columns = {
        (table.name, column.name): of_column(column, table.sparse)
        for table in plan.tables
        for column in table.columns
    }
    shared = shared_conditions(plan.ops, same)
    joined = World(plan, same, shared, columns, {})
    worlds = tuple(
        (name, World(plan, same, shared, columns, fixed, joined))
        for name, fixed in _kinds(plan, same, columns)
    )
    if len(worlds) < 2:
        _walk(joined, (), ())
        return Ranges((("", joined),), joined)
    _walk(joined, [world for _, world in worlds], _of_a_kind(plan, same))
    return Ranges(worlds, joined)


def _kinds(
    plan: Plan, same: Sequence[OpId], columns: dict[tuple[str, str], Reach]
) -> list[tuple[str, Env]]:
    """The kinds of units, and what the column of kinds is in the world of each."""
    column = plan.ops[plan.kind] if plan.kind is not None else None
    if plan.kind is None or not isinstance(column, Input):
        return []
    reach = columns[column.table, column.column]
    found = [(k, Reach(names=frozenset({k}))) for k in sorted(reach.names or ())]
    if reach.blank:
        found.append(("", Reach(blank=True)))
    return [(name, {same[plan.kind]: one}) for name, one in found]


def _of_a_kind(plan: Plan, same: Sequence[OpId]) -> list[bool]:
    """Which operations depend on the kind of the unit they are of."""
    found: list[bool] = []
    for op_id, op in enumerate(plan.ops):
        own = op_id == plan.kind or (plan.kind is not None and same[op_id] == same[plan.kind])
        listed = isinstance(op, Aggregate)
        found.append(own or listed or any(found[argument] for argument in arguments(op)))
    return found


def _walk(joined: World, worlds: Sequence[World], differs: Sequence[bool]) -> None:
    """Work out every operation in all worlds, side by side."""
    for op_id in range(len(joined.plan.ops)):
        if not worlds or not differs[op_id]:
            found = joined.work_out(op_id)
            for world in worlds:
                world.reach.append(found)
        else:
            found = NOWHERE
            for world in worlds:
                world.reach.append(world.work_out(op_id))
                found = join(found, world.reach[op_id])
        joined.reach.append(found)

"""What a value came from: the operations that had a part in it, and none that were passed over."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..data.tables import Gap, Table
from ..evaluate.interpret import Run
from ..evaluate.trace import chosen
from ..evaluate.values import Fault, Faults, faults_of
from ..levels import Level
from ..plan.ops import (
    Aggregate,
    Apportion,
    Choose,
    Constant,
    Input,
    Lookup,
    OpId,
    Pick,
    Rank,
    Series,
    Spread,
    arguments,
)

Place = tuple[OpId, int]


def came_from(run: Run, op_id: OpId, index: int, given: Collection[Place]) -> set[Place]:
    """The operations and members that a value depends on, itself among them. Of a choice only the
    case that applied counts, and what is given comes from nothing."""
    found: set[Place] = set()
    waiting = [(op_id, index)]
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            if place not in given:
                waiting.extend(_sources(run, *place))
    return found


def _sources(run: Run, op_id: OpId, index: int) -> Iterator[Place]:
    op, ops = run.plan.ops[op_id], run.plan.ops
    match op:
        case Constant() | Input():
            return
        case Choose():
            number, take = chosen(run, op, index)
            yield from ((when, index) for when, _ in op.cases[: number + 1])
            yield take, index
        case Lookup(key=key, entries=entries):
            yield key, index
            name = run.values[key][index]
            yield from ((value, index) for entry, value in entries if entry == name)
        case Spread(arg=arg):
            owner = run.members.belongs(op.level, ops[arg].level)[index]
            yield from [(arg, owner)] if owner >= 0 else []
        case Aggregate(arg=arg, where=where):
            for row in run.members.members(op.level, ops[arg].level)[index]:
                yield arg, row
                yield from [(where, row)] if where is not None else []
        case Rank(group=group) | Series(group=group) | Apportion(group=group):
            for other in _beside(run, op.level, group, index):
                yield from ((key, other) for key in arguments(op))
        case Pick(arg=arg, where=where, amount=amount, owner=owner):
            yield amount, run.members.belongs(op.level, owner)[index]
            for other in _beside(run, op.level, owner, index):
                yield arg, other
                yield from [(where, other)] if where is not None else []
        case _:
            yield from ((arg, index) for arg in arguments(op))


def _beside(run: Run, level: Level, group: Level, index: int) -> list[int]:
    """The members that are in one group with a member, itself among them."""
    groups = run.members.belongs(level, group)
    return [other for other, owner in enumerate(groups) if owner == groups[index]]


def missing(run: Run, op_id: OpId, index: int, given: Collection[Place]) -> tuple[str, ...]:
    """The names that a value needs and that are not given, in the plan's order."""
    faults = sorted(faults_of(run.values[op_id][index]), key=lambda f: (f.op, f.index))
    names = [name for fault in faults if fault.reason == "bad" and (name := _name(run, fault))]
    if not names and not isinstance(run.values[op_id][index], (Fault, Faults)):
        for reached, member in sorted(came_from(run, op_id, index, given)):
            names += _unknown_groups(run, reached, member) if (reached, member) not in given else []
    return tuple(dict.fromkeys(names))


def _name(run: Run, fault: Fault) -> str:
    op = run.plan.ops[fault.op]
    return op.column if isinstance(op, Input) else ""


def _unknown_groups(run: Run, op_id: OpId, index: int) -> list[str]:
    """Columns that make groups and are not given, where more than one could be in a group."""
    op = run.plan.ops[op_id]
    group = op.group if isinstance(op, Rank) else op.level if isinstance(op, Aggregate) else None
    if group is None or group.kind != "group":
        return []  # all are in one, or each is for itself
    table = run.dataset.tables[group.table]
    keys = group.keys if table.size > 1 else ()
    return [key for key in keys if Gap.BAD in _cells(run, table, key)]


def _cells(run: Run, table: Table, key: str) -> Sequence[object]:
    """The column of a key: of the table itself, or of one that it belongs to (``表.列``)."""
    above, _, column = key.rpartition(".")
    return (run.dataset.tables[above] if above else table).columns[column]

"""The definitional interpreter: every operation of a plan, one after the other, exactly.

It keeps the value of every operation for every member, which is the trace: an explanation walks
the plan backwards and reads it. Where no trace is wanted, ``keep`` names the operations whose
values outlive the run; the others are dropped after their last reader, unless a run to come may
know them again.
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeAlias

from attrs import frozen

from ..data.tables import Dataset
from ..plan.ops import Op, OpId, arguments
from ..plan.plan import Plan
from .known import Known
from .levels import Membership
from .operations import apply
from .values import Column, Value

#: Values that are given instead of worked out: of which operation, for which of its members.
Given: TypeAlias = "Mapping[OpId, Mapping[int, Value]]"


class Values(dict[OpId, Column]):
    """The values at hand. One that was dropped, or never wanted, is worked out when asked for.

    ``given`` are values taken as they are instead of being worked out, by operation and member.
    """

    def __init__(
        self, ops: tuple[Op, ...], members: Membership, given: Given | None = None
    ) -> None:
        super().__init__()
        self._ops = ops
        self._members = members
        self._given = given or {}
        for op_id, values in self._given.items():
            size = members.size(ops[op_id].level)
            if len(values) == size:  # given for all: what it would come from is not asked for
                self[op_id] = [values[index] for index in range(size)]

    def work_out(self, op_id: OpId) -> None:
        """The values of an operation whose arguments are at hand."""
        column = apply(self._ops[op_id], op_id, self._ops, self, self._members)
        if given := self._given.get(op_id):
            column = [given.get(index, value) for index, value in enumerate(column)]
        self[op_id] = column

    def __missing__(self, op_id: OpId) -> Column:
        for needed in _wanted(self._ops, {op_id}, self):
            if needed not in self:
                self.work_out(needed)
        return self[op_id]


@frozen
class Run:
    """What a plan came to on a dataset: the values of its operations, and who belongs to whom."""

    plan: Plan
    dataset: Dataset
    members: Membership
    values: Mapping[OpId, Column]

    def of_unit(self, op: OpId, unit: int) -> object:
        """The value of a unit-level operation for one unit."""
        return self.values[op][unit]


def interpret(
    plan: Plan,
    dataset: Dataset,
    keep: Collection[OpId] | None = None,
    known: Known | None = None,
) -> Run:
    """Run a plan over a dataset. With ``keep`` None every value is kept, for explanations. What is
    ``known`` from earlier runs is not worked out again."""
    members = Membership(dataset, plan.register) if known is None else known.members(plan, dataset)
    values = Values(plan.ops, members)
    wanted = range(len(plan.ops)) if keep is None else _wanted(plan.ops, keep)
    last = {} if keep is None or known is not None else _last_readers(plan.ops, wanted)
    keys = known.keys(plan, dataset) if known is not None else ()
    with _uncollected():
        for op_id in wanted:
            column = known.find(keys[op_id]) if known is not None else None
            if column is None:
                values.work_out(op_id)
            else:
                values[op_id] = column
            for spent in last.get(op_id, ()):
                if keep is not None and spent not in keep:
                    del values[spent]
    if known is not None:
        known.learn(list(keys), values, for_good=keep is None)
    return Run(plan, dataset, members, values)


def suppose(plan: Plan, dataset: Dataset, given: Given) -> Run:
    """A run in which some values are given. Nothing is worked out before it is asked for."""
    members = Membership(dataset, plan.register)
    return Run(plan, dataset, members, Values(plan.ops, members, given))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cycle collector: a run makes millions of values and not one cycle, and looking
    for them would take a third of its time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _wanted(
    ops: tuple[Op, ...], keep: Collection[OpId], known: Collection[OpId] = ()
) -> list[OpId]:
    """The operations to keep and all that these depend on, as far as not known, in plan order."""
    wanted = set(keep)
    for op_id in reversed(range(max(keep, default=-1) + 1)):
        if op_id in wanted and op_id not in known:
            wanted.update(arguments(ops[op_id]))
    return sorted(wanted)


def _last_readers(ops: tuple[Op, ...], wanted: Collection[OpId]) -> dict[OpId, list[OpId]]:
    """For each operation, the arguments that nothing after it reads."""
    reader = {argument: op_id for op_id in wanted for argument in arguments(ops[op_id])}
    spent: dict[OpId, list[OpId]] = {}
    for argument, op_id in reader.items():
        spent.setdefault(op_id, []).append(argument)
    return spent

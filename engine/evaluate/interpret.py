"""The definitional interpreter: every operation of a plan, one after the other, exactly.

It keeps the value of every operation for every member, which is the trace: an explanation walks the
plan backwards and reads it. ``keep`` names the operations whose values outlive the run when no trace
is wanted; the others are dropped after their last reader.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from attrs import frozen

from ..data.tables import Dataset
from ..plan.ops import Op, OpId, arguments
from ..plan.plan import Plan
from .levels import Membership
from .operations import apply
from .values import Column


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


def interpret(plan: Plan, dataset: Dataset, keep: Collection[OpId] | None = None) -> Run:
    """Run a plan over a dataset. With ``keep`` None every value is kept, for explanations."""
    members = Membership(dataset, plan.register)
    values: dict[OpId, Column] = {}
    wanted = range(len(plan.ops)) if keep is None else _wanted(plan.ops, keep)
    last = {} if keep is None else _last_readers(plan.ops, wanted)
    for op_id in wanted:
        values[op_id] = apply(plan.ops[op_id], op_id, plan.ops, values, members)
        for spent in last.get(op_id, ()):
            if keep is not None and spent not in keep:
                del values[spent]
    return Run(plan, dataset, members, values)


def _wanted(ops: tuple[Op, ...], keep: Collection[OpId]) -> list[OpId]:
    """The operations to keep and all that these depend on, in plan order."""
    wanted = set(keep)
    for op_id in reversed(range(len(ops))):
        if op_id in wanted:
            wanted.update(arguments(ops[op_id]))
    return sorted(wanted)


def _last_readers(ops: tuple[Op, ...], wanted: Collection[OpId]) -> dict[OpId, list[OpId]]:
    """For each operation, the arguments that nothing after it reads."""
    reader = {argument: op_id for op_id in wanted for argument in arguments(ops[op_id])}
    spent: dict[OpId, list[OpId]] = {}
    for argument, op_id in reader.items():
        spent.setdefault(op_id, []).append(argument)
    return spent

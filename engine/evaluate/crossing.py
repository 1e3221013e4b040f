"""Operations that look at many members at once: summing up, spreading, ranking, sharing out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from ..levels import POLICY, Level
from ..plan.ops import Aggregate, Apportion, Op, OpId, Pick, Rank, Series, Spread
from .aggregates import aggregate
from .levels import Membership
from .ordering import apportion, pick, rank
from .series import along
from .values import Column, Fault


def across(
    op: Aggregate | Spread | Rank | Series | Pick | Apportion,
    op_id: OpId,
    ops: Sequence[Op],
    values: Mapping[OpId, Column],
    members: Membership,
) -> Column:
    """The values of one operation that crosses levels or compares members."""
    match op:
        case Aggregate(arg=arg, where=where):
            chosen = None if where is None else values[where]
            owners = members.belongs(ops[arg].level, op.level)
            return aggregate(op, op_id, values[arg], chosen, owners, members.size(op.level))
        case Spread(arg=arg):
            return _spread(values[arg], arg, ops[arg].level, op.level, members)
        case Rank(arg=arg):
            keys = [values[arg], *(values[key] for key in op.then_by)]
            return rank(op, op_id, keys, members.belongs(op.level, op.group))
        case Series(arg=arg, period=period):
            return along(op, values[arg], values[period], members.belongs(op.level, op.group))
        case Pick(arg=arg, where=where, amount=amount):
            owners = members.belongs(op.level, op.owner)
            chosen = None if where is None else values[where]
            return pick(op, values[arg], chosen, values[amount], owners)
        case Apportion(total=total, weight=weight):
            groups = members.belongs(op.level, op.group)
            return apportion(op, op_id, values[total], values[weight], groups)
        case _:
            assert_never(op)


def _spread(column: Column, arg: OpId, coarse: Level, fine: Level, members: Membership) -> Column:
    if coarse == POLICY:
        return [column[0]] * members.size(fine)
    # A row whose unit is not in the register belongs to none; a finding has named it.
    lost = Fault("bad", arg, 0)
    return [column[i] if i >= 0 else lost for i in members.belongs(fine, coarse)]

"""Operations that look at many members at once: summing up and ranking."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import Any

from ..plan.ops import Aggregate, OpId, Rank
from .rationals import divide, total
from .values import UNPLAIN, Blank, Column, Fault, Nothing, Value, is_fault, merged


def aggregate(  # noqa: PLR0913, PLR0917
    op: Aggregate,
    op_id: OpId,
    column: Column,
    where: Column | None,
    owners: Sequence[int],
    size: int,
) -> Column:
    """The summed-up value of each of ``size`` members; ``owners`` says whose each value is."""
    taken: list[list[Value]] = [[] for _ in range(size)]
    broken: dict[int, Value] = {}
    chosen = repeat(True) if where is None else where
    for i, (value, owner, counts) in enumerate(zip(column, owners, chosen)):  # noqa: B905
        if owner < 0 or counts is False:
            continue
        if counts is True and value.__class__ not in UNPLAIN:
            taken[owner].append(value)
        elif (trouble := _trouble(op, counts, value, i)) is not None:
            broken[owner] = merged(broken[owner], trouble) if owner in broken else trouble
    found = [_summed(op, op_id, i, values) for i, values in enumerate(taken)]
    for owner, trouble in broken.items():
        found[owner] = trouble
    return found


def _trouble(op: Aggregate, counts: Value, value: Value, index: int) -> Value | None:
    """What stops a member's aggregate at this value; None where nothing does."""
    if isinstance(value, Nothing) or isinstance(counts, Nothing):
        return None
    if isinstance(counts, Blank):
        return Fault("blank", op.where or 0, index)
    if is_fault(counts):
        return counts
    if is_fault(value):
        return value
    if op.function in ("count", "any"):
        return None
    return Fault("blank", op.arg, index)


def _summed(op: Aggregate, op_id: OpId, index: int, values: list[Any]) -> Value:
    match op.function:
        case "count":
            return len(values)
        case "any":
            return any(values)
        case "sum":
            return total(values)
    if not values:
        return Fault("none", op_id, index)
    if op.function == "mean":
        return divide(total(values), len(values))
    best: Value = max(values) if op.function == "highest" else min(values)
    return best


def rank(op: Rank, keys: Sequence[Column], groups: Sequence[int]) -> Column:
    """The place of each value in its group, from 1; equal values share the better place. The first
    of the keys is what is ranked, the others tell equal values apart. A place needs them all: a
    blank is a fault, and what is nothing has no place."""
    result = list(keys[0])
    by_group: dict[int, list[int]] = {}
    ids = (op.arg, *op.then_by)
    for index, group in enumerate(groups):
        broken = [i for i, column in enumerate(keys) if column[index].__class__ in UNPLAIN]
        if broken:
            value = keys[broken[0]][index]
            blank = value.__class__ is Blank
            result[index] = Fault("blank", ids[broken[0]], index) if blank else value
        else:
            by_group.setdefault(group, []).append(index)
    for indexes in by_group.values():
        _place(op, keys, indexes, result)
    return result


def _place(op: Rank, keys: Sequence[Column], indexes: list[int], result: list[Value]) -> None:
    sorting = {index: tuple(column[index] for column in keys) for index in indexes}
    ordered = sorted(indexes, key=sorting.__getitem__, reverse=op.descending)
    place, previous = 0, None
    for position, index in enumerate(ordered, start=1):
        if sorting[index] != previous:
            place = place + 1 if op.dense else position
        result[index] = place
        previous = sorting[index]

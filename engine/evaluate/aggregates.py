"""Summing up: one value of many members."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import Any

from ..plan.ops import Aggregate, OpId
from .rationals import divide, total
from .values import NOTHING, UNPLAIN, Blank, Column, Fault, Nothing, Value, is_fault, merged


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
    passed_over = UNPLAIN - {Nothing} if op.function == "only" else UNPLAIN
    for i, (value, owner, counts) in enumerate(zip(column, owners, chosen)):  # noqa: B905
        if owner < 0 or counts is False:
            continue
        if counts is True and value.__class__ not in passed_over:
            taken[owner].append(value)
        elif (trouble := _trouble(op, counts, value, i)) is not None:
            broken[owner] = merged(broken[owner], trouble) if owner in broken else trouble
    found = [_summed(op, op_id, i, values) for i, values in enumerate(taken)]
    for owner, trouble in broken.items():
        found[owner] = trouble
    return found


def _trouble(op: Aggregate, counts: Value, value: Value, index: int) -> Value | None:
    """What stops a member's aggregate at this value; None where nothing does."""
    if isinstance(counts, Nothing):
        return None
    # The only row is the only one that counts, with a value or without: whether it does, must be
    # known.
    if isinstance(value, Nothing) and op.function != "only":
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
        case "only" if len(values) != 1:
            return Fault("many", op_id, index)
    if not values:
        return NOTHING if op.may_lack else Fault("none", op_id, index)
    return _one(op, values)


def _one(op: Aggregate, values: list[Any]) -> Value:
    """One value out of at least one."""
    found: Value
    match op.function:
        case "mean":
            found = divide(total(values), len(values))
        case "median":
            middle = sorted(values)[(len(values) - 1) // 2 : len(values) // 2 + 1]
            found = divide(total(middle), len(middle))
        case "lowest":
            found = min(values)
        case "highest":
            found = max(values)
        case _:
            found = values[0]
    return found

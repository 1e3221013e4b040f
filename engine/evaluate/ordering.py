"""Operations that put values in order: places, the few that count, and shares that add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import groupby
from typing import Any

from ..plan.ops import Apportion, OpId, Pick, Rank
from .rationals import Number, add, comparable, divide, multiply, quotient, rounded, subtract, total
from .values import UNPLAIN, Blank, Column, Fault, Nothing, Value, is_fault, merged


def rank(op: Rank, op_id: OpId, keys: Sequence[Column], groups: Sequence[int]) -> Column:
    """The place of each value in its group, from 1. The first of the keys is what is ranked: a
    blank there is a fault, and what is nothing has no place. The others tell equal values apart,
    and are asked of equal ones only."""
    result = list(keys[0])
    by_group: dict[int, list[int]] = {}
    for index, (value, group) in enumerate(zip(keys[0], groups, strict=True)):
        if value.__class__ not in UNPLAIN:
            by_group.setdefault(group, []).append(index)
        elif value.__class__ is Blank:
            result[index] = Fault("blank", op.arg, index)
    for indexes in by_group.values():
        _place(op, op_id, keys, indexes, result)
    return result


def _place(
    op: Rank, op_id: OpId, keys: Sequence[Column], indexes: list[int], result: list[Value]
) -> None:
    first, untold = 1, None
    for number, (tied, trouble) in enumerate(_equals(op, op_id, keys, indexes), start=1):
        if untold is None or op.ties != "dense":
            untold = trouble
        elif trouble is not None:  # Nor is known how many places those before take.
            untold = merged(untold, trouble)
        place = _shared(op, op_id, first, number, tied) if untold is None else untold
        for index in tied:
            result[index] = place
        first += len(tied)


def _equals(
    op: Rank, op_id: OpId, keys: Sequence[Column], indexes: list[int]
) -> Iterator[tuple[list[int], Value | None]]:
    """Members from the first place on, those together that nothing tells apart; beside them what
    keeps some from being told apart."""
    column, *others = keys
    sorting = dict(zip(indexes, comparable([column[i] for i in indexes]), strict=True))
    ordered = sorted(indexes, key=sorting.__getitem__, reverse=op.descending)
    for _, group in groupby(ordered, key=sorting.__getitem__):
        tied = list(group)
        if not others or len(tied) == 1:
            yield tied, None
            continue
        lacking, trouble = _lacking(op_id, others[0], tied)
        if trouble is not None:
            yield lacking, trouble
            tied = sorted({*tied} - {*lacking})
        for equal, further in _equals(op, op_id, others, tied):
            found = [one for one in (trouble, further) if one is not None]
            yield equal, reduce(merged, found) if found else None


def _lacking(op_id: OpId, column: Column, tied: list[int]) -> tuple[list[int], Value | None]:
    """Which of equal members a column does not tell apart, blank for them or a fault, and why."""
    lacking = [index for index in tied if column[index].__class__ in UNPLAIN]
    troubles = [
        Fault("untold", op_id, index) if isinstance(column[index], Blank) else column[index]
        for index in lacking
    ]
    return lacking, reduce(merged, troubles) if troubles else None


def _shared(op: Rank, op_id: OpId, first: int, number: int, tied: list[int]) -> Value:
    """The place of equal values that begin at ``first`` and are the ``number``-th of the group."""
    last = first + len(tied) - 1
    match op.ties:
        case "share":
            return first
        case "dense":
            return number
        case "worse":
            return last
        case "mean":
            return quotient(first + last, 2)
        case "none":
            return first if len(tied) == 1 else Fault("tied", op_id, min(tied))


def pick(
    op: Pick, column: Column, where: Column | None, amounts: Column, owners: Sequence[int]
) -> Column:
    """Whether each value counts; what stands in the way of an answer is left to the aggregate."""
    result: list[Value] = [False] * len(column)
    taken: dict[int, list[int]] = {}
    for index, (value, owner) in enumerate(zip(column, owners, strict=True)):
        counts = True if where is None else where[index]
        if counts is True and value.__class__ not in UNPLAIN and owner >= 0:
            taken.setdefault(owner, []).append(index)
        else:
            result[index] = counts
    for owner, indexes in taken.items():
        _picked(op, column, amounts[owner], indexes, result)
    return result


def _picked(
    op: Pick, column: Column, amount: Value, indexes: list[int], result: list[Value]
) -> None:
    if amount.__class__ in UNPLAIN:
        for index in indexes:
            result[index] = amount
        return
    values: dict[int, Any] = {index: column[index] for index in indexes}
    count = int(amount)  # type: ignore[arg-type]
    ordered = sorted(indexes, key=values.__getitem__, reverse=op.keep != "lowest")
    kept = ordered[count : len(ordered) - count] if op.keep == "inner" else ordered[:count]
    for index in kept:
        result[index] = True


def apportion(
    op: Apportion, op_id: OpId, totals: Column, weights: Column, groups: Sequence[int]
) -> Column:
    """Each member's part of the total of its group; a member without a weight by the policy's own
    word has none."""
    result = list(weights)
    members: dict[int, list[int]] = {}
    for index, (weight, group) in enumerate(zip(weights, groups, strict=True)):
        if not isinstance(weight, Nothing):
            members.setdefault(group, []).append(index)
    for indexes in members.values():
        parts = _parts(op, op_id, totals, weights, indexes)
        for index, part in zip(indexes, parts, strict=True):
            result[index] = part
    return result


def _parts(
    op: Apportion, op_id: OpId, totals: Column, weights: Column, indexes: list[int]
) -> list[Value]:
    """The parts of one group; the same fault for all of them where there is no answer."""
    needed = ((op.total, totals), (op.weight, weights))
    for arg, column in needed:
        for index in indexes:
            if column[index].__class__ in UNPLAIN:
                found = column[index]
                return [found if is_fault(found) else Fault("blank", arg, index)] * len(indexes)
    pool: Any = totals[indexes[0]]
    shares: list[Any] = [weights[index] for index in indexes]
    same = all(totals[index] == pool for index in indexes)
    divisible = same and pool >= 0 and rounded(pool, op.places, "down") == pool
    if divisible and min(shares) >= 0 and total(shares):
        parts = _divided(op, pool, shares)
        if min(parts) >= 0:
            return list(parts)
    return [Fault("indivisible", op_id, indexes[0])] * len(indexes)


def _divided(op: Apportion, pool: Number, shares: list[Number]) -> list[Number]:
    """Parts that add up to the pool; one that takes what is left may come out below 0."""
    if not op.mode:
        return _largest_remainders(pool, shares, op.places)
    whole = total(shares)
    parts = [rounded(divide(multiply(pool, s), whole), op.places, op.mode) for s in shares]
    taker = {"greatest": shares.index(max(shares)), "first": 0}.get(op.rest, len(parts) - 1)
    parts[taker] = add(parts[taker], subtract(pool, total(parts)))
    return parts


def _largest_remainders(pool: Number, shares: list[Number], places: int) -> list[Number]:
    """Parts in whole units of a decimal place that add up to the pool."""
    whole = total(shares)
    exact = [divide(multiply(pool, share), whole) for share in shares]
    parts = [rounded(part, places, "down") for part in exact]
    unit = quotient(1, 10**places)
    left = divide(subtract(pool, total(parts)), unit)
    order = sorted(range(len(parts)), key=lambda i: (subtract(parts[i], exact[i]), -shares[i], i))
    for index in order[: int(left)]:
        parts[index] = add(parts[index], unit)
    return parts

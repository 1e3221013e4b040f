"""What two figures of one calculation have to do with each other narrows what comes of it.

A mark is no more than the best of its group, so that its share of the best is at most 1; what lies
between the least and the most of a group has a place between 0 and 1 there; a mean by counted votes
lies among the marks it is a mean of. Interval arithmetic alone sees none of this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..extent import ZERO, Extent, extent, hull
from ..plan.ops import Aggregate, Arithmetic, Op, OpId
from .arithmetic import multiply
from .domain import Reach

_FREE = (None, False)
_NOT_BELOW_ZERO = extent((ZERO, True), _FREE)
_NOT_ABOVE_ZERO = extent(_FREE, (ZERO, True))
_SHARE = extent((ZERO, True), (ZERO + 1, True))
#: The order of the aggregates of one set of values.
_ORDER = {"lowest": 0, "mean": 1, "highest": 2}


def related(
    ops: Sequence[Op], same: Sequence[OpId], op: Arithmetic, read: Callable[[OpId], Reach]
) -> Extent | None:
    """All that a difference or a quotient can be by what its two sides have to do with each other;
    None where that says nothing."""
    if op.op not in ("-", "/"):
        return None
    first, second = (same[arg] for arg in op.args)
    if op.op == "-":
        if at_most(ops, same, second, first):
            return _NOT_BELOW_ZERO
        return _NOT_ABOVE_ZERO if at_most(ops, same, first, second) else None
    weighted = _weighted(ops, same, first, second, read)
    if weighted is not None:
        return weighted
    return _share(ops, same, first, second, read)


def _share(
    ops: Sequence[Op],
    same: Sequence[OpId],
    top: OpId,
    bottom: OpId,
    read: Callable[[OpId], Reach],
) -> Extent | None:
    """What a part of a whole, or so many times that part, can be of the whole."""
    e = read(top).numbers
    if at_most(ops, same, top, bottom):
        return _SHARE if e is not None and e.low is not None and e.low >= 0 else None
    op = ops[top]
    if isinstance(op, Arithmetic) and op.op == "*" and len(op.args) == 2:
        for factor, part in (op.args, op.args[::-1]):
            times = read(factor).numbers
            inner = _share(ops, same, same[part], bottom, read)
            if inner is not None and times is not None:
                return multiply(inner, times)
    return None


def at_most(ops: Sequence[Op], same: Sequence[OpId], first: OpId, second: OpId) -> bool:
    """Whether one value is never above another, by what they are. Both are representatives."""
    if first == second:
        return True
    match ops[first], ops[second]:
        case Arithmetic(op="-", args=(a, b)), Arithmetic(op="-", args=(c, d)):
            return at_most(ops, same, same[a], same[c]) and at_most(ops, same, same[d], same[b])
        case Aggregate() as low, Aggregate() as high if _alike(same, low, high):
            return _ORDER[low.function] <= _ORDER[high.function]
        case _, Aggregate(function="highest", arg=arg, where=None):
            return same[arg] == first
        case Aggregate(function="lowest", arg=arg, where=None), _:
            return same[arg] == second
        case _, Arithmetic(op="max", args=args):
            return first in {same[arg] for arg in args}
        case Arithmetic(op="min", args=args), _:
            return second in {same[arg] for arg in args}
    return False


def _alike(same: Sequence[OpId], first: Aggregate, second: Aggregate) -> bool:
    """Whether two aggregates sum up the same values in the same groups."""
    wheres = {None if a.where is None else same[a.where] for a in (first, second)}
    known = first.function in _ORDER and second.function in _ORDER
    return (
        known
        and len(wheres) == 1
        and same[first.arg] == same[second.arg]
        and first.level == second.level
    )


def _weighted(
    ops: Sequence[Op],
    same: Sequence[OpId],
    top: OpId,
    bottom: OpId,
    read: Callable[[OpId], Reach],
) -> Extent | None:
    """Marks times counts over the counts: what the marks can be."""
    counts = list(_terms(ops, same, bottom))
    products = [ops[term] for term in _terms(ops, same, top)]
    pairs = [p.args for p in products if isinstance(p, Arithmetic) and p.op == "*"]
    if len(pairs) != len(counts) or len(products) != len(counts) or len(counts) < 2:
        return None
    found: Extent | None = None
    for (mark, times), count in zip(pairs, counts, strict=True):
        marks, many = read(mark).numbers, read(times).numbers
        if same[times] != count or marks is None or many is None:
            return None
        if many.low is None or many.low < 0:
            return None
        found = hull(found, marks)
    return extent((found.low, True), (found.high, True)) if found is not None else None


def _terms(ops: Sequence[Op], same: Sequence[OpId], op_id: OpId) -> Iterator[OpId]:
    op = ops[op_id]
    if isinstance(op, Arithmetic) and op.op == "+":
        for arg in op.args:
            yield from _terms(ops, same, same[arg])
    else:
        yield op_id

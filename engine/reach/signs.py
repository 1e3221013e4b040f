"""In which direction an operation moves with each of its arguments, as far as that is certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from ..extent import Extent
from ..plan.ops import (
    Aggregate,
    Arithmetic,
    Choose,
    Classify,
    Compare,
    Irrational,
    Logic,
    Lookup,
    OpId,
    Round,
    Spread,
    Within,
)
from .assume import assume
from .domain import Reach
from .known import Known
from .worlds import EMPTY

UP, DOWN = 1, 2
BOTH = UP | DOWN
#: An argument and the directions in which the operation moves as it grows.
Way: TypeAlias = "tuple[OpId, int]"


def local(known: Known, op_id: OpId, inputs: Sequence[int]) -> Iterator[Way]:
    """The arguments of which the direction is certain. ``inputs`` are the columns below each
    operation; a column above and below one line of a fraction is left out."""
    op = known.plan.ops[op_id]
    match op:
        case Arithmetic():
            yield from _arithmetic(known, op, inputs)
        case Compare(op=">" | ">=", left=left, right=right):
            yield from ((left, UP), (right, DOWN))
        case Compare(op="<" | "<=", left=left, right=right):
            yield from ((left, DOWN), (right, UP))
        case Logic(op=sign, args=args):
            yield from ((arg, DOWN if sign == "not" else UP) for arg in args)
        case Choose():
            yield from _choice(known, op)
        case Lookup():
            yield from _table(known, op)
        case Aggregate(function="count", where=where) if where is not None:
            yield where, UP
        case Aggregate(function="sum" | "mean" | "highest" | "lowest" | "any", arg=arg):
            yield arg, UP
        case Round(arg=arg) | Irrational(arg=arg) | Spread(arg=arg) | Within(arg=arg):
            yield arg, UP
        case _:
            return  # names, blanks and ranks have no more and less


def _arithmetic(known: Known, op: Arithmetic, inputs: Sequence[int]) -> Iterator[Way]:
    ranges, args = known.ranges, op.args
    match op.op:
        case "+" | "min":
            yield from ((arg, UP) for arg in args)
        case "max":
            yield from _larger(known, op)
        case "-":
            yield args[0], UP
            if not _among(known, args[0], args[1]):
                yield args[1], DOWN
        case "*":
            for arg in args:
                others = [ranges.of(other) for other in args if other != arg]
                if len(others) == len(args) - 1 and all(_positive(o) for o in others):
                    yield arg, UP
                elif len(others) == 1 and _positive(others[0], -1):
                    yield arg, DOWN
        case "/":
            top, bottom = (ranges.of(arg) for arg in args)
            for sign, way, back in ((1, UP, DOWN), (-1, DOWN, UP)):
                if _positive(bottom, sign):
                    yield args[0], way
                if _positive(top, sign) and not inputs[args[0]] & inputs[args[1]]:
                    yield args[1], back


def _positive(reach: Reach, sign: int = 1) -> bool:
    """Whether a number is never below 0, or (sign -1) never above."""
    e = reach.numbers
    if e is None:
        return False
    return (e.low is not None and e.low >= 0) if sign > 0 else (e.high is not None and e.high <= 0)


def _larger(known: Known, op: Arithmetic) -> Iterator[Way]:
    """The larger of several; the size of a number turns where the number is 0."""
    size = known.ranges.joined.absolute(op, known.ranges.of)
    if size is None:
        yield from ((arg, UP) for arg in op.args)
        return
    own = known.ranges.of(op.args[0])
    yield op.args[0], UP if _positive(own) else DOWN if _positive(own, -1) else BOTH


def _among(known: Known, whole: OpId, part: OpId) -> bool:
    """Whether what is taken from a sum is the highest or the lowest of its own terms, as when a
    mean leaves these out: the rest of the sum still grows with each of them."""
    ops, same = known.plan.ops, known.ranges.same
    taken, total = ops[same(part)], ops[same(whole)]
    if isinstance(taken, Aggregate) and taken.function in ("highest", "lowest"):
        while isinstance(total, Arithmetic) and total.op == "-":
            total = ops[same(total.args[0])]
        of_rows = isinstance(total, Aggregate) and total.function == "sum"
        return of_rows and isinstance(total, Aggregate) and same(total.arg) == same(taken.arg)
    if not isinstance(taken, Arithmetic) or taken.op not in ("min", "max"):
        return False
    return {same(arg) for arg in taken.args} <= set(_terms(known, whole))


def _terms(known: Known, op_id: OpId) -> Iterator[OpId]:
    """The terms of a sum, without what is taken from it."""
    op = known.plan.ops[known.ranges.same(op_id)]
    if isinstance(op, Arithmetic) and op.op in ("+", "-"):
        for arg in op.args if op.op == "+" else op.args[:1]:
            yield from _terms(known, arg)
    else:
        yield known.ranges.same(op_id)


def _choice(known: Known, op: Choose) -> Iterator[Way]:
    """What is chosen; and a condition, where its case is worth no less than all after it, or no
    more."""
    world, env = known.ranges.joined, EMPTY
    for place, (when, take) in enumerate(op.cases):
        yield take, UP
        inside, beyond = (assume(world, when, holds, env) for holds in (True, False))
        if inside is None or beyond is None:
            break
        value = world.under(take, inside).numbers
        rest = [t for _, t in op.cases[place + 1 :]] + [op.otherwise]
        others = [world.under(other, beyond).numbers for other in rest]
        known_ones = [other for other in others if other is not None]
        if value is not None and known_ones and all(_no_more(o, value) for o in known_ones):
            yield when, UP
        elif value is not None and known_ones and all(_no_more(value, o) for o in known_ones):
            yield when, DOWN
        env = beyond
    yield op.otherwise, UP


def _no_more(first: Extent, second: Extent) -> bool:
    return first.high is not None and second.low is not None and first.high <= second.low


def _table(known: Known, op: Lookup) -> Iterator[Way]:
    """A step table moves with the number looked up, the other way, or turns on the way."""
    yield from ((value, UP) for _, value in op.entries)
    key = known.plan.ops[known.ranges.same(op.key)]
    if not isinstance(key, Classify):
        return
    reached = known.ranges.of(op.key).names or frozenset()
    lows = {name: band.low for name, band in key.bands}
    steps = sorted(
        ((lows[name], value) for name, value in op.entries if name in reached and name in lows),
        key=lambda step: (step[0] is not None, step[0] or 0),
    )
    values = [n for _, value in steps if (n := known.ranges.of(value).numbers) is not None]
    pairs = list(pairwise(values))
    if len(values) != len(steps) or not all(_no_more(a, b) or _no_more(b, a) for a, b in pairs):
        return
    rises = any(not _no_more(b, a) for a, b in pairs)
    falls = any(not _no_more(a, b) for a, b in pairs)
    yield key.arg, (UP if rises else 0) | (DOWN if falls else 0)

"""What follows from a condition: an environment in which it holds, or one in which it fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from attrs import evolve

from ..extent import Extent, extent, lower, meet, upper
from ..plan.ops import Compare, IsBlank, Logic, Op, OpId
from ..plan.plan import Plan
from .domain import NO_NAMES, NOWHERE, Reach, join, narrowed, present

Env = Mapping[OpId, Reach]

#: The sign of a comparison that fails.
_FAILED = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


class Readable(Protocol):
    """Where the reach of operations is read."""

    plan: Plan
    same: Sequence[OpId]

    def under(self, op: OpId, env: Env) -> Reach:
        """What an operation can be under an assumption."""


def assume(world: Readable, op_id: OpId, holds: bool, env: Env) -> Env | None:
    """The environment in which a condition also holds, or fails; None where that cannot be."""
    op: Op = world.plan.ops[world.same[op_id]]
    match op:
        case Logic(op="not", args=(arg,)):
            return assume(world, arg, not holds, env)
        case Logic(args=args):
            # ``and`` holds, ``or`` fails: all of them together; else one of them.
            each = (op.op == "and") == holds
            return _all(world, args, holds, env) if each else _one(world, args, holds, env)
        case Compare(op=sign):
            return compare(world, op_id, sign if holds else _FAILED[sign], holds, env)
        case IsBlank(arg=arg):
            found = world.under(arg, env)
            kept = Reach(blank=found.blank, nothing=found.nothing) if holds else present(found)
            return _with(world, {arg: kept}, op_id, holds, env)
        case _:
            return _with(world, {}, op_id, holds, env)


def _all(world: Readable, args: Sequence[OpId], holds: bool, env: Env) -> Env | None:
    found: Env | None = env
    for arg in args:
        found = assume(world, arg, holds, found) if found is not None else None
    return found


def _one(world: Readable, args: Sequence[OpId], holds: bool, env: Env) -> Env | None:
    """At least one of several: what all the ways to it have in common."""
    ways: list[Env] = []
    before: Env | None = env
    for arg in args:
        way = assume(world, arg, holds, before) if before is not None else None
        if way is not None:
            ways.append(way)
        before = assume(world, arg, not holds, before) if before is not None else None
    if not ways:
        return None
    shared = set(ways[0]).intersection(*ways[1:])
    return {op: _joined([way[op] for way in ways]) for op in sorted(shared)}


def _joined(reaches: Sequence[Reach]) -> Reach:
    found = NOWHERE
    for reach in reaches:
        found = join(found, reach)
    return found


def compare(world: Readable, op_id: OpId, sign: str, holds: bool, env: Env) -> Env | None:
    """The environment in which both sides of a comparison stand as a sign says; the comparison
    itself is then known to hold or to fail."""
    op = world.plan.ops[world.same[op_id]]
    if not isinstance(op, Compare) or holds not in world.under(op_id, env).truths:
        return None
    left, right = world.under(op.left, env), world.under(op.right, env)
    if world.same[op.left] == world.same[op.right]:
        return _with(world, {}, op_id, holds, env)
    new = {op.left: _beside(sign, left, right), op.right: _beside(_turned(sign), right, left)}
    return _with(world, new, op_id, holds, env)


def _turned(sign: str) -> str:
    return {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(sign, sign)


def _beside(sign: str, own: Reach, other: Reach) -> Reach:
    """What of one side is left where it stands to some value of the other as the sign says."""
    if sign == "=":
        return narrowed(present(own), present(other))
    if sign == "!=":
        return _other_than(own, other)
    if own.numbers is None or other.numbers is None:
        return NOWHERE
    e, closed = other.numbers, sign in ("<=", ">=")
    if sign in ("<", "<="):
        bounds = extent((None, False), (e.high, e.high_closed and closed))
    else:
        bounds = extent((e.low, e.low_closed and closed), (None, False))
    return Reach(numbers=meet(own.numbers, bounds))


def _other_than(own: Reach, other: Reach) -> Reach:
    """Without the one value that the other side always has; a blank differs from all."""
    if not other.fixed or other.blank:
        return own
    others = other.names or NO_NAMES
    return evolve(
        own,
        names=None if own.names is None else own.names - others,
        without=own.without | others if own.names is None else NO_NAMES,
        truths=own.truths - other.truths,
        numbers=_without(own.numbers, other.numbers),
    )


def _without(own: Extent | None, other: Extent | None) -> Extent | None:
    """An extent without a number at one of its ends."""
    if own is None or other is None or other.point is None:
        return own
    low, high = lower(own), upper(own)
    if own.low == other.point:
        low = own.low, False
    if own.high == other.point:
        high = own.high, False
    return extent(low, high, own.step)


def _with(
    world: Readable, new: Mapping[OpId, Reach], op_id: OpId, holds: bool, env: Env
) -> Env | None:
    """The environment with some values narrowed and a condition settled."""
    if holds not in world.under(op_id, env).truths:
        return None
    found = dict(env)
    for op, reach in new.items():
        if not reach.has_value and not reach.blank:
            return None
        if not world.under(op, env).fixed:
            found[world.same[op]] = reach
    found[world.same[op_id]] = Reach(truths=frozenset({holds}))
    return found

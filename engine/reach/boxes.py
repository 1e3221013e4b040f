"""Ordered cases, proved: which of them can apply, and what none of them covers.

The conditions of a list of cases cut the space of what their values can be into boxes, in each of
which every comparison is settled. The walk follows one box at a time through the conditions in
their order: a comparison that can go either way cuts the box in two. It is exact for comparisons
of a value with constants, for names and for blanks, over any number of values at once; whether two
values that both vary stand one way or the other is taken as a question of its own.

A box in which a condition has no answer, because a value it needs is blank, belongs to no case and
is no gap: the run says where that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from ..plan.ops import Compare, Logic, OpId
from .assume import assume, compare
from .domain import Reach
from .worlds import EMPTY, Env, World

#: The most boxes that one list of cases is followed through.
LIMIT = 3000


class TooManyError(Exception):
    """More boxes than are worth following; the list is left unproved."""


@frozen
class Coverage:
    """What a list of cases comes to: the first box that each case can apply in, by its index, and
    the first that no case covers."""

    first: Mapping[int, Env]
    uncovered: Env | None


def coverage(world: World, conditions: Sequence[OpId], limit: int = LIMIT) -> Coverage:
    """Follow all boxes through the conditions. Raises ``TooManyError`` past ``limit`` boxes."""
    first: dict[int, Env] = {}
    uncovered: Env | None = None
    waiting: list[tuple[int, Env]] = [(0, EMPTY)]
    boxes = 0
    while waiting:
        case, env = waiting.pop()
        if case == len(conditions):
            uncovered = uncovered if uncovered is not None else env
            continue
        missing = []
        for holds, inside in decided(world, conditions[case], env):
            boxes += 1
            if boxes > limit:
                raise TooManyError
            if holds:
                first.setdefault(case, inside)
            else:
                missing.append((case + 1, inside))
        waiting.extend(reversed(missing))
        if uncovered is not None and len(first) == len(conditions):
            break
    return Coverage(first, uncovered)


def decided(world: World, op_id: OpId, env: Env) -> Iterator[tuple[bool, Env]]:
    """The boxes that a condition cuts an environment into, each with whether it holds there."""
    op = world.plan.ops[world.same[op_id]]
    match op:
        case Logic(op="not", args=(arg,)):
            yield from ((not holds, inside) for holds, inside in decided(world, arg, env))
        case Logic(args=args):
            yield from _in_turn(world, args, op.op == "or", env)
        case Compare(op="=" | "!=" as sign):
            for equal, inside in _equal(world, op_id, op, sign == "=", env):
                yield (equal if sign == "=" else not equal), inside
        case _:
            for holds in (True, False):
                settled = assume(world, op_id, holds, env)
                if settled is not None:
                    yield holds, settled


def _in_turn(
    world: World, args: Sequence[OpId], decisive: bool, env: Env
) -> Iterator[tuple[bool, Env]]:
    """``and`` and ``or`` ask one condition after the other until one decides."""
    if not args:
        yield not decisive, env
        return
    for holds, inside in decided(world, args[0], env):
        if holds is decisive:
            yield holds, inside
        else:
            yield from _in_turn(world, args[1:], decisive, inside)


def _equal(
    world: World, op_id: OpId, op: Compare, when_equal: bool, env: Env
) -> Iterator[tuple[bool, Env]]:
    """A number is the other, or below it, or above it, or blank, so that no box has a hole."""
    equal = compare(world, op_id, "=", when_equal, env)
    if equal is not None:
        yield True, equal
    left, right = world.under(op.left, env), world.under(op.right, env)
    numbers = left.numbers is not None and right.numbers is not None
    for sign in ("<", ">") if numbers else ("!=",):
        apart = compare(world, op_id, sign, not when_equal, env)
        if apart is not None:
            yield False, apart
    if numbers:
        for side, found in ((op.left, left), (op.right, right)):
            if found.blank:
                yield False, {**env, world.same[side]: Reach(blank=True, nothing=found.nothing)}

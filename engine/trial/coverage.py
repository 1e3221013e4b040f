"""Which points of a policy its examples show."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import assert_never

from attrs import frozen

from ..evaluate.interpret import Run
from ..evaluate.trace import chosen
from ..evaluate.values import is_fault
from ..plan.ops import Choose, OpId
from .example import Trials
from .points import Above, InBand, InCase, InRange, Is, Judged, Limited, Point, Test
from .verdict import Tried


@frozen
class Coverage:
    """The points that an example shows, and those that none does, both in the policy's order."""

    shown: tuple[Point, ...]
    missing: tuple[Point, ...]


def coverage_of(trials: Trials, tried: Iterable[Tried]) -> Coverage:
    """What the examples that passed show together."""
    passed = [one for one in tried if one.passed]
    shown = {point for point in trials.points for one in passed if shows(one, point.test)}
    return Coverage(
        tuple(point for point in trials.points if point in shown),
        tuple(point for point in trials.points if point not in shown),
    )


def shows(tried: Tried, test: Test) -> bool:
    """Whether an example shows a point: it happened, and had a part in what was asked."""
    if isinstance(test, Judged):
        return (test.name, test.value) in tried.judged
    places = ((op, index) for op, index in tried.used if op in _ops(test))
    return any(holds(tried.run, test, op, index) for op, index in places)


def _ops(test: Test) -> tuple[OpId, ...]:
    match test:
        case InBand(ops=ops) | InRange(ops=ops) | InCase(ops=ops):
            return ops
        case Is(of=op) | Above(op=op) | Limited(op=op):
            return (op,)
        case Judged():
            return ()
        case _:
            assert_never(test)


def holds(run: Run, test: Test, op_id: OpId, index: int) -> bool:
    """Whether a point happened at one place of a run."""
    value = run.values[op_id][index]
    match test:
        case InBand(band=band):
            return value == band
        case InRange(number=number, range=range):
            reached = run.values[number][index]
            return isinstance(reached, (int, Fraction)) and range.holds(reached)
        case InCase(number=number):
            op = run.plan.ops[op_id]
            applied = not is_fault(value) and isinstance(op, Choose)
            return applied and isinstance(op, Choose) and chosen(run, op, index)[0] == number
        case Is(op=condition, value=wanted):
            return run.values[condition][index] is wanted
        case Above(limit=limit, value=wanted):
            policy = run.plan.ops[limit].level.kind == "policy"
            most = run.values[limit][0 if policy else index]
            numbers = not isinstance(value, (str, bool)) and not is_fault(value)
            return numbers and (value > most) is wanted  # type: ignore[operator]
        case Limited(free=free, value=wanted):
            return not is_fault(value) and (value != run.values[free][index]) is wanted
        case Judged():
            return False
        case _:
            assert_never(test)

"""How telling a case is: whether a point happens in it, and how near it is to the boundary."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ..evaluate.interpret import Run
from ..evaluate.trace import chosen
from ..plan.ops import Choose, Classify, Compare, OpId
from .candidates import step_at
from .cone import Cone
from .coverage import holds
from .points import Above, InBand, Judged, Limited, Test


def happens(run: Run, test: Test, op_id: OpId, index: int) -> bool:
    if isinstance(test, Judged):
        op = run.plan.ops[op_id]
        # A requirement for some cases only is shown by one of these.
        applies = not isinstance(op, Choose) or chosen(run, op, index)[0] == 0
        return applies and index < len(run.values[op_id]) and run.values[op_id][index] is test.value
    if run.plan.ops[op_id].level.kind == "policy":
        return False
    return index < len(run.values[op_id]) and holds(run, test, op_id, index)


def distance(run: Run, test: Test, op_id: OpId, index: int, cone: Cone) -> Fraction:
    """How far a case is from the boundary."""
    op = run.plan.ops[op_id]
    if isinstance(test, InBand) and isinstance(op, Classify):
        return abs(Fraction(run.values[op.arg][index]) - target_of(op, test.band))  # type: ignore[arg-type]
    if isinstance(test, Above):
        limit = run.values[test.limit]
        most = limit[0] if len(limit) == 1 else limit[index]
        return abs(Fraction(run.values[op_id][index]) - Fraction(most))  # type: ignore[arg-type]
    if isinstance(test, Limited):
        ends = (run.values[test.free][index], run.values[test.limit][index])
        if all(isinstance(end, (int, Fraction)) for end in ends):
            return abs(Fraction(ends[0]) - Fraction(ends[1]))  # type: ignore[arg-type]
    return sum((_apart(run, other, index) for other in cone.ops), Fraction(0))


def _apart(run: Run, op_id: OpId, index: int) -> Fraction:
    """How far the sides of a comparison lie apart, in its own figures or in days."""
    op = run.plan.ops[op_id]
    if not isinstance(op, Compare) or op.op in ("=", "!=") or op.level.kind == "policy":
        return Fraction(0)
    left, right = (run.values[side] for side in (op.left, op.right))
    if index >= min(len(left), len(right)):
        return Fraction(0)
    match left[index], right[index]:
        case (date() as day, date() as other):
            return Fraction(abs((day - other).days))
        case (int() | Fraction() as number, int() | Fraction() as other):
            return abs(Fraction(number) - Fraction(other))
        case _:
            return Fraction(0)


def targets_of(run: Run, test: Test, op_id: OpId) -> list[tuple[OpId, Fraction]]:
    """Values that an operation should have for a case to stand on the boundary."""
    op = run.plan.ops[op_id]
    if isinstance(test, InBand) and isinstance(op, Classify):
        return [(op.arg, target_of(op, test.band))]
    limits = run.values[test.limit] if isinstance(test, Limited) else ()
    if isinstance(test, Limited) and limits and isinstance(limits[0], (int, Fraction)):
        limit = Fraction(limits[0])
        step = step_at(limit)
        return [(test.free, target) for target in (limit, limit + step, limit - step)]
    return []


def target_of(op: Classify, band: str) -> Fraction:
    """The lowest value of a band; of one without a lower end the highest."""
    found = dict(op.bands)[band]
    if found.low is not None:
        return found.low if found.low_closed else found.low + step_at(found.low)
    if found.high is not None:
        return found.high if found.high_closed else found.high - step_at(found.high)
    return Fraction(0)

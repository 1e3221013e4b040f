"""Whether a change tightens or loosens, where that is well-defined; nowhere else is it said."""

from __future__ import annotations

from attrs import evolve

from ...grammar.nodes import Binary, Call, Expression, Interval, Path
from ..functions import find_function
from ..semantics.bounds import dashed
from ..semantics.declarations import Declaration
from ..semantics.forms import amount_kind
from .changes import Act, Change, ChangeClass, Direction
from .pairing import Pairing

#: Numbers whose growth asks more of the units (1), or less (-1).
_SENSE = {"cap": -1, "due": -1, "lower": 1, "at_most": 1}
#: Properties and blocks whose appearance asks more (1), or less (-1).
_PRESENCE = {"cap": 1, "discretion": -1, "veto": 1, "bonus": -1, "deduction": 1, "requirement": 1}


def directed(change: Change, pairing: Pairing) -> Change:
    """The change with its direction, if it has one."""
    sense = _sense(change, pairing)
    if not sense:
        return change
    return evolve(change, direction=Direction.TIGHTENS if sense > 0 else Direction.LOOSENS)


def _sense(change: Change, pairing: Pairing) -> int:
    if change.act in (Act.ADDED, Act.REMOVED):
        known = None if change.own else _PRESENCE.get(change.aspect or change.block)
        return (known or 0) * (1 if change.act is Act.ADDED else -1) * _turned(change)
    if change.kind is not ChangeClass.PARAMETER or change.act is not Act.CHANGED:
        return 0
    if change.block == "grades" and change.own:
        return _band(change, pairing)
    sense = _SENSE.get(change.aspect or "", 0) if not change.own else _ratio(change, pairing)
    grown = change.shifts[0].difference if len(change.shifts) == 1 else 0
    return sense * ((grown > 0) - (grown < 0)) * _turned(change)


def _turned(change: Change) -> int:
    """-1 for the cap of a deduction, which spares units what the cap of a bonus costs them."""
    return -1 if (change.block, change.aspect) == ("deduction", "cap") else 1


def _band(change: Change, pairing: Pairing) -> int:
    """A grade is harder to get where it begins higher; the last, where it reaches higher."""
    new = change.subject
    old = pairing.back.get(new) if new is not None else None
    if old is None or new is None:
        return 0
    before, after = _interval(old, change, pairing), _interval(new, change, pairing)
    if before is None or after is None:
        return 0
    bounds = (before.low, before.high, after.low, after.high)
    if any(bound is not None and amount_kind(bound) != "point" for bound in bounds):
        return 0  # a greater rank is a worse one; of other figures nothing is known
    if before.low is not None and after.low is not None:
        low = (before.low.number, not before.low_closed), (after.low.number, not after.low_closed)
        return (low[1] > low[0]) - (low[1] < low[0])
    if before.high is not None and after.high is not None and before.low is after.low:
        high = (before.high.number, before.high_closed), (after.high.number, after.high_closed)
        return (high[1] > high[0]) - (high[1] < high[0])
    return 0


def _interval(declaration: Declaration, change: Change, pairing: Pairing) -> Interval | None:
    """The band under the change's span on one side."""
    sides = {side.span for side in (change.old, change.new) if side is not None}
    for entry in declaration.entries:
        item = entry.clauses[0].items[0]
        span = entry.clauses[0].span.to(entry.clauses[-1].span)
        if span in sides:
            return item if isinstance(item, Interval) else dashed(item)
    return None


def _ratio(change: Change, pairing: Pairing) -> int:
    """An entry of a scale that a quota multiplies by: less of it is less to go round."""
    subject = change.subject
    if change.block != "scale" or subject is None:
        return 0
    quotas = pairing.new.symbols.all_of("quota")
    uses = [take for quota in quotas if (take := quota.value("take")) is not None]
    return -1 if any(_multiplied(take, subject.name) for take in uses) else 0


def _multiplied(expr: Expression, scale: str) -> bool:
    """Whether a scale is a plain factor of a formula."""
    match expr:
        case Binary(op="*", left=left, right=right):
            return _multiplied(left, scale) or _multiplied(right, scale)
        case Call(callee=Path() as callee, arguments=arguments):
            if callee.text == scale:
                return True
            function = find_function(callee.text)
            rounding = function is not None and function.family == "round"
            return rounding and _multiplied(arguments[0].value, scale)
        case _:
            return False

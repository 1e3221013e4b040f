"""Which case of a value applied to a member."""

from __future__ import annotations

from ..evaluate.interpret import Run
from ..evaluate.trace import chosen
from ..plan.ops import Arithmetic, Choose, Guard, OpId, Round, Spread, Within, arguments

#: Operations below which a choice still says which case of the value applied.
_PASSING = (Within, Guard, Spread, Arithmetic, Round)


def case(run: Run, op_id: OpId, index: int) -> str | None:
    """The title of the case that applied."""
    place, member = passed(run, op_id, index)
    for named in run.plan.names.get(place, ()):
        number = branch(run, place, member, len(named.branches))
        if number is not None:
            return named.branches[number]
    return None


def passed(run: Run, op_id: OpId, index: int) -> tuple[OpId, int]:
    """Past what only holds or spreads a value, to where it is worked out."""
    op = run.plan.ops[op_id]
    while isinstance(op, (Within, Guard, Spread)):
        if isinstance(op, Spread):
            index = run.members.belongs(op.level, run.plan.ops[op.arg].level)[index]
        op_id, op = op.arg, run.plan.ops[op.arg]
    return op_id, index


def branch(run: Run, op_id: OpId, index: int, count: int) -> int | None:
    """Which of ``count`` cases applied: that of the first choice of so many below a value. A
    stage converts the mark that its cases give, so the choice may stand inside a formula."""
    op = run.plan.ops[op_id]
    if isinstance(op, Choose) and op.cases:
        return chosen(run, op, index)[0] if len(op.cases) + 1 == count else None
    if isinstance(op, Spread):
        index = run.members.belongs(op.level, run.plan.ops[op.arg].level)[index]
    inside = arguments(op) if isinstance(op, _PASSING) else ()
    for arg in inside if count else ():
        same = run.plan.ops[arg].level == op.level or isinstance(op, Spread)
        if same and arg not in run.plan.names:
            found = branch(run, arg, index, count)
            if found is not None:
                return found
    return None

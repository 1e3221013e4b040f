"""Reading a run backwards: whose a value is, which cell it came from, which case applied."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Cell
from ..levels import UNIT, Level
from ..plan.ops import Aggregate, Choose, Guard, Input, OpId, Series, Spread, arguments
from ..plan.plan import PARTS, Named, Plan
from .interpret import Run
from .series import before
from .values import Fault, faults_of


def unit_names(run: Run) -> list[str]:
    """The units of the register, in its order."""
    return run.members.units()


def member_name(run: Run, level: Level, index: int) -> str:
    """The unit that a member of a level belongs to, in words; its own key where it has none."""
    members = run.members
    if level.kind == "group":
        return "、".join(members.group_label(level, index))
    if level.kind == "policy":
        return ""
    if members.hierarchy.under(level, UNIT):
        owner = members.belongs(level, UNIT)[index]
        return members.label(UNIT, owner) if owner >= 0 else ""
    return members.label(level, index)


def chosen(run: Run, op: Choose, index: int) -> tuple[int, OpId]:
    """Which case of a choice applied to a member, and the operation that gave its value; the
    number of cases means the otherwise."""
    for number, (when, take) in enumerate(op.cases):
        if run.values[when][index] is True:
            return number, take
    return len(op.cases), op.otherwise


def cells(run: Run, op_id: OpId, index: int) -> tuple[Cell, ...]:
    """The data cells that a value was read from, without crossing into another level's many or into
    the parts of a total, which have lines of their own."""
    op = run.plan.ops[op_id]
    match op:
        case Input(table=table, column=column):
            return (run.dataset.tables[table].cell(column, index),)
        case Spread(arg=arg):
            owner = run.members.belongs(op.level, run.plan.ops[arg].level)[index]
            return cells(run, arg, owner) if owner >= 0 else ()
        case Choose():
            return cells(run, chosen(run, op, index)[1], index)
        case Guard(arg=arg):
            return cells(run, arg, index)
        case Aggregate():
            return ()
        case Series(arg=arg):
            place = earlier(run, op, index)
            return cells(run, arg, place) if place is not None else ()
        case _:
            own = [arg for arg in arguments(op) if not is_part(run.plan, arg)]
            found = [cell for arg in own for cell in cells(run, arg, index)]
            return tuple(dict.fromkeys(found))


def earlier(run: Run, op: Series, index: int) -> int | None:
    """The member whose value 上期 takes; None for 连续, which takes none."""
    if op.function == "streak":
        return None
    owners = run.members.belongs(op.level, op.group)
    return before(op, run.values[op.period], owners, index)


def is_part(plan: Plan, op_id: OpId) -> bool:
    """Whether an operation goes by the name of a part of a total. A step may also be an ingredient
    of another step, so its cells are its reader's too."""
    kinds = {named.kind for named in plan.names.get(op_id, ())}
    return not kinds.isdisjoint(PARTS) and "step" not in kinds


def named_reader(plan: Plan, op_id: OpId) -> Named | None:
    """The name of an operation, or of the first named one that depends on it."""
    return next((plan.names[op][0] for op in readers(plan, op_id) if op in plan.names), None)


def reader_title(plan: Plan, op_id: OpId) -> str:
    """What the first named operation that depends on one is called; where none has a name, the
    column of results that shows it."""
    if (named := named_reader(plan, op_id)) is not None:
        return named.title
    exports = [*plan.exports, *(e for listing in plan.listings for e in listing.exports)]
    reached = frozenset(readers(plan, op_id))
    return next((export.title for export in exports if export.op in reached), "")


def needed_for(run: Run, fault: Fault, op_id: OpId) -> str:
    """What could not be worked out because of a fault that began at an operation: the first named
    value that it reached, or the column of results. One that asked first whether there is a value,
    and so did without, is not to blame."""
    plan = run.plan
    reached = [op for op in readers(plan, op_id) if _carries(run, op, fault)]
    named = next((plan.names[op][0].title for op in reached if op in plan.names), None)
    exports = [*plan.exports, *(e for listing in plan.listings for e in listing.exports)]
    shown = (export.title for export in exports if export.op in reached)
    return named or next(shown, "") or reader_title(plan, op_id)


def _carries(run: Run, op_id: OpId, fault: Fault) -> bool:
    """Whether a fault reached the values of an operation: on its own level that of its member."""
    values = run.values[op_id]
    if run.plan.ops[op_id].level == run.plan.ops[fault.op].level:
        return fault in faults_of(values[fault.index])
    return any(fault in faults_of(value) for value in values)


def readers(plan: Plan, op_id: OpId) -> Iterator[OpId]:
    """An operation and all that depend on it, in the order of the plan."""
    reached = {op_id}
    for later in range(op_id, len(plan.ops)):
        if later in reached or any(argument in reached for argument in arguments(plan.ops[later])):
            reached.add(later)
            yield later

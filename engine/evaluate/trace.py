"""Reading a run backwards: whose a value is, which cell it came from, which case applied."""

from __future__ import annotations

from ...grammar.diagnostics import Cell
from ..data.tables import Gap
from ..levels import Level
from ..plan.ops import Aggregate, Choose, Input, OpId, Spread, arguments
from ..plan.plan import PARTS, Named, Plan
from .interpret import Run


def unit_names(run: Run) -> list[str]:
    """The units of the register, in its order."""
    register = run.dataset.tables[run.plan.register.name]
    return [str(name) for name in register.columns[run.plan.register.unit_column or ""]]


def member_name(run: Run, level: Level, index: int) -> str:
    """The unit that a member of a level belongs to, in words; a group's key where it has none."""
    if level.kind == "unit":
        register = run.plan.register
        return str(run.dataset.tables[register.name].columns[register.unit_column or ""][index])
    if level.kind == "row":
        spec = run.dataset.tables[level.table].spec
        name = run.dataset.tables[level.table].columns.get(spec.unit_column or "", ())
        return "" if not name or isinstance(name[index], Gap) else str(name[index])
    if level.kind == "group":
        return "、".join(run.members.group_label(level, index))
    return ""


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
        case Aggregate():
            return ()
        case _:
            own = [arg for arg in arguments(op) if not is_part(run.plan, arg)]
            found = [cell for arg in own for cell in cells(run, arg, index)]
            return tuple(dict.fromkeys(found))


def is_part(plan: Plan, op_id: OpId) -> bool:
    """Whether an operation goes by the name of a part of a total. A step may also be an ingredient
    of another step, so its cells are its reader's too."""
    kinds = {named.kind for named in plan.names.get(op_id, ())}
    return not kinds.isdisjoint(PARTS) and "step" not in kinds


def named_reader(plan: Plan, op_id: OpId) -> Named | None:
    """The name of an operation, or of the first named one that depends on it."""
    reached = {op_id}
    for later in range(op_id, len(plan.ops)):
        if later in reached or any(argument in reached for argument in arguments(plan.ops[later])):
            reached.add(later)
            if later in plan.names:
                return plan.names[later][0]
    return None


def exported(plan: Plan, op_id: OpId) -> str:
    """The title of the first column of the result that depends on an operation without a name."""
    reached = {op_id}
    for later in range(op_id, len(plan.ops)):
        if any(argument in reached for argument in arguments(plan.ops[later])):
            reached.add(later)
    return next((export.title for export in plan.exports if export.op in reached), "")

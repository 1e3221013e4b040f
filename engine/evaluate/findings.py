"""Faults that reached something asked for, and requirements that failed, as located findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ...grammar.diagnostics import Argument, Cell, Diagnostic, Place, Text, decimal_text
from ..data.contract import ColumnType
from ..plan.ops import Arithmetic, Compare, Input, Op, OpId, Spread, Within
from ..plan.plan import Plan, Requirement
from . import codes
from .folding import folded
from .function_findings import function_finding, shown
from .interpret import Run
from .trace import cells, member_name, named_reader, needed_for, reader_title
from .values import Column, Fault, Faults, faults_of

_PLAIN = {"!=": "≠", "<=": "≤", ">=": "≥"}
_SIGNS = {"=": "＝", "!=": "≠", "<": "＜", "<=": "≤", ">": "＞", ">=": "≥"}


def asked_for(plan: Plan) -> tuple[OpId, ...]:
    """The operations whose values the policy is run for."""
    outcome, veto = plan.outcome, plan.outcome.veto
    wanted: list[OpId | None] = [export.op for export in plan.exports]
    wanted += [export.op for listing in plan.listings for export in listing.exports]
    wanted += [outcome.total, outcome.rank, outcome.grade]
    wanted += [veto.final, veto.lowered, veto.pending, veto.if_lowered] if veto else []
    for use in plan.uses:
        wanted += [use.when, *(due.op for due in use.quotas)]
    wanted += [notice.op for notice in plan.notices if notice.case is None]
    return tuple(dict.fromkeys(op for op in wanted if op is not None))


def findings_of(run: Run) -> tuple[Diagnostic, ...]:
    """Everything that stops the result, each once, in the order of the plan and the data; what is
    the same of many units is one finding."""
    found = [d for fault in faults_in(run) if (d := finding_of(run, fault)) is not None]
    found += [d for requirement in run.plan.requirements for d in _failures(run, requirement)]
    return folded((*found, *_groups(run), *_heads(run)))


def faults_in(run: Run) -> list[Fault]:
    """The faults that reached something asked for or required, each once, in a fixed order."""
    ops = (*asked_for(run.plan), *(requirement.op for requirement in run.plan.requirements))
    columns = [column for op in dict.fromkeys(ops) if _faulty(column := run.values[op])]
    found = {fault for column in columns for value in column for fault in faults_of(value)}
    return sorted(found, key=lambda fault: (fault.op, fault.index, fault.reason))


def _faulty(column: Column) -> bool:
    return not {Fault, Faults}.isdisjoint(map(type, column))


def origin(run: Run, op_id: OpId, index: int) -> tuple[OpId, int]:
    """Where a blank came from: past spreading, to the column it stands in."""
    op = run.plan.ops[op_id]
    while isinstance(op, Spread):
        index = run.members.belongs(op.level, run.plan.ops[op.arg].level)[index]
        op_id, op = op.arg, run.plan.ops[op.arg]
    return op_id, index


def finding_of(run: Run, fault: Fault) -> Diagnostic | None:
    """The finding of one fault; None where reading the data has already made it."""
    if fault.reason == "bad":
        return None
    op_id, index = origin(run, fault.op, fault.index)
    op = run.plan.ops[op_id]
    found = cells(run, op_id, index)
    place: Place | None = found[0] if found else op.span
    args: dict[str, Argument] = {
        "unit": member_name(run, op.level, index),
        "name": needed_for(run, fault, op_id),
    }
    match fault.reason:
        case "blank":
            column = op.column if isinstance(op, Input) else reader_title(run.plan, op_id)
            args |= {"column": column, "advice": _advice(run, op, found)}
            return Diagnostic(codes.BLANK_NEEDED, place, args)
        case "outside" if isinstance(op, Within):
            values = [run.values[i][index] for i in (op.arg, op.low, op.high)]
            marks = dict(zip(("value", "low", "high"), map(shown, values), strict=True))
            base = _base(run, op_id, marks["high"])
            return Diagnostic(codes.OUTSIDE, place, {**args, **marks, "base": base})
        case "zero":
            return Diagnostic(codes.ZERO, _divisor(run, op, index) or place, args)
        case "undefined":
            return Diagnostic(codes.UNDEFINED, place, args)
        case "none":
            return Diagnostic(codes.NOTHING, op.span, args)
        case _ if (made := function_finding(run, fault, op, place, args)) is not None:
            return made
        case _:
            value = shown(run.values[op.arg][index]) if hasattr(op, "arg") else ""
            return Diagnostic(codes.NO_BAND, op.span, {**args, "value": value})


def _base(run: Run, op_id: OpId, full: str) -> Text:
    """How a stage has a base that may be passed; other marks are points and have none."""
    named = named_reader(run.plan, op_id)
    if named is None or named.kind != "stage":
        return Text("", "")
    return Text(
        f"；以{full}分为基准、可以超过的，满分写最高能得的分，折算写 得分 ÷ {full}分 × 权重",
        f"; where {full} is a base that may be passed, let the full mark be the most, and the "
        f"conversion score ÷ {full}pts × weight",
    )


_FILL = Text(
    "补上这一格；确实没有的，政策里要写明没有时怎么算",
    "fill in the cell, or let the policy say what counts when there is none",
)


def _advice(run: Run, op: Op, found: Sequence[Cell]) -> Text:
    """What to do about a blank. Where a table lists only those that have something, its figures
    are to be summed up and not looked up."""
    if not isinstance(op, Input) or not found or found[0].row:
        return _FILL
    spec = run.dataset.tables[op.table].spec
    column, key = spec.column(op.column), "、".join(spec.key)
    figures = column.type in (ColumnType.NUMBER, ColumnType.INTEGER)
    if not spec.partial or len(spec.sheets) > 1 or not figures:
        return _FILL
    return Text(
        f"“{op.table}”里没有它的行。没有行就是0的，把表里的“主键：{key}；可缺行：是”改成“唯一：{key}”，"
        f"用合计（{op.table}.{op.column}）；不是0的，写明没有时怎么算",
        f"“{op.table}” has no row for it. If that means 0, write “unique: {key}” in the table for "
        f"“key: {key}; partial: yes” and take sum({op.table}.{op.column}); else say what counts",
    )


def _divisor(run: Run, op: Op, index: int) -> Place | None:
    """The cell of what a division divides by, where it has one."""
    found = cells(run, op.args[1], index) if isinstance(op, Arithmetic) else ()
    return found[0] if found else None


def _failures(run: Run, requirement: Requirement) -> Iterable[Diagnostic]:
    level, column = run.plan.ops[requirement.op].level, run.values[requirement.op]
    if not any(value is False for value in column):
        return
    for index, value in enumerate(column):
        if value is not False:
            continue
        args: dict[str, Argument] = {
            "unit": member_name(run, level, index),
            "name": requirement.name,
        }
        if requirement.kind == "list":
            yield _list_failure(run, requirement, index, args)
        elif requirement.kind == "invariant":
            args["values"] = compared(run, requirement.op, index)
            yield Diagnostic(codes.INVARIANT, requirement.span, args)
        else:
            found = cells(run, requirement.op, index)
            yield Diagnostic(codes.REQUIREMENT, found[0] if found else requirement.span, args)


def compared(run: Run, op_id: OpId, index: int) -> Text:
    """The two sides of a comparison that does not hold, in brackets; else nothing."""
    op = run.plan.ops[op_id]
    if not isinstance(op, Compare):
        return Text("", "")
    left, right = (shown(run.values[side][index]) for side in (op.left, op.right))
    return Text(
        f"（{left} {_SIGNS[op.op]} {right}）", f" ({left} {_PLAIN.get(op.op, op.op)} {right})"
    )


def _list_failure(
    run: Run, requirement: Requirement, index: int, args: dict[str, Argument]
) -> Diagnostic:
    actual = run.values[requirement.actual or 0][index]
    expected = run.values[requirement.expected or 0][index]
    if isinstance(actual, (int, Fraction)) and isinstance(expected, (int, Fraction)):
        excess = Fraction(actual) - Fraction(expected)
        gap, more = decimal_text(abs(excess)), excess > 0
        args["difference"] = Text(
            f"{'多' if more else '少'}{gap}分", f"{gap} {'too many' if more else 'missing'}"
        )
    place = _first_row(run, requirement, index)
    return Diagnostic(
        codes.LIST_SUM,
        place,
        {"difference": "", **args, "actual": shown(actual), "expected": shown(expected)},
    )


def _first_row(run: Run, requirement: Requirement, unit: int) -> Place:
    """The first row of a unit's list, where it has one."""
    source = run.plan.ops[requirement.actual or 0]
    arg = getattr(source, "arg", None)
    if arg is not None:
        owners = run.members.belongs(run.plan.ops[arg].level, source.level)
        if unit in owners:
            found = cells(run, arg, owners.index(unit))
            if found:
                return found[0]
    return requirement.span


def _groups(run: Run) -> Iterable[Diagnostic]:
    for name, level, size in run.plan.groups:
        actual = run.members.size(level)
        if size is not None and size != actual:
            labels = ["、".join(run.members.group_label(level, i)) for i in range(actual)]
            args: dict[str, Argument] = {
                "name": name,
                "actual": actual,
                "expected": size,
                "groups": "；".join(labels),
            }
            yield Diagnostic(codes.GROUP_COUNT, None, args)


def _heads(run: Run) -> Iterable[Diagnostic]:
    """Kinds of units of which the register has more or fewer than the policy says."""
    kinds = run.values[run.plan.kind] if run.plan.kind is not None else ()
    register = run.plan.register.file
    for head in run.plan.heads:
        actual = sum(kind == head.kind for kind in kinds)
        if actual != head.count:
            args: dict[str, Argument] = {
                "kind": head.kind,
                "actual": actual,
                "expected": head.count,
                "file": register,
            }
            yield Diagnostic(codes.HEAD_COUNT, head.span, args)

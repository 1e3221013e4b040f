"""Typing of calls: built-in functions and lookups in a scale."""

from __future__ import annotations

from ...grammar.diagnostics import Text
from ...grammar.nodes import Call, Expression, Filtered, Path
from ...grammar.suggest import nearest
from ..functions import FUNCTIONS, Function, find_function
from ..levels import POLICY, UNIT, Level, rows
from . import codes
from .arguments import ballot, irrational, misused, pair, rounding, single, step, stride
from .declarations import Declaration
from .declare import suggestion
from .inferring import Inferring
from .names import Names
from .references import ColumnReference, Scope, ValueReference
from .types import CONDITION, UNKNOWN, Type
from .walk import expressions


def infer_call(inference: Inferring, call: Call, scope: Scope) -> Type:
    """The type of a call; the callee is a scale of the policy or a built-in function."""
    name = call.callee.text
    scale = inference.names.symbols.scales.get(name)
    if scale is not None:
        return _lookup(inference, call, scale, scope)
    steps = inference.names.symbols.steps.get(name)
    if steps is not None:
        return step(inference, call, steps, scope)
    function = find_function(name)
    if function is None:
        words = [
            *inference.names.symbols.scales,
            *inference.names.symbols.steps,
            *(f.zh for f in FUNCTIONS),
            *(f.en for f in FUNCTIONS),
        ]
        return inference.report(
            codes.UNKNOWN_FUNCTION,
            call.callee,
            name=name,
            suggestion=_SPREADSHEET.get(name.upper()) or suggestion(nearest(name, words)),
        )
    match function.family:
        case "aggregate":
            return _aggregate(inference, call, function, scope)
        case "pair":
            return pair(inference, call, function, scope)
        case "single":
            return single(inference, call, function, scope)
        case "irrational":
            return irrational(inference, call, function, scope)
        case "stride":
            return stride(inference, call, function, scope)
        case "round":
            return rounding(inference, call, function, scope)
        case "ballot":
            return ballot(inference, call, function)


def _lookup(inference: Inferring, call: Call, scale: Declaration, scope: Scope) -> Type:
    if len(call.arguments) != 1:
        return misused(inference, call, Text(f"{scale.name}（名称）", f"{scale.name}(name)"))
    key = inference.infer(call.arguments[0].value, scope)
    value = inference.declared(scale)
    if key.base == "unknown":
        return UNKNOWN
    if key.base != "choice":
        return inference.report(
            codes.NOT_COMPARABLE,
            call.arguments[0],
            right=Text(f"对照“{scale.name}”", f"the scale “{scale.name}”"),
            left=Text(
                f"“{inference.names.slice(call.arguments[0])}”",
                f"“{inference.names.slice(call.arguments[0])}”",
            ),
        )
    _covers(inference, call, scale, key.members)
    return value.at(key.level)


#: Functions of spreadsheets, and what the language has for them.
_SPREADSHEET = {
    name: Text(chinese, english)
    for names, chinese, english in (
        (
            "SUM",
            "几项相加写 甲 ＋ 乙；一列的合计写 合计（列）",
            "write a + b; for a column sum(column)",
        ),
        ("AVERAGE AVG", "写 平均（列）", "write mean(column)"),
        (
            "MAX",
            "几项中取大写 取大（甲，乙）；一列的最高写 最高（列）",
            "write larger or highest(column)",
        ),
        (
            "MIN",
            "几项中取小写 取小（甲，乙）；一列的最低写 最低（列）",
            "write smaller or lowest(column)",
        ),
        ("COUNT COUNTA COUNTIF", "写 计数（列 当 条件）", "write count(column when condition)"),
        ("SUMIF SUMIFS", "写 合计（列 当 条件）", "write sum(column when condition)"),
        ("ROUND", "写 四舍五入（数，2位）", "write round(value, 2places)"),
        (
            "IF IFS",
            "分几种情形写：情形 名称 { 当：条件；取：…… }，最后写 其余",
            "write cases, then otherwise",
        ),
        ("VLOOKUP LOOKUP", "写一个 对照，再写 对照名（名称）", "write a scale and call it"),
        ("RANK", "写一块 排名", "write a ranking block"),
    )
    for name in names.split()
}
_SCALE_OR_COLUMN = Text(
    "删去这一行，或在数据表的列里补上这个名称", "delete the line, or add the name to the column"
)


def _covers(inference: Inferring, call: Call, scale: Declaration, members: tuple[str, ...]) -> None:
    """Every choice has a value in the scale, and the scale names no others."""
    written = [entry.key.text for entry in scale.entries]
    for member in members if written else ():
        if member not in written:
            inference.report(codes.SCALE_MISSING, call, name=scale.name, member=member)
    for entry in scale.entries:
        if entry.key.text not in members:
            names = nearest(entry.key.text, members)
            near = suggestion(names) if names else _SCALE_OR_COLUMN
            what = Text("、".join(members), ", ".join(members))
            inference.report(
                codes.SCALE_EXTRA,
                entry.key,
                name=scale.name,
                member=entry.key.text,
                what=what,
                suggestion=near,
            )


def row_level(names: Names, expr: Expression, scope: Scope) -> Level:
    """The rows an aggregate works through: those of the first row value or table named in it."""
    symbols = names.symbols
    for path in paths_of(expr):
        found = names.resolve(path, scope)
        if isinstance(found, ColumnReference) and not symbols.tables[found.table].per_unit:
            return rows(found.table)
        if isinstance(found, ValueReference):
            each = found.declaration.paths("each")
            if each and found.declaration.kind.id == "value":
                return rows(each[0].text)
    return UNIT


def paths_of(expr: Expression) -> list[Path]:
    """All names in an expression, in order."""
    return [node for node in expressions(expr) if isinstance(node, Path)]


def _aggregate(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    if len(call.arguments) != 1:
        return misused(inference, call, function.usage)
    argument = call.arguments[0].value
    filtered = (
        argument
        if isinstance(argument, Filtered)
        else Filtered(argument, None, (), span=argument.span)
    )
    level = row_level(inference.names, filtered.value, scope)
    inner = Scope(level)
    value = inference.infer(filtered.value, inner)
    if filtered.where is not None:
        inference.condition(filtered.where, inference.infer(filtered.where, inner))
    target = _target(inference, filtered, level, scope)
    if target == UNIT and level.kind == "row":
        inference.owned(filtered.value, level.table)
    if function.id == "count":
        return Type("number", target)
    if function.id == "any":
        inference.condition(filtered.value, value)
        return CONDITION.at(target)
    return inference.number(filtered.value, value).at(target)


def _target(inference: Inferring, filtered: Filtered, level: Level, scope: Scope) -> Level:
    """The level of an aggregate's result: the unit without 按, with it that of the rows again."""
    symbols = inference.names.symbols
    if not filtered.by:
        return UNIT if level.kind == "row" else POLICY
    table = symbols.tables.get(level.table) if level.kind == "row" else symbols.register
    columns = [column.name for column in table.columns] if table else []
    for path in filtered.by:
        if path.text not in columns and not (level == UNIT and path.text in symbols.groupings):
            near = suggestion(nearest(path.text, [*columns, *symbols.groupings]))
            inference.report(
                codes.NO_COLUMN,
                path,
                table=table.name if table else "",
                name=path.text,
                suggestion=near,
            )
    if level.kind == "row" and scope.level != level:
        inference.report(
            codes.WRONG_LEVEL, filtered, name=inference.names.slice(filtered), table=level.table
        )
        return UNIT
    return level

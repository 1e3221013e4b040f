"""Typing of calls: built-in functions and lookups in a scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...grammar.diagnostics import Diagnostic, Text
from ...grammar.nodes import Call, Expression, Filtered, Path
from ...grammar.suggest import nearest
from ...grammar.vocabulary import FLAGS, find
from ..functions import FUNCTIONS, Function, find_function
from ..levels import POLICY, UNIT, Level, finer
from . import codes
from .arguments import (
    ballot,
    conditions,
    fallback,
    irrational,
    misused,
    pair,
    rounding,
    single,
    step,
    stride,
    together,
)
from .calendars import on_dates
from .declarations import Declaration
from .declare import suggestion
from .inferring import Inferring
from .names import Names
from .ratios import marginal, power, ratio
from .references import ColumnReference, LocalReference, Reference, Scope
from .selections import (
    amount_place,
    division_of,
    filtered_of,
    listed_of,
    picked_of,
    place_of,
    selection_of,
    then_by_of,
)
from .series import series
from .spreadsheet import SPREADSHEET
from .symbols import Symbols
from .types import CONDITION, UNKNOWN, Type
from .walk import expressions
from .wholes import said_of_whom


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
            suggestion=SPREADSHEET.get(name.upper()) or suggestion(nearest(name, words)),
        )
    return _called(inference, call, function, scope)


def _called(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """The type of a call of a built-in function, by its family."""
    if function.family != "place" and any(a.name is not None for a in call.arguments):
        return misused(inference, call, function.usage)
    match function.family:
        case "aggregate" | "selection":
            return _aggregate(inference, call, function, scope)
        case "place":
            return _placed(inference, call, function, scope)
        case "share":
            return _shared(inference, call, function, scope)
        case "ratio":
            return ratio(inference, call, function, scope)
        case "power":
            return power(inference, call, function, scope)
        case "marginal":
            return marginal(inference, call, function, scope)
        case "pair":
            return pair(inference, call, function, scope)
        case "fallback":
            return fallback(inference, call, function, scope)
        case "conditions":
            return conditions(inference, call, function, scope)
        case "single":
            return single(inference, call, function, scope)
        case "irrational":
            return irrational(inference, call, function, scope)
        case "stride":
            return stride(inference, call, function, scope)
        case "round":
            return rounding(inference, call, function, scope)
        case "series":
            return _series(inference, call, function, scope)
        case "ballot":
            return ballot(inference, call, function)
        case "date":
            return on_dates(inference, call, function, scope)


def _series(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """On the rows that the value is of."""
    value = call.arguments[0].value if call.arguments else call.callee
    level = rows_of(inference, value, scope)
    return series(inference, call, function, level, scope)


def _lookup(inference: Inferring, call: Call, scale: Declaration, scope: Scope) -> Type:
    if len(call.arguments) != 1:
        return misused(inference, call, Text(f"{scale.name}（名称）", f"{scale.name}(name)"))
    key = inference.infer(call.arguments[0].value, scope)
    value = inference.declared(scale)
    if key.base == "unknown":
        return UNKNOWN
    if key.base == "condition" and any(find(FLAGS, e.key.text) for e in scale.entries):
        _covers(inference, call, scale, answers(scale))
        return value.at(finer(value.level, key.level))
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
    return value.at(finer(value.level, key.level))


def answers(scale: Declaration) -> tuple[str, str]:
    """What a scale of a condition has values for, as its language writes it: holds, holds not."""
    english = any(entry.key.text in (word.en for word in FLAGS) for entry in scale.entries)
    yes, no = ((word.en if english else word.zh) for word in FLAGS)
    return yes, no


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


def row_level(
    names: Names, expr: Expression, scope: Scope, level_of: Callable[[Reference], Level]
) -> Level:
    """The members an aggregate works through: the finest that a name in it has a value for. 满分
    and the other names that only a place knows have one for each member of the place, even where
    it is the same for all."""
    found = [names.resolve(path, scope) for path in paths_of(expr)]
    levels = [
        scope.level if isinstance(item, LocalReference) else level_of(item)
        for item in found
        if not isinstance(item, Diagnostic)
    ]
    levels += ballots_in(names.symbols, expr)
    return max(
        (level for level in levels if level.kind in ("unit", "row")),
        key=lambda level: level.depth,
        default=UNIT,
    )


def ballots_in(symbols: Symbols, expr: Expression) -> list[Level]:
    """The levels of the tables whose votes an expression counts."""
    calls = [node for node in expressions(expr) if isinstance(node, Call) and node.arguments]
    counting = [c for c in calls if (f := find_function(c.callee.text)) and f.family == "ballot"]
    named = [c.arguments[-1].value for c in counting]
    tables = [path.text for path in paths_of(expr) if path in named]
    return [symbols.hierarchy.level(table) for table in tables if table in symbols.tables]


def rows_of(inference: Inferring, expr: Expression, scope: Scope) -> Level:
    """The members that a call works through."""

    def level_of(found: Reference) -> Level:
        return inference.level_of(found, scope)

    return row_level(inference.names, expr, scope, level_of)


def summed_to(symbols: Symbols, source: Level, scope: Level) -> Level:
    """The level that an aggregate without 按 sums up to: the finest that what it works through and
    where it stands both belong to. All units together are the policy's."""
    common = symbols.hierarchy.common(source, scope)
    if common != source:
        return common
    return POLICY if source == UNIT else symbols.hierarchy.above(source)


def level_compared(names: Names, declaration: Declaration) -> Level:
    """The rows that a deadline holds against its date; units where it names none."""
    written = declaration.value("compare")
    path = written.value if isinstance(written, Filtered) else written
    found = names.resolve(path, Scope(UNIT)) if isinstance(path, Path) else None
    if not isinstance(found, ColumnReference):
        return UNIT
    return names.symbols.hierarchy.level(found.table)


def paths_of(expr: Expression) -> list[Path]:
    """All names in an expression, in order, without those that a sum inside it has summed up: a sum
    written out means what it would mean under a name of its own."""
    summed = {id(path) for node in expressions(expr) for path in _summed_up(node)}
    return [n for n in expressions(expr) if isinstance(n, Path) and id(n) not in summed]


def _summed_up(expr: Expression) -> list[Path]:
    """The names inside an aggregate that has one value for all its rows, or in the condition and
    the groups of another: they say which of its rows count, not whose the value is."""
    if isinstance(expr, Filtered):
        parts = (*([expr.where] if expr.where is not None else []), *expr.by)
        return [node for part in parts for node in expressions(part) if isinstance(node, Path)]
    function = find_function(expr.callee.text) if isinstance(expr, Call) else None
    if not isinstance(expr, Call) or function is None:
        return []
    if function.family not in ("aggregate", "selection") or listed_of(expr, function):
        return []
    if any(isinstance(a.value, Filtered) and a.value.by for a in expr.arguments):
        return []
    return [node for node in expressions(expr) if isinstance(node, Path)]


def _of_list(
    inference: Inferring, call: Call, function: Function, values: Sequence[Expression], scope: Scope
) -> Type:
    """Several values of one member summed up: numbers of one dimension, or for 计数 of any kind."""
    selection = selection_of(call, function) if function.family == "selection" else None
    if function.family == "selection" and not (
        selection and picked_of(selection, len(values)) and amount_place(call) == len(values)
    ):
        return misused(inference, call, function.usage)
    if function.id != "count":
        return together(inference, call, values, scope)
    found = Type("number")
    for value in values:
        found = found.at(finer(found.level, inference.infer(value, scope).level))
    return found


def _aggregate(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    if values := listed_of(call, function):
        return _of_list(inference, call, function, values, scope)
    if not (len(call.arguments) == 1 or function.family == "selection") or (
        function.family == "selection"
        and (selection_of(call, function) is None or amount_place(call) != 1)
    ):
        return misused(inference, call, function.usage)
    filtered = filtered_of(call.arguments[0].value)
    level, value = _rows(inference, filtered, scope)
    target = _target(inference, filtered, level, scope)
    if target == POLICY and level.kind == "row" and scope.level != POLICY:
        inference.owned(filtered.value, level.table)
    if value.base != "unknown":
        said_of_whom(inference, call, filtered, level, scope)
    if function.id == "count":
        return Type("number", target)
    if function.id == "any":
        inference.condition(filtered.value, value)
        return CONDITION.at(target)
    if function.id == "only":
        return value.at(target)
    return inference.number(filtered.value, value).at(target)


def _rows(inference: Inferring, filtered: Filtered, scope: Scope) -> tuple[Level, Type]:
    """The level of the rows that a call works through, and the type of what it takes of them."""
    level = rows_of(inference, filtered.value, scope)
    inner = Scope(level, scope.locals if level == scope.level else {})
    value = inference.formula(filtered.value, inner)
    if filtered.where is not None:
        inference.condition(filtered.where, inference.formula(filtered.where, inner))
    return level, value


def _among(inference: Inferring, filtered: Filtered, level: Level, scope: Scope) -> Level:
    """The level of a call that gives each of many its own value: theirs, where it may be used."""
    if filtered.by:
        return _target(inference, filtered, level, scope)
    if level.kind == "row" and not inference.names.symbols.hierarchy.under(scope.level, level):
        name = inference.names.slice(filtered)
        inference.report(codes.WRONG_LEVEL, filtered, name=name, table=level.table)
        return UNIT
    if level.kind == "row":
        inference.owned(filtered.value, level.table)
    return level


def _placed(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """The place of each among the others: a plain number."""
    if place_of(call) is None:
        return misused(inference, call, function.usage)
    filtered = filtered_of(call.arguments[0].value)
    level, value = _rows(inference, filtered, scope)
    inference.number(filtered.value, value)
    inner = Scope(level, scope.locals if level == scope.level else {})
    for key in then_by_of(call):
        inference.number(key, inference.formula(key, inner))
    return Type("number", _among(inference, filtered, level, scope))


def _shared(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """Each one's part of a total, of the total's dimension."""
    if division_of(call) is None:
        return misused(inference, call, function.usage)
    pool, filtered = call.arguments[0].value, filtered_of(call.arguments[1].value)
    inference.infer(call.arguments[2].value, scope)
    whole = inference.number(pool, inference.infer(pool, scope))
    level, weight = _rows(inference, filtered, scope)
    inference.number(filtered.value, weight)
    found = _among(inference, filtered, level, scope)
    return whole.at(found) if whole.base == "number" else whole


def _target(inference: Inferring, filtered: Filtered, level: Level, scope: Scope) -> Level:
    """The level of an aggregate's result: what the rows belong to without 按, with it that of the
    rows again."""
    symbols = inference.names.symbols
    if not filtered.by:
        return summed_to(symbols, level, scope.level)
    tables = symbols.hierarchy.tables_above(level)
    table = tables[0] if tables else None
    columns = [column.name for table in tables for column in table.columns]
    grouped = symbols.hierarchy.under(level, UNIT)
    for path in filtered.by:
        if path.text not in columns and not (grouped and path.text in symbols.groupings):
            near = suggestion(nearest(path.text, [*columns, *symbols.groupings]))
            inference.report(
                codes.NO_COLUMN,
                path,
                table=table.name if table else "",
                name=path.text,
                suggestion=near,
            )
    if level.kind == "row" and not symbols.hierarchy.under(scope.level, level):
        inference.report(
            codes.WRONG_LEVEL, filtered, name=inference.names.slice(filtered), table=level.table
        )
        return UNIT
    return level

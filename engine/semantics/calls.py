"""Typing of calls: built-in functions and lookups in a scale."""

from __future__ import annotations

from ...grammar.diagnostics import Text
from ...grammar.nodes import Call, Expression, Filtered, Interval, Path, Quantity
from ...grammar.suggest import nearest
from ...grammar.vocabulary import UNITS
from ..data.contract import ColumnType
from ..functions import FUNCTIONS, PARTS_OF_STEPS, Function, find_function
from ..levels import POLICY, UNIT, Level, rows
from . import codes
from .declarations import Declaration
from .declare import suggestion
from .inferring import Inferring
from .names import Names
from .references import ColumnReference, Scope, ValueReference
from .types import CONDITION, UNKNOWN, Type, join
from .walk import expressions


def infer_call(inference: Inferring, call: Call, scope: Scope) -> Type:
    """The type of a call; the callee is a scale of the policy or a built-in function."""
    name = call.callee.text
    scale = inference.names.symbols.scales.get(name)
    if scale is not None:
        return _lookup(inference, call, scale, scope)
    steps = inference.names.symbols.steps.get(name)
    if steps is not None:
        return _step(inference, call, steps, scope)
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
            suggestion=suggestion(nearest(name, words)),
        )
    match function.family:
        case "aggregate":
            return _aggregate(inference, call, function, scope)
        case "pair":
            return _pair(inference, call, function, scope)
        case "single":
            return _single(inference, call, function, scope)
        case "irrational":
            return _irrational(inference, call, function, scope)
        case "stride":
            return _stride(inference, call, function, scope)
        case "round":
            return _round(inference, call, function, scope)
        case "ballot":
            return _ballot(inference, call, function)


def _misused(inference: Inferring, call: Call, usage: Text) -> Type:
    return inference.report(codes.WRONG_ARGUMENTS, call, name=call.callee.text, usage=usage)


def _lookup(inference: Inferring, call: Call, scale: Declaration, scope: Scope) -> Type:
    if len(call.arguments) != 1:
        return _misused(inference, call, Text(f"{scale.name}（名称）", f"{scale.name}(name)"))
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


def _covers(inference: Inferring, call: Call, scale: Declaration, members: tuple[str, ...]) -> None:
    """Every choice has a value in the scale, and the scale names no others."""
    written = [entry.key.text for entry in scale.entries]
    for member in members if written else ():
        if member not in written:
            inference.report(codes.SCALE_MISSING, call, name=scale.name, member=member)
    for entry in scale.entries:
        if entry.key.text not in members:
            near = suggestion(nearest(entry.key.text, members))
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
        return _misused(inference, call, function.usage)
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


def _pair(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """The smallest or the greatest of two or more numbers of one dimension."""
    if len(call.arguments) < 2:
        return _misused(inference, call, function.usage)
    found: Type | None = None
    for argument in call.arguments:
        kind = inference.number(argument.value, inference.infer(argument.value, scope))
        if "unknown" in (kind.base, found.base if found else ""):
            return UNKNOWN
        if (
            found is not None
            and None not in (found.dimension, kind.dimension)
            and (found.dimension != kind.dimension)
        ):
            return inference.report(
                codes.UNIT_MISMATCH,
                call,
                left=_shown(inference, call.arguments[0].value, found),
                right=_shown(inference, argument.value, kind),
                verb=Text("比大小", "compared"),
            )
        if found is None:
            found = kind
        else:
            dimension = kind.dimension if found.dimension is None else found.dimension
            found = Type("number", join(found.level, kind.level), dimension)
    return found or UNKNOWN


def _shown(inference: Inferring, expr: Expression, kind: Type) -> Text:
    """An expression as written, with its dimension in words."""
    text, words = inference.names.slice(expr), kind.words()
    return Text(f"“{text}”（{words.zh}）", f"“{text}” ({words.en})")


def places_of(call: Call) -> int | None:
    """The decimal places written in a rounding call."""
    if len(call.arguments) == 2 and isinstance(call.arguments[1].value, Quantity):
        places = call.arguments[1].value
        number, counted = places.number, UNITS.get(places.unit or "位") == "count"
        if counted and number.denominator == 1 and 0 <= number <= 12:
            return int(number)
    return None


def _single(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    if len(call.arguments) != 1:
        return _misused(inference, call, function.usage)
    value = call.arguments[0].value
    return inference.number(value, inference.infer(value, scope))


def degree_of(call: Call) -> int | None:
    """The degree of a root; None where it is not written as a whole number from 2."""
    found = call.arguments[1].value if len(call.arguments) == 2 else None
    if isinstance(found, Quantity) and found.unit is None and found.number.denominator == 1:
        return int(found.number) if found.number >= 2 else None
    return None


def _irrational(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """Logarithms and roots are of plain numbers."""
    wanted = degree_of(call) if function.id == "root" else 1 if len(call.arguments) == 1 else None
    if wanted is None:
        return _misused(inference, call, function.usage)
    value = call.arguments[0].value
    kind = inference.number(value, inference.infer(value, scope))
    if kind.base == "number" and kind.dimension:
        return inference.report(
            codes.UNIT_MISMATCH,
            call,
            left=_shown(inference, value, kind),
            right=Text("不带单位的数", "a plain number"),
            verb=Text("用于这个算法", "used here"),
        )
    return kind


def part_of_step(call: Call) -> str | None:
    """The rounding mode that a 步数 call writes: "" in proportion, None where none is written."""
    word = call.arguments[2].value if len(call.arguments) == 3 else None
    return PARTS_OF_STEPS.get(word.text) if isinstance(word, Path) else None


def _stride(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    if part_of_step(call) is None:
        return _misused(inference, call, function.usage)
    excess, step = (argument.value for argument in call.arguments[:2])
    first = inference.number(excess, inference.infer(excess, scope))
    second = inference.number(step, inference.infer(step, scope))
    if "unknown" in (first.base, second.base):
        return UNKNOWN
    if first.dimension and second.dimension is not None and first.dimension != second.dimension:
        shown = [_shown(inference, excess, first), _shown(inference, step, second)]
        verb = Text("相除", "divided")
        return inference.report(codes.UNIT_MISMATCH, call, left=shown[0], right=shown[1], verb=verb)
    return Type("number", join(first.level, second.level))


def _step(inference: Inferring, call: Call, steps: Declaration, scope: Scope) -> Type:
    """The value of the range that a number lies in; the bounds are of the number's dimension."""
    if len(call.arguments) != 1:
        return _misused(inference, call, Text(f"{steps.name}（数）", f"{steps.name}(number)"))
    argument = call.arguments[0].value
    number = inference.number(argument, inference.infer(argument, scope))
    value = inference.declared(steps)
    if "unknown" in (number.base, value.base):
        return UNKNOWN
    for entry in steps.entries:
        interval = entry.clauses[0].items[0]
        for end in (interval.low, interval.high) if isinstance(interval, Interval) else ():
            bound = inference.infer(end, Scope(POLICY)) if end is not None else number
            if (
                None not in (number.dimension, bound.dimension)
                and number.dimension != bound.dimension
            ):
                return inference.report(
                    codes.UNIT_MISMATCH,
                    argument,
                    left=_shown(inference, argument, number),
                    right=Text(
                        f"“{steps.name}”的分段（{bound.words().zh}）",
                        f"the ranges of “{steps.name}” ({bound.words().en})",
                    ),
                    verb=Text("相比", "compared"),
                )
    return value.at(number.level)


def _round(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    if places_of(call) is None:
        return _misused(inference, call, function.usage)
    inference.infer(call.arguments[1].value, scope)
    value = call.arguments[0].value
    return inference.number(value, inference.infer(value, scope))


def _ballot(inference: Inferring, call: Call, function: Function) -> Type:
    symbols = inference.names.symbols
    paths = [argument.value for argument in call.arguments if isinstance(argument.value, Path)]
    if len(paths) != 2 or len(call.arguments) != 2:
        return _misused(inference, call, function.usage)
    scale, table = symbols.scales.get(paths[0].text), symbols.tables.get(paths[1].text)
    if scale is None or table is None or not table.per_unit:
        return _misused(inference, call, function.usage)
    columns = {column.name: column for column in table.columns}
    for entry in scale.entries:
        column = columns.get(entry.key.text)
        if column is None or column.type not in (ColumnType.NUMBER, ColumnType.INTEGER):
            near = suggestion(nearest(entry.key.text, columns))
            inference.report(
                codes.NO_COLUMN, entry.key, table=table.name, name=entry.key.text, suggestion=near
            )
    return inference.declared(scale).at(UNIT)

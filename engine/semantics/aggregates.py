"""Typing of calls that look at many members, or at several values of one: sums, places, shares."""

from __future__ import annotations

from collections.abc import Sequence

from ...grammar.nodes import Call, Expression, Filtered
from ...grammar.suggest import nearest
from ..functions import Function
from ..levels import POLICY, UNIT, Level, finer
from . import codes
from .arguments import misused, together
from .declare import suggestion
from .inferring import Inferring
from .references import Scope
from .rows import rows_of, summed_to
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
from .types import CONDITION, Type
from .wholes import said_of_whom


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


def aggregate(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
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


def placed(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
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


def shared(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
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

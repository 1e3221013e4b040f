"""Typing of what looks along the periods of a series: 上期 and 连续."""

from __future__ import annotations

from ...grammar.nodes import Call
from ..data.contract import ColumnType, TableSpec
from ..functions import Function
from ..levels import Level
from . import codes
from .arguments import misused
from .inferring import Inferring
from .references import Scope
from .symbols import Symbols
from .types import UNKNOWN, Type


def series(
    inference: Inferring, call: Call, function: Function, level: Level, scope: Scope
) -> Type:
    """The value of the period before, or how many periods in a row a condition has held."""
    if len(call.arguments) != 1:
        return misused(inference, call, function.usage)
    value = call.arguments[0].value
    table = inference.names.symbols.hierarchy.table_of(level)
    kind = inference.infer(value, Scope(level, scope.locals))
    if table is None or not in_periods(table):
        name = table.name if table else ""
        inference.report(codes.NO_PERIOD, call, table=name, name=call.callee.text)
        return UNKNOWN
    if function.id == "streak":
        inference.condition(value, kind)
        return Type("number", level)
    return kind.at(level)


def in_periods(table: TableSpec) -> bool:
    """Whether a table says what its periods are: whole numbers, or choices in their order."""
    types = (ColumnType.INTEGER, ColumnType.CHOICE)
    return table.period is not None and table.column(table.period).type in types


def series_of(symbols: Symbols, level: Level) -> tuple[str, tuple[str, ...]]:
    """The table whose rows are members of a series, and the columns of its key but the period."""
    table = symbols.hierarchy.table_of(level)
    if table is None:
        raise KeyError("no table; checking lets none through")
    return table.name, tuple(key for key in table.key if key != table.period)

"""Which members a call works through, and whose the value is that it comes to."""

from __future__ import annotations

from collections.abc import Callable

from ...grammar.diagnostics import Diagnostic
from ...grammar.nodes import Call, Expression, Filtered, Path
from ..functions import find_function
from ..levels import POLICY, UNIT, Level
from .declarations import Declaration
from .inferring import Inferring
from .names import Names
from .references import ColumnReference, LocalReference, Reference, Scope
from .selections import listed_of
from .symbols import Symbols
from .walk import expressions


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

"""Sums of what each unit has once: of whom they are must be said."""

from __future__ import annotations

from ...grammar.diagnostics import Diagnostic, Edit, Fix, Text
from ...grammar.nodes import Call, Filtered
from ...grammar.source import Span
from ..functions import find_function
from ..levels import UNIT, Level
from . import codes
from .inferring import Inferring
from .references import Scope
from .symbols import Symbols

_CLOSING = ("）", ")")


def said_of_whom(
    inference: Inferring, call: Call, filtered: Filtered, level: Level, scope: Scope
) -> None:
    """A finding where a unit would get the sum over all units without a word of it: rows of a table
    that has one for each unit look like any others, and there the sum is the unit's own."""
    symbols = inference.names.symbols
    hierarchy = symbols.hierarchy
    if filtered.by or level != UNIT or not hierarchy.under(scope.level, UNIT):
        return
    name, word = inference.names.slice(filtered.value), call.callee.text
    grouping = whole_of(symbols)
    function = find_function(word)
    by = "by" if function is not None and word == function.en else "按"
    args = {"name": name, "function": word, "by": by, "grouping": grouping or "全体"}
    place = call.span
    fixes = _fixes(inference, call, f" {by} {grouping}") if grouping else ()
    inference.findings.append(Diagnostic(codes.ALL_UNITS, place, args, fixes=fixes))


def whole_of(symbols: Symbols) -> str | None:
    """The grouping that has all units in one, if the policy has one."""
    return next((n for n, g in symbols.groupings.items() if "by" not in g.properties), None)


def _fixes(inference: Inferring, call: Call, words: str) -> tuple[Fix, ...]:
    """The words at the end of the only argument. Whether all units are meant is for the author."""
    text = inference.names.slice(call)
    if len(call.arguments) != 1 or not text.endswith(_CLOSING):
        return ()
    end = call.span.end - 1
    title = Text(f"各单位的合在一起：加写“{words.strip()}”", f"of all units: add “{words.strip()}”")
    return (Fix(title, (Edit(Span(end, end), words),)),)

"""Typing of calls: built-in functions and lookups in a scale."""

from __future__ import annotations

from ...grammar.nodes import Call
from ...grammar.suggest import nearest
from ..functions import FUNCTIONS, Function, find_function
from . import codes
from .aggregates import aggregate, placed, shared
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
)
from .calendars import on_dates
from .declare import suggestion
from .inferring import Inferring
from .lookups import lookup
from .ratios import marginal, power, ratio
from .references import Scope
from .rows import rows_of
from .series import series
from .spreadsheet import SPREADSHEET
from .types import Type


def infer_call(inference: Inferring, call: Call, scope: Scope) -> Type:
    """The type of a call; the callee is a scale of the policy or a built-in function."""
    name = call.callee.text
    scale = inference.names.symbols.scales.get(name)
    if scale is not None:
        return lookup(inference, call, scale, scope)
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
            return aggregate(inference, call, function, scope)
        case "place":
            return placed(inference, call, function, scope)
        case "share":
            return shared(inference, call, function, scope)
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

"""Typing of completion ratios, powers and marginal rates."""

from __future__ import annotations

from ...grammar.diagnostics import Text
from ...grammar.nodes import Call, Path
from ..functions import Function, option
from ..levels import finer
from . import codes
from .arguments import fits_steps, misused, quotient, shown
from .declarations import Declaration
from .forms import sloped, written_step
from .inferring import Inferring
from .references import Scope
from .types import UNKNOWN, Type, multiply


def less_is_better(call: Call) -> bool | None:
    """Whether a completion ratio is of a figure that should be small; None where it is misspelt."""
    if len(call.arguments) == 2:
        return False
    word = call.arguments[2].value if len(call.arguments) == 3 else None
    return True if isinstance(word, Path) and option(word.text) == "less" else None


def ratio(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """One number as a share of another of its dimension: a plain number."""
    if less_is_better(call) is None:
        return misused(inference, call, function.usage)
    verb = Text("相除得完成率", "divided for a completion ratio")
    return quotient(inference, call, scope, verb)


def power(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """A plain number to a plain power."""
    if len(call.arguments) != 2:
        return misused(inference, call, function.usage)
    found = Type("number")
    for argument in call.arguments:
        kind = inference.number(argument.value, inference.infer(argument.value, scope))
        if kind.base == "unknown":
            return UNKNOWN
        if kind.dimension:
            left, right = (
                shown(inference, argument.value, kind),
                Text("不带单位的数", "a plain number"),
            )
            verb = Text("用于这个算法", "used here")
            return inference.report(codes.UNIT_MISMATCH, call, left=left, right=right, verb=verb)
        found = found.at(finer(found.level, kind.level))
    return found


def steps_named(inference: Inferring, call: Call) -> Declaration | None:
    """The step table that a call names as its second argument."""
    path = call.arguments[1].value if len(call.arguments) == 2 else None
    return inference.names.symbols.steps.get(path.text) if isinstance(path, Path) else None


def marginal(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """Rates of the parts of a number, added up: of the dimension of number times rate."""
    steps = steps_named(inference, call)
    if steps is None:
        return misused(inference, call, function.usage)
    argument = call.arguments[0].value
    number = inference.number(argument, inference.infer(argument, scope))
    rate = inference.declared(steps)
    if "unknown" in (number.base, rate.base) or not fits_steps(inference, argument, number, steps):
        return UNKNOWN
    for entry in steps.entries:
        written = written_step(entry)
        if written is not None and sloped(written):
            return inference.report(
                codes.WRONG_VALUE,
                entry,
                key=entry.key.text,
                expected=Text("累进的每一段一个比率", "one rate for each range of marginal"),
                found=f"“{inference.names.slice(entry)}”",
                example=Text("例如：一档：60以内，0.1分", "for example: a: 60 or less, 0.1pts"),
            )
    rate = inference.number(argument, rate)
    if rate.base == "unknown":
        return UNKNOWN
    level = finer(number.level, rate.level)
    return Type("number", level, multiply(number.dimension, rate.dimension, 1))

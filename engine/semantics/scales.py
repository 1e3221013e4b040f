"""Types of the values that scales and step tables give."""

from __future__ import annotations

from ...grammar.diagnostics import Text
from ...grammar.nodes import Expression, Interval, Property, Quantity
from ..levels import POLICY, UNIT
from . import codes
from .cases import common
from .declarations import Declaration
from .forms import names_only, runs_evenly, written_step
from .inferring import Inferring
from .references import Scope
from .types import UNKNOWN, Type


def type_of_scale(inference: Inferring, declaration: Declaration) -> Type:
    """The common type of a scale's entries."""
    found: Type | None = None
    literal = True
    for entry in declaration.entries:
        value = entry.clauses[0].items[0]
        literal = literal and isinstance(value, Quantity)
        kind = inference.formula(value, Scope(UNIT))
        found = kind if found is None else _listed(inference, entry, found, kind, literal)
    return found or UNKNOWN


def _listed(
    inference: Inferring, entry: Property, first: Type, second: Type, literal: bool
) -> Type:
    """The type that the values of a table share. Of plain figures ``checks.scales`` says which one
    stands out, and beside which."""
    dimensions = {first.dimension, second.dimension}
    told = literal and None not in dimensions and len(dimensions) > 1
    return first if told else common(inference, entry.key, first, second)


def type_of_steps(inference: Inferring, declaration: Declaration) -> Type:
    """The common type of the values of a step table; without values it is the names' own."""
    if names_only(declaration):
        return Type("choice", members=tuple(entry.key.text for entry in declaration.entries))
    found: Type | None = None
    literal = True
    for entry in declaration.entries:
        written = written_step(entry)
        if written is None:
            args = {"key": entry.key.text, "found": f"“{inference.names.slice(entry)}”"}
            shape = Text("一段数和这一段的值", "a range and its value")
            sample = Text(
                "例如：一档：95％以上，12分；只要这一段的名称的，各段都不写值",
                "for example: a: 95% up, 12pts; for the names alone, give none a value",
            )
            return inference.report(
                codes.WRONG_VALUE, entry, expected=shape, example=sample, **args
            )
        literal = literal and isinstance(written[1], Quantity)
        kind = _step_value(inference, entry, written)
        found = kind if found is None else _listed(inference, entry, found, kind, literal)
    return found or UNKNOWN


def _step_value(
    inference: Inferring, entry: Property, written: tuple[Interval, Expression]
) -> Type:
    """What a range of a step table brings: a value, or one that runs evenly between two."""
    if not isinstance(written[1], Interval):
        return inference.formula(written[1], Scope(UNIT))
    if not runs_evenly(written):
        return inference.report(
            codes.WRONG_VALUE,
            entry,
            key=entry.key.text,
            expected=Text(
                "两端都有界的一段数，和它两端的值", "a range with two ends, and its values there"
            ),
            found=f"“{inference.names.slice(entry)}”",
            example=Text(
                "例如：中间：60％以上不足100％，0分至10分；两头的另写一段",
                "for example: middle: 60% or more below 100%, 0pts to 10pts; what lies outside has"
                " ranges of its own",
            ),
        )
    ends = (end for end in (written[1].low, written[1].high) if end is not None)
    first, second = (inference.infer(end, Scope(POLICY)) for end in ends)
    return common(inference, entry.key, first, second)

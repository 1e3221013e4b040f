"""The policy's own line with the values of its names, where each stands."""

from __future__ import annotations

from attrs import frozen

from ...grammar.source import Span
from ..evaluate.interpret import Run
from ..evaluate.trace import chosen
from ..evaluate.values import Value
from ..explain.arithmetic import formula as arithmetic
from ..explain.numbers import value_text
from ..plan.ops import Choose, OpId
from .example import Definition, Formula


@frozen
class Drawn:
    """A place of the policy with the values of what is written there. ``text`` is said of the
    whole where no name in it has a value of its own."""

    span: Span
    marks: tuple[tuple[Span, str], ...]
    text: str = ""


def drawn_formula(run: Run, formula: Formula, index: int) -> Drawn:
    """A formula with its values for one unit."""
    marks = tuple((span, value_text(_at(run, op, index))) for span, op in formula.marks)
    return Drawn(formula.span, marks)


def drawn_definition(
    run: Run, definition: Definition | None, op_id: OpId, index: int
) -> tuple[Drawn, ...]:
    """Where the policy says how a value comes about: the formulas that had a part in it, else the
    arithmetic of the value."""
    op = run.plan.ops[op_id]
    if definition is not None and definition.kinds and isinstance(op, Choose):
        number, own = chosen(run, op, index)
        known = number < len(definition.kinds)
        return drawn_definition(run, definition.kinds[number][1], own, index) if known else ()
    formulas = _formulas(run, definition, index) if definition is not None else ()
    drawn = tuple(drawn_formula(run, f, index) for f in formulas if f.marks)
    if drawn or definition is None:
        return drawn
    text = arithmetic(run, op_id, index)
    return (Drawn(definition.span, (), f"＝ {text}"),) if text else ()


def _formulas(run: Run, definition: Definition, index: int) -> tuple[Formula, ...]:
    """The conditions that were asked, and the case that applied."""
    choice = run.plan.ops[definition.choice] if definition.choice is not None else None
    if not isinstance(choice, Choose) or choice.level.kind != "unit":
        return definition.always
    number, _ = chosen(run, choice, index)
    asked = tuple(case[0] for case in definition.cases[:number] if len(case) > 1)
    return (*asked, *definition.cases[number], *definition.always)


def _at(run: Run, op_id: OpId, index: int) -> Value:
    column = run.values[op_id]
    return column[0 if run.plan.ops[op_id].level.kind == "policy" else index]

"""The policy's own line with the values of its names, where each stands."""

from __future__ import annotations

from attrs import frozen

from ...grammar.source import Span
from ..evaluate.interpret import Run
from ..evaluate.trace import chosen
from ..explain.arithmetic import formula as arithmetic
from ..explain.numbers import value_text
from ..levels import UNIT, Level
from ..plan.ops import Choose, OpId
from .example import Definition, Formula


@frozen
class Drawn:
    """A place of the policy with the values of what is written there. ``text`` is said of the
    whole where no name in it has a value of its own."""

    span: Span
    marks: tuple[tuple[Span, str], ...]
    text: str = ""


def drawn_formula(run: Run, formula: Formula, index: int, level: Level = UNIT) -> Drawn:
    """A formula with its values for one unit, or for one row. What has many values there is left
    out; the call around it has one."""
    marks = tuple(
        (span, value_text(run.values[op][_member(run, op, index, level)]))
        for span, op in formula.marks
        if _above(run, op, level) and _member(run, op, index, level) >= 0
    )
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
    level = op.level
    formulas = _formulas(run, definition, index, level) if definition is not None else ()
    every = (drawn_formula(run, formula, index, level) for formula in formulas)
    drawn = tuple(one for one in every if one.marks)
    if drawn or definition is None:
        return drawn
    text = arithmetic(run, op_id, index)
    return (Drawn(definition.span, (), f"＝ {text}"),) if text else ()


def _formulas(run: Run, definition: Definition, index: int, level: Level) -> tuple[Formula, ...]:
    """The conditions that were asked, and the case that applied."""
    choice = run.plan.ops[definition.choice] if definition.choice is not None else None
    if definition.choice is None or not isinstance(choice, Choose):
        return definition.always
    if not _above(run, definition.choice, level):
        return definition.always
    number, _ = chosen(run, choice, _member(run, definition.choice, index, level))
    asked = tuple(case[0] for case in definition.cases[:number] if len(case) > 1)
    return (*asked, *definition.cases[number], *definition.always)


def _above(run: Run, op_id: OpId, level: Level) -> bool:
    """Whether an operation has one value for each member of a level."""
    return run.members.hierarchy.under(level, run.plan.ops[op_id].level)


def _member(run: Run, op_id: OpId, index: int, level: Level) -> int:
    return run.members.belongs(level, run.plan.ops[op_id].level)[index]

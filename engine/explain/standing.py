"""How a unit stands to the grades: the bands its figure falls into, or the cases that held."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from ..data.contract import Range
from ..evaluate.interpret import Run
from ..evaluate.trace import chosen
from ..evaluate.values import NOTHING, Value
from ..plan.ops import (
    Choose,
    Classify,
    Compare,
    Constant,
    IsBlank,
    Logic,
    OpId,
    Spread,
)
from ..result import Result
from .arithmetic import formula
from .numbers import value_text

#: What does not hold, in words of the policy; one text for each condition.
Failed: TypeAlias = "tuple[str, ...]"
_SIGNS = {"=": "＝", "!=": "≠", "<": "＜", "<=": "≤", ">": "＞", ">=": "≥"}


@frozen
class Standing:
    """``grades`` best first. By bands: the ``figure`` that they are of, its ``name`` where it is
    not the total, and each grade's range. By cases: which grade's case applied, and for the others
    what did not hold; a condition that cannot be said in a few words is left out."""

    grades: tuple[str, ...]
    figure: Value = NOTHING
    name: str = ""
    bands: tuple[tuple[str, Range], ...] = ()
    graded: str = ""
    failed: tuple[tuple[str, Failed], ...] = ()


def standing(result: Result, unit: str) -> Standing:
    """How a unit of a sound result stands to the grades of the policy."""
    run, outcome = result.run, result.run.plan.outcome
    index = run.members.unit(unit)
    if outcome.bands is None:
        return Standing(())
    op = run.plan.ops[outcome.bands]
    if isinstance(op, Classify):
        own = "" if op.arg == outcome.total else _name(run, op.arg)
        return Standing(outcome.grades, run.values[op.arg][index], own, op.bands)
    if not isinstance(op, Choose):
        return Standing(outcome.grades)
    failed: dict[str, Failed] = {}
    for when, take in op.cases:
        name = str(run.values[take][index])
        if run.values[when][index] is not True:
            failed[name] = failed.get(name, ()) + _failed(run, when, index)
    graded = str(run.values[chosen(run, op, index)[1]][index])
    return Standing(outcome.grades, graded=graded, failed=tuple(failed.items()))


def _name(run: Run, op_id: OpId) -> str:
    named = run.plan.names.get(op_id, ())
    return named[0].title if named else "—"


def holding(run: Run, op_id: OpId, index: int) -> Failed:
    """The conditions inside a condition that make it hold, with their figures."""
    return _said(run, op_id, index, True)


def _failed(run: Run, op_id: OpId, index: int) -> Failed:
    """The conditions inside a condition that do not hold."""
    return _said(run, op_id, index, False)


def _said(run: Run, op_id: OpId, index: int, wanted: bool) -> Failed:
    """What makes a condition come out as it does; () where that takes more than a few words."""
    op = run.plan.ops[op_id]
    if op_id in run.plan.names:
        return (f"{_name(run, op_id)}（{value_text(run.values[op_id][index])}）",)
    match op:
        case Spread(arg=arg):
            owner = run.members.belongs(op.level, run.plan.ops[arg].level)[index]
            return _said(run, arg, owner, wanted)
        case Logic(op="and" | "or" as joined, args=args):
            alone = (joined == "and") is not wanted  # one that comes out so settles it
            telling = [arg for arg in args if not alone or run.values[arg][index] is wanted]
            texts = [text for arg in telling for text in _said(run, arg, index, wanted)]
            if joined == "and" or alone:
                return tuple(texts)
            return (" 或 ".join(texts),) if len(texts) == len(args) else ()
        case Compare(op=sign, left=left, right=right):
            return (f"{_side(run, left, index)} {_SIGNS[sign]} {_side(run, right, index)}",)
        case Logic(op="not", args=(arg,)) if isinstance(run.plan.ops[arg], IsBlank):
            return (f"{_side(run, run.plan.ops[arg].arg, index)} 有值",)  # type: ignore[union-attr]
        case Logic(op="not", args=(arg,)) if arg in run.plan.names:
            return tuple(f"非 {text}" for text in _said(run, arg, index, not wanted))
        case IsBlank(arg=arg):
            return (f"{_side(run, arg, index)} 为空",)
        case _:
            return ()


def _side(run: Run, op_id: OpId, index: int) -> str:
    """One side of a comparison: by its name and figure, as written, or worked out."""
    op = run.plan.ops[op_id]
    while isinstance(op, Spread) and op_id not in run.plan.names:
        index = run.members.belongs(op.level, run.plan.ops[op.arg].level)[index]
        op_id, op = op.arg, run.plan.ops[op.arg]
    value = run.values[op_id][index]
    if isinstance(op, Constant):
        if op.unit == "%" and isinstance(value, (int, Fraction)):
            return f"{value_text(value * 100)}％"
        return f"{value_text(value)}{op.unit or ''}"
    named = run.plan.names.get(op_id, ())
    label = named[0].title if named else getattr(op, "column", "")
    shown = value_text(value)
    return f"{label}（{shown}）" if label else formula(run, op_id, index) or shown

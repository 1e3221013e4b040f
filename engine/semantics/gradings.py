"""Types of ranks, grades and vetoes, and the level they stand on."""

from __future__ import annotations

from ...grammar.diagnostics import Diagnostic, Text
from ...grammar.nodes import Expression, Path
from ..levels import Level
from . import codes
from .arguments import fits_steps
from .cases import lacks, own_scope
from .declarations import Declaration
from .inferring import Inferring
from .references import Scope
from .types import UNKNOWN, Type


def _scope_of(inference: Inferring, declaration: Declaration, value: Expression | None) -> Scope:
    """Where a declaration stands that goes by a value: with it, unless it says so itself."""
    scope = own_scope(inference, declaration)
    if "each" in declaration.properties or not isinstance(value, Path):
        return scope
    found = inference.names.resolve(value, scope)
    if isinstance(found, Diagnostic):
        return scope
    level = inference.level_of(found, scope)
    return Scope(level) if level.kind == "row" else scope


def level_on(inference: Inferring, declaration: Declaration) -> Level:
    """The level that ranks or grades stand on: that of the value they go by."""
    formula = declaration.value("on")
    scope = _scope_of(inference, declaration, formula)
    if formula is not None:
        kind = inference.number(formula, inference.formula(formula, scope))
        if kind.base == "number" and declaration.entries:
            fits_steps(inference, formula, kind, declaration)
    when = declaration.value("when")
    if when is not None:
        inference.condition(when, inference.formula(when, scope))
    for key in declaration.items("then_by"):
        inference.number(key, inference.formula(key, scope))
    return scope.level


def grade_cases(inference: Inferring, declaration: Declaration, scope: Scope) -> None:
    """Grades by cases: each holds or not; grades by bands go by a figure."""
    for case in declaration.of_kind("case"):
        when = case.value("when")
        if when is not None:
            inference.condition(when, inference.formula(when, scope))
    if declaration.entries and "on" not in declaration.properties:
        lacks(inference, declaration, "on")


def type_of_veto(inference: Inferring, declaration: Declaration) -> Type:
    """The grades that a veto acts on. Its conditions are of the rows it works through, or of what
    has the grade."""
    grade = declaration.paths("grade")
    scope = _scope_of(inference, declaration, grade[0] if grade else None)
    kind = inference.infer(grade[0], scope) if grade else UNKNOWN
    if "each" in declaration.properties:
        inference.owned(declaration.paths("each")[0], declaration.paths("each")[0].text)
    for key in ("when", "effective", "pending"):
        formula = declaration.value(key)
        if formula is not None:
            inference.condition(formula, inference.formula(formula, scope))
    if kind.base not in ("choice", "unknown"):
        return inference.report(
            codes.NOT_COMPARABLE, grade[0], left=kind.words(), right=Text("等次", "grades")
        )
    return kind

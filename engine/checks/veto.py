"""Vetoes: what happens at the lowest grade is written, and the steps can matter."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic
from ...grammar.nodes import Quantity
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from .links import grade_names
from .veto_codes import EFFECT, NO_FLOOR, NO_PENDING, TOO_MANY, TRIGGER


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every veto that acts on declared grades."""
    for declaration in checked.symbols.all_of("veto"):
        yield from _forms(declaration)
        bands = grade_names(checked, declaration)
        if bands and "lower" in declaration.properties and "floor" not in declaration.properties:
            yield Diagnostic(
                NO_FLOOR, declaration.span, {"name": declaration.name, "last": bands[-1]}
            )
        steps = declaration.value("lower")
        if bands and isinstance(steps, Quantity) and steps.number >= len(bands):
            args: dict[str, Argument] = {
                "name": declaration.name,
                "steps": steps.number,
                "grades": len(bands),
            }
            yield Diagnostic(TOO_MANY, steps.span, args)
        who = declaration.paths("discretion")
        if who and "pending" not in declaration.properties:
            yield Diagnostic(
                NO_PENDING, declaration.span, {"name": declaration.name, "who": who[0].text}
            )


def _forms(declaration: Declaration) -> Iterator[Diagnostic]:
    """One effect, and one way in which it comes about."""
    effects = [key for key in ("lower", "set_to", "at_best") if key in declaration.properties]
    if len(effects) != 1:
        yield Diagnostic(EFFECT, declaration.span, {"name": declaration.name})
    by_rows = [key in declaration.properties for key in ("each", "effective")]
    by_unit = "when" in declaration.properties
    if not (all(by_rows) and not by_unit) and not (by_unit and not any(by_rows)):
        yield Diagnostic(TRIGGER, declaration.span, {"name": declaration.name})

"""Vetoes: what happens at the lowest grade is written, and the steps can matter."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic
from ...grammar.nodes import Quantity
from ..semantics.checked import Checked
from .veto_codes import NO_FLOOR, NO_PENDING, TOO_MANY


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every veto that acts on declared grades."""
    grades = {
        d.name: [entry.key.text for entry in d.entries] for d in checked.symbols.all_of("grades")
    }
    for declaration in checked.symbols.all_of("veto"):
        path = declaration.paths("grade")
        bands = grades.get(path[0].text, []) if path else []
        if bands and "floor" not in declaration.properties:
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

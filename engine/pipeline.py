"""Text to plan: the order of the stages, and nothing else."""

from __future__ import annotations

from attrs import frozen

from ..grammar.diagnostics import Diagnostic
from ..grammar.source import Source
from .examine import examine
from .plan.lower import lower
from .plan.plan import Plan
from .semantics.checked import Checked


@frozen
class Checkup:
    """A policy read and checked. ``plan`` is None where an error stands in the way."""

    checked: Checked
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]


def check(source: Source) -> Checkup:
    """Text to plan, with all findings of all stages."""
    found = examine(source)
    plan = lower(found.checked) if found.sound else None
    return Checkup(found.checked, plan, found.diagnostics)

"""The order of the stages, and nothing else."""

from __future__ import annotations

from attrs import frozen

from ..grammar.diagnostics import Diagnostic, Severity
from ..grammar.read import read
from ..grammar.source import Source
from .checks import CHECKS
from .plan.lower import lower
from .plan.plan import Plan
from .semantics.checked import Checked
from .semantics.declare import declare
from .semantics.resolve import resolve


@frozen
class Checkup:
    """A policy read and checked. ``plan`` is None where an error stands in the way."""

    checked: Checked
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]


def check(source: Source) -> Checkup:
    """Text to plan, with all findings of all stages."""
    file, syntax = read(source)
    declarations, words = declare(file)
    checked, names = resolve(source, file, declarations)
    findings = (*syntax, *words, *names)
    findings += tuple(finding for inspect in CHECKS for finding in inspect(checked))
    sound = all(finding.severity is not Severity.ERROR for finding in findings)
    plan = lower(checked) if sound else None
    return Checkup(checked, plan, tuple(findings))

"""What the commands that run a policy share: read it, check it, read the data, evaluate."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from ..engine.data.codes import MORE_OF_SAME
from ..engine.pipeline import Checkup, check
from ..engine.result import Result, evaluate
from ..grammar.diagnostics import Diagnostic, Severity, Text
from ..grammar.source import Source
from .exits import Exit
from .inputs import load_data
from .render.findings import FindingFormat, render_findings
from .render.screen import Screen
from .sources import exit_for, load_source

_POLICY_WARNINGS = Text(
    "政策有{n}处提醒，用 guiju check 查看", "the policy has {n} warnings; see guiju check"
)
#: Findings about files that could not be read at all end in the exit code for that.
UNREADABLE = "G80"


@frozen
class Evaluated:
    """A sound result, the policy it comes from, and what was noticed about the data."""

    source: Source
    checkup: Checkup
    result: Result
    notes: tuple[Diagnostic, ...]


def policy_of(path: Path, screen: Screen, format: FindingFormat) -> tuple[Source, Checkup] | Exit:
    """A checked policy; where it has errors they are shown, and the exit code says so."""
    source = load_source(path)
    if isinstance(source, Diagnostic):
        render_findings(
            [source], None, language=screen.language, format=format, console=screen.console
        )
        return exit_for(source)
    checkup = checkup_of(source, screen, format)
    return checkup if isinstance(checkup, Exit) else (source, checkup)


def checkup_of(source: Source, screen: Screen, format: FindingFormat) -> Checkup | Exit:
    """The plan of a text; where it has errors they are shown, and the exit code says so."""
    checkup = check(source)
    if checkup.plan is None:
        shown = [f for f in checkup.diagnostics if f.severity is not Severity.NOTE]
        render_findings(
            shown, source, language=screen.language, format=format, console=screen.console
        )
        return Exit.INVALID
    # Errors that let a plan stand are those of examples.
    warnings = sum(f.severity is not Severity.NOTE for f in checkup.diagnostics)
    if warnings:
        screen.errors.print(_POLICY_WARNINGS.of(screen.language).format(n=warnings))
    return checkup


def evaluated(policy: Path, data: Path, screen: Screen, format: FindingFormat) -> Evaluated | Exit:
    """A sound result; where the policy or the data have errors they are all shown at once."""
    found = policy_of(policy, screen, format)
    if isinstance(found, Exit):
        return found
    source, checkup = found
    if checkup.plan is None:
        return Exit.INVALID
    dataset, about_data = load_data(data, checkup.plan.tables)
    errors = [f for f in about_data if f.severity is Severity.ERROR]
    if errors and not dataset.tables[checkup.plan.register.name].size:
        # Without units there is nothing to run the policy over.
        return _refused(_with_counts(errors, about_data), source, screen, format)
    result = evaluate(checkup.plan, dataset)
    errors += [f for f in result.findings if f.severity is Severity.ERROR]
    if errors:
        return _refused(_with_counts(errors, about_data), source, screen, format)
    notes = tuple(f for f in (*about_data, *result.findings) if f.severity is not Severity.ERROR)
    return Evaluated(source, checkup, result, notes)


def _with_counts(errors: list[Diagnostic], about_data: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """Errors, and the notes that say how many more of a kind there are than are listed."""
    ids = {error.code.id for error in errors}
    counts = [f for f in about_data if f.code is MORE_OF_SAME and f.args["id"] in ids]
    return [*errors, *counts]


def _refused(
    errors: list[Diagnostic], source: Source, screen: Screen, format: FindingFormat
) -> Exit:
    render_findings(errors, source, language=screen.language, format=format, console=screen.console)
    unreadable = all(error.code.id.startswith(UNREADABLE) for error in errors)
    return Exit.USAGE if unreadable else Exit.INVALID

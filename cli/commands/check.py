"""``check``: read a policy, check it, and report every finding at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from ...engine.examine import examine
from ...grammar.diagnostics import Diagnostic, Severity
from ..exits import Exit
from ..render.findings import FindingFormat, render_findings
from ..render.screen import Screen
from ..sources import exit_for, load_source
from .options import FORMAT, INJECTED, NOTES


def run(
    policy: Path,
    /,
    *,
    format: Annotated[FindingFormat, FORMAT] = "text",
    notes: Annotated[bool, NOTES] = False,
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Checks a policy file. Notes ask for nothing, so they are listed only on request."""
    source = load_source(policy)
    if isinstance(source, Diagnostic):
        render_findings(
            [source], None, language=screen.language, format=format, console=screen.console
        )
        return exit_for(source)
    found = examine(source).diagnostics
    listed = [item for item in found if notes or item.severity is not Severity.NOTE]
    # A clean policy is answered with silence, and silence does not load a console. A file for a
    # program is whole even when it lists nothing.
    if listed or format in ("json", "sarif"):
        render_findings(
            listed, source, language=screen.language, format=format, console=screen.console
        )
    return verdict(listed)


def verdict(findings: list[Diagnostic]) -> Exit:
    """The exit code that the worst finding calls for."""
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        return Exit.INVALID
    return Exit.FINDINGS if Severity.WARNING in severities else Exit.GOOD

"""``check``: read a policy, check it, and report every finding at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from ...engine.examine import examine
from ...grammar.diagnostics import Diagnostic, Severity, Text
from ..exits import Exit
from ..render.findings import FindingFormat, render_findings
from ..render.screen import Screen
from ..sources import STANDARD_INPUT, exit_for, load_source
from .options import FORMAT, INJECTED, NOTES, WATCH

_NOT_A_FILE = Text("标准输入不能监视，请写文件名", "standard input cannot be watched; name a file")


def run(
    policy: Path,
    /,
    *,
    format: Annotated[FindingFormat, FORMAT] = "text",
    notes: Annotated[bool, NOTES] = False,
    watch: Annotated[bool, WATCH] = False,
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Checks a policy file, again at every save if asked to."""
    if not watch:
        return _once(policy, format, notes, screen)
    if policy == STANDARD_INPUT:
        screen.errors.print(_NOT_A_FILE.of(screen.language))
        return Exit.USAGE
    # Only watching needs a clock.
    from .watching import watch as watching  # noqa: PLC0415

    return watching(policy, lambda: _once(policy, format, notes, screen), screen)


def _once(policy: Path, format: FindingFormat, notes: bool, screen: Screen) -> Exit:
    """One check. Notes ask for nothing, so they are listed only on request."""
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

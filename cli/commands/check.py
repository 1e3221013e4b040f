"""``check``: read a policy, check it, on request against its document, and report all findings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from attrs import frozen

from ...engine.pipeline import check
from ...grammar.diagnostics import Diagnostic, Severity, Text
from ...grammar.source import Source
from ..exits import Exit
from ..render.findings import render_findings
from ..render.screen import Screen
from ..sources import STANDARD_INPUT, exit_for, load_document, load_source
from .options import COVERAGE, COVERAGE_MIN, FORMAT, INJECTED, NOTES, SOURCE, WATCH

if TYPE_CHECKING:
    from ...engine.sources.coverage import Coverage

CheckFormat: TypeAlias = Literal["text", "json", "github", "sarif", "markdown"]
_NO_SOURCE = Text(
    "用法不对：--coverage 和 --coverage-min 要和 --source 原文 一起用。",
    "Usage error: --coverage and --coverage-min go with --source TEXT.",
)
_NO_TABLE = Text(
    "用法不对：github 和 sarif 格式不能列出覆盖表；用 text、json 或 markdown。",
    "Usage error: the formats github and sarif have no table; use text, json or markdown.",
)
_NO_SHARE = Text(
    "用法不对：“--coverage-min”要在 0 到 100 之间。",
    "Usage error: --coverage-min must lie between 0 and 100.",
)
_BOTH_INPUT = Text(
    "用法不对：政策和原文不能都从标准输入读。",
    "Usage error: policy and text cannot both come from standard input.",
)
_NOT_A_FILE = Text("标准输入不能监视，请写文件名", "standard input cannot be watched; name a file")


@frozen
class _Asked:
    """What is to be checked, and how it is to be told."""

    policy: Path
    source: Path | None
    coverage: bool
    coverage_min: int | None
    format: CheckFormat
    notes: bool


def run(  # noqa: PLR0913
    policy: Path,
    /,
    *,
    source: Annotated[Path | None, SOURCE] = None,
    coverage: Annotated[bool, COVERAGE] = False,
    coverage_min: Annotated[int | None, COVERAGE_MIN] = None,
    format: Annotated[CheckFormat, FORMAT] = "text",
    notes: Annotated[bool, NOTES] = False,
    watch: Annotated[bool, WATCH] = False,
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Checks a policy file, again at every save if asked to."""
    wrong = _misuse(policy, source, coverage, coverage_min, format)
    if watch and policy == STANDARD_INPUT:
        wrong = _NOT_A_FILE
    if wrong is not None:
        screen.errors.print(wrong.of(screen.language))
        return Exit.USAGE
    asked = _Asked(policy, source, coverage, coverage_min, format, notes)
    if not watch:
        return _once(asked, screen)
    # Only watching needs a clock.
    from .watching import watch as watching  # noqa: PLC0415

    return watching(policy, lambda: _once(asked, screen), screen)


def _once(asked: _Asked, screen: Screen) -> Exit:
    """One check. Notes ask for nothing, so they are listed only on request."""
    format = asked.format
    text = load_source(asked.policy)
    document = load_document(asked.source) if asked.source is not None else None
    unread = [one for one in (text, document) if isinstance(one, Diagnostic)]
    if isinstance(text, Diagnostic) or isinstance(document, Diagnostic):
        _show(unread, None, None, format, screen)
        return max(exit_for(one) for one in unread)
    checkup = check(text)
    found, covered = checkup.diagnostics, None
    if document is not None:
        # What holds a policy against its document is not loaded by a plain check.
        from ...engine.sources.check import hold  # noqa: PLC0415

        held = hold(checkup.checked, document, asked.coverage_min)
        found, covered = (*found, *held.findings), held.coverage if asked.coverage else None
    listed = [item for item in found if asked.notes or item.severity is not Severity.NOTE]
    # A clean policy is answered with silence, and silence does not load a console. A file for a
    # program is whole even when it lists nothing.
    if listed or covered is not None or format in ("json", "sarif", "markdown"):
        _show(listed, text, covered, format, screen)
    return verdict(listed)


def _misuse(
    policy: Path, source: Path | None, coverage: bool, least: int | None, format: CheckFormat
) -> Text | None:
    if source is None and (coverage or least is not None):
        return _NO_SOURCE
    if coverage and format in ("github", "sarif"):
        return _NO_TABLE
    if least is not None and not 0 <= least <= 100:
        return _NO_SHARE
    return _BOTH_INPUT if policy == source == STANDARD_INPUT else None


def _show(
    findings: list[Diagnostic],
    source: Source | None,
    covered: Coverage | None,
    format: CheckFormat,
    screen: Screen,
) -> None:
    if covered is not None or format == "markdown":
        # Reports load more than findings do.
        from ..render.coverage import show_checked  # noqa: PLC0415

        show_checked(findings, source, covered, format, screen)
        return
    render_findings(
        findings, source, language=screen.language, format=format, console=screen.console
    )


def verdict(findings: list[Diagnostic]) -> Exit:
    """The exit code that the worst finding calls for."""
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        return Exit.INVALID
    return Exit.FINDINGS if Severity.WARNING in severities else Exit.GOOD

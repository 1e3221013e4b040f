"""``diff``: what changed between two policies, and on data who moves because of what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from attrs import frozen

from ...engine.data.contract import TableSpec
from ...engine.data.tables import Dataset
from ...engine.diff.changes import Difference
from ...engine.diff.compare import difference
from ...engine.diff.impact import Impact, impact
from ...engine.diff.needs import contract
from ...engine.pipeline import Checkup, check
from ...engine.plan.plan import Plan
from ...engine.report.difference import difference_report
from ...engine.report.difference_data import difference_data
from ...engine.report.impact import impact_sections
from ...engine.report.impact_data import impact_data
from ...engine.result import Result, evaluate
from ...grammar.diagnostics import Diagnostic, Severity, Text
from ...grammar.source import Source
from ..exits import Exit
from ..inputs import load_data
from ..render.findings import render_findings
from ..render.machine import finding_objects
from ..render.markdown import report_markdown
from ..render.screen import Screen
from ..render.terminal import render_report
from ..running import UNREADABLE
from ..sources import exit_for, load_source
from .options import DATA, FORMAT, INJECTED

DiffFormat: TypeAlias = Literal["text", "json", "markdown"]
_NOT_RUN = Text(
    "{file} 用这些数据核算不出结果，因此没有比较结果：",
    "{file} has no result on these data, so no results are compared:",
)


@frozen
class Trouble:
    """Errors of one policy, or of the data under it, and the exit code they call for."""

    source: Source | None
    findings: tuple[Diagnostic, ...]
    exit: Exit


def run(
    old: Path,
    new: Path,
    /,
    *,
    data: Annotated[Path | None, DATA] = None,
    format: Annotated[DiffFormat, FORMAT] = "text",
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Compares two policies."""
    read = [_policy(path) for path in (old, new)]
    troubles = [found for found in read if isinstance(found, Trouble)]
    checkups = [found for found in read if isinstance(found, Checkup)]
    if troubles:
        return _refused(troubles, format, screen)
    found = difference(checkups[0].checked, checkups[1].checked)
    effects = _Data(data).compared(found, checkups) if data is not None else None
    if isinstance(effects, list):
        _show(found, None, effects, format, screen)
        return max(trouble.exit for trouble in effects)
    _show(found, effects, [], format, screen)
    return Exit.FINDINGS if found.changes else Exit.GOOD


def _policy(path: Path) -> Checkup | Trouble:
    """A checked policy, or what is wrong with it."""
    source = load_source(path)
    if isinstance(source, Diagnostic):
        return Trouble(None, (source,), exit_for(source))
    checkup = check(source)
    if checkup.plan is None:
        return Trouble(source, _errors(checkup.diagnostics), Exit.INVALID)
    return checkup


def _errors(findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(f for f in findings if f.severity is Severity.ERROR)


class _Data:
    """One data folder under the contracts of several plans; read once for each contract."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[tuple[TableSpec, ...], tuple[Dataset, tuple[Diagnostic, ...]]] = {}

    def load(self, plan: Plan) -> tuple[Dataset, tuple[Diagnostic, ...]]:
        demands = contract(plan)
        if demands not in self._read:
            self._read[demands] = load_data(self.folder, plan.tables)
        return self._read[demands]

    def run(self, plan: Plan) -> Result | None:
        """The result of a plan, if the data are what it demands."""
        dataset, about_data = self.load(plan)
        return None if _errors(about_data) else evaluate(plan, dataset, trace=False)

    def compared(self, found: Difference, checkups: list[Checkup]) -> Impact | list[Trouble]:
        """The impact, or what keeps either policy from a result."""
        results = [self.result(checkup) for checkup in checkups]
        troubles = [result for result in results if isinstance(result, Trouble)]
        sound = [result for result in results if isinstance(result, Result)]
        return troubles or impact(found, sound[0], sound[1], self.run)

    def result(self, checkup: Checkup) -> Result | Trouble:
        plan, source = checkup.plan, checkup.checked.source
        assert plan is not None, "only policies without errors get here"
        dataset, about_data = self.load(plan)
        errors = _errors(about_data)
        # Without units there is nothing to run the policy over.
        if dataset.tables[plan.register.name].size or not errors:
            result = evaluate(plan, dataset)
            errors = (*errors, *_errors(result.findings))
            if not errors:
                return result
        unreadable = all(error.code.id.startswith(UNREADABLE) for error in errors)
        return Trouble(source, errors, Exit.USAGE if unreadable else Exit.INVALID)


def _refused(troubles: list[Trouble], format: DiffFormat, screen: Screen) -> Exit:
    """Shows everything that is wrong with either policy."""
    if format == "json":
        listed = [
            one for t in troubles for one in finding_objects(t.findings, t.source, screen.language)
        ]
        screen.write(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
    else:
        for trouble in troubles:
            _show_findings(trouble, screen)
    return max(trouble.exit for trouble in troubles)


def _show_findings(trouble: Trouble, screen: Screen) -> None:
    render_findings(
        trouble.findings, trouble.source, language=screen.language, console=screen.console
    )


def _show(
    found: Difference,
    effects: Impact | None,
    troubles: list[Trouble],
    format: DiffFormat,
    screen: Screen,
) -> None:
    if format == "json":
        screen.write(_json(found, effects, troubles, screen))
        return
    more = impact_sections(effects, found, screen.language) if effects is not None else ()
    report = difference_report(found, screen.language, more)
    if format == "markdown":
        screen.write(report_markdown(report))
    else:
        render_report(report, screen.console)
    for trouble in troubles:
        name = trouble.source.name if trouble.source is not None else ""
        screen.write("\n" + _NOT_RUN.of(screen.language).format(file=name) + "\n")
        _show_findings(trouble, screen)


def _json(
    found: Difference, effects: Impact | None, troubles: list[Trouble], screen: Screen
) -> str:
    whole: dict[str, object] = dict(difference_data(found))
    if effects is not None:
        whole["impact"] = impact_data(effects, found)
    if troubles:
        whole["findings"] = [
            {
                "policy": t.source.name if t.source is not None else None,
                "findings": finding_objects(t.findings, t.source, screen.language),
            }
            for t in troubles
        ]
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"

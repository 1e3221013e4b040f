"""``explain``: why a unit got the score and the grade it got."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

from ...engine.explain.account import Account, account
from ...engine.explain.standing import standing
from ...engine.report.data import account_data
from ...engine.report.explanation import explanation_report
from ...engine.report.model import Report
from ...engine.report.why_not import why_not_lines, why_not_report
from ...engine.result import Result
from ...grammar.diagnostics import Text
from ...grammar.suggest import nearest
from ..exits import Exit
from ..render.screen import Screen
from ..render.terminal import render_report
from ..running import evaluated
from .options import FORMAT, INJECTED, WHY_NOT
from .output import ReportFormat, document

_NO_UNIT = Text("名册里没有“{name}”", "there is no “{name}” in the register")
_NO_GRADE = Text("没有“{name}”这个等次", "there is no grade “{name}”")
_NEAR = Text("；是不是“{names}”？", "; did you mean “{names}”?")


def run(  # noqa: PLR0913  # one parameter an option
    policy: Path,
    data: Path,
    unit: str,
    /,
    *,
    why_not: Annotated[str | None, WHY_NOT] = None,
    format: Annotated[ReportFormat, FORMAT] = "text",
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Explains the result of one unit."""
    found = evaluated(policy, data, screen, "json" if format == "json" else "text")
    if isinstance(found, Exit):
        return found
    result = found.result
    grades = result.run.plan.outcome.grades
    if unit not in result.units:
        return _unknown(_NO_UNIT, unit, result.units, screen)
    if why_not is not None and why_not not in grades:
        return _unknown(_NO_GRADE, why_not, list(grades), screen)
    explained = account(result, unit)
    if format == "json":
        answer = account_data(explained)
        if why_not is not None:
            stands = standing(result, unit)
            said = why_not_lines(explained, why_not, stands, screen.language)
            answer["why_not"] = {"grade": why_not, "because": list(said)}
        screen.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
        return Exit.GOOD
    report = _report(explained, result, why_not, screen)
    if format == "text":
        render_report(report, screen.console)
    else:
        screen.write(document(report, format, screen.language))
    return Exit.GOOD


def _report(explained: Account, result: Result, why_not: str | None, screen: Screen) -> Report:
    policy = result.run.plan.name
    if why_not is None:
        return explanation_report(explained, policy, screen.language)
    stands = standing(result, explained.unit)
    return why_not_report(explained, policy, why_not, stands, screen.language)


def _unknown(message: Text, name: str, known: list[str], screen: Screen) -> Exit:
    # A unit of several periods is known by its name and the period.
    near = nearest(name, known) or [one for one in known if one.startswith(f"{name} ")][:4]
    hint = _NEAR.of(screen.language).format(names="”“".join(near)) if near else ""
    screen.errors.print(message.of(screen.language).format(name=name) + hint)
    return Exit.USAGE

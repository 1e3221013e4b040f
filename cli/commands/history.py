"""``history``: all policies of a series side by side."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

from attrs import evolve

from ...engine.diff.history import histories
from ...engine.pipeline import Checkup
from ...engine.report.history import history_data, history_report
from ...engine.report.model import Lines, Report, Section
from ...grammar.diagnostics import Text
from ..comparing import Trouble, policy
from ..exits import Exit
from ..render.screen import Screen
from ..render.terminal import render_report
from .options import FORMAT, INJECTED, OUTPUT
from .output import ReportFormat, document, refused, save_report, show_troubles

_WITHOUT = Text(
    "没有列入（有错误，见下）：{names}",
    "left out, for the errors below: {names}",
)
_NONE = Text("{path} 里没有政策文件（.guiju）", "there is no policy (.guiju) in {path}")


def run(
    policies: list[Path],
    /,
    *,
    format: Annotated[ReportFormat, FORMAT] = "text",
    output: Annotated[Path | None, OUTPUT] = None,
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Shows what each year's policy says, row by row."""
    if refused(output, ("csv",), screen):
        return Exit.USAGE
    paths: list[Path] = []
    for path in policies:
        found = sorted(path.rglob("*.guiju")) if path.is_dir() else [path]
        if not found:
            screen.errors.print(_NONE.of(screen.language).format(path=path))
            return Exit.USAGE
        paths += found
    read = [policy(path) for path in dict.fromkeys(paths)]
    troubles = [one for one in read if isinstance(one, Trouble)]
    whole = histories([one.checked for one in read if isinstance(one, Checkup)])
    report = history_report(whole, screen.language)
    if troubles:
        if whole and format == "text":
            _show_rest(report, troubles, screen)
        return show_troubles(troubles, format, screen)

    def as_json() -> str:
        return json.dumps(history_data(whole), ensure_ascii=False, indent=2) + "\n"

    if format == "json":
        screen.write(as_json())
    elif format == "text":
        render_report(report, screen.console)
    else:
        screen.write(document(report, format, screen.language))
    if output is not None:
        save_report(output, report, as_json, screen)
    return Exit.GOOD


def _show_rest(report: Report, troubles: list[Trouble], screen: Screen) -> None:
    """What the policies without errors come to; first, which are missing from it."""
    names = "、".join(one.source.name for one in troubles if one.source is not None)
    said: Lines = Lines(
        ((_WITHOUT.of(screen.language).format(names=names), "warn"),), bullets=False
    )
    sections = (Section("", (said,)), *report.sections) if names else report.sections
    render_report(evolve(report, sections=sections), screen.console)
    screen.write("\n")

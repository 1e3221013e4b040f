"""``diff``: what changed between two policies, and on data who moves because of what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

from ...engine.diff.changes import Difference
from ...engine.diff.compare import difference
from ...engine.diff.impact import Impact
from ...engine.diff.maps import unknown_names
from ...engine.matter.judge import Matters, matters
from ...engine.pipeline import Checkup
from ...engine.report.difference import difference_report
from ...engine.report.difference_data import difference_data
from ...engine.report.impact import impact_in_short, impact_sections
from ...engine.report.impact_data import impact_data
from ...engine.report.matter import matter_sections
from ...engine.report.matter_data import matter_data
from ...engine.report.model import Report, Section
from ...grammar.diagnostics import Text
from ..comparing import Trouble, compared, names_in, policy, trouble_with
from ..exits import Exit
from ..render.machine import finding_objects
from ..render.screen import Screen
from ..render.terminal import render_report
from .not_run import show_not_run
from .options import DATA, FORMAT, INJECTED, MAP, MATTER, OUTPUT
from .output import (
    ReportFormat,
    document,
    refused,
    save_report,
    show_troubles,
)

_TOO_MANY = Text(
    "“--data”最多给两次：原政策的数据、新政策的数据",
    "--data may be given twice at most: the old policy’s data, then the new policy’s",
)


def run(  # noqa: PLR0913  # one parameter an option
    old: Path,
    new: Path,
    /,
    *,
    data: Annotated[list[Path] | None, DATA] = None,
    map: Annotated[Path | None, MAP] = None,
    matter: Annotated[bool, MATTER] = False,
    format: Annotated[ReportFormat, FORMAT] = "text",
    output: Annotated[Path | None, OUTPUT] = None,
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Compares two policies."""
    if refused(output, ("csv",), screen):
        return Exit.USAGE
    folders = data or []
    if len(folders) > 2:
        screen.errors.print(_TOO_MANY.of(screen.language))
        return Exit.USAGE
    read = [policy(path) for path in (old, new)]
    names = names_in(map)
    troubles = [found for found in read if isinstance(found, Trouble)]
    checkups = [found for found in read if isinstance(found, Checkup)]
    about_names = names.findings
    if not troubles:
        unknown = unknown_names(names, checkups[0].checked, checkups[1].checked)
        about_names = (*about_names, *unknown)
    if about_names:
        troubles.append(trouble_with(about_names))
    if troubles:
        return show_troubles(troubles, format, screen)
    found = difference(checkups[0].checked, checkups[1].checked, names.hints)
    effects = compared(found, checkups, folders, names) if folders else None
    shown = _Shown(found, effects, matters(found) if matter else None, format, screen)
    shown.show(output)
    if isinstance(effects, list):
        return max(trouble.exit for trouble in effects)
    return Exit.FINDINGS if found.changes else Exit.GOOD


class _Shown:
    """A difference, and its impact or what stood in its way, in one format."""

    def __init__(
        self,
        found: Difference,
        effects: Impact | list[Trouble] | None,
        matters: Matters | None,
        format: ReportFormat,
        screen: Screen,
    ) -> None:
        self.found = found
        self.impact = effects if isinstance(effects, Impact) else None
        self.troubles = effects if isinstance(effects, list) else []
        self.matters = matters
        self.format = format
        self.screen = screen
        self.report = self.composed(tables=format == "html")

    def composed(self, *, tables: bool) -> Report:
        """The whole report."""
        language = self.screen.language
        lead = impact_in_short(self.impact, language) if self.impact is not None else ""
        return difference_report(self.found, language, self.sections(), lead=lead, tables=tables)

    def sections(self) -> tuple[Section, ...]:
        """The sections of what can matter and of the impact, where these were asked for."""
        language = self.screen.language
        found: list[Section] = []
        if self.matters is not None:
            found += matter_sections(self.matters, language)
        if self.impact is not None:
            found += impact_sections(self.impact, self.found, language)
        return tuple(found)

    def show(self, output: Path | None) -> None:
        """Prints it, and saves it where nothing stood in the way."""
        if self.format == "json":
            self.screen.write(self.json())
        elif self.format == "text":
            render_report(self.report, self.screen.console)
        else:
            self.screen.write(document(self.report, self.format, self.screen.language))
        if self.format != "json":
            show_not_run(self.troubles, self.screen)
        if output is not None and not self.troubles:
            save_report(output, self.composed(tables=True), self.json, self.screen)

    def json(self) -> str:
        whole: dict[str, object] = dict(difference_data(self.found))
        if self.matters is not None:
            whole["matter"] = matter_data(self.matters, self.found, self.screen.language)
        if self.impact is not None:
            whole["impact"] = impact_data(self.impact, self.found)
        if self.troubles:
            whole["exchanged"] = any(trouble.exchanged for trouble in self.troubles)
            whole["findings"] = [
                {
                    "policy": t.source.name if t.source is not None else None,
                    "findings": finding_objects(t.findings, t.source, self.screen.language),
                }
                for t in self.troubles
            ]
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"

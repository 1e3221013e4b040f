"""``compare``: two saved results side by side, without running anything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

from ...engine.data import codes
from ...engine.diff.maps import unknown_units
from ...engine.diff.results import Saved, moves_between, saved_result
from ...engine.report.impact_data import moves_data
from ...engine.report.model import Lines, Report, Section
from ...engine.report.moves import moves_in_short, moves_sections
from ...engine.report.words import Wording
from ...grammar.diagnostics import Cell, Diagnostic, Text
from ..comparing import names_in, trouble_with
from ..exits import Exit
from ..reasons import refusal
from ..render.screen import Screen
from ..render.terminal import render_report
from .options import FORMAT, INJECTED, MAP, OUTPUT
from .output import ReportFormat, document, refused, save_report, show_troubles

_TITLE = Text("两次结果比较", "Two results compared")
_ALIKE = Text("两次结果没有不同", "The two results do not differ")


def run(  # noqa: PLR0913  # one parameter an option
    old_result: Path,
    new_result: Path,
    /,
    *,
    map: Annotated[Path | None, MAP] = None,
    format: Annotated[ReportFormat, FORMAT] = "text",
    output: Annotated[Path | None, OUTPUT] = None,
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Compares two results that evaluate saved as JSON."""
    if refused(output, ("csv",), screen):
        return Exit.USAGE
    read = [_saved(path) for path in (old_result, new_result)]
    names = names_in(map)
    findings = (*(one for one in read if isinstance(one, Diagnostic)), *names.findings)
    sides = [one for one in read if isinstance(one, Saved)]
    if len(sides) == len(read):
        findings = (*findings, *unknown_units(names, sides[0].units, sides[1].units))
    if findings:
        return show_troubles([trouble_with(findings)], format, screen)
    moves = moves_between(sides[0], sides[1], names.units)
    word = Wording(screen.language)
    subtitle = f"{sides[0].policy} → {sides[1].policy}"
    lead = moves_in_short(moves, word) if moves.moved else _ALIKE.of(screen.language)
    first = Section("", (Lines(((lead, "strong"),), bullets=False),))
    report = Report(_TITLE.of(screen.language), (first, *moves_sections(moves, word)), subtitle)

    def as_json() -> str:
        whole = {"old": sides[0].policy, "new": sides[1].policy, **moves_data(moves)}
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"

    if format == "json":
        screen.write(as_json())
    elif format == "text":
        render_report(report, screen.console)
    else:
        screen.write(document(report, format, screen.language))
    if output is not None:
        save_report(output, report, as_json, screen)
    return Exit.FINDINGS if moves.moved else Exit.GOOD


def _saved(path: Path) -> Saved | Diagnostic:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        return Diagnostic(
            codes.FILE_UNREADABLE, Cell(path.name), {"file": path.name, **refusal(error)}
        )
    except ValueError:  # not JSON, or not even text
        return saved_result(path.name, None)
    return saved_result(path.name, content)

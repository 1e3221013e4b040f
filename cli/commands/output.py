"""Saving what a command shows: the kind of a file by its suffix, written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, TypeAlias

from ...engine.report.model import Report
from ...grammar.diagnostics import Language, Text
from ..comparing import Trouble
from ..exits import Exit
from ..render.files import write_atomically
from ..render.findings import render_findings
from ..render.html import report_html
from ..render.machine import finding_objects
from ..render.markdown import report_markdown
from ..render.screen import Screen
from ..render.workbook import write_workbook

Kind: TypeAlias = Literal["text", "json", "csv", "markdown", "html", "xlsx"]
#: The formats of a report, to be shown or saved.
ReportFormat: TypeAlias = Literal["text", "json", "markdown", "html"]
SUFFIXES: Mapping[str, Kind] = {
    ".xlsx": "xlsx",
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".html": "html",
    ".txt": "text",
}
_WRONG_SUFFIX = Text(
    "不能写成“{suffix}”文件；可以用 {known}", "cannot write a “{suffix}” file; use {known}"
)
_NO_FOLDER = Text(
    "没有文件夹“{folder}”，写不了“{name}”；先建好文件夹，或换个地方",
    "there is no folder “{folder}” to write “{name}” to; make it first, or write elsewhere",
)
_IS_FOLDER = Text("“{name}”是文件夹；写出文件名", "“{name}” is a folder; give the name of a file")
_WRITTEN = Text("已写入 {path}", "written to {path}")


def refused(output: Path | None, without: tuple[Kind, ...], screen: Screen) -> bool:
    """Whether a file of this suffix, or at this place, cannot be written; it is then said what
    can. Asked before anything is done."""
    if output is None:
        return False
    known = [suffix for suffix, kind in SUFFIXES.items() if kind not in without]
    listed = ("、" if screen.language == "zh" else ", ").join(known)
    if output.is_dir():
        message = _IS_FOLDER
    elif output.suffix.lower() not in known:
        message = _WRONG_SUFFIX
    elif not output.parent.is_dir():
        message = _NO_FOLDER
    else:
        return False
    said = message.of(screen.language).format(
        suffix=output.suffix, known=listed, folder=output.parent, name=output.name
    )
    screen.errors.print(said)
    return True


def save(output: Path, content: bytes, screen: Screen) -> None:
    """Writes a file, whole or not at all, and says so."""
    write_atomically(output, content)
    _said(output, screen)


def save_workbook(output: Path, report: Report, screen: Screen) -> None:
    """Writes a report as a workbook, and says so."""
    write_workbook(report, output)
    _said(output, screen)


def _said(output: Path, screen: Screen) -> None:
    screen.errors.print(_WRITTEN.of(screen.language).format(path=output))


def save_report(output: Path, report: Report, as_json: Callable[[], str], screen: Screen) -> None:
    """A report, or the same as data, as the file's suffix asks for."""
    kind = SUFFIXES[output.suffix.lower()]
    if kind == "xlsx":
        save_workbook(output, report, screen)
    else:
        text = as_json() if kind == "json" else document(report, kind, screen.language)
        save(output, text.encode(), screen)


def show_troubles(troubles: list[Trouble], format: Kind, screen: Screen) -> Exit:
    """Shows everything that is wrong with what was given; the worst exit code."""
    if format == "json":
        listed = [
            one for t in troubles for one in finding_objects(t.findings, t.source, screen.language)
        ]
        screen.write(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
    else:
        for trouble in troubles:
            show_findings(trouble, screen)
    return max(trouble.exit for trouble in troubles)


def show_findings(trouble: Trouble, screen: Screen) -> None:
    """The findings of one policy, of data, or of a table of names."""
    render_findings(
        trouble.findings, trouble.source, language=screen.language, console=screen.console
    )


def document(report: Report, kind: Kind, language: Language) -> str:
    """A report as a text that stands by itself."""
    return report_html(report, language) if kind == "html" else report_markdown(report)

"""Saving what a command shows: the kind of a file by its suffix, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, TypeAlias

from ...engine.report.model import Report
from ...grammar.diagnostics import Language, Text
from ..render.files import write_atomically
from ..render.html import report_html
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
_WRITTEN = Text("已写入 {path}", "written to {path}")


def refused(output: Path | None, without: tuple[Kind, ...], screen: Screen) -> bool:
    """Whether a file of this suffix cannot be written; it is then said which can."""
    known = [suffix for suffix, kind in SUFFIXES.items() if kind not in without]
    if output is None or output.suffix.lower() in known:
        return False
    listed = ("、" if screen.language == "zh" else ", ").join(known)
    message = _WRONG_SUFFIX.of(screen.language)
    screen.errors.print(message.format(suffix=output.suffix, known=listed))
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


def document(report: Report, kind: Kind, language: Language) -> str:
    """A report as a text that stands by itself."""
    return report_html(report, language) if kind == "html" else report_markdown(report)

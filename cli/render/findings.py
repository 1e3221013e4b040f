"""Findings for a person at a terminal, and the door to the machine formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypeAlias

from ...grammar.diagnostics import Diagnostic, Language, Severity
from ...grammar.source import Source
from .. import words
from .frame import Frame, Row
from .machine import as_github, as_json
from .places import in_reading_order

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text as Painted

    from ...engine.trial.verdict import Failure
    from .highlight import Highlight

FindingFormat: TypeAlias = Literal["text", "json", "github", "sarif"]

#: Below this, in cells, a frame would be all edges: the terminal may wrap it instead.
_NARROWEST = 30
_STYLES = {
    "frame": "dim",
    "keyword": "magenta",
    "property": "cyan",
    "text": "green",
    "number": "bright_blue",
    "comment": "dim italic",
}
_PAINT = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def render_findings(
    diagnostics: Iterable[Diagnostic],
    source: Source | None,
    *,
    language: Language,
    format: FindingFormat = "text",
    console: Console,
) -> None:
    """Prints findings, worst first: framed text, one JSON list or SARIF log, or GitHub annotations.

    Machine formats go to the console's file as they are, since a console wraps lines.
    """
    findings = in_reading_order(tuple(diagnostics))
    match format:
        case "json":
            console.file.write(as_json(findings, source, language, ascii=_is_narrow(console)))
        case "sarif":
            # A page of every code that occurs is laid out; no other format needs that.
            from .sarif import as_sarif  # noqa: PLC0415

            console.file.write(as_sarif(findings, source, language, ascii=_is_narrow(console)))
        case "github":
            console.file.write(as_github(findings, source, language))
        case "text":
            _print_text(findings, source, language, console)


def _is_narrow(console: Console) -> bool:
    """Whether its encoding lacks some characters: JSON then escapes them instead of losing them."""
    encoding = getattr(console.file, "encoding", None) or "utf-8"
    return not encoding.casefold().replace("-", "").startswith("utf")


def _print_text(
    findings: list[Diagnostic], source: Source | None, language: Language, console: Console
) -> None:
    frame = Frame(source, language, max(console.width, _NARROWEST), _highlight(source, console))
    for finding in findings:
        for row in frame.rows(finding):
            console.print(_painted(row, _PAINT[finding.severity]), soft_wrap=True)
        console.print()
    if findings:
        console.print(summary(findings, language))


def render_failures(
    failures: Iterable[Failure], source: Source, *, language: Language, console: Console
) -> None:
    """Prints what examples say and what is so, with the policy's lines and their values."""
    frame = Frame(source, language, max(console.width, _NARROWEST))
    for failure in failures:
        for row in frame.rows(failure.finding, failure.drawn):
            console.print(_painted(row, _PAINT[failure.finding.severity]), soft_wrap=True)
        console.print()


def _highlight(source: Source | None, console: Console) -> Highlight | None:
    """The classes of the source's characters, if they will be seen."""
    if source is None or console.no_color or console.color_system is None:
        return None
    # pygments is loaded only for a terminal with colours.
    from .highlight import highlight  # noqa: PLC0415

    return highlight(source)


def _painted(row: Row, colour: str) -> Painted:
    # rich.text is loaded only when there is something to print.
    from rich.text import Text as Painted  # noqa: PLC0415

    styles = {"head": f"bold {colour}", "main": f"bold {colour}", "other": "blue", **_STYLES}
    text = Painted()
    for piece, role in row:
        text.append(piece, styles.get(role))
    text.rstrip()
    return text


def summary(findings: Iterable[Diagnostic], language: Language) -> str:
    """``共 3 处错误、1 处提醒``."""
    counts = Counter(finding.severity for finding in findings)
    present = [(counts[severity], severity) for severity in Severity if counts[severity]]
    if language == "zh":
        return "共 " + "、".join(f"{count} 处{words.SEVERITY[kind].zh}" for count, kind in present)
    names = ((n, words.SEVERITY[kind] if n == 1 else words.SEVERITIES[kind]) for n, kind in present)
    return ", ".join(f"{count} {name.en}" for count, name in names)

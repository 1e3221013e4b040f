"""A policy held against its document, as ``check --source`` shows it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Literal, TypeAlias

from attrs import define, field

from ..engine.report.coverage import coverage_data, coverage_report, coverage_section
from ..engine.report.model import Lines, Report, Section, Tone
from ..engine.semantics.checked import Checked
from ..engine.sources.check import Held, hold
from ..grammar.diagnostics import Cell, Diagnostic, Severity, Text
from ..grammar.source import Source
from . import words
from .render.findings import render_findings
from .render.machine import finding_objects
from .render.markdown import report_markdown
from .render.places import cell_text, in_reading_order, span_text
from .render.screen import Screen
from .render.terminal import render_report

Format: TypeAlias = Literal["text", "json", "github", "markdown"]
_FINDINGS = Text("检查发现", "Findings")
_TONES: dict[Severity, Tone] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.NOTE: "plain",
}


@define
class Holding:
    """One policy and its document; ``table`` says whether the coverage is shown."""

    checked: Checked
    document: Source
    least: int | None
    table: bool
    held: Held = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.held = hold(self.checked, self.document, self.least)

    def show(
        self, findings: list[Diagnostic], source: Source, format: Format, screen: Screen
    ) -> None:
        """Findings of the policy and of its document together, then the coverage."""
        language = screen.language
        match format:
            case "json" if self.table:
                found = finding_objects(in_reading_order(tuple(findings)), source, language)
                data = {"findings": found, "coverage": coverage_data(self.held.coverage)}
                screen.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
            case "markdown":
                shown = (coverage_section(self.held.coverage, language),) if self.table else ()
                write_markdown(findings, source, shown, screen)
            case "text" | "json" | "github":
                self._print(findings, source, format, screen)

    def _print(
        self,
        findings: list[Diagnostic],
        source: Source,
        format: Literal["text", "json", "github"],
        screen: Screen,
    ) -> None:
        if findings or format == "json":
            render_findings(
                findings, source, language=screen.language, format=format, console=screen.console
            )
        if self.table:
            name = self.document.name
            if findings:
                screen.console.print()
            report = coverage_report(self.held.coverage, name, screen.language)
            render_report(report, screen.console)


def write_markdown(
    findings: list[Diagnostic], source: Source | None, after: Iterable[Section], screen: Screen
) -> None:
    """Findings as a list, then further sections."""
    lines = [(_line(one, source, screen), _TONES[one.severity]) for one in findings]
    found = (Section(_FINDINGS.of(screen.language), (Lines(tuple(lines)),)),) if lines else ()
    title = source.name if source is not None else _FINDINGS.of(screen.language)
    screen.write(report_markdown(Report(title, (*found, *after))))


def _line(finding: Diagnostic, source: Source | None, screen: Screen) -> str:
    language = screen.language
    match finding.place:
        case None:
            place = ""
        case Cell():
            place = cell_text(finding.place, language)
        case span:
            place = span_text(span, source) if source is not None else ""
    head = f"{words.SEVERITY[finding.severity].of(language)} {finding.code.id}"
    said = [head, place, finding.message(language), finding.hint(language) or ""]
    return "　".join(part for part in said if part)

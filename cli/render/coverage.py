"""Findings together with the coverage of a document, and findings as Markdown."""

from __future__ import annotations

import json
from typing import Literal, TypeAlias

from ...engine.report.coverage import coverage_data, coverage_section
from ...engine.report.model import Lines, Report, Section, Tone
from ...engine.sources.coverage import Coverage
from ...grammar.diagnostics import Cell, Diagnostic, Severity, Text
from ...grammar.source import Source
from .. import words
from .findings import render_findings
from .machine import finding_objects
from .markdown import report_markdown
from .places import cell_text, in_reading_order, span_text
from .screen import Screen
from .terminal import render_report

Format: TypeAlias = Literal["text", "json", "github", "sarif", "markdown"]
_FINDINGS = Text("检查发现", "Findings")
_TONES: dict[Severity, Tone] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.NOTE: "plain",
}


def show_checked(
    findings: list[Diagnostic],
    source: Source | None,
    covered: Coverage | None,
    format: Format,
    screen: Screen,
) -> None:
    """Findings, then which clauses are covered where that was asked for; in JSON an object with
    both. The formats for other programs have no place for a table."""
    ordered = in_reading_order(tuple(findings))
    sections = (coverage_section(covered, screen.language),) if covered is not None else ()
    name = source.name if source is not None else _FINDINGS.of(screen.language)
    match format:
        case "json":
            found = finding_objects(ordered, source, screen.language)
            data = {"findings": found, "coverage": coverage_data(covered) if covered else None}
            screen.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        case "markdown":
            lines = tuple((_line(one, source, screen), _TONES[one.severity]) for one in ordered)
            listed = Section(_FINDINGS.of(screen.language), (Lines(lines),))
            screen.write(report_markdown(Report(name, (*((listed,) if lines else ()), *sections))))
        case "text" | "github" | "sarif":
            if findings:
                render_findings(
                    findings,
                    source,
                    language=screen.language,
                    format=format,
                    console=screen.console,
                )
                screen.console.print()
            render_report(Report(name, sections), screen.console)


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

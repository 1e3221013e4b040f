"""Findings for programs: JSON objects and GitHub annotation lines."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ...grammar.diagnostics import (
    Cell,
    Diagnostic,
    Edit,
    Fix,
    Language,
    Place,
    Severity,
)
from ...grammar.source import Source, Span

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_json(
    findings: Iterable[Diagnostic],
    source: Source | None,
    language: Language,
    *,
    ascii: bool = False,
) -> str:
    """A JSON list of findings. Lines and columns count from 1, columns in code points; an end is
    exclusive."""
    objects = finding_objects(findings, source, language)
    return json.dumps(objects, ensure_ascii=ascii, indent=2) + "\n"


def finding_objects(
    findings: Iterable[Diagnostic], source: Source | None, language: Language
) -> list[dict[str, object]]:
    """Findings as the objects that JSON output lists."""
    return [_object(finding, source, language) for finding in findings]


def _object(finding: Diagnostic, source: Source | None, language: Language) -> dict[str, object]:
    return {
        "code": finding.code.id,
        "severity": finding.severity.value,
        "message": finding.message(language),
        "hint": finding.hint(language),
        **_place(finding.place, source),
        "labels": [
            {"text": label.text.of(language), **_place(label.place, source)}
            for label in finding.labels
        ],
        "fixes": [_fix(fix, source, language) for fix in finding.fixes],
    }


def _place(place: Place | None, source: Source | None) -> dict[str, object]:
    match place:
        case Span() if source is not None:
            return {"file": source.name, **lines(place, source)}
        case Cell(file, sheet, row, column, raw):
            return {"file": file, "sheet": sheet, "row": row or None, "column": column, "raw": raw}
        case _:
            return {"file": source.name if source is not None else None}


def lines(span: Span, source: Source) -> dict[str, object]:
    """Where a range begins and ends: lines and columns from 1, the end exclusive."""
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _fix(fix: Fix, source: Source | None, language: Language) -> dict[str, object]:
    edits = [_edit(edit, source) for edit in fix.edits] if source is not None else []
    return {"title": fix.title.of(language), "safe": fix.safe, "edits": edits}


def _edit(edit: Edit, source: Source) -> dict[str, object]:
    return {**lines(edit.span, source), "text": edit.text}


def as_github(findings: Iterable[Diagnostic], source: Source | None, language: Language) -> str:
    """One workflow command per finding, which GitHub shows beside the line."""
    return "".join(_annotation(finding, source, language) + "\n" for finding in findings)


def _annotation(finding: Diagnostic, source: Source | None, language: Language) -> str:
    place = _place(finding.place, source)
    row = place.get("row") if isinstance(finding.place, Cell) and not place["sheet"] else None
    properties = {
        "file": place.get("file"),
        "line": place.get("line", row),
        "endLine": place.get("end_line"),
        # GitHub refuses columns of a range that runs over lines.
        "col": place.get("column") if _one_line(place) else None,
        "endColumn": place.get("end_column") if _one_line(place) else None,
        "title": finding.code.id,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    hint = finding.hint(language)
    message = finding.message(language) + (f"\n{hint}" if hint else "")
    return f"::{_LEVELS[finding.severity]} {listed}::{_escaped(message)}"


def _one_line(place: dict[str, object]) -> bool:
    return "line" in place and place["line"] == place["end_line"]


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _escaped(str(value)).replace(":", "%3A").replace(",", "%2C")

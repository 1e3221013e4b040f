"""Findings as SARIF 2.1.0, which code hosts and editors read: rules with their pages, results with
related places and edits.

Columns count code points and say so (``columnKind``); paths are relative as they were given.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import TypeAlias
from urllib.parse import quote

from ... import __version__
from ...grammar.diagnostics import Cell, Code, Diagnostic, Fix, Label, Language, Place, Severity
from ...grammar.source import Source, Span
from .machine import lines
from .page import page_markdown, sentence
from .places import cell_text

Object: TypeAlias = dict[str, object]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en-US"}


def as_sarif(
    findings: Sequence[Diagnostic],
    source: Source | None,
    language: Language,
    *,
    ascii: bool = False,
) -> str:
    """One run with the findings and the rules that they are of."""
    codes = sorted({finding.code.id: finding.code for finding in findings}.items())
    index = {id: place for place, (id, _) in enumerate(codes)}
    seen: Counter[str] = Counter()
    run: Object = {
        "tool": {
            "driver": {
                "name": "guiju",
                "version": __version__,
                "language": _TAGS[language],
                "rules": [_rule(code, language) for _, code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": [_result(one, source, language, index, seen) for one in findings],
    }
    log: Object = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=ascii, indent=2) + "\n"


def _rule(code: Code, language: Language) -> Object:
    """A code and its page: the reader's language first, the other below it."""
    other: Language = "en" if language == "zh" else "zh"
    page = code.page
    both = (language, other)
    return {
        "id": code.id,
        "shortDescription": {"text": sentence(code, language)},
        "fullDescription": {"text": page.what.of(language)},
        "help": {
            "text": "\n".join(t.of(one) for one in both for t in (page.what, page.why, page.mend)),
            "markdown": "\n---\n\n".join(page_markdown(code, one) for one in both),
        },
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(
    finding: Diagnostic,
    source: Source | None,
    language: Language,
    index: dict[str, int],
    seen: Counter[str],
) -> Object:
    hint = finding.hint(language)
    result: Object = {
        "ruleId": finding.code.id,
        "ruleIndex": index[finding.code.id],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message(language) + (f"\n{hint}" if hint else "")},
        "locations": [_location(finding.place, source, language)],
        "partialFingerprints": {"guijuFinding/v1": _fingerprint(finding, source, seen)},
    }
    if finding.labels:
        result["relatedLocations"] = [
            _related(number, label, source, language)
            for number, label in enumerate(finding.labels, start=1)
        ]
    if finding.fixes and source is not None:
        result["fixes"] = [_fix(fix, source, language) for fix in finding.fixes]
    return result


def _related(number: int, label: Label, source: Source | None, language: Language) -> Object:
    location = _location(label.place, source, language)
    return {"id": number, **location, "message": {"text": label.text.of(language)}}


def _location(place: Place | None, source: Source | None, language: Language) -> Object:
    match place:
        case Span() if source is not None:
            region = {"region": _region(place, source)}
            return {"physicalLocation": _artifact(source.name) | region}
        case Cell(file, sheet, row):
            physical = _artifact(file)
            # A workbook is no text: its cells have names and no lines.
            if sheet is None and row:
                physical["region"] = {"startLine": row}
            named = {"fullyQualifiedName": cell_text(place, language), "kind": "cell"}
            return {"physicalLocation": physical, "logicalLocations": [named]}
        case _:
            return {"physicalLocation": _artifact(source.name)} if source is not None else {}


def _artifact(name: str) -> Object:
    return {"artifactLocation": {"uri": _uri(name)}}


def _uri(name: str) -> str:
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), safe="/")


def _region(span: Span, source: Source) -> Object:
    place = lines(span, source)
    return {
        "startLine": place["line"],
        "startColumn": place["column"],
        "endLine": place["end_line"],
        "endColumn": place["end_column"],
    }


def _fix(fix: Fix, source: Source, language: Language) -> Object:
    replacements = [
        {"deletedRegion": _region(edit.span, source), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {**_artifact(source.name), "replacements": replacements}
    return {
        "description": {"text": fix.title.of(language)},
        "artifactChanges": [change],
        "properties": {"safe": fix.safe},
    }


def _fingerprint(finding: Diagnostic, source: Source | None, seen: Counter[str]) -> str:
    """The same for the same finding wherever its line has moved to."""
    match finding.place:
        case Span(start) if source is not None:
            where = source.line(source.position(start)[0]).strip()
        case Cell(file, sheet, row, column):
            where = f"{file}|{sheet}|{row}|{column}"
        case _:
            where = ""
    key = f"{finding.code.id}|{where}"
    seen[key] += 1
    return sha256(f"{key}|{seen[key]}".encode()).hexdigest()[:32]

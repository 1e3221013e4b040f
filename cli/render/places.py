"""How a place is called: a line of a policy, a cell of a workbook, a line of a CSV file."""

from __future__ import annotations

from ...grammar.diagnostics import Cell, Diagnostic, Language, Place, Severity, Text
from ...grammar.source import Source, Span
from .cells import visible

_ROW = Text("第{}行", "line {}")
_COLUMN = Text("“{}”列", "column “{}”")
_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


def cell_text(cell: Cell, language: Language) -> str:
    """``单位名册.xlsx · 名册 · B12`` or ``重点工作目标.csv · 第12行 · “分值”列``."""
    return " · ".join(map(visible, (cell.file, *_inside(cell, language))))


def _inside(cell: Cell, language: Language) -> list[str]:
    if cell.sheet is not None:
        corner = f"{cell.column or ''}{cell.row or ''}"
        whole_row = _ROW.of(language).format(cell.row) if cell.row and not cell.column else corner
        return [cell.sheet, *filter(None, [whole_row])]
    row = [_ROW.of(language).format(cell.row)] if cell.row else []
    return row + ([_COLUMN.of(language).format(cell.column)] if cell.column else [])


def span_text(span: Span, source: Source) -> str:
    """``政策.guiju:12:3``, which editors and terminals turn into a link."""
    line, column = source.position(span.start)
    return f"{visible(source.name)}:{line}:{column}"


def in_reading_order(diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """Errors first, then warnings, then notes; inside each by place, and else as they came."""
    return sorted(
        diagnostics, key=lambda finding: (_RANKS[finding.severity], _order(finding.place))
    )


def _order(place: Place | None) -> tuple[int, str, str, int, int, str]:
    match place:
        case Span(start, end):
            return 1, "", "", start, end, ""
        case Cell(file, sheet, row, column):
            name = column or ""
            return 2, file, sheet or "", row, len(name), name
        case None:
            return 0, "", "", 0, 0, ""

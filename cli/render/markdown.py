"""A report as Markdown: tables, nested lists, nothing of the data taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...engine.report.model import Branch, Column, Facts, Grid, Item, Lines, Report, Tone, Value
from .cells import visible

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")
#: What would begin a heading, a list or a quotation at the start of a line.
_OPENER = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+$|-{3,}$)")
_NUMBERED = re.compile(r"^(\s*\d+)([.)])(?=\s|$)")
_LOUD: frozenset[Tone] = frozenset({"strong", "bad", "warn"})


def report_markdown(report: Report) -> str:
    """The whole report, ending with one line end."""
    parts = [f"# {escape(report.title)}"]
    if report.subtitle:
        parts.append(escape(report.subtitle))
    for section in report.sections:
        if section.heading:
            parts.append(f"## {escape(section.heading)}")
        parts.extend(_item(item) for item in section.items)
    return "\n\n".join(filter(None, parts)) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    shown = _MARKUP.sub(r"\\\1", visible(text))
    return _NUMBERED.sub(r"\1\\\2", _OPENER.sub(r"\1\\\2", shown))


def _item(item: Item) -> str:
    match item:
        case Grid():
            return _grid(item)
        case Branch():
            return "\n".join(_branch(item, 0))
        case Lines():
            mark = "- " if item.bullets else ""
            joint = "\n" if item.bullets else "\n\n"
            return joint.join(mark + _toned(text, tone) for text, tone in item.lines)
        case Facts():
            return "\n".join(f"- {escape(label)}：{_value(value)}" for label, value in item.pairs)


def _toned(text: str, tone: Tone) -> str:
    shown = escape(text).strip()
    return f"**{shown}**" if shown and tone in _LOUD else shown


def _value(value: Value) -> str:
    return _toned(value.text, value.tone)


def _grid(grid: Grid) -> str:
    lines = [f"**{escape(grid.caption)}**\n"] if grid.caption else []
    lines.append(_row(escape(column.title) for column in grid.columns))
    lines.append(_row(map(_rule, grid.columns)))
    lines.extend(_row(map(_value, row)) for row in grid.rows)
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _rule(column: Column) -> str:
    return "---:" if column.align == "right" else "---"


def _branch(branch: Branch, depth: int) -> list[str]:
    """A nested list; a note is a paragraph line of its item."""
    indent = "  " * depth
    figure = f"**{escape(branch.figure)}**" if branch.figure else ""
    parts = (_toned(branch.label, branch.tone), figure, escape(branch.detail))
    line = f"{indent}- " + "  ".join(filter(None, parts))
    if branch.source:
        line += f"  〔{escape(branch.source)}〕"
    notes = [f"{indent}  {escape(note)}" for note in branch.notes]
    below = [line for child in branch.children for line in _branch(child, depth + 1)]
    # Two blanks at the end of a line keep the next one on a line of its own.
    return ["  \n".join([line, *notes]), *below]

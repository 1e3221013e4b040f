"""``words``: every word of the language, with what it means and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from ...engine.report.model import Grid, Report, Section
from ...engine.report.vocabulary import vocabulary_report
from ...grammar.diagnostics import Text
from ...grammar.suggest import nearest
from ..exits import Exit
from ..render.markdown import report_markdown
from ..render.screen import Screen
from ..render.terminal import render_report
from .options import FORMAT, INJECTED

PageFormat: TypeAlias = Literal["text", "markdown"]
_UNKNOWN = Text(
    "没有“{word}”这种块，也没有这个词", "there is no kind of block and no word “{word}”"
)
_NEAR = Text("；是不是“{names}”？", "; did you mean “{names}”?")


def run(
    kind: str | None = None,
    /,
    *,
    format: Annotated[PageFormat, FORMAT] = "text",
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Lists the vocabulary, what one kind of block may hold, or where another word stands."""
    report = vocabulary_report(screen.language)
    if kind is not None:
        found = [section for section in report.sections if kind in section.heading.split()]
        found = found or [part for section in report.sections for part in _explained(section, kind)]
        if not found:
            known = [word for section in report.sections for word in section.heading.split()]
            near = nearest(kind, known)
            hint = _NEAR.of(screen.language).format(names="”“".join(near)) if near else ""
            screen.errors.print(_UNKNOWN.of(screen.language).format(word=kind) + hint)
            return Exit.USAGE
        report = Report(report.title, tuple(found))
    if format == "markdown":
        screen.write(report_markdown(report))
    else:
        render_report(report, screen.console)
    return Exit.GOOD


def _explained(section: Section, word: str) -> Iterator[Section]:
    """The rows of a section that a word begins, under its heading."""
    for grid in section.items:
        if isinstance(grid, Grid):
            rows = tuple(row for row in grid.rows if word in row[0].text.split())
            if rows:
                yield Section(section.heading, (Grid(grid.columns, rows),))

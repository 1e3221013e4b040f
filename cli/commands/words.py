"""``words``: every word of the language, with what it means and where it stands."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from ...engine.report.model import Report
from ...engine.report.vocabulary import vocabulary_report
from ...grammar.diagnostics import Text
from ...grammar.suggest import nearest
from ..exits import Exit
from ..render.markdown import report_markdown
from ..render.screen import Screen
from ..render.terminal import render_report
from .options import FORMAT, INJECTED

PageFormat: TypeAlias = Literal["text", "markdown"]
_UNKNOWN = Text("没有“{word}”这种块", "there is no kind of block “{word}”")
_NEAR = Text("；是不是“{names}”？", "; did you mean “{names}”?")


def run(
    kind: str | None = None,
    /,
    *,
    format: Annotated[PageFormat, FORMAT] = "text",
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Lists the vocabulary, or what one kind of block may hold."""
    report = vocabulary_report(screen.language)
    if kind is not None:
        found = [section for section in report.sections if kind in section.heading.split()]
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

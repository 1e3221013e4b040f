"""``explain-code``: the page of one code, or the list of all."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from ...engine.catalogue import CODES as ENGINE_CODES
from ...grammar.diagnostics import Code, Text
from ...grammar.suggest import nearest
from ..codes import CODES
from ..exits import Exit
from ..render.markdown import report_markdown
from ..render.page import list_report, page_markdown, render_page
from ..render.screen import Screen
from ..render.terminal import render_report
from .options import FORMAT, INJECTED

PageFormat: TypeAlias = Literal["text", "markdown"]

_UNKNOWN = Text("没有编号“{}”", "there is no code “{}”")
_NEAR = Text("；相近的有：{}", "; close to it: {}")

#: The codes of every layer: those of reading files here, all others in the engine.
CATALOGUE: tuple[Code, ...] = (*CODES, *ENGINE_CODES)


def run(
    code: str | None = None,
    /,
    *,
    format: Annotated[PageFormat, FORMAT] = "text",
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Explains a code; without one, lists them all."""
    if code is None:
        return _list(format, screen)
    pages = {known.id: known for known in CATALOGUE}
    page = pages.get(code.strip().upper())
    if page is None:
        near = "、".join(nearest(code.upper(), pages))
        hint = _NEAR.of(screen.language).format(near) if near else ""
        screen.errors.print(_UNKNOWN.of(screen.language).format(code) + hint)
        return Exit.USAGE
    if format == "markdown":
        screen.write(page_markdown(page, screen.language))
    else:
        render_page(page, language=screen.language, console=screen.console)
    return Exit.GOOD


def _list(format: PageFormat, screen: Screen) -> Exit:
    report = list_report(CATALOGUE, screen.language)
    if format == "markdown":
        screen.write(report_markdown(report))
    else:
        render_report(report, screen.console)
    return Exit.GOOD

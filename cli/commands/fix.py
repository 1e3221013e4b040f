"""``fix``: the safe edits of findings carried out, and a report of what is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from ...engine.fixes import Fixed, Repair, fix
from ...grammar.diagnostics import Diagnostic, Text
from ...grammar.source import Source, Span
from ..exits import Exit
from ..render.cells import visible
from ..render.findings import FindingFormat
from ..render.places import span_text
from ..render.screen import Screen
from ..sources import exit_for, load_source
from .check import verdict
from .options import DIFF, DRY_RUN, FORMAT, INJECTED
from .rewriting import console_beside, put, show_changes, show_findings

_FIXED = Text("已改", "fixed")
_WOULD_FIX = Text("可改", "would fix")
_NOTHING = Text("没有可以放心改的地方", "nothing can be fixed safely")
_COUNTED = Text("共{did} {n} 处", "{did} {n}")


def run(
    policy: Path,
    /,
    *,
    diff: Annotated[bool, DIFF] = False,
    dry_run: Annotated[bool, DRY_RUN] = False,
    format: Annotated[FindingFormat, FORMAT] = "text",
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Fixes a policy file, or says what would be fixed. In a format for programs the findings that
    are left stand alone on standard output, and what was done is said on standard error."""
    source = load_source(policy)
    if isinstance(source, Diagnostic):
        show_findings(policy, [source], None, screen, format)
        return exit_for(source)
    fixed = fix(source)
    if diff:
        show_changes(source, fixed.source.text, screen)
        return verdict(list(fixed.left))
    if not dry_run:
        put(policy, source, fixed.source.text, screen)
    console = console_beside(policy, screen) if format == "text" else screen.errors
    for line in _report(fixed, source, _WOULD_FIX if dry_run else _FIXED, screen):
        console.print(line, soft_wrap=True)
    return verdict(show_findings(policy, fixed.left, fixed.source, screen, format))


def _report(fixed: Fixed, source: Source, did: Text, screen: Screen) -> Iterator[str]:
    """A line for each edit, and how many there are."""
    language = screen.language
    for repair in fixed.repairs:
        yield f"{did.of(language)} {_line(repair, source, screen)}"
    count = len(fixed.repairs)
    summary = _COUNTED.of(language).format(did=did.of(language), n=count)
    yield summary if count else _NOTHING.of(language)


def _line(repair: Repair, source: Source, screen: Screen) -> str:
    """``政策.guiju:3:5  G302  改成“适用”：没有“使用”这个属性``."""
    place = repair.finding.place
    where = span_text(place, source) if isinstance(place, Span) else source.name
    title = repair.fix.title.of(screen.language)
    said = repair.finding.message(screen.language)
    colon = "：" if screen.language == "zh" else ": "
    return visible(f"{where}  {repair.finding.code.id}  {title}{colon}{said}")

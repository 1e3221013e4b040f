"""``fmt``: policy files laid out in one way."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from ...grammar.diagnostics import Diagnostic, Text
from ...grammar.format import format_policy
from ...grammar.source import Source
from ..exits import Exit
from ..render.cells import visible
from ..render.screen import Screen
from ..sources import exit_for, load_source
from .options import DIFF, INJECTED, ONLY_CHECK
from .rewriting import put, show_changes, show_findings

_WOULD_CHANGE = Text("需要整理：{}", "would change: {}")
#: Of several files the worst decides.
_WORST_FIRST = (Exit.INVALID, Exit.USAGE, Exit.WOULD_CHANGE, Exit.GOOD)


def run(
    policy: list[Path],
    /,
    *,
    check: Annotated[bool, ONLY_CHECK] = False,
    diff: Annotated[bool, DIFF] = False,
    screen: Annotated[Screen, INJECTED],
) -> Exit:
    """Lays out every file, or says which would change."""
    exits = [_one(path, check, diff, screen) for path in policy]
    return min(exits, key=_WORST_FIRST.index, default=Exit.GOOD)


def _one(path: Path, check: bool, diff: bool, screen: Screen) -> Exit:
    source = load_source(path)
    if isinstance(source, Diagnostic):
        show_findings(path, [source], None, screen)
        return exit_for(source)
    text = format_policy(source)
    if not isinstance(text, str):
        show_findings(path, text, source, screen)
        return Exit.INVALID
    if check or diff:
        return _told(source, text, check, diff, screen)
    put(path, source, text, screen)
    return Exit.GOOD


def _told(source: Source, text: str, check: bool, diff: bool, screen: Screen) -> Exit:
    """What would change, with nothing written."""
    if diff:
        show_changes(source, text, screen)
    if not check or text == source.text:
        return Exit.GOOD
    if not diff:
        screen.write(_WOULD_CHANGE.of(screen.language).format(visible(source.name)) + "\n")
    return Exit.WOULD_CHANGE

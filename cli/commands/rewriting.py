"""What the commands that rewrite a policy share: where text, changes and findings go."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ...grammar.diagnostics import Diagnostic, Severity
from ...grammar.source import Source
from ..render.files import write_atomically
from ..render.findings import FindingFormat, render_findings
from ..render.screen import Screen
from ..render.unified import unified
from ..sources import STANDARD_INPUT

if TYPE_CHECKING:
    from rich.console import Console


def put(path: Path, before: Source, text: str, screen: Screen) -> None:
    """Put a new text where the old one came from. A file that would not change is not touched."""
    if path == STANDARD_INPUT:
        screen.write(text)
    elif text != before.text:
        write_atomically(path, text.encode())


def show_changes(before: Source, text: str, screen: Screen) -> None:
    """Print what would change."""
    screen.write(unified(before.name, before.text, text))


def console_beside(path: Path, screen: Screen) -> Console:
    """Where to say something: standard output belongs to the text if that is where it goes."""
    return screen.errors if path == STANDARD_INPUT else screen.console


def show_findings(
    path: Path,
    found: Iterable[Diagnostic],
    source: Source | None,
    screen: Screen,
    format: FindingFormat = "text",
) -> list[Diagnostic]:
    """Print findings, notes aside, and give those printed."""
    listed = [finding for finding in found if finding.severity is not Severity.NOTE]
    if listed or format in ("json", "sarif"):
        console = console_beside(path, screen)
        render_findings(listed, source, language=screen.language, format=format, console=console)
    return listed

"""Where a command writes, and in which language."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TextIO

from ...grammar.diagnostics import Language

if TYPE_CHECKING:
    from rich.console import Console

#: The width of a page that nobody's window limits.
PAGE_WIDTH = 100


def console_for(stream: TextIO, environment: Mapping[str, str] = os.environ) -> Console:
    """A console that takes text as it is: no markup, no emoji codes, no guessing at numbers.

    A terminal has its own width; a pipe gets ``COLUMNS`` or a page.
    """
    # Loading rich costs as much as parsing a policy; a silent command never prints.
    from rich.console import Console  # noqa: PLC0415

    columns = environment.get("COLUMNS", "")
    page = int(columns) if columns.isdecimal() and int(columns) > 0 else PAGE_WIDTH
    width = None if stream.isatty() else page
    return Console(file=stream, width=width, markup=False, emoji=False, highlight=False)


class Screen:
    """Standard output and standard error in one language; nothing is loaded before it is used."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    @cached_property
    def console(self) -> Console:
        """Standard output: findings and results."""
        return console_for(sys.stdout)

    @cached_property
    def errors(self) -> Console:
        """Standard error: usage, progress, defects."""
        return console_for(sys.stderr)

    def write(self, text: str) -> None:
        """Writes text to standard output exactly as it is, whatever the width."""
        sys.stdout.write(text)

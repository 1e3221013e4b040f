"""The changes between two texts in the form that ``patch`` reads."""

from __future__ import annotations

import re
from difflib import unified_diff

#: Lines as policies have them: ``str.splitlines`` would also split at characters inside a line.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_UNFINISHED = "\n\\ No newline at end of file\n"


def unified(name: str, before: str, after: str) -> str:
    """A unified diff, or nothing where the texts are equal."""
    lines = unified_diff(_LINE.findall(before), _LINE.findall(after), name, name)
    return "".join(line if line.endswith("\n") else line + _UNFINISHED for line in lines)

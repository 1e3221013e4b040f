"""Golden files that stand in a tree of their own: the source first, then what is printed for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from io import StringIO
from pathlib import Path

from guiju.cli.render.findings import render_failures, render_findings
from guiju.engine.trial.verdict import Failure
from guiju.grammar.diagnostics import Diagnostic, Language
from guiju.grammar.source import Source
from rich.console import Console

WIDTH = 92


def printed(found: Iterable[Diagnostic], source: Source | None, language: Language) -> str:
    """Findings as a terminal shows them, without colours."""
    return _written(lambda to: render_findings(found, source, language=language, console=to))


def printed_failures(found: Sequence[Failure], source: Source, language: Language) -> str:
    """What is wrong with examples, with the policy's lines under it."""
    return _written(lambda to: render_failures(found, source, language=language, console=to))


def _written(render: Callable[[Console], None]) -> str:
    console = Console(
        file=StringIO(),
        width=WIDTH,
        color_system=None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    render(console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def page(source: str, output: str) -> str:
    """A golden file: what was given, a rule, what came out; no blanks at the ends of lines."""
    text = f"{source.rstrip()}\n{'─' * 40}\n{output.rstrip()}\n".replace("\r", "")
    return "".join(line.rstrip() + "\n" for line in text.split("\n")[:-1])


def compare(path: Path, text: str, *, update: bool) -> None:
    """Asserts that a golden file holds this text, or writes it."""
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.is_file(), f"{path.name} is new: read it, then run with --snapshot-update"
    assert path.read_text(encoding="utf-8") == text

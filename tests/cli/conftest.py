"""Consoles of a fixed width, text snapshots, and an environment that does not leak in."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

import pytest
from rich.console import Console
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode


class TextSnapshot(SingleFileSnapshotExtension):
    """One text file a snapshot, without the blanks that rich puts at the ends of lines."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"

    def serialize(self, data: object, **_: object) -> str:
        lines = str(data).replace("\r", "").split("\n")
        return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The snapshot of a test, as text."""
    return snapshot.use_extension(TextSnapshot)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "GUIJU_LANG", "GUIJU_DEBUG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for name in ("UNICODE_VERSION", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


def console(width: int = 80, *, colour: bool = False) -> Console:
    """A console that writes to memory and looks at no environment."""
    return Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )


@pytest.fixture
def page() -> Callable[..., Console]:
    """Makes consoles."""
    return console


def printed(target: Console) -> str:
    """What a console has printed."""
    file = target.file
    assert isinstance(file, StringIO)
    return file.getvalue()


@pytest.fixture
def text_of() -> Callable[[Console], str]:
    """Reads consoles."""
    return printed

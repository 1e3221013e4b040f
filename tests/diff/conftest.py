"""Text snapshots, and a command line that runs in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from guiju.cli.main import main
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

Ran: TypeAlias = Callable[..., tuple[int, str, str]]


class TextSnapshot(SingleFileSnapshotExtension):
    """One text file a snapshot, without the blanks that rich puts at the ends of lines."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"

    def serialize(self, data: object, **_: object) -> str:
        lines = str(data).split("\n")
        return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The snapshot of a test, as text."""
    return snapshot.use_extension(TextSnapshot)


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Names of files in output are then the same on every machine."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "GUIJU_LANG", "GUIJU_DEBUG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str]) -> Ran:
    """Runs a command line: its exit code, output and errors."""

    def run(*argv: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main(argv)
        return int(stop.value.code or 0), *capsys.readouterr()

    return run

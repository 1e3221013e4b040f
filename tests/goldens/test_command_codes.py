"""What the command line says for every code about files that cannot be read, pairs of policies and
saved results, in Chinese and in English."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from guiju.cli.main import main
from guiju.grammar.diagnostics import Language
from support.goldens import WIDTH, compare, page
from support.sessions import SESSIONS

FOLDER = Path(__file__).parent / "findings"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths as short as a user types them, and the width of the other golden files."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "GUIJU_LANG", "GUIJU_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    monkeypatch.chdir(tmp_path)


def refuse(refused: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets nobody read one file or folder, whoever runs the tests."""

    def guard(owner: Any, name: str) -> None:
        read = getattr(owner, name)

        def guarded(path: Any, *more: Any, **options: Any) -> Any:
            if Path(path).name == refused:
                raise PermissionError(13, "Permission denied", refused)
            return read(path, *more, **options)

        monkeypatch.setattr(owner, name, guarded)

    for owner, name in ((Path, "read_bytes"), (Path, "iterdir"), (os, "scandir")):
        guard(owner, name)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", SESSIONS)
def test_the_command(
    code: str,
    language: Language,
    update: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    session = SESSIONS[code]
    session.lay()
    if session.refused:
        refuse(session.refused, monkeypatch)
    with pytest.raises(SystemExit) as stop:
        main([*session.argv, "--lang", language])
    out, _ = capsys.readouterr()
    assert stop.value.code
    compare(FOLDER / f"{code}.{language}.txt", page(session.shown(), out), update=update)

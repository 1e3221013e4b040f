"""Every code there is has its two golden files: no code is exempt."""

from __future__ import annotations

from pathlib import Path

from guiju.cli import codes as file_codes
from guiju.engine.catalogue import CODES

FOLDER = Path(__file__).parent / "findings"


def test_every_code_has_its_golden_files_and_none_is_left_over() -> None:
    known = {code.id for code in (*file_codes.CODES, *CODES)}
    expected = {f"{id}.{language}.txt" for id in known for language in ("zh", "en")}
    assert {path.name for path in FOLDER.iterdir()} == expected


def test_each_shows_its_code_in_its_language() -> None:
    words = {"zh": ("错误", "提醒", "提示"), "en": ("error", "warning", "note")}
    for path in FOLDER.iterdir():
        id, language, _ = path.name.split(".")
        said = path.read_text(encoding="utf-8")
        assert any(f"{word} {id}" in said for word in words[language]), path.name

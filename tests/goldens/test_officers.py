"""Policies wrong as officers really write them: what each is told, in Chinese and in English."""

from __future__ import annotations

from pathlib import Path

import pytest
from guiju.engine.pipeline import check
from guiju.grammar.diagnostics import Language, Severity
from guiju.grammar.source import Source
from support.goldens import compare, page, printed

OFFICERS = Path(__file__).parents[1] / "officers"
FOLDER = Path(__file__).parent / "officers"
SOUND, *FAULTY = sorted(OFFICERS.glob("*.guiju"))


def changed(path: Path) -> str:
    """The lines that are not those of the sound policy, with their numbers."""
    sound = SOUND.read_text(encoding="utf-8").splitlines()
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    return "\n".join(f"{number:>3}  {line}" for number, line in lines if line not in sound)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_what_an_officer_is_told(path: Path, language: Language, update: bool) -> None:
    source = Source(path.name, path.read_text(encoding="utf-8"))
    found = [one for one in check(source).diagnostics if one.severity is not Severity.NOTE]
    assert found
    text = page(changed(path), printed(found, source, language))
    compare(FOLDER / f"{path.stem}.{language}.txt", text, update=update)


def test_the_policy_they_all_come_from_is_sound() -> None:
    found = check(Source(SOUND.name, SOUND.read_text(encoding="utf-8"))).diagnostics
    assert [one for one in found if one.severity is not Severity.NOTE] == []

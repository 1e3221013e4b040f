"""A veto that came about is told apart from one that made the grade another."""

from __future__ import annotations

import pytest
from guiju.cli.main import main
from support.spoiled import ROOT

FOLDER = ROOT / "policies" / "townships"
PATHS = (str(FOLDER / "2022.guiju"), str(FOLDER / "data-2022"))


def said(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    with pytest.raises(SystemExit):
        main(argv)
    return capsys.readouterr().out


def row(out: str, unit: str) -> str:
    return next(line for line in out.splitlines() if line.startswith((unit, f"{unit} ")))


def test_a_grade_that_was_no_better_anyway_is_not_lowered(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = said(capsys, "evaluate", *PATHS)
    assert "有，等次不变" in row(out, "云川镇")
    assert "!" not in row(out, "云川镇")
    assert row(out, "临江镇").count("!") == 2
    assert "! 较大事故" in row(out, "临江镇")
    assert "等次不变" not in row(out, "石桥镇")


def test_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "--lang", "en", "evaluate", *PATHS)
    assert "applies, grade unchanged" in row(out, "云川镇")
    assert "! 较大事故" in row(out, "临江镇")


def test_an_explanation_says_so_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert "等次没有因此改变" in said(capsys, "explain", *PATHS, "云川镇")
    assert "等次没有因此改变" not in said(capsys, "explain", *PATHS, "临江镇")

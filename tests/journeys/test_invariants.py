"""A bottom line stops an evaluation that crosses it and says by how much; an example never does."""

from __future__ import annotations

from pathlib import Path

import pytest
from guiju.cli.main import main
from support.policy import edited
from support.spoiled import DATA


def evaluated(
    capsys: pytest.CaptureFixture[str], folder: Path, *edits: tuple[str, str]
) -> tuple[int, str]:
    policy = folder / "政策.guiju"
    policy.write_text(edited(*edits), encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["evaluate", str(policy), str(DATA)])
    return int(stop.value.code or 0), capsys.readouterr().out


def test_it_holds_for_the_sample(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert evaluated(capsys, tmp_path)[0] == 0


def test_it_stops_a_result_that_crosses_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    line = ("要求：总分 ≤ 105分", "要求：总分 ≤ 99.85分")
    assert evaluated(capsys, tmp_path, line)[0] == 0
    line = ("要求：总分 ≤ 105分", "要求：总分 ＜ 99.85分")
    code, out = evaluated(capsys, tmp_path, line)
    assert code == 3
    assert "底线“总分不超过一百零五分”不成立（99.85＜99.85）" in "".join(out.split())
    assert out.count("错误 G911") == 1


def test_a_mistake_in_an_example_stops_no_evaluation(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    slip = ("应得 { 组内名次：3 }", "应得 { 组里名次：3 }")
    assert evaluated(capsys, tmp_path, slip)[0] == 0
    for command in ("check", "test"):
        with pytest.raises(SystemExit) as stop:
            main([command, str(tmp_path / "政策.guiju")])
        assert stop.value.code == 3
        assert "是不是“组内名次”？" in capsys.readouterr().out

"""A veto that came about is told apart from one that made the grade another."""

from __future__ import annotations

import json
from pathlib import Path

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
    return next(line for line in out.splitlines() if line.split()[1:2] == [unit])


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


#: Two vetoes that look at the same rows, and one on the unit itself.
TWO = """政策 试 { 年度：2024年 }
名册 册 { 出处：“一”；文件：“册.csv”；主键：单位；列 { 单位：单位；分数：分，0分至100分 } }
数据表 事表 { 出处：“一”；文件：“事.csv”；列 { 单位：单位；事：事故、感染 } }
等次 等级 { 出处：“一”；依据：分数；甲：90分以上；乙：60分以上不足90分；丙：不足60分 }
否决 事故定丙 { 出处：“二”；逐行：事表；等次：等级；结果：再级；生效：事 = 事故；定为：丙 }
否决 感染降级 { 出处：“三”；逐行：事表；等次：再级；结果：终级；生效：事 = 感染；降低：1级 }
核算 总 { 出处：“一”；步骤 总分 { 取：分数 } }
结果表 { 单位：单位；等级：终级 }
"""


def test_each_event_names_its_veto(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "p.guiju").write_text(TWO, encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "册.csv").write_text("单位,分数\n东区,95\n", encoding="utf-8")
    (tmp_path / "data" / "事.csv").write_text("单位,事\n东区,事故\n", encoding="utf-8")
    paths = (str(tmp_path / "p.guiju"), str(tmp_path / "data"))
    out = said(capsys, "explain", *paths, "东区")
    assert "事故定丙：事故：已生效" in out
    assert "感染降级：事故：不生效" in out
    assert "事故定丙: 事故: in effect" in said(
        capsys, "--lang", "en", "explain", *paths, "东区"
    ).replace("：", ": ").replace("  ", " ")
    events = json.loads(said(capsys, "explain", *paths, "东区", "--format", "json"))["events"]
    assert [(one["veto"], one["state"]) for one in events] == [
        ("事故定丙", "effective"),
        ("感染降级", "closed"),
    ]

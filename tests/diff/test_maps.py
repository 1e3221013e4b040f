"""Names that policies do not tell: a table of them helps, and a bad one is said to be bad."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from diff.conftest import Ran
from diff.pairs import PAIRS
from guiju.cli.exits import Exit
from support.policy import edited, founding_text

#: A column under another name and with another range, which structure alone cannot know again.
COLUMN = (
    ("    定期调度：分，0分至100分\n", "    调度得分：分，0分至120分\n"),
    ("环节 定期调度（3％） { 负责：市绩效办；取自：日常评估 }", "环节 定期调度（3％） { 负责：市绩效办；取自：日常评估.调度得分 }"),
    ("        取：日常评估.定期调度\n", "        取：日常评估.调度得分\n"),
)  # fmt: skip
GOOD = "种类,原名,新名\n列,定期调度,调度得分\n"


@pytest.fixture(autouse=True)
def _policies(tmp_path: Path) -> None:
    (tmp_path / "old.guiju").write_text(founding_text(), encoding="utf-8")
    (tmp_path / "new.guiju").write_text(edited(*COLUMN), encoding="utf-8")


def mapped(ran: Ran, text: str, *more: str) -> tuple[int, str]:
    Path("名称.csv").write_text(text, encoding="utf-8")
    argv = ("diff", "old.guiju", "new.guiju", "--map", "名称.csv", "--format", "json", *more)
    code, out, _ = ran(*argv)
    return code, out


def column_changes(out: str) -> set[tuple[str, str]]:
    changes = json.loads(out)["changes"]
    return {(c["act"], c["aspect"]) for c in changes if c["block"] == "columns"}


def test_a_column_under_another_name_is_one_column(ran: Ran) -> None:
    without = ran("diff", "old.guiju", "new.guiju", "--format", "json")[1]
    assert column_changes(without) == {("removed", "定期调度"), ("added", "调度得分")}
    code, out = mapped(ran, GOOD)
    assert code == Exit.FINDINGS
    assert column_changes(out) == {("renamed", "调度得分"), ("changed", "调度得分")}


def test_a_table_is_known_by_its_file(ran: Ran) -> None:
    new = edited(
        ("数据表 加分申报 {\n  文件：“加分申报.csv”", "数据表 奖项登记 {\n  文件：“奖项.csv”"),
        ("  逐行：加分申报\n", "  逐行：奖项登记\n"),
    )
    Path("new.guiju").write_text(new, encoding="utf-8")
    code, out = mapped(ran, "种类,原名,新名\n文件,加分申报.csv,奖项.csv\n")
    assert code == Exit.FINDINGS
    assert {c["act"] for c in json.loads(out)["changes"]} == {"renamed", "changed"}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("原名,新名\n定期调度,调度得分\n", "G861", 1),
        ("种类,原名,新名\n栏目,定期调度,调度得分\n", "G862", 2),
        ("种类,原名,新名\n列,定期调渡,调度得分\n", "G863", 2),
        ("种类,原名,新名\n列,定期调度,调度分数\n", "G863", 2),
        ("种类,原名,新名\n列,,调度得分\n", "G863", 2),
        ("种类,原名,新名\n列,定期调度,调度得分\n列,定期调度,信访\n", "G864", 3),
    ],
)
def test_a_bad_table_is_located(ran: Ran, text: str, code: str, line: int) -> None:
    exit, out = mapped(ran, text)
    assert exit == Exit.INVALID
    (found,) = json.loads(out)
    assert (found["code"], found["file"], found["row"]) == (code, "名称.csv", line)
    assert found["message"]


@pytest.mark.parametrize(("text", "code"), [("", "G811"), ("\0\0", "G812")])
def test_an_unreadable_table(ran: Ran, text: str, code: str) -> None:
    exit, out = mapped(ran, text)
    assert exit in (Exit.USAGE, Exit.INVALID)
    assert json.loads(out)


def test_a_missing_table(ran: Ran) -> None:
    code, out, _ = ran("diff", "old.guiju", "new.guiju", "--map", "没有.csv", "--format", "json")
    assert code == Exit.USAGE
    assert "没有.csv" in out


def test_unknown_units_are_found_when_there_are_registers(ran: Ran) -> None:
    Path("名称.csv").write_text("种类,原名,新名\n单位,市粮食局局,市粮食局\n", encoding="utf-8")
    pair = PAIRS[1]
    argv = ("diff", *pair.policies, "--data", pair.data[0], "--data", pair.data[1])
    code, out, _ = ran(*argv, "--map", "名称.csv")
    assert code == Exit.INVALID
    assert out.count("G863") == 2
    assert "原名册" in out and "新名册" in out

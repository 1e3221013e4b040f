"""Rows of a table with neither a key nor a column of units: every kind of block stands on them, and
each row is called by what it holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.office import Office

TABLE = """
核算 总 { 出处：“二”；步骤 总分 { 取：得分数 } }
数据表 奖表 { 出处：“一”；文件：“奖.csv”；列 { 名称：文字，可空；奖：分，可空 } }
"""
SUMS = "核算 奖算 { 出处：“二”；逐行：奖表；步骤 奖总 { 取：奖 } }\n分组 全部 { 出处：“二” }\n"
GRADE = "等次 奖级 { 出处：“二”；逐行：奖表；依据：奖；高：6分以上；低：不足6分 }\n"
BLOCKS = {
    "提示": "提示 外 { 出处：“二”；逐行：奖表；当：奖 ＞ 6分；内容：“看一看” }",
    "校验": "校验 够 { 出处：“二”；逐行：奖表；要求：奖 ≥ 1分 }",
    "取值": "取值 倍 { 出处：“二”；逐行：奖表；取：奖 × 2 }\n结果表 奖表 { 名：名称；倍：倍 }",
    "体系": "体系 系（9分） { 出处：“二”；逐行：奖表；指标 标（9分） { 得分：奖 } }\n结果表 奖表 { 分：系 }",
    "核算": SUMS + "结果表 奖表 { 分：奖总 }",
    "排名": SUMS + "排名 次 { 出处：“二”；逐行：奖表；依据：奖总；分组：全部；次序：由高到低；"
    "并列：同名次 }\n结果表 奖表 { 次：次 }",
    "等次": GRADE + "结果表 奖表 { 级：奖级 }",
    "否决": GRADE + "否决 少 { 出处：“二”；当：奖 < 6分；等次：奖级；结果：终级；定为：低 }\n"
    "结果表 奖表 { 级：终级 }",
}


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    found = Office(tmp_path, capsys)
    found.table("奖.csv", "名称,奖\n东区,5\n外区,7\n,8\n")
    return found


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_kind_of_block_stands_on_such_rows(office: Office, kind: str) -> None:
    code, out = office.run(TABLE + BLOCKS[kind], "总：总分")
    assert code == 0, out
    for form in ("text", "json", "markdown", "html"):
        assert office.command("evaluate", "--format", form)[0] == 0
    assert office.command("explain", "东区")[0] == 0
    assert office.command("explain", "东区", "--format", "json")[0] == 0


def test_a_row_is_called_by_its_first_filled_cell(office: Office) -> None:
    assert office.run(TABLE + BLOCKS["提示"], "总：总分")[0] == 0
    data = json.loads(office.command("evaluate", "--format", "json")[1])
    listed = [one["unit"] for one in data["notices"]]
    assert listed == ["外区", "8"]


def test_a_row_that_breaks_a_requirement_is_found_by_the_same_name(office: Office) -> None:
    out = office.refused(TABLE + BLOCKS["校验"].replace("1分", "6分"), "总分")
    assert "东区：不满足“够”" in out and "第2行" in out
    assert "外区：" not in out

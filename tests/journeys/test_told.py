"""What the reports tell an office: the policy's own table, the vetoes that acted, amounts with units."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from guiju.cli.main import main
from support.office import Office

#: 东区, 西区 and 南区 are 甲; 南区 breaks two rules, 西区 one that bars what it does not have.
RULES = """
核算 总 { 出处：“二”；步骤 总分 { 取：得分数 } }
分组 全体 { 出处：“二” }
排名 名次表 { 出处：“二”；依据：总分；分组：全体；次序：由高到低；并列：同名次 }
等次 等级 { 出处：“三”；依据：总分；甲：80分以上；乙：70分以上不足80分；丙：不足70分 }
否决 超出名额 { 出处：“四”；等次：等级；结果：名额后；当：名次表 ＞ 2；最高为：乙 }
否决 处分 { 出处：“四”；等次：名额后；结果：处分后；当：完成率 ＜ 0.9；降低：1级；最低：丙 }
否决 限优 { 出处：“四”；等次：处分后；结果：最终；当：类 = 乙类；最高为：乙 }
运用 奖金 {
  出处：“五”
  名额 奖金 { 取：100元 × 得分数 ÷ 1分 }
  名额 人数 { 取：进一（得分数 ÷ 10分，0位） }
}
"""
TABLE = "类：类；完成率：完成率，1位；另一数：另一数；总分：总分；最终：最终"
ROWS = """单位,类,完成率,得分数,另一数
东区,甲类,0.95,95,3
西区,甲类,0.95,90,5
南区,甲类,0.70,85,
北区,乙类,0.95,59.5,1
"""


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    found = Office(tmp_path, capsys)
    assert found.run(RULES, TABLE, ROWS)[0] == 0
    return found


def table(out: str) -> list[list[str]]:
    """The words of the lines of the first table."""
    return [line.replace("! ", "!").split() for line in out.split("\n\n")[1].splitlines()[1:]]


def test_the_ranking_is_the_policys_own_table(office: Office) -> None:
    head, _, *rows = table(office.command("evaluate")[1])
    assert head == ["名次", "单位", "类", "完成率", "另一数", "总分", "等级", "最终", "等次变动"]
    assert rows[0] == ["1", "东区", "甲类", "1.0", "3", "95", "甲", "甲"]
    assert rows[2] == ["3", "南区", "甲类", "0.7", "85", "甲", "!丙", "!超出名额、处分"]


def test_a_veto_is_named_only_where_it_changed_the_grade(office: Office) -> None:
    """北区 is over the quota and barred twice from what it does not have."""
    out = office.command("evaluate")[1]
    assert table(out)[-1] == ["4", "北区", "乙类", "1.0", "1", "59.5", "丙", "丙", "有，等次不变"]
    assert "降等" not in out
    data = json.loads(office.command("evaluate", "--format", "json")[1])
    assert data["groups"][0]["units"][3]["veto"]["final"] == "丙"


def test_columns_without_room_are_left_out_and_counted(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "56")
    out = office.command("evaluate")[1]
    head = table(out)[0]
    assert head == ["名次", "单位", "类", "总分", "最终", "等次变动"]
    assert "其余3列见工作簿（--output 结果.xlsx）或 --format csv" in out.replace("\n", "")
    assert max(len(line) for line in out.splitlines()) <= 56


def test_a_long_title_wraps_and_is_not_cut(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    title = "完成情况一共折合成多少百分比"
    assert office.run(RULES, f"完成率：完成率，1位，“{title}”", ROWS)[0] == 0
    head = office.command("evaluate")[1].split("───")[0].split("】\n")[1]
    assert all(head.count(char) >= title.count(char) for char in title)


def test_why_not_names_the_vetoes_that_acted(office: Office) -> None:
    said = office.command("explain", "南区", "--why-not", "甲")[1]
    assert "总分85够得上“甲”，因“超出名额”“处分”改为“丙”" in said
    assert "限优" not in said
    said = office.command("explain", "北区", "--why-not", "甲")[1]
    assert "即使补足，仍会因“超出名额”“限优”变动等次" in said
    assert said.count("条件成立，等次未因此改变") == 2


def test_amounts_carry_their_unit_and_counts_none(office: Office) -> None:
    out = "".join(office.command("evaluate")[1].split())
    assert "奖金合计32950元→东区9500元、西区9000元、南区8500元、北区5950元" in out
    assert "人数合计34→东区10、" in out
    assert "奖金 9500元，人数 10" in office.command("explain", "东区")[1]
    assert "奖金 total 32950 yuan" in office.command("evaluate", "--lang", "en")[1]
    unit = json.loads(office.command("evaluate", "--format", "json")[1])["groups"][0]["units"][0]
    assert unit["uses"][0]["figures"] == {"奖金": "9500", "人数": "10"}
    assert unit["uses"][0]["units"] == {"奖金": "元"}


def test_an_unknown_table_is_told_those_there_are(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    named = ("--format", "csv", "--table", "年表")
    own = office.command("evaluate", "--format", "csv")
    assert office.command("evaluate", "--format", "csv", "--table", "结果表") == own
    with pytest.raises(SystemExit) as stop:
        main(["evaluate", str(office.folder / "p.guiju"), str(office.folder / "data"), *named])
    assert stop.value.code == 2
    assert (
        "没有名为“年表”的结果表；有的是：各单位的结果表（不写 --table）" in capsys.readouterr().err
    )

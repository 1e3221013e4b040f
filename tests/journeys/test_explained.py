"""What an explanation says of yardsticks, repeated parts, roundings and cases; conditions counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.office import Office

GRADES = "等次 等级 { 出处：“三”；依据：总分；优：90分以上；差：低于90分 }\n"
GROUP = "分组 全体 { 出处：“一” }\n"


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(tmp_path, capsys)


def lines(line: Any) -> list[Any]:
    return [line, *(inner for part in line["parts"] for inner in lines(part))]


def total(formula: str, before: str = "") -> str:
    return f"{GROUP}核算 总 {{ 出处：“三”；{before}步骤 总分 {{ 取：{formula} }} }}\n{GRADES}"


def test_a_groups_mean_is_a_yardstick(office: Office) -> None:
    """Nobody else's figures stand in a unit's explanation, and the formula says what the mean is."""
    before = "步骤 甲 { 取：得分数 × 2 } 步骤 比较 { 取：甲 － 平均（甲 按 全体） }"
    ledger = office.ledger(total("比较", before), "南区")
    kinds = [line["kind"] for line in lines(ledger)]
    assert kinds.count("yardstick") == 1
    assert [line["label"] for line in lines(ledger)].count("甲") == 1
    assert "157.25" in office.command("explain", "南区")[1]
    assert "〔平均（4行）〕" in office.command("explain", "南区")[1]
    assert "比照的数" in office.command("explain", "南区")[1]


def test_what_counts_twice_is_taken_apart_once(office: Office) -> None:
    before = "步骤 甲 { 取：得分数 × 2 } 步骤 乙 { 取：甲 ＋ 得分数 }"
    ledger = office.ledger(total("乙 － 0.1 × 乙", before), "南区")
    found = [line for line in lines(ledger) if line["label"] == "乙"]
    assert [bool(line["parts"]) for line in found] == [True, False]
    assert "明细见上" in office.command("explain", "南区")[1]


@pytest.mark.parametrize(
    ("formula", "kind", "words"),
    [
        ("取大（甲，160分）", "floor", "保底，不足部分不计"),
        ("取小（甲，100分）", "cap", "封顶，超过部分不计"),
        ("舍去（甲 ÷ 7，0位）", "rounding", "舍去  ≈-0.428571分"),
        ("进一（甲 ÷ 7，0位）", "rounding", "进一  ≈+0.571429分"),
        ("修约（甲 ÷ 7，0位）", "rounding", "修约  ≈-0.428571分"),
    ],
)
def test_what_changed_a_figure_goes_by_its_name(
    formula: str, kind: str, words: str, office: Office
) -> None:
    ledger = office.ledger(total(formula, "步骤 甲 { 取：得分数 × 2 }"), "南区")
    assert kind in [line["kind"] for line in lines(ledger)]
    assert words in office.command("explain", "南区")[1]


def test_an_ingredient_says_which_case_applied(office: Office) -> None:
    rules = "取值 系数 { 出处：“二”；情形 高 { 当：得分数 ≥ 80分；取：1.1 } 其余 低 { 取：0.9 } }\n"
    rules += total("得分数 × 系数")
    office.ledger(rules, "南区")
    assert "其中 系数  0.9  ［低］" in office.command("explain", "南区")[1]


PERIODS = """
数据表 月报 {
  文件：“月报.csv”；主键：月、单位；期次：月；出处：“二”
  列 { 月：整数，1至12；单位：单位；数：分，0分以上 }
}
体系 月分（10分） { 逐行：月报；出处：“二”；指标 甲项（10分） { 得分：数 } }
"""


def test_a_row_is_told_by_the_name_of_its_key(office: Office) -> None:
    """A number alone says nothing; and a loss says in which row it was."""
    units = ("东区", "西区", "南区", "北区")
    text = "月,单位,数\n" + "".join(f"{m},{u},{m + 5}\n" for m in (1, 2) for u in units)
    office.table("月报.csv", text)
    ledger = office.ledger(PERIODS + total("合计（月分）"), "南区")
    assert {"月分（月 1）", "月分（月 2）"} <= {line["label"] for line in lines(ledger)}
    losses = office.command("explain", "南区")[1].split("失分最多之处")[1]
    assert "月 1" in losses


def test_conditions_counted(office: Office) -> None:
    rules = "取值 几项 { 出处：“二”；取：符合数（得分数 ≥ 75分，完成率 ＜ 0.9，另一数 为空） }"
    assert office.column(rules, "几项") == ["1", "1", "3", "1"]
    assert office.column("", "conditions_met(得分数 ≥ 75分, 完成率 < 0.9)") == ["1", "1", "2", "1"]
    assert "G310" in office.refused("", "符合数（得分数 ≥ 75分）")
    assert "G305" in office.refused("", "符合数（得分数 ≥ 75分，完成率）")
    assert "G901" in office.refused("", "符合数（得分数 ≥ 75分，另一数 ＞ 3分）")


def test_a_column_of_another_table_is_named_with_it(office: Office) -> None:
    office.table("月报.csv", "月,单位,数\n")
    out = office.refused(PERIODS, "数")
    assert "G208" in out and "是不是“月报.数”？" in out


VETOED = """
取值 不得评优 { 出处：“三”；取：另一数 为空 或 完成率 ＜ 0.1 }
等次 档次 {
  出处：“三”
  情形 甲 { 当：非 不得评优 且 得分数 ≥ 60分 }
  其余 乙 { }
}
否决 限制 { 出处：“四”；等次：档次；结果：最终档次；当：得分数 ≥ 80分 且 完成率 ＜ 0.95；定为：乙 }
"""


def test_what_made_a_veto_take_effect(office: Office) -> None:
    office.column(VETOED, "最终档次")
    assert (
        "限制——得分数（90） ≥ 80分，完成率（0.949） ＜ 0.95：已生效"
        in (office.command("explain", "西区")[1])
    )
    assert "限制——" not in office.command("explain", "东区")[1]


def test_a_named_condition_is_told_by_its_name(office: Office) -> None:
    office.column(VETOED, "最终档次")
    assert "不成立：非 不得评优（是）" in office.command("explain", "南区", "--why-not", "甲")[1]


EVENTS = """
数据表 党建 { 出处：“二”；文件：“党建.csv”；唯一：单位；列 { 单位：单位；通报次数：整数，次；小时：数，可空 } }
数据表 败诉 { 出处：“二”；文件：“败诉.csv”；列 { 单位：单位；件数：整数，件；案由：文字 } }
体系 共性（100分） {
  出处：“二”
  指标 党建分（60分） { 得分：取大（满分 － 4分 × 合计（党建.通报次数） － 1分 × 合计（步数（党建.小时，24，进一） 当 党建.小时 有值），0分） }
  指标 依法（40分） { 得分：取大（满分 － 5分 × 合计（败诉.件数） － 1分，0分） }
}
"""


def test_a_line_without_a_name_goes_by_what_it_is_worked_out_from(office: Office) -> None:
    """No row is called after a column that its line is not about, and no term is nameless."""
    office.table("党建.csv", "单位,通报次数,小时\n南区,8,30\n")
    office.table("败诉.csv", "单位,件数,案由\n北区,1,土地\n北区,2,房屋\n")
    rules = EVENTS + total("共性")
    found = lines(office.ledger(rules, "南区"))
    labels = [line["label"] for line in found]
    assert labels.count("通报次数") == 1 and labels.count("小时") == 1
    assert labels.count("满分") == 2
    assert {line["label"]: line["value"] for line in found}["件数"] == "0"
    assert labels.count("") == 1  # the 1分 that is only written
    rows = [
        line for line in lines(office.ledger(rules, "北区")) if line["label"] in ("土地", "房屋")
    ]
    assert [(line["label"], line["value"]) for line in rows] == [("土地", "-5"), ("房屋", "-10")]

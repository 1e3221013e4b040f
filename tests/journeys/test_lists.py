"""Several values of one unit taken together: their explanation, and what is said of a blank."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from support.office import Office

PARTS = """
体系 全部（30分） {{
  出处：“三”
  指标 一项（10分） {{ 得分：得分数 ÷ 10 }}
  指标 二项（10分） {{ 得分：空则（另一数，0分） }}
  指标 三项（10分） {{ 得分：4分 }}
}}
核算 总 {{ 出处：“三”；步骤 总分 {{ 取：{0} }} }}
等次 等级 {{ 出处：“三”；依据：总分；优：9分以上；良：低于9分 }}
"""


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(tmp_path, capsys)


@pytest.mark.parametrize(
    ("formula", "value", "left_out"),
    [
        ("前几平均（一项、二项、三项，2个）", Fraction(13, 2), 1),
        ("前几合计（一项、二项、三项，1个，由低到高）", Fraction(3), 2),
        ("中位数（一项、二项、三项）", Fraction(4), 2),
        ("去端平均（一项、二项、三项，1个）", Fraction(4), 2),
    ],
)
def test_picked_values_add_up(formula: str, value: Fraction, left_out: int, office: Office) -> None:
    line = office.ledger(PARTS.format(formula), "东区")
    assert sum(Fraction(part["value"]) for part in line["parts"]) == Fraction(line["value"])
    assert Fraction(line["value"]) == value
    assert [part["kind"] for part in line["parts"]].count("unpicked") == left_out


def test_the_formula_says_which_were_picked(office: Office) -> None:
    office.ledger(PARTS.format("前几平均（一项、二项、三项，2个）"), "东区")
    assert "平均（9，3，4，由高到低第1至2个）" in office.command("explain", "东区")[1]


def test_a_blank_is_told_of_the_value_that_needed_it(office: Office) -> None:
    rules = """
取值 顾及 { 出处：“三”；情形 没有 { 当：另一数 为空；取：0分 }；其余 有 { 取：另一数 } }
取值 不顾 { 出处：“三”；取：另一数 × 2 }
"""
    out = office.refused(rules, "顾及 ＋ 不顾")
    assert "“另一数”没有填，算不出“不顾”" in out and "算不出“顾及”" not in out


MARKS = """
数据表 评分 { 文件：“评分.csv”；出处：“六”；列 { 单位：单位；评委：文字；得分：分 } }
核算 总 { 出处：“三”；步骤 总分 { 取：最低（评分.得分） } }
等次 等级 { 出处：“三”；依据：总分；优：9分以上；良：低于9分 }
"""


def test_the_rows_beside_the_lowest_are_no_second_rows_of_a_matter(office: Office) -> None:
    rows = (f"{unit},{name},{mark}" for unit in "东西南北" for name, mark in (("甲", 9), ("乙", 8)))
    office.table("评分.csv", "单位,评委,得分\n" + "\n".join(r[0] + "区" + r[1:] for r in rows))
    line = office.ledger(MARKS, "东区")
    assert [part["kind"] for part in line["parts"]] == ["unpicked", "part"]
    text = office.command("explain", "东区")[1]
    assert "没有选入，不计" in text and "同一事项" not in text

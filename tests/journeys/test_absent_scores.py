"""Items that a unit lacks, and what it gets instead; the full mark by its own name."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.office import ROWS, Office

SYSTEM = """
分组 全体 { 出处：“一” }
体系 指标（10分） {
  出处：“二”
  指标 甲项（6分） { 得分：满分 × 取小（完成率（完成率，0.95），1） }
  指标 乙项（4分） { 得分：另一数；缺项：另一数 为空；缺项得分：%s }
}"""
CHEAP = ROWS.replace("90,5", "90,4")


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(tmp_path, capsys)


@pytest.mark.parametrize(
    ("instead", "south"),
    [
        ("满分", "4"),
        ("满分 × 50％", "2"),
        ("0分", "0"),
        ("平均（得分 按 全体）", "2.7"),
        ("平均（得分 按 同类）", "3.5"),
        ("最低（得分 按 类）", "3"),
        ("full × 50%", "2"),
    ],
)
def test_what_an_absent_item_gets(instead: str, south: str, office: Office) -> None:
    found = office.column(SYSTEM % instead, "四舍五入（乙项，1位）", CHEAP)
    assert found == ["3", "4", south, "1"]


def test_an_item_names_its_own_full_mark(office: Office) -> None:
    assert office.column(SYSTEM % "满分", "四舍五入（甲项，2位）", CHEAP) == [
        "6",
        "5.99",
        "4.42",
        "0.32",
    ]


def test_all_marks_missing_is_located(office: Office) -> None:
    rows = CHEAP.replace("59.5,1", "59.5,")
    out = office.refused(SYSTEM % "平均（得分 按 同类）", "乙项", rows)
    assert "G904" in out and "乙类" in out
    assert office.column(SYSTEM % "满分", "乙项", rows)[3] == "4"


def test_more_than_the_full_mark_is_located(office: Office) -> None:
    assert "G902" in office.refused(SYSTEM % "满分 × 2", "乙项", CHEAP)


def test_a_score_for_what_is_never_absent(office: Office) -> None:
    rules = (SYSTEM % "满分").replace("缺项：另一数 为空；", "")
    assert "G333" in office.refused(rules, "乙项", CHEAP)


def test_points_are_asked_for(office: Office) -> None:
    assert "G303" in office.refused(SYSTEM % "3万元", "乙项", CHEAP)


def test_a_scored_absence_is_not_made_up_for_again(office: Office) -> None:
    """Where the node above rescales, an item with a mark of its own counts in full."""
    rules = (SYSTEM % "满分").replace("出处：“二”", "出处：“二”；缺项处理：换算")
    assert office.column(rules, "指标", CHEAP)[0] == "9"


def test_the_explanation_says_absent(office: Office) -> None:
    total = "核算 总 { 出处：“三”；步骤 总分 { 取：指标 } }\n等次 等级 { 出处：“三”；依据：总分；优：5分以上；良：不足5分 }"
    line = office.ledger(SYSTEM % "平均（得分 按 同类）" + total, "南区", CHEAP)
    lines = [*line["parts"], *(inner for part in line["parts"] for inner in part["parts"])]
    item = next(p for p in lines if p["label"] == "乙项")
    assert (item["case"], item["value"], item["parts"]) == ("缺项", "3.5", [])


def test_the_mean_says_of_how_many(office: Office) -> None:
    """The unit that lacks the item is not one of those whose mean it gets."""
    total = "核算 总 { 出处：“三”；步骤 总分 { 取：乙项 } }\n等次 等级 { 出处：“三”；依据：总分；优：5分以上；良：不足5分 }"
    text = str(office.ledger(SYSTEM % "平均（得分 按 同类）" + total, "南区", CHEAP))
    assert "平均（2行）" in text


@pytest.mark.parametrize("colon", ["", "：", "： "])
def test_cases_in_braces_are_told_where_they_belong(colon: str, office: Office) -> None:
    """Neither with a colon nor without one is the other proposed."""
    cases = f"缺项得分{colon} {{ 情形 甲 {{ 当：完成率 ＞ 1；取：1分 }}；其余 余 {{ 取：2分 }} }}"
    out = office.refused((SYSTEM % "X").replace("缺项得分：X", cases), "乙项")
    assert "G215：“缺项得分”后面写一个值，不能写花括号" in out
    assert "另写“取值 名称" in out
    assert "G121" not in out and "改成" not in out


def test_cases_of_an_absent_score_are_a_value_of_their_own(office: Office) -> None:
    rules = "取值 缺时 { 出处：“二”；情形 甲 { 当：完成率 ＞ 1；取：1分 }；其余 余 { 取：2分 } }"
    assert office.column(rules + SYSTEM % "缺时", "乙项", CHEAP) == ["3", "4", "2", "1"]

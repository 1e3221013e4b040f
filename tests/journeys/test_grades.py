"""Grades by any figure and by cases: what a unit gets, why not better, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.office import ROWS, Office

RANKED = """
排名 名次 { 出处：“五”；依据：得分数；分组：全体；次序：由高到低；并列：同名次；同分依据：完成率 }
分组 全体 { 出处：“一” }
"""
BY_FIGURE = RANKED + "等次 等级 { 出处：“三”；依据：%s }\n"
CASES = (
    RANKED
    + """
取值 名额 { 出处：“三”；取：舍去（计数（单位 按 全体） × 30％，0位） }
等次 等级 {
  出处：“三”
  依据：得分数
  情形 优秀 { 当：得分数 ≥ 80分 且 名次 ≤ 名额 且 另一数 有值 }
  情形 良好 { 当：得分数 ≥ 80分 或 完成率 ≥ 80％；提示：“未进名额” }
  情形 合格 { 当：非（得分数 ＜ 60分） }
  其余 较差 { }
}
"""
)
VETO = "否决 限制 { 出处：“四”；等次：等级；结果：最终等级；当：另一数 有值 且 另一数 ≤ 3分；%s }\n"


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(tmp_path, capsys)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("名次；甲：1以内；乙：超过1不超过3；丙：超过3", ["甲", "乙", "乙", "丙"]),
        ("名次；甲：1至2；乙：3至3；丙：4以上", ["甲", "甲", "乙", "丙"]),
        ("名次 ÷ 计数（单位 按 全体）；甲：30％以内；乙：超过30％", ["甲", "乙", "乙", "乙"]),
        ("完成率；甲：95％以上；乙：不足95％", ["甲", "乙", "乙", "乙"]),
        ("名次（得分数，取平均）；甲：1.5以内；乙：超过1.5", ["甲", "甲", "乙", "乙"]),
    ],
)
def test_grades_by_another_figure(on: str, expected: list[str], office: Office) -> None:
    assert office.column(BY_FIGURE % on, "等级") == expected


@pytest.mark.parametrize(
    ("on", "code"),
    [
        ("名次；甲：1分以内；乙：超过1分", "G303"),
        ("名次；甲：1以内；乙：超过2", "G501"),
        ("名次；甲：2以内；乙：2以上", "G502"),
        ("完成率；甲：95％以上；丙：不足60％；乙：60％以上不足95％", "G505"),
        ("得分数；甲：90以上；乙：低于90", "G301"),
    ],
)
def test_bands_that_do_not_fit_the_figure(on: str, code: str, office: Office) -> None:
    assert code in office.refused(BY_FIGURE % on, "等级")


def test_grades_by_cases(office: Office) -> None:
    assert office.column(CASES, "等级") == ["优秀", "良好", "合格", "较差"]


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        ("降低：1级；最低：较差", ["合格", "优秀", "合格", "较差"]),
        ("定为：较差", ["较差", "优秀", "合格", "较差"]),
        ("最高为：合格", ["合格", "优秀", "合格", "较差"]),
    ],
)
def test_a_veto_acts_on_grades_by_cases(effect: str, expected: list[str], office: Office) -> None:
    rows = ROWS.replace("东区,甲类,0.95", "东区,甲类,0.5")
    assert office.column(CASES + VETO % effect, "最终等级", rows) == expected


def test_why_not_a_grade_that_goes_by_cases(office: Office) -> None:
    rows = ROWS.replace("东区,甲类,0.95", "东区,甲类,0.5")
    office.column(CASES + VETO % "最高为：合格", "最终等级", rows)
    better = office.command("explain", "东区", "--why-not", "优秀")[1]
    assert "不成立：名次（2） ≤ 名额（1）" in better
    assert "得分数" not in better.split("为什么不是“优秀”")[2].split("\n\n")[0]
    barred = office.command("explain", "东区", "--why-not", "良好")[1]
    assert "符合“良好”的条件，因“限制”改为“合格”" in barred
    worse = office.command("explain", "西区", "--why-not", "合格")[1]
    assert "先符合“优秀”的条件" in worse
    either = office.command("explain", "北区", "--why-not", "良好")[1]
    assert "不成立：得分数（59.5） ≥ 80分 或 完成率（0.05） ≥ 80％" in either
    plain = office.command("explain", "北区", "--why-not", "合格")[1]
    assert "按政策写的条件定" in plain
    assert "就是“优秀”" in office.command("explain", "西区", "--why-not", "优秀")[1]


def test_why_not_a_grade_that_goes_by_a_rank(office: Office) -> None:
    office.column(BY_FIGURE % "名次；甲：1以内；乙：超过1不超过3；丙：超过3", "等级")
    assert "“甲”要1以内，实为名次 2" in office.command("explain", "西区", "--why-not", "甲")[1]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  其余 较差 { }\n", "", "G311"),
        ("提示：“未进名额”", "取：60分", "G323"),
        ("  其余 较差 { }\n", "  其余 较差 { }\n  优：90分以上\n", "G323"),
        ("当：非（得分数 ＜ 60分）", "当：得分数", "G305"),
        ("情形 合格 { 当：非（得分数 ＜ 60分） }", "情形 合格 { }", "G204"),
    ],
)
def test_cases_not_written_as_they_must(old: str, new: str, code: str, office: Office) -> None:
    assert old in CASES
    assert code in office.refused(CASES.replace(old, new), "等级")


def test_bands_without_a_figure(office: Office) -> None:
    assert "依据" in office.refused("等次 等级 { 出处：“三”；优：90分以上；良：低于90分 }", "等级")


@pytest.mark.parametrize(
    ("rounding", "expected"), [("舍去", "1"), ("进一", "2"), ("四舍五入", "1"), ("修约", "1")]
)
def test_quotas_of_a_group(rounding: str, expected: str, office: Office) -> None:
    """Two fifths of three units is 1.2, of one unit 0.4."""
    quota = f"{rounding}（计数（得分数 按 同类） × 40％，0位）"
    assert office.column("", quota)[0] == expected
    assert office.column("", quota)[3] == ("1" if rounding == "进一" else "0")


def test_a_quota_where_nobody_qualifies(office: Office) -> None:
    """Nobody counts, nobody has a place, and nobody gets in; the quota itself is 0."""
    rules = (
        "取值 名额 { 出处：“五”；取：进一（计数（得分数 当 得分数 ＞ 95分 按 同类） × 40％，0位） }"
    )
    assert office.column(rules, "名额") == ["0", "0", "0", "0"]
    assert office.column("", "名次（得分数 当 得分数 ＞ 95分 按 同类）") == ["", "", "", ""]


def test_the_next_in_line_moves_up(office: Office) -> None:
    """A barred unit takes no place in the quota: who is next gets it (递补)."""
    rules = """
取值 候选 { 出处：“五”；取：名次（完成率 当 另一数 有值 且 另一数 ≠ 3分 按 同类） }
等次 等级 {
  出处：“五”
  情形 优秀 { 当：候选 有值 且 候选 ≤ 1 }
  其余 合格 { }
}"""
    assert office.column(rules, "等级") == ["合格", "优秀", "合格", "优秀"]

"""What the ranges prove of the founding policy and of edits of it."""

from __future__ import annotations

import pytest
from guiju.engine.pipeline import check
from guiju.engine.reach.prove import known_of
from guiju.engine.reach.totals import shown_range
from guiju.grammar.diagnostics import Diagnostic, Severity
from guiju.grammar.source import Source
from support.policy import checked, edited, founding_text
from support.spoiled import ROOT


def problems(text: str) -> list[Diagnostic]:
    return [f for f in checked(text).diagnostics if f.severity is not Severity.NOTE]


def notes(text: str, code: str) -> list[str]:
    return [f.message("zh") for f in checked(text).diagnostics if f.code.id == code]


def test_the_range_of_the_total_is_that_of_each_kind_of_unit() -> None:
    """A county cannot have less than the lowest tier of all leaders, nor more than the highest."""
    assert notes(founding_text(), "G541") == [
        "“总分”的范围：县区政府22.5分至103.5分，市政府工作部门0分至105分"
    ]


def test_every_goal_and_stage_has_its_full_mark() -> None:
    found = checked(founding_text())
    assert found.plan is not None
    known = known_of(found.checked, found.plan)
    shown = {
        (declaration.title, known.checked.symbols.subjects_of(declaration)): shown_range(
            known, op, known.checked.symbols.subjects_of(declaration)
        )
        for op, declaration in known.named("goal", "stage", "bonus")
    }
    words = {title: text.zh for (title, _), text in shown.items() if text is not None}
    assert words["共性工作目标评估"] == "0分至9分"
    assert words["民主评估"] == "0分至15分"
    assert words["评估组重点工作目标评估"] == "0分至36分"
    assert words["政府绩效评估奖项"] == "0分至5分"
    assert shown["重点工作目标", ("县区政府",)] is not None


@pytest.mark.parametrize(
    ("edit", "codes", "words"),
    [
        pytest.param(
            ("封顶：5分", "封顶：0分"),
            {"G531"},
            "“政府绩效评估奖项”总是等于封顶的0分",
            id="a cap that swallows its bonus",
        ),
        pytest.param(
            ("取：加权得分 ＋ 奖项加分", "取：取小（加权得分 ＋ 奖项加分，0分）"),
            {"G504", "G523", "G524", "G533", "G535", "G536"},
            "总是0分",
            id="a limit that swallows everything",
        ),
        pytest.param(
            ("  最低：较差\n", "  最低：优秀\n"),
            {"G535"},
            "“一票否决”改变不了任何等次",
            id="a veto that stops above every grade",
        ),
        pytest.param(
            ("当：总分 属于（79分以上不足80分）", "当：总分 属于（179分以上不足180分）"),
            {"G523"},
            "“总分 属于（179分以上不足180分）”不可能成立",
            id="a notice for nobody",
        ),
        pytest.param(
            ("  当：最终等次 = 较差\n  则：通报", "  当：总分 ≥ 0分\n  则：通报"),
            {"G524"},
            "“总分 ≥ 0分”总是成立：“总分”只能是0分至105分",
            id="a use for everybody",
        ),
        pytest.param(
            (
                "情形 市长评部门 {\n    当：职务 = 市长",
                "情形 市长评部门 {\n    当：职务 = 市长 且 类型 = 县区政府",
            ),
            {"G521"},
            "“领导给分”的情形“市长评部门”永远轮不到",
            id="a case that another takes",
        ),
        pytest.param(
            ("    职务：市领导职务\n", "    职务：市领导职务\n    加评：分，0分至10分\n"),
            {"G703"},
            "加评",
            id="nothing new of a new column",
        ),
    ],
)
def test_an_edit_that_undoes_a_rule_is_found(
    edit: tuple[str, str], codes: set[str], words: str
) -> None:
    found = problems(edited(edit))
    assert {one.code.id for one in found} == codes
    assert any(words in one.message("zh") for one in found)


def test_it_is_the_kind_of_unit_that_bounds_a_band() -> None:
    """Counties have at most 103.5 points, departments 105: the band is within reach of one."""
    best = (
        ("优秀：90分以上", "优秀：104分以上"),
        ("良好：80分以上不足90分", "良好：80分以上不足104分"),
    )
    assert problems(edited(*best)) == []


def test_grades_as_cases_are_proved_like_all_cases() -> None:
    text = """
政策 试 { 年度：2024年 }
名册 单位 {
  文件：“单位.csv”
  主键：名
  出处：“一”
  列 { 名：单位；分数：分，0分至100分；严重违规：整数，个，0个以上 }
}
取值 等级 {
  出处：“二”
  情形 优 { 当：分数 ≥ 90分 且 严重违规 = 0个；取：3 }
  情形 良 { 当：分数 ≥ 60分 且 严重违规 ≤ 1个；取：2 }
  情形 差 { 当：分数 ＜ 60分；取：1 }
}
结果表 { 名：名；等级：等级 }
"""
    found = [f.message("zh") for f in check(Source("试", text)).diagnostics]
    assert found == ["“等级”的各个情形之外没有“其余”，例如分数 = 95分、严重违规 = 2个"]


def test_a_turn_is_a_note_and_names_the_place() -> None:
    text = (ROOT / "policies/budget/2023.guiju").read_text(encoding="utf-8")
    (message,) = notes(text, "G542")
    assert message.startswith("“自评得分 － 复核得分”增大，“总得分”可能上升，也可能下降")
    assert problems(text) == []


def test_counted_votes_and_means_without_the_extremes_are_no_turn() -> None:
    assert notes(founding_text(), "G542") == []

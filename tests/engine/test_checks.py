"""The checks on the founding policy: each edit of its text is found, and only where it is wrong."""

from __future__ import annotations

import pytest
from guiju.engine.pipeline import check
from guiju.grammar.diagnostics import Diagnostic
from guiju.grammar.source import Source
from support.founding import FOUNDING, edited, ids, only, problems

BANDS = """\
  优秀：90分以上
  良好：80分以上不足90分
  一般：60分以上不足80分
  较差：低于60分
"""
ROUNDED = "取：四舍五入（加分后得分，2位）"


def test_the_founding_policy_is_sound() -> None:
    assert problems(FOUNDING) == []


def test_it_names_every_reading_that_its_results_rest_on() -> None:
    notes = check(Source("2009.guiju", FOUNDING)).diagnostics
    assert {one.code.id for one in notes} == {"G602", "G541"}
    assert len(notes) > 40


# ── sums ──


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        pytest.param(
            "目标 重点工作目标（90分）",
            "目标 重点工作目标（85分）",
            "G401",
            "少5分",
            id="the parts of a system",
        ),
        pytest.param(
            "指标 能力建设（1分）",
            "指标 能力建设（2分）",
            "G401",
            "多1分",
            id="the parts of a goal",
        ),
        pytest.param(
            "细项 普法（1分）",
            "细项 普法（0.5分）",
            "G401",
            "少0.5分",
            id="the parts of an indicator",
        ),
        pytest.param(
            "环节 基础工作评估（3％）",
            "环节 基础工作评估（1％）",
            "G402",
            "合计98％，少2％",
            id="the stages of the evaluation",
        ),
        pytest.param(
            "环节 民主评估（15％）", "环节 民主评估（16％）", "G402", "多1％", id="parts of a stage"
        ),
        pytest.param(
            "环节 市长评估（15％）",
            "环节 市长评估（10％）",
            "G402",
            "少5％",
            id="a stage inside a stage",
        ),
        pytest.param(
            "评议组 机关测评（40％）", "评议组 机关测评（30％）", "G403", "合计90％", id="panels"
        ),
    ],
)
def test_what_does_not_add_up_is_found_once(old: str, new: str, code: str, words: str) -> None:
    finding = only((old, new))
    assert finding.code.id == code
    assert words in finding.message("zh")


def test_four_names_of_responsible_government_make_22_points() -> None:
    old = "细项 市长公开电话办理和应急值守（2分） { 评分：市政府办公室 }"
    new = "细项 市长公开电话办理（2分） { 评分：市政府办公室 }\n细项 应急值守（2分） { 得分：2分 }"
    finding = problems(edited((old, new)))[0]
    assert finding.code.id == "G401"
    assert finding.message("zh") == "“责任政府建设”写的是6分，各部分合计8分，多2分"
    assert finding.message("en").endswith("2pts too many")
    assert len(finding.labels) == 4


def test_a_head_in_step_with_its_parts_moves_the_finding_up() -> None:
    finding = only(
        ("细项 普法（1分）", "细项 普法（2分）"),
        ("指标 法制政府建设（2分）", "指标 法制政府建设（3分）"),
    )
    assert "“共性工作目标”写的是10分，各部分合计11分，多1分" in finding.message("zh")


# ── grades ──

AS_WRITTEN = ("一般：60分以上不足80分", "一般：60分至79分")


def test_the_documents_own_bands_leave_a_gap_at_79_point_01() -> None:
    finding = only(AS_WRITTEN)
    assert finding.code.id == "G501"
    assert "79.01分至79.99分不属于任何一档，例如79.01分" in finding.message("zh")
    assert finding.fixes[0].edits[0].text == "60分以上不足80分"


def test_there_is_no_gap_where_totals_are_whole() -> None:
    assert ids(AS_WRITTEN, (ROUNDED, ROUNDED.replace("2位", "0位"))) == []


def test_without_rounding_the_gap_is_seen_between_the_bounds() -> None:
    finding = only(AS_WRITTEN, (ROUNDED, "取：加分后得分"))
    assert "例如79.5分" in finding.message("zh")


def test_bands_that_meet_have_no_gap_without_rounding() -> None:
    assert ids((ROUNDED, "取：加分后得分")) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("良好：80分以上不足90分", "良好：80分至90分", "G502"),
        ("良好：80分以上不足90分", "良好：80分以上", "G507"),
        ("一般：60分以上不足80分", "一般：60分以上不足79分", "G501"),
        ("较差：低于60分", "较差：30分以上不足60分", "G501"),
        ("优秀：90分以上", "优秀：90分至104分", "G501"),
        ("优秀：90分以上", "优秀：90分以上\n  卓越：106分以上", "G505"),
    ],
)
def test_overlaps_gaps_and_order(old: str, new: str, code: str) -> None:
    assert code in ids((old, new))


def test_a_highest_band_up_to_the_most_there_is_leaves_no_gap() -> None:
    assert ids(("优秀：90分以上", "优秀：90分至105分")) == []


def test_an_empty_band() -> None:
    assert "G503" in ids(("良好：80分以上不足90分", "良好：90分以上不足80分"))


def test_an_argument_that_never_gets_to_a_step_is_said_as_such() -> None:
    """The one value of the argument puts it on a grid of its own, where a band holds nothing."""
    found = stepped("取：95％")
    assert {one.code.id for one in found} == {"G504"}
    assert any("“二档”（90％以上不足95％）" in one.message("zh") for one in found)
    assert all("只能是95％" in one.message("zh") for one in found)
    assert {one.code.id for one in stepped("取：95％", "95％以上不足90％")} >= {"G503"}


def test_a_step_between_two_values_of_a_grid_is_told_the_grid() -> None:
    found = stepped("取：次数 × 10％", "91％以上不足95％")
    assert [one.message("zh") for one in found if "二档" in one.message("zh")] == [
        "没有单位能够达到“二档”（91％以上不足95％）：按政策自己的规定，这个数只能是20％至100％里10％的倍数"
    ]


def stepped(take: str, second: str = "90％以上不足95％") -> tuple[Diagnostic, ...]:
    """The findings on the bands of a step table that one value goes through."""
    text = f"""
政策 某办法 {{ 年度：2024年 }}
名册 单位表 {{
  文件：“单位.csv”；主键：单位；出处：“一”
  列 {{ 单位：单位；次数：整数，0至10 }}
}}
分段 执行分 {{ 出处：“一”；一档：95％以上，20分；二档：{second}，15分；三档：不足90％，0分 }}
取值 率 {{ 出处：“一”；情形 有 {{ 当：次数 ＞ 1；{take} }} 其余 无 {{ 取：空 }} }}
结果表 {{ 单位：单位；得：执行分（率） }}
"""
    found = check(Source("某办法", text)).diagnostics
    return tuple(one for one in found if "G500" < one.code.id < "G510")


def test_a_band_nobody_can_reach_counts_the_bonus() -> None:
    best = (
        ("优秀：90分以上", "优秀：104分以上"),
        ("良好：80分以上不足90分", "良好：80分以上不足104分"),
    )
    assert ids(*best) == []
    assert ids(*best, ("封顶：5分", "封顶：3分")) == ["G504"]


def test_bands_written_worst_first() -> None:
    backwards = "\n".join(reversed(BANDS.rstrip().split("\n"))) + "\n"
    assert ids((BANDS, backwards)) == ["G505"]


def test_grades_go_by_points() -> None:
    text = edited(("依据：总分\n  负责：市绩效办", "依据：组内名次\n  负责：市绩效办"))
    assert "G303" in [one.code.id for one in problems(text)]


# ── veto ──


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  最低：较差\n", "", ["G202", "G511"]),
        ("  待定：委员会决定 为空\n", "", ["G513"]),
        ("降低：1级", "降低：4级", ["G512"]),
        ("降低：1级", "降低：1分", ["G301"]),
        ("降低：1级", "降低：1.5级", ["G301"]),
        ("累计：至多1级", "累计：不限", ["G301"]),
        ("最低：较差", "最低：最差", ["G208"]),
        ("生效：委员会决定 = 降低", "生效：委员会决定 = 降等", ["G209"]),
        ("结果：最终等次", "结果：拟定等次", ["G207"]),
    ],
)
def test_vetoes(old: str, new: str, expected: list[str]) -> None:
    assert set(expected) <= set(ids((old, new)))


# ── provenance and what is unused ──


def test_a_rule_without_a_source() -> None:
    finding = only(("对照 优秀比例 {\n  出处：“五（二）”\n", "对照 优秀比例 {\n"))
    assert finding.code.id == "G601"
    assert "对照“优秀比例”" in finding.message("zh")


def test_a_reading_of_something_that_is_not_there() -> None:
    assert ids(("取义：折算（“A3", "取义：换算（“A3")) == ["G202"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("公务员人数 × 优秀比例（最终等次）", "公务员人数 × 20％", None),
        ("加权得分 ＋ 奖项加分", "加权得分", "G536"),
        ("得分：票均（票面折分，社会测评票）", "得分：票均（票面折分，机关测评票）", "G702"),
        (
            "不了解：整数，票，0票以上，备查\n  }\n}\n\n数据表 社会",
            "不了解：整数，票，0票以上\n  }\n}\n\n数据表 社会",
            "G703",
        ),
        ("其余 定性目标 { 取：评估组评分 }", "其余 定性目标 { 取：分值 }", None),
        ("分值 × 取小（完成值 ÷ 计分目标值，1）", "分值 × 取小（完成值 ÷ 目标值，1）", "G701"),
    ],
)
def test_what_is_declared_and_never_used(old: str, new: str, code: str | None) -> None:
    assert ids((old, new)) == ([code] if code else [])

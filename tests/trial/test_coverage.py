"""The shipped policies: every example agrees, every way a policy can go is shown, and a policy that
is changed no longer agrees."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.policy import founding_text
from support.trials import SCHEME, policies, suite_of

#: What an officer might get wrong in the founding policy, one figure or word at a time.
SLIPS = [
    ("优秀：90分以上\n  良好：80分以上不足90分", "优秀：超过90分\n  良好：80分至90分"),
    (
        "良好：80分以上不足90分\n  一般：60分以上不足80分",
        "良好：79分以上不足90分\n  一般：60分以上不足79分",
    ),
    ("一般：60分以上不足80分\n  较差：低于60分", "一般：59分以上不足80分\n  较差：低于59分"),
    ("封顶：5分\n", "封顶：6分\n"),
    ("同一：事项，取最高", "同一：事项，取最低"),
    ("国家级：3分", "国家级：2.5分"),
    ("降低：1级\n  累计：至多1级", "降低：2级\n  累计：至多2级"),
    ("累计：至多1级", "累计：至多2级"),
    ("并列：同名次\n", "并列：同名次不空位\n"),
    ("截止：10月30日", "截止：10月31日"),
    ("（加分后得分，2位）", "（加分后得分，1位）"),
    ("满意：100分\n", "满意：95分\n"),
    ("上等：95分", "上等：90分"),
    ("95分 － 20分 ×", "95分 － 15分 ×"),
    ("取小（完成值 ÷ 计分目标值，1）", "完成值 ÷ 计分目标值"),
    ("要求：查处日期 不早于 2009年1月1日", "要求：查处日期 不早于 2008年1月1日"),
    ("良好：18％", "良好：15％"),
    ("生效：委员会决定 = 降低", "生效：委员会决定 有值"),
    ("折算：得分 ÷ 满分 × 权重", "折算：得分 ÷ 满分 × 权重 × 0.9"),
]


@pytest.mark.parametrize("path", policies(), ids=lambda path: path.stem)
def test_a_shipped_policy_is_shown_whole(path: Path) -> None:
    suite = suite_of(path.read_text(encoding="utf-8"))
    assert [f.finding.message("zh") for one in suite.tried for f in one.failures] == []
    assert suite.passed and len(suite.coverage.shown) > 15
    assert suite.coverage.missing == ()


@pytest.mark.parametrize(("right", "slip"), SLIPS, ids=[slip for _, slip in SLIPS])
def test_a_slip_in_the_founding_policy_fails_an_example(right: str, slip: str) -> None:
    text = founding_text()
    assert right in text
    assert not suite_of(text.replace(right, slip)).passed


def shown(examples: str) -> set[str]:
    points = suite_of(SCHEME + examples).coverage.shown
    return {f"{point.kind} {point.name} {point.detail.zh}" for point in points}


def test_what_is_given_is_not_shown() -> None:
    """A grade that is given shows nothing of the bands, and a bonus that is given none of its own."""
    found = shown("示例 例 { 给定 { 等级：优；奖励：4分 }；应得 { 最终：优；奖励：4分 } }")
    assert found == {"veto 一票 不起作用"}


def test_only_the_case_that_applied_is_shown() -> None:
    found = shown("示例 例 { 给定 日常 { 出勤：90分；抽查：80分 }；应得 { 抽查得分：80分 } }")
    assert found == {"case 抽查得分 已抽查"}


def test_what_has_no_part_in_the_answer_is_not_shown() -> None:
    given = "给定 { 总分：91分 }；给定 申报 { 事项：“甲”；级别：省级；通过日期：2024年1月1日 }"
    assert "case 每项加分 通过" not in shown(f"示例 例 {{ {given}；应得 {{ 等级：优 }} }}")
    assert "case 每项加分 通过" in shown(f"示例 例 {{ {given}；应得 {{ 奖励：2分 }} }}")


def test_an_example_that_fails_shows_nothing() -> None:
    assert shown("示例 例 { 给定 { 总分：91分 }；应得 { 等级：良 } }") == set()


def test_both_sides_of_a_cap() -> None:
    row = "给定 申报 {{ 事项：“{}”；每项加分：{} }}；"
    below = f"示例 例 {{ {row.format('甲', '4分')}应得 {{ 奖励：4分 }} }}"
    assert {"cap 奖励 没有超过", "bonus 奖励 加了分"} <= shown(below)
    above = (
        f"示例 例 {{ {row.format('甲', '4分')}{row.format('乙', '0.1分')}应得 {{ 奖励：4分 }} }}"
    )
    assert "cap 奖励 超过封顶" in shown(above)

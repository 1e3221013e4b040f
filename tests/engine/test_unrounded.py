"""What has no exact value is rounded before it decides anything."""

from __future__ import annotations

import pytest
from guiju.engine.pipeline import check
from guiju.grammar.diagnostics import Severity
from guiju.grammar.source import Source
from support.office import HEAD

ROOT = "取值 根 { 出处：“二”；取：开方（完成率，2） }\n"
EXACT = "取值 根 { 出处：“二”；取：四舍五入（开方（完成率，2），3位） }\n"
STEPS = "分段 档 { 出处：“二”；高：0.5以上，2；低：不足0.5，1 }\n"
RANK = "排名 位次 {{ 出处：“二”；依据：{0}；分组：同类；次序：由高到低；并列：同名次{1} }}\n"


def found(rules: str, value: str = "根") -> list[str]:
    text = f"{HEAD}{rules}结果表 {{ 单位：单位；甲：完成率；乙：得分数；丙：另一数；值：{value} }}"
    return [
        one.code.id
        for one in check(Source("p", text)).diagnostics
        if one.severity is not Severity.NOTE
    ]


@pytest.mark.parametrize(
    ("rules", "value"),
    [
        (RANK.format("根", ""), "位次"),
        (RANK.format("得分数", "；同分依据：根"), "位次"),
        (RANK.format("得分数 × （根 － 1）", ""), "位次"),
        ("提示 高 { 出处：“二”；当：根 ＞ 0.5；内容：“高” }\n", "根"),
        ("提示 高 { 出处：“二”；当：根 属于（0.5以上）；内容：“高” }\n", "根"),
        (STEPS, "档（根）"),
        ("", "名次（根）"),
        ("", "名次（取小（根，1） 按 同类）"),
        ("提示 高 { 出处：“二”；当：平均（根 按 类） ＞ 0.5；内容：“高” }\n", "根"),
    ],
)
def test_an_approximate_figure_decides_nothing(rules: str, value: str) -> None:
    assert found(ROOT + rules, value) == ["G341"]
    assert found(EXACT + rules, value) == []


@pytest.mark.parametrize(
    "formula", ["根 × 100", "四舍五入（根，2位）", "平均（根 按 类）", "乘方（完成率，2） － 根"]
)
def test_working_it_out_is_no_decision(formula: str) -> None:
    assert found(ROOT, formula) == []


def test_only_broken_powers_are_approximate() -> None:
    assert found("", "名次（乘方（完成率，2））") == []
    assert found("", "名次（乘方（完成率，0.5））") == ["G341"]
    assert found("", "名次（乘方（2，完成率））") == ["G341"]

"""What to write where a mark is not in points, or is taken from what is no table."""

from __future__ import annotations

import pytest
from guiju.engine.edits import applied
from guiju.engine.pipeline import check
from guiju.grammar.diagnostics import Diagnostic
from guiju.grammar.source import Source

HEAD = """政策 某办法 { 年度：2024年 }
名册 单位表 {
  文件：“单位.csv”；主键：单位；出处：“一”
  列 { 单位：单位；率：分，0分至100分；钱：元，0元以上；天数：整数，天，1天以上 }
}
"""


def found(text: str, code: str) -> list[Diagnostic]:
    return [one for one in check(Source("某办法", HEAD + text)).diagnostics if one.code.id == code]


STAGES = "评估 年度（100分） {{ 出处：“一”；满分：100分；折算：{}；环节 甲（60％） {{ 得分：率 }} 环节 乙（40％） {{ 得分：率 }} }}"


@pytest.mark.parametrize(
    ("formula", "mended"),
    [("得分 × 权重", "得分 × 权重 ÷ 满分"), ("score × weight", "score × weight ÷ full")],
)
def test_a_weight_in_a_conversion_is_in_points(formula: str, mended: str) -> None:
    text = STAGES.format(formula)
    (one,) = found(text, "G303")
    assert "（分×分）和分的单位不同" in one.message("zh") and "points×points" in one.message("en")
    assert "折算里的“权重”也是分" in one.labels[0].text.zh
    repaired = applied(HEAD + text, one.fixes[0].edits)
    assert f"折算：{mended}" in repaired
    assert not [f for f in check(Source("某办法", repaired)).diagnostics if f.code.id == "G303"]


def test_marks_that_are_squares_without_a_weight_are_not_told_to_divide() -> None:
    (one,) = found(STAGES.format("得分 × 满分"), "G303")
    assert (one.labels, one.fixes) == ((), ())


@pytest.mark.parametrize(
    ("formula", "unit"),
    [("钱 ÷ 天数 ＋ 1分", "元÷天"), ("钱 × 钱 ＋ 1分", "元×元"), ("1 ÷ 天数 ＋ 1分", "1÷天")],
)
def test_products_of_units_in_words(formula: str, unit: str) -> None:
    (one,) = found(
        f"取值 值 {{ 出处：“一”；取：{formula} }}\n结果表 {{ 单位：单位；值：值 }}", "G303"
    )
    assert f"（{unit}）" in one.message("zh")


def test_a_system_taken_from_is_a_score() -> None:
    text = """体系 共性（100分） { 出处：“一”；指标 率分（100分） { 得分：率 } }
体系 总（100分） { 出处：“一”；目标 共性分（100分） { %s：共性 } }"""
    (one,) = found(text % "取自", "G301")
    hint = one.hint("zh")
    assert hint is not None and "写成 得分：共性" in hint
    assert found(text % "得分", "G301") == []


def test_the_marks_of_an_example_are_no_basis_of_a_result() -> None:
    text = """取值 值 { 出处：“一”；推定：“率照算”；取：率 }
示例 甲 { 推定：“演示用的数”；给定 { 率：5分 }；应得 { 值：5分 } }
结果表 { 单位：单位；值：值 }"""
    plan = check(Source("某办法", HEAD + text)).plan
    assert plan is not None
    assert [basis.reason for basis in plan.basis] == ["率照算"]

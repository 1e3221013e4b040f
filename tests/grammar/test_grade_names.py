"""Grades called A＋ or B－: names where no sum can go on, and sums wherever one can."""

from __future__ import annotations

import pytest
from guiju.cli.render.pygments_lexer import GuijuLexer
from guiju.engine.examine import examine
from guiju.engine.pipeline import check
from guiju.engine.translate import translate
from guiju.grammar.dump import dump
from guiju.grammar.format import format_policy
from guiju.grammar.read import read, tokenize
from guiju.grammar.source import Source
from pygments.token import Name


def words(text: str) -> list[str]:
    """The names of a text, properties among them."""
    return [token.text for token in tokenize(Source("", text))[0] if token.kind in ("WORD", "KEY")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A＋：90分", ["A+"]),
        ("A- ：90分", ["A-"]),
        ("情形 A＋ {", ["情形", "A+"]),
        ("情形 B－{", ["情形", "B-"]),
        ("情形 A＋ “甲上” {", ["情形", "A+"]),
        ("级：A＋、A、A－，B+；C-", ["级", "A+", "A", "A-", "B+", "C-"]),
        ("当：级 = A＋", ["当", "级", "A+"]),
        ("当：级 = A＋ 且 数 ≥ 3", ["当", "级", "A+", "且", "数"]),
        ("当：A＋ = 级", ["当", "A+", "级"]),
        ("当：级 属于（A、A＋）", ["当", "级", "属于", "A", "A+"]),
        ("{ 定为：AA+ }", ["定为", "AA+"]),
        ("定为：Ａ＋  # 注", ["定为", "A+"]),
        ("定为：A＋\n情形 B {", ["定为", "A+", "情形", "B"]),
        ("定为：A＋\n\n# 注\n出处：“一”", ["定为", "A+", "出处"]),
        ("定为：A＋\n其余 { }", ["定为", "A+", "其余"]),
        ("定为：A＋\n}", ["定为", "A+"]),
        ("A＋：1\nB－：2", ["A+", "B-"]),
    ],
)
def test_a_sign_that_no_sum_goes_on_from_is_part_of_the_name(text: str, names: list[str]) -> None:
    assert words(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "取：A＋B",
        "取：A ＋ 1",
        "取：A＋1",
        "取：A-5",
        "取：A＋（B）",
        "取：A＋ B",
        "取：A＋\n  B",
        "取：A＋ # 注\n\n  B",
        "取：A－\n  B ＋ C",
        "取：A＋\n  取小（B，1）",
        "取：A＋\n  5分",
        "当：A＋\n  B 低于 5分",
        "取：a＋B",
        "取：甲A＋B",
        "取：A－B－C",
        "当：A＋B = C",
    ],
)
def test_sums_stay_sums(text: str) -> None:
    """Blanks around the sign, or a line less, change nothing."""
    tokens, found = tokenize(Source("", text))
    assert not found
    assert not [token.text for token in tokens if token.text[-1] in "+-" and len(token.text) > 1]
    assert not read(Source("", text))[1]


@pytest.mark.parametrize(
    "text", ["取：A ＋；", "取：a＋；", "取：甲＋；", "取：A1＋；", "取：甲A＋；"]
)
def test_what_is_not_capitals_and_a_sign_is_an_unfinished_sum(text: str) -> None:
    assert read(Source("", text))[1]


POLICY = """政策 试 { 年度：2024年 }
名册 册 {
  出处：“一”
  文件：“册.csv”
  主键：单位
  列 { 单位：单位；得分数：分，0分至100分；上年：A＋、A、B－ }
}
等次 等级 { 出处：“一”；依据：总分；A＋：90分以上；A：80分以上不足90分；B－：不足80分 }
核算 总 { 出处：“一”；步骤 总分 { 取：得分数 } }
对照 系数 { 出处：“一”；A＋：1.2；A：1；B－：0.8 }
取值 数 { 出处：“一”；取：系数（等级） }
等次 另级 {
  出处：“一”
  作为结果：是
  情形 A＋ “甲上” { 当：等级 = A＋ 且 上年 = A＋ }
  情形 A { 当：上年 属于（A、A＋） }
  其余 B－ { }
}
结果表 { 单位：单位；等级：另级；数：数 }
"""


def test_such_grades_stand_wherever_a_name_may() -> None:
    assert [one.code.id for one in check(Source("", POLICY)).diagnostics] == []


def test_formatting_keeps_them_and_is_done_at_once() -> None:
    messy = (
        POLICY.replace("A＋ {", "A＋{").replace("A＋、", "A+ 、").replace("；A＋：", "；A＋ ： ")
    )
    found = format_policy(Source("", messy))
    assert isinstance(found, str)
    assert dump(read(Source("", found))[0]) == dump(read(Source("", POLICY))[0])
    assert format_policy(Source("", found)) == found


def test_translating_there_and_back_keeps_them() -> None:
    english = translate(examine(Source("", POLICY)).checked, "en")
    assert "A＋: 90pts or more" in english and "case A＋ " in english
    again = translate(examine(Source("", english)).checked, "zh")
    assert dump(read(Source("", again))[0]) == dump(read(Source("", POLICY))[0])


def test_the_pygments_lexer_reads_them_as_names() -> None:
    pieces = [(text, kind) for _, kind, text in GuijuLexer().get_tokens_unprocessed(POLICY)]
    assert {kind for text, kind in pieces if text in ("A＋", "B－")} == {
        Name,
        Name.Label,
        Name.Class,
    }

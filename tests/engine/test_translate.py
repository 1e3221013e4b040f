"""A policy and its translation are one policy."""

from __future__ import annotations

from importlib import resources

import pytest
from guiju.engine.examine import examine
from guiju.engine.pipeline import Checkup, check
from guiju.engine.plan.text import plan_text
from guiju.engine.translate import translate
from guiju.engine.trial.suite import run_suite
from guiju.grammar.diagnostics import Language, Severity
from guiju.grammar.dump import dump
from guiju.grammar.format import format_policy
from guiju.grammar.format.stream import signature, stream
from guiju.grammar.literals import date, in_chinese, in_english
from guiju.grammar.read import read, tokenize
from guiju.grammar.source import Source
from guiju.grammar.tokens import FUNCTION_WORDS, OPERATORS, SAME_MEANING
from hypothesis import given, settings
from hypothesis import strategies as st
from support.office import HEAD
from support.policies import long_policy
from support.policy import edited, founding_text
from support.trials import SCHEME


def shipped() -> dict[str, str]:
    """Every policy that comes with the package, by its folder and year."""
    folders = [f for f in resources.files("guiju.policies").iterdir() if f.is_dir()]
    files = [(f, file) for f in folders for file in f.iterdir() if file.name.endswith(".guiju")]
    return {f"{f.name}/{file.name}": file.read_text(encoding="utf-8") for f, file in files}


SHIPPED = shipped()


def sound(text: str) -> Checkup:
    found = check(Source("", text))
    assert found.plan is not None, [
        one.message("en") for one in found.diagnostics if one.severity is Severity.ERROR
    ]
    return found


def translated(text: str, language: Language) -> str:
    return translate(examine(Source("", text)).checked, language)


def same(text: str, other: str) -> bool:
    plans = [sound(one).plan for one in (text, other)]
    return len({plan_text(plan) for plan in plans if plan is not None}) == 1


def nodes(text: str) -> str:
    return dump(read(Source("", text))[0])


def tokens(text: str) -> object:
    """Every token and comment; where a line is too wide in English, its breaks are the formatter's."""
    tidy = format_policy(Source("", text))
    assert isinstance(tidy, str)
    return signature(stream(Source("", tidy)))


def comments(text: str) -> list[str]:
    return [token.text for token in tokenize(Source("", text))[0] if token.kind == "COMMENT"]


@pytest.mark.parametrize("text", SHIPPED.values(), ids=SHIPPED)
def test_there_and_back(text: str) -> None:
    english = translated(text, "en")
    assert comments(english) == comments(text)
    assert same(english, text)
    again = translated(english, "zh")
    assert nodes(again) == nodes(text)
    assert tokens(again) == tokens(text)
    assert translated(again, "en") == english
    written = [
        token for token in tokenize(Source("", english))[0] if token.kind in ("DATE", "YEAR")
    ]
    assert all(token.text.isascii() for token in written)


@pytest.mark.parametrize("text", SHIPPED.values(), ids=SHIPPED)
def test_nothing_changes_in_a_policy_s_own_language(text: str) -> None:
    assert nodes(translated(text, "zh")) == nodes(text)


DATES = {
    "2009年10月30日": "30 Oct 2009",
    "10月3日": "3 Oct",
    "5月上旬": "early May",
    "4月中旬": "mid-Apr",
    "2010年6月下旬": "late Jun 2010",
    "次年3月末": "end of Mar next year",
    "上年12月31日": "31 Dec last year",
    "当年2月29日": "29 Feb this year",
    "2009-10-30": "2009-10-30",
}


@pytest.mark.parametrize(("chinese", "english"), DATES.items())
def test_dates_there_and_back(chinese: str, english: str) -> None:
    assert in_english(chinese) == english
    assert in_chinese(english) == chinese
    assert date(english) == date(chinese)


def test_years_there_and_back() -> None:
    for chinese, english in (("2009年", "2009"), ("20xx年", "20xx")):
        text = f"政策 甲 {{ 年度：{chinese} }}\n"
        assert f"year: {english} }}" in translated(text, "en")
        assert translated(translated(text, "en"), "zh") == text


def test_a_long_policy() -> None:
    text = long_policy(300)
    assert same(translated(text, "en"), text)
    assert nodes(translated(translated(text, "en"), "zh")) == nodes(text)


#: Edits of the founding policy; each leaves it sound and puts a word of the language where it is
#: a name, or a name where a word could be.
EDITS = (
    (("    事项：文字\n    加分项", "    事项：文字\n    得分：分，可空\n    加分项"),),
    (("    序号：整数，1以上\n", "    序号：整数，个，1个以上\n    满分：数，可空\n"),),
    (("优秀：90分以上\n", "优秀：90分及以上\n"),),
    (
        (
            "总分 属于（79分以上不足80分）",
            "总分 不低于 79分 并且 总分 小于 80分 或者 总分 等于 79分",
        ),
    ),
    (("对照 级别加分 {", "对照 round {"), ("级别加分（级别）", "round（级别）")),
    (("  累计：至多1级\n", "  累计：至多 1 级  # 累计：至多1级\n"),),
)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(EDITS), unique=True))
def test_edited_policies(edits: list[tuple[tuple[str, str], ...]]) -> None:
    text = edited(*(pair for group in edits for pair in group))
    sound(text)
    english = translated(text, "en")
    assert same(english, text)
    assert comments(english) == comments(text)
    assert nodes(translated(english, "zh")) == nodes(text)


def test_names_are_not_words() -> None:
    """Columns named as words of the language are, and a scale that has a function's name."""
    english = translated(edited(*EDITS[0], *EDITS[4]), "en")
    assert "得分: pts, nullable" in english
    assert "round(级别)" in english
    assert "四舍五入(加分后得分, 2places)" in english  # the scale would be called


def test_every_word_of_the_founding_policy_is_found() -> None:
    english = translated(founding_text(), "en")
    words = {token.text for token in tokenize(Source("", english))[0] if token.kind == "KEY"}
    assert not words & {"出处", "适用", "取自", "折算", "得分", "文件", "主键", "年度", "当", "取"}
    for line in (
        "conversion: score ÷ full × weight",
        'reading: conversion("A3 各环节分别折算：得分除以本环节满分，乘以权重")',
        "良好: 80pts or more below 90pts",
        "same: 事项, highest",
        "降等: 一票否决.lowered",
        "due: end of Mar next year",
        "year: 2009",
    ):
        assert line in english, line


def test_every_function_word_has_a_counterpart_of_its_meaning() -> None:
    paired = [word for pair in SAME_MEANING for side in pair for word in side]
    assert set(paired) - {"=", "!="} == set(FUNCTION_WORDS)
    assert len(paired) == len(set(paired))
    for pair in SAME_MEANING:
        words = [word for side in pair for word in side]
        assert len({OPERATORS.get(word, "") for word in words}) == 1, words


def test_words_chosen_in_calls_are_translated() -> None:
    """不计, 由低到高 and the like: the translation reads as one language and is the same policy."""
    text = (
        HEAD
        + "结果表 { 单位：单位；甲：名次（得分数 按 类，由低到高，同末位）；乙：完成率（另一数，得分数，越小越好）；"
        + "丙：步数（完成率，1％，按比例）；丁：修约（得分数，1位） }"
    )
    english = translated(text, "en")
    for word in ("ascending", "worse", "less_is_better", "proportion", "round_even"):
        assert word in english
    assert same(text, english)


def test_the_words_of_an_example_are_translated_and_its_names_are_not() -> None:
    chinese = SCHEME + (
        "示例 例 {\n  给定 日常 { 出勤：90分；抽查：空 }\n  给定 { 人数：1人；奖励：0分 }\n"
        "  应得 { 总分：90分；达标：是 }\n  要求：非 一票.待定\n}\n"
    )
    english = translate(sound(chinese).checked, "en")
    for words in ("example 例 {", "given 日常 { 出勤: 90pts; 抽查: nothing }", "达标: yes"):
        assert words in english
    assert run_suite(sound(english).checked).passed
    again = translate(sound(english).checked, "zh")
    assert "达标：是" in again and "抽查：空" in again


def test_a_column_in_per_cent() -> None:
    text = HEAD + "数据表 进度 {\n  文件：“进度.csv”\n  列 { 单位：单位；率：％，0％以上 }\n}\n"
    english = translated(text, "en")
    assert "率: %, 0% or more" in english
    assert tokens(translated(english, "zh")) == tokens(text)


def test_what_tells_equals_apart_in_a_call() -> None:
    text = HEAD + "取值 位次 { 取：名次（得分数，同末位，同分依据：－另一数、得分数） }\n"
    english = translated(text, "en")
    assert "place_of(得分数, worse, then_by: －另一数、得分数)" in english
    assert tokens(translated(english, "zh")) == tokens(text)
    assert same(english, text)


def test_words_for_none_are_the_author_s_and_the_attribute_is_not() -> None:
    column = "列 { 单位：单位；率：％，可空（“无专项预算”、“—”），“执行率(%)” }"
    text = HEAD + f"数据表 进度 {{\n  文件：“进度.csv”\n  {column}\n}}\n"
    english = translated(text, "en")
    assert "率: %, nullable(" in english and "无专项预算" in english
    again = translated(english, "zh")
    assert tokens(again) == tokens(text)


def test_hours_minutes_and_weeks() -> None:
    text = (
        HEAD
        + "数据表 进度 {\n  文件：“进度.csv”\n  列 { 单位：单位；时：小时，0小时以上；周数：周 }\n}\n"
    )
    english = translated(text, "en")
    assert "时: hours, 0hours or more" in english and "周数: weeks" in english
    assert tokens(translated(english, "zh")) == tokens(text)

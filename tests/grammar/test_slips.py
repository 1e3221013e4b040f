"""Habits of offices: what is a slip and mended, and what only looks like one."""

from __future__ import annotations

import pytest
from guiju.engine.edits import applied
from guiju.grammar.read import read
from guiju.grammar.source import Source


def found(text: str) -> list[str]:
    return [one.code.id for one in read(Source("", text))[1]]


def mended(text: str) -> str:
    edits = [edit for one in read(Source("", text))[1] for edit in one.fixes[0].edits]
    return applied(text, edits)


@pytest.mark.parametrize(
    ("typed", "meant", "code"),
    [
        ("指标 甲【3分】", "指标 甲（3分）", "G113"),
        ("指标 甲[3分]", "指标 甲（3分）", "G113"),
        ("宗旨：‘公平’", "宗旨：“公平”", "G113"),
        ("封顶：2。5分", "封顶：2.5分", "G113"),
        ("截止：次年3月31日前", "截止：次年3月31日", "G113"),
        ("机构 甲 /* 说明 */", "机构 甲 # 说明", "G113"),
        ("指标 （三）能力（3分）", "指标 能力（3分）", "G114"),
        ("指标 一、能力（3分）", "指标 能力（3分）", "G114"),
        ("指标 2.能力（3分）", "指标 能力（3分）", "G114"),
        ("机构 评议组1", "机构 评议组_1", "G115"),
        ("机构 评议1组", "机构 评议_1组", "G115"),
        ("招商引资2：3分", "招商引资_2：3分", "G115"),
        ("否决 不足600分 {\n}", "否决 不足_600分 {\n}", "G115"),
        ("否决 超过3次 “标题” {\n}", "否决 超过_3次 “标题” {\n}", "G115"),
        ("优秀＝90分", "优秀：90分", "G120"),
        ("成员：市长、\n机构 甲", "成员：市长\n机构 甲", "G126"),
        ("出处：“一”“二”", "出处：“一”、“二”", "G132"),
    ],
)
def test_slips_and_their_edits(typed: str, meant: str, code: str) -> None:
    assert found(typed) == [code]
    assert mended(typed) == meant
    assert found(meant) == []


@pytest.mark.parametrize(
    "text",
    [
        "权重：权重3％",
        "优秀：低于60",
        "优秀：60至79",
        "良好：80分以上90分以下",
        "各占：各占2分",
        "取：（三）",
        "成员：一、二、三",
        "依据：《通知》（松政发〔2009〕6号）",
        "宗旨：“一、公平【甲】‘乙’ ※ 40。5”",
        "国家级：\t3分\t# 说明",
        "成员：市长、\t副市长、\t秘书长",
        "截止：3月31日；责任：甲",
        "取：甲 ÷ 乙 # 除",
        "宗旨：“一”\n“二”",
    ],
)
def test_what_only_looks_like_a_slip(text: str) -> None:
    assert [code for code in found(text) if code in {"G113", "G114", "G115", "G116", "G132"}] == []


@pytest.mark.parametrize(
    ("typed", "sum_"),
    [
        ("收到结果后5个工作日内", "收到结果 ＋ 5个工作日"),
        ("收到结果后5个工作日", "收到结果 ＋ 5个工作日"),
        ("收到通知之日起30日内", "收到通知 ＋ 30日"),
        ("公示期满之后30天以内", "公示期满 ＋ 30天"),
    ],
)
def test_a_deadline_that_counts_from_an_event(typed: str, sum_: str) -> None:
    _, found = read(Source("", f"期限 申诉 {{\n  截止：{typed}\n}}\n"))
    (one,) = [f for f in found if f.code.id < "G2"]
    assert one.code.id == "G117" and f"“{sum_}”" in one.message("zh")


def test_a_day_and_days_after_it_are_no_slip() -> None:
    _, found = read(Source("", "期限 申诉 {\n  截止：通知日后 ＋ 5个工作日\n}\n"))
    assert found == ()


def test_a_pasted_row_is_one_finding_and_the_rest_is_read() -> None:
    text = "评估 甲（100分） {\n  财政\t40％\t得分\n  环节 乙（60％）\n}\n"
    file, findings = read(Source("", text))
    assert [one.code.id for one in findings] == ["G116"]
    assert "乙" in repr(file)


def test_a_figure_apart_from_the_name_is_no_digit_in_it() -> None:
    assert found("否决 不足 600分 {\n}") == ["G127"]

"""The formatter's rules, one example each: what was written, and what it becomes."""

from __future__ import annotations

import pytest
from guiju.grammar.format import format_policy
from guiju.grammar.format.widths import WIDEST, width
from guiju.grammar.source import Source
from support.policies import long_policy
from support.policy import founding_text

RULES = {
    "two blanks a level": (
        "机构 甲 {\n名额 乙 {\n取：丙\n}\n}",
        "机构 甲 {\n  名额 乙 {\n    取：丙\n  }\n}",
    ),
    "a statement a line": (
        "机构 甲 {\n年度:2009年;当:乙\n}",
        "机构 甲 {\n  年度：2009年\n  当：乙\n}",
    ),
    "one line stays one line": ("机构 甲{年度:2009年;当:乙;}", "机构 甲 { 年度：2009年；当：乙 }"),
    "an empty block": ("机构 甲{}", "机构 甲 { }"),
    "full-width punctuation": ('机构 甲(3%){设在:"乙"，丙}', "机构 甲（3％） { 设在：“乙”，丙 }"),
    "half-width in English": (
        "body a（3％）“t”｛year：2009年；owner：x，round（y，2 places）｝",
        'body a (3%) "t" { year: 2009年; owner: x, round(y, 2places) }',
    ),
    "units join their numbers": ("当:90 分，２０ 万元,2009 年", "当：90分，20万元，2009 年"),
    "legal wording is closed up": (
        "当：80分 以上 不足 90分，超过 0天 不超过 -3天，60分 至 79分，各占 1分，低于 60分",
        "当：80分以上不足90分，超过0天不超过-3天，60分至79分，各占1分，低于60分",
    ),
    "English words stay apart": (
        "year: 80pts or  more below 90pts, each 1pt, 60pts to 79pts, at  least 3",
        "year: 80pts or more below 90pts, each 1pt, 60pts to 79pts, at least 3",
    ),
    "nothing is glued": ("当：－ －3，非 甲，b  且 c", "当：－ －3，非 甲，b 且 c"),
    "a dash is the author's": ("当：60分－79分，60分 － 79分", "当：60分－79分，60分 － 79分"),
    "lines of a list stay": ("成员：甲、\n乙，\n\n丙", "成员：甲、\n    乙，\n    丙"),
    "a head is one line": ("机构 甲\n（3分）\n{\n}", "机构 甲（3分） {\n}"),
    "one empty line at most": ("\n\n年度：2009年\n\n\n\n当：乙\n\n", "年度：2009年\n\n当：乙"),
    "none at the edges of a block": ("机构 甲 {\n\n当：乙\n\n}", "机构 甲 {\n  当：乙\n}"),
    "trailing comments": (
        "当：乙 # 注  \n机构 甲 {# 注\n// 注\n}",
        "当：乙  # 注\n机构 甲 {  # 注\n  // 注\n}",
    ),
    "comments in a head": ("机构 甲 # 一\n# 二\n{ # 三\n}", "机构 甲 {  # 一\n  # 二\n  # 三\n}"),
    "comments in a value": ("成员：甲、# 一\n# 二\n乙", "成员：甲、  # 一\n    # 二\n    乙"),
    "a separator that is needed": ("年度：甲；且 乙 {\n}", "年度：甲；\n且 乙 {\n}"),
    "texts are left alone": (
        '当：「a,b」，“含"引号"” 、 “内“外”(%)”',
        '当：「a,b」，“含"引号"”、“内“外”(%)”',
    ),
}


def formatted(text: str) -> str:
    found = format_policy(Source("", text))
    assert isinstance(found, str), [one.message("en") for one in found]
    return found


@pytest.mark.parametrize(("before", "after"), RULES.values(), ids=RULES)
def test_rule(before: str, after: str) -> None:
    assert formatted(before) == after + "\n"
    assert formatted(after + "\n") == after + "\n"


def test_line_ends_are_the_file_s_own() -> None:
    assert formatted("当：甲\r\n\r\n\r\n年度：乙") == "当：甲\r\n\r\n年度：乙\r\n"


def test_an_empty_text_stays_empty() -> None:
    assert formatted(" \n\n") == ""


@pytest.mark.parametrize("size", [40, 41])
def test_a_block_is_opened_where_its_line_is_too_wide(size: int) -> None:
    text = f"机构 甲 {{ 成员：{'乙' * size} }}\n"
    assert (width(text.strip()) <= WIDEST) == (formatted(text) == text)


def test_a_broken_text_gives_its_findings() -> None:
    found = format_policy(Source("", "机构 甲 { 年度：\n"))
    assert not isinstance(found, str) and found


def test_the_founding_policy_is_laid_out_so() -> None:
    """It is a fixed point, but for blocks on lines wider than a page and one missing blank."""
    text = founding_text()
    kept = set(formatted(text).splitlines())
    changed = [line for line in text.splitlines() if line not in kept]
    assert all(width(line) > WIDEST or "）或" in line for line in changed), changed


def test_a_long_policy_is_a_fixed_point() -> None:
    text = long_policy(300)
    assert formatted(text) == text

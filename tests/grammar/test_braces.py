"""Braces lost or put in: one finding, at the place, and whatever was intact is read as before."""

from __future__ import annotations

import pytest
from guiju.grammar.dump import dump
from guiju.grammar.read import read
from guiju.grammar.source import Source
from support.accidents import declared

WHOLE = """示例 界限 “每低1％扣2分” {
  给定 { 预算：1000 }
  单位 甲 { 给定 { 支出：950 }；应得 { 得分：12分 } }
  单位 乙 { 给定 季报 { 支出：949；季度：1 }；应得 { 得分：10分 } }
}
指标 产出（30分） {
  细项 数量（20分） { 得分：取小（完成 ÷ 目标，1） × 20分 }
  细项 质量（10分）
  {
    得分：评分
  }
}
"""

#: What is changed, into what, the code, and the line it stands on.
ACCIDENTS = {
    "lost after a name": ("单位 甲 {", "单位 甲 ", "G143", 3),
    "lost before a property": ("应得 { 得分：10分", "应得  得分：10分", "G143", 4),
    "lost after a table": ("给定 季报 {", "给定 季报 ", "G143", 4),
    "lost after an amount": ("数量（20分） {", "数量（20分） ", "G143", 7),
    "lost on a line of its own": ("\n  {\n", "\n", "G143", 8),
    "lost at the end of a line": ("12分 } }", "12分 }", "G142", 3),
    "lost on a last line": ("评分\n  }", "评分", "G142", 10),
    "twice": ("单位 甲 {", "单位 甲 { {", "G148", 3),
    "before a property": ("；季度：", "；{ 季度：", "G148", 4),
    "before a value": ("支出：949", "支出：{ 949", "G148", 4),
    "inside a call": ("取小（", "取小（{ ", "G148", 7),
    "inside an amount": ("（20分）", "（20分{ ）", "G148", 7),
    "between a kind and its name": ("指标 产出（30分）", "指标 { 产出（30分）", "G148", 6),
    "closing inside a call": ("完成 ÷", "完成 } ÷", "G144", 7),
    "closing before a value": ("支出：950", "支出：} 950", "G144", 3),
    "closing inside a head": ("单位 乙 {", "单位 乙 } {", "G144", 4),
    "closing before a title": ("界限 “", "界限 } “", "G144", 1),
}


@pytest.mark.parametrize(("old", "new", "code", "line"), ACCIDENTS.values(), ids=ACCIDENTS)
def test_one_brace_is_one_finding_and_nothing_is_lost(
    old: str, new: str, code: str, line: int
) -> None:
    assert WHOLE.count(old) == 1
    source = Source("", WHOLE.replace(old, new))
    file, found = read(source)
    assert [(one.code.id, source.position(one.place.start)[0]) for one in found] == [(code, line)]  # type: ignore[union-attr]
    assert declared(file) == declared(read(Source("", WHOLE))[0])


def test_the_whole_is_free_of_findings() -> None:
    file, found = read(Source("", WHOLE))
    assert found == () and "质量" in dump(file)


def test_a_lost_key_loses_its_value_alone() -> None:
    file, found = read(Source("", WHOLE.replace("得分：评分", "：评分")))
    assert [one.code.id for one in found] == ["G133"]
    assert declared(file) == declared(read(Source("", WHOLE))[0])


@pytest.mark.parametrize("text", ["： 单位 甲 {", "：单位 甲 {"])
def test_a_colon_before_a_block_is_stray(text: str) -> None:
    file, found = read(Source("", WHOLE.replace("单位 甲 {", text)))
    assert [one.code.id for one in found] == ["G133"]
    assert declared(file) == declared(read(Source("", WHOLE))[0])

"""Proposed examples: found for every way a policy can go, and right when they are pasted."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from guiju.engine.trial.propose import Proposals, propose
from guiju.grammar.diagnostics import Language
from support.trials import SCHEME, examined, policies, suite_of, without_examples

#: What a case of one unit with one row a table cannot show, or what the values tried do not reach;
#: ``guiju test --propose`` says so, and the policies' own examples show all of it.
UNFOUND = {
    "enterprises": ["税收分率 三档", "指标得分 第二处到限"],
    "towns": ["优秀名额 不到限"],
    "water": ["重大水污染 起作用"],
    "windows": ["群众测评得分 票数不足", "位次折分 到限", "与平均比 到限"],
}


@cache
def proposed(text: str, language: Language = "zh") -> Proposals:
    return propose(examined(text).checked, suite_of(text).coverage, language)


@pytest.mark.parametrize("path", policies(), ids=lambda path: path.stem)
def test_they_pass_and_show_everything(path: Path) -> None:
    bare = without_examples(path)
    assert not suite_of(bare).passed
    found = proposed(bare)
    unfound = [f"{point.name} {point.detail.zh}" for point in found.unfound]
    if path.parent.name == "schools":  # half of its rules compare a school with the others
        assert len(unfound) <= 17
    else:
        assert unfound == UNFOUND.get(path.parent.name, [])
    suite = suite_of(bare + "\n" + found.text)
    assert [f.finding.message("zh") for one in suite.tried for f in one.failures] == []
    missing = {(point.name, point.detail.zh) for point in suite.coverage.missing}
    assert missing == {(point.name, point.detail.zh) for point in found.unfound}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_they_pass_in_either_language(language: Language) -> None:
    found = proposed(SCHEME, language)
    assert found.unfound == ()
    suite = suite_of(SCHEME + found.text)
    assert suite.passed and suite.coverage.missing == ()


def test_they_stand_on_the_boundary() -> None:
    text = proposed(SCHEME).text
    for line in (
        "给定 { 总分：90分 }\n  应得 { 等级：优 }",
        "给定 { 总分：60分 }\n  应得 { 等级：良 }",
        "给定 { 总分：59.99分 }\n  应得 { 等级：差 }",
        "通过日期：2024年11月30日",
        "通过日期：2024年12月1日",
    ):
        assert line in text, text


def test_they_give_nothing_that_is_not_needed() -> None:
    assert (
        "示例 一票之不起作用 {\n  给定 { 等级：优 }\n  应得 { 最终：优 }\n}"
        in proposed(SCHEME).text
    )


def test_only_what_is_missing_is_proposed_and_no_name_is_taken_twice() -> None:
    mine = "示例 等级之良 { 给定 { 总分：90分 }；应得 { 等级：优 } }\n"
    text = proposed(SCHEME + mine).text
    assert "应得 { 等级：优 }" not in text
    assert "示例 等级之良二 {" in text


def test_they_are_the_same_every_time() -> None:
    again = propose(examined(SCHEME).checked, suite_of(SCHEME).coverage, "zh")
    assert again.text == proposed(SCHEME).text


def test_what_cannot_happen_is_said_not_to_be_found() -> None:
    dead = SCHEME.replace(
        "其余 未抽查", "情形 从不 { 当：日常.抽查 为空 且 日常.抽查 有值；取：0分 }\n  其余 未抽查"
    )
    found = proposed(dead)
    assert [(point.name, point.detail.zh) for point in found.unfound] == [("抽查得分", "从不")]

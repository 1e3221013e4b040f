"""Safe edits keep their promise: their finding goes, none comes, and no result changes."""

from __future__ import annotations

import pytest
from guiju.engine.catalogue import CODES
from guiju.engine.edits import applied, original, overlapping
from guiju.engine.fixes import fix
from guiju.engine.pipeline import Checkup, check
from guiju.engine.plan.text import plan_text
from guiju.grammar.diagnostics import Code, Edit, Fix
from guiju.grammar.source import Source, Span
from hypothesis import given, settings
from hypothesis import strategies as st
from support.policy import edited, founding_plan, founding_text

PAGES = [code for code in CODES if not code.page.data and code.id[1] in "1234567"]

#: Slips in the founding policy that have one cure, and it.
SLIPS = {
    "a lost colon": ("  年度：2009年", "  年度 2009年"),
    "a colon in a head": ("机构 县区评估组 {", "机构 县区评估组：{"),
    "a misspelt property": ("  依据文件：", "  依椐文件："),
    "a misspelt block": ("结果表 {", "结果表格 {"),
    "a lost quote": (
        "  则：“分析总结，查找薄弱环节，提出对策和措施”",
        "  则：“分析总结，查找薄弱环节，提出对策和措施",
    ),
    "a lost brace": (
        "    取：四舍五入（加分后得分，2位）\n",
        "    取：四舍五入（加分后得分，2位\n",
    ),
    "a glued word": ("当：总分 属于（79分以上不足80分）", "当：总分低于60分"),
    "an unseen character": ("年度：2009年", "年\u200b度：2009年"),
}


def codes(checkup: Checkup) -> list[str]:
    return sorted(one.code.id for one in checkup.diagnostics)


def known(checkup: Checkup) -> list[str]:
    """What is said, and what is not because a place that could not be read may explain it."""
    return codes(checkup) + [one.code.id for one in checkup.withheld]


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_mended(slip: tuple[str, str]) -> None:
    text = edited(slip)
    fixed = fix(Source("", text))
    assert len(fixed.repairs) == 1
    again = check(fixed.source)
    assert again.plan is not None
    assert codes(again) == sorted(one.code.id for one in fixed.left)
    if slip[1] != "当：总分低于60分":
        assert plan_text(again.plan) == plan_text(founding_plan())


@settings(max_examples=8, deadline=None)
@given(st.lists(st.sampled_from(list(SLIPS.values())[:7]), unique=True, min_size=2, max_size=4))
def test_several_slips(slips: list[tuple[str, str]]) -> None:
    fixed = fix(Source("", edited(*slips)))
    assert len(fixed.repairs) == len(slips)
    assert check(fixed.source).plan is not None


def safe_fixes(code: Code) -> list[Fix]:
    found = check(Source(code.id, code.page.policy(code.page.bad))).diagnostics
    return [fix for one in found for fix in one.fixes if fix.safe and one.code is code]


@pytest.mark.parametrize("code", [c for c in PAGES if safe_fixes(c)], ids=lambda code: code.id)
def test_what_a_page_calls_safe_is_kept(code: Code) -> None:
    before = check(Source(code.id, code.page.policy(code.page.bad)))
    fixed = fix(before.checked.source)
    assert fixed.repairs
    after = check(fixed.source)
    assert code.id not in codes(after)
    assert not set(codes(after)) - set(known(before))
    if before.plan is not None:
        assert after.plan is not None and plan_text(after.plan) == plan_text(before.plan)


@pytest.mark.parametrize("code", PAGES, ids=lambda code: code.id)
def test_fixing_never_adds_a_finding(code: Code) -> None:
    before = check(Source(code.id, code.page.policy(code.page.bad)))
    fixed = fix(before.checked.source)
    left = [one.code.id for one in fixed.left]
    assert len(left) == len(before.diagnostics) - len(fixed.repairs) or fixed.repairs
    assert all(left.count(id) <= known(before).count(id) for id in left)


def test_an_edit_that_would_add_a_finding_is_not_kept() -> None:
    """With its colon the property stands there twice."""
    text = edited(("  设在：市人事局\n", "  设在：市人事局\n  设在 市人事局\n"))
    fixed = fix(Source("", text))
    assert (fixed.repairs, fixed.source.text) == ((), text)


def test_a_sound_policy_is_left_alone() -> None:
    fixed = fix(Source("", founding_text()))
    assert (fixed.repairs, fixed.source.text) == ((), founding_text())


@given(st.text("ab", max_size=20), st.data())
def test_offsets_find_their_way_back(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    edits = [Edit(Span(*pair), data.draw(st.text("X", max_size=3))) for pair in pairs]
    if overlapping(edits):
        return
    after = applied(text, edits)
    for offset, char in enumerate(after):
        place = original(edits, offset)
        assert 0 <= place <= len(text)
        assert char == "X" or text[place] == char

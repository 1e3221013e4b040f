"""Examples explain the rules: whatever changes in them is a change of wording, and moves nobody."""

from __future__ import annotations

import pytest
from diff.comparing import compared, kinds
from support.policy import edited

EDITS = {
    "a figure": (("给定 { 年度评估：98.5分；", "给定 { 年度评估：98.4分；"), 1),
    "an expectation": (("应得 { 组内名次：3 }", "应得 { 组内名次：3；拟定等次：良好 }"), 1),
    "a title": (("“部门满分20分，折成9分”", "“折成9分”"), 1),
    "a unit": (("单位 丙 { 给定 { 总分：87.99分 }；应得 { 组内名次：3 } }", ""), 1),
    "an example": (
        ("示例 名次超过了排名数 {", "示例 改了名字 {"),
        1,
    ),
}


@pytest.mark.parametrize(("edit", "count"), EDITS.values(), ids=EDITS)
def test_a_changed_example_is_wording(edit: tuple[str, str], count: int) -> None:
    found = compared(edited(edit))
    assert len(found.changes) == count
    assert {kind for kind, _ in kinds(found)} == {"wording"}


def test_a_changed_bottom_line_is_a_change_of_the_rules() -> None:
    found = compared(edited(("要求：总分 ≤ 105分", "要求：总分 ≤ 100分")))
    assert kinds(found) == [("parameter", "changed")]

"""Nearest names: what is offered, what is not, and that the order of candidates is no matter."""

from __future__ import annotations

import time

import pytest
from guiju.grammar.suggest import nearest
from hypothesis import given
from hypothesis import strategies as st

KNOWN = ("重点工作目标", "市监察局", "市绩效办", "自我评估", "市长", "副市长", "基础工作评估")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("重点工做目标", "重点工作目标"),
        ("市检察局", "市监察局"),
        ("绩效办", "市绩效办"),
        ("自我评价", "自我评估"),
        ("评估自我", "自我评估"),
        ("自 我 评 估", "自我评估"),
        ("基础工作评价", "基础工作评估"),
    ],
)
def test_the_word_meant_comes_first(typed: str, meant: str) -> None:
    assert nearest(typed, KNOWN)[0] == meant


def test_width_case_and_brackets_do_not_count() -> None:
    assert nearest("ＧＤＰ（亿元）", ["gdp(亿元)"]) == ("gdp(亿元)",)


@pytest.mark.parametrize("typed", ["县长", "财政收入", "", "分"])
def test_silent_where_nothing_resembles(typed: str) -> None:
    assert nearest(typed, KNOWN) == ()


def test_swapped_neighbours_count_once() -> None:
    assert nearest("sclae", ["scale", "stage"]) == ("scale",)


def test_at_most_three_and_the_nearest_length_first() -> None:
    many = ["评估组评分", "评估组", "评估组得分表", "评估组评分表", "评估"]
    assert nearest("评估组评分", many) == ("评估组评分", "评估组评分表", "评估组")


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=8))
def test_order_of_candidates_is_no_matter(word: str, candidates: list[str]) -> None:
    assert nearest(word, candidates) == nearest(word, reversed(candidates))


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=8))
def test_offers_only_candidates(word: str, candidates: list[str]) -> None:
    offered = nearest(word, candidates)
    assert len(offered) <= 3
    assert set(offered) <= set(candidates)


def test_ten_thousand_candidates_are_quick() -> None:
    names = [f"第{number}中学" for number in range(10_000)]
    start = time.perf_counter()
    nearest("第一千中学", names)
    assert time.perf_counter() - start < 1.0

"""Whatever a policy's text becomes, checking it gives findings and never an exception."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from guiju.engine.catalogue import CODES
from guiju.engine.pipeline import check
from guiju.grammar.source import Source
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FOUNDING = files("guiju.policies").joinpath("songyuan/2009.guiju").read_text(encoding="utf-8")
LINES = FOUNDING.splitlines(keepends=True)
WORDS = sorted(set(re.findall(r"[\w.]+", FOUNDING)))
#: Stand-ins of every kind of value, most of them wrong wherever they are put.
ODD = (
    *("“文字”", "3", "3分", "3％", "3个", "0位", "10月30日", "2009年", "《文件》", "60分以上"),
    *("至多1级", "是", "单位", "总分", "重点工作目标表", "日常评估", "日常评估.定期调度"),
    *("级别加分（级别）", "合计（分值）", "领导给分", "总分 ＝ 3", "类型 属于（3分）"),
    *("非 单位", "一票否决.降等", "甲、乙", ""),
)
QUICK = settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


def _blocks() -> list[tuple[int, int]]:
    """Where each block of the founding policy stands, from the start of its line to its brace."""
    found, opened = [], []
    for match in re.finditer(r"[{}]", FOUNDING):
        if match[0] == "{":
            opened.append(FOUNDING.rfind("\n", 0, match.start()) + 1)
        else:
            found.append((opened.pop(), match.end()))
    return found


BLOCKS = _blocks()
TOPS = [(start, end) for start, end in BLOCKS if FOUNDING[start] not in " \n"]
VALUES = list(re.finditer(r"(?<=：)[^；{}\n]+", FOUNDING))


def survives(text: str) -> None:
    """Checks a text; its findings can be shown in both languages."""
    checkup = check(Source("改过.guiju", text))
    for finding in checkup.diagnostics:
        assert finding.code in CODES
        for language in ("zh", "en"):
            assert finding.message(language)  # type: ignore[arg-type]
            finding.hint(language)  # type: ignore[arg-type]
    assert checkup.plan is not None or checkup.diagnostics


@QUICK
@given(st.lists(st.integers(0, len(LINES) - 1), min_size=1, max_size=4, unique=True))
def test_lines_lost(lost: list[int]) -> None:
    survives("".join(line for n, line in enumerate(LINES) if n not in lost))


@QUICK
@given(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1))
def test_lines_swapped(first: int, second: int) -> None:
    lines = list(LINES)
    lines[first], lines[second] = lines[second], lines[first]
    survives("".join(lines))


@QUICK
@given(st.sampled_from(list(re.finditer(r"[\w.]+", FOUNDING))), st.sampled_from(["", *WORDS]))
def test_a_word_replaced(where: re.Match[str], word: str) -> None:
    survives(FOUNDING[: where.start()] + word + FOUNDING[where.end() :])


@QUICK
@given(st.sampled_from(VALUES), st.sampled_from(ODD))
def test_a_value_of_another_kind(where: re.Match[str], value: str) -> None:
    survives(FOUNDING[: where.start()] + value + FOUNDING[where.end() :])


@QUICK
@given(st.sampled_from(BLOCKS), st.sampled_from(["twice", "lost", "empty"]))
def test_a_block(where: tuple[int, int], change: str) -> None:
    start, end = where
    block = FOUNDING[start:end]
    instead = {"twice": f"{block}\n{block}", "lost": "", "empty": block.split("{", 1)[0] + "{ }"}
    survives(FOUNDING[:start] + instead[change] + FOUNDING[end:])


@QUICK
@given(st.lists(st.sampled_from(TOPS), min_size=1, max_size=8, unique=True))
def test_a_few_blocks_alone(kept: list[tuple[int, int]]) -> None:
    survives("\n".join(FOUNDING[start:end] for start, end in sorted(kept)))


@pytest.mark.parametrize(
    "text", ["", "\n", "政策", "政策 甲 {", "}", "名册 甲 { 列 { } }", "：", "结果表 { }"]
)
def test_next_to_nothing(text: str) -> None:
    survives(text)

"""The pages of the codes about data: complete in both languages, their examples true."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from guiju.engine.data import codes
from guiju.engine.data.contract import Derivation, Range
from guiju.grammar.diagnostics import Code, Severity

#: What the examples declare in their first line, as arguments of the column 得分.
COLUMNS: dict[str, dict[str, Any]] = {
    "得分：分": {"unit": "分"},
    "得分：分，可空": {"unit": "分", "nullable": True},
    "得分：整数": {"type": "integer"},
    "得分：分，0分至100分": {"unit": "分", "range": (0, 100)},
    "得分：日期": {"type": "date"},
    "得分：优秀、良好": {"type": "choice", "choices": ("优秀", "良好")},
    "得分：%": {"unit": "%"},
    "主键：单位": {},
}
#: Codes whose examples are a text table that can be run here.
RUN = [
    code
    for code in (
        *codes.header.ALL,
        *codes.cells.ALL,
        *codes.keys.ALL,
        *codes.notes.ALL,
        codes.BROKEN_CSV,
    )
    if code.page.bad.startswith("#") or code is codes.BROKEN_CSV
]
#: What only a workbook can show; these have tests of their own.
SHOWN_ONLY = {codes.OUTSIDERS, codes.FORMULA, codes.ERROR_CELL, codes.MORE_OF_SAME}
RUN = [code for code in RUN if code not in SHOWN_ONLY]


def declare(bench: Any, declaration: str) -> None:
    """The table that the first line of an example describes."""
    column, unit = bench.column, bench.column("单位", "unit")
    match declaration:
        case "名册":
            bench.table("名册", "例.csv", (unit,), register=True)
        case "名册，原名":
            former = column("原名称", "names", nullable=True, former=True)
            bench.table("名册", "例.csv", (unit, former), register=True)
        case "加分申报":
            bench.table("加分申报", "例.csv", (unit, column("加分")), key="")
        case "主键：单位、序号":
            bench.table("目标", "例.csv", (unit, column("序号", "integer")), key="单位、序号")
        case "归属：年度表":
            years = (unit, column("年度", "integer"))
            bench.table("年度表", "年度表.csv", years, key="单位、年度")
            bench.lay("年度表.csv", "单位,年度\n市财政局,2023")
            owned = {"owner": "年度表", "owner_columns": ("单位", "年度")}
            bench.table("事件", "例.csv", years, key="", **owned)
        case "唯一：评价人、名次":
            columns = (column("评价人", "text"), unit, column("名次", "integer"))
            bench.table("评价", "例.csv", columns, key="", unique=(("评价人", "名次"),))
        case "季度：季度段（月份）":
            quarters = (("上半年", Range(Fraction(1), high=Fraction(6))),
                        ("下半年", Range(Fraction(7), high=Fraction(12))))  # fmt: skip
            derived = evolve(column("季度", "choice"), derived=Derivation("月份", bands=quarters))
            bench.table("走访", "例.csv", (unit, column("月份", "integer"), derived), key="")
        case "":
            bench.scores(column("说明", "text", nullable=True), file="例.csv")
        case _:
            bench.scores(column("得分", **COLUMNS[declaration]), file="例.csv")


def found_in(bench: Any, example: str) -> set[str]:
    declaration, text = "", example
    if example.startswith("# "):
        first, text = example.split("\n", 1)
        declaration = first.removeprefix("# ")
    if not declaration.startswith("名册"):
        bench.register(["市财政局", "市教育局"])
    declare(bench, declaration)
    bench.lay("例.csv", text)
    return {item.code.id for item in bench.load().found}


@pytest.mark.parametrize("code", RUN, ids=lambda code: code.id)
def test_the_bad_example_gives_its_code_and_no_other(bench: Any, code: Code) -> None:
    assert found_in(bench, code.page.bad) == {code.id}


@pytest.mark.parametrize("code", RUN, ids=lambda code: code.id)
def test_the_good_example_gives_nothing(bench: Any, code: Code) -> None:
    assert found_in(bench, code.page.good) == set()


def test_most_codes_can_be_run() -> None:
    assert len(RUN) >= 22


@pytest.mark.parametrize("code", codes.ALL, ids=lambda code: code.id)
def test_pages_are_complete(code: Code) -> None:
    page = code.page
    assert page.data
    assert page.bad and page.good and page.bad != page.good
    for text in (code.message, page.what, page.why, page.mend):
        assert text.zh and text.en
    assert slots(code.message.zh) >= slots(code.message.en)
    assert not re.search("[\u4e00-\u9fff]", re.sub("“[^”]*”", "", page.what.en + page.why.en))


def slots(template: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", template))


def test_ids_are_unique_and_in_order() -> None:
    ids = [code.id for code in codes.ALL]
    assert ids == sorted(set(ids))
    assert {getattr(codes, name) for name in codes.__all__ if name != "ALL"} == set(codes.ALL)


def test_severities() -> None:
    assert {code.severity for code in codes.cells.ALL + codes.keys.ALL} == {Severity.ERROR}

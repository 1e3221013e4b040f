"""Cells of workbooks: typed decimals, percent formats, formulas, errors, merged ranges, notes."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from guiju.cli.inputs.grid import raw_cell
from guiju.engine.data import codes
from guiju.engine.data.tables import Gap, RawCell
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell

HEAD = ("单位", "得分")


@pytest.mark.parametrize(
    ("value", "number_format", "kind", "text"),
    [
        (1.1000000000000001, "General", "number", "1.1"),
        (0.1 + 0.2, "General", "number", "0.3"),
        (1e20, "General", "number", "100000000000000000000"),
        (0.925, "0.0%", "percent", "92.5"),
        (0.92500000000000004, "0%", "percent", "92.5"),
        (85, '0"%"', "number", "85"),
        (85, "0\\%", "number", "85"),
        (float("inf"), "General", "error", "inf"),
        (True, "General", "bool", "TRUE"),
        (datetime(2009, 10, 31), "yyyy-mm-dd", "date", "2009-10-31"),
        (datetime(2009, 10, 31, 8, 30), "General", "date", "2009-10-31 08:30:00"),
        (date(2009, 10, 31), "General", "date", "2009-10-31"),
        (time(8, 30), "General", "text", "08:30:00"),
        ("　", "General", "blank", ""),
    ],
)
def test_kinds(value: object, number_format: str, kind: str, text: str) -> None:
    assert raw_cell(value, "n", number_format) == RawCell(kind, text)


@given(st.decimals(min_value=0, max_value=1000, places=4))
def test_the_typed_decimal_comes_back(number: Decimal) -> None:
    assert Fraction(raw_cell(float(number), "n", "General").text) == Fraction(number)
    assert Fraction(raw_cell(float(number / 100), "n", "0.00%").text) == Fraction(number)


def load(bench: Any, rows: Any, *columns: Any, **flags: Any) -> Any:
    bench.register()
    bench.scores(*columns, file="评分.xlsx", **flags)
    return bench.book("评分.xlsx", {"评分": rows})


def test_formulas_and_errors_are_never_blanks(bench: Any) -> None:
    book = load(
        bench,
        [HEAD, ("市财政局", "=1+1"), ("市教育局", 2), ("市政府（办公室）", 3)],
        bench.column("得分", nullable=True),
    )
    cell: Cell = book["评分"]["B3"]
    cell.value, cell.data_type = "#DIV/0!", "e"
    book.save(bench.folder / "评分.xlsx")
    assert bench.load().errors() == ["G838", "G839"]
    formula, error = bench.of(codes.FORMULA)[0], bench.of(codes.ERROR_CELL)[0]
    assert formula.message("zh") == "工作表“评分”第2行“得分”是公式，却没有计算结果：=1+1"
    assert (formula.place.column, formula.place.row, error.place.raw) == ("B", 2, "#DIV/0!")
    assert bench["评分"].columns["得分"] == [Gap.BAD, Gap.BAD, 3]


def test_percent_format_where_points_are_wanted(bench: Any) -> None:
    book = load(bench, [HEAD, ("市财政局", 0.85), ("市教育局", 2), ("市政府（办公室）", 3)])
    book["评分"]["B2"].number_format = "0%"
    book.save(bench.folder / "评分.xlsx")
    found = bench.load().one(codes.WRONG_UNIT)
    assert found.message("zh") == "工作表“评分”第2行“得分”应是不带单位的数，实为“85%”"


def test_numbers_stored_as_text_are_one_note(bench: Any) -> None:
    load(bench, [HEAD, ("市财政局", "1.10"), ("市教育局", "2"), ("市政府（办公室）", 3)])
    found = bench.load().one(codes.TEXT_NUMBERS)
    assert found.message("zh") == "工作表“评分”“得分”有2个数以文本存放，已按数字读"
    assert (found.place.row, found.place.column) == (2, "B")
    assert bench["评分"].columns["得分"] == [Fraction(11, 10), 2, 3]


def test_titles_merged_headers_and_a_merged_footer(bench: Any) -> None:
    rows = [
        ("评分表", None, None),
        (None, None, None),
        ("序号", "单位", "成绩"),
        (None, None, "得分"),
        (1, "市财政局", 1),
        (2, "市教育局", 2),
        (3, "市政府（办公室）", 3),
        ("评分单位（盖章）：市监察局", None, None),
    ]
    book = load(bench, rows)
    for area in ("A1:C1", "A3:A4", "B3:B4", "A8:C8"):
        book["评分"].merge_cells(area)
    book.save(bench.folder / "评分.xlsx")
    assert bench.load().errors() == []
    assert bench["评分"].origins["得分"].rows == [5, 6, 7]
    assert bench["评分"].origins["得分"].letter == "C"
    assert bench["评分"].cell("得分", 1).raw == "2"
    skipped = bench.one(codes.SKIPPED_ROW)
    assert (
        skipped.message("zh") == "工作表“评分”第8行不是数据，没有读：“评分单位（盖章）：市监察局”"
    )


def test_a_header_merged_over_two_rows_is_no_data(bench: Any) -> None:
    rows = [HEAD, (None, None), ("市财政局", 1), ("市教育局", 2), ("市政府（办公室）", 3)]
    book = load(bench, rows)
    book["评分"].merge_cells("A1:A2")
    book["评分"].merge_cells("B1:B2")
    book.save(bench.folder / "评分.xlsx")
    assert bench.load().found == ()


def test_a_unit_merged_over_its_rows(bench: Any) -> None:
    bench.register(["市财政局"])
    columns = (bench.column("单位", "unit"), bench.column("目标", "text"))
    bench.table("目标", "目标.xlsx", columns, key="单位、目标")
    book = bench.book("目标.xlsx", {"目标": [("单位", "目标"), ("市财政局", "甲"), (None, "乙")]})
    book["目标"].merge_cells("A2:A3")
    book.save(bench.folder / "目标.xlsx")
    assert bench.load().found == ()
    assert bench["目标"].columns["单位"] == ["市财政局", "市财政局"]


def test_workbook_dates(bench: Any) -> None:
    load(
        bench,
        [
            ("单位", "日期"),
            ("市财政局", date(2009, 10, 31)),
            ("市教育局", "2009-02-30"),
            ("市政府（办公室）", 20091031),
        ],
        bench.column("日期", "date"),
    )
    assert bench.load().one(codes.NO_SUCH_DATE).place.row == 3
    assert bench["评分"].columns["日期"] == [date(2009, 10, 31), Gap.BAD, date(2009, 10, 31)]


def test_a_sheet_that_begins_at_c5_keeps_its_addresses(bench: Any) -> None:
    bench.register(["市财政局"])
    bench.scores(file="评分.xlsx")
    book = bench.book("评分.xlsx", {"评分": ()})
    for place, value in {"C5": "单位", "D5": "得分", "C6": "市财政局", "D6": "优"}.items():
        book["评分"][place] = value
    book.save(bench.folder / "评分.xlsx")
    found = bench.load().one(codes.NOT_A_NUMBER)
    assert (found.place.row, found.place.column) == (6, "D")


def test_a_far_formatted_cell_costs_nothing(bench: Any) -> None:
    book = load(bench, [HEAD, ("市财政局", 1), ("市教育局", 2), ("市政府（办公室）", 3)])
    book["评分"]["XFD1048576"].number_format = "0%"
    book.save(bench.folder / "评分.xlsx")
    assert bench.load().errors() == []

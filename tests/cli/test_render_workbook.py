"""Workbooks: numbers are numbers, bytes are the same each time, and a file is whole or absent."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from guiju.cli.render.files import write_atomically
from guiju.cli.render.workbook import sheet_names, workbook_bytes, write_workbook
from guiju.cli.render.worksheet import excel_number
from guiju.engine.report.model import (
    Branch,
    Column,
    Facts,
    Grid,
    Lines,
    Report,
    Section,
    Value,
)

GRID = Grid(
    (Column("单位"), Column("总分", "right"), Column("说明")),
    (
        (Value("市财政局"), Value("92.35", Fraction(9235, 100), 2), Value("=1+1")),
        (Value("市人事局"), Value("61.33", Fraction(184, 3), 2), Value("", tone="bad")),
    ),
)
TREE = Branch(
    "总分", "92.35", children=(Branch("目标", "72", "80 × 90％", "三（一）1", "bad", ("注",)),)
)
REPORT = Report(
    "结果",
    (
        Section("排名", (GRID,), "排名"),
        Section("明细", (TREE,), "市财政局"),
        Section(
            "另注",
            (Lines((("甲", "plain"),)), Facts((("满分", Value("100", Fraction(100))),))),
            "排名",
        ),
    ),
)


def opened(path: Path, report: Report = REPORT) -> Any:
    write_workbook(report, path)
    return openpyxl.load_workbook(path)


def test_sections_stack_on_their_sheets(tmp_path: Path) -> None:
    book = opened(tmp_path / "结果.xlsx")
    assert book.sheetnames == ["排名", "市财政局"]
    rows = list(book["排名"].iter_rows(values_only=True))
    assert rows == [
        ("排名", None, None),
        ("单位", "总分", "说明"),
        ("市财政局", 92.35, "=1+1"),
        ("市人事局", 61.3333333333333, None),
        (None, None, None),
        ("另注", None, None),
        ("- 甲", None, None),
        (None, None, None),
        ("满分", 100, None),
    ]


def test_cells_are_typed_and_laid_out(tmp_path: Path) -> None:
    book = opened(tmp_path / "结果.xlsx")
    page = book["排名"]
    assert page.freeze_panes == "A3"
    assert page["B3"].number_format == "0.00"
    assert page["C3"].data_type == "s"
    assert page["B3"].alignment.horizontal == "right"
    assert page.column_dimensions["A"].width >= 10
    tree = book["市财政局"]
    assert tree["A3"].alignment.indent == 1
    assert [tree.row_dimensions[row].outlineLevel for row in (2, 3, 4)] == [0, 1, 1]


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (Fraction(9235, 100), "92.35"),
        (Fraction(1, 3), "0.333333333333333"),
        (Fraction(200, 3), "66.6666666666667"),
        (Fraction(-7), "-7"),
        (Fraction(10**20 + 1), "1.00000000000000E+20"),
        (Fraction(1, 8), "0.125"),
    ],
)
def test_numbers_keep_what_a_workbook_can_hold(number: Fraction, written: str) -> None:
    assert str(excel_number(number)) == written


def test_two_runs_are_byte_equal() -> None:
    assert workbook_bytes(REPORT) == workbook_bytes(REPORT)


def test_an_empty_report_opens(tmp_path: Path) -> None:
    assert opened(tmp_path / "空.xlsx", Report("空", ())).sheetnames == ["空"]


def test_sheet_names() -> None:
    long = "市" * 40
    names = sheet_names(
        ["a[b]:c*?/\\d", long, long + "二", "", "'引号'", "History", "排名", "排名"]
    )
    assert names == [
        "a_b__c____d", "市" * 31, "市" * 28 + "(2)", "Sheet", "引号",
        "History(2)", "排名", "排名(2)",
    ]  # fmt: skip
    assert len(sheet_names(["𠮷" * 31])[0]) == 15


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "结果.xlsx"
    target.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="disk full"):
        write_workbook(REPORT, target)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["结果.xlsx"]


def test_a_link_keeps_pointing_at_its_file(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"

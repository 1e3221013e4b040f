"""Exported results say whose row each is, also where the policy's own table leaves the unit out."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
from support.office import HEAD, ROWS, Office

RULES = "核算 总 { 出处：“二”；步骤 总分 { 取：得分数 } }\n"


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    found = Office(tmp_path, capsys)
    found.table("单位.csv", ROWS)
    return found


def written(office: Office, export: str) -> None:
    text = f"{HEAD}{RULES}结果表 {{ {export} }}"
    (office.folder / "p.guiju").write_text(text, encoding="utf-8")


def csv_of(office: Office) -> list[list[str]]:
    code, out = office.command("evaluate", "--format", "csv")
    assert code == 0, out
    return list(csv.reader(StringIO(out)))


def json_of(office: Office) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(office.command("evaluate", "--format", "json")[1])[
        "table"
    ]
    return found


def test_a_table_without_the_unit_gets_it_first(office: Office) -> None:
    written(office, "得：总分")
    assert csv_of(office)[:2] == [["单位", "得"], ["东区", "90"]]
    assert json_of(office)[3] == {"单位": "北区", "得": "59.5"}


def test_a_table_with_the_unit_stays_as_it_is(office: Office) -> None:
    written(office, "得：总分；区县：单位")
    assert csv_of(office)[:2] == [["得", "区县"], ["90", "东区"]]
    assert list(json_of(office)[0]) == ["得", "区县"]


def test_a_column_that_is_only_called_so_is_no_unit(office: Office) -> None:
    written(office, "单位：总分")
    assert csv_of(office)[:2] == [["单位.单位", "单位"], ["东区", "90"]]
    assert json_of(office)[0] == {"单位.单位": "东区", "单位": "90"}


def test_the_workbook_too(office: Office) -> None:
    written(office, "得：总分")
    path = office.folder / "o.xlsx"
    assert office.command("evaluate", "--output", str(path))[0] == 0
    cells = [
        str(cell.value) for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row
    ]
    assert {"东区", "西区", "南区", "北区"} <= set(cells)

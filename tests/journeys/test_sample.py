"""The founding policy on the shipped sample: every column of every unit as expected."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
from guiju.cli.main import main
from support.spoiled import DATA, EXPECTED, POLICY


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    out = capsys.readouterr().out
    assert not stop.value.code, out
    return out


def expected() -> list[dict[str, str]]:
    with EXPECTED.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_csv_is_the_expected_file(capsys: pytest.CaptureFixture[str]) -> None:
    out = run(capsys, "evaluate", str(POLICY), str(DATA), "--format", "csv")
    rows = list(csv.DictReader(StringIO(out)))
    assert len(rows) == 45
    assert rows == expected()


def test_the_json_agrees_exactly_before_display(capsys: pytest.CaptureFixture[str]) -> None:
    """Exact rationals: each stage rounds to the six decimals expected, the totals are equal."""
    found = json.loads(run(capsys, "evaluate", str(POLICY), str(DATA), "--format", "json"))
    units = {unit["unit"]: unit for group in found["groups"] for unit in group["units"]}
    headers = {"市长": "市长评估", "副市长等": "副市长等评估", "副秘书长": "副秘书长评估"}
    for row in expected():
        unit = units[row["单位"]]
        assert Fraction(unit["total"]) == Fraction(row["总分"])
        for header in list(row)[3:13]:
            stage = Fraction(unit["stage"][headers.get(header, header)])
            assert abs(stage - Fraction(row[header])) <= Fraction(1, 2_000_000)


def test_the_workbook_has_a_sheet_for_each_group(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "结果.xlsx"
    run(capsys, "evaluate", str(POLICY), str(DATA), "--output", str(path))
    book = openpyxl.load_workbook(path)
    assert len(book.sheetnames) == 6
    totals = {}
    for sheet in book.worksheets[:4]:
        titles, *rows = sheet.iter_rows(min_row=2, values_only=True)
        # The policy's own table of results, which has all stages and the bonus.
        assert titles[:2] == ("名次", "单位") and {"类型", "基础工作评估", "加分"} <= {*titles}
        totals |= {row[1]: row[titles.index("总分")] for row in rows}
    assert totals == {row["单位"]: float(row["总分"]) for row in expected()}


def test_every_unit_is_explained_and_adds_up(capsys: pytest.CaptureFixture[str]) -> None:
    def check(line: dict[str, object]) -> None:
        parts = line["parts"]
        assert isinstance(parts, list)
        if parts:
            assert sum(Fraction(part["value"]) for part in parts) == Fraction(str(line["value"]))
        for part in parts:
            check(part)

    for row in expected()[::9]:
        out = run(capsys, "explain", str(POLICY), str(DATA), row["单位"], "--format", "json")
        ledger = json.loads(out)["ledger"]
        assert Fraction(ledger["value"]) == Fraction(row["总分"])
        check(ledger)


def test_two_runs_are_byte_equal(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("evaluate", str(POLICY), str(DATA), "--format", "json")
    assert run(capsys, *arguments) == run(capsys, *arguments)


def test_why_not_is_answered_in_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("explain", str(POLICY), str(DATA), "宁江区", "--why-not", "优秀", "--format")
    answer = json.loads(run(capsys, *asked, "json"))["why_not"]
    assert answer["grade"] == "优秀"
    assert answer["because"][0] == "离“优秀”还差5.62分"
    assert answer["because"][0] in run(capsys, *asked, "markdown")

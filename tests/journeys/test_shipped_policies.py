"""Every shipped policy checks without a word and reproduces its expected figures in every column."""

from __future__ import annotations

import csv
from fractions import Fraction
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
from guiju.cli.main import main
from support.spoiled import ROOT

POLICIES = ROOT / "policies"
CASES = [
    ("songyuan", "2009", ()),
    ("songyuan", "2010", ()),
    ("hdi", "2022", ()),
    ("budget", "2023", ("G1", "G2", "G3", "约谈")),
]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    return int(stop.value.code or 0), capsys.readouterr().out


@pytest.mark.parametrize(
    "path", sorted(POLICIES.glob("*/*.guiju")), ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_it_checks_without_a_word(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", str(path)) == (0, "")


@pytest.mark.parametrize(("name", "year", "left_out"), CASES)
def test_it_reproduces_its_expected_figures(
    name: str, year: str, left_out: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = POLICIES / name
    data = folder / f"data-{year}"
    _, out = run(capsys, "evaluate", str(folder / f"{year}.guiju"), str(data), "--format", "csv")
    found = list(csv.DictReader(StringIO(out)))
    with (folder / f"expected-{year}.csv").open(encoding="utf-8-sig", newline="") as file:
        expected = list(csv.DictReader(file))
    assert found == [{k: v for k, v in row.items() if k not in left_out} for row in expected]


def test_money_adds_up_in_the_report_and_the_workbook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The total of a figure with decimals is that of the expected column, to the cent."""
    folder, path = POLICIES / "budget", tmp_path / "out.xlsx"
    data = str(folder / "data-2023")
    _, out = run(capsys, "evaluate", str(folder / "2023.guiju"), data, "--output", str(path))
    with (folder / "expected-2023.csv").open(encoding="utf-8-sig", newline="") as file:
        money = [Fraction(row["2024年挂钩后项目预算万元"]) for row in csv.DictReader(file)]
    assert f"挂钩后预算合计{float(sum(money)):.2f}" in out
    rows = openpyxl.load_workbook(path)["结果运用"].iter_rows(
        min_row=3, max_row=12, values_only=True
    )
    assert [Fraction(str(row[3])) for row in rows] == money

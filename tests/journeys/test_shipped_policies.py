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
#: Every file of expected figures beside a policy: ``expected-<year>.csv`` for the units,
#: ``expected-<year>-<table>.csv`` for another table of results.
EXPECTED = sorted(POLICIES.glob("*/expected-*.csv"))
#: Expected columns that a policy's own table of results does not have, as its page says.
LEFT_OUT = {"budget": ("G1", "G2", "G3", "约谈")}


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    return int(stop.value.code or 0), capsys.readouterr().out


@pytest.mark.parametrize(
    "path", sorted(POLICIES.glob("*/*.guiju")), ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_it_checks_without_a_word(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", str(path)) == (0, "")


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_it_reproduces_its_expected_figures(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, (_, year, *table) = path.parent, path.stem.split("-", 2)
    more = ("--table", table[0]) if table else ()
    policy, data = str(folder / f"{year}.guiju"), str(folder / f"data-{year}")
    code, out = run(capsys, "evaluate", policy, data, "--format", "csv", *more)
    assert code == 0, out
    with path.open(encoding="utf-8-sig", newline="") as file:
        expected = list(csv.DictReader(file))
    left_out = LEFT_OUT.get(folder.name, ())
    assert list(csv.DictReader(StringIO(out))) == [
        {k: v for k, v in row.items() if k not in left_out} for row in expected
    ]


def test_every_policy_with_data_has_expected_figures() -> None:
    years = {(path.parent.name, path.stem.split("-")[1]) for path in EXPECTED}
    assert years == {(p.parent.name, p.stem) for p in POLICIES.glob("*/*.guiju")}


def test_one_policys_result_is_anothers_data(capsys: pytest.CaptureFixture[str]) -> None:
    """The towns are assessed with the very table that the safety assessment exports."""
    safety, towns = POLICIES / "safety", POLICIES / "towns"
    data = str(safety / "data-2024")
    _, out = run(capsys, "evaluate", str(safety / "2024.guiju"), data, "--format", "csv")
    with (towns / "data-2024" / "安全生产结果.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(StringIO(out))) == list(csv.DictReader(file))


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

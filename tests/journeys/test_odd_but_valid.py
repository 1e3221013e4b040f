"""Odd but valid data: accepted, and reported in the result's notes with its cell or line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from guiju.cli.main import main
from support.spoiled import DATA, POLICY, copy, edit_csv, edit_sheet, find, set_csv


def result(capsys: pytest.CaptureFixture[str], data: Path) -> tuple[dict[str, object], str]:
    with pytest.raises(SystemExit) as stop:
        main(["evaluate", str(POLICY), str(data), "--format", "json"])
    out = capsys.readouterr().out
    assert not stop.value.code, out
    return json.loads(out), out


def listed(found: dict[str, object], unit: str, word: str) -> dict[str, object]:
    """The one notice of a unit whose text holds a word."""
    notices = found["notices"]
    assert isinstance(notices, list)
    hits = [item for item in notices if item["unit"] == unit and word in item["text"]]
    assert len(hits) == 1, notices
    return hits[0]


def test_full_width_digits_and_brackets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain, _ = result(capsys, DATA)
    data = copy(tmp_path)
    set_csv(data, "日常评估.csv", ("市财政局",), "基础工作评估", "９４．０")
    edit_sheet(
        data, "共性工作目标评分.xlsx", "市监察局", lambda sheet: sheet.__setitem__("C4", "１")
    )
    found, out = result(capsys, data)
    assert found["groups"] == plain["groups"]
    assert "９４．０" in out


def test_an_adjustment_approved_too_late(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """31 October: the original target counts, and the note names the cell."""
    data = copy(tmp_path)

    def edit(rows: list[list[str]]) -> None:
        rows[find(rows, "市公安局", "粮食总产")][10] = "2009-10-31"

    edit_csv(data, "重点工作目标.csv", edit)
    found, _ = result(capsys, data)
    notice = listed(found, "市公安局", "原目标值")
    assert [cell["value"] for cell in notice["cells"]] == ["2009-10-31"]  # type: ignore[index, union-attr]


def test_a_unit_without_a_field_visit(capsys: pytest.CaptureFixture[str]) -> None:
    found, _ = result(capsys, DATA)
    notice = listed(found, "长岭县", "未抽中")
    cells = notice["cells"]
    assert [(cell["file"], cell["row"], cell["column"]) for cell in cells] == [
        ("日常评估.csv", 4, "实地踏查")
    ]  # type: ignore[union-attr, index]


def test_a_bonus_before_the_end_of_its_notice(capsys: pytest.CaptureFixture[str]) -> None:
    found, _ = result(capsys, DATA)
    cells = listed(found, "市文化局", "公示尚未结束")["cells"]
    assert {cell["file"] for cell in cells} == {"加分申报.csv"}  # type: ignore[union-attr, index]


def test_a_pending_veto(capsys: pytest.CaptureFixture[str]) -> None:
    found, _ = result(capsys, DATA)
    units = {u["unit"]: u for g in found["groups"] for u in g["units"]}  # type: ignore[union-attr, index]
    assert units["市工商行政管理局"]["veto"] == {
        "final": "优秀",
        "lowered": False,
        "pending": True,
        "if_lowered": "良好",
    }
    assert [name for name, unit in units.items() if unit["veto"]["pending"]] == ["市工商行政管理局"]


def test_a_total_between_79_and_80(capsys: pytest.CaptureFixture[str]) -> None:
    found, _ = result(capsys, DATA)
    listed(found, "市文化局", "两个等次之间")

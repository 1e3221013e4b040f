"""Wrong data, end to end: located findings, a non-zero exit, no partial output."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from guiju.cli.main import main
from support.spoiled import DATA, POLICY, copy, edit_csv, edit_sheet, find, set_csv

GOALS, DAILY, LEADERS = "重点工作目标.csv", "日常评估.csv", "领导评价.csv"
MARKS, REGISTER = "共性工作目标评分.xlsx", "单位名册.xlsx"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    return int(stop.value.code or 0), capsys.readouterr().out


def findings(
    capsys: pytest.CaptureFixture[str], data: Path, output: Path
) -> tuple[int, list[dict[str, object]]]:
    code, out = run(
        capsys, "evaluate", str(POLICY), str(data), "--format", "json", "--output", str(output)
    )
    assert not output.exists(), "a partial result was written"
    listed = json.loads(out)
    assert isinstance(listed, list)
    return code, [item for item in listed if item["severity"] == "error"]


def _rename_sheet(data: Path) -> None:
    edit_sheet(data, MARKS, "市人事局", lambda sheet: setattr(sheet, "title", "人事局"))


def _cell(
    name: str, sheet: str, ref: str, value: object, number_format: str | None = None
) -> Callable[[Path], None]:
    def spoil(data: Path) -> None:
        def edit(page: object) -> None:
            page[ref] = value  # type: ignore[index]
            if number_format:
                page[ref].number_format = number_format  # type: ignore[index]

        edit_sheet(data, name, sheet, edit)

    return spoil


def _drop_row(name: str, *row: str) -> Callable[[Path], None]:
    def spoil(data: Path) -> None:
        edit_csv(data, name, lambda rows: rows.pop(find(rows, *row)) and None)

    return spoil


def _repeat_row(name: str, *row: str) -> Callable[[Path], None]:
    def spoil(data: Path) -> None:
        edit_csv(data, name, lambda rows: rows.append(rows[find(rows, *row)]))

    return spoil


def _set(name: str, row: tuple[str, ...], column: str, value: str) -> Callable[[Path], None]:
    return lambda data: set_csv(data, name, row, column, value)


def _header(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(rows: list[list[str]]) -> None:
        rows[0][rows[0].index(old)] = new

    return lambda data: edit_csv(data, name, edit)


def _bytes(name: str, content: bytes) -> Callable[[Path], None]:
    return lambda data: (data / name).write_bytes(content) and None


def _goal_list_79(data: Path) -> None:
    def edit(rows: list[list[str]]) -> None:
        row = rows[find(rows, "市财政局", "1")]
        row[rows[0].index("分值")] = str(int(row[rows[0].index("分值")]) - 1)
        row[rows[0].index("评估方式")] = "定量"
        row[rows[0].index("目标值")] = row[rows[0].index("完成值")] = "1"

    edit_csv(data, GOALS, edit)


def _nobody_ranked(data: Path) -> None:
    def edit(rows: list[list[str]]) -> None:
        rows[:] = [row for row in rows if not (row[2] == "市财政局" and row[1] == "市政府副秘书长")]

    edit_csv(data, LEADERS, edit)


def _same_rank(data: Path) -> None:
    def edit(rows: list[list[str]]) -> None:
        ranked = [row for row in rows if row[0] == "副市长甲" and row[4]]
        ranked[1][4] = ranked[0][4]

    edit_csv(data, LEADERS, edit)


CASES = {
    "a workbook without a declared sheet": (_rename_sheet, MARKS, ("市人事局",)),
    "a column renamed": (_header(DAILY, "定期调度", "定期调度分"), DAILY, ("定期调度",)),
    "a unit that is not in the register": (
        _set(DAILY, ("市财政局",), "单位", "市财证局"),
        DAILY,
        ("市财证局", "市财政局"),
    ),
    "a unit without marks": (_drop_row(DAILY, "市财政局"), DAILY, ("市财政局",)),
    "a unit twice": (_repeat_row(DAILY, "市财政局"), DAILY, ("市财政局",)),
    "a mark above its full mark": (_cell(MARKS, "市监察局", "C4", 1.5), MARKS, ("遵纪守法", "1.5")),
    "a mark below zero": (_cell(MARKS, "市监察局", "C4", -1), MARKS, ("遵纪守法", "-1")),
    "text in a number cell": (_cell(MARKS, "市监察局", "C4", "优"), MARKS, ("遵纪守法", "优")),
    "a percent cell": (_cell(MARKS, "市监察局", "C4", 0.85, "0%"), MARKS, ("85",)),
    "a goal list that adds to 79": (_goal_list_79, GOALS, ("市财政局", "79", "80")),
    "two departments at one rank": (_same_rank, LEADERS, ("副市长甲",)),
    "a department nobody ranked": (_nobody_ranked, None, ("市财政局",)),
    "a date that does not exist": (
        _set("否决情形.csv", ("市商务局",), "查处日期", "2009-02-30"),
        "否决情形.csv",
        ("2009-02-30",),
    ),
    "a CSV in the wrong encoding": (
        _bytes(DAILY, "单位,基础工作评估\n宁江区,77\n".encode("utf-16-le")),
        DAILY,
        (),
    ),
    "an empty file": (_bytes(DAILY, b""), DAILY, ()),
    "a file that is no workbook": (_bytes(REGISTER, b"not a workbook"), REGISTER, ()),
}


@pytest.mark.parametrize("name", CASES)
def test_wrong_data_is_located_and_stops(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, file, words = CASES[name]
    data = copy(tmp_path)
    spoil(data)
    code, errors = findings(capsys, data, tmp_path / "out.xlsx")
    assert code in (2, 3)
    assert errors
    assert any(
        (file is None or item.get("file") == file)
        and all(word in json.dumps(item, ensure_ascii=False) for word in words)
        for item in errors
    ), errors


def test_several_mistakes_come_in_one_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = copy(tmp_path)
    for name in ("a mark above its full mark", "a goal list that adds to 79", "a unit twice"):
        CASES[name][0](data)
    _, errors = findings(capsys, data, tmp_path / "out.xlsx")
    assert {MARKS, GOALS, DAILY} <= {item.get("file") for item in errors}


def test_the_sample_itself_is_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Guards the cases above: without the mistake there is no error."""
    code, out = run(capsys, "evaluate", str(POLICY), str(DATA), "--format", "json")
    assert code == 0
    assert isinstance(json.loads(out), dict)


@pytest.mark.parametrize("folder", ["missing", "a file"])
def test_an_unreadable_folder(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / folder
    if folder == "a file":
        path.write_text("x")
    code, _ = run(capsys, "evaluate", str(POLICY), str(path))
    assert code == 2

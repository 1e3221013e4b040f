"""Folders and files: what is missing, unreadable, left over, or not what its name says."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from guiju.cli.inputs import read_folder
from guiju.engine.data import codes
from guiju.engine.data.tables import Gap

ROWS = (("单位", "得分"), ("市财政局", 1), ("市教育局", 2), ("市政府（办公室）", 3))


def test_folder_missing(bench: Any, tmp_path: Path) -> None:
    _, (found,) = read_folder(tmp_path / "数剧", [])
    assert found.code is codes.FOLDER_MISSING
    assert "数剧" in found.message("zh")


def test_folder_is_a_file(bench: Any) -> None:
    bench.lay("名册.csv", "单位")
    _, (found,) = read_folder(bench.folder / "名册.csv", [])
    assert found.code is codes.NOT_A_FOLDER


def test_folder_unreadable(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    _, (found,) = read_folder(bench.folder, [])
    assert found.code is codes.FOLDER_UNREADABLE
    assert "没有读取权限" in found.message("zh")


def test_folder_empty_is_one_finding(bench: Any) -> None:
    bench.scores()
    _, found = read_folder(bench.folder, bench.specs)
    assert [item.code for item in found] == [codes.FOLDER_EMPTY]


def test_file_unreadable(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    bench.scores()
    bench.lay("评分.csv", "单位,得分\n")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert bench.load().one(codes.FILE_UNREADABLE).place.file == "评分.csv"


@pytest.mark.parametrize(
    "there", ["评分.xlsx", "评 分.csv", "评分（一）.csv", "评份.csv", "评分2009.csv"]
)
def test_file_missing_names_the_nearest(bench: Any, there: str) -> None:
    bench.scores(file="评分(一).csv" if "（" in there else "评分.csv")
    bench.lay(there, "单位,得分\n")
    found = bench.load().one(codes.FILE_MISSING)
    assert there in found.hint("zh")
    assert "评分" in found.message("en")


def test_a_name_cannot_leave_the_folder(bench: Any) -> None:
    inner = bench.folder / "数据"
    inner.mkdir()
    bench.lay("评分.csv", "单位,得分\n")
    (inner / "别的.csv").write_text("单位\n", "utf-8")
    bench.scores(file="../评分.csv")
    _, found = read_folder(inner, bench.specs)
    assert codes.FILE_MISSING in [item.code for item in found]


def test_optional_file_may_be_absent(bench: Any) -> None:
    bench.register()
    bench.scores(optional=True)
    assert bench.load().found == ()
    assert (bench["评分"].present, bench["评分"].size) == (False, 3)
    assert set(bench["评分"].columns["得分"]) == {Gap.BLANK}


def test_leftovers(bench: Any) -> None:
    bench.register()
    for name in (
        "补充.csv",
        "~$名册.xlsx",
        "名册 - 副本.csv",
        "名册.xlsx",
        ".DS_Store",
        "Thumbs.db",
    ):
        bench.lay(name, "x")
    bench.load()
    assert [item.place.file for item in bench.of(codes.UNREAD_FILE)] == ["补充.csv"]
    assert [item.place.file for item in bench.of(codes.TEMPORARY_FILE)] == ["~$名册.xlsx"]
    rivals = [item.place.file for item in bench.of(codes.RIVAL_FILE)]
    assert rivals == ["名册 - 副本.csv", "名册.xlsx"]
    assert len(bench.found) == 4


def test_no_workbook_inside(bench: Any) -> None:
    bench.scores(file="评分.xlsx")
    cases = {
        b"": codes.FILE_EMPTY,
        "单位,得分".encode(): codes.NOT_A_WORKBOOK,
        b"<html><table>": codes.NOT_A_WORKBOOK,
        b"\xd0\xcf\x11\xe0" + bytes(600): codes.OLD_WORKBOOK,
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"): codes.ENCRYPTED,
        b"PK\x03\x04 cut short": codes.BROKEN_WORKBOOK,
    }
    for content, code in cases.items():
        bench.lay("评分.xlsx", content)
        assert bench.load().errors() == [code.id]


def test_truncated_workbook(bench: Any) -> None:
    bench.scores(file="评分.xlsx")
    bench.book("评分.xlsx", {"评分": ROWS})
    data = (bench.folder / "评分.xlsx").read_bytes()
    for end in range(4, len(data), len(data) // 12):
        bench.lay("评分.xlsx", data[:end])
        assert bench.load().errors() == [codes.BROKEN_WORKBOOK.id]


def test_text_name_on_a_workbook(bench: Any) -> None:
    bench.scores()
    bench.book("评分.csv", {"评分": ROWS})
    assert "工作簿" in bench.load().one(codes.NOT_TEXT).message("zh")


def test_sheet_missing_suggests(bench: Any) -> None:
    bench.register()
    bench.scores(file="评分.xlsx", sheets=("市监察局",))
    bench.book("评分.xlsx", {"监察局": ROWS, "其他": ROWS})
    found = bench.load().one(codes.SHEET_MISSING)
    assert found.hint("zh") == "是不是“监察局”？"


def test_sheet_name_width_does_not_count(bench: Any) -> None:
    bench.register()
    bench.scores(file="评分.xlsx", sheets=("评分(一)",))
    bench.book("评分.xlsx", {"评分（一）": ROWS})
    assert bench.load().errors() == []


def test_empty_sheet(bench: Any) -> None:
    bench.scores(file="评分.xlsx", sheets=("评分",))
    bench.book("评分.xlsx", {"评分": ()})
    assert "工作表“评分”" in bench.load().one(codes.FILE_EMPTY).message("zh")


def test_several_sheets_and_none_declared(bench: Any) -> None:
    bench.register()
    bench.scores(file="评分.xlsx")
    bench.book("评分.xlsx", {"甲": ROWS, "Sheet2": ()})
    assert bench.load().errors() == []
    bench.book("评分.xlsx", {"甲": ROWS, "乙": ROWS})
    assert "“甲”、“乙”" in bench.load().one(codes.SHEETS_UNDECIDED).hint("zh")


def test_hidden_is_read_and_reported_once(bench: Any) -> None:
    bench.register()
    for name in ("甲", "乙"):
        columns = (bench.column("单位", "unit"), bench.column("得分"))
        bench.table(name, "评分.xlsx", columns, sheets=("评分",))
    book = bench.book("评分.xlsx", {"别的": (), "评分": ROWS})
    book["评分"].sheet_state = "hidden"
    book["评分"].row_dimensions[3].hidden = True
    book.save(bench.folder / "评分.xlsx")
    assert [item.message("zh") for item in bench.load().of(codes.HIDDEN)] == [
        "“评分.xlsx”的工作表“评分”是隐藏的，照样读了",
        "“评分.xlsx”的工作表“评分”第3行是隐藏的，照样读了",
    ]
    assert bench["乙"].columns["得分"][1] == 2


def test_a_workbook_of_two_tables_is_opened_once(
    bench: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("甲", "乙"):
        columns = (bench.column("单位", "unit"), bench.column("得分"))
        bench.table(name, "评分.xlsx", columns, sheets=(name,))
    bench.book("评分.xlsx", {"甲": ROWS, "乙": ROWS})
    loads: list[object] = []
    original = openpyxl.load_workbook

    def counting(data: io.BytesIO, **options: Any) -> Any:
        loads.append(data)
        return original(data, **options)

    monkeypatch.setattr(openpyxl, "load_workbook", counting)
    assert bench.load().errors() == []
    assert len(loads) == 1

"""Text tables: encodings, delimiters, quotes, line numbers, and any bytes whatever."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from guiju.cli.inputs.delimited import read_delimited
from guiju.cli.inputs.workbook import read_workbook
from guiju.engine.data import codes
from guiju.engine.data.admit import admit
from guiju.engine.data.contract import ColumnSpec, ColumnType, TableSpec
from guiju.grammar.source import Span
from hypothesis import given, settings
from hypothesis import strategies as st

TEXT = "单位,得分\n市财政局,1\n市教育局,2\n市政府（办公室）,3\n"


def texts(data: bytes, encoding: str | None = None) -> list[list[str]]:
    (sheet,) = read_delimited("评分.csv", data, encoding).sheets
    return [[cell.text for cell in row] for row in sheet.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_encodings_are_found(encoding: str) -> None:
    assert texts(TEXT.encode(encoding))[1] == ["市财政局", "1"]


def test_big_endian_mark() -> None:
    assert texts(b"\xfe\xff" + TEXT.encode("utf-16-be"))[1] == ["市财政局", "1"]


@pytest.mark.parametrize("declared", ["GBK", "gb2312", "GB18030"])
def test_declared_encoding_holds_rare_characters(declared: str) -> None:
    assert texts("姓名\n㐂𠮷\n".encode("gb18030"), declared)[1] == ["㐂𠮷"]


def test_undecodable_says_what_was_tried_and_where() -> None:
    (found,) = read_delimited("评分.csv", b"a\nb\n\xff\xff\x80", None).findings
    assert found.code is codes.UNDECODABLE
    assert "第3行" in found.message("zh")
    assert "utf-8、gb18030" in found.message("zh")


def test_declared_encoding_that_fails() -> None:
    (found,) = read_delimited("评分.csv", TEXT.encode("gbk"), "UTF-8").findings
    assert found.code is codes.UNDECODABLE


def test_utf16_without_mark_is_not_text() -> None:
    (found,) = read_delimited("评分.csv", "a,b\n1,2\n".encode("utf-16-le"), None).findings
    assert found.code is codes.UNDECODABLE


@pytest.mark.parametrize("name", ["国标", "base64", "rot13"])
def test_unknown_encoding(name: str) -> None:
    (found,) = read_delimited("评分.csv", TEXT.encode(), name).findings
    assert found.code is codes.UNKNOWN_ENCODING


@pytest.mark.parametrize("mark", ["\t", ";", "；", "，"])
def test_other_delimiters_are_noted(mark: str) -> None:
    read = read_delimited("评分.csv", TEXT.replace(",", mark).encode(), None)
    assert [cell.text for cell in read.sheets[0].rows[1]] == ["市财政局", "1"]
    assert [item.code for item in read.findings] == [codes.ODD_DELIMITER]


def test_a_title_without_commas_changes_nothing() -> None:
    assert texts(("评分表；市财政局填\n" + TEXT).encode())[2] == ["市财政局", "1"]


def test_line_numbers_across_quoted_line_breaks(bench: Any) -> None:
    bench.register()
    bench.scores(bench.column("说明", "text", nullable=True), bench.column("得分"))
    bench.lay(
        "评分.csv",
        '单位,说明,得分\r\n市财政局,"一\n二\r\n三",优\r\n市教育局,,差\r\n市政府（办公室）,,1',
    )
    bench.load()
    assert [item.place.row for item in bench.of(codes.NOT_A_NUMBER)] == [2, 5]
    assert bench["评分"].origins["得分"].rows == [2, 5, 6]


def test_unclosed_quote_is_located() -> None:
    (found,) = read_delimited("评分.csv", b'a,b\n1,2\n3,"4\n5,6\n', None).findings
    assert found.code is codes.BROKEN_CSV
    assert "第3行" in found.message("zh")


@pytest.mark.parametrize("content", [b"", b"\n\n", b" , ,\n", b"\xef\xbb\xbf"])
def test_nothing_inside(content: bytes) -> None:
    assert read_delimited("评分.csv", content, None).findings[0].code is codes.FILE_EMPTY


def test_short_rows_are_filled_up() -> None:
    assert texts(b"a,b,c\n1\n\n") == [["a", "b", "c"], ["1", "", ""], ["", "", ""]]


@given(st.binary(max_size=400))
def test_any_bytes_give_sheets_or_findings(data: bytes) -> None:
    for read in (read_delimited("x.csv", data, None), read_workbook("x.xlsx", data)):
        assert read.sheets or read.findings
        assert all(item.message("zh") and item.message("en") for item in read.findings)


ANY_CELL = st.text(alphabet='市财政局单位得分０9.5%/—-，、 \u3000"\nx:合计', max_size=6)


@settings(deadline=None)
@given(st.lists(st.lists(ANY_CELL, max_size=4), max_size=6))
def test_any_rows_are_admitted_or_found_wrong(bench_specs: Any, rows: list[list[str]]) -> None:
    text = "单位,得分,日期\n" + "\n".join(",".join(row) for row in rows)
    read = read_delimited("评分.csv", text.encode(), None)
    dataset, found = admit(bench_specs, {"评分": read.sheets} if read.sheets else {})
    table = dataset.tables["评分"]
    assert {len(values) for values in table.columns.values()} == {table.size}
    assert all(item.message("zh") and item.message("en") for item in found)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=9
    )
)
def test_a_number_survives_exactly(bench_specs: Any, number: Any) -> None:
    read = read_delimited("评分.csv", f"单位,得分,日期\n甲,{number:f},\n".encode(), None)
    dataset, _ = admit(bench_specs, {"评分": read.sheets})
    assert dataset.tables["评分"].columns["得分"] == [Fraction(number)]


@pytest.fixture(scope="module")
def bench_specs() -> Any:
    """One table of a unit, a number and a date, without a register."""
    span = Span(0, 0)
    columns = (
        ColumnSpec("单位", ColumnType.UNIT, span),
        ColumnSpec("得分", ColumnType.NUMBER, span),
        ColumnSpec("日期", ColumnType.DATE, span, nullable=True),
    )
    return [TableSpec("评分", "评分.csv", columns, ("单位",), span, "单位")]

"""Single cells: exact values in, and a located sentence for everything that is not one."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from guiju.engine.data import codes
from guiju.engine.data.cells import type_cell
from guiju.engine.data.names import Names
from guiju.engine.data.tables import Gap, RawCell


def typed(bench: Any, text: str, type: str = "number", kind: str = "text", **more: Any) -> Any:
    column = bench.column("得分", type, **more)
    names = Names(column.choices) if type == "choice" else None
    return type_cell(column, RawCell(kind, text), names)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("95", Fraction(95)),
        ("0.1", Fraction(1, 10)),
        (" +1,234,567.50　", Fraction(246913500, 200)),
        ("-.5", Fraction(-1, 2)),
        ("−3", Fraction(-3)),
        ("９８．５", Fraction(197, 2)),
        ("007", Fraction(7)),
        ("85分", Fraction(85)),
        ("8 5", codes.NOT_A_NUMBER),
        ("1,2", codes.NOT_A_NUMBER),
        ("1e3", codes.NOT_A_NUMBER),
        ("10²", codes.NOT_A_NUMBER),
        ("①", codes.NOT_A_NUMBER),
        ("٣", codes.NOT_A_NUMBER),
        ("1/2", codes.NOT_A_NUMBER),
        ("NaN", codes.NOT_A_NUMBER),
        ("9" * 41, codes.NOT_A_NUMBER),
        ("85%", codes.WRONG_UNIT),
        ("3万元", codes.WRONG_UNIT),
    ],
)
def test_numbers(bench: Any, text: str, value: Any) -> None:
    found = typed(bench, text, unit="分")
    assert value in (found.value, found.code)


@pytest.mark.parametrize("text", ["", "　", "/", "／", "-", "—", "——", "－", "无"])
def test_missing(bench: Any, text: str) -> None:
    assert typed(bench, text, nullable=True).value is Gap.BLANK
    refused = typed(bench, text)
    assert (refused.value, refused.code) == (Gap.BAD, codes.BLANK)


def test_a_choice_may_be_called_nothing(bench: Any) -> None:
    assert typed(bench, "无", "choice", choices=("有", "无"), nullable=True).value == "无"


@pytest.mark.parametrize(
    ("text", "kind", "unit", "value"),
    [
        ("85", "percent", "%", Fraction(85, 100)),
        ("85%", "text", "%", Fraction(85, 100)),
        ("85", "number", "%", Fraction(85, 100)),
        ("85", "percent", None, codes.WRONG_UNIT),
        ("85", "percent", "分", codes.WRONG_UNIT),
        ("2009-10-31", "date", "分", codes.NOT_A_NUMBER),
        ("TRUE", "bool", "分", codes.NOT_A_NUMBER),
        ("=A1", "formula", "分", codes.FORMULA),
        ("#N/A", "error", "分", codes.ERROR_CELL),
    ],
)
def test_kinds_of_number_cells(
    bench: Any, text: str, kind: str, unit: str | None, value: Any
) -> None:
    found = typed(bench, text, kind=kind, unit=unit)
    assert value in (found.value, found.code)


@pytest.mark.parametrize(
    "text", ["2009-10-31", "2009/10/31", "2009.10.31", "2009年10月31日", "20091031"]
)
def test_dates(bench: Any, text: str) -> None:
    assert typed(bench, text, "date").value == date(2009, 10, 31)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2009-02-30", codes.NO_SUCH_DATE),
        ("20091301", codes.NO_SUCH_DATE),
        ("0000-01-01", codes.NO_SUCH_DATE),
        ("40117", codes.NOT_A_DATE),
        ("2009-10/31", codes.NOT_A_DATE),
        ("10月31日", codes.NOT_A_DATE),
        ("年底", codes.NOT_A_DATE),
    ],
)
def test_bad_dates(bench: Any, text: str, code: Any) -> None:
    assert typed(bench, text, "date").code is code


def test_dates_of_one_digit_and_with_a_time(bench: Any) -> None:
    assert typed(bench, "2009年3月1日", "date").value == date(2009, 3, 1)
    assert typed(bench, "2009-10-31 08:30:00", "date", "date").value == date(2009, 10, 31)


def test_whole_numbers(bench: Any) -> None:
    value = typed(bench, "9.0", "integer").value
    assert (value, type(value)) == (9, int)
    assert typed(bench, "9.5", "integer").code is codes.NOT_WHOLE


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("副市长丙、副市长乙", ("副市长丙", "副市长乙")),
        ("甲，乙,丙;丁；戊", ("甲", "乙", "丙", "丁", "戊")),
        ("王　伟、李小明", ("王伟", "李小明")),
        ("王　伟", ("王伟",)),
        ("王小伟 李小明", ("王小伟", "李小明")),
        ("王小伟、", ("王小伟",)),
    ],
)
def test_lists_of_names(bench: Any, text: str, names: tuple[str, ...]) -> None:
    assert typed(bench, text, "names").value == names


def test_text_keeps_its_own_characters(bench: Any) -> None:
    assert typed(bench, " 示例：第（二）项　", "text").value == "示例：第（二）项"
    assert typed(bench, "85", "text", "percent").value == "85%"
    assert typed(bench, "2009", "text", "number").value == "2009"


def test_messages_name_place_column_and_typed_text(bench: Any) -> None:
    bench.register()
    bench.scores(
        bench.column("得分", range=(0, 100), unit="分"),
        bench.column("等次", "choice", choices=("优秀", "良好")),
    )
    bench.lay(
        "评分.csv", "单位,得分,等次\n市财政局,100.50,优绣\n市教育局,优,良好\n市政府（办公室）,,良好"
    )
    assert [item.message("zh") for item in bench.load().found] == [
        "第2行“得分”应为0分至100分，实为“100.50”",
        "第2行“等次”应为优秀、良好之一，实为“优绣”",
        "第3行“得分”应为数字，实为“优”",
        "第4行“得分”不能空着",
    ]
    assert bench.found[2].message("en") == "“得分” in row 3 should be a number; it is “优”"
    assert bench.found[2].place.column == "得分"
    assert bench["评分"].columns["得分"] == [Gap.BAD] * 3


def test_suggestion_for_a_choice(bench: Any) -> None:
    bench.register(["市财政局"])
    bench.scores(bench.column("承担方式", "choice", choices=("独立承担", "协调服务")))
    bench.lay("评分.csv", "单位,承担方式\n市财政局,独立承但")
    assert bench.load().one(codes.NOT_A_CHOICE).hint("zh") == "是不是“独立承担”？"


@pytest.mark.parametrize(
    ("bounds", "words"),
    [((0, None), "0分以上"), ((None, 9), "9分以下"), ((0, 9), "0分至9分")],
)
def test_ranges_in_words(bench: Any, bounds: Any, words: str) -> None:
    bench.register(["市财政局"])
    bench.scores(bench.column("得分", range=bounds, unit="分"))
    bench.lay(
        "评分.csv", "单位,得分\n市财政局,-1\n" if bounds[0] == 0 else "单位,得分\n市财政局,10\n"
    )
    assert words in bench.load().one(codes.OUT_OF_RANGE).message("zh")


def test_percent_range_is_shown_in_percent(bench: Any) -> None:
    bench.register(["市财政局"])
    bench.scores(bench.column("完成率", unit="%", range=(0, 1)))
    bench.lay("评分.csv", "单位,完成率\n市财政局,120%\n")
    assert "0%至100%" in bench.load().one(codes.OUT_OF_RANGE).message("zh")


def test_small_numbers_in_a_percent_column_are_doubted(bench: Any) -> None:
    bench.register(["甲局", "乙局", "丙局"])
    bench.scores(bench.column("完成率", unit="%"))
    bench.lay("评分.csv", "单位,完成率\n甲局,0.85\n乙局,0.9\n丙局,0.5%\n")
    found = bench.load().one(codes.PERCENT_DOUBT)
    assert "2个" in found.message("zh")
    assert bench["评分"].columns["完成率"][0] == Fraction(85, 10_000)


def test_the_same_trouble_is_listed_five_times_and_counted(bench: Any) -> None:
    units = [f"第{number}局" for number in range(1, 101)]
    bench.register(units)
    bench.scores(bench.column("得分"), bench.column("次数"))
    bench.lay("评分.csv", "单位,得分,次数\n" + "\n".join(f"{unit},优,1" for unit in units))
    assert len(bench.load().of(codes.NOT_A_NUMBER)) == 5
    assert (
        bench.one(codes.MORE_OF_SAME).message("zh")
        == "“得分”同样的问题（G830）还有95处，最后一处在第101行"
    )
    assert bench.found[-1].code is codes.MORE_OF_SAME


def test_full_width_numbers_are_noted(bench: Any) -> None:
    bench.register(["市财政局"])
    bench.scores()
    bench.lay("评分.csv", "单位,得分\n市财政局,９８．５")
    found = bench.load().one(codes.WIDE_FORM)
    assert found.message("zh") == "第2行“得分”的“９８．５”是全角，按“98.5”读"
    assert bench["评分"].columns["得分"] == [Fraction(197, 2)]


WORDS = ("无专项预算", "N/A", "—")


@pytest.mark.parametrize(
    "text", ["无专项预算", " 无 专项预算　", "N/A", "Ｎ／Ａ", "n/a ".upper(), "—", "－－", "-"]
)
@pytest.mark.parametrize("type", ["number", "integer", "date", "text"])
def test_listed_words_stand_for_none(bench: Any, text: str, type: str) -> None:
    found = typed(bench, text, type, nullable=True, blanks=WORDS)
    assert (found.value, found.code) == (Gap.BLANK, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", codes.BLANK),
        ("/", codes.BLANK),
        ("无", codes.BLANK),
        ("不适用", codes.NOT_A_NUMBER),
        ("无专项预算。", codes.NOT_A_NUMBER),
    ],
)
def test_where_words_are_listed_nothing_else_stands_for_none(
    bench: Any, text: str, code: Any
) -> None:
    found = typed(bench, text, nullable=True, blanks=WORDS)
    assert (found.value, found.code) == (Gap.BAD, code)


def test_an_empty_cell_may_be_listed(bench: Any) -> None:
    assert typed(bench, "　", nullable=True, blanks=("未报", "")).value is Gap.BLANK
    assert typed(bench, "/", nullable=True, blanks=("未报", "")).code is codes.BLANK


@pytest.mark.parametrize(
    ("more", "text", "hint"),
    [
        ({}, "无专项预算", "给“得分”这一列写上：可空（“无专项预算”）"),
        ({"nullable": True}, "未报", "写上：可空（“”、“未报”）"),
        ({"nullable": True, "blanks": ("甲",)}, "未报", "写上：可空（“甲”、“未报”）"),
        ({"nullable": True, "blanks": ("甲",)}, "", "写上：可空（“甲”、“”）"),
        ({}, "", "允许空着的，在政策里给“得分”这一列写上：可空"),
        ({}, "95.5.1", "改成数字；没有的留空"),
        ({}, "一百", "写成数字 100"),
        ({"unit": "分"}, "九十五点五分", "写成数字 95.5"),
    ],
)
def test_a_word_for_none_is_told_how_to_be_declared(
    bench: Any, more: dict[str, Any], text: str, hint: str
) -> None:
    bench.register(["市财政局", "市教育局"])
    bench.scores(bench.column("得分", **more))
    bench.lay("评分.csv", f"单位,得分\n市财政局,90\n市教育局,{text}\n")
    (finding,) = bench.load().found
    assert hint in finding.hint("zh")


def test_a_column_of_words_alone_is_no_column_of_figures(bench: Any) -> None:
    bench.register(["市财政局", "市教育局"])
    bench.scores(bench.column("得分"))
    bench.lay("评分.csv", "单位,得分\n市财政局,优\n市教育局,良\n")
    assert all("可空（" not in item.hint("zh") for item in bench.load().found)

"""Whole tables: headers, units, keys, coverage, joined sheets, remarks, gaps for what is absent."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from guiju.engine.data import codes
from guiju.engine.data.admit import admit
from guiju.engine.data.tables import Gap

GOOD = "单位,得分\n市财政局,1\n市教育局,2\n市政府（办公室）,3\n"


def load(bench: Any, text: str, *columns: Any, **flags: Any) -> Any:
    bench.register()
    bench.scores(*columns, **flags)
    bench.lay("评分.csv", text)
    return bench.load()


def test_good_data_is_silent(bench: Any) -> None:
    assert load(bench, GOOD).found == ()
    assert bench["评分"].columns["得分"] == [1, 2, 3]


def test_titles_wide_headers_and_spaces(bench: Any) -> None:
    load(
        bench,
        "评分表,\n,\n　单 位,ｋｐｉ得分\n" + GOOD.split("\n", 1)[1],
        bench.column("KPI得分".lower()),
    )
    assert bench.errors() == []


def test_a_header_may_carry_the_unit(bench: Any) -> None:
    text = GOOD.replace("得分", "得分（分）")
    assert load(bench, text, bench.column("得分", unit="分")).errors() == []
    text = GOOD.replace("得分", "得分（万元）")
    bench.lay("评分.csv", text)
    assert bench.load().errors() == ["G821"]


def test_no_header(bench: Any) -> None:
    found = load(bench, "市财政局,1\n").one(codes.NO_HEADER)
    assert "单位、得分" in found.message("zh")
    assert bench["评分"].columns == {"单位": list(REGISTER), "得分": [Gap.BAD] * 3}


REGISTER = ("市财政局", "市教育局", "市政府（办公室）")


def test_column_missing_suggests_and_the_rest_is_read(bench: Any) -> None:
    columns = (bench.column("得分"), bench.column("次数", "integer"))
    found = load(bench, GOOD.replace("\n", ",1\n").replace("得分,1", "得份,次数"), *columns)
    assert found.one(codes.COLUMN_MISSING).hint("zh") == "是不是“得份”？"
    assert bench["评分"].columns["得分"] == [Gap.BAD] * 3
    assert bench["评分"].columns["次数"] == [1, 1, 1]
    assert bench["评分"].origins["得分"].rows == [2, 3, 4]


def test_header_twice(bench: Any) -> None:
    assert load(bench, GOOD.replace("得分", "得分,得 分")).errors() == ["G822"]


def test_extra_columns_are_one_note_and_serials_none(bench: Any) -> None:
    text = "序号,单位,得分,备注,电话\n1,市财政局,1,,\n2,市教育局,2,,\n3,市政府（办公室）,3,,\n"
    found = load(bench, text).one(codes.EXTRA_COLUMNS)
    assert found.message("zh").endswith("“备注”、“电话”")
    assert len(bench.found) == 1


def test_rows_follow_the_register(bench: Any) -> None:
    load(bench, "单位,得分\n市政府（办公室）,3\n市教育局,2\n\n市财政局,1\n")
    assert bench["评分"].columns["单位"] == list(REGISTER)
    assert bench["评分"].origins["得分"].rows == [5, 3, 2]


def test_spelling_of_units_is_that_of_the_register(bench: Any) -> None:
    load(bench, "单位,得分\n市财 政局,1\n市教育局,2\n市政府(办公室),3\n")
    assert len(bench.of(codes.SPELLING)) == 2
    assert bench.errors() == []
    assert bench["评分"].columns["单位"] == list(REGISTER)


def test_a_misspelt_unit_is_one_finding(bench: Any) -> None:
    """The row that is missing for it is the misspelt one: no echo."""
    assert load(bench, GOOD.replace("市财政局", "市财证局")).errors() == ["G840"]
    unknown = bench.one(codes.UNKNOWN_UNIT)
    assert unknown.message("zh") == "第2行“单位”写的“市财证局”不在名册里"
    assert unknown.hint("zh").startswith("是不是“市财政局”？（本来就不评估的，")
    assert bench["评分"].columns == {"单位": list(REGISTER), "得分": [Gap.BAD, 2, 3]}
    assert bench["评分"].origins["得分"].rows == [0, 3, 4]


def test_an_unknown_unit_that_means_no_other_and_the_row_that_is_missing(bench: Any) -> None:
    assert load(bench, GOOD.replace("市财政局", "开发区")).errors() == ["G840", "G844"]
    missing = bench.one(codes.UNIT_MISSING)
    assert missing.message("zh") == "“评分”缺“市财政局”这一行"


def test_a_misspelt_unit_without_data_is_not_taken_for_a_remark(bench: Any) -> None:
    text = GOOD.replace("市财政局,1", "市财证局,")
    assert "G840" in load(bench, text, bench.column("得分", nullable=True)).errors()


def test_many_missing_units_are_one_finding(bench: Any) -> None:
    bench.register([f"第{number}局" for number in range(10)])
    bench.scores()
    bench.lay("评分.csv", "单位,得分\n第0局,1\n")
    assert bench.load().one(codes.UNIT_MISSING).message("zh").count("局") == 9


def test_unit_twice_names_both_and_takes_neither(bench: Any) -> None:
    found = load(bench, GOOD + "市 财政局,5\n").one(codes.UNIT_TWICE)
    assert (found.place.row, found.labels[0].place.row) == (5, 2)
    assert bench["评分"].columns["得分"] == [Gap.BAD, 2, 3]


@pytest.mark.parametrize(
    "remark",
    [
        "评分单位（盖章）：市监察局,",
        "注：得分保留两位,",
        "合计,",
        "以上数据已核对无误,",
        ",,填表人：某某",
    ],
)
def test_remarks_below_the_data_are_quoted(bench: Any, remark: str) -> None:
    columns = (bench.column("得分", nullable=True),)
    text = GOOD if remark[0] != "," else GOOD.replace("得分", "得分,")
    assert load(bench, text + remark, *columns).errors() == []
    assert bench.one(codes.SKIPPED_ROW).place.raw == remark.strip(",")


def test_a_total_with_figures_is_no_unit(bench: Any) -> None:
    assert load(bench, GOOD + "合计,6\n").errors() == ["G840"]


def test_figures_without_a_unit_are_found(bench: Any) -> None:
    assert load(bench, GOOD + ",6\n").errors() == ["G836"]


def test_numbered_empty_rows_of_a_template_say_nothing(bench: Any) -> None:
    text = "序号,单位,得分\n1,市财政局,1\n2,市教育局,2\n3,市政府（办公室）,3\n4,,\n5,,\n"
    assert load(bench, text).found == ()


def goals(bench: Any, text: str, key: str = "单位、序号", **flags: Any) -> Any:
    bench.register()
    columns = (bench.column("单位", "unit"), bench.column("序号", "integer", nullable=True))
    bench.table("目标", "目标.csv", columns, key=key, **flags)
    bench.lay("目标.csv", text)
    return bench.load()


def test_keys(bench: Any) -> None:
    found = goals(bench, "单位,序号\n市财政局,1\n市教育局,1\n市财政局,2\n市财政局,1.0\n").one(
        codes.KEY_TWICE
    )
    assert found.message("zh") == "第5行的“单位”、“序号”“市财政局、1”与第2行重复"
    assert found.labels[0].place.row == 2
    assert bench["目标"].size == 4


def test_unique_groups_ignore_blanks(bench: Any) -> None:
    text = "单位,序号\n市财政局,1\n市财政局,\n市财政局,\n市财政局,1\n"
    goals(bench, text, key="", unique=(("单位", "序号"),))
    assert bench.one(codes.GROUP_TWICE).place.row == 5


def test_rows_without_key_stay_in_the_order_of_the_file(bench: Any) -> None:
    goals(bench, "单位,序号\n市教育局,1\n市财政局,1\n市教育局,1\n", key="")
    assert bench.found == ()
    assert bench["目标"].columns["单位"] == ["市教育局", "市财政局", "市教育局"]


def test_only_a_header(bench: Any) -> None:
    assert goals(bench, "单位,序号\n").one(codes.NO_ROWS).severity.value == "note"


SHEETS = {
    "市监察局": [("单位", "廉政"), ("市教育局", 2), ("市财政局", 1), ("市政府（办公室）", 3)],
    "市审计局": [("单位", "资金"), ("市财政局", 4), ("市政府(办公室)", 6)],
}


def joined(bench: Any, sheets: Any = SHEETS, key: str = "单位") -> Any:
    bench.register()
    columns = (
        bench.column("单位", "unit", sheet="市监察局"),
        bench.column("廉政", sheet="市监察局"),
        bench.column("资金", sheet="市审计局"),
    )
    bench.table("评分", "评分.xlsx", columns, key=key, sheets=("市监察局", "市审计局"))
    bench.book("评分.xlsx", sheets)
    return bench.load()


def test_sheets_are_joined_on_the_unit(bench: Any) -> None:
    joined(bench)
    assert bench.one(codes.UNIT_MISSING).message("zh") == "“评分”工作表“市审计局”缺“市教育局”这一行"
    table = bench["评分"]
    assert table.columns == {"单位": list(REGISTER), "廉政": [1, 2, 3], "资金": [4, Gap.BAD, 6]}
    assert (table.origins["廉政"].rows, table.origins["资金"].rows) == ([3, 2, 4], [2, 0, 3])
    assert (table.cell("资金", 2).sheet, table.cell("资金", 2).column) == ("市审计局", "B")


def test_one_sheet_of_several_missing(bench: Any) -> None:
    assert joined(bench, {"市监察局": SHEETS["市监察局"], "审计局": ()}).errors() == ["G819"]
    assert bench["评分"].columns["资金"] == [Gap.BAD] * 3
    assert bench["评分"].columns["廉政"] == [1, 2, 3]


def test_sheets_cannot_be_joined_without_one_row_for_each_unit(bench: Any) -> None:
    assert joined(bench, key="单位、廉政").errors() == ["G824"]


def test_register_spelt_twice_or_empty(bench: Any) -> None:
    bench.register(["市财政局", "市财 政局", "市教育局"])
    assert bench.load().errors() == ["G841"]
    assert bench["名册"].columns["单位"] == ["市财政局", "市教育局"]
    bench.lay("名册.csv", "单位\n")
    assert bench.load().errors() == ["G845"]


def test_register_is_read_first_wherever_it_is_declared(bench: Any) -> None:
    bench.scores()
    bench.register()
    bench.lay("评分.csv", GOOD.replace("市财政局,1", "市财证局,优"))
    assert bench.load().errors() == ["G840", "G830"]


def test_without_a_register_no_unit_is_unknown(bench: Any) -> None:
    load(bench, GOOD)
    (bench.folder / "名册.csv").unlink()
    assert bench.load().errors() == ["G805"]
    assert bench["评分"].columns["得分"] == [1, 2, 3]


def test_a_missing_file_leaves_bad_values_for_each_unit(bench: Any) -> None:
    load(bench, GOOD)
    (bench.folder / "评分.csv").unlink()
    assert bench.load().errors() == ["G805"]
    assert bench["评分"].columns == {"单位": list(REGISTER), "得分": [Gap.BAD] * 3}
    assert bench["评分"].present


def test_all_findings_in_one_run_in_the_order_of_tables_and_rows(bench: Any) -> None:
    bench.scores(bench.column("得分"), bench.column("次数", "integer"))
    bench.register(["市财政局", "市财政局", "市教育局"])
    bench.lay("评分.csv", "单位,得分,次数\n市教育局,优,1.5\n市财政局,,x\n")
    assert bench.load().errors() == ["G830", "G831", "G836", "G830", "G841"]


def test_admit_of_nothing() -> None:
    dataset, found = admit([], {})
    assert (dataset.tables, found) == ({}, ())


def test_percent_and_number_are_the_exact_fraction(bench: Any) -> None:
    text = "单位,得分\n市财政局,33.3%\n市教育局,20\n市政府（办公室）,30\n"
    load(bench, text, bench.column("得分", unit="%"))
    assert bench["评分"].columns["得分"] == [Fraction(333, 1000), Fraction(1, 5), Fraction(3, 10)]


def test_several_columns_may_read_one_header(bench: Any) -> None:
    bench.register(["市财政局", "市教育局"])
    rate = bench.column("比率", unit="%", nullable=True, blanks=("未报",), header="执行率(%)")
    bench.scores(rate, bench.column("所填", "text", header="执行率（%）"))
    bench.lay("评分.csv", "单位,执行率(%)\n市财政局,95\n市教育局,未报\n")
    assert bench.load().found == ()
    assert bench["评分"].columns["比率"] == [Fraction(95, 100), Gap.BLANK]
    assert bench["评分"].columns["所填"] == ["95", "未报"]


def test_a_header_of_its_own_comes_before_one_with_a_unit(bench: Any) -> None:
    bench.register(["市财政局"])
    bench.scores(bench.column("执行率", unit="%"), bench.column("另", "text", header="执行率(%)"))
    bench.lay("评分.csv", "单位,执行率,执行率(%)\n市财政局,95,甲\n")
    assert bench.load().found == ()
    assert bench["评分"].columns["另"] == ["甲"]

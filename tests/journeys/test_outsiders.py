"""Data for more units than the register has: left out where the policy says so, and always told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.office import Office

TABLE = "数据表 荣誉 {{ 出处：“一”；文件：“荣誉.csv”；{}列 {{ 单位：单位{}；奖：分{} }} }}\n核算 总 {{ 出处：“二”；步骤 总分 {{ 取：得分数 }} }}\n"
LEFT_OUT = TABLE.format("", "，名册外不计", "")
DATA = "单位,奖\n东区,1\n外区,2\n北区,4\n远区,8\n外区,16\n"


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    found = Office(tmp_path, capsys)
    found.table("荣誉.csv", DATA)
    return found


def test_their_rows_are_left_out_counted_and_named(office: Office) -> None:
    assert office.column(LEFT_OUT, "合计（荣誉.奖）") == ["1", "0", "0", "4"]
    out = office.command("evaluate")[1]
    assert "有3行是名册外的单位，没有计：“外区”、“远区”" in out


def test_in_english_words(office: Office) -> None:
    rules = TABLE.format("", ", outsiders_left_out", "")
    assert office.column(rules, "合计（荣誉.奖）") == ["1", "0", "0", "4"]


def test_a_table_with_a_row_for_each_unit_may_have_outsiders_too(office: Office) -> None:
    office.table("荣誉.csv", "单位,奖\n外区,2\n东区,1\n西区,3\n南区,5\n北区,4\n")
    keyed = TABLE.format("主键：单位；", "，名册外不计", "")
    assert office.column(keyed, "荣誉.奖") == ["1", "3", "5", "4"]


def test_a_misspelt_unit_is_asked_about(office: Office) -> None:
    office.table("荣誉.csv", DATA.replace("北区", "北区县"))
    assert office.column(LEFT_OUT, "合计（荣誉.奖）") == ["1", "0", "0", "0"]
    out = office.command("check", "--format", "json")[1] + office.command("evaluate")[1]
    assert "“北区县”" in out


def test_nothing_is_said_where_there_is_none(office: Office) -> None:
    office.table("荣誉.csv", "单位,奖\n东区,1\n")
    assert office.column(LEFT_OUT, "合计（荣誉.奖）") == ["1", "0", "0", "0"]
    assert "名册外" not in office.command("evaluate")[1]


def test_an_empty_cell_is_no_outsider(office: Office) -> None:
    office.table("荣誉.csv", DATA + ",5\n")
    assert "G836" in office.refused(LEFT_OUT, "合计（荣誉.奖）")


def test_a_word_for_none_is_no_outsider(office: Office) -> None:
    office.table("荣誉.csv", "单位,奖\n东区,1\n全市,5\n")
    rules = TABLE.format("", "，名册外不计，可空（“全市”）", "")
    assert office.column(rules, "合计（荣誉.奖）") == ["1", "0", "0", "0"]
    assert "名册外" not in office.command("evaluate")[1]


def test_without_it_the_row_is_a_mistake_and_the_way_out_is_told(office: Office) -> None:
    out = office.refused(TABLE.format("", "", ""), "合计（荣誉.奖）")
    said = "".join(line.strip() for line in out.splitlines())
    assert "G840" in said and "写上：名册外不计" in said


def test_it_belongs_to_the_unit_column_of_a_data_table(office: Office) -> None:
    out = office.refused(TABLE.format("", "", "，名册外不计"), "合计（荣誉.奖）")
    assert "G315" in out and "只写在数据表的单位那一列" in out


def test_the_register_has_no_outsiders(office: Office) -> None:
    text = (
        "政策 试 { 年度：2024年 }\n名册 单位 { 出处：“一”；文件：“单位.csv”；主键：单位；"
        "列 { 单位：单位，名册外不计；得分数：分 } }\n核算 总 { 出处：“二”；步骤 总分 { 取：得分数 } }\n"
    )
    office.table("单位.csv", "单位,得分数\n东区,1\n")
    (office.folder / "p.guiju").write_text(text, encoding="utf-8")
    code, out = office.command("evaluate")
    assert code == 3 and "G315" in out

"""What a run finds of many units in the same way is one finding."""

from __future__ import annotations

from pathlib import Path

import pytest
from guiju.engine.evaluate.folding import folded
from guiju.grammar.diagnostics import Cell, Code, Diagnostic, Page, Severity, Text
from support.office import Office

UNITS = ["东区", "西区", "南区", "北区", "中区", "上区", "下区"]
_PAGE = Page(Text("", ""), Text("", ""), Text("", ""), "", "")
CODE = Code("G999", Severity.ERROR, Text("{unit}：{name}", "{unit}: {name}"), _PAGE)


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(tmp_path, capsys)


def about(unit: str, name: str = "甲", row: int = 2) -> Diagnostic:
    return Diagnostic(CODE, Cell("数.csv", None, row, "甲"), {"unit": unit, "name": name})


def told(*findings: Diagnostic, language: str = "zh") -> list[str]:
    return [one.message(language) for one in folded(findings)]  # type: ignore[arg-type]


def rows(*filled: str) -> str:
    lines = (f"{u},甲类,0.5,90,{1 if u in filled else ''}" for u in UNITS)
    return "单位,类,完成率,得分数,另一数\n" + "\n".join(lines) + "\n"


def test_three_are_told_one_by_one() -> None:
    assert told(*map(about, UNITS[:3])) == ["东区：甲", "西区：甲", "南区：甲"]


def test_of_more_one_tells_all_and_names_the_first() -> None:
    assert told(*map(about, UNITS[:4])) == ["东区、西区、南区、北区等4处：甲"]
    assert told(*map(about, UNITS)) == ["东区、西区、南区、北区、中区等7处：甲"]
    (english,) = told(*map(about, UNITS), language="en")
    assert english == "东区, 西区, 南区, 北区, 中区 and others (7 in all): 甲"


def test_rows_of_one_unit_name_it_once() -> None:
    assert told(*(about("东区", row=row) for row in range(2, 7))) == ["东区等5处：甲"]


def test_what_differs_in_more_than_the_unit_stays_apart_and_in_order() -> None:
    mixed = [about(unit, name) for unit in UNITS[:4] for name in ("甲", "乙")]
    mixed.insert(3, about("西区", "丙"))
    assert told(*mixed) == [
        "东区、西区、南区、北区等4处：甲",
        "东区、西区、南区、北区等4处：乙",
        "西区：丙",
    ]


def test_findings_about_no_unit_are_never_folded() -> None:
    alone = [Diagnostic(CODE, None, {"name": "甲"}) for _ in range(5)]
    assert len(folded(alone)) == 5


def test_a_blank_of_many_units_is_one_finding(office: Office) -> None:
    out = office.refused("", "另一数 ＋ 1分", rows("东区"))
    assert out.count("G901") == 1
    assert "西区、南区、北区、中区、上区等6处：“另一数”没有填" in out
    assert "补上这一格" in out


@pytest.mark.parametrize("key", ["主键：单位；可缺行：是", "唯一：单位"])
def test_a_table_that_lists_only_some_units(office: Office, key: str) -> None:
    table = f"数据表 败诉 {{ 出处：“一”；文件：“败诉.csv”；{key}；列 {{ 单位：单位；件数：整数，件 }} }}"
    office.table("败诉.csv", "单位,件数\n东区,2\n")
    if key.startswith("唯一"):
        assert office.column(table, "合计（败诉.件数）", rows()) == ["2", *"000000"]
        return
    out = " ".join(office.refused(table, "败诉.件数 ＋ 1", rows()).split())
    assert out.count("G901") == 1
    assert "改成“唯一：单位”" in out.replace(" ", "")

"""The founding case's own files against its declarations: no errors, exact values, right cells."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from guiju.engine.data import codes
from guiju.engine.data.tables import Gap
from guiju.grammar.diagnostics import Cell, Severity

OFFICES = {
    "市监察局": ("遵纪守法",),
    "市审计局": ("专项资金使用",),
    "市政府办公室": ("会风文风", "议案提案", "市长公开电话办理", "市长公开电话办理和应急值守"),
    "市人事局": ("能力建设",),
    "市信访局": ("信访",),
    "市法制办公室": ("依法行政",),
    "市司法局": ("普法",),
    "市安全生产监督管理局": ("安全生产",),
}
FULL: dict[str, Any] = {"range": (0, 100), "unit": "分"}
COUNT: dict[str, Any] = {"range": (0, None), "unit": "人", "nullable": True}


@pytest.fixture
def year(bench: Any) -> Any:
    """The sample folder with its tables declared as 2009.guiju declares them."""
    bench.folder = Path(str(resources.files("guiju.policies") / "songyuan" / "data-2009"))
    _register(bench)
    _offices(bench)
    _ballots(bench)
    _goals(bench)
    _claims(bench)
    return bench.load()


def _register(bench: Any) -> None:
    column = bench.column
    bench.table(
        "单位名册",
        "单位名册.xlsx",
        (
            column("单位", "unit"),
            column("类型", "choice", choices=("县区政府", "市政府工作部门")),
            column("类别", "text", nullable=True),
            column("公务员人数", "integer", **COUNT),
            column("事业人员人数", "integer", **COUNT),
            column("分管市领导", "names", nullable=True),
            column("联系副秘书长", "names", nullable=True),
        ),
        register=True,
        sheets=("名册",),
    )
    bench.table(
        "日常评估",
        "日常评估.csv",
        (
            column("单位", "unit"),
            column("基础工作评估", **FULL),
            column("定期调度", **FULL),
            column("实地踏查", **FULL, nullable=True),
            column("自我评估", **FULL),
        ),
    )


def _offices(bench: Any) -> None:
    columns = [bench.column("单位", "unit", sheet="市监察局")]
    for sheet, items in OFFICES.items():
        columns += [bench.column(i, unit="分", nullable=True, sheet=sheet) for i in items]
    bench.table("共性工作目标评分", "共性工作目标评分.xlsx", columns, sheets=tuple(OFFICES))


def _ballots(bench: Any) -> None:
    answers = ("满意", "基本满意", "一般", "不满意", "不了解")
    for name, sheet in (("机关测评票", "机关测评"), ("社会测评票", "社会各界测评")):
        columns = [
            bench.column(a, "integer", unit="票", range=(0, None), sheet=sheet) for a in answers
        ]
        units = bench.column("单位", "unit", sheet=sheet)
        bench.table(name, "民主评估.xlsx", (units, *columns), sheets=(sheet,))


def _goals(bench: Any) -> None:
    column = bench.column
    bench.table(
        "重点工作目标表",
        "重点工作目标.csv",
        (
            column("单位", "unit"),
            column("序号", "integer", range=(1, None)),
            column("目标", "text"),
            column("来源", "choice", choices=("承接", "职责", "创新")),
            column("承担方式", "choice", choices=("独立承担", "协调服务")),
            column("分值", unit="分"),
            column("评估方式", "choice", choices=("定量", "定性")),
            column("目标值", nullable=True),
            column("完成值", nullable=True, range=(0, None)),
            column("调整后目标值", nullable=True),
            column("调整批准日期", "date", nullable=True),
            column("评估组评分", unit="分", nullable=True),
        ),
        key="单位、序号",
    )
    bench.table(
        "领导评价",
        "领导评价.csv",
        (
            column("评价人", "text"),
            column("职务", "text"),
            column("单位", "unit"),
            column("档次", "choice", choices=("上等", "中等", "下等"), nullable=True),
            column("名次", "integer", unit="名", nullable=True),
            column("评分", **FULL, nullable=True),
        ),
        key="评价人、单位",
        unique=(("评价人", "名次"),),
    )


def _claims(bench: Any) -> None:
    column = bench.column
    bench.table(
        "加分申报",
        "加分申报.csv",
        (
            column("单位", "unit"),
            column("事项", "text"),
            column("加分项", "text"),
            column("级别", "choice", choices=("国家级", "省级", "市级")),
            column("评审结果", "choice", choices=("通过", "不通过")),
            column("公示结束日期", "date", nullable=True),
        ),
        key="",
    )
    bench.table(
        "否决情形",
        "否决情形.csv",
        (
            column("单位", "unit"),
            column("情形", "text"),
            column("查处日期", "date"),
            column("说明", "text", nullable=True),
            column("委员会决定", "choice", choices=("降低", "不降低"), nullable=True),
            column("决定日期", "date", nullable=True),
        ),
        key="",
    )
    bench.table(
        "报送登记",
        "报送登记.csv",
        (
            column("单位", "unit"),
            column("事项", "text"),
            column("报送日期", "date"),
        ),
        key="",
        optional=True,
    )


def test_nothing_but_notes_is_found(year: Any) -> None:
    assert {item.severity for item in year.found} == {Severity.NOTE}
    assert {item.code for item in year.found} == {codes.TEXT_NUMBERS, codes.SKIPPED_ROW}


def test_footers_are_named_once_a_sheet(year: Any) -> None:
    skipped = [item.place for item in year.of(codes.SKIPPED_ROW)]
    assert [place.sheet for place in skipped] == list(OFFICES)
    assert skipped[0].raw == "评分单位（盖章）：市监察局"


def test_sizes(year: Any) -> None:
    sizes = {name: table.size for name, table in year.dataset.tables.items()}
    assert sizes == {
        "单位名册": 45, "日常评估": 45, "共性工作目标评分": 45, "机关测评票": 45, "社会测评票": 45,
        "重点工作目标表": 474, "领导评价": 200, "加分申报": 55, "否决情形": 6, "报送登记": 0,
    }  # fmt: skip


def test_exact_values_and_their_cells(year: Any) -> None:
    marks = year["共性工作目标评分"]
    assert marks.columns["遵纪守法"][1] == Fraction(35, 100)
    assert marks.cell("遵纪守法", 1) == Cell("共性工作目标评分.xlsx", "市监察局", 5, "C", "0.35")
    assert marks.columns["市长公开电话办理和应急值守"][0] is Gap.BLANK
    assert year["单位名册"].columns["公务员人数"][-2:] == [103, 132]
    assert year["单位名册"].columns["分管市领导"][-2] == ("副市长丙", "副市长乙")
    assert year["社会测评票"].columns["不满意"][1] == 307
    assert year["日常评估"].columns["自我评估"][0] == Fraction(996, 10)
    assert year["日常评估"].cell("实地踏查", 1) == Cell("日常评估.csv", None, 3, "实地踏查", "36.5")
    assert year["重点工作目标表"].columns["评估组评分"][1] == Fraction(925, 100)
    assert year["否决情形"].columns["决定日期"][0] == date(2010, 5, 10)
    assert year["否决情形"].columns["说明"][5] == "示例：同一单位第二项"


def test_every_cell_points_at_its_own_text(year: Any) -> None:
    lines = (year.folder / "日常评估.csv").read_text("utf-8-sig").splitlines()
    table = year["日常评估"]
    for row in range(table.size):
        place = table.cell("定期调度", row)
        assert Fraction(lines[place.row - 1].split(",")[2]) == table.columns["定期调度"][row]

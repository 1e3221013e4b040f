"""Law 2, no silent answer: what is missing or out of range is a located finding, never points."""

from __future__ import annotations

import pytest
from attrs import evolve
from guiju.engine.data.tables import Dataset, Gap
from guiju.engine.result import Result
from guiju.grammar.diagnostics import Cell
from hypothesis import given, settings
from hypothesis import strategies as st
from support.independent import COMMON
from support.runs import is_number, reordered, replaced, rows_of, run, with_table
from support.year import generate, small_years

VOTES = ("满意", "基本满意", "一般", "不满意")
#: Cells that every row, or every row like this one, needs.
NEEDED = (
    *(("日常评估", name, {}) for name in ("基础工作评估", "定期调度", "自我评估")),
    *(("共性工作目标评分", name, {}) for name in COMMON),
    *((panel, name, {}) for panel in ("机关测评票", "社会测评票") for name in VOTES),
    ("重点工作目标表", "分值", {}),
    ("重点工作目标表", "评估方式", {}),
    ("重点工作目标表", "评估组评分", {"评估方式": "定性"}),
    ("重点工作目标表", "完成值", {"评估方式": "定量"}),
    ("重点工作目标表", "目标值", {"评估方式": "定量", "调整批准日期": Gap.BLANK}),
    ("领导评价", "档次", {"名次": Gap.BLANK, "评分": Gap.BLANK}),
    ("领导评价", "名次", {"档次": Gap.BLANK, "评分": Gap.BLANK}),
    ("领导评价", "评分", {"档次": Gap.BLANK, "名次": Gap.BLANK}),
    ("领导评价", "职务", {}),
    ("加分申报", "评审结果", {}),
    ("加分申报", "级别", {"评审结果": "通过", "公示结束日期": None}),
    ("否决情形", "委员会决定", {"委员会决定": "降低"}),
    ("单位名册", "类型", {}),
)


def asked(result: Result, title: str, unit: str) -> object:
    """What a run came to for one exported column of one unit."""
    op = next(export.op for export in result.run.plan.exports if export.title == title)
    return result.run.values[op][result.units.index(unit)]


def located(result: Result, file: str) -> list[Cell]:
    """The cells of a file that findings point at."""
    cells = [f.place for f in result.findings if isinstance(f.place, Cell)]
    return [cell for cell in cells if cell.file == file]


@pytest.mark.parametrize("needed", NEEDED, ids=lambda needed: f"{needed[0]}.{needed[1]}")
@settings(max_examples=4)
@given(dataset=small_years(), pick=st.integers(0, 10**6))
def test_a_needed_cell_that_is_gone_gives_no_total(
    needed: tuple[str, str, dict[str, object]], dataset: Dataset, pick: int
) -> None:
    name, column, like = needed
    table = dataset.tables[name]
    rows = [r for r in rows_of(dataset, name) if fits(dataset, name, r, column, like)]
    if not rows:
        return
    row = rows[pick % len(rows)]
    blank = table.spec.column(column).nullable and name != "否决情形"
    result = run(replaced(dataset, name, column, row, Gap.BLANK if blank else Gap.BAD))
    title = "最终等次" if name == "否决情形" else "总分"
    value = asked(result, title, str(table.columns["单位"][row]))
    assert not is_number(value) and not isinstance(value, str)
    if blank:  # what broke its contract was reported by whoever read it
        assert table.cell(column, row).row in [c.row for c in located(result, table.spec.file)]
        assert not result.sound


def fits(dataset: Dataset, name: str, row: int, column: str, like: dict[str, object]) -> bool:
    """Whether a row needs a cell: it is filled, and the others are as wanted."""
    columns = dataset.tables[name].columns
    if columns[column][row] is Gap.BLANK:
        return False
    return all(
        columns[other][row] is not Gap.BLANK if value is None else columns[other][row] == value
        for other, value in like.items()
    )


@given(small_years(), st.sampled_from(COMMON), st.integers(0, 10**6))
def test_a_mark_above_its_points_is_a_finding(dataset: Dataset, item: str, pick: int) -> None:
    table = dataset.tables["共性工作目标评分"]
    row = pick % table.size
    result = run(replaced(dataset, table.spec.name, item, row, 4))
    assert [c.row for c in located(result, table.spec.file)] == [table.cell(item, row).row]
    assert not is_number(asked(result, "总分", str(table.columns["单位"][row])))


@given(small_years(), st.integers(0, 10**6))
def test_a_goal_above_its_points_is_a_finding(dataset: Dataset, pick: int) -> None:
    rows = rows_of(dataset, "重点工作目标表", 评估方式="定性")
    if not rows:
        return
    table, row = dataset.tables["重点工作目标表"], rows[pick % len(rows)]
    result = run(replaced(dataset, table.spec.name, "评估组评分", row, 91))
    assert {c.row for c in located(result, table.spec.file)} == {table.cell("分值", row).row}
    assert not is_number(asked(result, "总分", str(table.columns["单位"][row])))


@given(small_years(), st.integers(0, 10**6))
def test_goals_that_do_not_add_up_are_a_finding(dataset: Dataset, pick: int) -> None:
    table = dataset.tables["重点工作目标表"]
    row = pick % table.size
    points = table.columns["分值"][row]
    assert is_number(points)
    result = run(replaced(dataset, table.spec.name, "分值", row, points + 1))  # type: ignore[operator]
    assert [finding.code.id for finding in result.findings] == ["G908"]


def test_a_pool_without_a_mark_is_a_finding() -> None:
    dataset = generate(12, 3, goals=(1, 3))
    table = dataset.tables["领导评价"]
    posts, units = table.columns["职务"], table.columns["单位"]
    rest = [
        r for r in range(table.size) if not (units[r] == "单位5" and posts[r] == "市政府副秘书长")
    ]
    fewer = evolve(reordered(table, rest), size=len(rest))
    result = run(with_table(dataset, fewer))
    assert "G904" in [finding.code.id for finding in result.findings]
    assert not is_number(asked(result, "总分", "单位5"))


def test_ballots_that_no_one_filled_in_are_a_finding() -> None:
    dataset = generate(8, 3, goals=(1, 3))
    for column in VOTES:
        dataset = replaced(dataset, "社会测评票", column, 2, 0)
    result = run(dataset)
    assert [finding.code.id for finding in result.findings] == ["G903"]
    assert not is_number(asked(result, "总分", "单位3"))

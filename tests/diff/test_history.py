"""Several years side by side: threads through renames, divisions and gaps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from diff.comparing import parsed
from diff.conftest import Ran
from guiju.cli.exits import Exit
from guiju.engine.diff.history import History, Row, histories
from support.policy import edited


def of_years(*texts: str) -> History:
    (found,) = histories([parsed(text) for text in texts])
    return found


def year(number: int, *edits: tuple[str, str]) -> str:
    return edited(("  年度：2009年\n", f"  年度：{number}年\n"), *edits)


def row(found: History, *path: str, aspect: str | None = "amount") -> Row:
    rows = [r for r in found.rows if r.path[-len(path) :] == path and r.aspect == aspect]
    assert len(rows) == 1, [r.path for r in rows]
    return rows[0]


def words(one: Row) -> list[str | None]:
    return [said.words if said else None for said in one.said]


CAP = [("  封顶：5分", f"  封顶：{n}分") for n in (5, 4, 3)]
RENAMED = ("环节 自我评估（1％） {", "环节 自查评估（1％） {")
SELF = ("      取自：日常评估\n      取义：“A15", "      取自：日常评估.自我评估\n      取义：“A15")
EXPORT = ("  自我评估：自我评估，6位\n", "  自我评估：自查评估，6位\n")


def test_three_years_of_one_figure() -> None:
    found = of_years(year(2011, CAP[2]), year(2010, CAP[1]), year(2009))
    assert found.years == ("2009", "2010", "2011")
    assert words(row(found, "政府绩效评估奖项", aspect="cap")) == ["5分", "4分", "3分"]


def test_a_renamed_stage_is_one_row() -> None:
    found = of_years(year(2009), year(2010, RENAMED, SELF, EXPORT))
    one = row(found, "年终评估", "自查评估")
    assert words(one) == ["1％", "1％"]
    assert one.titles == ("自我评估", "自查评估")
    assert not one.changes


def test_what_was_gone_for_a_year_returns_to_its_row() -> None:
    use = "运用 改进工作 {\n  出处：“五（一）”\n  则：“分析总结，查找薄弱环节，提出对策和措施”\n}\n"
    found = of_years(year(2009), year(2010, (use, "")), year(2011))
    one = row(found, "改进工作", aspect=None)
    assert [said is not None for said in one.said] == [True, False, True]
    assert (one.first, one.last) == (0, 2)


def test_a_split_tells_where_its_parts_come_from() -> None:
    one = "    指标 能力建设（1分） { 提出：市人事局；评分：市人事局 }"
    two = (
        "    指标 干部能力（0.6分） { 提出：市人事局；评分：市人事局 }\n"
        "    指标 机关能力（0.4分） { 提出：市人事局；评分：市人事局 }"
    )
    found = of_years(year(2009), year(2010, (one, two)))
    assert row(found, "干部能力").origin == ("能力建设",)
    gone = [r for r in found.rows if r.path[-1] == "能力建设" and r.said[1] is None]
    assert [r.fate for r in gone] == [("干部能力", "机关能力")]


def test_every_policy_stands_in_its_own_column() -> None:
    """The order in which files are given does not matter; years do."""
    one = of_years(year(2009), year(2010, CAP[1]))
    other = of_years(year(2010, CAP[1]), year(2009))
    assert [(r.path, words(r)) for r in one.rows] == [(r.path, words(r)) for r in other.rows]


def test_two_series_are_listed_apart(ran: Ran) -> None:
    Path("甲.guiju").write_text(edited(), encoding="utf-8")
    other = edited(("政策 松原绩效评估 ", "政策 松原目标考核 "))
    Path("乙.guiju").write_text(other, encoding="utf-8")
    code, out, _ = ran("history", "甲.guiju", "乙.guiju", "--format", "json")
    assert code == Exit.GOOD
    assert {one["series"] for one in json.loads(out)} == {"松原绩效评估", "松原目标考核"}
    assert "2个系列" in ran("沿革", ".")[1]


@pytest.mark.parametrize("format", ["markdown", "html", "text"])
def test_it_is_written_in_every_format(ran: Ran, format: str) -> None:
    Path("甲.guiju").write_text(edited(), encoding="utf-8")
    code, out, _ = ran("history", "甲.guiju", "--format", format, "--output", "沿革.html")
    assert code == Exit.GOOD
    assert "年度绩效评估" in out
    assert Path("沿革.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_no_policies_and_bad_ones(ran: Ran) -> None:
    Path("空").mkdir()
    assert ran("history", "空")[0] == Exit.USAGE
    Path("坏.guiju").write_text("政策 {", encoding="utf-8")
    code, out, _ = ran("history", "坏.guiju", "--output", "沿革.html")
    assert code == Exit.INVALID
    assert "坏.guiju" in out
    assert not Path("沿革.html").exists(), "nothing half-written"


SCORED = (
    "    指标 能力建设（1分） { 提出",
    "    指标 能力建设（1分） { 得分：共性工作目标评分.能力建设 ÷ 2；提出",
)
TIES = ("  次序：由高到低\n", "  次序：由高到低\n  同分依据：民主评估\n")
RANKED = ("取：95分 － 20分 ×", "取：95分 － 15分 ×")


def test_rules_that_hold_figures_are_rows_where_they_change() -> None:
    """How an indicator scores, what breaks ties, what a case gives."""
    found = of_years(year(2009), year(2010, SCORED, TIES, RANKED))
    scored = row(found, "共性工作目标", "能力建设", aspect="score")
    assert words(scored) == [None, "共性工作目标评分.能力建设 ÷ 2"]
    assert words(row(found, "组内名次", aspect="then_by")) == [None, "民主评估"]
    case = row(found, "名次折分", "排多个部门", aspect=None)
    assert [("20分" in said, "15分" in said) for said in words(case) if said] == [
        (True, False), (False, True)
    ]  # fmt: skip
    assert case.part == "steps", "a case belongs to what it stands in"
    assert not any(one.figure for one in (scored, case))


def test_rules_that_are_the_same_in_all_years_are_counted_and_not_listed(ran: Ran) -> None:
    Path("甲.guiju").write_text(year(2009), encoding="utf-8")
    Path("乙.guiju").write_text(year(2010, RANKED), encoding="utf-8")
    out = ran("history", "甲.guiju", "乙.guiju")[1]
    rows = json.loads(ran("history", "甲.guiju", "乙.guiju", "--format", "json")[1])[0]["rows"]
    quiet = [one for one in rows if not one["figure"] and not one["changes"]]
    assert len(quiet) > 20
    assert f"另有{len(quiet)}项算式、条件和办理事项各年相同" in out
    assert "兑现年初各项承诺" not in out
    assert "排多个部门" in out
    assert "封顶" in out, "a figure is listed though it is the same"


def test_the_year_of_a_change_is_told(ran: Ran) -> None:
    for number, cap in zip((2009, 2010, 2011), (CAP[0], CAP[1], CAP[1]), strict=True):
        Path(f"{number}.guiju").write_text(year(number, cap), encoding="utf-8")
    (line,) = (one for one in ran("history", ".")[1].splitlines() if "封顶" in one)
    assert line.split()[-5:] == ["5分", "4分", "4分", "2009–2011", "2010年改"]
    found = of_years(*(year(n, cap) for n, cap in zip((2009, 2010, 2011), CAP, strict=True)))
    assert row(found, "政府绩效评估奖项", aspect="cap").changed_in == (1, 2)


def test_the_policy_s_own_year_is_no_row() -> None:
    found = of_years(year(2009), year(2010))
    assert not [r for r in found.rows if r.aspect == "year"]
    assert not [r.path for r in found.rows if r.changes]

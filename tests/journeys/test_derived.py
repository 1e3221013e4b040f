"""Columns derived from others: read, grouped by, explained, translated, compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from guiju.cli.inputs import load_data
from guiju.engine.data.tables import Gap, Table
from guiju.engine.diff.compare import difference
from guiju.engine.matter.judge import Verdict, matters
from guiju.engine.pipeline import check
from guiju.engine.plan.plan import Plan
from guiju.engine.plan.text import digest
from guiju.engine.result import evaluate
from guiju.engine.translate import translate
from guiju.engine.trial.suite import run_suite
from guiju.grammar.diagnostics import Severity
from guiju.grammar.source import Source

TEXT = """政策 季度考核 { 年度：2024年 }
名册 街道季度 { 出处：“一”；文件：“名册.csv”；主键：单位、季度；期次：季度；列 { 单位：单位；季度：一季度、二季度 } }
分段 季度段 { 出处：“二”；一季度：1至3；二季度：4至6；下半年：7至12 }
数据表 月报 { 出处：“二”；文件：“月报.csv”；列 { 单位：单位；日期：日期；季度：季度段（月份（日期））；得分：分 } }
分组 同季 { 出处：“二”；按：季度 }
核算 季度得分 { 出处：“二”；步骤 得分 { 取：平均（月报.得分） } }
排名 名次 { 出处：“二”；依据：得分；分组：同季；次序：由高到低；并列：同名次；作为结果：是 }
示例 两个月 {
  给定 { 季度：一季度 }
  给定 月报 { 日期：2024-02-01；得分：80分 }
  给定 月报 { 日期：2024-03-31；得分：90分 }
  应得 { 得分：85分 }
}
"""
FILES = {
    "名册.csv": "单位,季度\n甲街道,一季度\n甲街道,二季度\n乙街道,一季度\n",
    "月报.csv": "单位,日期,得分\n甲街道,2024-03-31,80\n甲街道,2024-04-01,90\n甲街道,2024-05-02,70\n乙街道,2024-01-09,81\n",
}


def plan_of(text: str) -> Plan:
    checkup = check(Source("政策.guiju", text))
    warned = [one for one in checkup.diagnostics if one.severity is not Severity.NOTE]
    assert [one.message("zh") for one in warned] == []
    assert checkup.plan is not None
    return checkup.plan


def months(folder: Path, text: str = TEXT) -> Table:
    """The table of months as it was read."""
    dataset, found = load_data(folder, plan_of(text).tables)
    assert [one.message("zh") for one in found] == []
    return dataset.tables["月报"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def test_rows_belong_by_a_column_that_the_file_lacks(folder: Path) -> None:
    plan = plan_of(TEXT)
    result = evaluate(plan, load_data(folder, plan.tables)[0])
    scores = dict(zip(result.units, result.run.values[plan.outcome.total or 0], strict=True))
    assert scores == {"甲街道 一季度": 80, "甲街道 二季度": 80, "乙街道 一季度": 81}


def test_its_cells_stand_where_those_stand_that_they_come_from(folder: Path) -> None:
    cell = months(folder).cell("季度", 1)
    assert (cell.row, cell.column, cell.raw) == (3, "日期", "二季度")


def test_a_gap_stays_a_gap(folder: Path) -> None:
    (folder / "月报.csv").write_text("单位,日期,得分\n甲街道,,80\n乙街道,2024-01-09,81\n", "utf-8")
    read = months(folder, TEXT.replace("日期：日期；", "日期：日期，可空；"))
    assert list(read.columns["季度"]) == [Gap.BLANK, "一季度"]


def test_an_example_need_not_give_it() -> None:
    checked = check(Source("", TEXT)).checked
    assert [failure for one in run_suite(checked).tried for failure in one.failures] == []


def test_it_has_the_other_languages_words_and_the_same_plan() -> None:
    english = translate(check(Source("", TEXT)).checked, "en")
    assert "季度段(month_of(日期))" in english
    assert digest(plan_of(english)) == digest(plan_of(TEXT))


def test_other_ranges_are_another_plan_and_nothing_is_proved_of_them() -> None:
    changed = TEXT.replace("一季度：1至3；二季度：4至6", "一季度：1至2；二季度：3至6")
    assert digest(plan_of(changed)) != digest(plan_of(TEXT))
    found = difference(*(check(Source("", text)).checked for text in (TEXT, changed)))
    verdicts = [one.verdict for one in matters(found).verdicts]
    assert verdicts and Verdict.PROVED not in verdicts

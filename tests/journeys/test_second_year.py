"""The second year: the engine, an independent recomputation, and the published result agree."""

from __future__ import annotations

import csv
from functools import cache

from guiju.cli.inputs import load_data
from guiju.engine.pipeline import check
from guiju.engine.result import Result, evaluate
from guiju.grammar.diagnostics import Severity
from guiju.grammar.source import Source
from support.independent import records
from support.independent_2010 import Answer, answers, as_row
from support.sample import FOLDER


@cache
def result() -> Result:
    checkup = check(Source("2010.guiju", (FOLDER / "2010.guiju").read_text(encoding="utf-8")))
    assert checkup.plan is not None
    shown = [f for f in checkup.diagnostics if f.severity is not Severity.NOTE]
    assert shown == [], "the shipped policy checks silently"
    dataset, found = load_data(FOLDER / "data-2010", checkup.plan.tables)
    assert [f for f in found if f.severity is Severity.ERROR] == []
    return evaluate(checkup.plan, dataset)


@cache
def apart() -> dict[str, Answer]:
    return answers(result().run.dataset)


def published() -> list[dict[str, str]]:
    with (FOLDER / "expected-2010.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_published_result_is_the_independent_one() -> None:
    units = records(result().run.dataset.tables["单位名册"])
    assert published() == [as_row(unit, apart()[unit["单位"]]) for unit in units]


def test_the_engine_gives_the_published_result() -> None:
    from guiju.engine.report.table import export_grid

    grid = export_grid(result())
    titles = [column.title for column in grid.columns]
    rows = [dict(zip(titles, (v.text for v in row), strict=True)) for row in grid.rows]
    assert rows == published()


def test_two_years_running_at_the_bottom() -> None:
    run = result().run
    (use,) = [use for use in run.plan.uses if use.name == "连续两年较差"]
    assert use.when is not None
    found = {u for u, hit in zip(result().units, run.values[use.when], strict=True) if hit is True}
    assert found == {unit for unit, answer in apart().items() if answer.twice} != set()


def test_every_new_rule_is_seen_firing() -> None:
    found = apart().values()
    assert any(a.grade == "优秀" and a.controlled == "良好" for a in found)
    assert any(a.lowered for a in found) and any(a.pending for a in found)
    assert {a.final for a in found} == {"优秀", "良好", "一般", "较差"}

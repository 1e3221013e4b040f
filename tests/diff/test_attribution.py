"""Which change moved whom: the parts add up, and nothing is claimed that was not run."""

from __future__ import annotations

from functools import cache

import pytest
from diff.comparing import compared
from diff.next_year import next_year
from diff.test_laws import PARAMETERS
from guiju.engine.diff.attribution import Attribution
from guiju.engine.diff.impact import Impact, Runs, impact
from guiju.engine.diff.needs import Need, contract
from guiju.engine.plan.plan import Plan
from guiju.engine.result import Result, evaluate
from support.policy import edited, founding_plan, plan_of
from support.runs import exported, is_number
from support.sample import FOLDER, read, sample


def run(plan: Plan) -> Result:
    """A plan over the sample year; read again only where it demands other data."""
    same = contract(plan) == contract(founding_plan())
    return evaluate(plan, sample() if same else read(FOLDER / "data-2009", plan))


@cache
def impact_of(text: str) -> Impact:
    return impact(compared(text), Runs(run(founding_plan()), run(plan_of(text)), run))


TEXTS = {
    "parameters": edited(*PARAMETERS),
    "next year": next_year(),
    "nothing": edited(),
    "quota": edited(("  优秀：20％", "  优秀：19％")),
    "structure only": edited(
        ("另解：“四舍五入到整数”", "另解：“取整数”"), ("  同一：事项，取最高\n", "")
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_parts_and_remainder_are_the_whole(name: str) -> None:
    found = impact_of(TEXTS[name]).attribution
    assert found is not None
    for unit, whole in found.whole.items():
        rest = found.remainder[unit]
        assert sum((step.forward[unit] for step in found.steps), rest) == whole
        assert sum((step.reverse[unit] for step in found.steps), rest) == whole


def test_the_whole_is_the_difference_of_the_totals() -> None:
    found = impact_of(TEXTS["next year"])
    assert {m.unit: m.difference for m in found.movements} == dict(found.attribution.whole)


def test_parameters_alone_leave_no_remainder() -> None:
    found = impact_of(TEXTS["parameters"]).attribution
    assert not any(found.remainder.values())
    assert found.left == ()


def labels(found: Attribution) -> list[list[str]]:
    return [[change.place.path[-1] for change in step.changes] for step in found.steps]


def test_a_moved_weight_is_one_step_and_others_stand_alone() -> None:
    """A weight alone would not add up to 100, so both ends of the move are one step."""
    found = impact_of(
        edited(
            ("环节 民主评估（15％）", "环节 民主评估（13％）"),
            ("  上等：95分", "  上等：99分"),
            ("环节 重点工作目标评估（36％）", "环节 重点工作目标评估（38％）"),
            ("  封顶：5分", "  封顶：2分"),
        )
    ).attribution
    assert labels(found) == [
        ["县区档次分"], ["民主评估", "评估组重点工作目标评估"], ["政府绩效评估奖项"]
    ]  # fmt: skip


def test_both_orders_are_kept_where_the_order_matters() -> None:
    """Half of a doubled bonus is not the bonus doubled after halving the cap."""
    found = impact_of(
        edited(("  封顶：5分", "  封顶：2分"), ("  国家级：3分", "  国家级：6分"))
    ).attribution
    assert any(step.forward != step.reverse for step in found.steps)


def test_structure_is_attributed_too() -> None:
    """Splits, merges, dropped and added blocks are made like any other change, each with what it
    needs to add up; nothing of a next year's document is left over."""
    found = impact_of(TEXTS["next year"]).attribution
    assert found is not None
    assert found.left == ()
    assert not any(found.remainder.values())
    assert found.share == 1
    assert ["能力建设", "安全生产"] in labels(found)


def test_grades_are_told_with_the_step_that_changes_them() -> None:
    """Followed through the steps, every unit comes from its old grade to its new."""
    found = impact_of(TEXTS["next year"])
    assert found.attribution is not None
    grades = {m.unit: m.old.grade for m in found.movements}
    for step in found.attribution.steps:
        for unit, (old, new) in step.grades.items():
            assert grades[unit] == old
            grades[unit] = new
    assert grades == {m.unit: m.new.grade for m in found.movements}


def test_a_change_without_effect_on_totals_moves_nobody() -> None:
    found = impact_of(TEXTS["quota"])
    assert [step.matters for step in found.attribution.steps] == [False]
    assert found.movers == []
    before, after = (exported(run(p)) for p in (founding_plan(), plan_of(TEXTS["quota"])))
    for quota in found.quotas:
        for side, rows in ((quota.old, before), (quota.new, after)):
            numbers = [row[quota.name] for row in rows.values() if is_number(row[quota.name])]
            assert side == sum(numbers)
    assert [quota.name for quota in found.quotas] == ["公务员优秀名额", "事业人员优秀名额"]


def test_transitions_count_every_unit_once() -> None:
    found = impact_of(TEXTS["next year"])
    assert found.transitions.total() == len(found.movements) == 45
    moved = sum(m.old.grade != m.new.grade for m in found.movements)
    assert moved == sum(n for (old, new), n in found.transitions.items() if old != new)


def test_data_that_only_one_policy_needs() -> None:
    assert impact_of(TEXTS["next year"]).needs == (
        Need("old", "共性工作目标评分.xlsx", "共性工作目标评分", "安全生产"),
    )


def test_units_that_a_use_now_concerns() -> None:
    found = impact_of(edited(("当：最终等次 = 较差", "当：最终等次 = 一般")))
    (picked,) = found.picked
    assert len(picked.entered) == 9
    assert len(picked.left) == 5

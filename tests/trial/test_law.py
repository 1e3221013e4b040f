"""An example is an evaluation of its unit: given all that the year's data say of a unit, the same
comes out; and examples change nothing of what a policy computes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from guiju.engine.data.tables import Dataset, Gap
from guiju.engine.evaluate.values import BLANK, Value
from guiju.engine.examine import examine
from guiju.engine.plan.lower import lower
from guiju.engine.plan.text import digest
from guiju.engine.trial.dataset import run_example
from guiju.engine.trial.example import Example, Row, Specimen
from guiju.engine.trial.lower import trials_of
from guiju.grammar.source import Source, Span
from hypothesis import given, settings
from support.policy import founding_plan, founding_text
from support.runs import run
from support.trials import policies, without_examples
from support.year import small_years

HERE = Span(0, 0)


def given_of(dataset: Dataset, unit: str) -> Specimen:
    """All that a year says of one unit."""
    cells: list[tuple[str, str, Value]] = []
    rows: list[Row] = []
    for table in dataset.tables.values():
        for index in range(table.size):
            if table.columns[table.spec.unit_column or ""][index] == unit:
                found = {name: value(column[index]) for name, column in table.columns.items()}
                if table.spec.register or table.spec.aligned:
                    cells += [(table.spec.name, name, one) for name, one in found.items()]
                else:
                    rows.append(Row(table.spec.name, tuple(found.items())))
    return Specimen(unit, (), tuple(cells), tuple(rows), (), ())


def value(cell: object) -> Value:
    return BLANK if cell is Gap.BLANK else cell  # type: ignore[return-value]


@settings(max_examples=12, deadline=None)
@given(small_years())
def test_all_units_given_whole_come_out_as_evaluated(dataset: Dataset) -> None:
    plan = founding_plan()
    result = run(dataset)
    example = Example("年", "", HERE, tuple(given_of(dataset, unit) for unit in result.units))
    again = run_example(plan, example)
    for export in plan.exports:
        assert list(again.values[export.op]) == list(result.run.values[export.op]), export.title


@settings(max_examples=6, deadline=None)
@given(small_years())
def test_a_value_that_is_given_as_it_is_changes_nothing(dataset: Dataset) -> None:
    """Cutting the policy off at any named value and giving that value leaves what follows."""
    plan, result = founding_plan(), run(dataset)
    units = [given_of(dataset, unit) for unit in result.units]
    for name, op in cuts(plan.names):
        fixed = [fixing(name, op, result.run.values[op][i]) for i in range(len(units))]
        example = Example("年", "", HERE, tuple(map(with_fixed, units, fixed)))
        again = run_example(plan, example)
        total = plan.outcome.total or 0
        assert list(again.values[total]) == list(result.run.values[total]), name


def cuts(names: Mapping[int, tuple[object, ...]]) -> list[tuple[str, int]]:
    plan = founding_plan()
    return [(str(named), op) for op, named in names.items() if plan.ops[op].level.kind == "unit"]


def fixing(name: str, op: int, found: Value) -> object:
    from guiju.engine.trial.example import Fixed

    return Fixed(name, (op,), found, HERE)


def with_fixed(unit: Specimen, fixed: object) -> Specimen:
    from attrs import evolve

    return evolve(unit, fixed=(fixed,))


@pytest.mark.parametrize("path", policies(), ids=lambda path: path.stem)
def test_examples_are_no_part_of_what_a_policy_computes(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    with_them = examine(Source("", text)).checked
    without = examine(Source("", without_examples(path))).checked  # type: ignore[arg-type]
    assert digest(lower(with_them)) == digest(lower(without))


def test_the_plan_of_examples_begins_with_the_policys_own() -> None:
    checked = examine(Source("", founding_text())).checked
    plan, trials = lower(checked), trials_of(checked)
    assert trials.plan.ops[: len(plan.ops)] == plan.ops

"""The ranges are true: no value of any operation on any data lies outside its reach."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from guiju.cli.inputs import read_folder
from guiju.engine.data.admit import admit
from guiju.engine.data.tables import Dataset
from guiju.engine.evaluate.interpret import interpret
from guiju.engine.evaluate.values import Blank, Fault, Faults
from guiju.engine.pipeline import check
from guiju.engine.plan.plan import Plan
from guiju.engine.reach.domain import Reach
from guiju.engine.reach.ranges import Ranges, ranges_of
from guiju.grammar.source import Source
from hypothesis import given, settings
from support.policy import founding_plan
from support.spoiled import ROOT
from support.year import small_years

SHIPPED = sorted((ROOT / "policies").glob("*/*.guiju"))


def inside(value: Any, reach: Reach) -> bool:
    """Whether a value is one that the reach allows; a fault is no value."""
    match value:
        case Fault() | Faults():
            return True
        case Blank():
            return reach.blank
        case bool():
            return value in reach.truths
        case int() | Fraction():
            return reach.numbers is not None and reach.numbers.holds(value)
        case date():
            return reach.numbers is not None and reach.numbers.holds(value.toordinal())
        case str():
            return reach.names is None or value in reach.names
        case tuple():
            return reach.names is None
    return False


def outside(plan: Plan, dataset: Dataset, ranges: Ranges) -> list[tuple[int, Any]]:
    """The operations with a value beyond their reach, of all units and of their own kind."""
    values = interpret(plan, dataset).values
    wrong = [
        (op, value)
        for op in range(len(plan.ops))
        for value in values[op]
        if not inside(value, ranges.of(op))
    ]
    kinds = values[plan.kind] if plan.kind is not None else []
    for name, world in ranges.worlds:
        for op in range(len(plan.ops)):
            if plan.ops[op].level.kind == "unit":
                wrong += [
                    (op, value)
                    for value, kind in zip(values[op], kinds, strict=False)
                    if kind == name and not inside(value, world.reach[op])
                ]
    return wrong


@cache
def founding_ranges() -> Ranges:
    return ranges_of(founding_plan())


@settings(max_examples=25, deadline=None)
@given(small_years(4, 12))
def test_of_generated_years(dataset: Dataset) -> None:
    assert outside(founding_plan(), dataset, founding_ranges()) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_of_the_shipped_samples(path: Path) -> None:
    plan = check(Source(path.name, path.read_text(encoding="utf-8"))).plan
    assert plan is not None
    raw, _ = read_folder(path.parent / f"data-{path.stem}", plan.tables)
    dataset, _ = admit(plan.tables, raw)
    assert outside(plan, dataset, ranges_of(plan)) == []

"""Stages return values and findings; an exception means a defect of ours."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

from attrs import evolve
from guiju.engine.data.contract import ColumnSpec, ColumnType
from guiju.engine.data.tables import Dataset, Gap
from guiju.engine.explain.account import account
from guiju.engine.result import Result
from hypothesis import given, settings
from hypothesis import strategies as st
from support.runs import is_number, reordered, replaced, run, with_table
from support.year import small_years


def admissible(column: ColumnSpec, units: list[str], random: Random) -> Any:
    """Some value that the contract lets into a cell, or what stands there when it let none in."""
    if random.random() < 0.3:
        return Gap.BLANK if column.nullable else Gap.BAD
    match column.type:
        case ColumnType.INTEGER | ColumnType.NUMBER:
            number = random.choice((0, 1, 99, 100, 10**30))
            if column.type is ColumnType.NUMBER:
                number = random.choice((number, Fraction(1, 3), Fraction(-7, 100)))
            return number if column.range is None or column.range.holds(number) else Gap.BAD
        case ColumnType.DATE:
            return random.choice((date(2009, 10, 30), date(2009, 10, 31), date.min, date.max))
        case ColumnType.CHOICE:
            return random.choice(column.choices)
        case ColumnType.UNIT:
            return random.choice((*units, Gap.BAD))
        case ColumnType.NAMES:
            return ("某某", "某某")
        case ColumnType.TEXT:
            return random.choice(("", "事项1", "{}", "“"))


def disturbed(dataset: Dataset, random: Random) -> Dataset:
    """The dataset with a few cells exchanged and perhaps a table emptied."""
    units = [str(unit) for unit in dataset.tables["单位名册"].columns["单位"]]
    for _ in range(random.randint(1, 12)):
        table = dataset.tables[random.choice(list(dataset.tables))]
        column = random.choice(table.spec.columns)
        if table.size and not (
            (table.spec.register or table.spec.aligned) and column.name == table.spec.unit_column
        ):
            value = admissible(column, units, random)
            row = random.randrange(table.size)
            dataset = replaced(dataset, table.spec.name, column.name, row, value)
    if random.random() < 0.3:
        table = dataset.tables[
            random.choice(("领导评价", "加分申报", "否决情形", "重点工作目标表"))
        ]
        dataset = with_table(dataset, evolve(reordered(table, ()), size=0))
    return dataset


def said(result: Result) -> list[str]:
    """All that a result can be asked to say."""
    words = [f"{f.message('zh')}{f.message('en')}{f.hint('zh')}" for f in result.findings]
    total = result.run.plan.outcome.total
    assert total is not None
    # A cell that broke its contract was reported by whoever read it: the result is silent on it.
    worked_out = [
        unit for unit, n in zip(result.units, result.run.values[total], strict=True) if is_number(n)
    ]
    return words + [repr(account(result, unit)) for unit in worked_out]


@settings(max_examples=40)
@given(small_years(6, 10), st.integers(0, 10**9))
def test_no_admitted_dataset_raises(dataset: Dataset, seed: int) -> None:
    odd = disturbed(dataset, Random(seed))
    result = run(odd)
    assert all(said(result))
    quiet = run(odd, trace=False)
    assert [f.message("zh") for f in quiet.findings] == [f.message("zh") for f in result.findings]

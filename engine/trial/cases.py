"""Many made-up units at once: each a case that an example might show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from attrs import evolve, frozen

from ...grammar.source import Span
from ..evaluate.interpret import Run
from ..evaluate.values import Value
from ..plan.plan import Plan
from .dataset import run_example
from .example import Example, Expected, Fixed, Row, Specimen
from .nameable import Nameable

#: Made-up examples stand nowhere in a text.
NOWHERE = Span(0, 0)
Values: TypeAlias = "Mapping[Nameable, Value]"


@frozen
class Case:
    """What is given: of the unit, and in each row of a table."""

    unit: Values
    rows: tuple[tuple[str, Values], ...] = ()


def split(values: Values) -> Case:
    """A case of one row at most in each table."""
    tables = dict.fromkeys(leaf.table for leaf in values if leaf.level.kind == "row")
    return Case(
        {leaf: value for leaf, value in values.items() if leaf.level.kind != "row"},
        tuple(
            (table, {leaf: v for leaf, v in values.items() if _in_row(leaf, table)})
            for table in tables
        ),
    )


def with_value(case: Case, leaf: Nameable, value: Value) -> Case:
    """The case with another value under a name that it gives."""
    if leaf in case.unit:
        return evolve(case, unit={**case.unit, leaf: value})
    rows = ((table, {**row, leaf: value} if leaf in row else row) for table, row in case.rows)
    return evolve(case, rows=tuple(rows))


def _in_row(leaf: Nameable, table: str) -> bool:
    return leaf.level.kind == "row" and leaf.table == table


def specimen(name: str, case: Case, expected: tuple[Expected, ...] = ()) -> Specimen:
    """A case as a unit of an example."""
    columns = tuple((k.table, k.name, v) for k, v in case.unit.items() if k.spec is not None)
    fixed = tuple(_fixed(k, v) for k, v in case.unit.items() if k.spec is None)
    rows = tuple(
        Row(
            table,
            tuple((k.name, v) for k, v in values.items() if k.spec is not None),
            tuple(_fixed(k, v) for k, v in values.items() if k.spec is None),
        )
        for table, values in case.rows
    )
    return Specimen(name, fixed, columns, rows, expected, ())


def _fixed(leaf: Nameable, value: Value) -> Fixed:
    return Fixed(leaf.name, leaf.ops, value, NOWHERE)


def run_cases(plan: Plan, cases: Sequence[Case]) -> Run:
    """All cases in one run, one unit each, in order."""
    units = tuple(specimen(str(index), case) for index, case in enumerate(cases))
    return run_example(plan, Example("", "", NOWHERE, units))

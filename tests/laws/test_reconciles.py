"""Law 4, reconciles: the lines of an explanation, rounding its own line, add up exactly to the
total shown; every leaf names its clause and its data cell."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from guiju.engine.data.tables import Dataset
from guiju.engine.explain.account import account
from guiju.engine.explain.lines import Line
from guiju.engine.result import Result
from hypothesis import given, settings
from support.runs import run
from support.sample import sample
from support.year import small_years

#: Lines that the policy's arithmetic makes: they stand for a clause above them and for no cell.
MADE = ("rounding", "cap", "floor", "yardstick")


def totals(result: Result) -> Iterator[tuple[Line, Fraction]]:
    """Each unit's explained total and the total shown."""
    total = result.run.plan.outcome.total
    assert total is not None
    for index, unit in enumerate(result.units):
        line = account(result, unit).total
        assert line is not None
        yield line, Fraction(result.run.values[total][index])  # type: ignore[arg-type]


def inner(line: Line) -> Iterator[Line]:
    """A line and all under it that have parts."""
    if line.children:
        yield line
        for child in line.children:
            yield from inner(child)


def leaves(line: Line, clauses: tuple[str, ...] = ()) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """The innermost lines, each with the clauses it stands under."""
    clauses = line.clauses or clauses
    if not line.children:
        yield line, clauses
    for child in line.children:
        yield from leaves(child, clauses)


def reconciles(result: Result) -> None:
    """Sums, clauses and cells of every line of every unit."""
    for total, shown in totals(result):
        assert total.value == shown
        assert sum(leaf.value for leaf in total.leaves()) == shown
        for line in inner(total):
            if line.kind != "uncounted":
                assert sum(child.value for child in line.children) == line.value, line.label
        for leaf, clauses in leaves(total):
            assert clauses, leaf.label
            nothing_claimed = leaf.kind == "bonus" and not leaf.value
            assert leaf.kind in MADE or leaf.cells or nothing_claimed, leaf.label


@settings(max_examples=12)
@given(small_years(6, 12))
def test_generated_years_reconcile(dataset: Dataset) -> None:
    reconciles(run(dataset))


def test_the_sample_year_reconciles() -> None:
    reconciles(run(sample()))


def test_rounding_and_caps_are_lines_of_their_own() -> None:
    kinds = [leaf.kind for total, _ in totals(run(sample())) for leaf in total.leaves()]
    assert "rounding" in kinds

"""Law 7, bounded: 0 ≤ item ≤ its points, bonus ≤ its cap, total inside what the text implies."""

from __future__ import annotations

from collections.abc import Iterator

from guiju.engine.data.tables import Dataset
from guiju.engine.explain.ledger import Ledger
from guiju.engine.explain.lines import Line
from guiju.engine.reach.ranges import ranges_of
from guiju.engine.result import Result
from hypothesis import given, settings
from support.runs import exported, run
from support.sample import sample
from support.year import generate, small_years

MOST_BONUS = 5
MOST_TOTAL = 100 + MOST_BONUS


def lines(line: Line) -> Iterator[Line]:
    """A line and all under it."""
    yield line
    for child in line.children:
        yield from lines(child)


def bounded(result: Result) -> int:
    """Check every line that has a full mark; how many there were."""
    total = result.run.plan.outcome.total
    assert total is not None
    ledger = Ledger(result.run)
    held = 0
    for index in range(len(result.units)):
        for line in lines(ledger.of(total, index)):
            if line.full is not None:
                assert 0 <= line.value <= line.full, line.label
                held += 1
    implied = dict(ranges_of(result.run.plan).by_kind(total))
    for row in exported(result).values():
        assert 0 <= row["加分"] <= MOST_BONUS
        assert 0 <= row["总分"] <= MOST_TOTAL
        numbers = implied[row["类型"]].numbers
        assert numbers is not None and numbers.holds(row["总分"])
    return held


@settings(max_examples=12)
@given(small_years(6, 10))
def test_generated_years_stay_within_their_bounds(dataset: Dataset) -> None:
    assert bounded(run(dataset)) > 20 * dataset.tables["单位名册"].size


def test_the_sample_year_stays_within_its_bounds() -> None:
    assert bounded(run(sample()))


def test_some_bonus_reaches_its_cap() -> None:
    bonuses = [row["加分"] for row in exported(run(generate(60, 2, goals=(1, 3)))).values()]
    assert max(bonuses) == MOST_BONUS

"""The mutation table: four single-token accidents on every shipped policy, a sample of each.

The whole table is worked out by ``tests/benchmarks/accidents.py``.
"""

from __future__ import annotations

import pytest
from guiju.grammar.read import read
from guiju.grammar.source import Source
from support.accidents import KINDS, POLICIES, Kind, Outcome, accidents, outcome, policy_text

SIZE = 60
#: Of the accidents that break the syntax: the least share with at most two findings, and the most
#: declarations lost that the accident did not touch, on average.
LEAST: dict[Kind, float] = {"delete": 0.95, "insert": 0.85, "replace": 0.8, "truncate": 1.0}
MOST_LOST: dict[Kind, float] = {"delete": 0.1, "insert": 0.5, "replace": 1.5, "truncate": 0.1}


@pytest.fixture(scope="module", params=KINDS)
def table(request: pytest.FixtureRequest) -> tuple[Kind, list[Outcome]]:
    """The accidents of one kind that break the syntax, of all policies together."""
    kind, results = request.param, []
    for policy in POLICIES:
        text = policy_text(policy)
        intact, _ = read(Source("", text))
        results += [outcome(one, intact, checks=False) for one in accidents(text, kind, SIZE)]
    return kind, [one for one in results if one.broken]


def test_a_finding_stands_on_or_next_to_the_line(table: tuple[Kind, list[Outcome]]) -> None:
    _, broken = table
    near = [one for one in broken if one.distance is not None and one.distance <= 1]
    assert len(near) >= 0.95 * len(broken)


def test_one_accident_gives_one_finding_or_two(table: tuple[Kind, list[Outcome]]) -> None:
    kind, broken = table
    assert sum(one.findings <= 2 for one in broken) >= LEAST[kind] * len(broken)


def test_what_was_intact_stays(table: tuple[Kind, list[Outcome]]) -> None:
    kind, broken = table
    assert sum(one.lost for one in broken) <= MOST_LOST[kind] * len(broken)

"""Law 6, order-free: permuting declarations, entries or rows changes no result."""

from __future__ import annotations

import re
from random import Random

import pytest
from guiju.engine.data.tables import Dataset
from hypothesis import given
from hypothesis import strategies as st
from support.policy import founding_text, plan_of
from support.runs import exported, reordered, run
from support.sample import sample
from support.year import small_years

#: A whole property on its line. Grades run from best to worst, so theirs are left alone.
ENTRY = re.compile(r" ++(?!优秀|良好|一般|较差)[^：{}、]+：[^{}]*[^{}、，\s]\n")


def top_level(text: str) -> list[str]:
    """The top-level blocks of a text, comments left out."""
    blocks, current, depth = [], "", 0
    for line in text.splitlines(keepends=True):
        if line.startswith("#") or not (line.strip() or depth):
            continue
        current += line
        depth += line.count("{") - line.count("}")
        if depth == 0:
            blocks.append(current)
            current = ""
    return blocks


def shuffled_entries(text: str, random: Random) -> str:
    """The text with each run of neighbouring one-line properties in another order."""
    done: list[str] = []
    entries: list[str] = []
    for line in [*text.splitlines(keepends=True), ""]:
        if ENTRY.fullmatch(line) and (not entries or indent(entries[-1]) == indent(line)):
            entries.append(line)
            continue
        done += random.sample(entries, len(entries))
        entries = [line] if ENTRY.fullmatch(line) else []
        done += [] if entries else [line]
    return "".join(done)


def indent(line: str) -> int:
    """How far a line is moved in."""
    return len(line) - len(line.lstrip())


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_blocks_changes_nothing(seed: int) -> None:
    blocks = top_level(founding_text())
    text = "\n".join(Random(seed).sample(blocks, len(blocks)))
    assert len(blocks) > 50
    assert exported(run(sample(), plan_of(text))) == exported(run(sample()))


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_entries_changes_nothing(seed: int) -> None:
    text = shuffled_entries(founding_text(), Random(seed))
    assert text != founding_text()
    assert sorted(text) == sorted(founding_text())
    assert exported(run(sample(), plan_of(text))) == exported(run(sample()))


@given(small_years(), st.integers(0, 10**6))
def test_the_order_of_rows_changes_nothing(dataset: Dataset, seed: int) -> None:
    assert exported(run(shuffled_rows(dataset, Random(seed)))) == exported(run(dataset))


def shuffled_rows(dataset: Dataset, random: Random) -> Dataset:
    """Rows in another order; tables with one row a unit follow the register, as when read."""
    units = range(dataset.tables["单位名册"].size)
    order = random.sample(units, len(units))
    return Dataset(
        {
            name: reordered(
                table,
                order
                if table.spec.register or table.spec.aligned
                else random.sample(range(table.size), table.size),
            )
            for name, table in dataset.tables.items()
        }
    )

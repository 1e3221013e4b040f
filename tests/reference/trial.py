"""Trials: generated policies in generated years, tried on both evaluators, and made small when they
disagree."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import evolve, frozen
from guiju.engine.data.tables import Dataset, Table, raw_text
from guiju.engine.pipeline import Checkup, check
from guiju.engine.result import evaluate
from guiju.grammar.source import Source

from .compare import Compared, Engine, compare
from .generate import Generated, policy
from .years import year


@frozen
class Trial:
    """One policy in one year, and what the comparison found."""

    seed: int
    checkup: Checkup
    dataset: Dataset
    compared: Compared


@cache
def generated(seed: int) -> tuple[Generated, Checkup]:
    """A policy and what checking says of it. There is a plan, or the generator is at fault."""
    made = policy(seed)
    return made, check(Source(f"{seed}.guiju", made.text))


def trials(seeds: range, years: int, engine: Engine = evaluate) -> Iterator[Trial]:
    """Every policy of some seeds in so many years; one that does not pass the checks in none."""
    for seed in seeds:
        made, checkup = generated(seed)
        for number in range(years) if checkup.plan is not None else ():
            dataset = year(checkup.checked, made.hints, f"{seed}/{number}")
            yield Trial(seed, checkup, dataset, compared(checkup, dataset, engine))


def compared(checkup: Checkup, dataset: Dataset, engine: Engine = evaluate) -> Compared:
    assert checkup.plan is not None
    return compare(checkup.checked, checkup.plan, dataset, engine)


def smallest(trial: Trial, engine: Engine = evaluate) -> Trial:
    """A trial with as few blocks and units as still disagree in some way."""
    blocks = trial.checkup.checked.source.text.strip().split("\n\n")
    before = 0
    while len(blocks) != before:  # what nothing needs any more may go in the next round
        before = len(blocks)
        for place in range(len(blocks) - 1, 0, -1):
            rest = blocks[:place] + blocks[place + 1 :]
            if (less := _without(trial, rest, engine)) is not None:
                trial, blocks = less, rest
    register = next(t for t in trial.dataset.tables.values() if t.spec.register)
    for unit in register.columns[register.spec.unit_column or ""]:
        tables = {name: _leaving(table, str(unit)) for name, table in trial.dataset.tables.items()}
        fewer = Dataset(tables)
        found = compared(trial.checkup, fewer, engine)
        if found.divergence is not None:
            trial = evolve(trial, dataset=fewer, compared=found)
    return trial


def _without(trial: Trial, blocks: list[str], engine: Engine) -> Trial | None:
    """The trial with fewer blocks, if it is still a policy and still disagrees."""
    checkup = check(Source("less.guiju", "\n\n".join(blocks) + "\n"))
    if checkup.plan is None:
        return None
    specs = {spec.name: spec for spec in checkup.plan.tables}
    tables = {name: evolve(trial.dataset.tables[name], spec=spec) for name, spec in specs.items()}
    dataset = Dataset(tables)
    found = compared(checkup, dataset, engine)
    return Trial(trial.seed, checkup, dataset, found) if found.divergence is not None else None


def _leaving(table: Table, unit: str) -> Table:
    """A table without the rows of one unit."""
    names = table.columns.get(table.spec.unit_column or "", [""] * table.size)
    kept = [row for row, name in enumerate(names) if name != unit]
    columns = {name: [cells[row] for row in kept] for name, cells in table.columns.items()}
    origins = {n: evolve(o, rows=[o.rows[r] for r in kept]) for n, o in table.origins.items()}
    return evolve(table, size=len(kept), columns=columns, origins=origins)


def shown(trial: Trial) -> str:
    """A trial to read: the policy, the tables, and what the two say."""
    lines = [f"# seed {trial.seed}", trial.checkup.checked.source.text]
    for name, table in trial.dataset.tables.items():
        lines += [f"── {name}", ",".join(table.columns)]
        for row in range(table.size):
            lines.append(",".join(raw_text(cells[row]) for cells in table.columns.values()))
    return "\n".join([*lines, f"── {trial.compared.divergence}"])

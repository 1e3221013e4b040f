"""Two policies over the same data: who moves, in total, rank and grade, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from attrs import field, frozen

from ..plan.plan import Plan
from ..result import Result
from .attribution import Attribution, Runner, Totals, attribute, state, totals
from .carry import Start, start
from .changes import Difference
from .movement import (
    Movement,
    Moves,
    Picked,
    Quota,
    Standing,
    moved_between,
    picked_between,
    quotas_between,
)
from .needs import Need, needs
from .units import Naming


@frozen
class Bridge:
    """The old policy run on the new year's data, between two runs on their own data: what the data
    alone did to each unit's total, the items whose marks were carried over, and whether the old
    policy was moved to the new year. ``shift`` is empty where it cannot be run on them."""

    shift: Totals
    carried: tuple[str, ...]
    dated: bool


@frozen
class Impact(Moves):
    """What the differences of two policies come to: on one set of data, or each on its own."""

    attribution: Attribution | None
    needs: tuple[Need, ...]
    bridge: Bridge | None
    results: tuple[Result, Result] = field(repr=False, eq=False)
    #: Which policy could run on the data only on the other's terms: its tables and its year.
    adapted: Literal["old", "new"] | None = None


@frozen
class Runs:
    """Both policies run: on one set of data, or with ``own_data`` each on that of its own year.
    ``run`` runs any other plan over the new policy's data. ``units`` gives old units their new
    names, beside those that the register gives."""

    old: Result
    new: Result
    run: Runner
    own_data: bool = False
    units: Mapping[str, str] = field(factory=dict)
    #: The old policy on the terms of the data, where it was run on these.
    begin: Start | None = None


def impact(difference: Difference, runs: Runs) -> Impact:
    """What the differences of two policies come to on two sound results."""
    old, new = runs.old, runs.new
    names = Naming.of(old, new, runs.units)
    before, after = names.apply(_standings(old)), _standings(new)
    begin = runs.begin or start(difference, carry=runs.own_data)
    bridge, split = _split(begin, runs, names)
    moved, only_old, only_new = moved_between(before, after, names)
    return Impact(
        movements=moved,
        only_old=only_old,
        only_new=only_new,
        merged=names.merged,
        grades=tuple(dict.fromkeys((*_grades(new), *_grades(old)))),
        quotas=_quotas(old, new, difference),
        picked=_picked(runs, difference, names, moved),
        former={unit: name for name, unit in names.names.items()},
        scored=new.run.plan.outcome.scored and old.run.plan.outcome.scored,
        attribution=split,
        needs=needs(old.run.plan, new.run.plan, difference.renames),
        bridge=bridge,
        results=(old, new),
    )


def _split(begin: Start, runs: Runs, names: Naming) -> tuple[Bridge | None, Attribution | None]:
    """The way over the changes, on the new policy's data; and how far the data alone went."""
    own, end = state(runs.old), state(runs.new)
    if not runs.own_data:
        return None, attribute(begin, own, end, runs.run)
    plan = begin.replay.plan(())
    result = runs.run(plan) if plan is not None else None
    if result is None or not result.sound:
        return Bridge({}, (), begin.dated), None
    middle = state(result)
    earlier = names.apply(own.totals)
    shift = {u: middle.totals[u] - total for u, total in earlier.items() if u in middle.totals}
    titles = tuple(dict.fromkeys(item.title for item in begin.carried))
    return Bridge(shift, titles, begin.dated), attribute(begin, middle, end, runs.run)


def _standings(result: Result) -> dict[str, Standing]:
    run, outcome = result.run, result.run.plan.outcome
    sums = totals(result)
    final = outcome.veto.final if outcome.veto else outcome.grade
    ranks = run.values[outcome.rank] if outcome.rank is not None else ()
    grades = run.values[final] if final is not None else ()
    groups = _groups(result)
    return {
        unit: Standing(
            groups[place],
            sums.get(unit),
            rank if ranks and isinstance(rank := ranks[place], (int, Fraction)) else None,
            grade if grades and isinstance(grade := grades[place], str) else None,
        )
        for place, unit in enumerate(result.units)
    }


def _groups(result: Result) -> list[str]:
    """The ranking group of each unit, in words."""
    run, outcome = result.run, result.run.plan.outcome
    if outcome.rank is None or outcome.group is None:
        return [""] * len(result.units)
    owners = run.members.belongs(run.plan.ops[outcome.rank].level, outcome.group)
    return ["、".join(run.members.group_label(outcome.group, owner)) for owner in owners]


def _grades(result: Result) -> tuple[str, ...]:
    """The grades, best first."""
    return result.run.plan.outcome.grades


def _quotas(old: Result, new: Result, difference: Difference) -> tuple[Quota, ...]:
    """Figures whose sums differ, as the new policy lists them, then those that are gone."""
    before = {_renamed(key, difference): total for key, total in _sums(old).items()}
    units = {_renamed(key, difference): unit for key, unit in _units(old).items()} | _units(new)
    return quotas_between(before, _sums(new), units)


def _renamed(key: tuple[str, str], difference: Difference) -> tuple[str, str]:
    use, name = (difference.renames.get(part, part) for part in key)
    return use, name


def _units(result: Result) -> dict[tuple[str, str], str]:
    """The unit of each figure."""
    uses = result.run.plan.uses
    return {(use.name, due.name): due.unit.zh for use in uses for due in use.quotas}


def _sums(result: Result) -> dict[tuple[str, str], Fraction]:
    plan: Plan = result.run.plan
    return {
        (use.name, due.name): sum(
            (Fraction(v) for v in result.run.values[due.op] if isinstance(v, (int, Fraction))),
            Fraction(0),
        )
        for use in plan.uses
        for due in use.quotas
    }


def _picked(
    runs: Runs, difference: Difference, names: Naming, moved: tuple[Movement, ...]
) -> tuple[Picked, ...]:
    """Uses with a condition whose units are not the same."""
    before = {
        difference.renames.get(use, use): tuple(names.names.get(u, u) for u in units)
        for use, units in _concerned(runs.old).items()
    }
    return picked_between(before, _concerned(runs.new), {m.unit for m in moved})


def _concerned(result: Result) -> dict[str, tuple[str, ...]]:
    values = result.run.values
    return {
        use.name: tuple(
            unit
            for place, unit in enumerate(result.units)
            if values[use.when][place] is True
            and (use.applies is None or values[use.applies][place] is True)
        )
        for use in result.run.plan.uses
        if use.when is not None
    }

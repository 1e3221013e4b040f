"""Two policies over the same data: who moves, in total, rank and grade, and what follows."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from attrs import frozen

from ..plan.plan import Plan
from ..result import Result
from .attribution import Attribution, Runner, attribute, totals
from .changes import Difference
from .needs import Need, needs


@frozen
class Standing:
    """What one policy makes of one unit. A total, rank or grade is None where there is none."""

    group: str
    total: Fraction | None
    rank: int | Fraction | None
    grade: str | None


@frozen
class Movement:
    """One unit under both policies."""

    unit: str
    old: Standing
    new: Standing

    @property
    def difference(self) -> Fraction:
        """By how much its total differs; 0 where one policy gives none."""
        if self.old.total is None or self.new.total is None:
            return Fraction(0)
        return self.new.total - self.old.total


@frozen
class Quota:
    """The sum over all units of a figure that follows from the result."""

    use: str
    name: str
    old: Fraction | None
    new: Fraction | None


@frozen
class Picked:
    """A use of the result, and the units it now concerns, and no longer concerns."""

    use: str
    entered: tuple[str, ...]
    left: tuple[str, ...]


@frozen
class Impact:
    """What the differences of two policies come to on one set of data."""

    movements: tuple[Movement, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]
    grades: tuple[str, ...]
    quotas: tuple[Quota, ...]
    picked: tuple[Picked, ...]
    attribution: Attribution
    needs: tuple[Need, ...]

    @property
    def transitions(self) -> Counter[tuple[str, str]]:
        """How many units went from which final grade to which."""
        pairs = ((m.old.grade or "", m.new.grade or "") for m in self.movements)
        return Counter(pairs)

    @property
    def movers(self) -> list[Movement]:
        """The units whose total differs, the largest difference first."""
        moved = [m for m in self.movements if m.difference]
        return sorted(moved, key=lambda m: -abs(m.difference))


def impact(difference: Difference, old: Result, new: Result, run: Runner) -> Impact:
    """The impact on the data of two sound results; ``run`` runs any other plan over them."""
    before, after = _standings(old), _standings(new)
    renamed = difference.renames
    return Impact(
        movements=tuple(Movement(u, before[u], after[u]) for u in before if u in after),
        only_old=tuple(unit for unit in before if unit not in after),
        only_new=tuple(unit for unit in after if unit not in before),
        grades=tuple(dict.fromkeys((*_grades(new), *_grades(old)))),
        quotas=_quotas(old, new, difference),
        picked=_picked(old, new, difference),
        attribution=attribute(difference, old, new, run),
        needs=needs(old.run.plan, new.run.plan, renamed),
    )


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
    after = _sums(new)
    found = [
        Quota(use, name, before.get((use, name)), after.get((use, name)))
        for use, name in dict.fromkeys((*after, *before))
    ]
    return tuple(quota for quota in found if quota.old != quota.new)


def _renamed(key: tuple[str, str], difference: Difference) -> tuple[str, str]:
    use, name = (difference.renames.get(part, part) for part in key)
    return use, name


def _sums(result: Result) -> dict[tuple[str, str], Fraction]:
    plan: Plan = result.run.plan
    return {
        (use.name, name): sum(
            (Fraction(v) for v in result.run.values[op] if isinstance(v, (int, Fraction))),
            Fraction(0),
        )
        for use in plan.uses
        for name, op in use.quotas
    }


def _picked(old: Result, new: Result, difference: Difference) -> tuple[Picked, ...]:
    """Uses with a condition whose units are not the same."""
    before = {difference.renames.get(use, use): units for use, units in _concerned(old).items()}
    found = []
    for use, units in _concerned(new).items():
        earlier = before.get(use, ())
        entered = tuple(unit for unit in units if unit not in earlier)
        left = tuple(unit for unit in earlier if unit not in units)
        if entered or left:
            found.append(Picked(use, entered, left))
    return tuple(found)


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

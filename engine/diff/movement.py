"""Who moves between two results: in total, rank and grade, and what follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from fractions import Fraction

from attrs import frozen

from .units import Merged, Naming


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
    """The sum over all units of a figure that follows from the result, and its unit in Chinese;
    “” for plain numbers and counts."""

    use: str
    name: str
    old: Fraction | None
    new: Fraction | None
    unit: str = ""


@frozen
class Picked:
    """A use of the result, and the units it now concerns, and no longer concerns."""

    use: str
    entered: tuple[str, ...]
    left: tuple[str, ...]


@frozen
class Moves:
    """Two results compared. Units go by their new names; ``former`` gives the old ones of those
    that have another, and ``grades`` the grades, best first. ``scored`` says that totals are in
    points, as far as that is known."""

    movements: tuple[Movement, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]
    merged: tuple[Merged, ...]
    grades: tuple[str, ...]
    quotas: tuple[Quota, ...]
    picked: tuple[Picked, ...]
    former: Mapping[str, str]
    scored: bool

    @property
    def unit(self) -> str | None:
        """The unit of totals."""
        return "分" if self.scored else None

    @property
    def regraded(self) -> dict[tuple[str, str], list[str]]:
        """The units of each pair of old and new grade that are not the same, the best first."""
        found: dict[tuple[str, str], list[str]] = {}
        for one in self.movements:
            pair = one.old.grade or "", one.new.grade or ""
            if pair[0] != pair[1]:
                found.setdefault(pair, []).append(one.unit)
        order = {grade: place for place, grade in enumerate((*self.grades, ""))}
        return {pair: found[pair] for pair in sorted(found, key=lambda p: [order[g] for g in p])}

    @property
    def transitions(self) -> Counter[tuple[str, str]]:
        """How many units went from which final grade to which."""
        pairs = ((m.old.grade or "", m.new.grade or "") for m in self.movements)
        return Counter(pairs)

    @property
    def moved(self) -> bool:
        """Whether anything differs at all."""
        gone = self.only_old or self.only_new or self.merged or self.quotas or self.picked
        return bool(gone) or any(m.old != m.new for m in self.movements)

    @property
    def movers(self) -> list[Movement]:
        """The units whose total differs, the largest difference first."""
        moved = [m for m in self.movements if m.difference]
        return sorted(moved, key=lambda m: -abs(m.difference))


def moved_between(
    before: Mapping[str, Standing], after: Mapping[str, Standing], names: Naming
) -> tuple[tuple[Movement, ...], tuple[str, ...], tuple[str, ...]]:
    """The units of both sides, then those of the old side only, then those of the new."""
    followed = {name for one in names.merged for name in one.former}
    return (
        tuple(Movement(u, before[u], after[u]) for u in before if u in after),
        tuple(u for u in before if u not in after and u not in followed),
        tuple(u for u in after if u not in before and not names.is_merged(u)),
    )


def quotas_between(
    before: Mapping[tuple[str, str], Fraction],
    after: Mapping[tuple[str, str], Fraction],
    units: Mapping[tuple[str, str], str],
) -> tuple[Quota, ...]:
    """Figures whose sums differ, as the new side lists them, then those that are gone."""
    found = [
        Quota(*key, before.get(key), after.get(key), units.get(key, ""))
        for key in dict.fromkeys((*after, *before))
    ]
    return tuple(quota for quota in found if quota.old != quota.new)


def picked_between(
    before: Mapping[str, tuple[str, ...]],
    after: Mapping[str, tuple[str, ...]],
    among: Collection[str],
) -> tuple[Picked, ...]:
    """Uses whose units are not the same on both sides, among those that both sides have."""
    found = []
    for use in dict.fromkeys((*after, *before)):
        earlier, units = before.get(use, ()), after.get(use, ())
        entered = tuple(unit for unit in units if unit not in earlier and unit in among)
        left = tuple(unit for unit in earlier if unit not in units and unit in among)
        if entered or left:
            found.append(Picked(use, entered, left))
    return tuple(found)

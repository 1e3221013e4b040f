"""Whether a change matters: proved not to, shown to by a unit, or not decided.

A change is judged by itself, made to the old policy, and as the last, when all others are made. It
is proved only where neither makes a difference on any data that both policies accept.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from attrs import define, field, frozen

from ..diff.carry import start
from ..diff.changes import Difference
from ..diff.grouping import Changes, flat, groups
from ..diff.replay import Replay
from .company import find_company
from .forms import Forms
from .outcomes import RESULTS, Output, comparable, differing, outputs
from .search import Witness, find_witness
from .states import State


class Verdict(Enum):
    """What is known of a change."""

    PROVED = "proved"  # leaves every result as it is
    MATTERS = "matters"  # a witness gets something else
    OPEN = "undecided"


@frozen
class Matter:
    """Changes that can only be made together, and what is known of them. ``outputs`` are what may
    differ: of a proved change only what is told or asked beside the results. ``last`` says that it
    matters only when the others have been made. ``witnesses`` are the units that show it: one, or
    several that are ranked or counted together."""

    changes: Changes
    verdict: Verdict
    outputs: tuple[Output, ...]
    witnesses: tuple[Witness, ...] = ()
    states: tuple[State, State] | None = field(default=None, repr=False, eq=False)
    last: bool = False


@frozen
class Matters:
    """The verdicts in the order of the document; and whether the policy with all these changes made
    is proved to give what the new one gives, so that no other change matters."""

    verdicts: tuple[Matter, ...]
    complete: bool

    def of(self, verdict: Verdict) -> tuple[Matter, ...]:
        """Those with one verdict."""
        return tuple(one for one in self.verdicts if one.verdict is verdict)


def matters(found: Difference) -> Matters:
    """The verdict on every change that can be made to the old policy in the new one's terms."""
    states = _States(start(found, carry=False).replay)
    kept, left = groups(states.replay.applicable(), states.valid)
    verdicts = [_verdict(group, states.ends(kept, group)) for group in kept]
    verdicts += [Matter((change,), Verdict.OPEN, ()) for change in left]
    order = {id(change): place for place, change in enumerate(states.replay.applicable())}
    ordered = sorted(verdicts, key=lambda one: order[id(one.changes[0])])
    return Matters(tuple(ordered), not left and states.reach_the_new(flat(kept)))


def _verdict(group: Changes, ends: list[tuple[State, State]]) -> Matter:
    found = [_differing(*pair) for pair in ends]
    beside = tuple({(o.kind, o.name): o for one in found for o in one}.values())
    open_ones = [number for number, one in enumerate(found) if any(o.kind in RESULTS for o in one)]
    if not open_ones:
        return Matter(group, Verdict.PROVED, beside)
    for find in (_one, find_company):
        for number in open_ones:
            witnesses = find(*ends[number], found[number])
            if witnesses:
                return Matter(group, Verdict.MATTERS, beside, witnesses, ends[number], number > 0)
    return Matter(group, Verdict.OPEN, beside)


def _one(old: State, new: State, differing: tuple[Output, ...]) -> tuple[Witness, ...]:
    witness = find_witness(old, new, differing)
    return () if witness is None else (witness,)


def _differing(old: State, new: State) -> tuple[Output, ...]:
    """What is not proved to be the same; all of it where the two cannot be compared at all."""
    alike = comparable(old.plan, new.plan) and old.normal.kinds == new.normal.kinds
    return differing(old.normal, new.normal) if alike else tuple(outputs(new.normal).values())


@define
class _States:
    """The states between two policies, each worked out once."""

    replay: Replay
    forms: Forms = field(factory=Forms)
    _known: dict[frozenset[int], State | None] = field(factory=dict)

    def at(self, changes: Changes) -> State | None:
        """The old policy with some changes made; None where it has errors."""
        key = frozenset(map(id, changes))
        if key not in self._known:
            found = self.replay.examined(changes, whole=True)
            self._known[key] = State(found.checked, self.forms) if found.sound else None
        return self._known[key]

    def valid(self, changes: Changes) -> bool:
        return self.at(changes) is not None

    def ends(self, kept: list[Changes], group: Changes) -> list[tuple[State, State]]:
        """The states around a group: by itself as far as it can be, and after all others."""
        return [
            *self.first_of(group, [(), flat(kept[: kept.index(group)])]),
            *self.first_of(group, list(self.afterwards(kept, group))),
        ]

    def afterwards(self, kept: list[Changes], group: Changes) -> Iterator[Changes]:
        """What may be made before a group that comes last: all others, or as many as can be."""
        place = kept.index(group)
        yield flat([*kept[:place], *kept[place + 1 :]])
        yield flat(kept[:place])

    def first_of(self, group: Changes, befores: list[Changes]) -> list[tuple[State, State]]:
        for before in befores:
            old, new = self.at(before), self.at((*before, *group))
            if old is not None and new is not None:
                return [(old, new)]
        return []

    def reach_the_new(self, changes: Changes) -> bool:
        """Whether the last state gives what the new policy gives."""
        last, new = self.at(changes), State(self.replay.difference.pairing.new, self.forms)
        return last is not None and not _differing(last, new)

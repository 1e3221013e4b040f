"""Looking for a few made-up units that only together show a difference: in ties, quotas, shares.

All of them are evaluated as the only units of a year, so that each is ranked and counted among the
others. They are alike but for one or two of the values that are given of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice, permutations

from ..evaluate.interpret import Run
from ..evaluate.values import Value
from ..levels import Level
from ..plan.ops import OpId
from ..reach.same import OF_OTHERS
from ..trial.cone import Cone
from ..trial.nameable import Nameable
from ..trial.slice import missing
from .drafts import Draft, is_number, with_a_row
from .outcomes import Output
from .search import Search, Witness, places_of
from .states import Name, State
from .targets import group_targets

#: How many units are put together, fewest first, and how many companies are tried for one value.
_SIZES = (2, 3, 5, 10)
_MOST = 240
#: By how much two units differ that may come to the same.
_STEPS = (1, Fraction(1, 10))

Company = tuple[Draft, ...]


def find_company(old: State, new: State, differing: tuple[Output, ...]) -> tuple[Witness, ...]:
    """Units that together show a difference of the results; none where none were found."""
    before, after = group_targets(old.plan, differing), group_targets(new.plan, differing)
    for key in dict.fromkeys((*after, *before)):
        found = _Companies(old, new, before.get(key), after.get(key)).find_several()
        if found:
            return found
    return ()


class _Companies(Search):
    """The search for one value that depends on other units too."""

    def find_several(self) -> tuple[Witness, ...]:
        cones = self.cones()
        if not any(map(self.looks_at_others, self.states, cones)):
            return ()
        grouped = (name for pair in zip(self.states, cones, strict=True) for name in _groups(*pair))
        near = ((leaf.table, leaf.name) for cone in cones for leaf in cone.leaves)
        names = dict.fromkeys((*grouped, *near))
        leaves = {name: self.leaf(name) for name in names}
        values = {name: self.values(name, cones) for name in names}
        for company in islice(_companies(leaves, values), _MOST):
            if all(map(self.possible, company)) and self.show(company):
                return self.told_of(self.fewest(company))
        return ()

    @staticmethod
    def looks_at_others(state: State, cone: Cone) -> bool:
        """Whether what a value comes from puts units together."""
        ops = state.whole.ops
        return any(isinstance(ops[op_id], OF_OTHERS) for op_id in cone.ops)

    def show(self, company: Company) -> bool:
        """Whether one of the units gets something else, from nothing but what is given of them."""
        runs = self.run(list(company))
        differ = (i for i in range(len(company)) if self.differs(runs, i))
        return any(self.settled(company, runs, i) for i in differ)

    def settled(self, company: Company, runs: tuple[Run, Run], index: int) -> bool:
        for state, target, run in zip(self.states, self.targets, runs, strict=True):
            given = places_of([draft.case(state) for draft in company])
            ops: tuple[OpId, ...] = target.ops if target is not None else ()
            if any(missing(run, op, index, given) for op in ops):
                return False
        return True

    def fewest(self, company: Company) -> Company:
        """The same with as few units, and as little given of them, as still show it."""
        fewer = (company[:i] + company[i + 1 :] for i in range(len(company)) if len(company) > 1)
        less = next((one for one in (*fewer, *_less(company)) if self.show(one)), None)
        return company if less is None else self.fewest(less)

    def told_of(self, company: Company) -> tuple[Witness, ...]:
        runs = self.run(list(company))
        return tuple(self.told(draft, runs, i) for i, draft in enumerate(company))


def _groups(state: State, cone: Cone) -> Iterator[Name]:
    """The columns that say with which others a unit is ranked or counted."""
    for op in (state.whole.ops[op_id] for op_id in cone.ops):
        level = getattr(op, "group", op.level)
        if isinstance(op, OF_OTHERS) and isinstance(level, Level) and level.kind == "group":
            keys = ((level.table, key) for key in level.keys)
            yield from (key for key in keys if key in state.named)


def _less(company: Company) -> Iterator[Company]:
    """The same without one of the names that are given."""
    for name in dict.fromkeys(name for draft in company for name, _ in draft.given()):
        yield tuple(draft.without(name) for draft in company)


def _companies(
    leaves: Mapping[Name, Nameable], values: Mapping[Name, tuple[Value, ...]]
) -> Iterator[Company]:
    """Units that are alike but for one name, then but for two, of which one falls as the other
    rises; a few of all the values first."""
    if not all(values.values()):
        return
    ladders = {name: ladder for name, one in values.items() if len(ladder := _ladder(one)) > 1}
    yield from _ties(
        leaves, {n: ladder for n, ladder in ladders.items() if is_number(ladder[0])}, values
    )
    for size in _SIZES:
        for base in _bases(values):
            for name, ladder in ladders.items():
                yield _company(leaves, base, size, {name: ladder})
            for name, other in permutations(ladders, 2):
                varied = {name: ladders[name], other: ladders[other][::-1]}
                yield _company(leaves, base, size, varied)


def _ties(
    leaves: Mapping[Name, Nameable],
    numbers: Mapping[Name, Sequence[Value]],
    values: Mapping[Name, tuple[Value, ...]],
) -> Iterator[Company]:
    """Two units of which one has as much more of one thing as the other has of another."""
    base = next(_bases(values))
    for name, other in permutations(numbers, 2):
        high, low = numbers[name][0], numbers[other][-1]
        for step in _STEPS:
            one = {name: [high, high - step], other: [low, low + step]}  # type: ignore[operator]
            yield _company(leaves, base, 2, one)


def _ladder(values: Sequence[Value]) -> list[Value]:
    """Values from the highest down; names and conditions in their order."""
    numbers = sorted((v for v in values if is_number(v)), reverse=True)  # type: ignore[type-var]
    return [*dict.fromkeys(numbers or values)]


def _bases(values: Mapping[Name, tuple[Value, ...]]) -> Iterator[dict[Name, Value]]:
    """The same for all: the highest of everything, what lies in the middle, the lowest."""
    ladders = {name: _ladder(one) for name, one in values.items()}
    for share in (0, 1, 2):
        yield {name: ladder[(len(ladder) - 1) * share // 2] for name, ladder in ladders.items()}


def _company(
    leaves: Mapping[Name, Nameable],
    base: Mapping[Name, Value],
    size: int,
    varied: Mapping[Name, Sequence[Value]],
) -> Company:
    own = ({name: ladder[i % len(ladder)] for name, ladder in varied.items()} for i in range(size))
    return tuple(with_a_row({**base, **one}, leaves) for one in own)

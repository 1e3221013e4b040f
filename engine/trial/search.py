"""Looking for a case that shows a point: on the boundary where there is one, and small."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import islice, product

from attrs import evolve, frozen

from ..evaluate.interpret import Run
from ..evaluate.values import Blank, Value, is_fault
from ..plan.ops import Aggregate, OpId
from .alone import alone
from .boundary import distance, happens, targets_of
from .candidates import TEXTS, admitted, candidates, combinations
from .cases import NOWHERE, Case, run_cases, specimen, split, with_value
from .cone import Cone, Graph
from .coverage import shows
from .example import Example, Expected, Trials
from .nameable import Nameable
from .points import Above, InBand, InCase, InRange, Is, Judged, Limited, Point, Test
from .slice import came_from
from .verdict import Tried, try_example

#: How many cases that look right are tried as examples.
_TRIES = 60
#: How many names a point is looked for under.
_PLACES = 5
#: The most pairs of cases between which a value is looked for.
_MOST_PAIRS = 80
#: The most rows of a case that sums them up.
_MOST_ROWS = 8


#: The most kinds of rows that are summed up with one another.
_MOST_KINDS = 10


@frozen
class Found:
    """A case that shows a point, and the value that comes out under a name; a requirement has
    neither name nor value."""

    point: Point
    case: Case
    shown: Nameable | None
    value: Value
    tried: Tried


class Search:
    """Finds cases for the points of one policy."""

    def __init__(self, trials: Trials, nameables: tuple[Nameable, ...], year: int) -> None:
        self.trials, self.year = trials, year
        self.plan = alone(trials.plan)
        self.nameables = nameables
        self.graph = Graph.of(self.plan, nameables)
        by_name = dict(
            zip(
                trials.requirements,
                (r.op for r in self.plan.requirements if r.kind in ("written", "invariant")),
                strict=True,
            )
        )
        self.requirements: dict[str, OpId] = by_name

    def find(self, point: Point) -> Found | None:
        """A case that shows a point, or None."""
        for op_id, shown in islice(self.places(point.test), _PLACES):
            found = self.at(point, op_id, shown)
            if found is not None:
                return found
        return None

    def places(self, test: Test) -> Iterator[tuple[OpId, Nameable | None]]:
        """Where a point can be seen: the operation, and the nearest names worked out from it."""
        if isinstance(test, Judged):
            yield self.requirements[test.name], None
            return
        ops = test.ops if isinstance(test, (InBand, InRange, InCase)) else (_of(test),)
        for op_id in ops:
            own = [n for n in self.nameables if op_id == n.op or op_id in n.ops]
            later = sorted(self.nameables, key=lambda n: n.op)
            seen: set[OpId] = set()
            for shown in (*own, *later):
                unit_wide = shown.level.kind == "unit" and shown.spec is None
                if unit_wide and shown.op not in seen and self.graph.depends(shown.op, (op_id,)):
                    seen.add(shown.op)
                    yield op_id, shown

    def at(self, point: Point, op_id: OpId, shown: Nameable | None) -> Found | None:
        root = shown.op if shown is not None else op_id
        inside = {op_id, *_asked(point.test)}
        cone = self.graph.cone({root, *inside}, inside)
        cases = self.cases(cone)
        run = run_cases(self.plan, cases)
        if isinstance(point.test, Above) and point.kind == "cap" and point.test.value:
            cases = _summed(cases, run, op_id)
            run = run_cases(self.plan, cases)
        elif isinstance(point.test, Limited) and point.test.value and self.adds_up(op_id, cone):
            cases = [*_summed(cases, run, op_id), *cases]
            run = run_cases(self.plan, cases)
        elif targets := targets_of(run, point.test, op_id):
            cases = [*self.solved(cone, cases, run, targets), *cases]
            run = run_cases(self.plan, cases)
        good = self.good(point.test, op_id, root, cases, run, cone)
        reached = (i for i in good if self.reached(run, root, op_id, i, cone))
        for index in islice(reached, _TRIES):
            value = run.values[root][index]
            found = self.tried(point, cases[index], shown, value)
            if found is not None:
                return self.smallest(found)
        return None

    def adds_up(self, limited: OpId, cone: Cone) -> bool:
        """Whether a limit of a unit is one of rows that are summed, so that several rows may reach
        it where one cannot."""
        ops = [self.plan.ops[op_id] for op_id in cone.ops]
        summed = any(isinstance(op, Aggregate) and op.function in ("sum", "count") for op in ops)
        return summed and self.plan.ops[limited].level.kind == "unit"

    def cases(self, cone: Cone) -> list[Case]:
        """Every combination of telling values."""
        values = [candidates(leaf, cone, self.year) for leaf in cone.leaves]
        return [
            split(dict(zip(cone.leaves, picked, strict=True)))
            for picked in combinations(cone.leaves, values)
        ]

    def good(  # noqa: PLR0913, PLR0917
        self, test: Test, op_id: OpId, root: OpId, cases: list[Case], run: Run, cone: Cone
    ) -> list[int]:
        """The cases in which a point happens, the most telling first."""
        found = []
        unit_wide = self.plan.ops[root].level.kind == "unit"
        for index in range(len(cases)):
            value = run.values[root][index] if unit_wide else None
            if (value is None or not is_fault(value)) and happens(run, test, op_id, index):
                dull = isinstance(value, Blank) or value == 0
                found.append((distance(run, test, op_id, index, cone), dull, index))
        return [index for *_, index in sorted(found)]

    def reached(self, run: Run, root: OpId, op_id: OpId, index: int, cone: Cone) -> bool:
        """Whether an operation had a part in what comes out."""
        given = {(op, index) for leaf in cone.leaves for op in leaf.ops}
        return root == op_id or (op_id, index) in came_from(run, root, index, given)

    def solved(
        self, cone: Cone, cases: list[Case], run: Run, targets: list[tuple[OpId, Fraction]]
    ) -> Iterator[Case]:
        """Cases in which an operation has just the value wanted: where two cases differ in one
        number, the straight line through them leads there."""
        for leaf in (leaf for leaf in cone.leaves if leaf.type.base == "number"):
            for first, second in _neighbours(cases, leaf):
                for op_id, target in targets:
                    values = run.values[op_id]
                    if max(first, second) < len(values):
                        ends = [(_read(cases[i], leaf), values[i]) for i in (first, second)]
                        number = _crossing(ends, target)
                        if number is not None and admitted(leaf, number):
                            yield with_value(cases[first], leaf, _plain(number))

    # ── one case ──

    def tried(self, point: Point, case: Case, shown: Nameable | None, value: Value) -> Found | None:
        """The case as an example that passes and shows the point, or None."""
        expected: tuple[Expected, ...] = ()
        if shown is not None:
            expected = (Expected(shown.name, shown.op, value, None, "", NOWHERE),)
        said = ((point.name, NOWHERE),)
        test = point.test
        example = Example(
            "甲", "", NOWHERE, (specimen("甲", case, expected),),
            said if isinstance(test, Judged) and test.value else (),
            said if isinstance(test, Judged) and not test.value else (),
        )  # fmt: skip
        tried = try_example(self.trials, example)
        shown_there = tried.passed and shows(tried, point.test)
        return Found(point, case, shown, value, tried) if shown_there else None

    def smallest(self, found: Found) -> Found:
        """The same without what is not needed."""
        for case in _smaller(found.case):
            less = self.tried(found.point, case, found.shown, found.value)
            if less is not None:
                return self.smallest(less)
        return found


def _of(test: Is | Above | Limited) -> OpId:
    return test.of if isinstance(test, Is) else test.op


def _asked(test: Test) -> tuple[OpId, ...]:
    """What a test reads besides the operation it is about."""
    match test:
        case Is(op=op):
            return (op,)
        case Above(limit=limit):
            return (limit,)
        case Limited(free=free):
            return (free,)
        case _:
            return ()


def _read(case: Case, leaf: Nameable) -> Value | None:
    """What a case gives for a name; None where it gives nothing."""
    places = (case.unit, *(row for _, row in case.rows))
    return next((place[leaf] for place in places if leaf in place), None)


def _neighbours(cases: list[Case], leaf: Nameable) -> Iterable[tuple[int, int]]:
    """Pairs of cases that differ in one name alone."""
    first: dict[tuple[object, ...], int] = {}
    pairs: dict[tuple[object, ...], tuple[int, int]] = {}
    for index, case in enumerate(cases):
        places = (case.unit, *(row for _, row in case.rows))
        others = tuple(v for place in places for key, v in place.items() if key is not leaf)
        if others in first:
            pairs.setdefault(others, (first[others], index))
        else:
            first[others] = index
    return list(pairs.values())[:_MOST_PAIRS]


def _crossing(ends: list[tuple[Value | None, Value]], target: Fraction) -> Fraction | None:
    numbers = [n for end in ends for n in end if isinstance(n, (int, Fraction))]
    if len(numbers) != 4:
        return None
    x, a, y, b = map(Fraction, numbers)
    if a == b:
        return None
    found = x + (target - a) * (y - x) / (b - a)
    return found if 10**4 % found.denominator == 0 else None


def _plain(number: Fraction) -> int | Fraction:
    return number.numerator if number.denominator == 1 else number


def _summed(cases: list[Case], run: Run, op_id: OpId) -> list[Case]:
    """Cases of several rows: of each two kinds of rows that add something, every number of the one
    and none or one of the other, each row with texts of its own."""
    kinds: dict[Value, Case] = {}
    for index, case in enumerate(cases):
        value = run.values[op_id][index]
        if isinstance(value, (int, Fraction)) and value > 0 and len(case.rows) == 1:
            kinds.setdefault(value, case)
    ordered = [kinds[value] for value in sorted(kinds, reverse=True)[:_MOST_KINDS]]  # type: ignore[type-var]
    return [
        evolve(one, rows=_distinct([*one.rows * count, *other]))
        for one, count in product(ordered, range(2, _MOST_ROWS))
        for other in ([], *(more.rows for more in ordered))
    ]


def _distinct(
    rows: list[tuple[str, Mapping[Nameable, Value]]],
) -> tuple[tuple[str, Mapping[Nameable, Value]], ...]:
    return tuple(
        (table, {k: TEXTS[i % len(TEXTS)] if k.type.base == "text" else v for k, v in row.items()})
        for i, (table, row) in enumerate(rows)
    )


def _smaller(case: Case) -> Iterator[Case]:
    """The case without one of its rows, or one of its values."""
    for index in range(len(case.rows)):
        yield evolve(case, rows=case.rows[:index] + case.rows[index + 1 :])
    for leaf in reversed(list(case.unit)):
        yield evolve(case, unit={k: v for k, v in case.unit.items() if k is not leaf})
    for index, (table, row) in enumerate(case.rows):
        for leaf in reversed(list(row)) if len(row) > 1 else ():
            less = (table, {k: v for k, v in row.items() if k is not leaf})
            yield evolve(case, rows=(*case.rows[:index], less, *case.rows[index + 1 :]))

"""What looks at many members at once: sums, the few that count, places, shares, periods.

``值 当 条件 按 列`` is worked out for every member of the finest level that a name in 值 has a value on
(units, where none is finer). Without 按 those are put together that have the same owner on the finest
level that they and the place of the call both belong to: a unit's rows, or all units; with 按, those
that agree in certain columns, wherever they belong.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple, TypeGuard

from guiju.engine.functions import find_function
from guiju.engine.levels import UNIT
from guiju.engine.semantics.checked import Checked
from guiju.engine.semantics.references import LocalReference
from guiju.engine.semantics.selections import Selection, filtered_of, listed_of
from guiju.engine.semantics.types import UNKNOWN
from guiju.engine.semantics.walk import expressions
from guiju.grammar import nodes

from .functions import placed, rounded, shares, summed
from .members import POLICY, Member, Members
from .values import NOTHING, Fault, Value, fault, needed, plain, strictly

ZERO = Fraction(0)

#: Names that only the place of a formula knows: their values for each member.
Locals = Mapping[str, Callable[[Member], Value]]


class Among(NamedTuple):
    """Members that are put together, for one of them or of those below, under a mark."""

    mark: object
    own: Member
    members: list[Member]
    local: Locals | None


class Sums(ABC):
    """Works out what needs the values of many members."""

    def __init__(self, checked: Checked, members: Members) -> None:
        self.checked, self.symbols, self.members = checked, checked.symbols, members
        self._summed: dict[object, Any] = {}
        self.through = cache(self._through)
        self.groups = cache(self._groups)

    @abstractmethod
    def value(self, e: nodes.Expression, member: Member, local: Locals | None = None) -> Value: ...

    # ── who is put together ──

    def _through(self, written: nodes.Expression) -> str:
        """The level whose members a call works through."""
        tables = [call.arguments[1].value for call in expressions(written) if _is(call, "ballot")]
        levels = [
            self.symbols.hierarchy.level(path.text)
            if path in tables  # whose votes are counted
            else self.checked.types.get(path, UNKNOWN).level
            for path in _names(written)
        ]
        found = [level for level in levels if level.kind in ("unit", "row")]
        return self.members.level(max(found, key=lambda level: level.depth, default=UNIT))

    def grouping(self, names: Iterable[str], level: str) -> tuple[tuple[str, str], ...]:
        """The columns that make groups; a grouping of units stands for its columns."""
        chain, found = self.members.chain(level)[:-1], []
        specs = self.members.specs
        known = {column.name for table in chain for column in specs[table].columns}
        for name in names:
            paths = [] if name in known else self.symbols.groupings[name].paths("by")
            found += [name] if name in known else [path.text for path in paths]
        return tuple((self.members.holding(column, level).name, column) for column in found)

    def key(self, member: Member, columns: Iterable[tuple[str, str]]) -> tuple[Value, ...]:
        """What a member or its owners have in the columns that make groups. Blanks are alike here."""
        return tuple(self.members.cell(table, column, member) for table, column in columns)

    def _groups(
        self, level: str, columns: tuple[tuple[str, str], ...]
    ) -> dict[tuple[Value, ...], list[Member]]:
        found: dict[tuple[Value, ...], list[Member]] = {}
        for member in self.members.all(level):
            found.setdefault(self.key(member, columns), []).append(member)
        return found

    def together(
        self, call: nodes.Filtered, member: Member, local: Locals | None, each: bool = False
    ) -> Among | None:
        """Who is put together for a member; None for one that is nobody's. ``each`` says that each
        of them has a value of its own. Names of the place keep their meaning on its own level."""
        level, members = self.through(call.value), self.members
        own = members.owner(member, level) if each or call.by else member
        if own is None:
            return None
        local = local if self.asks(call) else None
        if call.by:
            columns = self.grouping([path.text for path in call.by], level)
            mark = self.key(own, columns)
            return Among((call.value, mark), own, self.groups(level, columns)[mark], local)
        common = next(t for t in members.chain(level) if t in members.chain(own.table))
        if common == level:
            common = POLICY if level == members.units else members.above(level)
        owner = members.owner(own, common)
        if owner is None and not each:
            return None
        return Among((call.value, owner), own, members.rows(level, owner, common), local)

    def once(self, among: Among, work: Callable[[], Any]) -> Any:
        """What is the same for many members, worked out once; not where names of the place count."""
        if among.local:
            return work()
        if among.mark not in self._summed:
            self._summed[among.mark] = work()
        return self._summed[among.mark]

    def asks(self, call: nodes.Filtered) -> bool:
        """Whether a name that only the place knows stands in what is put together."""
        parts = (call.value, *([call.where] if call.where is not None else []))
        names = (self.checked.refs.get(name) for one in parts for name in expressions(one)
                 if isinstance(name, nodes.Path))  # fmt: skip
        return any(isinstance(found, LocalReference) for found in names)

    def holds(self, call: nodes.Filtered, member: Member, local: Locals | None) -> Value:
        return True if call.where is None else self.value(call.where, member, local)

    # ── one value for all ──

    def aggregate(
        self, written: Any, member: Member, local: Locals | None, sums: Callable[[Any], Value]
    ) -> Value:
        """Members summed up, each with whether it counts."""
        call = filtered_of(written)
        among = self.together(call, member, local)
        if among is None:
            return fault("bad")
        rows = lambda: [  # noqa: E731
            (self.value(call.value, m, among.local), self.holds(call, m, among.local))
            for m in among.members
        ]
        return self.once(among, lambda: sums(rows()))  # type: ignore[no-any-return]

    # ── one value for each ──

    def each(
        self, written: Any, member: Member, local: Locals | None, work: Callable[[Any], Any]
    ) -> Value:
        """What a member gets of the values of those it is put together with; one that the condition
        does not hold of has nothing there."""
        call = filtered_of(written)
        among = self.together(call, member, local, each=True)
        if among is None:
            return fault("bad")

        def counting(m: Member) -> Value:
            holds = self.holds(call, m, among.local)
            if holds is not True:
                return NOTHING if holds is False else needed(holds)
            return self.value(call.value, m, among.local)

        found = self.once(among, lambda: work({m: counting(m) for m in among.members}))
        return found[among.own]  # type: ignore[no-any-return]

    def shares(
        self, total: nodes.Expression, weights: dict[Member, Value], places: int
    ) -> dict[Member, Value]:
        """Each one's part of a total, in proportion to its weight; who weighs nothing has none."""
        none: dict[Member, Value] = dict.fromkeys(weights, NOTHING)
        weights = {m: weight for m, weight in weights.items() if weight is not NOTHING}
        totals = [self.value(total, m) for m in weights]
        unplain = [v for v in (*totals, *weights.values()) if not plain(v)]
        if unplain:
            first = unplain[0] if isinstance(unplain[0], Fault) else fault("blank")
            return none | dict.fromkeys(weights, first)
        alike: Any = totals[0] if len({*totals}) == 1 else Fraction(-1)
        parts = shares(alike, [*weights.values()], places) if weights else []
        if parts is None:
            return none | dict.fromkeys(weights, fault("indivisible"))
        return none | dict(zip(weights, parts, strict=True))

    # ── periods ──

    def series(
        self, id: str, written: nodes.Expression, member: Member, local: Locals | None
    ) -> Value:
        """The value one period earlier; or in how many periods in a row, up to this one, a condition
        has held."""
        own = self.members.owner(member, level := self.through(written))
        if own is None:
            return fault("bad")
        period = needed(self.members.cell(level, self.members.specs[level].period or "", own))
        if not plain(period):
            return period
        before = self.members.before(own)
        if id == "previous":
            return self.value(written, before, local) if before else NOTHING

        def streak() -> Value:
            holds = needed(self.value(written, own, local))
            run: Any = ZERO
            if before and holds is True:
                run = self.series(id, written, before, local)
            if holds is True:
                return run if isinstance(run, Fault) else 1 + (ZERO if run is NOTHING else run)
            return ZERO if holds is False else holds

        return self.once(Among((written, own), own, [own], local), streak)  # type: ignore[no-any-return]


def _names(written: nodes.Expression) -> Iterator[nodes.Path]:
    """The names in a formula, but for those that a sum inside it has summed up."""
    inside = {
        name
        for call in expressions(written)
        if _is(call, "aggregate", "selection")
        and not _of_list(call)
        and not any(isinstance(a.value, nodes.Filtered) and a.value.by for a in call.arguments)
        for name in expressions(call)
    }
    for part in expressions(written):
        if isinstance(part, nodes.Filtered):  # who counts, not whose the value is
            asked = (*([part.where] if part.where is not None else []), *part.by)
            inside |= {name for one in asked for name in expressions(one)}
    for name in expressions(written):
        if isinstance(name, nodes.Path) and name not in inside:
            yield name


def _of_list(call: nodes.Call) -> bool:
    """Whether a call takes a list of values, which are of the member itself."""
    function = find_function(call.callee.text)
    return function is not None and bool(listed_of(call, function))


def _is(call: nodes.Expression, *families: str) -> TypeGuard[nodes.Call]:
    """Whether an expression calls a function of one of these families."""
    function = find_function(call.callee.text) if isinstance(call, nodes.Call) else None
    return function is not None and function.family in families


def places(values: dict[Member, Value], rising: bool, ties: str) -> dict[Member, Value]:
    """Each one's place; what is nothing takes none."""
    plains = [value for value in values.values() if plain(value)]
    return {
        m: placed(value, plains, rising, ties) if plain(value) else needed(value)
        for m, value in values.items()
    }


def listed(id: str, few: Selection | None, values: list[Value]) -> Value:
    """Several values of one member: as of rows that all count, but none may be missing. 计数 counts
    those that are there."""
    if id == "count":
        broken = [value for value in values if isinstance(value, Fault)]
        return strictly(None, *broken) if broken else Fraction(sum(map(plain, values)))

    def work(*plains: Value) -> Value:
        rows = [(value, True) for value in plains]
        return selected(id, few, rows) if few else summed(id, rows)  # type: ignore[arg-type]

    return strictly(work, *values)


def selected(id: str, few: Selection, rows: list[tuple[Value, Value]]) -> Value:
    """The sum or mean of the highest or lowest few, or without so many at each end."""
    counted = summed("count", rows)
    if few.enough and not plain(counted):
        return counted
    if plain(counted):
        there: Any = counted
        count = int(rounded(there * few.amount, 0, few.rounding) if few.rounding else few.amount)
        if few.enough and there < (2 * count + 1 if few.keep == "inner" else count):
            return fault("few")
        taken = [i for i, (v, counts) in enumerate(rows) if counts is True and plain(v)]
        taken.sort(key=lambda i: rows[i][0], reverse=few.keep != "lowest")  # type: ignore[arg-type, return-value]
        kept = taken[count : len(taken) - count] if few.keep == "inner" else taken[:count]
        rows = [row for i, row in enumerate(rows) if i in kept or i not in taken]
    return summed("sum" if id == "best_sum" else "mean", rows)

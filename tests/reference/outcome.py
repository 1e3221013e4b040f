"""What a policy is run for: its results, what they are not allowed to be, and whom it lists.

The result stands when nothing asked for has a fault, no requirement fails, and the groupings have
as many groups as they should. Asked for are the columns of the result tables, what the grades go by
if that is points, else the ranks, the first ranking and grades of units, their last veto, the conditions
and figures of uses, the blocks of 提示, late dates, and requirements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from typing import NamedTuple

from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.references import ColumnReference
from guiju.engine.semantics.symbols import INDICATOR_KINDS, STAGE_KINDS, VALUE_KINDS
from guiju.engine.semantics.values import POINTS
from guiju.grammar import nodes

from . import values as on
from .declarations import Declarations, branches
from .functions import summed
from .indicators import points
from .members import Member
from .values import Fault, Missing, Value, needed


class Column(NamedTuple):
    """A value for each member of a level, under a name that says what it is."""

    name: str
    members: list[Member]
    values: list[Value]


class Outcome(Declarations):
    """Everything a policy comes to in a year."""

    def level(self, d: Declaration) -> str:
        """The level of a rule: the rows of its 逐行, else units."""
        return self.members.level(self.symbols.level_of(d))

    def column(
        self, name: str, value: Callable[[Member], Value], level: str | None = None
    ) -> Column:
        members = self.members.all(self.members.units if level is None else level)
        return Column(name, members, [value(member) for member in members])

    @cached_property
    def named(self) -> list[tuple[str, Declaration, Column]]:
        """Every declared value, and the rows of lists and bonuses, with the values it has."""
        found = []
        for d in self.symbols.all_of(*VALUE_KINDS, *INDICATOR_KINDS, *STAGE_KINDS):
            whole = self.column(d.name, lambda m, d=d: self.declared(d, m), self.home(d))
            found.append((d.kind.id, d, whole))
            table = d.paths("list") or (d.paths("each") if d.kind.id == "bonus" else ())
            if table:
                level = self.members.home(table[0].text)
                found.append(("row", d, self.column("", lambda m, d=d: self.item(d, m), level)))
        return found

    @cached_property
    def asked(self) -> dict[str, list[Column]]:
        """Everything asked for, by what it is."""
        asked = (self.exports, self.results, self.uses, self.notices, self.requirements)
        return {which.__name__: list(which()) for which in asked}

    def exports(self) -> Iterator[Column]:
        """The columns of the declared tables of results, those of units first."""
        tables = self.symbols.tables
        declared = [
            (self.members.home(d.name) if d.name in tables else self.members.units, d)
            for d in self.symbols.all_of("export")
        ]
        for level, d in sorted(declared, key=lambda found: found[0] != self.members.units):
            for entry in d.entries:
                value = lambda m, e=entry: self.value(e.clauses[0].items[0], m)  # noqa: E731
                yield self.column(entry.key.text, value, level)

    def results(self) -> Iterator[Column]:
        """The total, the ranks, the grades of units, and what all their vetoes come to."""
        kinds = ("ranking", "grades", "veto")
        ranks, grades, vetoes = (
            [d for d in self.symbols.all_of(kind) if self.home(d) == self.members.units]
            for kind in kinds
        )
        scored = [d for d in grades[:1] if d.value("on") and self.checked.types[d.value("on")].dimension == POINTS]  # type: ignore[index]  # fmt: skip
        for d in [d for d in (*scored, *ranks[:1], *grades[:1]) if d.value("on")][:1]:
            yield self.column("total", lambda unit, d=d: self.written(d, "on", unit))
        for d in (*ranks[:1], *grades[:1]):
            yield self.column(d.kind.id, lambda unit, d=d: self.declared(d, unit))
        if vetoes:
            yield self.column("final", lambda unit: self.declared(vetoes[-1], unit))
            for key in ("lowered", "pending"):
                yield self.column(key, lambda unit, key=key: self.any_veto(vetoes, key, unit))
            last = lambda unit: self.veto_attribute(vetoes[-1], "if_lowered", unit)  # noqa: E731
            yield self.column("if_lowered", last)

    def any_veto(self, vetoes: Iterable[Declaration], key: str, unit: Member) -> Value:
        """Whether one of the vetoes took effect or waits, asked in their order."""
        found = (self.veto_attribute(veto, key, unit) for veto in vetoes)
        return next((value for value in found if value is not False), False)

    def uses(self) -> Iterator[Column]:
        """When each use is due, and the figures that follow from it."""
        for use in self.symbols.all_of("use"):
            if "when" in use.properties:
                yield self.column(use.name, lambda unit, d=use: self.written(d, "when", unit))
            for quota in use.of_kind("quota"):
                yield self.column(quota.name, lambda unit, d=quota: self.declared(d, unit))

    def requirements(self) -> Iterator[Column]:
        """Whether each requirement holds: those written, and the points of lists."""
        for d in self.symbols.all_of("requirement", "invariant"):
            must = lambda m, d=d: self.written(d, "must", m)  # noqa: E731
            holds = lambda m, d=d, must=must: self.only_if(d.value("when"), m, True, must)  # noqa: E731
            yield self.column(f"written {d.title}", holds, self.level(d))
        for goal in self.symbols.all_of("goal"):
            if goal.paths("list"):
                adds_up = lambda m, d=goal: self.adds_up(d, m)  # noqa: E731
                yield self.column(f"list {goal.name}", adds_up, self.level(goal))

    def only_if(
        self,
        when: nodes.Expression | None,
        m: Member,
        default: bool,
        value: Callable[[Member], Value],
    ) -> Value:
        """The value where a condition holds, else the default."""
        applies = self.value(when, m) if when is not None else True
        return value(m) if applies is True else default if applies is False else needed(applies)

    def adds_up(self, goal: Declaration, member: Member) -> Value:
        """Whether the points of a unit's items are the goal's, if the goal is for the unit."""
        applies = self.applies(self.symbols.subjects_of(goal), member)
        if applies is not True:
            return True if applies is False else needed(applies)
        rows = self.members.rows(self.listing(goal), member, member.table)
        actual = summed("sum", [(self.written(goal, "item_points", row), True) for row in rows])
        return on.compare("=", actual, points(goal))

    def past(self, deadline: Declaration, path: nodes.Path, m: Member) -> Value:
        """Whether a date lies after a last day. None at all says that nothing has happened yet."""
        day = self.value(path, m)
        if isinstance(day, Missing):
            return False
        return on.compare(">", day, self.declared(deadline, m))

    def notices(self) -> Iterator[Column]:
        """The conditions of 提示 blocks, and whether dates lie after their last day."""
        for d in self.symbols.all_of("notice"):
            yield self.column(d.title, lambda m, d=d: self.written(d, "when", m), self.level(d))
        for d in self.symbols.all_of("deadline"):
            written = d.value("compare")
            filtered = isinstance(written, nodes.Filtered)
            path, where = (written.value, written.where) if filtered else (written, None)
            column = self.checked.refs[path] if isinstance(path, nodes.Path) else None
            if isinstance(column, ColumnReference):
                day = partial(self.past, d, path)
                late = lambda m, w=where, day=day: self.only_if(w, m, False, day)  # noqa: E731
                yield self.column(d.title, late, self.members.home(column.table))

    def listed(self) -> list[tuple[str, str]]:
        """Whom the notices list, by notice and unit: a case those it applied to."""
        found: list[tuple[str, str]] = []
        for d in self.symbols.all_of(*VALUE_KINDS, *INDICATOR_KINDS, *STAGE_KINDS):
            level = self.level(d) if d.kind.id == "bonus" else self.home(d)
            for place, case in enumerate(b.declaration for b in branches(d)):
                if case is not d and case.text("remark") is not None:
                    local = {"full": lambda m, d=d: self.full(d, m)}
                    who = [m for m in self.members.all(level) if self.case(d, m, local) == place]
                    found += [(case.name, self.members.name(m)) for m in who]
        for name, members, values in self.asked["notices"]:
            holding = (m for m, value in zip(members, values, strict=True) if value is True)
            found += [(name, self.members.name(m)) for m in holding]
        return sorted(found)

    def reasons(self) -> frozenset[str]:
        """Why the result does not stand, apart from requirements."""
        values = [v for columns in self.asked.values() for column in columns for v in column.values]
        return frozenset().union(*(v.reasons for v in values if isinstance(v, Fault)))

    def failing(self) -> list[tuple[str, int]]:
        """The requirements that fail, each with the position of the member it fails for."""
        columns = self.asked["requirements"]
        return sorted(
            (c.name, m.row) for c in columns for m, v in zip(*c[1:], strict=True) if v is False
        )

    def sizes(self) -> list[str]:
        """The groupings that make another number of groups than they should."""
        found = []
        for name, d in self.symbols.groupings.items():
            count = d.value("count")
            groups = self.groups(self.members.units, self.grouping([name], self.members.units))
            if isinstance(count, nodes.Quantity) and count.number != len(groups):
                found.append(name)
        return found

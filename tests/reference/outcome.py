"""What a policy is run for: its results, what they are not allowed to be, and whom it lists.

The result stands when nothing asked for has a fault, no requirement fails, and the groupings have
as many groups as they should. Asked for are the columns of the result table, what the grades or
else the ranks go by, the first ranking and grades, the last veto, the conditions and figures of
uses, the blocks of 提示, late dates, and requirements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.forms import level_of
from guiju.engine.semantics.references import ColumnReference
from guiju.engine.semantics.symbols import INDICATOR_KINDS, VALUE_KINDS
from guiju.grammar import nodes

from . import values as on
from .declarations import Declarations, branches
from .indicators import points
from .members import Member
from .values import Fault, Value, needed


class Column(NamedTuple):
    """A value for each member of a level, under a name that says what it is."""

    name: str
    members: list[Member]
    values: list[Value]


class Outcome(Declarations):
    """Everything a policy comes to in a year."""

    @property
    def units(self) -> list[Member]:
        return self.members.all(self.members.register.name)

    def level(self, d: Declaration) -> list[Member]:
        """Everybody a rule is about: the rows of its 逐行, else the units."""
        return self.members.all(level_of(d).table or self.members.register.name)

    def column(
        self, name: str, value: Callable[[Member], Value], members: list[Member] | None = None
    ) -> Column:
        members = self.units if members is None else members
        return Column(name, members, [value(member) for member in members])

    @cached_property
    def named(self) -> list[tuple[str, Declaration, list[Value]]]:
        """Every declared value, and the rows of lists and bonuses, with the values it has."""
        found = []
        for d in self.symbols.all_of(*VALUE_KINDS, *INDICATOR_KINDS):
            values = [self.declared(d, m) for m in self.members.all(self.home(d))]
            found.append((d.kind.id, d, values))
            table = d.paths("list") or (d.paths("each") if d.kind.id == "bonus" else ())
            if table:
                rows = self.members.all(table[0].text)
                found.append(("row", d, [self.item(d, row) for row in rows]))
        return found

    @cached_property
    def asked(self) -> dict[str, list[Column]]:
        """Everything asked for, by what it is."""
        asked = (self.exports, self.results, self.uses, self.notices, self.requirements)
        return {which.__name__: list(which()) for which in asked}

    def exports(self) -> Iterator[Column]:
        """The columns of the declared result table."""
        for entry in (entry for d in self.symbols.all_of("export") for entry in d.entries):
            yield self.column(
                entry.key.text, lambda u, e=entry: self.value(e.clauses[0].items[0], u)
            )

    def results(self) -> Iterator[Column]:
        """The total, the ranks, the grades, and what all vetoes come to."""
        ranks, grades = (self.symbols.all_of(kind) for kind in ("ranking", "grades"))
        for d in (*grades, *ranks)[:1]:
            yield self.column("total", lambda unit, d=d: self.written(d, "on", unit))
        for d in (*ranks[:1], *grades[:1]):
            yield self.column(d.kind.id, lambda unit, d=d: self.declared(d, unit))
        vetoes = self.symbols.all_of("veto")
        if vetoes:
            yield self.column("final", lambda unit: self.declared(vetoes[-1], unit))
            for key in ("lowered", "pending"):
                yield self.column(key, lambda unit, key=key: self.any_veto(vetoes, key, unit))
            last = lambda unit: self.veto_attribute(vetoes[-1], "if_lowered", unit)  # noqa: E731
            yield self.column("if_lowered", last)

    def any_veto(self, vetoes: tuple[Declaration, ...], key: str, unit: Member) -> Value:
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
        for d in self.symbols.all_of("requirement"):
            must = lambda m, d=d: self.written(d, "must", m)  # noqa: E731
            yield self.column(
                f"written {d.title}",
                lambda m, d=d, must=must: self.only_if(d.value("when"), m, True, must),
                self.level(d),
            )
        for goal in self.symbols.all_of("goal"):
            if goal.paths("list"):
                yield self.column(f"list {goal.name}", lambda unit, d=goal: self.adds_up(d, unit))

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

    def adds_up(self, goal: Declaration, unit: Member) -> Value:
        """Whether the points of a unit's items are the goal's, if the goal is for the unit."""
        applies = self.applies(self.symbols.subjects_of(goal), unit)
        if applies is not True:
            return True if applies is False else applies
        rows = self.members.rows(goal.paths("list")[0].text, unit)
        actual = self.total(self.written(goal, "item_points", row) for row in rows)
        return on.compare("=", actual, points(goal))

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
                day = lambda m, d=d, p=path: on.compare(">", self.value(p, m), self.declared(d, m))  # noqa: E731
                late = lambda m, w=where, day=day: self.only_if(w, m, False, day)  # noqa: E731
                per_unit = self.members.specs[column.table].per_unit
                rows = self.units if per_unit else self.members.all(column.table)
                yield self.column(d.title, late, rows)

    def listed(self) -> list[tuple[str, str]]:
        """Whom the notices list, by notice and unit: a case those it applied to."""
        found: list[tuple[str, str]] = []
        for d in self.symbols.all_of(*VALUE_KINDS):
            for place, case in enumerate(b.declaration for b in branches(d)):
                if case is not d and case.text("remark") is not None:
                    who = [m for m in self.level(d) if self.case(d, m) is place]
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
            groups = {self.key(unit, [p.text for p in d.paths("by")]) for unit in self.units}
            if isinstance(count, nodes.Quantity) and count.number != len(groups):
                found.append(name)
        return found

"""What a policy is run for: its results, what they are not allowed to be, and whom it lists.

The result stands when nothing asked for has a fault, no requirement fails, and the groupings have
as many groups as they should. Asked for are the columns of the result tables, what the grades go by
if that is points, else the ranks, the ranking and grades of units that count, their last veto, the conditions
and figures of uses, the blocks of 提示, late dates, and requirements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import NamedTuple

from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.official import official_grades, official_ranking
from guiju.engine.semantics.references import ColumnReference
from guiju.engine.semantics.scores import POINTS
from guiju.engine.semantics.selections import filtered_of
from guiju.engine.semantics.symbols import INDICATOR_KINDS, STAGE_KINDS, VALUE_KINDS, export_level
from guiju.grammar import nodes
from guiju.grammar.vocabulary import MATTER_KINDS

from .declarations import Declarations
from .formulas import either
from .functions import summed
from .indicators import points
from .members import Member
from .values import Fault, Missing, Value, calculate, chosen


class Column(NamedTuple):
    """A value for each member of a level, under a name that says what it is."""

    name: str
    members: list[Member]
    values: list[Value]

    def where(self, wanted: bool) -> list[tuple[str, Member]]:
        """The members that a condition holds for, or fails for, each with the name."""
        pairs = zip(self.members, self.values, strict=True)
        return [(self.name, member) for member, value in pairs if value is wanted]


class Outcome(Declarations):
    """Everything a policy comes to in a year."""

    def column(self, name: str, level: str, value: Callable[[Member], Value]) -> Column:
        members = self.members.all(level)
        return Column(name, members, [value(member) for member in members])

    @cached_property
    def named(self) -> list[tuple[str, Declaration, Column]]:
        """Every declared value, and the rows of lists and bonuses, with the values it has."""
        found = []
        for d in self.symbols.all_of(*VALUE_KINDS, *INDICATOR_KINDS, *STAGE_KINDS):
            whole = self.column(d.name, self.home(d), partial(self.declared, d))
            found.append((d.kind.id, d, whole))
            table = d.paths("list") or (d.paths("each") if d.kind.id in MATTER_KINDS else ())
            if table:
                level = self.members.home(table[0].text)
                found.append(("row", d, self.column("", level, partial(self.item, d))))
        return found

    @cached_property
    def asked(self) -> dict[str, list[Column]]:
        """Everything asked for, by what it is."""
        asked = (self.exports, self.results, self.uses, self.notices, self.requirements)
        return {which.__name__: list(which()) for which in asked}

    def exports(self) -> Iterator[Column]:
        """The columns of the declared tables of results, those of units first."""
        level = lambda d: self.members.level(export_level(d, self.symbols))  # noqa: E731
        tables = self.symbols.all_of("export")
        for d in sorted(tables, key=lambda d: level(d) != self.members.units):
            for entry in d.entries:
                formula = partial(self.value, entry.clauses[0].items[0])
                yield self.column(entry.key.text, level(d), formula)

    def results(self) -> Iterator[Column]:
        """The total, the ranks, the grades of units, and what all their vetoes come to."""
        units = self.members.units
        ranking, grades = official_ranking(self.checked).one, official_grades(self.checked).one
        vetoes = [d for d in self.symbols.all_of("veto") if self.home(d) == units]
        placing = [d for d in (grades, ranking) if d and d.value("on")]
        if placing and self.checked.types[placing[0].value("on")].dimension != POINTS:
            placing.reverse()
        for d in placing[:1]:
            yield self.column("total", units, partial(self.written, d, "on"))
        for d in filter(None, (ranking, grades, *vetoes[-1:])):
            yield self.column(d.kind.id, units, partial(self.declared, d))
        if vetoes:
            for attribute in ("lowered", "pending"):
                yield self.column(attribute, units, partial(self.any_veto, vetoes, attribute))
            yield self.column("if_lowered", units, partial(self.veto, vetoes[-1], supposed=True))

    def any_veto(self, vetoes: list[Declaration], attribute: str, unit: Member) -> Value:
        """Whether one of the vetoes took effect, or waits."""
        return either(True, (self.veto_attribute(d, attribute, unit) for d in vetoes))

    def uses(self) -> Iterator[Column]:
        """When each use is due, and the figures that follow from it."""
        for d in self.symbols.all_of("use"):
            if "when" in d.properties:
                yield self.column(d.name, self.members.units, partial(self.written, d, "when"))
            for quota in d.of_kind("quota"):
                yield self.column(quota.name, self.members.units, partial(self.declared, quota))

    def requirements(self) -> Iterator[Column]:
        """Whether each requirement holds: those written, and the points of lists."""
        for d in self.symbols.all_of("requirement", "invariant"):
            yield self.column(f"written {d.title}", self.level(d), partial(self.required, d))
        for d in self.symbols.all_of("goal"):
            if d.paths("list"):
                yield self.column(f"list {d.name}", self.level(d), partial(self.adds_up, d))

    def required(self, d: Declaration, member: Member) -> Value:
        applies = "when" not in d.properties or self.written(d, "when", member)
        return chosen(applies, self.written(d, "must", member), True)

    def adds_up(self, goal: Declaration, member: Member) -> Value:
        """Whether the points of a unit's items are the goal's, if the goal is for the unit."""
        items = [(self.written(goal, "item_points", m), True) for m in self.items(goal, member)]
        agrees = calculate("=", summed("sum", items), points(goal))
        return chosen(self.applies(goal, member), agrees, True)

    def notices(self) -> Iterator[Column]:
        """The conditions of 提示 blocks, and whether dates lie after their last day."""
        for d in self.symbols.all_of("notice"):
            yield self.column(d.title, self.level(d), partial(self.written, d, "when"))
        for d in self.symbols.all_of("deadline"):
            path = filtered_of(d.value("compare")).value if "compare" in d.properties else None
            column = self.checked.refs.get(path)
            if isinstance(column, ColumnReference):
                yield self.column(d.title, self.members.home(column.table), partial(self.late, d))

    def late(self, d: Declaration, member: Member) -> Value:
        """Whether there is a date, and it lies after a last day. None at all says that nothing has
        happened yet."""
        written = filtered_of(d.value("compare"))
        applies = written.where is None or self.value(written.where, member)
        day = self.value(written.value, member)
        there = day if isinstance(day, Fault) else not isinstance(day, Missing)
        past = calculate(">", day, self.declared(d, member))
        return chosen(applies, chosen(there, past, False), False)

    def listed(self) -> list[tuple[str, Member]]:
        """Whom the notices list, by notice and member: a case those it applied to."""
        found = [one for column in self.asked["notices"] for one in column.where(True)]
        for kind, d, column in self.named:
            for case in d.of_kind("case", "otherwise") if kind not in MATTER_KINDS else ():
                if case.text("remark") is not None:
                    found += [(case.name, m) for m in column.members if self.case(d, m) is case]
        return found

    def reasons(self) -> frozenset[str]:
        """Why the result does not stand, apart from requirements."""
        values = [v for columns in self.asked.values() for column in columns for v in column.values]
        return frozenset().union(*(v.reasons for v in values if isinstance(v, Fault)))

    def failing(self) -> list[tuple[str, Member]]:
        """The requirements that fail, each with the member it fails for."""
        return [one for column in self.asked["requirements"] for one in column.where(False)]

    def sizes(self) -> list[str]:
        """The groupings that make another number of groups than stated, and the kinds of units of
        which there are more or fewer."""
        units, groups = self.members.units, self.members.groups
        there = [
            (d, len(groups(units, self.grouping([d.name], units))))
            for d in self.symbols.groupings.values()
        ]
        if self.kinds:
            sizes = groups(units, ((units, self.kinds),))
            there += [(d, len(sizes.get((d.name,), ()))) for d in self.symbols.subjects.values()]
        stated = ((d.name, d.value("count"), size) for d, size in there)
        return [n for n, c, size in stated if isinstance(c, nodes.Quantity) and c.number != size]

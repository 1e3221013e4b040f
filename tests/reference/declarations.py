"""The value of every declaration for every member: what each kind of block means.

====================  =================================================================================
取值 步骤 名额         the first case whose condition holds, else 其余; a 名额 only for its kinds of units
indicators, stages    see ``indicators``
加分                  the sum over a unit's rows, at most 封顶; with 同一 one of those that agree
排名                  1 and how many of the group are better (同名次), or how many different better
                      ones there are (同名次不空位); 同分依据 tells equal ones apart
等次                  the first range that holds the number
否决                  see ``vetoes``
期限                  its day
====================  =================================================================================
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Any

from guiju.engine.data.tables import Dataset
from guiju.engine.semantics import forms
from guiju.engine.semantics import references as refer
from guiju.engine.semantics.checked import Checked
from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.tables import dashed
from guiju.grammar import nodes

from .formulas import banded
from .indicators import points
from .members import POLICY, Member, Members
from .values import NOTHING, Value, fault, needed, plain, strictly
from .vetoes import Vetoes


class Declarations(Vetoes):
    """The values of one policy in one year, each worked out once."""

    def __init__(self, checked: Checked, dataset: Dataset) -> None:
        super().__init__(checked, Members(checked, dataset))
        self._known: dict[tuple[Declaration, Member], Value] = {}

    def home(self, d: Declaration) -> str:
        """The table for whose rows a declaration has a value."""
        if d.kind.id == "deadline":
            return POLICY
        each = d.paths("each") if d.kind.id == "value" else ()
        return each[0].text if each else self.members.register.name

    def declared(self, declaration: Declaration, member: Member | None) -> Value:
        """The value of a declaration for a member or its owner."""
        owner = self.members.owner(member, self.home(declaration))
        if owner is None:
            return fault("bad")
        if (declaration, owner) not in self._known:
            self._known[declaration, owner] = self.work_out(declaration, owner)
        return self._known[declaration, owner]

    def work_out(self, d: Declaration, member: Member) -> Value:
        match d.kind.id:
            case "value" | "step":
                return self.cases(d, member)
            case "quota":
                return self.by_kind((d,), member, lambda _: self.cases(d, member))
            case "system" | "goal" | "indicator" | "item":
                return self.points(d, member)
            case "process" | "stage":
                return self.stage(d, member)
            case "panel":
                return self.mark(d, self.full(d, member), member)
            case "bonus":
                return self.bonus(d, member)
            case "ranking":
                return self.rank(d, member)
            case "grades":
                bands = {e.key.text: interval(e.clauses[0].items[0]) for e in d.entries}
                return banded(self.written(d, "on", member), bands)
            case "veto":
                return self.veto(d, member)
            case _:
                return self.written(d, "due", member)

    def attribute(self, found: refer.AttributeReference, member: Member | None) -> Value:
        """``名称.满分`` and what became of a grade."""
        unit = self.members.owner(member, self.members.register.name)
        if unit is None:
            return fault("bad")
        if found.attribute != "full":
            return self.veto_attribute(found.declarations[0], found.attribute, unit)
        stage = found.declarations[0].kind.id in ("process", "stage")
        return self.by_kind(found.declarations, unit, self.weight if stage else points)

    def case(self, d: Declaration, member: Member) -> int | Value:
        """Which case applies, by its place among the cases with 其余 last; a value that is no answer
        where the condition before it has none."""
        for place, branch in enumerate(branches(d)):
            holds = True if branch.when is None else self.value(branch.when, member)
            if holds is not False:
                return place if holds is True else needed(holds)
        raise AssertionError("checking lets no cases without 其余 through")

    def cases(self, d: Declaration, member: Member) -> Value:
        """The value of the case that applies."""
        place = self.case(d, member)
        return self.value(branches(d)[place].take, member) if type(place) is int else place

    def bonus(self, d: Declaration, unit: Member) -> Value:
        rows = self.members.rows(forms.level_of(d).table, unit)
        values = [self.item(d, row) for row in rows]
        same = d.properties.get("same")
        if same is not None:
            names = [i.text for c in same.clauses for i in c.items if isinstance(i, nodes.Path)]
            best: Any = max if names.pop() in ("取最高", "highest") else min
            matters: dict[object, list[Value]] = {self.key(row, names): [] for row in rows}
            for row, value in zip(rows, values, strict=True):
                matters[self.key(row, names)] += [value] if value is not NOTHING else []
            pick = lambda *some: max(some) if best is max else min(some)  # noqa: E731
            values = [strictly(pick, *some) if some else fault("none") for some in matters.values()]
        earned = self.total(values)
        return (
            strictly(min, earned, self.written(d, "cap", unit)) if "cap" in d.properties else earned
        )

    def rank(self, d: Declaration, unit: Member) -> Value:
        columns = self.grouping([d.paths("groups")[0].text], unit.table)
        own, group = self.standing(d, unit), self.key(unit, columns)
        if not isinstance(own, tuple):
            return own
        others = [
            self.standing(d, m)
            for m in self.members.all(unit.table)
            if self.key(m, columns) == group
        ]
        rising = d.paths("order")[0].text in ("由低到高", "ascending")
        better = [s for s in others if isinstance(s, tuple) and (s < own if rising else s > own)]
        dense = d.paths("ties")[0].text in ("同名次不空位", "dense")
        return Fraction(1 + len(set(better) if dense else better))

    def standing(self, d: Declaration, unit: Member) -> tuple[Value, ...] | Value:
        """What a unit is ranked by; the first part of it that is no plain value, where one is none."""
        keys = [self.value(f, unit) for f in (*d.items("on"), *d.items("then_by"))]
        return next((needed(key) for key in keys if not plain(key)), tuple(keys))


@lru_cache(4096)
def branches(d: Declaration) -> list[forms.Branch]:
    """The cases in the order written, 其余 last, or the single formula."""
    return sorted(forms.branches(d), key=lambda branch: branch.when is None)


def interval(item: nodes.Expression) -> nodes.Interval:
    found = item if isinstance(item, nodes.Interval) else dashed(item)
    assert found is not None, "checking lets no other bands through"
    return found

"""The value of every declaration for every member: what each kind of block means.

====================  =================================================================================
取值 步骤 名额         the first case whose condition holds, else 其余; a 名额 only for its kinds of units
indicators, stages    see ``indicators``
加分                  the sum over the rows of each, at most 封顶; with 同一 one of those that agree
排名                  a place in the group, see ``functions.placed``; 同分依据 tells equal ones apart
等次                  the first range that holds the number, or the first case that holds
否决                  see ``vetoes``
期限                  its day
====================  =================================================================================
"""

from __future__ import annotations

from functools import cache, lru_cache

from guiju.engine.data.tables import Dataset
from guiju.engine.levels import UNIT
from guiju.engine.semantics import forms
from guiju.engine.semantics import references as refer
from guiju.engine.semantics.checked import Checked
from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.tables import dashed
from guiju.grammar import nodes
from guiju.grammar.source import Span
from guiju.grammar.vocabulary import PROPERTIES, find

from .formulas import banded
from .functions import placed, summed
from .indicators import points
from .members import POLICY, Member, Members
from .sums import Locals
from .values import NOTHING, Value, fault, needed, plain, strictly
from .vetoes import Vetoes

#: Stands where the case of a grade takes its own name.
NAMED = nodes.String("", span=Span(0, 0))


class Declarations(Vetoes):
    """The values of one policy in one year, each worked out once."""

    def __init__(self, checked: Checked, dataset: Dataset) -> None:
        super().__init__(checked, Members(checked, dataset))
        self._known: dict[tuple[Declaration, Member], Value] = {}
        self.home, self.applies = cache(self._home), cache(self.applies)  # type: ignore[method-assign]

    def _home(self, d: Declaration) -> str:
        """The level that a declaration has a value on: that of 逐行, or of the rows it goes by."""
        level = self.members.level(self.symbols.level_of(d))
        match d.kind.id:
            case "bonus":
                return self.members.above(level)
            case "deadline":
                due = d.value("due")
                return self.members.level(self.checked.types[due].level) if due else POLICY
            case "veto":
                return self.members.level(self.checked.types[d.paths("grade")[0]].level)
            case "ranking" | "grades" if "each" not in d.properties:
                on = d.value("on")
                found = self.checked.types[on].level if isinstance(on, nodes.Path) else UNIT
                return self.members.level(found) if found.kind == "row" else level
            case _:
                return level

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
                return self.by_kind((d,), member, lambda _: self.stage(d, member))
            case "panel":
                return self.mark(d, self.full(d, member), member)
            case "bonus":
                return self.bonus(d, member)
            case "ranking":
                return self.rank(d, member)
            case "grades":
                place = self.case(d, member)
                if branches(d):
                    return branches(d)[place].declaration.name if type(place) is int else place
                bands = {e.key.text: interval(e.clauses[0].items[0]) for e in d.entries}
                return banded(self.written(d, "on", member), bands)
            case "veto":
                return self.veto(d, member)
            case _:
                return self.written(d, "due", member)

    def attribute(self, found: refer.AttributeReference, member: Member) -> Value:
        """``名称.满分`` and what became of a grade."""
        first = found.declarations[0]
        if found.attribute != "full":
            owner = self.members.owner(member, self.home(first))
            return (
                fault("bad")
                if owner is None
                else self.veto_attribute(first, found.attribute, owner)
            )
        stage = first.kind.id in ("process", "stage")
        return self.by_kind(found.declarations, member, self.weight if stage else points)

    def case(self, d: Declaration, member: Member, local: Locals | None = None) -> int | Value:
        """Which case applies, by its place among the cases with 其余 last; a value that is no answer
        where the condition before it has none."""
        for place, branch in enumerate(branches(d)):
            holds = True if branch.when is None else self.value(branch.when, member, local)
            if holds is not False:
                return place if holds is True else needed(holds)
        return NOTHING

    def cases(self, d: Declaration, member: Member, local: Locals | None = None) -> Value:
        """The value of the case that applies."""
        place = self.case(d, member, local)
        return self.value(branches(d)[place].take, member, local) if type(place) is int else place

    def bonus(self, d: Declaration, member: Member) -> Value:
        """What the rows bring; of rows that agree in 同一 only the highest, or the lowest, counts."""
        rows = self.members.rows(self.members.level(self.symbols.level_of(d)), member, member.table)
        values = [(self.item(d, row), True) for row in rows]
        same = d.properties.get("same")
        if same is not None:
            names = [i.text for c in same.clauses for i in c.items if isinstance(i, nodes.Path)]
            best = "highest" if names.pop() in ("取最高", "highest") else "lowest"
            matters: dict[object, list[tuple[Value, Value]]] = {}
            for row, value in zip(rows, values, strict=True):
                matters.setdefault(self.key(row, [(row.table, n) for n in names]), []).append(value)
            # A matter whose rows all bring nothing brings nothing.
            some_value = [
                some for some in matters.values() if any(v is not NOTHING for v, _ in some)
            ]
            values = [(summed(best, some), True) for some in some_value]
        earned = summed("sum", values)
        return (
            strictly(min, earned, self.written(d, "cap", member))
            if "cap" in d.properties
            else earned
        )

    def rank(self, d: Declaration, member: Member) -> Value:
        columns = self.grouping([path.text for path in d.paths("groups")], member.table)
        own = self.standing(d, member)
        if not isinstance(own, tuple):
            return own
        group = self.groups(member.table, columns)[self.key(member, columns)]
        others = [s for m in group if isinstance(s := self.standing(d, m), tuple)]
        order, ties = (find(PROPERTIES[k].choices, d.paths(k)[0].text) for k in ("order", "ties"))
        assert order is not None and ties is not None, "checking lets no other words through"
        return placed(own, others, order.id == "ascending", ties.id)  # type: ignore[arg-type]

    def standing(self, d: Declaration, member: Member) -> tuple[Value, ...] | Value:
        """What a member is ranked by; the first part of it that is no plain value, where one is none."""
        keys = [self.value(f, member) for f in (*d.items("on"), *d.items("then_by"))]
        return next((needed(key) for key in keys if not plain(key)), tuple(keys))


@lru_cache(4096)
def branches(d: Declaration) -> list[forms.Branch]:
    """The cases in the order written, 其余 last, or the single formula; the cases of a grade take its
    own name."""
    if d.kind.id == "grades":
        cases = d.of_kind("case", "otherwise")
        found = [forms.Branch(c.value("when"), NAMED, c) for c in cases]
        return sorted(found, key=lambda branch: branch.when is None)
    return sorted(forms.branches(d), key=lambda branch: branch.when is None)


def interval(item: nodes.Expression) -> nodes.Interval:
    found = item if isinstance(item, nodes.Interval) else dashed(item)
    assert found is not None, "checking lets no other bands through"
    return found

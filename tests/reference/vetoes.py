"""What a veto does to a grade.

Events are the rows of what has the grade that are 生效, or one where 当 holds of itself; waiting are the
rows that are 待定. The grade after a veto is the one it acts on, changed by what has happened; ``若降`` is
the same with the waiting events as if they had happened, here and in the vetoes before.
"""

from __future__ import annotations

from abc import ABC
from fractions import Fraction

from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.references import ValueReference
from guiju.grammar.nodes import Expression, Interval, Quantity

from .functions import summed
from .indicators import Indicators
from .members import Member
from .values import Value, add, compare, needed, plain, strictly

ZERO, ONE = Fraction(0), Fraction(1)


class Vetoes(Indicators, ABC):
    """Vetoes of one policy in one year."""

    def veto(self, d: Declaration, unit: Member) -> Value:
        """The grade after a veto."""
        return self.changed(d, self.value(d.paths("grade")[0], unit), self.happened(d, unit))

    def veto_attribute(self, d: Declaration, attribute: str, unit: Member) -> Value:
        if attribute == "lowered":
            return compare(">", self.happened(d, unit), ZERO)
        if attribute == "pending":
            return compare(">", self.waiting(d, unit), ZERO)
        supposed = add(self.happened(d, unit), self.waiting(d, unit))
        path = d.paths("grade")[0]
        before = self.checked.refs[path]
        if isinstance(before, ValueReference) and before.declaration.kind.id == "veto":
            return self.changed(
                d, self.veto_attribute(before.declaration, attribute, unit), supposed
            )
        return self.changed(d, self.value(path, unit), supposed)

    def happened(self, d: Declaration, member: Member) -> Value:
        """How many events have taken effect."""
        return self.events(d, d.value("effective") or d.value("when"), member)

    def waiting(self, d: Declaration, member: Member) -> Value:
        """How many events await a decision."""
        pending = d.value("pending")
        return ZERO if pending is None else self.events(d, pending, member)

    def events(self, d: Declaration, condition: Expression | None, member: Member) -> Value:
        """How many of the rows of 逐行 a condition holds for; without it, or where they are what has
        the grade, whether it holds there."""
        assert condition is not None, f"{d.name} has no condition"
        each = d.paths("each")
        level = self.members.home(each[0].text) if each else member.table
        if level == member.table:
            holds = self.value(condition, member)
            return (ONE if holds else ZERO) if plain(holds) else needed(holds)
        rows = self.members.rows(level, member, member.table)
        return summed("count", [(ONE, self.value(condition, row)) for row in rows])

    def changed(self, d: Declaration, grade: Value, events: Value) -> Value:
        """A grade after so many events."""
        names = self.checked.types[d.paths("grade")[0]].members  # best first
        happened = compare(">", events, ZERO)
        fixed, best = d.paths("set_to"), d.paths("at_best")
        if fixed:
            return grade if happened is False else fixed[0].text if happened is True else happened
        if best:
            better = names[: names.index(best[0].text)]
            if not better or happened is False:
                return grade
            barred = happened if not plain(happened) else grade
            return best[0].text if barred in better else barred
        floor = d.paths("floor")
        last = names.index(floor[0].text) if floor else len(names) - 1

        def lowered(grade: str, steps: Fraction) -> Value:
            place = names.index(grade)
            return names[max(place, min(place + int(steps), last))]

        return strictly(lowered, grade, self.steps(d, events))

    def steps(self, d: Declaration, events: Value) -> Value:
        """How many grades down: so many for each event, at most so many in all."""
        each = d.value("lower")
        count = each.number if isinstance(each, Quantity) else ONE
        most = d.value("at_most")
        end = most.high if isinstance(most, Interval) else most
        steps = strictly(lambda n: n * count, events)
        if not isinstance(end, Quantity):
            return steps
        return strictly(lambda n: min(n, end.number), steps)

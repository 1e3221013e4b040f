"""What a veto does to a grade.

Events are the rows of what has the grade that are 生效, or one where 当 holds of itself; waiting are the
rows that are 待定. The grade after a veto is the one it acts on, changed by what has happened; ``若降`` is
the same with the waiting events as if they had happened, here and in the vetoes before.
"""

from __future__ import annotations

from fractions import Fraction

from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.references import ValueReference
from guiju.grammar.nodes import Interval, Quantity

from .functions import summed
from .indicators import Indicators
from .members import Member
from .values import ONE, ZERO, Value, calculate, chosen, strictly

#: What says that an event has taken effect, or awaits a decision.
CONDITIONS = {"lowered": ("effective", "when"), "pending": ("pending",)}


class Vetoes(Indicators):
    """Vetoes of one policy in one year."""

    def veto(self, d: Declaration, member: Member, supposed: bool = False) -> Value:
        """The grade after a veto; ``supposed`` says as if what waits had happened."""
        path, events = d.paths("grade")[0], self.events(d, "lowered", member)
        before, grade = self.checked.refs[path], self.value(path, member)
        if supposed:
            events = calculate("+", events, self.events(d, "pending", member))
            if isinstance(before, ValueReference) and before.declaration.kind.id == "veto":
                grade = self.veto(before.declaration, member, True)
        return self.changed(d, grade, events)

    def veto_attribute(self, d: Declaration, attribute: str, member: Member) -> Value:
        if attribute == "if_lowered":
            return self.veto(d, member, True)
        return calculate(">", self.events(d, attribute, member), ZERO)

    def events(self, d: Declaration, which: str, member: Member) -> Value:
        """How many of the rows of 逐行 a condition holds for; without it, or where they are what has
        the grade, whether it holds there."""
        condition = next((d.value(key) for key in CONDITIONS[which] if d.value(key)), None)
        level = self.level(d) if d.paths("each") else member.table
        if condition is None:
            return ZERO
        if level == member.table:
            return chosen(self.value(condition, member), ONE, ZERO)
        rows = self.members.rows(level, member)
        return summed("count", [(ONE, self.value(condition, row)) for row in rows])

    def changed(self, d: Declaration, grade: Value, events: Value) -> Value:
        """A grade after so many events."""
        names = self.checked.types[d.paths("grade")[0]].members  # best first
        happened = calculate(">", events, ZERO)
        fixed, best, floor = (d.paths(key) for key in ("set_to", "at_best", "floor"))
        if fixed:
            return chosen(happened, fixed[0].text, grade)
        if best:
            better = names[: names.index(best[0].text)]
            barred = chosen(happened, best[0].text if grade in better else grade, grade)
            return barred if better else grade
        last = names.index(floor[0].text) if floor else len(names) - 1

        def lowered(grade: str, steps: Fraction) -> Value:
            return names[max(names.index(grade), min(names.index(grade) + int(steps), last))]

        return strictly(lowered, grade, self.steps(d, events))

    def steps(self, d: Declaration, events: Value) -> Value:
        """How many grades down: so many for each event, at most so many in all."""
        each, most = d.value("lower"), d.value("at_most")
        end = most.high if isinstance(most, Interval) else most
        steps = calculate("*", events, each.number if isinstance(each, Quantity) else ONE)
        return strictly(min, steps, end.number) if isinstance(end, Quantity) else steps

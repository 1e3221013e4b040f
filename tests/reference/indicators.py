"""Points: indicators and stages.

=====================  ================================================================================
体系 目标 指标 细项     the sum of the parts; a list: the sum of its items, each between 0 and its points;
                       a leaf: its mark, between 0 and its points, or where it is absent 缺项得分, else 0.
                       缺项处理 换算: × its points ÷ the points of what is not absent below it
评估 环节               the sum of the parts (with 缺项处理 as above), 0 where absent, else 折算 of 得分 (the panels by their shares, an indicator's
                       value, or a mark between 0 and the full mark), 满分 and 权重
评议组                  a mark between 0 and the full mark of its stage
=====================  ================================================================================

An indicator or a stage asked for by name is the one of the unit's own kind, and nothing for other
units, nor for one that it is absent for without 缺项得分.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cached_property

from guiju.engine.semantics import forms
from guiju.engine.semantics import references as refer
from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.symbols import INDICATOR_KINDS
from guiju.grammar.vocabulary import MATTER_KINDS

from .formulas import Formulas, number
from .functions import summed
from .members import Member
from .sums import Place
from .values import NOTHING, ZERO, Value, calculate, chosen, needed, once, within


class Indicators(Formulas):
    """Indicators and stages of one policy in one year, and the cases that rules have; what any of
    them is ``declared`` to be is said in ``declarations``."""

    #: The stage that is being converted.
    converting: Place = None

    def written(self, d: Declaration, key: str, m: Member, place: Place = None) -> Value:
        """The value of the formula that a property holds."""
        return self.value(d.value(key), m, place or d)

    # ── cases, and rules for some kinds of units ──

    def case(self, d: Declaration, member: Member) -> Declaration | Value:
        """The first case whose condition holds, else 其余; a value that is no answer where a condition
        before it has none."""
        for case in (*d.of_kind("case"), *d.of_kind("otherwise")):
            holds = "when" not in case.properties or self.written(case, "when", member, d)
            if holds is not False:
                return case if holds is True else needed(holds)
        return NOTHING

    def cases(self, d: Declaration, member: Member) -> Value:
        """The value of the case that applies, or of the only formula."""
        case = self.case(d, member) if d.of_kind("case", "otherwise") else d
        if not isinstance(case, Declaration):
            return case
        return self.written(case, "take" if "take" in case.properties else "score", member, d)

    @cached_property
    def kinds(self) -> str | None:
        """The column of the register that says of which kind a unit is."""
        kinds = tuple(self.symbols.subjects)
        return next((c.name for c in self.symbols.register.columns if c.choices == kinds), None)

    @once
    def applies(self, d: Declaration, member: Member) -> Value:
        """Whether a rule is for a unit, or that of a row, by the unit's kind."""
        subjects = self.symbols.subjects_of(d)
        if self.kinds is None or {*subjects} >= {*self.symbols.subjects}:
            return True
        return calculate("in", self.members.cell(self.members.units, self.kinds, member), subjects)

    def by_kind(self, ds: Iterable[Declaration], m: Member, rule: Callable[..., Value]) -> Value:
        """The value of the declaration that applies to the unit; nothing where none does."""
        for d in ds:
            holds = self.applies(d, m)
            if holds is not False:
                return rule(d, m) if holds is True else holds
        return NOTHING

    def referred(self, d: Declaration, member: Member) -> Value:
        """The value of an indicator where its name stands: nothing for a unit that it is absent for."""
        lacking = "absent_score" not in d.properties and self.absent(d, member)
        return chosen(lacking, NOTHING, self.declared(d, member))

    # ── indicators ──

    def points(self, d: Declaration, member: Member) -> Value:
        """What an indicator, an evaluation or a stage earns."""
        if d.paths("list"):
            return summed("sum", [(self.item(d, row), True) for row in self.items(d, member)])
        if parts := forms.parts(d):
            return self.made_up(d, (self.declared(part, member) for part in parts), member)
        if d.kind.id in ("process", "stage"):
            return self.stage(d, member)
        return self.unless_absent(d, member, self.held(d, member), ZERO)

    def made_up(self, d: Declaration, parts: Iterable[Value], member: Member) -> Value:
        """What the parts come to, with 缺项处理 in proportion to those that are there."""
        earned = calculate("+", *parts)
        if "absent_rule" not in d.properties:
            return earned
        there = calculate("+", *(self.available(part, member) for part in forms.inside(d)))
        return calculate("/", calculate("*", earned, self.worth(d)), there)

    def items(self, d: Declaration, member: Member) -> list[Member]:
        """The items of a list that are a member's."""
        return self.members.rows(self.members.home(d.paths("list")[0].text), member)

    def available(self, d: Declaration, member: Member) -> Value:
        """The points that a unit can have: without those of absent items that nothing makes up for."""
        made_up = {"absent_score", "absent_rule"} & d.properties.keys()
        if forms.inside(d) and not made_up:
            return calculate("+", *(self.available(part, member) for part in forms.inside(d)))
        return chosen(not made_up and self.absent(d, member), ZERO, self.worth(d))

    def absent(self, d: Declaration, member: Member) -> Value:
        """Whether a leaf is absent."""
        return "absent" in d.properties and needed(self.written(d, "absent", member))

    def unless_absent(self, d: Declaration, member: Member, mark: Value, nothing: Value) -> Value:
        """A mark; where it is absent 缺项得分, or without that what says that there is none."""
        if "absent_score" in d.properties and self.absent(d, member) is True:
            return within(self.written(d, "absent_score", member), self.full(d, member))
        return chosen(self.absent(d, member), nothing, mark)

    def held(self, d: Declaration, member: Member) -> Value:
        """A mark by its formula or from its column, between 0 and the full mark."""
        if forms.branches(d):
            return within(self.cases(d, member), self.full(d, member))
        source = forms.source_of(d, self.symbols)
        return within(self.members.cell(source.table, source.column, member), self.full(d, member))

    def item(self, d: Declaration, row: Member) -> Value:
        """What a row of a list or of a bonus brings."""
        if d.kind.id in MATTER_KINDS:
            return self.cases(d, row)
        return within(self.written(d, "item_score", row), self.written(d, "item_points", row))

    # ── stages ──

    def stage(self, d: Declaration, member: Member) -> Value:
        """What is left of the mark of a stage without parts when it is converted."""
        self.converting, before = d, self.converting
        value = self.value(forms.conversion(d, self.symbols), member, d)
        self.converting = before
        return chosen("absent_score" not in d.properties and self.absent(d, member), ZERO, value)

    def present(self, d: Declaration, member: Member) -> Value:
        """The mark of a stage before it is converted: nothing where it is absent, or 缺项得分."""
        return self.unless_absent(d, member, self.score(d, member), NOTHING)

    def local(self, id: str, place: Place, member: Member) -> Value:
        """得分, 满分 and 权重 of the declaration that a formula stands in. In 折算 the mark that is
        converted is 缺项得分 where an item is absent; in 缺项得分 it is that of the others."""
        if id != "score":
            return self.full(place, member) if id == "full" else self.worth(place)
        self.converting, of = None, self.converting
        own = chosen(self.absent(place, member), NOTHING, self.score(place, member))
        mark = self.present(place, member) if place is of else own
        self.converting = of
        return mark

    def score(self, d: Declaration, member: Member) -> Value:
        """A mark before it is converted, or of those that an item is not absent for."""
        panels, source = d.of_kind("panel"), forms.source_of(d, self.symbols)
        if panels:
            shares = (calculate("*", self.declared(p, member), points(p)) for p in panels)
            return self.made_up(d, shares, member)
        if not forms.branches(d) and isinstance(source, refer.IndicatorReference):
            return self.by_kind(source.declarations, member, self.referred)
        return self.held(d, member)

    def full(self, d: Declaration, member: Member) -> Value:
        """The full mark: an indicator's points; of a stage those of the indicator taken, else the
        nearest 满分, else the whole evaluation's."""
        if d.kind.id in INDICATOR_KINDS:
            return points(d)
        source = forms.source_of(d, self.symbols)
        if isinstance(source, refer.IndicatorReference):
            return self.by_kind(source.declarations, member, self.full)
        written, (*_, whole) = forms.full_mark(d, self.symbols), self.symbols.ancestors(d)
        return points(whole) if written is None else self.value(written, member)

    def worth(self, d: Declaration) -> Fraction:
        """What an indicator, an evaluation or a stage is worth in points."""
        around = list(self.symbols.ancestors(d))[1:]
        if d.kind.id == "panel":
            return points(d) * self.worth(around[0])
        return points(d) * (points(around[-1]) if d.kind.id == "stage" else 1)


def points(d: Declaration) -> Fraction:
    """The number in the head of a declaration: points, or a share of 1."""
    written = forms.amount(d)
    return number(written) if written else ZERO

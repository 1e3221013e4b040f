"""Points: indicators and stages.

=====================  ================================================================================
体系 目标 指标 细项     the sum of the parts; a list: the sum of its items, each between 0 and its points;
                       a leaf: its mark, between 0 and its points, or where it is absent 缺项得分, else 0.
                       缺项处理 换算: × its points ÷ the points of what is not absent below it
评估 环节               the sum of the parts, else 折算 of 得分 (the panels by their shares, an indicator's
                       value, or a mark between 0 and the full mark), 满分 and 权重
评议组                  a mark between 0 and the full mark of its stage
=====================  ================================================================================

An indicator or a stage asked for by name is the one of the unit's own kind, and nothing for other
units, nor for one that it is absent for without 缺项得分.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from fractions import Fraction

from guiju.engine.semantics import forms
from guiju.engine.semantics import references as refer
from guiju.engine.semantics.declarations import Declaration

from . import values as on
from .formulas import ZERO, Formulas, number
from .functions import summed
from .members import Member
from .sums import Locals
from .values import NOTHING, Value, fault, needed, plain


class Indicators(Formulas, ABC):
    """Indicators and stages of one policy in one year."""

    @abstractmethod
    def cases(self, d: Declaration, member: Member, local: Locals | None = None) -> Value: ...

    def written(self, d: Declaration, key: str, m: Member, local: Locals | None = None) -> Value:
        """The value of the formula that a property holds."""
        formula = d.value(key)
        assert formula is not None, f"{d.name} lacks {key}"
        return self.value(formula, m, local)

    # ── rules for some kinds of units ──

    def applies(self, subjects: tuple[str, ...], member: Member) -> Value:
        """Whether a unit, or that of a row, is of one of these kinds."""
        kinds, register = tuple(self.symbols.subjects), self.members.register
        columns = [column.name for column in register.columns if column.choices == kinds]
        if not kinds or not columns or set(subjects) >= set(kinds):
            return True
        kind = self.members.cell(register.name, columns[0], member)
        return kind in subjects if plain(kind) else on.compare("=", kind, kind)

    def by_kind(
        self, ds: Iterable[Declaration], member: Member, value: Callable[[Declaration], Value]
    ) -> Value:
        """The value of the declaration that applies to the unit; nothing where none does."""
        for d in ds:
            holds = self.applies(self.symbols.subjects_of(d), member)
            if holds is not False:
                return value(d) if holds is True else holds
        return NOTHING

    def indicator(self, declarations: tuple[Declaration, ...], member: Member) -> Value:
        def referred(d: Declaration) -> Value:
            lacks = d.value("absent") is not None and "absent_score" not in d.properties
            lacking = self.absent(d, member) if lacks else False
            if lacking is False:
                return self.declared(d, member)
            return NOTHING if lacking is True else lacking

        return self.by_kind(declarations, member, referred)

    # ── indicators ──

    def points(self, d: Declaration, member: Member) -> Value:
        """What an indicator earns."""
        parts = forms.parts(d)
        if parts:
            earned = on.add(*(self.declared(part, member) for part in parts))
            if "absent_rule" not in d.properties:
                return earned
            there = on.add(*(self.available(part, member) for part in parts))
            return on.divide(on.multiply(earned, points(d)), there)
        if d.paths("list"):
            rows = self.members.rows(self.listing(d), member, member.table)
            return summed("sum", [(self.item(d, row), True) for row in rows])
        return self.mark(d, points(d), member)

    def listing(self, d: Declaration) -> str:
        """The level of the items of a list."""
        return self.members.home(d.paths("list")[0].text)

    def available(self, d: Declaration, member: Member) -> Value:
        """The points that a unit can have: without those of absent items that nothing makes up for."""
        if "absent_score" in d.properties or "absent_rule" in d.properties:
            return points(d)
        if d.value("absent") is not None:
            absent = self.absent(d, member)
            return (ZERO if absent else points(d)) if plain(absent) else absent
        parts = forms.parts(d)
        return on.add(*(self.available(part, member) for part in parts)) if parts else points(d)

    def absent(self, d: Declaration, member: Member) -> Value:
        """Whether a leaf is absent for a unit, or that of a row."""
        owner = self.members.owner(member, self.members.level(self.symbols.level_of(d)))
        return fault("bad") if owner is None else needed(self.written(d, "absent", owner))

    def mark(self, d: Declaration, full: Value, member: Member) -> Value:
        """A mark, or what stands for it where it is absent."""
        absent = self.absent(d, member) if d.value("absent") is not None else False
        if absent is False:
            return self.held(d, full, member)
        if absent is not True or "absent_score" not in d.properties:
            return ZERO if absent is True else absent
        local: Locals = {"full": lambda _: full, "score": lambda m: self.present(d, full, m)}
        return on.within(self.written(d, "absent_score", member, local), ZERO, full)

    def present(self, d: Declaration, full: Value, member: Member) -> Value:
        """The mark of a unit that has the item; nothing for others."""
        absent = self.absent(d, member)
        if absent is not False:
            return NOTHING if absent is True else absent
        return self.held(d, full, member)

    def held(self, d: Declaration, full: Value, member: Member) -> Value:
        """A mark by its formula or from its column, between 0 and the full mark."""
        if forms.branches(d):
            return on.within(self.cases(d, member, {"full": lambda _: full}), ZERO, full)
        source = forms.source_of(d, self.symbols)
        assert isinstance(source, refer.ColumnReference), f"{d.name} has no mark"
        return on.within(self.members.cell(source.table, source.column, member), ZERO, full)

    def item(self, d: Declaration, row: Member) -> Value:
        """What a row of a list or of a bonus brings."""
        if d.kind.id == "bonus":
            return self.cases(d, row)
        score, most = (self.written(d, key, row) for key in ("item_score", "item_points"))
        return on.within(score, ZERO, most)

    # ── stages ──

    def stage(self, d: Declaration, member: Member) -> Value:
        inner = d.of_kind("stage")
        if inner:
            return on.add(*(self.declared(part, member) for part in inner))
        formula = forms.conversion(d, self.symbols)
        assert formula is not None, f"{d.name} has no conversion"
        local: Locals = {
            "score": lambda m: self.score(d, self.full(d, m), m),
            "full": lambda m: self.full(d, m),
            "weight": lambda _: self.weight(d),
        }
        return self.value(formula, member, local)

    def score(self, d: Declaration, full: Value, member: Member) -> Value:
        panels, source = d.of_kind("panel"), forms.source_of(d, self.symbols)
        if panels:
            return on.add(*(on.multiply(self.declared(p, member), points(p)) for p in panels))
        if not forms.branches(d) and isinstance(source, refer.IndicatorReference):
            return self.indicator(source.declarations, member)
        return self.mark(d, full, member)

    def full(self, d: Declaration, member: Member) -> Value:
        """The full mark: of the indicator taken, else the nearest 满分, else the whole evaluation's."""
        source = forms.source_of(d, self.symbols)
        if isinstance(source, refer.IndicatorReference):
            return self.by_kind(source.declarations, member, points)
        written = forms.full_mark(d, self.symbols)
        return self.value(written, member) if written is not None else points(self.process(d))

    def process(self, d: Declaration) -> Declaration:
        return list(self.symbols.ancestors(d))[-1]

    def weight(self, d: Declaration) -> Fraction:
        """What a stage is worth in points of the whole."""
        process = self.process(d)
        return points(process) if d is process else points(process) * points(d)


def points(d: Declaration) -> Fraction:
    """The number in the head of a declaration: points, or a share of 1."""
    written = forms.amount(d)
    return number(written) if written else ZERO

"""Points: indicators and stages.

=====================  ================================================================================
体系 目标 指标 细项     the sum of the parts; a list: the sum of its items, each between 0 and its points;
                       a leaf: its mark, between 0 and its points, or 0 where it is absent.
                       缺项处理 换算: × its points ÷ the points of what is not absent below it
评估 环节               the sum of the parts, else 折算 of 得分 (the panels by their shares, an indicator's
                       value, or a mark between 0 and the full mark), 满分 and 权重
评议组                  a mark between 0 and the full mark of its stage
=====================  ================================================================================

An indicator asked for by name is the one of the unit's own kind, and nothing for other units.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from fractions import Fraction

from guiju.engine.semantics import forms
from guiju.engine.semantics import references as refer
from guiju.engine.semantics.declarations import Declaration

from . import values as on
from .formulas import Formulas, number
from .members import Member
from .values import NOTHING, Value, fault, needed, plain

ZERO = Fraction(0)


class Indicators(Formulas, ABC):
    """Indicators and stages of one policy in one year."""

    @abstractmethod
    def cases(self, d: Declaration, member: Member) -> Value: ...

    def written(self, d: Declaration, key: str, member: Member) -> Value:
        """The value of the formula that a property holds."""
        formula = d.value(key)
        assert formula is not None, f"{d.name} lacks {key}"
        return self.value(formula, member)

    # ── rules for some kinds of units ──

    def applies(self, subjects: Iterable[str], unit: Member) -> Value:
        """Whether a unit is of one of these kinds."""
        kinds, register = tuple(self.symbols.subjects), self.members.register
        columns = [column.name for column in register.columns if column.choices == kinds]
        if not kinds or not columns or set(subjects) >= set(kinds):
            return True
        kind = self.members.cell(register.name, columns[0], unit)
        return kind in subjects if plain(kind) else on.compare("=", kind, kind)

    def by_kind(
        self, ds: Iterable[Declaration], unit: Member, value: Callable[[Declaration], Value]
    ) -> Value:
        """The value of the declaration that applies to the unit; nothing where none does."""
        for d in ds:
            holds = self.applies(self.symbols.subjects_of(d), unit)
            if holds is not False:
                return value(d) if holds is True else holds
        return NOTHING

    def indicator(self, declarations: tuple[Declaration, ...], member: Member | None) -> Value:
        unit = self.members.owner(member, self.members.register.name)
        if unit is None:
            return fault("bad")
        return self.by_kind(declarations, unit, lambda d: self.declared(d, unit))

    # ── indicators ──

    def points(self, d: Declaration, unit: Member) -> Value:
        """What an indicator earns."""
        parts = forms.parts(d)
        if parts:
            earned = on.add(*(self.declared(part, unit) for part in parts))
            if "absent_rule" not in d.properties:
                return earned
            there = on.add(*(self.available(part, unit) for part in parts))
            return on.divide(on.multiply(earned, points(d)), there)
        if d.paths("list"):
            return self.total(
                self.item(d, r) for r in self.members.rows(d.paths("list")[0].text, unit)
            )
        absent = self.written(d, "absent", unit) if d.value("absent") is not None else False
        if absent is False:
            return self.mark(d, points(d), unit)
        return ZERO if absent is True else needed(absent)

    def available(self, d: Declaration, unit: Member) -> Value:
        """The points that a unit can have: without those of absent items that nothing makes up for."""
        if d.value("absent") is not None:
            absent = self.written(d, "absent", unit)
            return (ZERO if absent else points(d)) if plain(absent) else needed(absent)
        if forms.parts(d) and "absent_rule" not in d.properties:
            return on.add(*(self.available(part, unit) for part in forms.parts(d)))
        return points(d)

    def mark(self, d: Declaration, full: Value, unit: Member) -> Value:
        """A mark by its formula or from its column, between 0 and the full mark."""
        if forms.branches(d):
            return on.within(self.cases(d, unit), ZERO, full)
        source = forms.source_of(d, self.symbols)
        assert isinstance(source, refer.ColumnReference), f"{d.name} has no mark"
        return on.within(self.members.cell(source.table, source.column, unit), ZERO, full)

    def item(self, d: Declaration, row: Member) -> Value:
        """What a row of a list or of a bonus brings."""
        if d.kind.id == "bonus":
            return self.cases(d, row)
        score, most = (self.written(d, key, row) for key in ("item_score", "item_points"))
        return on.within(score, ZERO, most)

    def total(self, values: Iterable[Value]) -> Value:
        """A sum that passes over what is nothing."""
        return on.add(*(value for value in values if value is not NOTHING))

    # ── stages ──

    def stage(self, d: Declaration, unit: Member) -> Value:
        inner = d.of_kind("stage")
        if inner:
            return on.add(*(self.declared(part, unit) for part in inner))
        full, formula = self.full(d, unit), forms.conversion(d, self.symbols)
        assert formula is not None, f"{d.name} has no conversion"
        local = {"score": self.score(d, full, unit), "full": full, "weight": self.weight(d)}
        return self.value(formula, unit, local)

    def score(self, d: Declaration, full: Value, unit: Member) -> Value:
        panels, source = d.of_kind("panel"), forms.source_of(d, self.symbols)
        if panels:
            return on.add(*(on.multiply(self.declared(p, unit), points(p)) for p in panels))
        if not forms.branches(d) and isinstance(source, refer.IndicatorReference):
            return self.indicator(source.declarations, unit)
        return self.mark(d, full, unit)

    def full(self, d: Declaration, unit: Member) -> Value:
        """The full mark: of the indicator taken, else the nearest 满分, else the whole evaluation's."""
        source = forms.source_of(d, self.symbols)
        if isinstance(source, refer.IndicatorReference):
            return self.by_kind(source.declarations, unit, points)
        written = forms.full_mark(d, self.symbols)
        return self.value(written, unit) if written is not None else points(self.process(d))

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

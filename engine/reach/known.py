"""What the proofs work with: a sound policy, its plan, and the range of every operation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from attrs import frozen

from ...grammar.diagnostics import Text
from ...grammar.source import Span
from ..data.contract import ColumnSpec, ColumnType
from ..plan.ops import Compare, Constant, Input, Op, OpId, Spread
from ..plan.plan import Plan
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.forms import branches
from ..semantics.symbols import INDICATOR_KINDS, STAGE_KINDS, VALUE_KINDS
from ..semantics.types import dimension_of
from ..semantics.wording import figure
from .ranges import Ranges

POINTS = dimension_of("point")


@frozen
class Known:
    """A policy about which something is to be proved."""

    checked: Checked
    plan: Plan
    ranges: Ranges

    def named(self, *kinds: str) -> Iterator[tuple[OpId, Declaration]]:
        """The operations that declarations of certain kinds go by, with these declarations."""
        places = {d.span: d for d in self.checked.symbols.all_of(*kinds)}
        for op, names in self.plan.names.items():
            for name in names:
                if name.kind in kinds and name.span in places:
                    yield op, places[name.span]

    def words(self, span: Span) -> str:
        """The author's own words, on one line."""
        return " ".join(self.checked.source.slice(span).split())

    def title(self, op_id: OpId) -> str | None:
        """What an operation is called: a declared name, a column, or the formula as written."""
        veto = self.plan.outcome.veto
        if veto is not None and self.ranges.same(veto.final) == self.ranges.same(op_id):
            return veto.result
        for alias, names in self.plan.names.items():
            if self.ranges.same(alias) == self.ranges.same(op_id):
                return names[0].title
        op = self.plan.ops[self.ranges.same(op_id)]
        if isinstance(op, Input):
            return op.column
        return self.words(op.span) if op.span is not None else None

    def figure(self, op_id: OpId, value: Fraction) -> Text:
        """A number that an operation can be, as the author would write it; days as dates."""
        op = self.plan.ops[self.ranges.same(op_id)]
        dated = isinstance(op, Input) and self._column(op).type is ColumnType.DATE
        beside = self._compared(op_id)
        if dated or (beside is not None and isinstance(beside.value, date)):
            day = date.fromordinal(min(max(int(value), 1), date.max.toordinal()))
            return Text(f"{day.year}年{day.month}月{day.day}日", day.isoformat())
        return figure(value, self.unit(op_id))

    def _column(self, op: Input) -> ColumnSpec:
        return next(t for t in self.plan.tables if t.name == op.table).column(op.column)

    def written(self, op_id: OpId) -> Op:
        """The operation as it stands in the text, before its value was spread to a finer level."""
        op = self.plan.ops[op_id]
        while isinstance(op, Spread):
            op = self.plan.ops[op.arg]
        return op

    def unit(self, op_id: OpId) -> str | None:
        """The unit that a figure is read in: that of its column, or of what it is compared with."""
        op = self.plan.ops[self.ranges.same(op_id)]
        if isinstance(op, Input):
            return self._column(op).unit
        beside = self._compared(op_id)
        return beside.unit if beside is not None else None

    def points(self, op_id: OpId) -> str | None:
        """The unit of points where a named figure is one of points."""
        for op, declaration in self.named(*VALUE_KINDS, *INDICATOR_KINDS, *STAGE_KINDS):
            if self.ranges.same(op) == self.ranges.same(op_id):
                formulas = [branch.take for branch in branches(declaration)]
                kinds = [self.checked.types.get(formula) for formula in formulas]
                worked_out = declaration.kind.id in ("step", "value", "quota")
                dimensions = [kind.dimension for kind in kinds if kind is not None]
                if not worked_out or POINTS in dimensions:
                    return "分"
        return None

    def _compared(self, op_id: OpId) -> Constant | None:
        """A constant that a value is compared with."""
        same = self.ranges.same
        for op in self.plan.ops:
            if isinstance(op, Compare):
                for side, other in ((op.left, op.right), (op.right, op.left)):
                    beside = self.written(other)
                    if same(side) == same(op_id) and isinstance(beside, Constant):
                        return beside
        return None

"""A plan under construction: adds operations and fits their arguments to one level."""

from __future__ import annotations

from fractions import Fraction

from attrs import define, field

from ...grammar.source import Span
from ..levels import POLICY, Level, finer
from .ops import Arithmetic, Choose, Compare, Constant, Input, Logic, Op, OpId, Scalar, Spread
from .plan import Named


@define
class Builder:
    """Collects operations. The same input, constant or spread is made once."""

    ops: list[Op] = field(factory=list)
    names: dict[OpId, tuple[Named, ...]] = field(factory=dict)
    _shared: dict[Op, OpId] = field(factory=dict)

    def add(self, op: Op) -> OpId:
        """Add an operation and return its position."""
        self.ops.append(op)
        return len(self.ops) - 1

    def share(self, op: Op) -> OpId:
        """Add an operation without a meaning of its own, or find the one already there."""
        if op not in self._shared:
            self._shared[op] = self.add(op)
        return self._shared[op]

    def name(self, op: OpId, named: Named) -> OpId:
        """Give an operation a name; it may go by several."""
        self.names[op] = (*self.names.get(op, ()), named)
        return op

    def level(self, op: OpId) -> Level:
        return self.ops[op].level

    def at(self, op: OpId, level: Level) -> OpId:
        """The value on a finer level."""
        if self.level(op) == level:
            return op
        return self.share(Spread(op, level=level))

    def same(self, *ops: OpId, least: Level = POLICY) -> tuple[Level, tuple[OpId, ...]]:
        """Arguments brought to their common level."""
        level = least
        for op in ops:
            level = finer(level, self.level(op))
        return level, tuple(self.at(op, level) for op in ops)

    def zero(self) -> OpId:
        """The constant 0, made once."""
        return self.share(Constant(0, level=POLICY))

    def constant(
        self, value: Scalar | None, span: Span | None = None, unit: str | None = None
    ) -> OpId:
        if isinstance(value, Fraction) and value.denominator == 1:
            value = value.numerator
        return self.add(Constant(value, unit, level=POLICY, span=span))

    def input(self, table: str, column: str, level: Level, span: Span | None = None) -> OpId:
        return self.share(Input(table, column, level=level, span=span))

    def arithmetic(self, op: str, *args: OpId, span: Span | None = None) -> OpId:
        level, fitted = self.same(*args)
        return self.add(Arithmetic(op, fitted, level=level, span=span))  # type: ignore[arg-type]

    def compare(self, op: str, left: OpId, right: OpId, span: Span | None = None) -> OpId:
        level, (first, second) = self.same(left, right)
        return self.add(Compare(op, first, second, level=level, span=span))  # type: ignore[arg-type]

    def logic(self, op: str, *args: OpId, span: Span | None = None) -> OpId:
        if len(args) == 1 and op != "not":
            return args[0]
        level, fitted = self.same(*args)
        return self.add(Logic(op, fitted, level=level, span=span))  # type: ignore[arg-type]

    def choose(
        self,
        cases: list[tuple[OpId, OpId]],
        otherwise: OpId,
        level: Level,
        span: Span | None = None,
    ) -> OpId:
        fitted = tuple((self.at(when, level), self.at(take, level)) for when, take in cases)
        return self.add(Choose(fitted, self.at(otherwise, level), level=level, span=span))

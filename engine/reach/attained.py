"""Which bounds of a range some data really reaches, as far as that is certain.

A range may be wider than what can happen: two figures that rise and fall together are taken as two.
A bound counts as reached where the figures below it are free of one another, or where the author
wrote it: as the value of a case, or as the limit of 取小 or 取大.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import field, frozen

from ..extent import Extent
from ..plan.ops import (
    Aggregate,
    Arithmetic,
    Choose,
    Constant,
    Input,
    Lookup,
    OpId,
    Round,
    Spread,
    arguments,
)
from .known import Known
from .worlds import World


@frozen
class Attained:
    """Asks for the bounds of operations in one world. ``inputs`` are the columns below each
    operation, one bit for each."""

    known: Known
    world: World
    inputs: list[int] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        for op_id, op in enumerate(self.known.plan.ops):
            bits = 1 << self.world.same[op_id] if isinstance(op, Input) else 0
            for argument in arguments(op):
                bits |= self.inputs[argument]
            self.inputs.append(bits)

    def numbers(self, op_id: OpId) -> Extent | None:
        return self.world.reach[op_id].numbers

    def bound(self, op_id: OpId, *, high: bool) -> Fraction | None:
        found = self.numbers(op_id)
        return None if found is None else found.high if high else found.low

    def holds(self, op_id: OpId, *, high: bool) -> bool:
        """Whether the upper or the lower bound of an operation is certainly reached."""
        op = self.known.plan.ops[op_id]
        match op:
            case Constant():
                return True
            case Input():
                found = self.numbers(op_id)
                return found is not None and (found.high_closed if high else found.low_closed)
            case Spread(arg=arg) | Round(arg=arg):
                return self.holds(arg, high=high)
            case Aggregate(function="mean" | "highest" | "lowest" | "only", arg=arg, where=where):
                free = where is None or not self.inputs[arg] & self.inputs[where]
                return free and self.holds(arg, high=high)
            case Lookup(entries=entries):
                return any(self.equal(op_id, take, high=high) for _, take in entries)
            case Choose():
                return any(self.equal(op_id, take, high=high) for take in self._free(op))
            case Arithmetic():
                return self.arithmetic(op_id, op, high=high)
            case _:
                return False

    def written(self, op_id: OpId) -> Iterator[Fraction]:
        """The figures that the cases of a value give it as they stand in the text."""
        op = self.known.plan.ops[op_id]
        match op:
            case Constant(value=int() | Fraction() as value) if op.span is not None:
                yield Fraction(value)
            case Spread(arg=arg):
                yield from self.written(arg)
            case Choose(cases=cases, otherwise=otherwise):
                for take in (*(take for _, take in cases), otherwise):
                    yield from self.written(take)
            case _:
                return

    def equal(self, op_id: OpId, arg: OpId, *, high: bool) -> bool:
        """Whether an argument has the bound of the operation, and reaches it."""
        same = self.bound(arg, high=high) == self.bound(op_id, high=high)
        return same and self.holds(arg, high=high)

    def _free(self, op: Choose) -> Iterator[OpId]:
        """The cases whose value is free of what the conditions ask."""
        asked = 0
        for when, _ in op.cases:
            asked |= self.inputs[when]
        for take in (*(take for _, take in op.cases), op.otherwise):
            if not asked & self.inputs[take]:
                yield take

    def arithmetic(self, op_id: OpId, op: Arithmetic, *, high: bool) -> bool:
        if op.op == ("min" if high else "max"):
            limits = (arg for arg in op.args if self._constant(arg))
            if any(self.equal(op_id, arg, high=high) for arg in limits):
                return True
            return self._together((arg, high) for arg in op.args)
        if op.op in ("min", "max"):
            return any(self.equal(op_id, arg, high=high) for arg in op.args)
        if op.op == "+":
            return self._together((arg, high) for arg in op.args)
        if op.op == "-":
            first, *others = op.args
            return self._together([(first, high), *((arg, not high) for arg in others)])
        return self._scaled(op, high=high)

    def _together(self, ways: Iterable[tuple[OpId, bool]]) -> bool:
        """Whether several bounds can be reached at once: each is, and none shares a column."""
        seen = 0
        for arg, high in ways:
            if seen & self.inputs[arg] or not self.holds(arg, high=high):
                return False
            seen |= self.inputs[arg]
        return True

    def _scaled(self, op: Arithmetic, *, high: bool) -> bool:
        """A product with, or a quotient by, one figure."""
        varying = [arg for arg in op.args if not self._constant(arg)]
        if len(varying) != 1 or (op.op == "/" and varying[0] != op.args[0]):
            return False
        up = True
        for arg in op.args:
            factor = self.numbers(arg)
            if self._constant(arg) and factor is not None and factor.point is not None:
                up = up == (factor.point > 0)
        return self.holds(varying[0], high=high == up)

    def _constant(self, arg: OpId) -> bool:
        found = self.numbers(arg)
        return found is not None and found.point is not None

"""From a value back to what an example would have to give for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

from attrs import evolve, field, frozen

from ..data.contract import ColumnType
from ..hierarchy import Hierarchy
from ..levels import UNIT
from ..plan.ops import Aggregate, Classify, Compare, Constant, OpId, Scalar, Spread, arguments
from ..plan.plan import Plan
from .nameable import Nameable, column_nameable


@frozen
class Cone:
    """What some operations are worked out from: the operations between, and the names to give."""

    ops: tuple[OpId, ...]
    leaves: tuple[Nameable, ...]
    constants: tuple[Scalar, ...]
    texts: Mapping[OpId, tuple[str, ...]]  # what a column of text is compared with


@frozen
class Graph:
    """Which operations each operation depends on, as bits."""

    plan: Plan
    nameables: tuple[Nameable, ...]
    masks: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, plan: Plan, nameables: tuple[Nameable, ...]) -> Graph:
        masks: list[int] = []
        for op_id, op in enumerate(plan.ops):
            mask = 1 << op_id
            for argument in arguments(op):
                mask |= masks[argument]
            masks.append(mask)
        return cls(plan, nameables, tuple(masks))

    def depends(self, op_id: OpId, on: Collection[OpId]) -> bool:
        """Whether an operation is, or is worked out from, one of others."""
        return any(self.masks[op_id] >> other & 1 for other in on)

    def cone(self, roots: Collection[OpId], through: Collection[OpId]) -> Cone:
        """What the roots come from. Names are given as near to the roots as can be, but nothing is
        given that is worked out from one of ``through``, or is a root."""
        by_op = {op: n for n in reversed(self.nameables) for op in n.ops}
        leaves: dict[str, Nameable] = {}
        seen: set[OpId] = set()
        waiting = list(roots)
        while waiting:
            op_id = waiting.pop()
            if op_id in seen:
                continue
            seen.add(op_id)
            for key in self._keys(op_id):
                leaves.setdefault(f"{key.table}.{key.name}", key)
            named = by_op.get(op_id)
            if named is None or op_id in roots or self.depends(op_id, through):
                waiting.extend(arguments(self.plan.ops[op_id]))
            elif named.spec is None or named.spec.type is not ColumnType.UNIT:
                leaves.setdefault(f"{named.table}.{named.name}", named)
        order = sorted(leaves.values(), key=lambda leaf: leaf.op)
        if any(isinstance(o := self.plan.ops[i], Constant) and o.unit == "%" for i in seen):
            # What is compared with a percentage is best written as one.
            order = [_as_share(leaf) for leaf in order]
        return Cone(tuple(sorted(seen)), tuple(order), self._constants(seen), self._texts(seen))

    def _keys(self, op_id: OpId) -> Iterator[Nameable]:
        """The columns by which an operation groups rows; the unit's own goes without saying."""
        op = self.plan.ops[op_id]
        if isinstance(op, Aggregate) and op.level.kind == "group":
            tables = {table.name: table for table in self.plan.tables}
            for key in op.level.keys:
                # A column of a table that the rows belong to has that table's name before it.
                name, column = key.split(".") if "." in key else (op.level.table, key)
                spec, level = tables[name].column(column), Hierarchy(tables).level(name)
                if spec.type is not ColumnType.UNIT and level != UNIT:
                    yield column_nameable(tables[name], spec, level, -1)

    def _texts(self, ops: set[OpId]) -> dict[OpId, tuple[str, ...]]:
        found: dict[OpId, tuple[str, ...]] = {}
        for op in (self.plan.ops[op_id] for op_id in sorted(ops)):
            if isinstance(op, Compare):
                for one, other in ((op.left, op.right), (op.right, op.left)):
                    text = self.plan.ops[other]
                    while isinstance(text, Spread):
                        text = self.plan.ops[text.arg]
                    if isinstance(text, Constant) and isinstance(text.value, str):
                        found[one] = (*found.get(one, ()), text.value)
        return found

    def _constants(self, ops: set[OpId]) -> tuple[Scalar, ...]:
        """The figures, days and texts that the rules compare with, in the plan's order."""
        found: list[Scalar] = []
        for op_id in sorted(ops):
            op = self.plan.ops[op_id]
            if isinstance(op, Constant) and op.value is not None:
                found.append(op.value)
            elif isinstance(op, Classify):
                ends = (end for _, band in op.bands for end in (band.low, band.high))
                found += [_plain(end) for end in ends if end is not None]
        return tuple(dict.fromkeys(found))


def _as_share(leaf: Nameable) -> Nameable:
    plain = leaf.spec is None and leaf.type.base == "number" and not leaf.unit
    return evolve(leaf, unit="％") if plain else leaf


def _plain(number: Fraction) -> int | Fraction:
    return number.numerator if number.denominator == 1 else number

"""A state of a policy made ready for made-up units."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from math import floor

from attrs import evolve

from ..evaluate.values import Value
from ..extent import Extent
from ..hierarchy import Hierarchy
from ..plan.lower import lowered, year_of
from ..plan.ops import Input, OpId
from ..plan.plan import Plan
from ..semantics.checked import Checked
from ..trial.candidates import admitted
from ..trial.cone import Graph
from ..trial.nameable import Nameable, column_nameable, nameables_of
from .forms import Forms
from .normal import Normal, Whole, normal

#: Where in a range numbers are tried that no rule speaks of: at its end, and inside.
_SHARES = (Fraction(1), Fraction(19, 20), Fraction(1, 2), Fraction(29, 40), Fraction(1, 8))
#: A name by its table, where it is a column or the value of a row, and itself.
Name = tuple[str, str]


class State:
    """A policy between two others: its plan, the forms of its operations, and what can be given."""

    def __init__(self, checked: Checked, forms: Forms) -> None:
        self.checked = checked
        self.values, self.plan = lowered(checked)
        self.year = year_of(checked)
        self._forms = forms
        self._extents: dict[tuple[OpId, Value | None], list[Extent]] = {}

    @cached_property
    def normal(self) -> Normal:
        """The normal forms of the plan."""
        return normal(self.plan, self._forms)

    @cached_property
    def nameables(self) -> tuple[Nameable, ...]:
        return nameables_of(self.values, self.plan)

    @cached_property
    def whole(self) -> Plan:
        """The plan with the operations that only names have."""
        assert self.nameables is not None, "names may add operations"
        ops = tuple(self.values.builder.ops)
        return evolve(self.plan, ops=ops, names=self.values.builder.names)

    @cached_property
    def graph(self) -> Graph:
        return Graph.of(self.whole, self.nameables)

    @cached_property
    def named(self) -> Mapping[Name, Nameable]:
        """What can be given, by name; columns that only make groups too."""
        named = {(n.table, n.name): n for n in reversed(self.nameables)}
        return {**self._grouping(), **named}

    def _grouping(self) -> Mapping[Name, Nameable]:
        levels = (getattr(op, "group", op.level) for op in self.plan.ops)
        keys = {(o.table, key) for o in levels if o.kind == "group" for key in o.keys}
        tables = {table.name: table for table in self.plan.tables}
        hierarchy = Hierarchy(tables)
        return {
            (table, key): column_nameable(
                tables[table], tables[table].column(key), hierarchy.level(table), -1
            )
            for table, key in sorted(keys)
            if "." not in key
        }

    def forms(self) -> set[Whole]:
        """The forms of all operations."""
        return {tuple(one) for one in zip(*(s.form for s in self.normal.sides), strict=True)}

    def changed(self, other: set[Whole]) -> frozenset[OpId]:
        """The operations that are not among those of another state; what reads a column reads it
        whatever else it may hold."""
        each = zip(self.plan.ops, *(side.form for side in self.normal.sides), strict=True)
        return frozenset(
            op_id
            for op_id, (op, *form) in enumerate(each)
            if tuple(form) not in other and not isinstance(op, Input)
        )

    @cached_property
    def kind(self) -> Name | None:
        """The column that says of which kind a unit is."""
        op = self.plan.ops[self.plan.kind] if self.plan.kind is not None else None
        return (op.table, op.column) if isinstance(op, Input) else None

    def extents(self, leaf: Nameable, kind: Value | None = None) -> list[Extent]:
        """The numbers that a name may have, for each kind of unit that it may have one for."""
        key = (leaf.op, kind)
        if key not in self._extents:
            self._extents[key] = self._extents_of(leaf, kind)
        return self._extents[key]

    def _extents_of(self, leaf: Nameable, kind: Value | None) -> list[Extent]:
        worlds = [
            side.world
            for name, side in zip(self.normal.kinds, self.normal.sides, strict=True)
            if kind is None or len(self.normal.kinds) == 1 or name == kind
        ]
        if not worlds or not 0 <= leaf.op < len(worlds[0].reach):
            return []
        found = (world.reach[leaf.op].numbers for world in worlds)
        return [numbers for numbers in found if numbers is not None]

    def attainable(
        self, leaf: Nameable, value: Value, unit: Mapping[Name, Value] | None = None
    ) -> bool:
        """Whether a name may have a value, for a unit of which more is given."""
        if isinstance(value, bool) or not isinstance(value, (int, Fraction)):
            return True
        kind = unit.get(self.kind) if unit and self.kind else None
        known = 0 <= leaf.op < len(self.plan.ops)
        return not known or any(numbers.holds(value) for numbers in self.extents(leaf, kind))

    def between(self, leaf: Nameable) -> tuple[Value, ...]:
        """Numbers inside the range of a name, which no rule need speak of."""
        found: list[Value] = []
        for numbers in self.extents(leaf) if leaf.type.base == "number" else ():
            low = numbers.low or Fraction(0)
            span = numbers.high - low if numbers.high is not None else Fraction(100)
            for share in _SHARES:
                number = low + Fraction(floor(span * share * 1000), 1000)
                number = number if not numbers.step else number // numbers.step * numbers.step
                found.append(number.numerator if number.denominator == 1 else number)
        return tuple(value for value in found if admitted(leaf, Fraction(value)))  # type: ignore[arg-type]

"""Values that earlier runs worked out, for plans that share operations with theirs.

Policies one change apart differ in few operations. An operation is known by what it does and what
it reads, down to the columns of the data; so its values are those of an equal one of another plan.
A fault names the operation where it began by its number, so values with faults are known again
only where all the operations they come from have the numbers they had.
"""

from __future__ import annotations

from typing import Any

import attrs
from attrs import define, field

from ..data.tables import Dataset
from ..plan.ops import Input, Op, OpId, arguments
from ..plan.plan import Plan
from ..plan.text import REFERENCES
from .values import Column, Fault, Faults


@define
class Known:
    """The operations of earlier runs, and the values that they came to."""

    _keys: dict[tuple[Any, ...], int] = field(factory=dict, repr=False)
    _columns: dict[int, Column] = field(factory=dict, repr=False)
    #: Datasets are told apart by identity, so none that was asked about may go away.
    _seen: list[Dataset] = field(factory=list, repr=False)

    def keys(self, plan: Plan, dataset: Dataset) -> list[tuple[int, int]]:
        """Two numbers for each operation of a plan: equal first numbers for equal operations, equal
        second ones for those that also have the same places in their plans."""
        if not any(dataset is seen for seen in self._seen):
            self._seen.append(dataset)
        found: list[tuple[int, int]] = []
        for op_id, op in enumerate(plan.ops):
            said = (type(op), *_said(op), _data(op, dataset))
            read = [found[argument] for argument in arguments(op)]
            alike = (said, *(same for same, _ in read))
            placed = (op_id, said, *(place for _, place in read))
            found.append((self._number(alike), self._number(placed)))
        return found

    def _number(self, key: tuple[Any, ...]) -> int:
        return self._keys.setdefault(key, len(self._keys))

    def find(self, key: tuple[int, int]) -> Column | None:
        """The values of an operation, if they are known."""
        same, placed = key
        return self._columns.get(same) or self._columns.get(placed)

    def learn(self, plan: Plan, dataset: Dataset, values: dict[OpId, Column]) -> None:
        """Remembers what a run worked out."""
        for op_id, (same, placed) in enumerate(self.keys(plan, dataset)):
            column = values.get(op_id)
            if column is not None:
                plain = {Fault, Faults}.isdisjoint(map(type, column))
                self._columns.setdefault(same if plain else placed, column)


def _said(op: Op) -> tuple[Any, ...]:
    """What an operation says, apart from which operations it reads."""
    return tuple(
        _shape(each.name, value) if each.name in REFERENCES else (type(value), value)
        for each in attrs.fields(type(op))
        if each.name != "span"
        for value in (getattr(op, each.name),)
    )


def _shape(name: str, value: Any) -> Any:
    """A field of references without these, which are compared by their own keys: how many there
    are, and what a lookup finds under which word."""
    if name == "entries":
        return tuple(word for word, _ in value)
    return len(value) if isinstance(value, tuple) else value is None


def _data(op: Op, dataset: Dataset) -> tuple[int, int]:
    """Which data an operation stands on, and for an input which column of them."""
    table = dataset.tables[op.table] if isinstance(op, Input) else None
    column = table.columns.get(op.column) if table is not None and isinstance(op, Input) else None
    return id(dataset), id(column)

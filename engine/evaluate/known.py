"""Values that earlier runs worked out, for plans that share operations with theirs.

Policies one change apart differ in few operations. An operation is known by what it does and what
it reads, down to the columns of the data; so its values are those of an equal one of another plan.
A fault names the operation where it began by its number, so values with faults are known again
only where all the operations they come from have the numbers they had.

States between two policies are run one after the other, each one change from the one before. What
only such a state has is known until the next run: long ways take no more memory than short ones.
"""

from __future__ import annotations

from typing import Any

import attrs
from attrs import define, field

from ..data.tables import Dataset
from ..plan.ops import Input, Op, OpId, arguments
from ..plan.plan import Plan
from ..plan.text import REFERENCES
from .levels import Membership
from .values import Column, Fault, Faults


@define
class Known:
    """The operations of earlier runs, and the values that they came to: of full runs for good
    (``_columns``), of others those of the last one (``_latest``)."""

    _keys: dict[tuple[Any, ...], int] = field(factory=dict, repr=False)
    _columns: dict[int, Column] = field(factory=dict, repr=False)
    _latest: dict[int, Column] = field(factory=dict, repr=False)
    #: Datasets are told apart by identity, so none that was asked about may go away.
    _members: list[Membership] = field(factory=list, repr=False)

    def members(self, plan: Plan, dataset: Dataset) -> Membership:
        """Who belongs to whom in a dataset, worked out once."""
        for known in self._members:
            if known.dataset is dataset and known.register == plan.register:
                return known
        self._members.append(Membership(dataset, plan.register))
        return self._members[-1]

    def keys(self, plan: Plan, dataset: Dataset) -> list[tuple[int, int]]:
        """Two numbers for each operation of a plan: equal first numbers for equal operations, equal
        second ones for those that also have the same places in their plans."""
        self.members(plan, dataset)
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
        for number in key:
            column = self._columns.get(number) or self._latest.get(number)
            if column:
                return column
        return None

    def learn(
        self, keys: list[tuple[int, int]], values: dict[OpId, Column], *, for_good: bool
    ) -> None:
        """Remembers what a run worked out: for good, or until the next run."""
        latest: dict[int, Column] = {}
        learned = self._columns if for_good else latest
        for op_id, column in values.items():
            numbers = keys[op_id]
            if self._columns.keys().isdisjoint(numbers):
                # What is known already was looked through when it was learned.
                again = (number for number in numbers if number in self._latest)
                learned[next(again, numbers[_faulty(column)])] = column
        if not for_good:
            self._latest = latest


def _faulty(column: Column) -> bool:
    return not {Fault, Faults}.isdisjoint(map(type, column))


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

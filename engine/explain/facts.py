"""What a line of a ledger says beside its parts: the number, name, clauses and cells of a value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from ...grammar.diagnostics import Cell
from ..evaluate.interpret import Run
from ..plan.ops import (
    Aggregate,
    Arithmetic,
    Choose,
    Guard,
    Input,
    Lookup,
    Op,
    OpId,
    Ordered,
    Pick,
    Round,
    Spread,
    Within,
    arguments,
)
from ..plan.plan import PARTS, Named
from .cases import branch
from .deciding import read
from .lines import told
from .numbers import value_text

#: More names than these make no name of a line.
_MOST_NAMES = 3


def taken(op: Op) -> tuple[OpId, ...]:
    """What an operation takes its figure from; not what decides whether or where it does."""
    match op:
        case Choose(cases=cases, otherwise=otherwise):
            return (*(take for _, take in cases), otherwise)
        case Aggregate(arg=arg) | Within(arg=arg) | Guard(arg=arg) | Pick(arg=arg):
            return (arg,)
        case Lookup(key=key):
            return (key,)
        case _:
            return arguments(op)


class Facts:
    """Answers about the operations of one run."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._parted: dict[OpId, bool] = {}

    def number(self, op_id: OpId, index: int) -> Fraction:
        """The number a value adds; a blank or a fault adds nothing."""
        value = self.run.values[op_id][index]
        return Fraction(value) if isinstance(value, (int, Fraction)) else Fraction(0)

    def named(self, op_id: OpId) -> Named | None:
        """The name it is shown by: that of a part of a total before others."""
        names = self.run.plan.names.get(op_id, ())
        return next((n for n in names if n.kind in PARTS), names[0] if names else None)

    def unnamed(self, op_id: OpId) -> str:
        """The kind of a line without a name: a figure of the whole group, or a part."""
        op = self.run.plan.ops[op_id]
        above = self.run.plan.ops[op.arg] if isinstance(op, Spread) else None
        return "yardstick" if isinstance(above, Aggregate) else "part"

    def read(self, op_id: OpId, index: int) -> tuple[Cell, ...]:
        """The cells a value was read from; where the policy wrote it, those that made it apply."""
        return read(self.run, op_id, index)

    def number_at(self, op_id: OpId, like: OpId, index: int) -> Fraction:
        """A coarser value for a member of another operation's level."""
        ops = self.run.plan.ops
        owner = self.run.members.belongs(ops[like].level, ops[op_id].level)[index]
        return self.number(op_id, owner)

    def label(self, op_id: OpId, index: int, named: Named | None) -> str:
        """What a line is called: the row's own name, the title, or the column it was read from;
        without one, the names and columns that it is worked out from."""
        op = self.run.plan.ops[op_id]
        if named is not None and named.item_name is not None:
            return value_text(self.run.values[named.item_name][index])
        if named is not None and named.kind != "row":
            return named.title
        return op.column if isinstance(op, Input) else self.involved(op_id)

    def involved(self, op_id: OpId) -> str:
        """The names and columns that an operation without a name is worked out from; “” where it
        was only written, or is what a whole group comes to."""
        if self.unnamed(op_id) == "yardstick":
            return ""
        found = dict.fromkeys(
            name for arg in taken(self.run.plan.ops[op_id]) for name in self._within(arg)
        )
        return "、".join(list(found)[:_MOST_NAMES])

    def _within(self, op_id: OpId) -> Iterator[str]:
        named, op = self.named(op_id), self.run.plan.ops[op_id]
        if named is not None:
            yield named.title
        elif isinstance(op, Input):
            yield op.column
        else:
            for arg in taken(op):
                yield from self._within(arg)

    def row_label(self, op: Op, index: int) -> str:
        """What tells a row from the unit's other rows: its key but for the unit, else its first
        name or date. A number that is no key tells nothing: “” where there are only such."""
        table = self.run.dataset.tables[op.level.table]
        keys = [key for key in table.spec.key if key != table.spec.unit_column]
        if not keys:
            named = (k for k, c in table.columns.items() if isinstance(c[index], (str, date)))
            keys = [key for key in named if key != table.spec.unit_column][:1]
        return "、".join(told(key, table.columns[key][index]) for key in keys)

    def clauses(self, op_id: OpId, index: int, named: Named | None) -> tuple[str, ...]:
        """The clauses of a named value; those of the case that applied, where there are cases."""
        if named is None:
            return ()
        number = branch(self.run, op_id, index, len(named.branch_clauses))
        return named.clauses if number is None else named.branch_clauses[number]

    def parted(self, op_id: OpId) -> bool:
        """Whether an operation leads to parts of a total."""
        if op_id not in self._parted:
            self._parted[op_id] = self._leads(op_id)
        return self._parted[op_id]

    def _leads(self, op_id: OpId) -> bool:
        op = self.run.plan.ops[op_id]
        if any(named.kind in PARTS for named in self.run.plan.names.get(op_id, ())):
            return True
        match op:
            case Aggregate(function="count" | "any"):
                return False
            case Aggregate():
                return True
            case Spread(arg=arg):
                # What a whole group comes to is a yardstick; its members are no parts of this unit.
                above = self.run.plan.ops[arg].level.kind
                return above not in ("group", "policy") and self.parted(arg)
            case Guard(arg=arg):
                return self.parted(arg)
            case Arithmetic() | Ordered() | Round() | Choose() | Within():
                return any(self.parted(argument) for argument in arguments(op))
            case _:
                return False

"""The columns of the exported result: those the policy declares, else a table of our own."""

from __future__ import annotations

from ...grammar.nodes import Property, Quantity, String
from ..levels import UNIT
from .lowering import Lowering
from .ops import Round
from .plan import Export, Outcome


def exports_of(values: Lowering, outcome: Outcome) -> tuple[Export, ...]:
    """The declared result table, or the register's key, the outcome and the quotas."""
    entries = [entry for d in values.symbols.all_of("export") for entry in d.entries]
    return tuple(_declared(values, entry) for entry in entries) or _default(values, outcome)


def _declared(values: Lowering, entry: Property) -> Export:
    op = values.formulas.lower(entry.clauses[0].items[0], UNIT)
    more = [item for clause in entry.clauses[1:] for item in clause.items]
    title = next((item.text for item in more if isinstance(item, String)), entry.key.text)
    places = next((int(item.number) for item in more if isinstance(item, Quantity)), None)
    return Export(title, op, places)


def _default(values: Lowering, outcome: Outcome) -> tuple[Export, ...]:
    register = values.symbols.register
    if register is None or register.unit_column is None:
        return ()
    found = [
        Export(
            register.unit_column, values.formulas.column(register.name, register.unit_column), None
        )
    ]
    for op in (
        outcome.total,
        outcome.rank,
        outcome.grade,
        outcome.veto.final if outcome.veto else None,
    ):
        if op is not None and op in values.builder.names:
            found.append(Export(values.builder.names[op][0].name, op, _rounded(values, op)))
    return tuple(found)


def _rounded(values: Lowering, op: int) -> int | None:
    operation = values.builder.ops[op]
    return operation.places if isinstance(operation, Round) else None

"""The columns of the exported results: those the policy declares, else a table of our own."""

from __future__ import annotations

from ...grammar.nodes import Property, Quantity, String
from ..levels import UNIT, Level
from ..semantics.declarations import Declaration
from ..semantics.symbols import export_level
from .lowering import Lowering
from .ops import Round
from .plan import Export, Listing, Outcome


def exports_of(values: Lowering, outcome: Outcome) -> tuple[Export, ...]:
    """The declared result table, or the register's key, the outcome and the quotas."""
    declared = [d for d in values.symbols.all_of("export") if _level(values, d) == UNIT]
    entries = [entry for d in declared for entry in d.entries]
    return tuple(_declared(values, entry, UNIT) for entry in entries) or _default(values, outcome)


def listings_of(values: Lowering) -> tuple[Listing, ...]:
    """The declared tables of results of other levels, in the order written."""
    declared = [d for d in values.symbols.all_of("export") if _level(values, d) != UNIT]
    return tuple(
        Listing(
            declaration.name,
            declaration.title,
            level := _level(values, declaration),
            tuple(_declared(values, entry, level) for entry in declaration.entries),
        )
        for declaration in declared
    )


def _level(values: Lowering, declaration: Declaration) -> Level:
    return export_level(declaration, values.symbols)


def _declared(values: Lowering, entry: Property, level: Level) -> Export:
    op = values.formulas.lower(entry.clauses[0].items[0], level)
    more = [item for clause in entry.clauses[1:] for item in clause.items]
    title = next((item.text for item in more if isinstance(item, String)), entry.key.text)
    places = next((int(item.number) for item in more if isinstance(item, Quantity)), None)
    return Export(title, op, places)


def _default(values: Lowering, outcome: Outcome) -> tuple[Export, ...]:
    register = values.symbols.register
    if register is None:
        return ()
    found = [Export(key, values.formulas.column(register.name, key), None) for key in register.key]
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

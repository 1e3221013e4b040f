"""Worked examples: what their names denote, and whether the values fit the names."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.diagnostics import Argument, Diagnostic, Text
from ...grammar.nodes import Hole, Path, Property, Quantity
from ...grammar.suggest import nearest
from ..data.contract import TableSpec
from ..levels import UNIT, Level
from . import codes
from .declarations import Declaration
from .declare import replacement, suggestion
from .example_values import Meaning, admitted, bounded, fits, qualified
from .inferring import Inferring
from .names import Names
from .references import ColumnReference, Scope, ValueReference
from .types import Type
from .values import type_of_reference


def row_table(declaration: Declaration, names: Names) -> TableSpec | None:
    """The table whose row a ``给定 表名 { … }`` writes."""
    return names.symbols.tables.get(declaration.name)


def level_of_entries(declaration: Declaration, names: Names) -> Level:
    """The level of the names in a block of given or expected values."""
    table = row_table(declaration, names)
    return UNIT if table is None else names.symbols.hierarchy.level(table.name)


def meaning(names: Names, declaration: Declaration, entry: Property) -> Meaning | Diagnostic:
    """What the name of an entry denotes, or the finding that it denotes nothing here."""
    path, name = Path((entry.key,), span=entry.key.span), entry.key.text
    table = row_table(declaration, names)
    if table is not None:
        value = names.symbols.values.get(name)
        own = any(column.name == name for column in table.columns)
        if value is not None and not own and level_of_entries(declaration, names) != UNIT:
            return ValueReference(value)
        return names.column(path, table, name)
    found = names.resolve(path, Scope(UNIT))
    if isinstance(found, Diagnostic) and declaration.kind.id == "expected":
        return _column_of_result(names, name) or found
    return found


def _column_of_result(names: Names, name: str) -> Property | None:
    entries = (e for d in names.symbols.all_of("export") for e in d.entries)
    return next((entry for entry in entries if entry.key.text == name), None)


def places_of_entry(entry: Property) -> int | None:
    """The decimal places an expected number is compared to; None compares exactly."""
    more = [item for clause in entry.clauses[1:] for item in clause.items]
    return int(more[0].number) if more and isinstance(more[0], Quantity) else None


def requirements_of(names: Names) -> dict[str, Declaration]:
    """The requirements that an example may be said to meet or to fail, by name."""
    found = names.symbols.all_of("requirement", "invariant")
    return {d.name: d for d in reversed(found)}


def infer_example(inference: Inferring, example: Declaration) -> None:
    """Every name, value and condition of one example."""
    units = example.of_kind("unit")
    for part in (example, *units):
        for block in part.of_kind("given", "expected"):
            _block(inference, block)
        for kind in ("given", "expected"):
            _once(inference, part.of_kind(kind))
        condition = part.value("must")
        if condition is not None:
            inference.condition(condition, inference.formula(condition, Scope(UNIT)))
    known = requirements_of(inference.names)
    for path in (*example.paths("keeps"), *example.paths("breaks")):
        if path.text not in known:
            _unknown(inference, path, known)
    if not _asks(example) and not any(map(_asks, units)):
        place = example.block.name or example.block.kind
        inference.report(codes.NOTHING_EXPECTED, place, name=example.name)


def _once(inference: Inferring, blocks: tuple[Declaration, ...]) -> None:
    """A finding where a name of the unit stands in two blocks; rows are written one by one."""
    seen: dict[tuple[str, str], Property] = {}
    for block in blocks:
        if level_of_entries(block, inference.names) == UNIT:
            for entry in block.entries:
                first = seen.setdefault((block.name, entry.key.text), entry)
                if first is not entry and first not in block.entries:
                    word = entry.key.text
                    inference.report(codes.DUPLICATE_PROPERTY, entry.key, word=word)


def _asks(part: Declaration) -> bool:
    """Whether something can come out otherwise than an example says."""
    written = any(block.entries for block in part.of_kind("expected"))
    return written or not part.properties.keys().isdisjoint(("must", "keeps", "breaks"))


def _unknown(inference: Inferring, path: Path, known: Iterable[str]) -> None:
    near = nearest(path.text, known)
    args: dict[str, Argument] = {"name": path.text, "suggestion": suggestion(near)}
    found = Diagnostic(codes.UNKNOWN_NAME, path.span, args, fixes=replacement(path, near))
    inference.findings.append(found)


def _block(inference: Inferring, block: Declaration) -> None:
    name, tables = block.block.name, inference.names.symbols.tables
    if name is not None and (block.name not in tables or block.kind.id == "expected"):
        _unknown(inference, Path((name,), span=name.span), tables)
        return
    for entry in block.entries:
        found = meaning(inference.names, block, entry)
        if isinstance(found, Diagnostic):
            inference.findings.append(found)
        else:
            _entry(inference, block, entry, found)


def _entry(inference: Inferring, block: Declaration, entry: Property, found: Meaning) -> None:
    kind = _type(inference, found)
    level, name = level_of_entries(block, inference.names), entry.key.text
    if kind.level.kind == "row" and kind.level != level:
        inference.report(codes.OF_A_ROW, entry.key, name=name, table=kind.level.table)
        return
    if level.kind == "row" and kind.level != level:
        words = Text("不带表名，写在另一个“给定”里", "write it in a “given” without a table")
        inference.report(codes.NO_COLUMN, entry.key, table=level.table, name=name, suggestion=words)
        return
    qualified(inference, block, entry)
    items = entry.clauses[0].items
    for item in items if kind.base == "names" else items[:1]:
        fits(inference, entry, item, kind)
    if isinstance(found, ColumnReference) and not isinstance(items[0], Hole):
        spec = inference.names.symbols.tables[found.table].column(found.column)
        admitted(inference, entry, items[0], spec)
    elif block.kind.id == "given":
        # What is expected beyond its points does not come out; what is given would go on.
        bounded(inference, entry, items[0], found)


def _type(inference: Inferring, found: Meaning) -> Type:
    if isinstance(found, Property):
        value = found.clauses[0].items[0]
        known = inference.types.get(value)
        return inference.infer(value, Scope(UNIT)) if known is None else known
    return type_of_reference(inference, found, Scope(UNIT))

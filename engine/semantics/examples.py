"""Worked examples: what their names denote, and whether the values fit the names."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.diagnostics import Argument, Diagnostic, Text
from ...grammar.nodes import Hole, Path, Property, Quantity
from ...grammar.suggest import nearest
from ..levels import UNIT, Level
from . import codes
from .declarations import Declaration
from .declare import replacement, suggestion
from .example_rows import has_rows, infer_rows, level_of_entries, of_rows, picks, row_table
from .example_values import Meaning, admitted, bounded, fits, qualified
from .inferring import Inferring
from .names import Names
from .references import ColumnReference, IndicatorReference, Scope, ValueReference
from .symbols import export_level
from .types import Type
from .values import type_of_reference


def meaning(names: Names, declaration: Declaration, entry: Property) -> Meaning | Diagnostic:
    """What the name of an entry denotes, or the finding that it denotes nothing here."""
    path, name = Path((entry.key,), span=entry.key.span), entry.key.text
    table, level = row_table(declaration, names), level_of_entries(declaration, names)
    expected = declaration.kind.id == "expected"
    own = table is not None and any(column.name == name for column in table.columns)
    if table is not None and (own or level == UNIT):
        return names.column(path, table, name)
    found = names.resolve(path, Scope(level))
    result = _column_of_result(names, name, level) if expected else None
    if isinstance(found, Diagnostic):
        return result or (found if table is None or expected else names.column(path, table, name))
    if table is not None and not isinstance(found, (ValueReference, IndicatorReference)):
        return result or names.column(path, table, name)
    return found


def _column_of_result(names: Names, name: str, level: Level) -> Property | None:
    """The column of a table of results of that level."""
    symbols = names.symbols
    tables = (d for d in symbols.all_of("export") if export_level(d, symbols) == level)
    return next((e for d in tables for e in d.entries if e.key.text == name), None)


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
    units, before = example.of_kind("unit"), len(inference.findings)
    for part in (example, *units):
        for block in part.of_kind("given", "expected"):
            _block(inference, block)
        for kind in ("given", "expected"):
            _once(inference, part.of_kind(kind))
        condition = part.value("must")
        if condition is not None:
            inference.condition(condition, inference.formula(condition, Scope(UNIT)))
    if len(inference.findings) == before:  # a name that is wrong hides which row is meant
        _rows(inference, example, units)
    known = requirements_of(inference.names)
    for path in (*example.paths("keeps"), *example.paths("breaks")):
        if path.text not in known:
            _unknown(inference, path, known)
    if not any(_asks(part, inference.names) for part in (example, *units)):
        place = example.block.name or example.block.kind
        inference.report(codes.NOTHING_EXPECTED, place, name=example.name)


def _rows(inference: Inferring, example: Declaration, units: tuple[Declaration, ...]) -> None:
    """A finding for each expected row that no unit gives, or gives twice."""
    unclear: set[Declaration] = set()
    for unit in units or (example,):
        places = (example,) if unit is example else (example, unit)
        for block in (b for place in places for b in place.of_kind("expected")):
            rows = of_rows(block, inference.names) and block not in unclear
            if rows and not infer_rows(inference, places, block):
                unclear.add(block)


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


def _asks(part: Declaration, names: Names) -> bool:
    """Whether something can come out otherwise than an example says."""
    written = [(e, b) for b in part.of_kind("expected") for e in b.entries]
    comes_out = any(not picks(entry, block, names) for entry, block in written)
    return comes_out or not part.properties.keys().isdisjoint(("must", "keeps", "breaks"))


def _unknown(inference: Inferring, path: Path, known: Iterable[str]) -> None:
    near = nearest(path.text, known)
    args: dict[str, Argument] = {"name": path.text, "suggestion": suggestion(near)}
    found = Diagnostic(codes.UNKNOWN_NAME, path.span, args, fixes=replacement(path, near))
    inference.findings.append(found)


def _block(inference: Inferring, block: Declaration) -> None:
    name, tables = block.block.name, inference.names.symbols.tables
    if name is not None and block.name not in tables:
        _unknown(inference, Path((name,), span=name.span), tables)
        return
    if block.kind.id == "expected" and not has_rows(inference, block):
        return
    for entry in block.entries:
        found = meaning(inference.names, block, entry)
        if isinstance(found, Diagnostic):
            inference.findings.append(found)
        else:
            _entry(inference, block, entry, found)


def _entry(inference: Inferring, block: Declaration, entry: Property, found: Meaning) -> None:
    level, name = level_of_entries(block, inference.names), entry.key.text
    kind = _type(inference, found, level)
    if not _in_place(inference, block, kind.level, level):
        word = Text(block.kind.zh, block.kind.en)
        if kind.level.kind == "row":
            table = kind.level.table
            inference.report(codes.OF_A_ROW, entry.key, name=name, table=table, word=word)
        else:
            words = Text(
                f"不带表名，写在另一个“{word.zh}”里", f"write it in a “{word.en}” without a table"
            )
            inference.report(
                codes.NO_COLUMN, entry.key, table=level.table, name=name, suggestion=words
            )
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


def _in_place(inference: Inferring, block: Declaration, own: Level, level: Level) -> bool:
    """Whether a value of a level can stand in a block of another. What is given is fixed where it
    stands; what is expected may be read anywhere below."""
    if own == level or (level == UNIT and own.kind != "row"):
        return True
    hierarchy = inference.names.symbols.hierarchy
    return block.kind.id == "expected" and hierarchy.under(level, own)


def _type(inference: Inferring, found: Meaning, level: Level) -> Type:
    if isinstance(found, Property):
        value = found.clauses[0].items[0]
        known = inference.types.get(value)
        return inference.infer(value, Scope(level)) if known is None else known
    return type_of_reference(inference, found, Scope(level))

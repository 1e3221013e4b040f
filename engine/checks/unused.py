"""Unused: values, scales and tables that nothing reads, and columns that nothing needs."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Diagnostic
from ...grammar.nodes import Call, Expression, Path
from ..data.contract import ColumnSpec, ColumnType, TableSpec
from ..levels import UNIT
from ..semantics.calendars import holidays_of
from ..semantics.checked import Checked
from ..semantics.forms import source_of
from ..semantics.references import ColumnReference, Reference, ValueReference
from ..semantics.walk import expressions
from .unused_codes import COLUMN, TABLE, VALUE


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every derived value, scale, table and numeric or date column."""
    if not checked.sound:
        return  # what reads them may be what was not understood
    columns = _columns_read(checked)
    read = {ref.declaration for ref in _references(checked) if isinstance(ref, ValueReference)}
    called = _called(checked)
    for declaration in checked.symbols.all_of("value", "scale", "steps"):
        if declaration not in read and declaration.name not in called:
            yield Diagnostic(VALUE, declaration.span, {"name": declaration.name})
    named = _tables_named(checked)
    for table in checked.symbols.tables.values():
        used = {column for name, column in columns if name == table.name}
        if not used and not table.register and table.name not in named:
            yield Diagnostic(TABLE, table.span, {"name": table.name})
            continue
        for column in table.columns:
            if column.name not in used and _should_be_read(table, column):
                yield Diagnostic(COLUMN, column.span, {"table": table.name, "name": column.name})


def _references(checked: Checked) -> list[Reference]:
    """What the rules name; what only an example names is not read for that."""
    shown = {i for i in _items(checked, ("example",)) if isinstance(i, Path)}
    return [reference for path, reference in checked.refs.items() if path not in shown]


def _should_be_read(table: TableSpec, column: ColumnSpec) -> bool:
    """Texts, choices and keys may be there to be looked at; figures are there to be used."""
    figures = (ColumnType.NUMBER, ColumnType.INTEGER, ColumnType.DATE, ColumnType.NAMES)
    keys = (table.key, table.owner_columns, *table.unique)
    keyed = any(column.name in key for key in keys)
    return column.type in figures and not (column.reference or column.former or keyed)


def _items(checked: Checked, kinds: tuple[str, ...] = ()) -> Iterator[Expression]:
    """Every expression written, of blocks of certain kinds where any are named."""
    for top in checked.symbols.declarations:
        for declaration in top.walk() if not kinds or top.kind.id in kinds else ():
            for prop in (*declaration.properties.values(), *declaration.entries):
                for clause in prop.clauses:
                    for item in clause.items:
                        yield from expressions(item)


def _called(checked: Checked) -> set[str]:
    """Names of scales that are looked up, or given to a function."""
    called: set[str] = set()
    for item in _items(checked):
        if isinstance(item, Call):
            called.add(item.callee.text)
            called |= {a.value.text for a in item.arguments if isinstance(a.value, Path)}
    return called


def _tables_named(checked: Checked) -> set[str]:
    """Tables that a property names as a whole."""
    tops = [d for top in checked.symbols.declarations for d in top.walk()]
    keys = ("each", "list", "belongs_to", "holidays")
    named = {path.text for d in tops for key in keys for path in d.paths(key)}
    return named | _called(checked)


def _columns_read(checked: Checked) -> set[tuple[str, str]]:
    symbols = checked.symbols
    read = {(r.table, r.column) for r in _references(checked) if isinstance(r, ColumnReference)}
    for declaration in symbols.all_of("goal", "indicator", "item", "stage", "panel"):
        source = source_of(declaration, symbols)
        if isinstance(source, ColumnReference):
            read.add((source.table, source.column))
    scale_entries = {name: [e.key.text for e in d.entries] for name, d in symbols.scales.items()}
    for item in _items(checked):
        if isinstance(item, Call) and len(item.arguments) == 2:
            names = [a.value.text for a in item.arguments if isinstance(a.value, Path)]
            if len(names) == 2 and names[0] in scale_entries and names[1] in symbols.tables:
                read |= {(names[1], entry) for entry in scale_entries[names[0]]}
    for calendar in symbols.all_of("calendar"):
        days = holidays_of(symbols, calendar)
        if days is not None:
            read |= {(days.table, days.day), (days.table, days.kind)}
    for table in symbols.tables.values():
        read |= {(table.name, c.derived.column) for c in table.columns if c.derived is not None}
    tables = symbols.hierarchy.tables_above(UNIT)
    for grouping in symbols.groupings.values():
        read |= {(table.name, path.text) for path in grouping.paths("by") for table in tables}
    return read

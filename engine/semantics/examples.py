"""Worked examples: what their names denote, and whether the values fit the names."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from operator import add, mul, sub, truediv
from typing import TypeAlias

from ...grammar.diagnostics import Argument, Diagnostic, Text, decimal_text
from ...grammar.nodes import (
    Binary,
    DateLiteral,
    Expression,
    Hole,
    Path,
    Property,
    Quantity,
    String,
    Unary,
)
from ...grammar.suggest import nearest
from ...grammar.vocabulary import FLAGS, NOTHING, UNITS, find
from ..data.contract import ColumnSpec, TableSpec
from ..levels import POLICY, UNIT, Level, rows
from . import codes
from .declarations import Declaration
from .declare import replacement, suggestion
from .forms import amount, amount_kind
from .inferring import Inferring
from .names import Names
from .references import (
    ColumnReference,
    IndicatorReference,
    MemberReference,
    Reference,
    Scope,
    ValueReference,
)
from .tables import quantity_value
from .types import Type
from .values import type_of_reference
from .walk import expressions

#: What a name in an example denotes: a reference, or a column of the result table.
Meaning: TypeAlias = "Reference | Property"
#: The most places that a value is compared to.
MOST_PLACES = 12
_OPERATIONS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": add, "-": sub, "*": mul, "/": truediv,
}  # fmt: skip


def row_table(declaration: Declaration, names: Names) -> TableSpec | None:
    """The table whose row a ``给定 表名 { … }`` writes."""
    return names.symbols.tables.get(declaration.name)


def level_of_entries(declaration: Declaration, names: Names) -> Level:
    """The level of the names in a block of given or expected values."""
    table = row_table(declaration, names)
    return UNIT if table is None or table.per_unit else rows(table.name)


def meaning(names: Names, declaration: Declaration, entry: Property) -> Meaning | Diagnostic:
    """What the name of an entry denotes, or the finding that it denotes nothing here."""
    path, name = Path((entry.key,), span=entry.key.span), entry.key.text
    table = row_table(declaration, names)
    if table is not None:
        value = names.symbols.values.get(name)
        own = any(column.name == name for column in table.columns)
        if value is not None and not own and not table.per_unit:
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
        inference.report(codes.NOTHING_EXPECTED, example.block.name or example.block.kind,
                         name=example.name)  # fmt: skip


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


def _unknown(inference: Inferring, path: Path, known: dict[str, Declaration]) -> None:
    near = nearest(path.text, known)
    args: dict[str, Argument] = {"name": path.text, "suggestion": suggestion(near)}
    found = Diagnostic(codes.UNKNOWN_NAME, path.span, args, fixes=replacement(path, near))
    inference.findings.append(found)


def _block(inference: Inferring, block: Declaration) -> None:
    name, tables = block.block.name, inference.names.symbols.tables
    if name is not None and (block.name not in tables or block.kind.id == "expected"):
        near = nearest(block.name, tables)
        path = Path((name,), span=name.span)
        args: dict[str, Argument] = {"name": block.name, "suggestion": suggestion(near)}
        inference.findings.append(
            Diagnostic(codes.UNKNOWN_NAME, name.span, args, fixes=replacement(path, near))
        )
        return
    for entry in block.entries:
        found = meaning(inference.names, block, entry)
        if isinstance(found, Diagnostic):
            inference.findings.append(found)
        else:
            _entry(inference, block, entry, found)


def _entry(inference: Inferring, block: Declaration, entry: Property, found: Meaning) -> None:
    kind = _type(inference, found)
    level = level_of_entries(block, inference.names)
    if kind.level.kind == "row" and kind.level != level:
        inference.report(codes.WRONG_LEVEL, entry.key, name=entry.key.text, table=kind.level.table)
        return
    if level.kind == "row" and kind.level != level:
        near = suggestion(())
        inference.report(
            codes.NO_COLUMN, entry.key, table=level.table, name=entry.key.text, suggestion=near
        )
        return
    _qualified(inference, block, entry)
    items = entry.clauses[0].items
    for item in items if kind.base == "names" else items[:1]:
        _value(inference, entry, item, kind)
    if isinstance(found, ColumnReference) and not isinstance(items[0], Hole):
        spec = inference.names.symbols.tables[found.table].column(found.column)
        _admitted(inference, entry, items[0], spec)
    elif (most := _most(inference, found)) is not None:
        figure = figure_of(items[0])
        if figure is not None and not 0 <= figure <= most:
            shown = decimal_text(most)
            _wrong(inference, entry, items[0], Text(f"0分至{shown}分", f"0 to {shown}pts"),
                   f"{shown}分")  # fmt: skip


def _most(inference: Inferring, found: Meaning) -> Fraction | None:
    """The points that a value cannot be above, where its head states any."""
    declarations: tuple[Declaration, ...] = ()
    match found:
        case ValueReference(declaration=declaration) if declaration.kind.id in ("process", "stage"):
            declarations = (declaration,)
        case IndicatorReference():
            declarations = found.declarations
        case _:
            pass
    points = [_points(inference, declaration) for declaration in declarations]
    return max((p for p in points if p is not None), default=None)


def _points(inference: Inferring, declaration: Declaration) -> Fraction | None:
    """The points in a head; a percentage is one of the points of the whole evaluation."""
    written = amount(declaration)
    if written is None or amount_kind(written) == "point":
        return None if written is None else quantity_value(written)
    whole = amount(list(inference.names.symbols.ancestors(declaration))[-1])
    return quantity_value(whole) * quantity_value(written) if whole is not None else None


def _type(inference: Inferring, found: Meaning) -> Type:
    if isinstance(found, Property):
        value = found.clauses[0].items[0]
        known = inference.types.get(value)
        return inference.infer(value, Scope(UNIT)) if known is None else known
    return type_of_reference(inference, found, Scope(UNIT))


def _qualified(inference: Inferring, block: Declaration, entry: Property) -> None:
    """Only an expected number has something behind it: the places it is compared to."""
    more = [item for clause in entry.clauses[1:] for item in clause.items]
    if not more:
        return
    places = more[0]
    counted = isinstance(places, Quantity) and UNITS.get(places.unit or "") == "count"
    fits = isinstance(places, Quantity) and counted and places.number.denominator == 1
    if block.kind.id == "given" or len(more) > 1:
        _extra(inference, entry, more[-1])
    elif not (fits and isinstance(places, Quantity) and 0 <= places.number <= MOST_PLACES):
        _wrong(inference, entry, places, Text("小数位数", "a number of places"), "95分，2位")


def _extra(inference: Inferring, entry: Property, item: Expression) -> None:
    found = inference.names.slice(item)
    inference.report(codes.EXTRA_VALUE, item, key=entry.key.text, found=found)


def _wrong(
    inference: Inferring, entry: Property, item: Expression, expected: Text, sample: str
) -> None:
    key, shown = entry.key.text, inference.names.slice(item)
    inference.report(
        codes.WRONG_VALUE, item, key=key, expected=expected, found=f"“{shown}”",
        example=Text(f"例如：{key}：{sample}", f"for example: {key}: {sample}"),
    )  # fmt: skip


def is_nothing(item: Expression) -> bool:
    """Whether the value written is 空."""
    return isinstance(item, Path) and item.text in (NOTHING.zh, NOTHING.en)


def _value(inference: Inferring, entry: Property, item: Expression, kind: Type) -> None:
    """A finding where a value cannot be one of its name."""
    if isinstance(item, Hole) or is_nothing(item):
        return
    match kind.base:
        case "condition":
            if not (isinstance(item, Path) and find(FLAGS, item.text)):
                _wrong(inference, entry, item, Text("是或否", "yes or no"), FLAGS[0].zh)
        case "choice":
            _choice(inference, entry, item, kind)
        case "number":
            _number(inference, entry, item, kind)
        case "date":
            if not isinstance(item, DateLiteral):
                _wrong(inference, entry, item, Text("日期", "a date"), "10月30日")
            else:
                inference.infer(item, Scope(POLICY))
        case "text" | "unit" | "names":
            if not isinstance(item, (String, Path)):
                _wrong(inference, entry, item, kind.words(), "“……”")
        case _:
            pass


def _choice(inference: Inferring, entry: Property, item: Expression, kind: Type) -> None:
    if not isinstance(item, Path):
        sample = kind.members[0] if kind.members else "……"
        _wrong(inference, entry, item, Text("一个名称", "a name"), sample)
    elif item.text in kind.members:
        inference.refs[item] = MemberReference(item.text)
    else:
        inference.findings.append(inference.names.unknown_member(item, kind.members))


def _number(inference: Inferring, entry: Property, item: Expression, kind: Type) -> None:
    """A number, written or worked out from written ones, of the unit of its name."""
    named = next((part for part in expressions(item) if isinstance(part, Path)), None)
    if named is not None:
        _wrong(inference, entry, named, Text("具体的数", "a figure"), "95")
        return
    written = inference.number(item, inference.infer(item, Scope(POLICY)))
    if written.base == "number" and figure_of(item) is None:
        _wrong(inference, entry, item, Text("具体的数", "a figure"), "95")
    elif written.base == "number":
        path = Path((entry.key,), span=entry.key.span)
        verb = Text("相等", "equal")
        inference.same_dimension(path, item, kind, written, verb, item)


def figure_of(item: Expression) -> Fraction | None:
    """The number written, or worked out from written ones; None where there is none."""
    match item:
        case Quantity():
            return quantity_value(item)
        case Unary(op="-", operand=operand):
            inner = figure_of(operand)
            return None if inner is None else -inner
        case Binary(op="+" | "-" | "*" | "/" as op, left=left, right=right):
            first, second = figure_of(left), figure_of(right)
            if first is None or second is None or (op == "/" and not second):
                return None
            return _OPERATIONS[op](first, second)
        case _:
            return None


def _admitted(inference: Inferring, entry: Property, item: Expression, spec: ColumnSpec) -> None:
    """A finding where the year's data could not hold the value of a column."""
    if is_nothing(item):
        if not spec.nullable:
            _wrong(
                inference,
                entry,
                item,
                Text("一个值（这一列不能空）", "a value (never blank)"),
                "……",
            )
        return
    figure = figure_of(item)
    if spec.range is not None and figure is not None and not spec.range.holds(figure):
        shown = inference.names.source.slice(spec.span)
        expected = Text(f"“{shown}”这一列范围内的数", f"in the range of the column “{shown}”")
        _wrong(inference, entry, item, expected, "……")

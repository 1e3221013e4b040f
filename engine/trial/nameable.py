"""What an example can give or expect by name, with the type and unit of its values."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import field, frozen

from ...grammar.nodes import Expression
from ..data.contract import ColumnSpec, ColumnType, TableSpec
from ..levels import UNIT, Level
from ..plan.ops import Choose, Constant, Input, OpId
from ..plan.plan import Plan
from ..plan.values import ValueLowering
from ..semantics.bounds import quantity_value
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.example_values import Meaning
from ..semantics.forms import amount, branches
from ..semantics.references import IndicatorReference, ValueReference
from ..semantics.symbols import export_level
from ..semantics.types import Type

_POINTS = Type("number", UNIT, (("point", 1),))
_WORDS = {"point": "分", "yuan": "元", "day": "天", "month": "个月", "workday": "个工作日"}


@frozen
class Nameable:
    """A value that examples may name. ``ops`` are all the operations that giving it fixes, ``op``
    is the one that is read; ``table`` is the table whose column or row value it is, else empty."""

    name: str
    op: OpId
    ops: tuple[OpId, ...]
    level: Level
    type: Type
    unit: str = ""
    table: str = ""
    spec: ColumnSpec | None = field(default=None, repr=False)
    most: Fraction | None = None


def operations_of(values: ValueLowering, found: Meaning) -> Iterator[OpId]:
    """Every operation that goes by a name: for indicators also the choices between them."""
    match found:
        case ValueReference(declaration=declaration):
            yield values.declaration(declaration)
        case IndicatorReference(declarations=declarations):
            own = [values.declaration(d) for d in declarations]
            yield from own
            for op_id, op in enumerate(values.builder.ops):
                if op_id not in own and isinstance(op, Choose) and _only_between(values, op, own):
                    yield op_id
        case _:
            return


def _only_between(values: ValueLowering, op: Choose, own: list[OpId]) -> bool:
    """Whether a choice is between nothing but the given operations."""
    last = values.builder.ops[op.otherwise]
    empty = isinstance(last, Constant) and last.value is None
    return empty and {take for _, take in op.cases} == set(own)


def nameables_of(values: ValueLowering, plan: Plan) -> tuple[Nameable, ...]:
    """All of a policy: its values and indicators, and the columns that its rules read."""
    found = [*_declared(values), *_results(values, plan)]
    return (*found, *_columns(values))


def _declared(values: ValueLowering) -> Iterator[Nameable]:
    symbols, checked = values.symbols, values.checked
    named = [(n, d) for n, d in symbols.values.items() if d.kind.id not in ("deadline", "veto")]
    named += [(p.text, d) for d in symbols.all_of("veto") for p in d.paths("result")]
    for name, declaration in named:
        op = values.declaration(declaration)
        kind, level = _type(checked, declaration), values.builder.level(op)
        if kind is not None:
            most = _most(declaration)
            yield Nameable(name, op, (op,), level, kind, _unit(kind), level.table, most=most)
    for name, declarations in (*symbols.indicators.items(), *symbols.stages.items()):
        reference = IndicatorReference(declarations)
        op = values.value(reference)
        ops = tuple(operations_of(values, reference))
        most = max((m for d in declarations if (m := _most(d)) is not None), default=None)
        level = values.builder.level(op)
        yield Nameable(name, op, ops, level, _POINTS, "分", level.table, most=most)


def _results(values: ValueLowering, plan: Plan) -> Iterator[Nameable]:
    """Columns of the result table that are no named value; they can only be expected."""
    symbols = values.symbols
    tables = [d for d in symbols.all_of("export") if export_level(d, symbols) == UNIT]
    entries = [entry for table in tables for entry in table.entries]
    known = {*symbols.values, *symbols.indicators, *symbols.stages}
    register = symbols.register
    known |= {column.name for column in register.columns} if register else set()
    for entry, export in zip(entries, plan.exports, strict=False):
        kind = values.checked.types.get(entry.clauses[0].items[0])
        if kind is not None and entry.key.text not in known:
            yield Nameable(entry.key.text, export.op, (), UNIT, kind, _unit(kind))


def _columns(values: ValueLowering) -> Iterator[Nameable]:
    for op_id, op in enumerate(values.builder.ops):
        if isinstance(op, Input):
            table = values.symbols.tables[op.table]
            yield column_nameable(table, table.column(op.column), op.level, op_id)


def column_nameable(table: TableSpec, spec: ColumnSpec, level: Level, op: OpId) -> Nameable:
    """A column of a table; ``op`` is negative where no rule reads it."""
    unit = "％" if spec.unit == "%" else spec.unit or ""
    ops = (op,) if op >= 0 else ()
    return Nameable(spec.name, op, ops, level, _column(spec), unit, table.name, spec)


def _column(spec: ColumnSpec) -> Type:
    match spec.type:
        case ColumnType.NUMBER | ColumnType.INTEGER:
            return Type("number")
        case ColumnType.CHOICE:
            return Type("choice", members=spec.choices)
        case ColumnType.DATE:
            return Type("date")
        case ColumnType.NAMES:
            return Type("names")
        case ColumnType.UNIT:
            return Type("unit")
        case ColumnType.TEXT:
            return Type("text")


def _type(checked: Checked, declaration: Declaration) -> Type | None:
    """The type of a declaration's value, as checking understood it."""
    match declaration.kind.id:
        case "value" | "step" | "quota":
            takes: list[Expression] = [branch.take for branch in branches(declaration)]
            kinds = [checked.types[take] for take in takes if take in checked.types]
            return next((kind for kind in kinds if kind.base not in ("nothing", "unknown")), None)
        case "grades":
            cases = tuple(case.title for case in declaration.of_kind("case", "otherwise"))
            bands = tuple(entry.key.text for entry in declaration.entries)
            return Type("choice", UNIT, members=bands or cases)
        case "veto":
            return checked.types.get(declaration.paths("grade")[0])
        case "ranking":
            return Type("number", UNIT)
        case _:
            return _POINTS


def _unit(kind: Type) -> str:
    powers = kind.dimension or ()
    return _WORDS.get(powers[0][0], "") if len(powers) == 1 and powers[0][1] == 1 else ""


def _most(declaration: Declaration) -> Fraction | None:
    """The points in a head, where points stand there."""
    points = amount(declaration)
    return quantity_value(points) if points is not None and points.unit == "分" else None

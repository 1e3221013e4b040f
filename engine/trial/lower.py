"""Example blocks of a checked policy to data."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from ...grammar.diagnostics import Diagnostic
from ...grammar.nodes import DateLiteral, Expression, Path, Property, String
from ...grammar.vocabulary import FLAGS, find
from ..data.contract import ColumnType
from ..evaluate.values import BLANK, NOTHING, Value
from ..levels import UNIT, Level
from ..plan.lower import lowered
from ..plan.ops import OpId
from ..plan.plan import Plan
from ..plan.values import ValueLowering
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.example_rows import level_of_entries, picks, row_table, rows_meant
from ..semantics.example_values import Meaning, figure_of, is_nothing
from ..semantics.examples import meaning, places_of_entry
from ..semantics.references import ColumnReference
from ..semantics.symbols import export_level
from .definitions import Definitions
from .example import Asked, Definition, Example, Expected, Fixed, Row, Specimen, Trials
from .nameable import operations_of
from .points import points_of


def trials_of(checked: Checked) -> Trials:
    """The examples of a policy without errors, and the plan that they run on."""
    values, plan = lowered(checked)
    reader = _Reader(values, plan)
    examples = tuple(reader.example(d) for d in checked.symbols.all_of("example"))
    named = checked.symbols.all_of("requirement", "invariant")
    points = points_of(values)
    whole = evolve(plan, ops=tuple(values.builder.ops), names=values.builder.names)
    return Trials(whole, examples, tuple(d.name for d in named), points)


def _results(values: ValueLowering, plan: Plan) -> dict[Property, OpId]:
    """The operations of the columns of the tables of results, those of units and of rows."""
    symbols = values.symbols
    tables = symbols.all_of("export")
    units = [e for d in tables if export_level(d, symbols) == UNIT for e in d.entries]
    others = [e for d in tables if export_level(d, symbols) != UNIT for e in d.entries]
    listed = [column for listing in plan.listings for column in listing.exports]
    pairs = (*zip(units, plan.exports, strict=False), *zip(others, listed, strict=True))
    return {entry: column.op for entry, column in pairs}


class _Reader:
    def __init__(self, values: ValueLowering, plan: Plan) -> None:
        self.values = values
        self.names = values.formulas.names
        self.definitions = Definitions(values)
        self.results = _results(values, plan)

    def example(self, declaration: Declaration) -> Example:
        """An example. What it gives outside its units holds for each of them."""
        units = declaration.of_kind("unit") or (declaration,)
        return Example(
            declaration.name,
            declaration.title,
            declaration.span,
            tuple(self.specimen(unit, declaration) for unit in units),
            tuple((path.text, path.span) for path in declaration.paths("keeps")),
            tuple((path.text, path.span) for path in declaration.paths("breaks")),
        )

    def specimen(self, unit: Declaration, example: Declaration) -> Specimen:
        places = (example,) if unit is example else (example, unit)
        given = [block for place in places for block in place.of_kind("given")]
        unit_wide = [(b, e) for b in given if self.level(b) == UNIT for e in b.entries]
        meant = [(entry, self.meaning(block, entry)) for block, entry in unit_wide]
        return Specimen(
            unit.name,
            tuple(self.fixed(entry, found) for entry, found in meant if not _is_column(found)),
            tuple(
                (found.table, found.column, self.cell(entry, found))
                for entry, found in meant
                if isinstance(found, ColumnReference)
            ),
            tuple(self.row(block) for block in given if self.level(block) != UNIT),
            tuple(
                self.expected(block, entry, self.row_meant(block, places))
                for place in places
                for block in place.of_kind("expected")
                for entry in block.entries
                if not picks(entry, block, self.names)
            ),
            tuple(self.asked(place) for place in places if place.value("must") is not None),
        )

    def level(self, block: Declaration) -> Level:
        return level_of_entries(block, self.names)

    def meaning(self, block: Declaration, entry: Property) -> Meaning:
        found = meaning(self.names, block, entry)
        if isinstance(found, Diagnostic):
            raise KeyError(f"{entry.key.text}: checking lets none through")
        return found

    def row(self, block: Declaration) -> Row:
        """One row; what is no column of its table is a value that the policy works out for rows."""
        table = row_table(block, self.names)
        assert table is not None
        meant = [(entry, self.meaning(block, entry)) for entry in block.entries]
        return Row(
            table.name,
            tuple(
                (found.column, self.cell(entry, found))
                for entry, found in meant
                if isinstance(found, ColumnReference)
            ),
            tuple(self.fixed(entry, found) for entry, found in meant if not _is_column(found)),
        )

    # ── values ──

    def cell(self, entry: Property, column: ColumnReference) -> Value:
        """What stands in a cell: 空 is an empty one; a single name may be a list of one."""
        value = self.written(entry)
        spec = self.values.symbols.tables[column.table].column(column.column)
        if spec.type is ColumnType.NAMES and isinstance(value, str):
            return (value,)
        return BLANK if value is NOTHING else value

    def written(self, entry: Property) -> Value:
        """The value of an entry."""
        items = entry.clauses[0].items
        if is_nothing(items[0]):
            return NOTHING
        if len(items) > 1:
            return tuple(self.item(item) for item in items)  # type: ignore[misc]
        return self.item(items[0])

    def item(self, item: Expression) -> Value:
        match item:
            case String(text=text):
                return text
            case DateLiteral():
                return self.values.formulas.date(item)
            case Path(text=text):
                known = item in self.values.checked.refs
                flag = None if known else find(FLAGS, text)
                return flag.id == "yes" if flag is not None else text
            case _:
                number = figure_of(item)
                if number is None:
                    raise ValueError("no value; checking lets none through")
                return number.numerator if number.denominator == 1 else number

    def fixed(self, entry: Property, found: Meaning) -> Fixed:
        ops = tuple(operations_of(self.values, found))
        return Fixed(entry.key.text, ops, self.written(entry), entry.span)

    # ── what must come out ──

    def row_meant(self, block: Declaration, places: Sequence[Declaration]) -> int | None:
        """Which of the given rows an expected one means, counted from 0."""
        if self.level(block).kind != "row":
            return None
        (meant,) = rows_meant(self.names, places, block)
        given = [b for place in places for b in place.of_kind("given") if b.name == block.name]
        return next(number for number, row in enumerate(given) if row is meant)

    def expected(self, block: Declaration, entry: Property, row: int | None) -> Expected:
        found, level = self.meaning(block, entry), self.level(block)
        written = self.names.source.slice(entry.clauses[0].items[0].span)
        places = places_of_entry(entry)
        if isinstance(found, Property):
            op = self.results[found]
            definition: Definition | None = self.definitions.of_formula(found.clauses[0].items[0])
        else:
            op = self.values.builder.at(self.values.formulas.reference(found, {}), level)
            definition = self.definitions.of_reference(found)
        value = self.written(entry)
        return Expected(entry.key.text, op, value, places, written, entry.span, definition, row)

    def asked(self, place: Declaration) -> Asked:
        condition = self.values.written(place, "must")
        op = self.values.formulas.lower(condition, UNIT)
        text = self.names.slice(condition)
        return Asked(text, op, condition.span, self.definitions.formula(condition))


def _is_column(found: Meaning) -> bool:
    return isinstance(found, ColumnReference)

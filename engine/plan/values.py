"""Lowering of declared values: cases, indicators, stages, bonus, ranks, grades and vetoes."""

from __future__ import annotations

from fractions import Fraction

from ...grammar.nodes import Call, Expression, Interval, Path, Quantity
from ...grammar.source import Span
from ...grammar.vocabulary import PROPERTIES, find
from ..data.contract import ColumnType, Range
from ..levels import POLICY, UNIT, Level, group, rows
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration, provenance
from ..semantics.forms import (
    amount,
    branches,
    conversion,
    full_mark,
    level_of,
    parts,
    source_of,
)
from ..semantics.references import (
    AttributeReference,
    ColumnReference,
    IndicatorReference,
    ValueReference,
)
from ..semantics.tables import dashed, quantity_value, range_of
from .build import Builder
from .expressions import Formulas
from .ops import Aggregate, Classify, Lower, OpId, Rank, Within
from .plan import Named, Notice


class ValueLowering:
    """Makes the operations of every declared value, each once."""

    def __init__(self, checked: Checked, year: int) -> None:
        self.checked = checked
        self.symbols = checked.symbols
        self.builder = Builder()
        self.formulas = Formulas(checked, self.builder, self, year)
        self.notices: list[Notice] = []
        self.full_marks: dict[Declaration, OpId] = {}
        self.attributes: dict[tuple[Declaration, str], OpId] = {}
        self._made: dict[Declaration, OpId] = {}
        self.kind_column = self._kind_column()

    def _kind_column(self) -> OpId | None:
        """The register column that says which kind of unit each unit is."""
        register, subjects = self.symbols.register, tuple(self.symbols.subjects)
        if register is None or not subjects:
            return None
        column = next((c for c in register.columns if c.choices == subjects), None)
        return self.builder.input(register.name, column.name, UNIT) if column else None

    # ── names ──

    def clauses(self, declaration: Declaration) -> tuple[str, ...]:
        """The clauses of the nearest declaration around that states any."""
        for place in self.symbols.ancestors(declaration):
            stated = tuple(p.text for p in provenance(place) if p.kind == "source")
            if stated:
                return stated
        return ()

    def label(self, declaration: Declaration, op: OpId, full: OpId | None = None) -> OpId:
        """Name an operation after a declaration."""
        cases = declaration.of_kind("case", "otherwise")
        named = Named(
            declaration.name, declaration.title, declaration.kind.id, declaration.span,
            self.clauses(declaration), full, branches=tuple(c.title for c in cases),
            branch_clauses=tuple(self.clauses(c) for c in cases),
            marks=tuple((p.kind, p.text) for p in provenance(declaration) if p.kind != "source"),
        )
        return self.builder.name(op, named)

    def named(self, name: str) -> OpId:
        """The operation of a declared value by its name."""
        return self.declaration(self.symbols.values[name])

    def value(self, reference: ValueReference | IndicatorReference | AttributeReference) -> OpId:
        """The operation that a name denotes."""
        match reference:
            case ValueReference(declaration=declaration):
                return self.declaration(declaration)
            case IndicatorReference(declarations=declarations):
                return self.by_kind(declarations, [self.declaration(d) for d in declarations])
            case AttributeReference(declarations=declarations, attribute="full"):
                for declaration in declarations:
                    self.declaration(declaration)
                return self.by_kind(declarations, [self.full_marks[d] for d in declarations])
            case AttributeReference(declarations=(declaration, *_), attribute=attribute):
                self.declaration(declaration)
                return self.attributes[declaration, attribute]
        raise KeyError(reference)

    # ── kinds of units ──

    def applies(self, subjects: tuple[str, ...]) -> OpId | None:
        """Whether a unit is of one of these kinds; None when that is every unit."""
        if self.kind_column is None or set(subjects) >= set(self.symbols.subjects):
            return None
        tests = [self.builder.compare("=", self.kind_column, self.builder.constant(s)) for s in subjects]
        return self.builder.logic("or", *tests)

    def by_kind(self, declarations: tuple[Declaration, ...], ops: list[OpId]) -> OpId:
        """One value out of several that hold for different kinds of units; blank for the others."""
        cases: list[tuple[OpId, OpId]] = []
        for declaration, op in zip(declarations, ops, strict=True):
            test = self.applies(self.symbols.subjects_of(declaration))
            if test is None:
                return op
            cases.append((test, op))
        return self.builder.choose(cases, self.builder.constant(None), UNIT)

    def limited(self, declaration: Declaration, op: OpId) -> OpId:
        """A value that is blank for the kinds of units it does not apply to."""
        return self.by_kind((declaration,), [op])

    # ── declarations ──

    def declaration(self, declaration: Declaration) -> OpId:
        """The operation of a declaration's value."""
        if declaration not in self._made:
            self._made[declaration] = self._make(declaration)
        return self._made[declaration]

    def _make(self, declaration: Declaration) -> OpId:
        match declaration.kind.id:
            case "process" | "stage":
                return self._stage(declaration)
            case "panel":
                return self.label(declaration, self._leaf(declaration, self._full(declaration)), self._full(declaration))
            case "system" | "goal" | "indicator" | "item":
                return self._indicator(declaration)
            case "bonus":
                return self._bonus(declaration)
            case "ranking":
                return self._ranking(declaration)
            case "grades":
                return self._grades(declaration)
            case "veto":
                return self._veto(declaration)
            case "deadline":
                return self.formulas.lower(self._written(declaration, "due"), POLICY)
            case "quota":
                op = self.label(declaration, self.cases(declaration, UNIT))
                return self.limited(declaration, op)
            case _:
                return self.label(declaration, self.cases(declaration, level_of(declaration)))

    def _written(self, declaration: Declaration, key: str) -> Expression:
        found = declaration.value(key)
        if found is None:
            raise KeyError(f"{declaration.name}: {key}; checking lets none through")
        return found

    def cases(self, declaration: Declaration, level: Level) -> OpId:
        """A declaration's formula, or the choice between its cases."""
        found = branches(declaration)
        if len(found) == 1 and found[0].when is None:
            return self._own(declaration, self.formulas.lower(found[0].take, level))
        cases = [
            (self.formulas.lower(b.when, level), self.formulas.lower(b.take, level))
            for b in found if b.when is not None
        ]
        last = next((b for b in found if b.when is None), None)
        otherwise = self.formulas.lower(last.take, level) if last else self.builder.constant(None)
        op = self.builder.choose(cases, otherwise, level, declaration.block.head)
        for index, branch in enumerate(found):
            self._remark(branch.declaration, op, index)
        return op

    def _own(self, declaration: Declaration, op: OpId) -> OpId:
        """An operation that this declaration may name as its own, where another has named it."""
        if op not in self.builder.names and op not in self._made.values():
            return op
        return self.builder.choose([], op, self.builder.level(op), declaration.block.head)

    def _remark(self, case: Declaration, op: OpId, index: int) -> None:
        text = case.text("remark")
        if text is not None:
            self.notices.append(Notice(case.name, text, op, index, case.span, self.clauses(case)))

    # ── indicators ──

    def _indicator(self, declaration: Declaration) -> OpId:
        points = amount(declaration)
        full = self.builder.constant(quantity_value(points) if points else Fraction(0), declaration.span, "分")
        self.full_marks[declaration] = full
        inner = parts(declaration)
        if inner:
            op = self.builder.arithmetic("+", *(self.declaration(part) for part in inner), span=declaration.span)
            return self.label(declaration, op, full)
        if declaration.paths("list"):
            return self.label(declaration, self._list(declaration), full)
        return self.label(declaration, self._leaf(declaration, full), full)

    def _leaf(self, declaration: Declaration, full: OpId) -> OpId:
        """A mark from its own formula or its source, held between 0 and the full mark."""
        source = source_of(declaration, self.symbols)
        if branches(declaration):
            mark = self.cases(declaration, UNIT)
        elif isinstance(source, ColumnReference):
            mark = self.formulas.column(source.table, source.column)
        else:
            raise KeyError(f"{declaration.name}: no mark; checking lets none through")
        return self._within(mark, full, declaration.span)

    def _within(self, mark: OpId, full: OpId, span: Span) -> OpId:
        level, (arg, low, high) = self.builder.same(mark, self.builder.constant(0), full)
        return self.builder.add(Within(arg, low, high, level=level, span=span))

    def _list(self, declaration: Declaration) -> OpId:
        """A goal whose items are the rows of a table, each with its own points."""
        table = self.symbols.tables[declaration.paths("list")[0].text]
        level = rows(table.name)
        points = self.formulas.lower(self._written(declaration, "item_points"), level)
        score = self.formulas.lower(self._written(declaration, "item_score"), level)
        item = self._within(score, points, declaration.span)
        text = next((c.name for c in table.columns if c.type is ColumnType.TEXT), None)
        name = self.builder.input(table.name, text, level) if text else None
        clauses = self.clauses(declaration)
        self.builder.name(item, Named(table.name, table.name, "row", declaration.span, clauses, points, name))
        self.attributes[declaration, "item_points"] = points
        return self.builder.add(Aggregate("sum", item, level=UNIT, span=declaration.span))

    # ── stages ──

    def _full(self, declaration: Declaration) -> OpId:
        """The full mark of a stage: that of the indicator it takes, else the one written around it."""
        source = source_of(declaration, self.symbols)
        if isinstance(source, IndicatorReference):
            return self.value(AttributeReference(source.declarations, "full"))
        written = full_mark(declaration, self.symbols)
        return self.formulas.lower(written, POLICY) if written is not None else self._process_points(declaration)

    def _process_points(self, declaration: Declaration) -> OpId:
        """The points of the whole evaluation."""
        process = list(self.symbols.ancestors(declaration))[-1]
        points = amount(process)
        return self.builder.constant(quantity_value(points) if points else Fraction(0), process.span, "分")

    def _weight(self, declaration: Declaration) -> OpId:
        """What a stage is worth in points of the total."""
        process = list(self.symbols.ancestors(declaration))[-1]
        total, share = amount(process), amount(declaration)
        if declaration is process:
            return self._process_points(declaration)
        value = quantity_value(total) * quantity_value(share) if total and share else Fraction(0)
        return self.builder.constant(value, declaration.span, "分")

    def _stage(self, declaration: Declaration) -> OpId:
        weight = self._weight(declaration)
        self.full_marks[declaration] = weight
        inner = declaration.of_kind("stage")
        if inner:
            op = self.builder.arithmetic("+", *(self.declaration(part) for part in inner), span=declaration.span)
            return self.label(declaration, self._own(declaration, op), weight)
        full = self._full(declaration)
        mark = self._mark(declaration, full)
        formula = conversion(declaration, self.symbols)
        if formula is None:
            raise KeyError(f"{declaration.name}: no conversion; checking lets none through")
        op = self.formulas.lower(formula, UNIT, {"score": mark, "full": full, "weight": weight})
        return self.label(declaration, self._own(declaration, op), weight)

    def _mark(self, declaration: Declaration, full: OpId) -> OpId:
        panels = declaration.of_kind("panel")
        if panels:
            shares = [amount(panel) for panel in panels]
            weighted = [
                self.builder.arithmetic(
                    "*", self.declaration(panel),
                    self.builder.constant(quantity_value(share) if share else 0, panel.span, "%"), span=panel.span,
                )
                for panel, share in zip(panels, shares, strict=True)
            ]
            return self.builder.arithmetic("+", *weighted, span=declaration.span)
        source = source_of(declaration, self.symbols)
        if not branches(declaration) and isinstance(source, IndicatorReference):
            return self.value(source)
        return self._leaf(declaration, full)

    # ── bonus, ranks, grades ──

    def _bonus(self, declaration: Declaration) -> OpId:
        level = level_of(declaration)
        item = self.cases(declaration, level)
        table = self.symbols.tables[level.table]
        text = next((c.name for c in table.columns if c.type is ColumnType.TEXT), None)
        name = self.builder.input(table.name, text, level) if text else None
        self.builder.name(item, Named(
            table.name, table.name, "row", declaration.span, self.clauses(declaration), None, name,
            branches=tuple(c.title for c in declaration.of_kind("case", "otherwise")),
        ))
        summed = self.builder.add(Aggregate("sum", self._once(declaration, item, level), level=UNIT, span=declaration.span))
        cap = declaration.value("cap")
        full = None
        if cap is not None:
            full = self.formulas.lower(cap, POLICY)
            summed = self.builder.arithmetic("min", summed, full, span=declaration.span)
        return self.label(declaration, summed, full)

    def _once(self, declaration: Declaration, item: OpId, level: Level) -> OpId:
        """Rows that concern one matter of a unit count once."""
        same = declaration.properties.get("same")
        if same is None:
            return item
        names = [i.text for clause in same.clauses for i in clause.items if isinstance(i, Path)]
        word = next((w for n in names if (w := find(PROPERTIES["same"].choices, n))), None)
        unit = self.symbols.tables[level.table].unit_column or ""
        columns = tuple(n for n in names if find(PROPERTIES["same"].choices, n) is None)
        function = "lowest" if word is not None and word.id == "lowest" else "highest"
        return self.builder.add(
            Aggregate(function, item, level=group(level.table, (unit, *columns)), span=same.span)  # type: ignore[arg-type]
        )

    def grouping(self, name: str) -> Level:
        """The level of a declared grouping of units."""
        keys = tuple(path.text for path in self.symbols.groupings[name].paths("by"))
        return group(self.symbols.register.name if self.symbols.register else "", keys)

    def _choice(self, declaration: Declaration, key: str) -> str:
        path = declaration.paths(key)
        word = find(PROPERTIES[key].choices, path[0].text) if path else None
        return word.id if word else ""

    def _ranking(self, declaration: Declaration) -> OpId:
        on = self.formulas.lower(self._written(declaration, "on"), UNIT)
        rank = Rank(
            on, self.grouping(declaration.paths("groups")[0].text),
            self._choice(declaration, "order") != "ascending", self._choice(declaration, "ties") == "dense",
            level=UNIT, span=declaration.span,
        )
        return self.label(declaration, self.builder.add(rank))

    def _grades(self, declaration: Declaration) -> OpId:
        on = self.formulas.lower(self._written(declaration, "on"), UNIT)
        bands = tuple(
            (entry.key.text, interval)
            for entry in declaration.entries
            if (interval := band_of(entry.clauses[0].items[0])) is not None
        )
        return self.label(declaration, self.builder.add(Classify(on, bands, level=UNIT, span=declaration.span)))

    # ── veto ──

    def _veto(self, declaration: Declaration) -> OpId:
        level = level_of(declaration)
        build = self.builder
        grade = self.formulas.lower(declaration.paths("grade")[0], UNIT)
        effective = self.formulas.lower(self._written(declaration, "effective"), level)
        pending = declaration.value("pending")
        undecided = self.formulas.lower(pending, level) if pending is not None else None
        decided = self._events(effective, level)
        waiting = self._events(undecided, level) if undecided is not None else build.constant(0)
        steps = self._steps(declaration, decided)
        final = self._lowered(declaration, grade, steps)
        more = self._steps(declaration, build.arithmetic("+", decided, waiting))
        self.attributes[declaration, "if_lowered"] = self._lowered(declaration, grade, more)
        self.attributes[declaration, "lowered"] = build.compare(">", steps, build.constant(0))
        self.attributes[declaration, "pending"] = build.at(build.compare(">", waiting, build.constant(0)), UNIT)
        self.attributes[declaration, "effective"] = effective
        if undecided is not None:
            self.attributes[declaration, "undecided"] = undecided
        self.attributes[declaration, "grade"] = grade
        return self.label(declaration, final)

    def _events(self, condition: OpId, level: Level) -> OpId:
        one = self.builder.at(self.builder.constant(1), level)
        return self.builder.add(Aggregate("count", one, condition, level=UNIT))

    def _steps(self, declaration: Declaration, events: OpId) -> OpId:
        """How many grades down: each event's steps, at most the total allowed."""
        build, each = self.builder, declaration.value("lower")
        steps = build.arithmetic("*", events, build.constant(each.number if isinstance(each, Quantity) else 1))
        most = at_most(declaration)
        return steps if most is None else build.arithmetic("min", steps, build.constant(most))

    def _lowered(self, declaration: Declaration, grade: OpId, steps: OpId) -> OpId:
        path = declaration.paths("grade")[0]
        members = self.checked.types[path].members
        floor = declaration.paths("floor")
        last = floor[0].text if floor else members[-1]
        lowered = Lower(grade, self.builder.at(steps, UNIT), members, last, level=UNIT, span=declaration.span)
        return self.builder.add(lowered)


def band_of(item: Expression) -> Range | None:
    """The range of points of one grade."""
    interval = item if isinstance(item, Interval) else dashed(item)
    return range_of(interval) if interval is not None else None


def at_most(declaration: Declaration) -> Fraction | None:
    """The most steps that all events of a veto lower together: the upper end of ``至多1级``."""
    for item in declaration.items("at_most"):
        if isinstance(item, Interval) and item.high is not None:
            return item.high.number
        if isinstance(item, Quantity):
            return item.number
        if isinstance(item, Call):
            return None
    return None

"""What lowering a declaration needs: the builder, names and clauses, kinds of units, cases."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping

from ...grammar.nodes import Expression
from ...grammar.vocabulary import PROPERTIES
from ..data.contract import ColumnType, TableSpec
from ..levels import UNIT, Level, finer
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration, provenance
from ..semantics.forms import branches
from ..semantics.references import AttributeReference, IndicatorReference, ValueReference
from .build import Builder
from .expressions import Formulas
from .ops import OpId
from .plan import Named, Notice


class Lowering(ABC):
    """The services that the lowering of every family of declarations shares.

    ``full_marks`` and ``attributes`` hold the operations of what may be asked of a declaration
    beside its value; they are there once the declaration has been lowered.
    """

    def __init__(self, checked: Checked, year: int) -> None:
        self.checked = checked
        self.symbols = checked.symbols
        self.builder = Builder()
        self.formulas = Formulas(checked, self.builder, self, year)
        self.notices: list[Notice] = []
        self.full_marks: dict[Declaration, OpId] = {}
        self.attributes: dict[tuple[Declaration, str], OpId] = {}
        self.kind_column = self._kind_column()

    @abstractmethod
    def declaration(self, declaration: Declaration) -> OpId:
        """The operation of a declaration's value, made once."""

    def _kind_column(self) -> OpId | None:
        """The register column that says which kind of unit each unit is."""
        register, subjects = self.symbols.register, tuple(self.symbols.subjects)
        if register is None or not subjects:
            return None
        column = next((c for c in register.columns if c.choices == subjects), None)
        return self.builder.input(register.name, column.name, UNIT) if column else None

    def clauses(self, declaration: Declaration) -> tuple[str, ...]:
        """The clauses of the nearest declaration around that states any."""
        for place in self.symbols.ancestors(declaration):
            stated = tuple(p.clause for p in provenance(place) if p.kind == "source")
            if stated:
                return stated
        return ()

    def label(self, declaration: Declaration, op: OpId, full: OpId | None = None) -> OpId:
        """Name an operation after a declaration."""
        cases = [b.declaration for b in branches(declaration) if b.declaration is not declaration]
        titles = tuple(case.title for case in cases)
        if not cases and (declaration, "absent") in self.attributes:
            titles = (PROPERTIES["absent"].zh, "")
        named = Named(
            declaration.name,
            declaration.title,
            declaration.kind.id,
            declaration.span,
            self.clauses(declaration),
            full,
            branches=titles,
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
                return self.by_kind(declarations, [self.referred(d) for d in declarations])
            case AttributeReference(declarations=declarations, attribute="full"):
                for declaration in declarations:
                    self.declaration(declaration)
                return self.by_kind(declarations, [self.full_marks[d] for d in declarations])
            case AttributeReference(declarations=declarations, attribute="score"):
                for declaration in declarations:
                    self.declaration(declaration)
                marks = [self.attributes[d, "score"] for d in declarations]
                return self.by_kind(declarations, marks)
            case AttributeReference(declarations=(declaration, *_), attribute=attribute):
                self.declaration(declaration)
                return self.attributes[declaration, attribute]
        raise KeyError(reference)

    def referred(self, declaration: Declaration) -> OpId:
        """The value of an indicator where a formula names it: nothing for a unit that lacks it. In
        the sum it stands in it adds 0 there, or what is written for it."""
        op = self.declaration(declaration)
        missing = self.attributes.get((declaration, "absent"))
        if missing is None or "absent_score" in declaration.properties:
            return op
        level = self.builder.level(op)
        return self.builder.choose([(missing, self.builder.constant(None))], op, level)

    def applies(self, subjects: tuple[str, ...]) -> OpId | None:
        """Whether a unit is of one of these kinds; None when that is every unit."""
        if self.kind_column is None or set(subjects) >= set(self.symbols.subjects):
            return None
        tests = [
            self.builder.compare("=", self.kind_column, self.builder.constant(s)) for s in subjects
        ]
        return self.builder.logic("or", *tests)

    def by_kind(self, declarations: tuple[Declaration, ...], ops: list[OpId]) -> OpId:
        """One value out of several that hold for different kinds of units; blank for the others."""
        cases: list[tuple[OpId, OpId]] = []
        for declaration, op in zip(declarations, ops, strict=True):
            test = self.applies(self.symbols.subjects_of(declaration))
            if test is None:
                return op
            cases.append((test, op))
        level = UNIT
        for case in cases:
            level = finer(level, self.builder.level(case[1]))
        return self.builder.choose(cases, self.builder.constant(None), level)

    def limited(self, declaration: Declaration, op: OpId) -> OpId:
        """A value that is blank for the kinds of units it does not apply to."""
        return self.by_kind((declaration,), [op])

    def row_text(self, table: TableSpec) -> OpId | None:
        """What the rows of a table are known by to a reader: the first column of text."""
        text = next((c.name for c in table.columns if c.type is ColumnType.TEXT), None)
        return self.formulas.column(table.name, text) if text else None

    def written(self, declaration: Declaration, key: str) -> Expression:
        """The formula of a property that checking has made sure of."""
        found = declaration.value(key)
        if found is None:
            raise KeyError(f"{declaration.name}: {key}; checking lets none through")
        return found

    def cases(
        self, declaration: Declaration, level: Level, local: Mapping[str, OpId] | None = None
    ) -> OpId:
        """A declaration's formula, or the choice between its cases; ``local`` gives the operations
        of names that only these formulas know."""
        found, lower = branches(declaration), self.formulas.lower
        if found[0].declaration is declaration:
            return self.own(declaration, lower(found[0].take, level, local))
        cases = [
            (lower(b.when, level, local), lower(b.take, level, local))
            for b in found
            if b.when is not None
        ]
        last = next((b for b in found if b.when is None), None)
        otherwise = lower(last.take, level, local) if last else self.builder.constant(None)
        op = self.builder.choose(cases, otherwise, level, declaration.block.head)
        for index, branch in enumerate(found):
            self.remark(branch.declaration, op, index)
        return op

    def own(self, declaration: Declaration, op: OpId) -> OpId:
        """An operation that this declaration may name as its own, where another has named it."""
        if op not in self.builder.names:
            return op
        return self.builder.choose([], op, self.builder.level(op), declaration.block.head)

    def remark(self, case: Declaration, op: OpId, index: int) -> None:
        """The notice of a case, where it has one."""
        text = case.text("remark")
        if text is not None:
            self.notices.append(Notice(case.name, text, op, index, case.span, self.clauses(case)))

"""Where a policy says how a value comes about, with the operation of every name written there."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.nodes import Call, Expression, Path
from ...grammar.source import Span
from ..plan.lowering import Lowering
from ..plan.ops import Compare, OpId
from ..semantics.declarations import Declaration
from ..semantics.example_values import Meaning
from ..semantics.forms import Branch, branches
from ..semantics.references import (
    IndicatorReference,
    LocalReference,
    MemberReference,
    NothingReference,
    ValueReference,
)
from ..semantics.walk import expressions
from .example import Definition, Formula
from .points import choice_of

#: Formulas of a declaration that are not its cases, in reading order.
_KEYS = ("on", "then_by", "grade", "when", "effective")


class Definitions:
    """Definitions of one lowered policy."""

    def __init__(self, values: Lowering) -> None:
        self.values = values
        self._by_span: dict[Span, OpId] = {}

    def of_reference(self, found: Meaning) -> Definition | None:
        """The definition of what a name denotes, where one declaration says it."""
        match found:
            case ValueReference(declaration=declaration):
                return self.of_declaration(declaration)
            case IndicatorReference(declarations=(declaration,)):
                return self.of_declaration(declaration)
            case IndicatorReference(declarations=declarations):
                kinds = tuple(
                    (self.values.declaration(d), self.of_declaration(d)) for d in declarations
                )
                return Definition(declarations[0].span, kinds=kinds)
            case _:
                return None

    def of_formula(self, formula: Expression) -> Definition:
        """A formula standing alone."""
        return Definition(formula.span, always=(self.formula(formula),))

    def of_declaration(self, declaration: Declaration) -> Definition:
        found = branches(declaration)
        self.values.declaration(declaration)
        always = tuple(
            self.formula(item)
            for key in _KEYS
            for item in declaration.items(key)
            if declaration.kind.id in ("ranking", "grades", "veto")
        )
        if len(found) == 1 and found[0].when is None:
            always = (self.formula(found[0].take), *always)
        if declaration.kind.id == "veto":
            always = (*always, *self._events(declaration))
        cases = tuple(tuple(self._case(branch)) for branch in found)
        choice = choice_of(self.values, declaration) if len(found) > 1 else None
        return Definition(declaration.span, choice, cases if choice is not None else (), always)

    def _events(self, veto: Declaration) -> Iterator[Formula]:
        """How many rows let a veto take effect, under the condition that they meet."""
        lowered = self.values.builder.ops[self.values.attributes[veto, "lowered"]]
        condition = veto.value("effective") or veto.value("when")
        by_row = self.values.builder.level(self.values.attributes[veto, "effective"]).kind == "row"
        if condition is not None and by_row and isinstance(lowered, Compare):
            yield Formula(condition.span, ((condition.span, lowered.left),))

    def _case(self, branch: Branch) -> Iterator[Formula]:
        if branch.when is not None:
            yield self.formula(branch.when)
        yield self.formula(branch.take)

    def formula(self, formula: Expression) -> Formula:
        """A formula with the operations of its names and calls, in the order written."""
        marks = [(place, op) for place, op in self._marks(formula)]
        return Formula(formula.span, tuple(sorted(marks, key=lambda mark: mark[0].start)))

    def _marks(self, formula: Expression) -> Iterator[tuple[Span, OpId]]:
        callees = {part.callee for part in expressions(formula) if isinstance(part, Call)}
        for part in expressions(formula):
            op: OpId | None = None
            if isinstance(part, Path) and part not in callees:
                op = self._named(part)
            elif isinstance(part, Call):
                op = self._called(part)
            if op is not None:
                yield part.callee.span if isinstance(part, Call) else part.span, op

    def _named(self, path: Path) -> OpId | None:
        found = self.values.checked.refs.get(path)
        if found is None or isinstance(found, (LocalReference, MemberReference, NothingReference)):
            return None
        return self.values.formulas.reference(found, {})

    def _called(self, call: Call) -> OpId | None:
        """The last operation that was made for a call; a rounding may well be one of several."""
        if not self._by_span:
            spans = ((op.span, op_id) for op_id, op in enumerate(self.values.builder.ops))
            self._by_span = {span: op_id for span, op_id in spans if span is not None}
        named = any(isinstance(part, Path) for a in call.arguments for part in expressions(a.value))
        return self._by_span.get(call.span) if named else None

"""Types of expressions and meaning of their names, written into side tables."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import assert_never

from ...grammar.diagnostics import Argument, Code, Diagnostic, Text
from ...grammar.nodes import (
    Binary,
    Call,
    DateLiteral,
    Document,
    Each,
    Expression,
    Filtered,
    Hole,
    Interval,
    Member,
    Node,
    Path,
    Quantity,
    String,
    Unary,
    YearLiteral,
)
from ...grammar.vocabulary import NOTHING, UNITS
from ..levels import POLICY, UNIT, Level, finer
from . import codes
from .bounds import dashed
from .calendars import dates_apart
from .calls import infer_call
from .declarations import Declaration
from .names import Names
from .references import MemberReference, NothingReference, Reference, Scope
from .types import (
    CONDITION,
    UNKNOWN,
    Dimension,
    Type,
    comparable,
    dimension_of,
    dimension_words,
    multiply,
)
from .values import type_of_reference

ORDERED = ("<", "<=", ">", ">=")


class Inference(ABC):
    """Infers types and collects findings. ``refs`` and ``types`` are the side tables."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.refs: dict[Path, Reference] = {}
        self.types: dict[Expression, Type] = {}
        self.findings: list[Diagnostic] = []
        self._unowned: set[str] = set()

    def report(self, code: Code, node: Node, **args: Argument) -> Type:
        """Record a finding; the type of what it concerns is unknown, and raises no further ones."""
        self.findings.append(Diagnostic(code, node.span, args))
        return UNKNOWN

    def infer(self, expr: Expression, scope: Scope, members: tuple[str, ...] = ()) -> Type:
        """The type of an expression. ``members`` are the choices a bare name may be one of."""
        found = self._infer(expr, scope, members)
        self.types[expr] = found
        return found

    def _infer(self, expr: Expression, scope: Scope, members: tuple[str, ...]) -> Type:
        match expr:
            case Quantity(unit=unit):
                bare = unit is None
                return Type(
                    "number", dimension=None if bare else dimension_of(UNITS.get(unit or "", ""))
                )
            case DateLiteral():
                return Type("date")
            case String():
                return self.string(expr, members)
            case Path():
                return self.path(expr, scope, members)
            case Call():
                return self.spread(expr, infer_call(self, expr, scope), scope)
            case Unary():
                return self.unary(expr, scope)
            case Binary():
                return self.binary(expr, scope)
            case Member():
                return self.member(expr, scope)
            case Hole():
                return UNKNOWN
            case Interval() | Each() | YearLiteral() | Document() | Filtered():
                return self.report(
                    codes.NOT_A_NUMBER,
                    expr,
                    what=self.names.slice(expr),
                    found=Text("别的写法", "something else"),
                )
            case _:
                assert_never(expr)

    def string(self, string: String, members: tuple[str, ...]) -> Type:
        """Text; where a name is asked for, a name that was put in quotes."""
        if members:
            self.findings.append(self.names.quoted(string, members))
        return UNKNOWN if members else Type("text")

    def path(self, path: Path, scope: Scope, members: tuple[str, ...]) -> Type:
        if path.text in members:
            self.refs[path] = MemberReference(path.text)
            return Type("choice", members=members)
        found = self.names.resolve(path, scope)
        if isinstance(found, Diagnostic) and path.text in (NOTHING.zh, NOTHING.en):
            self.refs[path] = NothingReference()
            return Type("nothing")
        if isinstance(found, Diagnostic):
            if members:
                found = self.names.unknown_member(path, members)
            self.findings.append(found)
            return UNKNOWN
        self.refs[path] = found
        return self.of_reference(path, found, scope)

    def of_reference(self, path: Path, found: Reference, scope: Scope) -> Type:
        """The type of what a name denotes, fitted to where it stands."""
        kind = type_of_reference(self, found, scope)
        return self.fits(path, kind, scope)

    def fits(self, node: Node, kind: Type, scope: Scope) -> Type:
        """A finding where many rows stand for one unit, or the rows of one table for another's."""
        hierarchy = self.names.symbols.hierarchy
        if hierarchy.under(scope.level, kind.level):
            return kind
        many = hierarchy.under(kind.level, scope.level)
        if kind.level == UNIT and not many:
            return self.spread(node, kind, scope)
        name, found = self.names.slice(node), hierarchy.table_of(kind.level)
        table = found.name if found else ""
        if many or scope.level.kind != "row":
            return self.report(codes.WRONG_LEVEL, node, name=name, table=table)
        return self.report(codes.OTHER_TABLE, node, name=name, table=table, other=scope.level.table)

    def spread(self, node: Node, kind: Type, scope: Scope) -> Type:
        """A unit's value used in the rows of a table: these must say whose they are."""
        hierarchy = self.names.symbols.hierarchy
        apart = not hierarchy.under(scope.level, UNIT) and not hierarchy.under(UNIT, scope.level)
        if kind.level == UNIT and apart:
            self.owned(node, scope.level.table)
        return kind

    def level_of(self, found: Reference, scope: Scope) -> Level:
        """The level that what a name denotes stands on."""
        return type_of_reference(self, found, scope).level

    def owned(self, node: Node, table: str) -> None:
        """A finding, once for each table, where rows count for units and name none."""
        spec = self.names.symbols.tables.get(table)
        if spec is not None and spec.unit_column is None and table not in self._unowned:
            self._unowned.add(table)
            self.report(codes.NO_UNIT_COLUMN, node, table=table)

    def unary(self, expr: Unary, scope: Scope) -> Type:
        inner = self.infer(expr.operand, scope)
        if expr.op in ("missing", "present"):
            return CONDITION.at(inner.level)
        if expr.op == "not":
            return self.condition(expr.operand, inner)
        return self.number(expr.operand, inner)

    def binary(self, expr: Binary, scope: Scope) -> Type:
        if expr.op in ("and", "or"):
            left = self.condition(expr.left, self.infer(expr.left, scope))
            right = self.condition(expr.right, self.infer(expr.right, scope))
            return CONDITION.at(finer(left.level, right.level))
        if expr.op in ("=", "!=", *ORDERED):
            return self.comparison(expr, scope)
        return self.arithmetic(expr, scope)

    def arithmetic(self, expr: Binary, scope: Scope) -> Type:
        left, right = self.infer(expr.left, scope), self.infer(expr.right, scope)
        if left.base == "date" and expr.op in ("+", "-"):
            return dates_apart(self, expr, left, right)
        left, right = self.number(expr.left, left), self.number(expr.right, right)
        level = finer(left.level, right.level)
        if UNKNOWN.base in (left.base, right.base):
            return UNKNOWN
        if expr.op in ("*", "/"):
            return Type(
                "number",
                level,
                multiply(left.dimension, right.dimension, 1 if expr.op == "*" else -1),
            )
        verb = Text("相加减", "added or subtracted")
        return Type(
            "number", level, self.same_dimension(expr.left, expr.right, left, right, verb, expr)
        )

    def same_dimension(  # noqa: PLR0913, PLR0917
        self,
        first: Expression,
        second: Expression,
        left: Type,
        right: Type,
        verb: Text,
        place: Node,
    ) -> Dimension | None:
        """The common dimension of two numbers; a bare literal takes the other's."""
        if left.dimension is None or right.dimension is None:
            return right.dimension if left.dimension is None else left.dimension
        if left.dimension != right.dimension:
            shown = self.described(first, left), self.described(second, right)
            self.report(codes.UNIT_MISMATCH, place, verb=verb, left=shown[0], right=shown[1])
        return left.dimension

    def described(self, expr: Expression, kind: Type) -> Text:
        word, shown = dimension_words(kind.dimension), self.names.slice(expr)
        return Text(f"“{shown}”（{word.zh}）", f"“{shown}” ({word.en})")

    def comparison(self, expr: Binary, scope: Scope) -> Type:
        first, second = expr.left, expr.right
        bare = isinstance(first, Path) and not self.names.known(first, scope)
        if bare or isinstance(first, String):
            first, second = second, first
        left = self.infer(first, scope)
        right = self.infer(second, scope, left.members)
        level = finer(left.level, right.level)
        if UNKNOWN.base in (left.base, right.base):
            return CONDITION.at(level)
        ordered = expr.op not in ORDERED or left.base in ("number", "date")
        if left.base == right.base == "number":
            self.same_dimension(first, second, left, right, Text("相比", "compared"), expr)
        elif not ordered or not comparable(left, right):
            self.report(
                codes.NOT_COMPARABLE,
                expr,
                left=self.based(expr.left),
                right=self.based(expr.right),
            )
        return CONDITION.at(level)

    def based(self, expr: Expression) -> Text:
        word, shown = self.types[expr].words(), self.names.slice(expr)
        return Text(f"“{shown}”（{word.zh}）", f"“{shown}” ({word.en})")

    def member(self, expr: Member, scope: Scope) -> Type:
        item = self.infer(expr.item, scope)
        level = item.level
        for one in expr.among:
            interval = one if isinstance(one, Interval) else dashed(one)
            if interval is not None:
                self.interval(interval, item, expr)
            else:
                level = finer(level, self.among(expr, one, item, scope))
        return CONDITION.at(level)

    def among(self, expr: Member, one: Expression, item: Type, scope: Scope) -> Level:
        """The level of one thing that an item may be, or of a list that it may stand in."""
        kind = self.infer(one, scope, item.members)
        listed = kind.base == "names" and item.base in ("text", "choice", "unit")
        if "unknown" not in (item.base, kind.base) and not listed:
            if item.base == kind.base == "number":
                self.same_dimension(expr.item, one, item, kind, Text("相比", "compared"), expr)
            elif not comparable(item, kind):
                left, right = self.based(expr.item), self.based(one)
                self.report(codes.NOT_COMPARABLE, one, left=left, right=right)
        return kind.level

    def interval(self, interval: Interval, item: Type, expr: Member) -> None:
        if item.base not in ("number", "unknown"):
            shown = self.names.slice(interval)
            right = Text(f"“{shown}”（一段数）", f"“{shown}” (a range)")
            self.report(codes.NOT_COMPARABLE, interval, left=self.based(expr.item), right=right)
            return
        verb = Text("相比", "compared")
        for end in (interval.low, interval.high):
            if end is not None:
                bound = self.infer(end, Scope(POLICY))
                if item.base == "number":
                    self.same_dimension(expr.item, end, item, bound, verb, end)

    def number(self, expr: Expression, kind: Type) -> Type:
        """The type if it is a number, else a finding."""
        if kind.base in ("number", "unknown"):
            return kind
        return self.report(
            codes.NOT_A_NUMBER, expr, what=self.names.slice(expr), found=kind.words()
        )

    def condition(self, expr: Expression, kind: Type) -> Type:
        """The type if it is a condition, else a finding."""
        if kind.base in ("condition", "unknown"):
            return kind
        return self.report(
            codes.NOT_A_CONDITION, expr, what=self.names.slice(expr), found=kind.words()
        )

    @abstractmethod
    def declared(self, declaration: Declaration) -> Type:
        """The type of a declaration's value; see ``DeclarationInference``."""

    def formula(self, expr: Expression, scope: Scope, members: tuple[str, ...] = ()) -> Type:
        """A formula where one value of the scope's level is asked for."""
        return self.fits(expr, self.infer(expr, scope, members), scope)

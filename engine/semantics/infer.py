"""Types of expressions and meaning of their names, written into side tables."""

from __future__ import annotations

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
from ...grammar.vocabulary import UNITS
from ..levels import POLICY
from . import codes
from .calls import infer_call
from .declarations import Declaration
from .names import Names
from .references import MemberReference, Reference, Scope
from .types import (
    CONDITION,
    UNKNOWN,
    Dimension,
    Type,
    dimension_of,
    dimension_words,
    join,
    multiply,
)
from .values import type_of_reference

ORDERED = ("<", "<=", ">", ">=")


class Inference:
    """Infers types and collects findings. ``refs`` and ``types`` are the side tables."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.refs: dict[Path, Reference] = {}
        self.types: dict[Expression, Type] = {}
        self.findings: list[Diagnostic] = []

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
                return Type("text")
            case Path():
                return self.path(expr, scope, members)
            case Call():
                return infer_call(self, expr, scope)
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

    def path(self, path: Path, scope: Scope, members: tuple[str, ...]) -> Type:
        if path.text in members:
            self.refs[path] = MemberReference(path.text)
            return Type("choice", members=members)
        found = self.names.resolve(path, scope)
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
        """A finding where a value of many rows stands for one of a unit, or rows of another table."""
        if kind.level.kind != "row" or kind.level == scope.level:
            return kind
        name = self.names.slice(node)
        if scope.level.kind == "row":
            return self.report(
                codes.OTHER_TABLE, node, name=name, table=kind.level.table, other=scope.level.table
            )
        return self.report(codes.WRONG_LEVEL, node, name=name, table=kind.level.table)

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
            return CONDITION.at(join(left.level, right.level))
        if expr.op in ("=", "!=", *ORDERED):
            return self.comparison(expr, scope)
        return self.arithmetic(expr, scope)

    def arithmetic(self, expr: Binary, scope: Scope) -> Type:
        left = self.number(expr.left, self.infer(expr.left, scope))
        right = self.number(expr.right, self.infer(expr.right, scope))
        level = join(left.level, right.level)
        if UNKNOWN.base in (left.base, right.base):
            return UNKNOWN
        if expr.op in ("*", "/"):
            return Type(
                "number",
                level,
                multiply(left.dimension, right.dimension, 1 if expr.op == "*" else -1),
            )
        verb = Text("相加减", "added or subtracted")
        return Type("number", level, self.same_dimension(expr, left, right, verb))

    def same_dimension(self, expr: Binary, left: Type, right: Type, verb: Text) -> Dimension | None:
        """The common dimension of two numbers; a bare literal takes the other's."""
        if left.dimension is None or right.dimension is None:
            return right.dimension if left.dimension is None else left.dimension
        if left.dimension != right.dimension:
            self.report(
                codes.UNIT_MISMATCH,
                expr,
                verb=verb,
                left=self.described(expr.left, left),
                right=self.described(expr.right, right),
            )
        return left.dimension

    def described(self, expr: Expression, kind: Type) -> Text:
        word, shown = dimension_words(kind.dimension), self.names.slice(expr)
        return Text(f"“{shown}”（{word.zh}）", f"“{shown}” ({word.en})")

    def comparison(self, expr: Binary, scope: Scope) -> Type:
        first, second = expr.left, expr.right
        if isinstance(first, Path) and not self.names.known(first, scope):
            first, second = second, first
        left = self.infer(first, scope)
        right = self.infer(second, scope, left.members)
        level = join(left.level, right.level)
        if UNKNOWN.base in (left.base, right.base):
            return CONDITION.at(level)
        if left.base == right.base == "number":
            self.same_dimension(
                expr, self.types[expr.left], self.types[expr.right], Text("相比", "compared")
            )
        elif {left.base, right.base} not in ({left.base}, {"text", "unit"}):
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
            if isinstance(one, Interval):
                self.interval(one, item, expr)
            elif isinstance(one, Binary) and one.op == "-" and item.base == "number":
                self.number(expr.item, item)
            else:
                level = join(level, self.infer(one, scope, item.members).level)
        return CONDITION.at(level)

    def interval(self, interval: Interval, item: Type, expr: Member) -> None:
        for end in (interval.low, interval.high):
            if end is not None:
                bound = self.infer(end, Scope(POLICY))
                if (
                    item.base == "number"
                    and item.dimension is not None
                    and bound.dimension != item.dimension
                ):
                    self.report(
                        codes.UNIT_MISMATCH,
                        end,
                        verb=Text("相比", "compared"),
                        left=self.described(expr.item, item),
                        right=self.described(end, bound),
                    )

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

    def declared(self, declaration: Declaration) -> Type:
        """The type of a declaration's value; see ``DeclarationInference``."""
        raise NotImplementedError

    def formula(self, expr: Expression, scope: Scope, members: tuple[str, ...] = ()) -> Type:
        """A formula where one value of the scope's level is asked for."""
        return self.fits(expr, self.infer(expr, scope, members), scope)

"""Lark tree to nodes: items of clauses, arguments and expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeGuard, cast

from . import literals
from .build_ranges import each, interval, quantity
from .characters import as_seen
from .nodes import (
    Argument,
    Binary,
    BinaryOp,
    Call,
    DateLiteral,
    Document,
    Expression,
    Filtered,
    Hole,
    Member,
    Path,
    String,
    Unary,
    UnaryOp,
    Word,
    YearLiteral,
)
from .source import Span
from .tables import Branch, Value
from .tokens import OPERATORS, Token


def is_token(value: Value) -> TypeGuard[Token]:
    """Whether a child is a token; the others are branches."""
    return value.__class__ is Token


def branches(values: Iterable[Value]) -> list[Branch]:
    """The children that are branches."""
    return [value for value in values if value.__class__ is Branch]


def word(token: Token) -> Word:
    """A name; the lexer has normalised its text."""
    return Word(token.text, span=token.span)


def string(tokens: Sequence[Token]) -> String:
    """Adjacent texts joined, without their quotes."""
    text = "".join(token.text[1:-1] for token in tokens)
    return String(as_seen(text), span=Span(tokens[0].start, tokens[-1].end))


def items(values: Sequence[Value]) -> tuple[Expression, ...]:
    """The items of a clause; a list after 按 belongs to the item before it."""
    built: list[Expression] = []
    for value in branches(values):
        if value.data == "by":
            built[-1] = _grouped(built[-1], value)
        else:
            built.append(expression(value))
    return tuple(built)


def _grouped(item: Expression, by: Branch) -> Filtered:
    span = Span(item.span.start, by.end)
    names = tuple(_path(path) for path in branches(by.children))
    if isinstance(item, Filtered):
        return Filtered(item.value, item.where, names, span=span)
    return Filtered(item, None, names, span=span)


def expression(tree: Value) -> Expression:
    """Any item, argument or operand."""
    assert isinstance(tree, Branch)
    return _BUILDERS[tree.data](tree)


def _token(tree: Branch, index: int = 0) -> Token:
    return cast(Token, tree.children[index])


def _span(tree: Branch) -> Span:
    return Span(tree.start, tree.end)


def _path(tree: Branch) -> Path:
    return Path(tuple(word(cast(Token, part)) for part in tree.children), span=_span(tree))


def _binary(tree: Branch) -> Binary:
    left, _, right = tree.children
    operator = cast(BinaryOp, OPERATORS[_token(tree, 1).text])
    return Binary(operator, expression(left), expression(right), span=_span(tree))


def _prefix(tree: Branch) -> Unary:
    operator: UnaryOp = "not" if _token(tree).kind == "NOT" else "-"
    return Unary(operator, expression(tree.children[1]), span=_span(tree))


def _postfix(tree: Branch) -> Unary:
    operator = cast(UnaryOp, OPERATORS[_token(tree, 1).text])
    return Unary(operator, expression(tree.children[0]), span=_span(tree))


def _member(tree: Branch) -> Member:
    item, *among = tree.children
    return Member(expression(item), tuple(expression(one) for one in among), span=_span(tree))


def _filtered(tree: Branch) -> Filtered:
    value, where = tree.children
    return Filtered(expression(value), expression(where), (), span=_span(tree))


def _call(tree: Branch) -> Call:
    callee, *rest = branches(tree.children)
    built: list[Argument] = []
    for part in rest:
        if part.data == "by":
            last = built.pop()
            value = _grouped(last.value, part)
            built.append(Argument(value, last.name, span=Span(last.span.start, part.end)))
        else:
            built.append(_argument(part))
    return Call(_path(callee), tuple(built), span=_span(tree))


def _argument(tree: Branch) -> Argument:
    *key, value = tree.children
    name = word(cast(Token, key[0])) if key else None
    return Argument(expression(value), name, span=_span(tree))


def _date(tree: Branch) -> DateLiteral:
    return DateLiteral(*literals.date(_token(tree).text), span=_span(tree))


def _document(tree: Branch) -> Document:
    return Document(as_seen(_token(tree).text), span=_span(tree))


_BUILDERS: dict[str, Callable[[Branch], Expression]] = {
    "binary": _binary,
    "prefix": _prefix,
    "postfix": _postfix,
    "member": _member,
    "filtered": _filtered,
    "call": _call,
    "path": _path,
    "interval": interval,
    "each": each,
    "quantity": lambda tree: quantity(_token(tree), _span(tree)),
    "date": _date,
    "year": lambda tree: YearLiteral(literals.year(_token(tree).text), span=_span(tree)),
    "document": _document,
    "string": lambda tree: string(cast("list[Token]", tree.children)),
    "hole": lambda tree: Hole(span=_span(tree)),
}

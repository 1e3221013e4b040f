"""Walking an expression."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.nodes import (
    Binary,
    Call,
    Each,
    Expression,
    Filtered,
    Interval,
    Member,
    Unary,
)


def expressions(expr: Expression) -> Iterator[Expression]:
    """An expression and all expressions inside it, outermost first, left to right."""
    yield expr
    for part in _parts(expr):
        yield from expressions(part)


def _parts(expr: Expression) -> tuple[Expression, ...]:
    match expr:
        case Binary(left=left, right=right):
            return (left, right)
        case Unary(operand=operand):
            return (operand,)
        case Member(item=item, among=among):
            return (item, *among)
        case Call(arguments=arguments):
            return tuple(argument.value for argument in arguments)
        case Filtered(value=value, where=where, by=by):
            return (value, *((where,) if where is not None else ()), *by)
        case Interval(low=low, high=high):
            return tuple(end for end in (low, high) if end is not None)
        case Each(quantity=quantity):
            return (quantity,)
        case _:
            return ()

"""Lark tree to nodes: quantities and ranges of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from . import literals
from .nodes import Each, Interval, Quantity
from .source import Span
from .tables import Branch, Value
from .tokens import OPERATORS, Token

#: One end of a range: the side it bounds (low or high), whether it counts itself, its quantity.
End: TypeAlias = tuple[bool, bool, Quantity]


def quantity(token: Token, span: Span, *, negative: bool = False) -> Quantity:
    """The number and unit of a token."""
    number, unit = literals.number_and_unit(token.text)
    return Quantity(-number if negative else number, unit, span=span)


def each(tree: Branch) -> Each:
    """``各占1分``."""
    token = tree.children[1]
    assert isinstance(token, Token)
    return Each(quantity(token, token.span), span=Span(tree.start, tree.end))


def interval(tree: Branch) -> Interval:
    """``90分以上``, ``80分以上不足90分``, ``60至79分``, ``超过100人至200人以内``.

    Of two low or two high ends the last stands; ``ranges.py`` has reported them."""
    ends = _ends(tree.children)
    low = next((end for end in reversed(ends) if end[0]), None)
    high = next((end for end in reversed(ends) if not end[0]), None)
    unit = next((end[2].unit for end in ends if end[2].unit), None)
    return Interval(
        _with_unit(low, unit),
        low is not None and low[1],
        _with_unit(high, unit),
        high is not None and high[1],
        span=Span(tree.start, tree.end),
    )


def _ends(children: Iterable[Value]) -> list[End]:
    """Each bound with the words around it. One that 至 joins and that has no word counts itself and
    bounds the side that the other leaves: the high one of 超过100人至200人."""
    written: list[tuple[str, Quantity]] = []
    before = ""
    for child in children:
        if isinstance(child, Branch):
            written.append((before, _bound(child)))
            before = ""
        elif child.kind == "SIDE":
            written[-1] = OPERATORS[child.text], written[-1][1]
        elif child.kind == "COMPARE":
            before = OPERATORS[child.text]
    return [
        _end(sign or _left_over(written, place), bound)
        for place, (sign, bound) in enumerate(written)
    ]


def _left_over(written: Sequence[tuple[str, Quantity]], place: int) -> str:
    """The side of an end without a word: not that of the other; of two the first is the low one."""
    other = written[1 - place][0][:1]
    high = other == ">" if other else place == 1
    return "<=" if high else ">="


def _end(sign: str, bound: Quantity) -> End:
    return sign[0] == ">", sign.endswith("="), bound


def _bound(tree: Branch) -> Quantity:
    token = tree.children[-1]
    assert isinstance(token, Token)
    span = Span(tree.start, tree.end)
    return quantity(token, span, negative=len(tree.children) > 1)


def _with_unit(end: End | None, unit: str | None) -> Quantity | None:
    """When one end has no unit it takes the other's."""
    if end is None or end[2].unit or unit is None:
        return end[2] if end else None
    return Quantity(end[2].number, unit, span=end[2].span)

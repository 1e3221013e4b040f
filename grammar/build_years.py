"""Years that are written as bare numbers: ``year: 2009``."""

from __future__ import annotations

from attrs import evolve

from .nodes import Block, Expression, Item, Property, Quantity, YearLiteral
from .vocabulary import find_block, find_property
from .words import ValueKind


def with_years(block: Block) -> Block:
    """The block with a number of four digits read as a year where its vocabulary asks for one."""
    kind = find_block(block.kind.text)
    if kind is None:
        return block

    def read(item: Item) -> Item:
        if not isinstance(item, Property):
            return item
        word = find_property(item.key.text, kind.properties)
        return _dated(item) if word and word.value is ValueKind.YEAR else item

    return evolve(block, items=tuple(map(read, block.items)))


def _dated(item: Property) -> Property:
    clauses = tuple(evolve(c, items=tuple(map(_year, c.items))) for c in item.clauses)
    return evolve(item, clauses=clauses)


def _year(value: Expression) -> Expression:
    if isinstance(value, Quantity) and value.unit is None and 1000 <= value.number <= 9999:
        whole = value.number.denominator == 1
        return YearLiteral(int(value.number), span=value.span) if whole else value
    return value

"""From nodes to terms: the words of both languages become one, and old names the new ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import assert_never
from unicodedata import normalize

from ...grammar.nodes import (
    Binary,
    Call,
    Clause,
    DateLiteral,
    Document,
    Each,
    Expression,
    Filtered,
    Hole,
    Interval,
    Member,
    Path,
    Property,
    Quantity,
    String,
    Unary,
    YearLiteral,
)
from ...grammar.source import Span
from ...grammar.tokens import UNITS_EN
from ...grammar.vocabulary import COLUMN_FLAGS, FLAGS, NOTHING, TYPES, find
from ...grammar.words import PropertyWord, ValueKind, Word
from ..functions import find_function, option
from ..semantics.bounds import dashed
from ..semantics.checked import Checked
from ..semantics.dates import date_of
from ..semantics.references import (
    AttributeReference,
    ColumnReference,
    LocalReference,
    NothingReference,
)
from .terms import BOUNDS, DAY, Figure, Term, collection

_UNORDERED = (ValueKind.NAMES, ValueKind.NEW_NAMES, ValueKind.WORDS, ValueKind.DOCUMENTS)
#: Days without a year of their own are placed in one that has no 29 February.
_PLAIN_YEAR = 2001


def plain_text(text: str) -> str:
    """A text without regard to the width of its characters and the blanks between them."""
    return "".join(normalize("NFKC", text).split())


class Canon:
    """Makes the terms of one policy. ``renames`` gives names of it their new ones, ``columns``
    those of its columns and entries, which may be names of other things too."""

    def __init__(
        self,
        checked: Checked,
        renames: Mapping[str, str],
        columns: Mapping[str, str] | None = None,
    ) -> None:
        self.checked = checked
        self.renames = renames
        self.columns = columns or {}

    def name(self, text: str) -> str:
        """A name of the author's, as the new policy has it."""
        return self.renames.get(text, text)

    def value(self, prop: Property, kind: ValueKind, word: PropertyWord | None = None) -> Term:
        """The value of a property or entry."""
        if kind is ValueKind.COLUMN_TYPE:
            return self.column(prop.clauses)
        if word is not None and kind in (ValueKind.CHOICE, ValueKind.FLAG, ValueKind.PICK):
            return self.choice(prop, FLAGS if kind is ValueKind.FLAG else word.choices)
        if kind is ValueKind.GIVEN:
            return self.given(prop)
        if kind in _UNORDERED:
            return collection([self.expr(i) for clause in prop.clauses for i in clause.items])
        ranged = kind is ValueKind.BAND
        clauses = (
            tuple(self.ranged(i) if ranged else self.expr(i) for i in clause.items)
            for clause in prop.clauses
        )
        return Term("value", tuple(Term("clause", items) for items in clauses))

    def items(self, prop: Property) -> tuple[tuple[Term, Span], ...]:
        """Each item of a value with its place."""
        return tuple((self.expr(i), i.span) for clause in prop.clauses for i in clause.items)

    def choice(self, prop: Property, choices: tuple[Word, ...]) -> Term:
        """Names among which some are words of the property itself."""
        items = [item for clause in prop.clauses for item in clause.items]
        return Term("value", tuple(self.word(item, choices) for item in items))

    def given(self, prop: Property) -> Term:
        """What an example gives or expects."""
        clauses = (tuple(map(self.given_item, clause.items)) for clause in prop.clauses)
        return Term("value", tuple(Term("clause", items) for items in clauses))

    def given_item(self, item: Expression) -> Term:
        """是, 否 and 空 are words of the language where they name nothing of the policy."""
        named = isinstance(item, Path) and item in self.checked.refs
        return self.expr(item) if named else self.word(item, (*FLAGS, NOTHING))

    def word(self, item: Expression, words: tuple[Word, ...]) -> Term:
        found = find(words, item.text) if isinstance(item, Path) else None
        return Term(f"word {found.id}") if found else self.expr(item)

    def column(self, clauses: tuple[Clause, ...]) -> Term:
        """A column's type, or its choices, then what qualifies it in any order."""
        first = [self.type(item) for item in clauses[0].items]
        rest = [self.type(item) for clause in clauses[1:] for item in clause.items]
        return Term("column", (collection(first), collection(rest)))

    def type(self, item: Expression) -> Term:
        if isinstance(item, Path) and find((*TYPES, *COLUMN_FLAGS), item.text):
            return self.word(item, (*TYPES, *COLUMN_FLAGS))
        if isinstance(item, Call) and (flag := find(COLUMN_FLAGS, item.callee.text)):
            words = [self.expr(argument.value) for argument in item.arguments]
            return Term(f"word {flag.id}", (collection(words),))
        if isinstance(item, Path) and item.text in UNITS_EN:
            return Term(f"name {UNITS_EN[item.text]}")
        return self.ranged(item)

    def ranged(self, item: Expression) -> Term:
        """Where a range is asked for, a dash makes one."""
        return self.expr(dashed(item) or item)

    def expr(self, expr: Expression) -> Term:
        """Any expression."""
        match expr:
            case Quantity():
                return quantity_term(expr)
            case Each(quantity=quantity):
                return Term("each", (quantity_term(quantity),))
            case Interval():
                return interval_term(expr)
            case DateLiteral():
                return day_term(expr)
            case YearLiteral(year=year):
                return Term("year", figure=Figure(Fraction(year or 0), "年"))
            case String(text=text) | Document(text=text):
                return Term(f"text {plain_text(text)}")
            case Path():
                return Term(f"name {self.path(expr)}")
            case Call():
                arguments = tuple(
                    self.argument(expr, argument.value) for argument in expr.arguments
                )
                return Term(f"call {self.callee(expr.callee.text)}", arguments)
            case Binary(op=op, left=left, right=right):
                return Term(op, (self.expr(left), self.expr(right)))
            case Unary(op=op, operand=operand):
                return Term(op, (self.expr(operand),))
            case Member(item=item, among=among):
                return Term("in", (self.expr(item), collection([self.expr(a) for a in among])))
            case Filtered(value=value, where=where, by=by):
                condition = (self.expr(where),) if where is not None else ()
                grouped = Term("by", tuple(self.expr(path) for path in by))
                return Term("filter", (self.expr(value), *condition, grouped))
            case Hole():
                return Term("?")
            case _:
                assert_never(expr)

    def path(self, path: Path) -> str:
        """A name: a word of the place or an attribute by its id, all others as written."""
        match self.checked.refs.get(path):
            case LocalReference(id=id):
                return f"local {id}"
            case NothingReference():
                return f"word {NOTHING.id}"
            case ColumnReference(column=column) if column in self.columns:
                table = (self.name(part.text) for part in path.parts[:-1])
                return ".".join((*table, self.columns[column]))
            case AttributeReference(attribute=attribute):
                return f"{self.name(path.parts[0].text)}.{attribute}"
            case _:
                return ".".join(self.name(part.text) for part in path.parts)

    def argument(self, call: Call, value: Expression) -> Term:
        """An argument; a word that a built-in function lets choose from by its id."""
        chosen = isinstance(value, Path) and value not in self.checked.refs and option(value.text)
        if chosen and find_function(call.callee.text) is not None:
            return Term(f"word {chosen}")
        return self.expr(value)

    def callee(self, text: str) -> str:
        function = None if text in self.checked.symbols.scales else find_function(text)
        return function.id if function else self.name(text)


def quantity_term(quantity: Quantity) -> Term:
    """A number with its unit."""
    return Term("number", figure=Figure(quantity.number, quantity.unit))


def interval_term(interval: Interval) -> Term:
    """Both bounds, each open or closed."""
    low = Term("from" if interval.low_closed else "above", figure=_end(interval.low))
    high = Term("to" if interval.high_closed else "below", figure=_end(interval.high))
    return Term(BOUNDS, tuple(end for end in (low, high) if end.figure is not None))


def _end(quantity: Quantity | None) -> Figure | None:
    return Figure(quantity.number, quantity.unit) if quantity is not None else None


def day_term(literal: DateLiteral) -> Term:
    """The day meant. One without a year of its own keeps its distance from the policy's."""
    day = date_of(literal, _PLAIN_YEAR if literal.relative else 0)
    place = (day or date.min).toordinal()
    return Term(DAY, figure=Figure(Fraction(place), "relative day" if literal.relative else "day"))

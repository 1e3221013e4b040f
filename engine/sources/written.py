"""The figures that a policy writes, and for each what it is: amount, entry, property, constant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

from ...grammar.nodes import Binary, Call, DateLiteral, Expression, Property, Quantity, YearLiteral
from ...grammar.source import Span
from ...grammar.vocabulary import PROPERTIES, PROVENANCE
from ...grammar.words import ValueKind
from ..functions import find_function
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.forms import amount, amount_kind, parts
from ..semantics.symbols import new_names
from ..semantics.walk import expressions
from .figures import Amount, Day, Meaning, Year, last_day

Role: TypeAlias = Literal["amount", "entry", "property", "formula", "column", "places"]
_FORMULAS = (ValueKind.FORMULA, ValueKind.CONDITION, ValueKind.CHECKED_COLUMN, ValueKind.PICK)
#: What a document writes of the kinds that a policy counts alike.
_KINDS = {"number": "", "percent": "percent"}


@frozen
class Written:
    """One figure of a policy. ``key`` is the property, or the author's own entry, that it stands
    in; “” in the head. ``names`` are the words beside which a document would state it; figures of
    one range share its ``range``."""

    meaning: Meaning
    span: Span
    declaration: Declaration
    key: str
    role: Role
    names: tuple[str, ...]
    range: Expression | None = None
    operand: bool = False  # whether a formula reckons with it: adds, multiplies, counts steps of it


def written(checked: Checked) -> Iterator[Written]:
    """Every figure that a rule of the policy rests on, in the order written.

    Not among them, for they are no statements of the document: numbers without a unit in formulas
    and ranges of columns; nothing (0) in formulas that do not reckon with it, ranges of columns and
    entries; in formulas and ranges of columns the first or single one that is counted (1名), there
    and in scales the whole (100％); an amount that is the sum of its parts, and a count of the
    names that stand beside it; what only lays out results; what an example makes up and expects.
    """
    for top in checked.symbols.declarations:
        if top.kind.id in ("export", "example"):
            continue
        for declaration in top.walk():
            for figure in _of(declaration):
                if not _structural(figure):
                    yield figure


def _of(declaration: Declaration) -> Iterator[Written]:
    names = tuple(dict.fromkeys(filter(None, (declaration.title, declaration.name))))
    head = declaration.block.amount
    if head is not None and not _is_sum(declaration):
        yield from _figures(declaration, "", "amount", names, (head,))
    for key, prop in declaration.properties.items():
        if key in PROVENANCE or key == "formerly" or _counts_names(declaration, key):
            continue
        if key == "year" and declaration.kind.id != "policy":
            continue
        role: Role = "formula" if PROPERTIES[key].value in _FORMULAS else "property"
        yield from _figures(declaration, key, role, (), _items(prop))
    column = declaration.kind.entries is ValueKind.COLUMN_TYPE
    for entry in declaration.entries:
        role = "column" if column else "entry"
        yield from _figures(declaration, entry.key.text, role, (entry.key.text,), _items(entry))


def _items(prop: Property) -> tuple[Expression, ...]:
    return tuple(item for clause in prop.clauses for item in clause.items)


def _figures(
    declaration: Declaration,
    key: str,
    role: Role,
    names: tuple[str, ...],
    items: Iterable[Expression],
) -> Iterator[Written]:
    for item in items:
        places, operands = set(_places(item)), set(_operands(item))
        for part in expressions(item):
            meaning = meaning_of(part)
            if meaning is not None:
                own: Role = "places" if part in places else role
                if own == "places" and isinstance(meaning, Amount):
                    meaning = Amount(meaning.number, "places")
                yield Written(
                    meaning, part.span, declaration, key, own, names, item, part in operands
                )


def _operands(item: Expression) -> Iterator[Expression]:
    for part in expressions(item):
        if isinstance(part, Binary) and part.op in ("+", "-", "*", "/"):
            yield from (part.left, part.right)
        elif isinstance(part, Call):
            function = find_function(part.callee.text)
            if function is not None and function.family == "stride":
                yield from (argument.value for argument in part.arguments)


def _places(item: Expression) -> Iterator[Expression]:
    """The places of every rounding in an expression."""
    for part in expressions(item):
        if isinstance(part, Call) and len(part.arguments) == 2:
            function = find_function(part.callee.text)
            if function is not None and function.family == "round":
                yield part.arguments[1].value


def meaning_of(part: Expression) -> Meaning | None:
    """The meaning of a literal, in the terms that figures of a document have."""
    match part:
        case Quantity():
            kind = amount_kind(part)
            return Amount(part.number, _KINDS.get(kind, kind))
        case DateLiteral():
            tail = part.part if part.part != "end" else None
            day = 0 if part.part == "end" else part.day
            return last_day(Day(part.year, part.relative, part.month, day, tail))
        case YearLiteral():
            return Year(part.year)
        case _:
            return None


def _structural(figure: Written) -> bool:
    meaning = figure.meaning
    if not isinstance(meaning, Amount) or figure.role == "places":
        return False
    if meaning.number == 0:
        return figure.role in ("formula", "column", "entry") and not figure.operand
    if figure.role not in ("formula", "column"):
        # 优：100％ in a scale: the whole of something.
        return figure.role == "entry" and meaning == Amount(Fraction(100), "percent")
    counted = meaning.kind not in ("point", "percent", "yuan")
    return meaning.kind == "" or (meaning.number == 1 and counted) or _is_whole(meaning)


def _is_whole(meaning: Amount) -> bool:
    return meaning == Amount(Fraction(100), "percent")


def _is_sum(declaration: Declaration) -> bool:
    """Whether the amount in the head is the sum of the parts, which state theirs."""
    stated = amount(declaration)
    inner = [amount(part) for part in parts(declaration)]
    if stated is None or not inner or any(part is None for part in inner):
        return False
    return stated.number == sum(part.number for part in inner if part is not None)


def _counts_names(declaration: Declaration, key: str) -> bool:
    """个数 beside a list of names: the list proves it."""
    stated = declaration.value(key) if key == "count" else None
    names = new_names(declaration, "members")
    return isinstance(stated, Quantity) and bool(names) and stated.number == len(names)

"""Single values: where one value is asked for there is one; a second would have no effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...grammar.diagnostics import Diagnostic, Text
from ...grammar.nodes import Expression, Hole, Property, Quantity, String
from ...grammar.vocabulary import PROPERTIES
from ...grammar.words import ValueKind
from ..semantics import codes
from ..semantics.checked import Checked

_KINDS = (
    ValueKind.FORMULA,
    ValueKind.CONDITION,
    ValueKind.COUNT,
    ValueKind.POINTS,
    ValueKind.DATE,
    ValueKind.YEAR,
    ValueKind.FLAG,
    ValueKind.CHOICE,
    ValueKind.TABLE,
    ValueKind.SOURCE,
    ValueKind.CHECKED_COLUMN,
)
_OTHERS = ("file", "encoding", "result", "grade", "groups", "floor", "at_most", "set_to", "at_best")
#: Formulas of which there may be several, one after the other.
_LISTS = ("then_by",)
#: The most places that an exported figure is shown with.
_MOST = 12


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every property that takes one value, and the entries of scales, grades and exports."""
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            for key, prop in declaration.properties.items():
                if key not in _LISTS and (PROPERTIES[key].value in _KINDS or key in _OTHERS):
                    yield from _rest(checked, prop, _items(prop)[1:])
            if declaration.kind.id == "export":
                for entry in declaration.entries:
                    yield from _exported(checked, entry)
            elif declaration.kind.entries in (ValueKind.FORMULA, ValueKind.BAND):
                for entry in declaration.entries:
                    yield from _rest(checked, entry, _items(entry)[1:])


def _items(prop: Property) -> list[Expression]:
    return [item for clause in prop.clauses for item in clause.items]


def _rest(checked: Checked, prop: Property, rest: Sequence[Expression]) -> Iterator[Diagnostic]:
    rest = [item for item in rest if not isinstance(item, Hole)]
    if rest:
        args = {"key": prop.key.text, "found": checked.source.slice(rest[0].span)}
        yield Diagnostic(codes.EXTRA_VALUE, rest[0].span, args)


def _exported(checked: Checked, entry: Property) -> Iterator[Diagnostic]:
    """A column of the result: a value, then perhaps the places it is shown with and its header."""
    yield from _rest(checked, entry, list(entry.clauses[0].items[1:]))
    more = [item for clause in entry.clauses[1:] for item in clause.items]
    titles = [item for item in more if isinstance(item, String)]
    yield from _rest(checked, entry, titles[1:])
    places = [item for item in more if not isinstance(item, String)]
    yield from _rest(checked, entry, places[1:])
    for item in places[:1]:
        whole = isinstance(item, Quantity) and item.number.denominator == 1
        if not (whole and isinstance(item, Quantity) and 0 <= item.number <= _MOST):
            yield Diagnostic(
                codes.WRONG_VALUE,
                item.span,
                {
                    "key": entry.key.text,
                    "expected": Text(
                        f"小数位数，0位至{_MOST}位", f"a number of places, 0 to {_MOST}"
                    ),
                    "found": f"“{checked.source.slice(item.span)}”",
                    "example": Text("例如：总分，2位", "for example: total, 2位"),
                },
            )

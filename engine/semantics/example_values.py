"""The values of worked examples: whether they can be values of the names they are written for."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from operator import add, mul, sub, truediv
from typing import TypeAlias

from ...grammar.diagnostics import Text, decimal_text
from ...grammar.nodes import (
    Binary,
    DateLiteral,
    Expression,
    Hole,
    Path,
    Property,
    Quantity,
    String,
    Unary,
)
from ...grammar.vocabulary import FLAGS, NOTHING, UNITS, find
from ..data.contract import ColumnSpec, Range
from ..levels import POLICY
from . import codes
from .bounds import quantity_value
from .declarations import Declaration
from .forms import amount, amount_kind
from .inferring import Inferring
from .references import IndicatorReference, MemberReference, Reference, Scope
from .types import Type
from .walk import expressions

#: What a name in an example denotes: a reference, or a column of the result table.
Meaning: TypeAlias = "Reference | Property"
#: The most places that a value is compared to.
MOST_PLACES = 12
_OPERATIONS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": add,
    "-": sub,
    "*": mul,
    "/": truediv,
}


def is_nothing(item: Expression) -> bool:
    """Whether the value written is 空."""
    return isinstance(item, Path) and item.text in (NOTHING.zh, NOTHING.en)


def figure_of(item: Expression) -> Fraction | None:
    """The number written, or worked out from written ones; None where there is none."""
    match item:
        case Quantity():
            return quantity_value(item)
        case Unary(op="-", operand=operand):
            inner = figure_of(operand)
            return None if inner is None else -inner
        case Binary(op="+" | "-" | "*" | "/" as op, left=left, right=right):
            first, second = figure_of(left), figure_of(right)
            if first is None or second is None or (op == "/" and not second):
                return None
            return _OPERATIONS[op](first, second)
        case _:
            return None


def fits(inference: Inferring, entry: Property, item: Expression, kind: Type) -> None:
    """A finding where a value cannot be one of its name."""
    if isinstance(item, Hole) or is_nothing(item):
        return
    match kind.base:
        case "condition":
            if not (isinstance(item, Path) and find(FLAGS, item.text)):
                _wrong(inference, entry, item, Text("是或否", "yes or no"), FLAGS[0].zh)
        case "choice":
            _choice(inference, entry, item, kind)
        case "number" if isinstance(item, String):
            # A word that the office writes for none is 空 in an example.
            expected = Text("具体的数，没有的写“空”", "a figure, or “nothing” where there is none")
            _wrong(inference, entry, item, expected, NOTHING.zh)
        case "number":
            _number(inference, entry, item, kind)
        case "date":
            if not isinstance(item, DateLiteral):
                _wrong(inference, entry, item, Text("日期", "a date"), "10月30日")
            else:
                inference.infer(item, Scope(POLICY))
        case "text" | "unit" | "names":
            if not isinstance(item, (String, Path)):
                _wrong(inference, entry, item, kind.words(), "“……”")
        case _:
            pass


def _choice(inference: Inferring, entry: Property, item: Expression, kind: Type) -> None:
    if not isinstance(item, Path):
        sample = kind.members[0] if kind.members else "……"
        _wrong(inference, entry, item, Text("一个名称", "a name"), sample)
    elif item.text in kind.members:
        inference.refs[item] = MemberReference(item.text)
    else:
        inference.findings.append(inference.names.unknown_member(item, kind.members))


def _number(inference: Inferring, entry: Property, item: Expression, kind: Type) -> None:
    """A number, written or worked out from written ones, of the unit of its name."""
    named = next((part for part in expressions(item) if isinstance(part, Path)), None)
    if named is not None:
        _wrong(inference, entry, named, Text("具体的数", "a figure"), "95")
        return
    written = inference.number(item, inference.infer(item, Scope(POLICY)))
    if written.base == "number" and figure_of(item) is None:
        _wrong(inference, entry, item, Text("具体的数", "a figure"), "95")
    elif written.base == "number":
        path = Path((entry.key,), span=entry.key.span)
        verb = Text("相等", "equal")
        inference.same_dimension(path, item, kind, written, verb, item)


def admitted(inference: Inferring, entry: Property, item: Expression, spec: ColumnSpec) -> None:
    """A finding where the year's data could not hold the value of a column."""
    if is_nothing(item):
        if not spec.nullable:
            never = Text("一个值（这一列不能空）", "a value (never blank)")
            _wrong(inference, entry, item, never, "……")
        return
    figure = figure_of(item)
    if spec.range is not None and figure is not None and not spec.range.holds(figure):
        _wrong(inference, entry, item, _range_words(spec.range), "……")


def _range_words(found: Range) -> Text:
    """The range of a column: ``不低于0、不高于100的数``."""
    zh, en = [], []
    if found.low is not None:
        low = decimal_text(found.low)
        zh.append(("不低于" if found.low_closed else "高于") + low)
        en.append(("at least " if found.low_closed else "above ") + low)
    if found.high is not None:
        high = decimal_text(found.high)
        zh.append(("不高于" if found.high_closed else "低于") + high)
        en.append(("at most " if found.high_closed else "below ") + high)
    return Text("、".join(zh) + "的数", " and ".join(en))


def bounded(inference: Inferring, entry: Property, item: Expression, found: Meaning) -> None:
    """A finding where a value is below 0 or above the points that its name can have."""
    most, figure = _most(inference, found), figure_of(item)
    if most is not None and figure is not None and not 0 <= figure <= most:
        shown = decimal_text(most)
        expected = Text(f"0分至{shown}分", f"0 to {shown}pts")
        _wrong(inference, entry, item, expected, f"{shown}分")


def _most(inference: Inferring, found: Meaning) -> Fraction | None:
    """The points that a value cannot be above, where its head states any."""
    declarations = found.declarations if isinstance(found, IndicatorReference) else ()
    points = [_points(inference, declaration) for declaration in declarations]
    return max((p for p in points if p is not None), default=None)


def _points(inference: Inferring, declaration: Declaration) -> Fraction | None:
    """The points in a head; a stage's percentage is one of the points of the whole evaluation, and
    that of a panel is only its share."""
    written = None if declaration.kind.id == "panel" else amount(declaration)
    if written is None or amount_kind(written) == "point":
        return None if written is None else quantity_value(written)
    whole = amount(list(inference.names.symbols.ancestors(declaration))[-1])
    return quantity_value(whole) * quantity_value(written) if whole is not None else None


def qualified(inference: Inferring, block: Declaration, entry: Property) -> None:
    """Only an expected number has something behind it: the places it is compared to."""
    more = [item for clause in entry.clauses[1:] for item in clause.items]
    if not more:
        return
    places = more[0]
    counted = isinstance(places, Quantity) and UNITS.get(places.unit or "") == "count"
    whole = isinstance(places, Quantity) and counted and places.number.denominator == 1
    if block.kind.id == "given" or len(more) > 1:
        _extra(inference, entry, more[-1])
    elif not (whole and isinstance(places, Quantity) and 0 <= places.number <= MOST_PLACES):
        _wrong(inference, entry, places, Text("小数位数", "a number of places"), "95分，2位")


def _extra(inference: Inferring, entry: Property, item: Expression) -> None:
    found = inference.names.slice(item)
    inference.report(codes.EXTRA_VALUE, item, key=entry.key.text, found=found)


def _wrong(
    inference: Inferring, entry: Property, item: Expression, expected: Text, sample: str
) -> None:
    key, shown = entry.key.text, inference.names.slice(item)
    inference.report(
        codes.WRONG_VALUE, item, key=key, expected=expected,
        found=shown if isinstance(item, String) else f"“{shown}”",
        example=Text(f"例如：{key}：{sample}", f"for example: {key}: {sample}"),
    )  # fmt: skip

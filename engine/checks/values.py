"""Property values: text where text is asked for, a count, a date, one of a property's own words."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Edit, Fix, Text, decimal_text
from ...grammar.nodes import (
    Call,
    Clause,
    DateLiteral,
    Document,
    Expression,
    Hole,
    Interval,
    Path,
    Property,
    Quantity,
    String,
    YearLiteral,
)
from ...grammar.read import tokenize
from ...grammar.source import Source, Span
from ...grammar.suggest import nearest
from ...grammar.vocabulary import FLAGS, PROPERTIES, find
from ...grammar.words import PropertyWord, ValueKind
from ..semantics import codes
from ..semantics.bounds import dashed
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.declare import replacement
from ..semantics.forms import amount_kind
from ..semantics.scores import POINTS

#: What each kind of value looks like, in words, with an example.
_SHAPES: dict[ValueKind, tuple[Text, str]] = {
    ValueKind.TEXT: (Text("引号里的文字", "quoted text"), "“……”"),
    ValueKind.PROVENANCE: (
        Text("引号里的文字，可指明是哪一项", "quoted text, which may name a property"),
        "“四（一）”",
    ),
    ValueKind.COUNT: (Text("个数", "a count"), "3个"),
    ValueKind.POINTS: (Text("分数", "points"), "100分"),
    ValueKind.DATE: (Text("日期", "a date"), "10月30日"),
    ValueKind.YEAR: (Text("年份", "a year"), "2009年"),
    ValueKind.BAND: (Text("分数段", "a range of points"), "80分以上不足90分"),
    ValueKind.STEP: (Text("一段数", "a range of numbers"), "10以内"),
    ValueKind.TABLE: (Text("数据表的名称", "the name of a table"), "重点工作目标表"),
    ValueKind.NAMES: (Text("已声明的名称", "declared names"), "市绩效办"),
    ValueKind.NEW_NAMES: (Text("名称", "names"), "甲、乙"),
    ValueKind.WORDS: (Text("名称或文字", "names or quoted text"), "约谈（部门负责人）"),
    ValueKind.COLUMNS: (Text("列名", "column names"), "单位"),
    ValueKind.SOURCE: (Text("数据表或指标的名称", "the name of a table or indicator"), "日常评估"),
}

#: Properties that ask for less than their kind of value allows.
_NARROWER: dict[str, tuple[Text, str]] = {
    "applies": (Text("对象的名称", "names of kinds of units"), "县区政府"),
    "evaluates": (Text("对象的名称", "names of kinds of units"), "县区政府"),
    "groups": (Text("分组的名称", "the name of a grouping"), "排名组"),
    "grade": (Text("等次的名称", "the name of the grades"), "拟定等次"),
    "floor": (Text("一个等次的名称", "the name of one grade"), "较差"),
    "set_to": (Text("一个等次的名称", "the name of one grade"), "较差"),
    "at_best": (Text("一个等次的名称", "the name of one grade"), "良好"),
    "at_most": (Text("最多几级", "the most grades"), "至多1级"),
}
_LITERALS = {
    ValueKind.DATE: "DATE",
    ValueKind.YEAR: "YEAR",
    ValueKind.COUNT: "QUANTITY",
    ValueKind.POINTS: "QUANTITY",
}
_PATHS = (ValueKind.TABLE, ValueKind.NEW_NAMES, ValueKind.COLUMNS, ValueKind.SOURCE)


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every property of every declaration, and the entries of grades."""
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            for key, prop in declaration.properties.items():
                yield from _property(checked, prop, PROPERTIES[key])
            if declaration.kind.entries is ValueKind.BAND:
                kind = ValueKind.BAND if by_points(checked, declaration) else ValueKind.STEP
                for entry in declaration.entries:
                    yield from _items(checked, entry, entry.key.text, kind)


def by_points(checked: Checked, declaration: Declaration) -> bool:
    """Whether grades go by points, as they do unless they go by another figure. A figure of bare
    literals may be either, and one that could not be read too: then the bands say which."""
    formula = declaration.value("on")
    kind = checked.types.get(formula) if formula is not None else None
    bare = kind is not None and kind.base == "number" and kind.dimension is None
    if bare or (kind is not None and kind.base == "unknown"):
        return any(_pointed(entry) for entry in declaration.entries)
    return kind is None or kind.base != "number" or kind.dimension == POINTS


def _pointed(entry: Property) -> bool:
    """Whether a band is written in points."""
    item = entry.clauses[0].items[0]
    interval = item if isinstance(item, Interval) else dashed(item)
    ends = (interval.low, interval.high) if interval else ()
    return any(end is not None and amount_kind(end) == "point" for end in ends)


def _property(checked: Checked, prop: Property, word: PropertyWord) -> Iterator[Diagnostic]:
    if word.value is ValueKind.FLAG or word.value is ValueKind.CHOICE:
        yield from _choice(prop, word)
    elif word.value in _SHAPES or word.id in _NARROWER:
        yield from _items(checked, prop, prop.key.text, word.value, word.id)


def _choice(prop: Property, word: PropertyWord) -> Iterator[Diagnostic]:
    choices = FLAGS if word.value is ValueKind.FLAG else word.choices
    item = prop.clauses[0].items[0]
    if isinstance(item, Hole) or (isinstance(item, Path) and find(choices, item.text)):
        return
    found = item.text if isinstance(item, Path) else "…"
    near = nearest(found, [w for c in choices for w in (c.zh, c.en)])
    shown = Text("、".join(c.zh for c in choices), ", ".join(c.en for c in choices))
    args: dict[str, Argument] = {"key": prop.key.text, "word": found, "choices": shown}
    fixes = replacement(item, near)
    yield Diagnostic(codes.WRONG_CHOICE, item.span, args, fixes=fixes)


def _items(
    checked: Checked, prop: Property, key: str, kind: ValueKind, id: str = ""
) -> Iterator[Diagnostic]:
    expected, example = _NARROWER.get(id) or _SHAPES[kind]
    for item in _all(prop.clauses):
        fits = _narrow(item, id) if id in _NARROWER else _fits(item, kind)
        worked_out = checked.types.get(item) if kind is ValueKind.DATE else None
        fits = fits or (worked_out is not None and worked_out.base in ("date", "unknown"))
        if not isinstance(item, Hole) and not fits:
            shown = checked.source.slice(item.span)
            sample = _sample(item, kind, key, example)
            args: dict[str, Argument] = {
                "key": key,
                "expected": expected,
                "found": shown if isinstance(item, String) else f"“{shown}”",
                "example": sample,
            }
            yield Diagnostic(codes.WRONG_VALUE, item.span, args, fixes=_fixes(item, kind, shown))


def _sample(item: Expression, kind: ValueKind, key: str, example: str) -> Text:
    """An example, with the author's own number where a bound lacks its word."""
    if kind is ValueKind.BAND and isinstance(item, Quantity) and amount_kind(item) == "point":
        number = decimal_text(item.number)
        return Text(
            f"写明是以上还是以下，如“{number}分以上”或“低于{number}分”",
            f"say which side: “{number}pts or more” or “below {number}pts”",
        )
    return Text(f"例如：{key}：{example}", f"for example: {key}: {example}")


def _fixes(item: Expression, kind: ValueKind, shown: str) -> tuple[Fix, ...]:
    """A text put in quotes, a date or quantity taken out of them, and points with their unit."""
    if kind in (ValueKind.TEXT, ValueKind.PROVENANCE) and isinstance(item, (Path, Document)):
        title = Text("加上引号", "put it in quotes")
        return (Fix(title, (Edit(item.span, f"“{shown}”"),), safe=True),)
    ends = [item]
    if kind is ValueKind.BAND:
        interval = item if isinstance(item, Interval) else dashed(item)
        ends = [end for end in (interval.low, interval.high) if end] if interval else []
    elif kind is not ValueKind.POINTS:
        ends = []
    plain = [end.span for end in ends if isinstance(end, Quantity) and end.unit is None]
    if plain and len(plain) == len(ends):
        title = Text("补上“分”", "add the unit")
        return (Fix(title, tuple(Edit(Span(s.end, s.end), "分") for s in plain)),)
    return _unquoted(item, kind)


def _unquoted(item: Expression, kind: ValueKind) -> tuple[Fix, ...]:
    """A date or a quantity that was put in quotes, without them."""
    wanted = _LITERALS.get(kind)
    if wanted is None or not isinstance(item, String):
        return ()
    tokens, found = tokenize(Source("", item.text))
    if found or [token.kind for token in tokens] != [wanted]:
        return ()
    title = Text("去掉引号", "take the quotes off")
    return (Fix(title, (Edit(item.span, item.text),), safe=True),)


def _all(clauses: tuple[Clause, ...]) -> list[Expression]:
    return [item for clause in clauses for item in clause.items]


def _narrow(item: Expression, id: str) -> bool:
    if id != "at_most":
        return isinstance(item, Path)
    steps = item.high if isinstance(item, Interval) else item
    return isinstance(steps, Quantity) and _fits(steps, ValueKind.COUNT)


def _fits(item: Expression, kind: ValueKind) -> bool:
    match kind:
        case ValueKind.TEXT:
            return isinstance(item, String)
        case ValueKind.PROVENANCE:
            return isinstance(item, String) or (
                isinstance(item, Call) and all(isinstance(a.value, String) for a in item.arguments)
            )
        case ValueKind.COUNT:
            counted = isinstance(item, Quantity) and amount_kind(item) in ("number", "count")
            return counted and isinstance(item, Quantity) and _whole(item)
        case ValueKind.POINTS:
            return isinstance(item, Quantity) and amount_kind(item) == "point"
        case ValueKind.DATE:
            return isinstance(item, DateLiteral)
        case ValueKind.YEAR:
            return isinstance(item, YearLiteral)
        case ValueKind.BAND:
            interval = item if isinstance(item, Interval) else dashed(item)
            ends = (interval.low, interval.high) if interval else ()
            return interval is not None and all(
                e is None or amount_kind(e) == "point" for e in ends
            )
        case ValueKind.STEP:
            return isinstance(item, Interval) or dashed(item) is not None
        case ValueKind.WORDS:
            return isinstance(item, (Path, Call, String))
        case ValueKind.DOCUMENTS:
            return isinstance(item, (Document, String))
        case _ if kind in _PATHS:
            return isinstance(item, Path)
        case _:
            return isinstance(item, (Path, Call))


def _whole(quantity: Quantity) -> bool:
    return quantity.unit != "%" and quantity.number.denominator == 1 and quantity.number >= 0

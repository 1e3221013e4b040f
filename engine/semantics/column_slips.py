"""What was most likely meant by a column written in another way."""

from __future__ import annotations

from itertools import pairwise

from ...grammar.diagnostics import Edit, Fix, Text
from ...grammar.nodes import Path, Property, String
from ...grammar.read import tokenize
from ...grammar.source import Source, Span
from ...grammar.vocabulary import COLUMN_FLAGS, TYPES, find
from .bounds import measure_of

#: Types that are no likely value of an enumeration, as 单位 (of 单位、个人) is.
_PLAIN_TYPES = ("text", "number", "integer", "date")
_MEASURES = ("%", "分", "元", "pts", "yuan")


def parted_by_commas(entry: Property) -> tuple[str, ...]:
    """The names that a column may hold, where some ， stand for 、; () where none does."""
    items = [item for clause in entry.clauses for item in clause.items]
    names = tuple(item.text for item in items if isinstance(item, Path))
    known = any(find(TYPES, n) or find(COLUMN_FLAGS, n) or measure_of(n) for n in names)
    several = len(entry.clauses) > 1 and any(len(clause.items) > 1 for clause in entry.clauses)
    return names if several and not known and len(set(names)) == len(items) else ()


def with_list_marks(entry: Property) -> Fix:
    """The edit that writes 、 for every ， of a column."""
    gaps = [Span(a.span.end, b.span.start) for a, b in pairwise(entry.clauses)]
    title = Text("把“，”改成“、”", "write “、” for “，”")
    return Fix(title, tuple(Edit(gap, "、") for gap in gaps))


def without_quotes(entry: Property) -> Fix | None:
    """The edit that takes the quotes off the names that a column may hold, if nothing else is wrong
    with them."""
    items = entry.clauses[0].items
    quoted = [item for item in items if isinstance(item, String)]
    texts = [item.text for item in items if isinstance(item, (String, Path))]
    if len({*texts}) != len(items) or not all(map(is_name, texts)):
        return None
    title = Text("去掉引号", "take the quotes off")
    return Fix(title, tuple(Edit(item.span, item.text) for item in quoted), safe=True)


def is_name(text: str) -> bool:
    """Whether a text can stand as a name."""
    tokens, found = tokenize(Source("", text))
    return not found and [token.kind for token in tokens] == ["WORD"]


def is_type(name: str) -> bool:
    """Whether a name among values is a type, put where only names may stand."""
    word = find(TYPES, name)
    return name in _MEASURES or (word is not None and word.id in _PLAIN_TYPES)


def type_among(entry: Property, type: str, names: tuple[str, ...]) -> tuple[Text, Fix]:
    """``数、无专项预算``: figures, and a word where there is none, were meant."""
    items, others = entry.clauses[0].items, [name for name in names if name != type]
    quoted = "、".join(f"“{name}”" for name in others)
    flag = f"nullable({quoted})" if type.isascii() and type != "%" else f"可空（{quoted}）"
    meant = f"{type}{', ' if flag[0] == 'n' else '，'}{flag}"
    hint = Text(
        f"没有时写着{quoted}的，写成：{entry.key.text}：{meant}；"
        "真有这个名称的，先声明一个名录，列里写名录的名称",
        f"if {quoted} stands where there is none, write “{entry.key.text}: {meant}”; "
        "if it is a name indeed, put the names into a roster and write the roster's name",
    )
    span = Span(items[0].span.start, items[-1].span.end)
    title = Text(f"改成“{meant}”", f"write “{meant}”")
    return hint, Fix(title, (Edit(span, meant),))


def bare_range(entry: Property, measure: str) -> tuple[Text, Text]:
    """What is wrong with a range without a unit in a column of 万元, and how it is written."""
    sample = f"{entry.key.text}：{measure}，0{measure}至500{measure}"
    return (
        Text(
            f"列以“{measure}”计，范围没有写单位",
            f"the column is in {measure}, and its range has no unit",
        ),
        Text(f"例如：{sample}", f"for example “{sample}”"),
    )

"""The words that fill the sentences about cells."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ...grammar.diagnostics import Argument, Text, decimal_text
from ..numerals import number
from .contract import ColumnSpec, ColumnType, Range
from .names import Names
from .tables import RawCell
from .text import is_missing, plain


def details_of(
    column: ColumnSpec, cell: RawCell, names: Names | None, read: str, *, some: bool = False
) -> Mapping[str, Argument]:
    """All that any message about a cell may ask for. ``some``: other cells of it hold values."""
    return {
        "column": column.name,
        "read": read,
        "range": range_text(column.range, column.unit) if column.range else "",
        "choices": "、".join(column.choices),
        "unit": _unit_text(column.measure or None),
        "typed": _typed(plain(cell.text)),
        "suggestion": _meant(names, cell),
        "advice": _advice(column, plain(cell.text), some),
    }


_DATE = Text("写成 2009-10-31、2009年10月31日 之类", "write 2009-10-31 or 2009年10月31日")
_NUMBER = Text("改成数字", "write a number")
_BLANK = Text("；没有的留空（该列须声明“可空”）", "; leave it blank where the column is nullable")
_FILL = Text("补上内容", "fill it in")


def _advice(column: ColumnSpec, text: str, some: bool) -> Text:
    """How to mend a cell, and what to write in the policy where its text says that there is none.
    A text with digits is a slip, and so is what fills a whole column."""
    missing = is_missing(text)
    figure = number(text.removesuffix(column.unit or "")) if _in_words(column, text) else None
    if figure is not None:
        written = decimal_text(figure)
        return Text(f"写成数字 {written}", f"write the figure {written}")
    mend = _FILL if missing else _DATE if column.type is ColumnType.DATE else _NUMBER
    if not missing and (not some or any(map(str.isdigit, text))):
        return mend if mend is _DATE else Text(mend.zh + _BLANK.zh, mend.en + _BLANK.en)
    zh, en = _nullable(column, text)
    said = f"如果“{text}”表示没有" if text else "允许空着的"
    named = f"“{text}” means that there is none" if text else "it may be blank"
    return Text(
        f"{mend.zh}；{said}，在政策里给“{column.name}”这一列写上：{zh}",
        f"{mend.en}; if {named}, write for column “{column.name}” of the policy: {en}",
    )


def _in_words(column: ColumnSpec, text: str) -> bool:
    """Whether a cell for a number may hold one in words: 一百, 九十五分."""
    return column.type in (ColumnType.NUMBER, ColumnType.INTEGER) and not text[:1].isascii()


def _nullable(column: ColumnSpec, text: str) -> tuple[str, str]:
    """The attribute by which a column would take a text for none, beside what it takes already."""
    if column.blanks is None and is_missing(text):
        return "可空", "nullable"
    known = column.blanks or (("",) if column.nullable else ())
    words = [f"“{word}”" for word in (*known, text)]
    return f"可空（{'、'.join(words)}）", f"nullable({', '.join(words)})"


def suggestion(near: tuple[str, ...], otherwise: Text) -> Text:
    """“Did you mean” in words, or what to do when nothing resembles."""
    if not near:
        return otherwise
    zh = "、".join(f"“{name}”" for name in near)
    return Text(f"是不是{zh}？", f"did you mean {' or '.join(f'“{name}”' for name in near)}?")


def _meant(names: Names | None, cell: RawCell) -> Text:
    near = names.near(cell.text) if names is not None else ()
    return suggestion(near, Text("按政策和名册的写法改", "write it as policy and register do"))


def _typed(text: str) -> Text:
    return Text(f"（写的是“{text}”）", f" (it says “{text}”)") if text else Text("", "")


def _unit_text(unit: str | None) -> Text:
    if unit is None:
        return Text("是不带单位的数", "a number without unit")
    return Text(f"以“{unit}”计", f"in “{unit}”")


def range_text(bounds: Range, unit: str | None) -> Text:
    """A range in the words of the policy language."""
    if bounds.low is not None and bounds.high is not None:
        return _between(bounds, _amount(bounds.low, unit), _amount(bounds.high, unit))
    if bounds.low is not None:
        low = _amount(bounds.low, unit)
        closed = bounds.low_closed
        return (
            Text(f"{low}以上", f"at least {low}") if closed else Text(f"高于{low}", f"above {low}")
        )
    high = _amount(bounds.high or Fraction(0), unit)
    closed = bounds.high_closed
    return (
        Text(f"{high}以下", f"at most {high}") if closed else Text(f"低于{high}", f"below {high}")
    )


def _between(bounds: Range, low: str, high: str) -> Text:
    if bounds.low_closed and bounds.high_closed:
        return Text(f"{low}至{high}", f"{low} to {high}")
    above = (
        Text(f"{low}以上", f"at least {low}")
        if bounds.low_closed
        else Text(f"高于{low}", f"above {low}")
    )
    below = (
        Text(f"{high}以下", f"at most {high}")
        if bounds.high_closed
        else Text(f"低于{high}", f"below {high}")
    )
    return Text(f"{above.zh}、{below.zh}", f"{above.en} and {below.en}")


def _amount(number: Fraction, unit: str | None) -> str:
    return decimal_text(number * 100 if unit == "%" else number) + (unit or "")

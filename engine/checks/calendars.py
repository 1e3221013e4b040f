"""Calendars: the table of holidays says of each day whether it is off or worked."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic
from ...grammar.suggest import nearest
from ..data.contract import ColumnSpec
from ..semantics.calendars import day_columns, kind_of
from ..semantics.checked import Checked
from ..semantics.codes.make import code
from ..semantics.declarations import Declaration
from ..semantics.declare import suggestion


def _table(kinds: str, calendar: str) -> str:
    """A table that says of a day what ``kinds`` name, a calendar by it, and a rule that counts its
    working days."""
    return f"""
数据表 放假安排 {{
  出处：“五”
  文件：“放假安排.csv”
  主键：日期
  列 {{ 日期：日期；安排：{kinds} }}
}}
{calendar}
提示 久未批准 {{
  出处：“五”
  逐行：加分申报
  当：工作日数（批准日期，10月30日，节假日） ＞ 5个工作日
  内容：“请核对”
}}"""


BAD_HOLIDAYS = code(
    "G342",
    (
        "“{name}”的假日表“{table}”要以一列日期为主键，另有一列写放假、上班等几个名称",
        "the table “{table}” of “{name}” needs a column of dates as its key, and one of names such"
        " as off, work",
    ),
    what=(
        "日历靠一张表逐日写明放假和调休上班，这张表的列不是这样。",
        "A calendar rests on a table of days off and days worked; this one has other columns.",
    ),
    why=("认不出哪些日子放假，就数不了工作日。", "Working days cannot be counted without."),
    mend=(
        "表里写“主键：日期”，列写“日期：日期；安排：放假、上班”。",
        "Give the table the key “day” and the columns “day: date; kind: off, work”.",
    ),
    bad=_table("文字", "日历 节假日 { 出处：“五”；假日表：放假安排 }"),
    good=_table("放假、上班", "日历 节假日 { 出处：“五”；假日表：放假安排 }"),
    hint=("改成“日期：日期；安排：放假、上班”", "write “day: date; kind: off, work”"),
)
UNKNOWN_DAY = code(
    "G343",
    (
        "“{name}”不知道“{table}”的“{column}”里“{word}”是放假还是上班",
        "“{name}” cannot tell whether “{word}” in “{column}” of “{table}” is off or work",
    ),
    what=(
        "假日表里有一个词，不是语言认得的放假、上班的说法，日历里没有写明，或者两边都写了。",
        "A word of the holiday table is none that the language knows for a day off or a day worked,"
        " and the calendar does not say which it is, or says both.",
    ),
    why=(
        "“调休”有时指放假，有时指上班；猜错一天，期限就错一天。",
        "Some words are used for either; a day guessed wrong is a deadline a day wrong.",
    ),
    mend=(
        "日历里写“放假：轮休”或“上班：轮休”。",
        "Say in the calendar “off: word” or “work: word”.",
    ),
    bad=_table("节假日、调休", "日历 节假日 { 出处：“五”；假日表：放假安排 }"),
    good=_table("节假日、调休", "日历 节假日 { 出处：“五”；假日表：放假安排；上班：调休 }"),
    hint=("在日历里写“放假：{word}”或“上班：{word}”", "write “off: {word}” or “work: {word}”"),
)
NO_SUCH_DAY_WORD = code(
    "G344",
    (
        "“{name}”里写的“{word}”，“{table}”的“{column}”没有这个词",
        "“{column}” of “{table}” has no “{word}”, which “{name}” names",
    ),
    what=(
        "日历说明了一个词是放假还是上班，可假日表的那一列没有这个词。",
        "The calendar says of a word whether it is off or work, and the column has no such word.",
    ),
    why=("多半是错字，真正的那个词就没有人说明。", "It is most likely misspelt."),
    mend=("按列里的写法写。", "Write it as the column does."),
    bad=_table("轮休、上班", "日历 节假日 { 出处：“五”；假日表：放假安排；放假：轮修 }"),
    good=_table("轮休、上班", "日历 节假日 { 出处：“五”；假日表：放假安排；放假：轮休 }"),
    hint=("{suggestion}", "{suggestion}"),
)
CODES = (BAD_HOLIDAYS, UNKNOWN_DAY, NO_SUCH_DAY_WORD)


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every calendar whose table there is."""
    for declaration in checked.symbols.all_of("calendar"):
        path = declaration.paths("holidays")
        if not path or path[0].text not in checked.symbols.tables:
            continue
        columns = day_columns(checked.symbols, declaration)
        if columns is None:
            args = {"name": declaration.name, "table": path[0].text}
            yield Diagnostic(BAD_HOLIDAYS, path[0].span, args)
        else:
            yield from list(_misnamed(declaration, *columns)) or _unsaid(declaration, *columns)


def _misnamed(
    calendar: Declaration, table: str, day: ColumnSpec, kind: ColumnSpec
) -> Iterator[Diagnostic]:
    """Words that the calendar speaks of and the column has not."""
    for path in (*calendar.paths("off"), *calendar.paths("work")):
        if path.text not in kind.choices:
            near = suggestion(nearest(path.text, kind.choices))
            args = _args(calendar, table, kind, path.text) | {"suggestion": near}
            yield Diagnostic(NO_SUCH_DAY_WORD, path.span, args)


def _unsaid(
    calendar: Declaration, table: str, day: ColumnSpec, kind: ColumnSpec
) -> Iterator[Diagnostic]:
    """Words of the column of which it is not known what they mean."""
    place = calendar.paths("holidays")[0].span
    for word in kind.choices:
        if not kind_of(word, calendar):
            yield Diagnostic(UNKNOWN_DAY, place, _args(calendar, table, kind, word))


def _args(calendar: Declaration, table: str, kind: ColumnSpec, word: str) -> dict[str, Argument]:
    return {"name": calendar.name, "table": table, "column": kind.name, "word": word}

"""Calendars: the table of holidays says of each day whether it is off or worked."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Diagnostic
from ..semantics.calendars import holidays_of
from ..semantics.checked import Checked
from ..semantics.codes.make import code

BAD_HOLIDAYS = code(
    "G342",
    (
        "“{name}”的假日表“{table}”要以一列日期为主键，另有一列写放假、上班",
        "the table “{table}” of “{name}” needs a column of dates as its key, and one of off, work",
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
    bad="""
数据表 放假安排 {
  出处：“五”
  文件：“放假安排.csv”
  主键：日期
  列 { 日期：日期；安排：文字 }
}
日历 节假日 { 出处：“五”；假日表：放假安排 }
提示 久未批准 {
  出处：“五”
  逐行：加分申报
  当：工作日数（批准日期，10月30日，节假日） ＞ 5个工作日
  内容：“请核对”
}""",
    good="""
数据表 放假安排 {
  出处：“五”
  文件：“放假安排.csv”
  主键：日期
  列 { 日期：日期；安排：放假、上班 }
}
日历 节假日 { 出处：“五”；假日表：放假安排 }
提示 久未批准 {
  出处：“五”
  逐行：加分申报
  当：工作日数（批准日期，10月30日，节假日） ＞ 5个工作日
  内容：“请核对”
}""",
    hint=("改成“日期：日期；安排：放假、上班”", "write “day: date; kind: off, work”"),
)
CODES = (BAD_HOLIDAYS,)


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every calendar whose table there is."""
    for declaration in checked.symbols.all_of("calendar"):
        path = declaration.paths("holidays")
        known = path and path[0].text in checked.symbols.tables
        if known and holidays_of(checked.symbols, declaration) is None:
            args = {"name": declaration.name, "table": path[0].text}
            yield Diagnostic(BAD_HOLIDAYS, path[0].span, args)

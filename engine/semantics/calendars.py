"""Typing of what is worked out on dates, and which table says when a calendar's days are off."""

from __future__ import annotations

from ...grammar.diagnostics import Text
from ...grammar.nodes import Binary, Call, Expression, Path
from ...grammar.vocabulary import DAYS, find
from ..data.contract import ColumnSpec, ColumnType, Holidays
from ..functions import Function, find_function, option
from ..levels import finer
from . import codes
from .arguments import misused, shown
from .declarations import Declaration
from .inferring import Inferring
from .references import Scope
from .symbols import Symbols
from .types import UNKNOWN, Dimension, Type

DAY: Dimension = (("day", 1),)
WORKDAY: Dimension = (("workday", 1),)
MONTH: Dimension = (("month", 1),)
YEAR: Dimension = (("year", 1),)
#: What each function takes: so many numbers or dates, and a calendar after them or not.
DATES: dict[str, tuple[bool, ...]] = {
    "day": (False, False, False),
    "year": (True,),
    "month": (True,),
    "day_of": (True,),
    "workdays": (True, True),
    "workday_after": (True, False),
    "workday_from": (True,),
}
COUNTING = ("workdays", "workday_after", "workday_from")
#: Words of a holiday table that say it as plainly as 放假 and 上班. 调休 alone may mean either.
_SAID: dict[str, tuple[str, ...]] = {
    "off": ("休息", "休假", "公休", "节假日", "法定节假日", "休息日", "公休日", "rest", "holiday"),
    "work": ("补班", "调休上班", "上班日", "工作日", "补班日", "working", "workday"),
}


def kind_of(word: str, calendar: Declaration) -> str:
    """Whether a word of a holiday table is ``off`` or ``work``: as the calendar maps it, else as
    the word says; "" where that is not known, or the calendar says both."""
    mapped = [id for id in _SAID if any(path.text == word for path in calendar.paths(id))]
    if mapped:
        return mapped[0] if len(mapped) == 1 else ""
    own = find(DAYS, word)
    return own.id if own else next((id for id, words in _SAID.items() if word in words), "")


def day_columns(
    symbols: Symbols, calendar: Declaration
) -> tuple[str, ColumnSpec, ColumnSpec] | None:
    """The table of a calendar, its key, a column of dates, and the column that says 放假 or 上班:
    of several columns of names the one with fewest words that are not known. None where it is not
    so."""
    path = calendar.paths("holidays")
    table = symbols.tables.get(path[0].text) if path else None
    if table is None or len(table.key) != 1:
        return None
    day = next((c for c in table.columns if c.name in table.key), None)
    kinds = [c for c in table.columns if c.type is ColumnType.CHOICE]
    if day is None or day.type is not ColumnType.DATE or not kinds:
        return None
    mapped = {path.text for id in _SAID for path in calendar.paths(id)}

    def unknown(column: ColumnSpec) -> int:
        return sum(not (kind_of(c, calendar) or c in mapped) for c in column.choices)

    return table.name, day, min(kinds, key=unknown)


def holidays_of(symbols: Symbols, calendar: Declaration) -> Holidays | None:
    """What a calendar's table says of a day; None where its columns or words do not say it."""
    columns = day_columns(symbols, calendar)
    if columns is None:
        return None
    table, day, kind = columns
    said: dict[str, list[str]] = {"off": [], "work": []}
    for word in kind.choices:
        meant = kind_of(word, calendar)
        if not meant:
            return None
        said[meant].append(word)
    return Holidays(table, day.name, kind.name, tuple(said["off"]), tuple(said["work"]))


def counts_first(call: Call, function: Function) -> bool:
    """Whether a count of working days begins with its first day (含当日)."""
    last = call.arguments[-1].value if call.arguments else None
    return (
        function.id == "workday_after"
        and isinstance(last, Path)
        and len(call.arguments) > len(DATES[function.id])
        and option(last.text) == "inclusive"
    )


def _named(call: Call, function: Function) -> tuple[Expression, ...]:
    """What a call says after its dates and numbers, but for 含当日."""
    rest = call.arguments[len(DATES[function.id]) :]
    return tuple(a.value for a in (rest[:-1] if counts_first(call, function) else rest))


def calendar_of(symbols: Symbols, call: Call | None = None) -> Declaration | None:
    """The calendar that a call names after its dates and numbers, or the only one there is."""
    calendars = symbols.all_of("calendar")
    function = find_function(call.callee.text) if call is not None else None
    named = _named(call, function) if call is not None and function is not None else ()
    if named:
        name = named[0].text if isinstance(named[0], Path) else ""
        return next((c for c in calendars if c.name == name), None)
    return calendars[0] if len(calendars) == 1 else None


def on_dates(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """A function of dates and of numbers of days."""
    dates, named = DATES[function.id], _named(call, function)
    counting = function.id in COUNTING
    if len(call.arguments) < len(dates) or len(named) > counting:
        return misused(inference, call, function.usage)
    if counting and calendar_of(inference.names.symbols, call) is None:
        return misused(inference, call, function.usage)
    found = Type("number")
    for argument, is_date in zip(call.arguments, dates, strict=False):
        kind = inference.infer(argument.value, scope)
        kind = (
            _date(inference, argument.value, kind)
            if is_date
            else inference.number(argument.value, kind)
        )
        if kind.base == "unknown":
            return UNKNOWN
        if function.id == "workday_after" and kind.dimension not in ((), None, WORKDAY):
            return _mismatch(inference, call, argument.value, kind, Text("工作日", "working days"))
        found = found.at(finer(found.level, kind.level))
    if function.id in ("day", "workday_after", "workday_from"):
        return Type("date", found.level)
    return Type("number", found.level, WORKDAY if function.id == "workdays" else ())


def dates_apart(inference: Inferring, expr: Binary, left: Type, right: Type) -> Type:
    """A date less a date is a number of days; a date and days, months, years or working days make a
    date."""
    level = finer(left.level, right.level)
    if right.base == "date" and expr.op == "-":
        return Type("number", level, DAY)
    number = inference.number(expr.right, right)
    if number.base == "unknown":
        return UNKNOWN
    if number.dimension == WORKDAY and calendar_of(inference.names.symbols) is not None:
        return Type("date", level)
    if number.dimension not in (None, DAY, MONTH, YEAR):
        return _mismatch(inference, expr, expr.right, number, Text("日期", "a date"))
    return Type("date", level)


def _date(inference: Inferring, node: Expression, kind: Type) -> Type:
    if kind.base in ("date", "unknown"):
        return kind
    return inference.report(
        codes.NOT_COMPARABLE,
        node,
        left=Text(
            f"“{inference.names.slice(node)}”（{kind.words().zh}）",
            f"“{inference.names.slice(node)}” ({kind.words().en})",
        ),
        right=Text("日期", "a date"),
    )


def _mismatch(
    inference: Inferring, place: Binary | Call, node: Expression, kind: Type, wanted: Text
) -> Type:
    left = shown(inference, node, kind)
    verb = Text("相加减", "added or subtracted")
    return inference.report(codes.UNIT_MISMATCH, place, left=left, right=wanted, verb=verb)

"""Typing of what is worked out on dates, and which table says when a calendar's days are off."""

from __future__ import annotations

from ...grammar.diagnostics import Text
from ...grammar.nodes import Binary, Call, Expression, Path
from ...grammar.vocabulary import DAYS, find
from ..data.contract import ColumnType, Holidays
from ..functions import Function
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
#: What each function takes: so many numbers or dates, and a calendar after them or not.
_DATES: dict[str, tuple[bool, ...]] = {
    "day": (False, False, False),
    "year": (True,),
    "month": (True,),
    "workdays": (True, True),
    "workday_after": (True, False),
}
COUNTING = ("workdays", "workday_after")


def holidays_of(symbols: Symbols, calendar: Declaration) -> Holidays | None:
    """The table of a calendar: its key a column of dates, and a column that says 放假 or 上班. None
    where it is not so."""
    path = calendar.paths("holidays")
    table = symbols.tables.get(path[0].text) if path else None
    if table is None or len(table.key) != 1:
        return None
    day = next((c for c in table.columns if c.name in table.key), None)
    kind = next((c for c in table.columns if c.type is ColumnType.CHOICE), None)
    words = {w.id: c for c in (kind.choices if kind else ()) if (w := find(DAYS, c)) is not None}
    if day is None or day.type is not ColumnType.DATE or kind is None:
        return None
    if len(words) != 2 or len(kind.choices) != 2:
        return None
    return Holidays(table.name, day.name, kind.name, words["off"], words["work"])


def calendar_of(symbols: Symbols, call: Call | None = None) -> Declaration | None:
    """The calendar that a call names as its third argument, or the only one there is."""
    calendars = symbols.all_of("calendar")
    if call is not None and len(call.arguments) == 3:
        path = call.arguments[2].value
        name = path.text if isinstance(path, Path) else ""
        return next((c for c in calendars if c.name == name), None)
    return calendars[0] if len(calendars) == 1 else None


def on_dates(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """A function of dates and of numbers of days."""
    dates, count = _DATES[function.id], len(call.arguments)
    counting = function.id in COUNTING
    if count != len(dates) and not (counting and count == len(dates) + 1):
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
    if function.id in ("day", "workday_after"):
        return Type("date", found.level)
    return Type("number", found.level, WORKDAY if function.id == "workdays" else ())


def dates_apart(inference: Inferring, expr: Binary, left: Type, right: Type) -> Type:
    """A date less a date is a number of days; a date and days, or working days, make a date."""
    level = finer(left.level, right.level)
    if right.base == "date" and expr.op == "-":
        return Type("number", level, DAY)
    number = inference.number(expr.right, right)
    if number.base == "unknown":
        return UNKNOWN
    if number.dimension == WORKDAY and calendar_of(inference.names.symbols) is not None:
        return Type("date", level)
    if number.dimension not in (None, DAY):
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

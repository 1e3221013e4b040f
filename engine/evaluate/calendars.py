"""Work on dates: days apart, days later, working days by a table of holidays."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import reduce
from typing import Any

from attrs import frozen

from ..data.tables import Dataset
from ..plan.ops import Dated, OpId
from .values import UNPLAIN, Blank, Column, Fault, Value, merged

_SATURDAY = 5
_DAY = timedelta(days=1)


class NoYear(Exception):  # caught in this file: it ends a count of days
    """A year of which the table of holidays has no day."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class NoDay(Exception):  # caught in this file: it ends a count of days
    """A day that does not exist."""


@frozen
class Days:
    """Which days are worked: as the table says, else Monday to Friday."""

    said: dict[date, bool]
    years: frozenset[int]

    def worked(self, day: date) -> bool:
        if day.year not in self.years:
            raise NoYear(day.year)
        return self.said.get(day, day.weekday() < _SATURDAY)


def days_of(op: Dated, dataset: Dataset) -> Days:
    """The days that the table of an operation speaks of."""
    if op.holidays is None:
        return Days({}, frozenset())
    columns = dataset.tables[op.holidays.table].columns
    pairs = zip(columns[op.holidays.day], columns[op.holidays.kind], strict=True)
    said = {day: kind in op.holidays.work for day, kind in pairs if isinstance(day, date)}
    return Days(said, frozenset(day.year for day in said))


def dated(op: Dated, op_id: OpId, columns: Sequence[Column], dataset: Dataset) -> Column:
    """The values of one operation on dates."""
    days = days_of(op, dataset)
    return [_each(op, op_id, i, row, days) for i, row in enumerate(zip(*columns, strict=True))]


def _each(op: Dated, op_id: OpId, index: int, row: tuple[Value, ...], days: Days) -> Value:
    needed = [
        Fault("blank", arg, index) if value.__class__ is Blank else value
        for arg, value in zip(op.args, row, strict=True)
    ]
    broken = [value for value in needed if value.__class__ in UNPLAIN]
    if broken:
        return reduce(merged, broken)
    try:
        return _worked_out(op, row, days)
    except NoYear:
        return Fault("year", op_id, index)
    except (NoDay, ValueError, OverflowError):
        return Fault("day", op_id, index)


def missing_year(op: Dated, row: Sequence[Value], dataset: Dataset) -> int:
    """The year that stopped a count of working days."""
    try:
        _worked_out(op, tuple(row), days_of(op, dataset))
    except NoYear as missing:
        return missing.year
    return 0


def _worked_out(op: Dated, row: tuple[Any, ...], days: Days) -> Value:
    match op.function:
        case "between":
            return int((row[0] - row[1]).days)
        case "shift":
            return row[0] + _whole(row[1]) * _DAY  # type: ignore[no-any-return]
        case "months":
            return _months_on(row[0], _whole(row[1]))
        case "day":
            year, month, day = map(_whole, row)
            return date(year, month, day)
        case "year":
            return row[0].year  # type: ignore[no-any-return]
        case "month":
            return row[0].month  # type: ignore[no-any-return]
        case "day_of":
            return row[0].day  # type: ignore[no-any-return]
        case "workdays":
            return _counted(row[0], row[1], days)
        case "workday_after":
            return _after(row[0], _whole(row[1]), days)
        case "workday_counting":
            return _counting(row[0], _whole(row[1]), days)
        case "workday_from":
            return _counting(row[0], 1, days)


def _whole(number: Any) -> int:
    if number.denominator != 1:
        raise NoDay
    return int(number)


def _months_on(day: date, count: int) -> date:
    """The same day so many months on, or back; the last day of a month that lacks it."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise NoDay
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _counted(first: date, last: date, days: Days) -> int:
    """Working days after the first day up to the last; the other way round they are negative."""
    if last < first:
        return -_counted(last, first, days)
    return sum(days.worked(first + n * _DAY) for n in range(1, (last - first).days + 1))


def _counting(day: date, count: int, days: Days) -> date:
    """The so-many-th working day, the first day being one of them if it is worked."""
    if not count:
        raise NoDay
    return _after(day - _DAY if count > 0 else day + _DAY, count, days)


def _after(day: date, count: int, days: Days) -> date:
    """So many working days on, or back."""
    step = _DAY if count > 0 else -_DAY
    while count:
        if not MINYEAR < day.year < MAXYEAR:
            raise NoDay
        day += step
        count -= days.worked(day) * (1 if count > 0 else -1)
    return day

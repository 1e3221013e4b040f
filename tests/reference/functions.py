"""The functions that take plain values: numbers, dates, and many numbers at once."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Context, Decimal
from fractions import Fraction
from functools import partial
from math import ceil, floor
from statistics import mean, median
from typing import Any

from .values import BLANK, NOTHING, ONE, ZERO, Fault, Value, fault, needed, plain, strictly

# ── numbers ──


def rounded(number: Fraction, places: Fraction, mode: str) -> Fraction:
    """To so many decimals, by magnitude: halves up or to the even digit, the rest dropped or counted."""
    scale, half = 10**places, Fraction(1, 2)
    n = abs(number) * scale
    ways = {"down": floor(n), "up": ceil(n), "half_up": floor(n + half), "half_even": round(n)}
    return Fraction(ways[mode]) / scale * (1 if number >= 0 else -1)


def stride(excess: Fraction, length: Fraction, part: str) -> Value:
    """How many steps an excess makes; a part of one is not counted, is one, or counts in proportion."""
    if not length:
        return fault("zero")
    steps, modes = max(excess / length, ZERO), {"ignore": "down", "up": "up"}
    return rounded(steps, ZERO, modes[part]) if part in modes else steps


_FINE = Context(prec=200)


def logarithm(number: Fraction) -> Value:
    """The natural logarithm to 30 significant digits."""
    return _digits(_FINE.ln(_decimal(number))) if number > 0 else fault("undefined")


def power(number: Fraction, exponent: Fraction) -> Value:
    """A power of an exponent of at most 1000: exact if that is whole, else to 30 digits."""
    if abs(exponent) > 1000 or (number == 0 and exponent < 0):
        return fault("undefined")
    if exponent.denominator == 1:
        return Fraction(number ** int(exponent))
    if number <= 0:
        return fault("undefined") if number else ZERO
    return _digits(_FINE.exp(_FINE.multiply(_FINE.ln(_decimal(number)), _decimal(exponent))))


def _decimal(number: Fraction) -> Decimal:
    return _FINE.divide(Decimal(number.numerator), Decimal(number.denominator))


def _digits(number: Decimal) -> Fraction:
    """30 significant digits, halves to even; of 150, so that what is exact is so before that."""
    return Fraction(Context(prec=30).plus(Context(prec=150).plus(number)))


# ── dates ──


def _whole(number: Fraction) -> int:
    if number.denominator != 1:
        raise ValueError(number)
    return int(number)


def _months_on(day: date, number: Fraction) -> date:
    """So many months on, or back: the same day of the month, or the last where it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + _whole(number), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _workdays(first: date, last: date, worked: Mapping[date, bool]) -> Fraction:
    """The first day does not count, the last does; the other way round they are negative."""
    if last < first:
        return -_workdays(last, first, worked)
    return Fraction(sum(worked[first + timedelta(n + 1)] for n in range((last - first).days)))


def _workday_after(day: date, number: Fraction, worked: Mapping[date, bool]) -> date:
    """So many working days on, or back."""
    left, step = _whole(number), 1 if number > 0 else -1
    while left:
        day += timedelta(step)
        left -= step * worked[day]
    return day


def _workday_counting(day: date, number: Fraction, worked: Mapping[date, bool]) -> date:
    """So many working days on, or back, of which the first day may be one; no day is none of them."""
    return _workday_after(day - timedelta(int(number / abs(number))), number, worked)


def dated(work: Callable[..., Any]) -> Callable[..., Value]:
    """Days that do not exist, and years that a calendar knows nothing of, are faults."""

    def safely(*given: Any) -> Value:
        try:
            return work(*given)
        except (KeyError, ValueError, ArithmeticError) as error:
            return fault("year" if isinstance(error, KeyError) else "day")

    return safely


def worked_days(said: Mapping[date, bool]) -> dict[date, bool]:
    """Every day of the years that a calendar speaks of: whether it is worked, by its word or else from
    Monday to Friday."""
    firsts = {date(day.year, 1, 1) for day in said}
    days = (first + timedelta(n) for first in firsts for n in range(365 + isleap(first.year)))
    return {day: said.get(day, day.weekday() < 5) for day in days}


#: The functions of given values, by the name that ``guiju.engine.functions`` gives them; then what
#: ＋ and － do with dates.
FUNCTIONS: dict[str, Callable[..., Value]] = {
    **{work.__name__: work for work in (min, max, abs)},
    "held": lambda *conditions: Fraction(sum(conditions)),
    "ln": logarithm,
    "root": lambda number, degree: power(number, 1 / degree),
    "power": power,
    "stride": stride,
    **{mode: partial(rounded, mode=mode) for mode in ("half_up", "half_even", "down", "up")},
    "year": lambda day: Fraction(day.year),
    "month": lambda day: Fraction(day.month),
    "day_of": lambda day: Fraction(day.day),
    "day": dated(lambda *numbers: date(*map(_whole, numbers))),
    "workdays": dated(_workdays),
    "workday_after": dated(_workday_after),
    "workday_counting": dated(_workday_counting),
    "workday_from": dated(lambda d, worked: d if worked[d] else _workday_after(d, ONE, worked)),
    "between": lambda late, early: Fraction((late - early).days),
    "shift": dated(lambda day, days: day + timedelta(_whole(days))),
    "months": dated(_months_on),
    "years": dated(lambda day, years: _months_on(day, years * 12)),
}

# ── many numbers ──


#: What sums make of the values that count.
SUMS: dict[str, Callable[[Sequence[Any]], Value]] = {
    "sum": lambda taken: sum(taken, ZERO),
    "count": lambda taken: Fraction(len(taken)),
    "any": any,
    "only": lambda taken: taken[0],
    "mean": mean,
    "median": median,
    "highest": max,
    "lowest": min,
}


def summed(id: str, rows: Iterable[tuple[Value, Value]]) -> Value:
    """Values summed up, each with whether it counts. What is nothing, or counts nothing, is passed
    over; what cannot be known spoils the whole."""
    # Of one row there is one, with a value or without: 唯一 passes over no value that is nothing.
    rows = [row for row in rows if row[1] is not False and NOTHING not in row[id == "only" :]]
    if id in ("count", "any"):  # a blank is not counted, elsewhere it is needed
        rows = [row for row in rows if row != (BLANK, True)]
    values = [value if counts is True else counts for value, counts in rows]
    if not values and id not in ("sum", "count", "any", "only"):
        return fault("none")
    if id == "only" and len(values) != 1:
        return strictly(lambda *_: fault("many"), *(v for v in values if v is not NOTHING))
    return strictly(lambda *taken: SUMS[id](taken), *values)


def standing(value: Value, *further: Value) -> Any:
    """What one is ranked by: a figure, and those that tell equal ones apart."""
    return (value, *further) if plain(value) else value


def apart(one: Sequence[Any], other: Sequence[Any]) -> Value:
    """1 where one stands above another by the first figures that differ, −1 below, 0 where none do.
    What comes after these is not asked for; what comes before must be there."""
    for pair in zip(one, other, strict=True):
        lacking = [v if isinstance(v, Fault) else fault("untold") for v in pair if not plain(v)]
        if lacking or pair[0] != pair[1]:
            return strictly(max, *lacking) if lacking else ONE if pair[0] > pair[1] else -ONE
    return ZERO


def places(values: Mapping[Any, Value], rising: bool, ties: str) -> dict[Any, Value]:
    """The place of each among all: 1 and how many are better, or how many different better ones;
    equal ones share the first, the last or the middle of their places. What is nothing takes none."""
    ranked: dict[Any, Any] = {one: value for one, value in values.items() if plain(value)}
    ways = {a: {b: apart(ranked[b], ranked[a]) for b in ranked if b != a} for a in ranked}

    def placed(one: Any) -> Value:
        known = [*ways[one].values()]
        better = [other for other, way in ways[one].items() if way == (-ONE if rising else ONE)]
        equal = Fraction(known.count(ZERO))
        if ties == "dense":  # which of the better ones are equal must be known too
            known += [ways[a][b] for a in better for b in better if a != b]
        further = {"worse": equal, "mean": equal / 2}.get(ties, ZERO)
        count = len({ranked[b] for b in better} if ties == "dense" else better)
        place = fault("tied") if ties == "none" and equal else ONE + count + further
        return strictly(lambda *_: place, *known)

    return {one: placed(one) if one in ranked else needed(value) for one, value in values.items()}


def shares(totals: Sequence[Any], weights: Sequence[Any], how: Any) -> Sequence[Value]:
    """A total, the same for all, in proportion to weights, in whole units of a decimal place: first
    what is sure, then one unit each by the greatest rest, the greater weight, the order written. Or
    all rounded but one, who has what is left, if it is not below 0."""
    places, mode, taker = how
    for value in (*totals, *weights):
        if not plain(value):
            return [value if isinstance(value, Fault) else fault("blank")] * len(weights)
    unit, whole = Fraction(1, 10**places), sum(weights, ZERO)
    if not whole or min(weights) < 0 or totals[0] < 0 or totals[0] % unit or len({*totals}) > 1:
        return [fault("indivisible")] * len(weights)
    exact = [totals[0] * weight / whole for weight in weights]
    if mode:
        parts = [rounded(share, Fraction(places), mode) for share in exact]
        one = {"greatest": weights.index(max(weights)), "first": 0, "last": -1}[taker]
        parts[one] += totals[0] - sum(parts)
        return parts if parts[one] >= 0 else [fault("indivisible")] * len(weights)
    parts = [share // unit * unit for share in exact]
    order = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], -weights[i], i))
    for place in order[: int((totals[0] - sum(parts)) / unit)]:
        parts[place] += unit
    return parts

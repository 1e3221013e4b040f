"""The functions that take plain values: numbers, dates, and many numbers at once."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from fractions import Fraction
from math import floor
from typing import Any

from .values import NOTHING, Missing, Value, fault, plain, strictly

# ── one number ──


def rounded(number: Fraction, places: int, mode: str) -> Fraction:
    """To so many decimals, by magnitude: halves up or to the even digit, the rest dropped or counted."""
    size = abs(number) * 10**places
    down, half = floor(size), Fraction(1, 2)
    rest = size - down
    up = {
        "down": False,
        "up": rest > 0,
        "half_up": rest >= half,
        "half_even": rest > half or (rest == half and down % 2 == 1),
    }[mode]
    return Fraction((down + up) * (1 if number >= 0 else -1), 10**places)


def logarithm(number: Fraction) -> Value:
    """The natural logarithm to 30 significant digits, halves to even."""
    if number <= 0:
        return fault("undefined")
    with localcontext(Context(prec=200)):
        found = Decimal(number.numerator).ln() - Decimal(number.denominator).ln()
    return _digits(found)


def root(number: Fraction, degree: int) -> Value:
    """The root of a degree to 30 significant digits, halves to even."""
    return fault("undefined") if number < 0 else _broken(number, Fraction(1, degree))


def power(number: Fraction, exponent: Fraction) -> Value:
    """A power of an exponent of at most 1000: exact if that is whole, else to 30 digits."""
    if abs(exponent) > 1000 or (number == 0 and exponent < 0):
        return fault("undefined")
    if exponent.denominator == 1:
        return Fraction(number ** int(exponent))
    return fault("undefined") if number < 0 else _broken(number, exponent)


def _broken(number: Fraction, exponent: Fraction) -> Fraction:
    """A power to 150 digits, so that an exact one is exact when the last of them are rounded off."""
    with localcontext(Context(prec=200)):
        base = Decimal(number.numerator) / Decimal(number.denominator)
        up = Decimal(exponent.numerator) / Decimal(exponent.denominator)
        found = (base.ln() * up).exp() if base else base
    return _digits(Context(prec=150).plus(found))


def _digits(number: Decimal) -> Fraction:
    return Fraction(Context(prec=30, rounding=ROUND_HALF_EVEN).plus(number))


def marginal(number: Fraction, steps: Sequence[tuple[Fraction, Fraction | None, Value]]) -> Value:
    """The parts of a number in ranges from 0 on, each times the rate of its range."""
    last = steps[-1][1]
    if number < steps[0][0] or (last is not None and number > last):
        return fault("unmatched")
    parts = [max(min(number, number if high is None else high) - low, Fraction(0)) for low, high, _ in steps]  # fmt: skip
    return strictly(
        lambda *rates: sum((p * r for p, r in zip(parts, rates, strict=True)), Fraction(0)),
        *(rate for _, _, rate in steps),
    )


# ── dates ──


def dated(id: str, days: Mapping[date, bool], first: Any, *others: Any) -> Value:
    """A function of dates. ``days`` says of some days whether they are worked; of the other days of
    their years Monday to Friday are."""
    years = {day.year for day in days}

    def worked(day: date) -> bool:
        if day.year not in years:
            raise KeyError(day.year)
        return days.get(day, day.weekday() < 5)

    try:
        match id:
            case "year":
                return Fraction(first.year)
            case "month":
                return Fraction(first.month)
            case "day_of":
                return Fraction(first.day)
            case "day":
                return date(*map(_whole, (first, *others)))
            case "months":
                year, month = divmod(first.year * 12 + first.month - 1 + _whole(others[0]), 12)
                last = monthrange(year, month + 1)[1]
                return date(year, month + 1, min(first.day, last))
            case "between":
                return Fraction((first - others[0]).days)
            case "shift":
                return first + timedelta(_whole(others[0]))
            case "workdays":
                early, late = sorted((first, others[0]))
                later = (early + timedelta(n + 1) for n in range((late - early).days))
                return Fraction(sum(map(worked, later)) * (1 if first == early else -1))
            case "workday_from":
                return first if worked(first) else dated("workday_after", days, first, Fraction(1))
            case "workday_counting":
                left = _whole(others[0])
                if not left:
                    raise ValueError(left)
                before = first - timedelta(1 if left > 0 else -1)
                return dated("workday_after", days, before, others[0])
            case _:
                left = _whole(others[0])
                step = 1 if left > 0 else -1
                while left:
                    if not MINYEAR < first.year < MAXYEAR:
                        raise ValueError(first)
                    first += timedelta(step)
                    left -= step * worked(first)
                return first
    except KeyError:
        return fault("year")
    except (ValueError, OverflowError):
        return fault("day")


def _whole(number: Fraction) -> int:
    if number.denominator != 1:
        raise ValueError(number)
    return int(number)


# ── many numbers ──


def summed(id: str, rows: Iterable[tuple[Value, Value]]) -> Value:
    """Values summed up, each with whether it counts. What is nothing, or counts nothing, is passed
    over; what cannot be known spoils the whole."""
    rows = [row for row in rows if row[1] is not False and NOTHING not in row]
    spare = id in ("count", "any")  # a blank there is not counted, elsewhere it is needed
    troubles = [counts if not plain(counts) else value for value, counts in rows if not (
        plain(counts) and (plain(value) or (spare and value is Missing.BLANK)))]  # fmt: skip
    if troubles:
        return strictly(None, *troubles)
    taken: list[Any] = [value for value, _ in rows if plain(value)]
    match id:
        case "count":
            return Fraction(len(taken))
        case "any":
            return any(taken)
        case "sum":
            return sum(taken, Fraction(0))
        case "only" if len(taken) != 1:
            return fault("many")
    if not taken:
        return fault("none")
    if id == "median":
        taken = sorted(taken)[(len(taken) - 1) // 2 : len(taken) // 2 + 1]
    if id in ("mean", "median"):
        return sum(taken, Fraction(0)) / len(taken)
    return min(taken) if id == "lowest" else max(taken)


def placed(own: Value, others: Sequence[Any], rising: bool, ties: str) -> Value:
    """A place among others, itself one of them: 1 and how many are better, or how many different
    better ones; equal ones share the first, the last or the middle of their places."""
    better = [other for other in others if (other < own if rising else other > own)]
    equal = sum(other == own for other in others)
    if ties == "none" and equal > 1:
        return fault("tied")
    further = {"worse": Fraction(equal - 1), "mean": Fraction(equal - 1, 2)}.get(ties, 0)
    return Fraction(1 + len({*better} if ties == "dense" else better)) + further


def shares(total: Fraction, weights: Sequence[Any], places: int) -> list[Fraction] | None:
    """A total in proportion to weights, in whole units of a decimal place: first what is sure, then
    one unit each by the greatest rest, the greater weight, the order written. None where it makes
    no shares."""
    unit, whole = Fraction(1, 10**places), sum(weights, Fraction(0))
    if total < 0 or total % unit or min(weights) < 0 or not whole:
        return None
    exact = [total * weight / whole for weight in weights]
    parts = [share // unit * unit for share in exact]
    rest = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], -weights[i], i))
    for place in rest[: int((total - sum(parts)) / unit)]:
        parts[place] += unit
    return parts

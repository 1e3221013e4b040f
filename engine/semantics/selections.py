"""What calls that order rows are written with: how many, of which end, with which ties."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import Literal

from attrs import frozen

from ...grammar.nodes import Call, Expression, Filtered, Path, Quantity
from ...grammar.vocabulary import PROPERTIES, UNITS
from ..functions import RESTS, Function, option
from .arguments import decimal_places


@frozen
class Selection:
    """Which rows count. ``amount`` is a number of rows, or with ``rounding`` a share of them;
    ``enough`` says that fewer rows than asked for are a mistake."""

    keep: Literal["highest", "lowest", "inner"]
    amount: Fraction
    rounding: str
    enough: bool


def filtered_of(argument: Expression) -> Filtered:
    """An argument with its 当 and 按, if it has any."""
    if isinstance(argument, Filtered):
        return argument
    return Filtered(argument, None, (), span=argument.span)


def _words(call: Call, first: int, end: int | None = None) -> list[str] | None:
    """What the words chosen in a call mean, from one argument on; None where one is no word."""
    values = [argument.value for argument in call.arguments[first:end]]
    found = [option(value.text) if isinstance(value, Path) else "" for value in values]
    return found if all(found) else None


def amount_place(call: Call) -> int:
    """Which argument of a selection says how many: the last before its words; 0 where none does."""
    place = len(call.arguments) - 1
    while place > 0 and isinstance(call.arguments[place].value, Path) and _words(call, place):
        place -= 1
    return max(place, 0)


#: Functions of rows that also take a list of values: 平均（甲、乙、丙）.
_LISTED = ("sum", "mean", "median", "highest", "lowest", "count")


def listed_of(call: Call, function: Function) -> tuple[Expression, ...]:
    """The values of a call that takes a list of them; () where it takes the values of rows. How
    many are to be picked must be no more than there are."""
    picking = function.family == "selection"
    last = amount_place(call) if picking else len(call.arguments)
    values = tuple(argument.value for argument in call.arguments[:last])
    known = picking or function.id in _LISTED
    plain = not any(isinstance(value, (Filtered, Quantity)) for value in values)
    return values if len(values) > 1 and known and plain else ()


def picked_of(selection: Selection, size: int) -> tuple[int, int] | None:
    """From which place to which of ``size`` values, the highest first; None where there are not
    enough."""
    amount = selection.amount
    if selection.rounding:
        shares = {"down": floor, "up": ceil, "half_up": lambda n: floor(n + Fraction(1, 2))}
        amount = Fraction(shares[selection.rounding](amount * size))
    few = int(amount)
    start, stop = {
        "highest": (0, few),
        "lowest": (size - few, size),
        "inner": (few, size - few),
    }[selection.keep]
    return (start, stop) if 0 <= start < stop <= size else None


def selection_of(call: Call, function: Function) -> Selection | None:
    """The rows that a call picks; None where it does not say so as it must."""
    place = amount_place(call)
    written = call.arguments[place].value if place else None
    words = _words(call, place + 1)
    if not isinstance(written, Quantity) or words is None or written.number <= 0:
        return None
    trimmed, amount = function.id == "trimmed", written.number
    if trimmed and written.unit == "%":
        whole = len(words) == 1 and words[0] in ("down", "up", "half_up")
        return Selection("inner", amount / 100, words[0], True) if whole else None
    counted = written.unit is None or UNITS.get(written.unit) == "count"
    if not counted or written.unit == "%" or amount.denominator != 1:
        return None
    if trimmed:
        return Selection("inner", amount, "", True) if not words else None
    if words not in ([], ["ascending"], ["descending"]):
        return None
    keep: Literal["highest", "lowest"] = "lowest" if words == ["ascending"] else "highest"
    return Selection(keep, amount, "", function.id == "best_mean")


def division_of(call: Call) -> tuple[int, str, str] | None:
    """The decimal places of the parts of a total, how they are rounded and who takes what is left,
    both "" where it goes to the largest remainders; None where misspelt."""
    places = decimal_places(call.arguments[2].value) if len(call.arguments) > 2 else None
    words = _words(call, 3)
    if places is None or words is None:
        return None
    if not words:
        return places, "", ""
    taken = len(words) == 2 and words[0] in ("down", "up", "half_up")
    return (places, *words) if taken and any(words[1] == r.id for r in RESTS) else None  # type: ignore[return-value]


def place_of(call: Call) -> tuple[bool, str] | None:
    """Whether a rank begins with the highest, and what ties get; None where misspelt."""
    first, names = _further(call), [a.name for a in call.arguments if a.name is not None]
    word = PROPERTIES["then_by"]
    known = all(name.text in (word.zh, word.en) for name in names) and len(names) <= 1
    words = _words(call, 1, first) if first and known else None
    if words is None:
        return None
    orders = [word for word in words if word in ("ascending", "descending")]
    ties = [word for word in words if any(word == tie.id for tie in PROPERTIES["ties"].choices)]
    if len(orders) > 1 or len(ties) > 1 or len(orders) + len(ties) != len(words):
        return None
    return orders != ["ascending"], ties[0] if ties else "share"


def _further(call: Call) -> int:
    """Where in a call 同分依据 begins; it goes on to the end."""
    named = (i for i, argument in enumerate(call.arguments) if argument.name is not None)
    return next(named, len(call.arguments))


def then_by_of(call: Call) -> tuple[Expression, ...]:
    """What tells equal values apart in a place (同分依据：甲、乙), one after the other."""
    return tuple(argument.value for argument in call.arguments[_further(call) :])

"""Normal forms of calculations, comparisons and roundings."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..extent import first_on, last_on
from ..plan.ops import Arithmetic, Compare, Logic, OpId, Round
from ..reach.domain import FALSE, TRUE
from .forms import Form
from .sides import Side

_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


def calculated(op: Arithmetic, side: Side) -> Form:
    """Sums, products, least and greatest without what adds nothing, in a fixed order."""
    match op.op:
        case "+":
            return _collected(op.args, side, "+", Fraction(0))
        case "*":
            return _collected(op.args, side, "*", Fraction(1))
        case "min" | "max":
            return _extreme(op, side)
        case "-" if len(op.args) == 2 and (number := side.number(op.args[1])) is not None:
            return _with_number(op.args[0], side, "+", -number)
        case "/" if len(op.args) == 2 and (number := side.number(op.args[1])):
            return _with_number(op.args[0], side, "*", 1 / number)
        case sign:
            return side.forms.of(sign, *map(side.bare, op.args))


def _with_number(arg: OpId, side: Side, sign: str, number: Fraction) -> Form:
    """A value with a number added, or multiplied by one."""
    return _put_together(side, sign, list(_parts(side.bare(arg), side, sign)), number, arg)


def _collected(args: tuple[OpId, ...], side: Side, sign: str, neutral: Fraction) -> Form:
    """A sum or product of several values."""
    parts = [part for arg in args for part in _parts(side.bare(arg), side, sign)]
    last = next((arg for arg in reversed(args) if side.number(arg) is None), args[0])
    return _put_together(side, sign, parts, neutral, last)


def _parts(form: Form, side: Side, sign: str) -> Iterator[Form]:
    """What a sum is the sum of, a product the product of."""
    kind, *inner = side.forms.keys[form]
    if kind == sign:
        yield from (part for part in inner if isinstance(part, int))
    else:
        yield form


def _put_together(side: Side, sign: str, parts: list[Form], number: Fraction, last: OpId) -> Form:
    """Parts with all numbers among them made one. ``last`` is the one argument that is left where
    nothing else is."""
    forms, others = side.forms, []
    for part in parts:
        found = forms.number(part)
        if found is None:
            others.append(part)
        else:
            number = number + found if sign == "+" else number * found
    neutral = number == (0 if sign == "+" else 1)
    if len(others) == 1 and neutral:
        return _alone(others[0], side, last)
    kept = sorted(others) if neutral else [*sorted(others), forms.constant(number)]
    return forms.of(sign, *kept) if len(kept) > 1 else forms.constant(number)


def _alone(form: Form, side: Side, arg: OpId) -> Form:
    """One value that is left of a calculation, which needed it."""
    itself = side.bare(arg) == form and not side.reach(arg).blank
    return side.form[arg] if itself else side.forms.needed(form)


def _extreme(op: Arithmetic, side: Side) -> Form:
    """The least or greatest of several, without those that never are."""
    kept = list(dict.fromkeys(op.args))
    for arg in tuple(kept):
        others = [other for other in kept if other != arg]
        if side.full(arg) and any(_goes_before(op.op, other, arg, side) for other in others):
            kept.remove(arg)
    if len(kept) == 1:
        return side.taken(kept[0])
    parts = [part for arg in kept for part in _parts(side.bare(arg), side, op.op)]
    return side.forms.of(op.op, *sorted(set(parts)))


def _goes_before(sign: str, one: OpId, other: OpId, side: Side) -> bool:
    """Whether the least or greatest of two is always the first."""
    first, second = side.numbers(one), side.numbers(other)
    if first is None or second is None:
        return False
    low, high = (second.low, first.high) if sign == "min" else (first.low, second.high)
    return low is not None and high is not None and high <= low


def compared(op: Compare, side: Side) -> Form:
    """A comparison; with a number, the last one on the grid of the value for which it holds."""
    sign: str = op.op
    forms, left, right = side.forms, op.left, op.right
    if side.number(left) is not None:
        sign, left, right = _FLIPPED[sign], right, left
    number, numbers = side.number(right), side.numbers(left)
    if number is None or numbers is None or sign in ("=", "!="):
        return _between(sign, side.bare(left), side.bare(right), side)
    step = numbers.step
    if step and sign in ("<", "<="):
        sign, number = "<=", last_on(number, sign == "<=", step)
    elif step:
        sign, number = ">", first_on(number, sign == ">=", step) - step
    return forms.of(sign, side.bare(left), forms.constant(number))


def _between(sign: str, left: Form, right: Form, side: Side) -> Form:
    if sign in ("=", "!="):
        left, right = sorted((left, right))
    elif sign in (">", ">="):
        sign, left, right = _FLIPPED[sign], right, left
    return side.forms.of(sign, left, right)


def decided(op: Logic, side: Side) -> Form:
    """Conditions joined, without those that decide nothing. The order stays: the first that has no
    answer is the answer."""
    idle = TRUE if op.op == "and" else FALSE
    if op.op == "not":
        return side.forms.of("not", side.form[op.args[0]])
    kept = [a for a in op.args if not (side.full(a) and side.reach(a).truths == idle)]
    if len(kept) == 1 and not side.reach(kept[0]).blank:
        return side.form[kept[0]]
    return side.forms.of(op.op, *(side.form[arg] for arg in kept))


def rounded(op: Round, side: Side) -> Form:
    """A rounding, unless what is rounded has no more places anyway."""
    numbers = side.numbers(op.arg)
    if numbers is not None and numbers.step and (numbers.step * 10**op.places).denominator == 1:
        return side.taken(op.arg)
    return side.forms.of("round", op.places, op.mode, side.bare(op.arg))

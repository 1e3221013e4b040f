"""Operations that look along the periods of a series: the value before, and how long a run is."""

from __future__ import annotations

from collections.abc import Sequence

from ..plan.ops import Series
from .values import NOTHING, UNPLAIN, Blank, Column, Fault, Value, is_fault, merged


def along(op: Series, column: Column, periods: Column, owners: Sequence[int]) -> Column:
    """What each member has of its series; ``owners`` says which series each is of."""
    numbers = [_number(op, value) for value in periods]
    places = {
        (owner, number): i for i, (owner, number) in enumerate(zip(owners, numbers, strict=True))
    }
    if op.function == "previous":
        return [_previous(op, column, periods, places, owners, i) for i in range(len(column))]
    return _streaks(op, column, periods, places, owners)


def _number(op: Series, value: Value) -> int | None:
    """The place of a period: a whole number, or where its name stands among the names."""
    if op.periods:
        return op.periods.index(value) if value in op.periods else None
    return value if isinstance(value, int) else None


def _before(
    op: Series, periods: Column, places: dict[tuple[int, int | None], int], owner: int, index: int
) -> int | None:
    """The member of the same series one period before; None where there is none."""
    number = _number(op, periods[index])
    return None if number is None else places.get((owner, number - 1))


def _previous(  # noqa: PLR0913, PLR0917
    op: Series,
    column: Column,
    periods: Column,
    places: dict[tuple[int, int | None], int],
    owners: Sequence[int],
    index: int,
) -> Value:
    if periods[index].__class__ in UNPLAIN:
        return merged(_needed(periods[index], op.period, index), NOTHING)
    before = _before(op, periods, places, owners[index], index)
    return NOTHING if before is None else column[before]


def _needed(value: Value, op: int, index: int) -> Value:
    return Fault("blank", op, index) if value.__class__ is Blank else value


def _streaks(
    op: Series,
    column: Column,
    periods: Column,
    places: dict[tuple[int, int | None], int],
    owners: Sequence[int],
) -> Column:
    """How many periods in a row, up to its own, a member's condition has held. A period that is
    missing ends a run."""
    found: list[Value] = [NOTHING] * len(column)
    numbers = [_number(op, value) for value in periods]
    for i in sorted(range(len(column)), key=lambda i: (numbers[i] is None, numbers[i] or 0)):
        value = _needed(column[i], op.arg, i)
        if periods[i].__class__ in UNPLAIN:
            value = _needed(periods[i], op.period, i)
        if value is True:
            before = _before(op, periods, places, owners[i], i)
            run = found[before] if before is not None else 0
            found[i] = run if is_fault(run) else (run if isinstance(run, int) else 0) + 1
        else:
            found[i] = 0 if value is False else value
    return found


def before(op: Series, periods: Column, owners: Sequence[int], index: int) -> int | None:
    """The member one period before another, for explanations."""
    places = {
        (owner, _number(op, value)): i
        for i, (owner, value) in enumerate(zip(owners, periods, strict=True))
    }
    return _before(op, periods, places, owners[index], index)

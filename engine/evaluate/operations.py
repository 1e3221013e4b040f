"""What each operation means, on exact values. One function for each operation of the closed set."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any, assert_never

from ..data.contract import Range
from ..data.tables import Gap
from ..plan.ops import (
    Aggregate,
    Apportion,
    Arithmetic,
    Choose,
    Classify,
    Compare,
    Constant,
    Contains,
    Dated,
    Guard,
    Input,
    Irrational,
    IsBlank,
    Logic,
    Lookup,
    Lower,
    Op,
    OpId,
    Ordered,
    Pick,
    Power,
    Rank,
    Round,
    Series,
    Spread,
    Within,
)
from .calendars import dated
from .crossing import across
from .irrationals import ln, power, root
from .levels import Membership
from .rationals import Number, add, at_most, divide, multiply, rounded, subtract, total
from .values import BLANK, NOTHING, UNPLAIN, Blank, Column, Fault, Value, is_fault, merged

Values = Mapping[OpId, Column]


def apply(op: Op, op_id: OpId, ops: Sequence[Op], values: Values, members: Membership) -> Column:
    """The values of one operation, given those of its arguments."""
    match op:
        case Constant(value=value):
            return [NOTHING if value is None else value] * members.size(op.level)
        case Input():
            return _input(op, op_id, members)
        case Arithmetic():
            return _arithmetic(op, op_id, values)
        case Compare():
            return _compare(op, values)
        case Logic():
            return _logic(op, values)
        case IsBlank(arg=arg):
            return _each(lambda _: False, lambda v, _: v if is_fault(v) else True, values[arg])
        case Contains(names=names, item=item):
            return [_contains(a, b) for a, b in zip(values[names], values[item], strict=True)]
        case Choose():
            return _choose(op, values, members.size(op.level))
        case Lookup():
            return _lookup(op, values)
        case Round(arg=arg, places=places, mode=mode):
            return _each(
                lambda v: rounded(v, places, mode), lambda v, i: _needed(v, arg, i), values[arg]
            )
        case Irrational(arg=arg):
            return _irrational(op, op_id, values[arg])
        case Aggregate() | Spread() | Rank() | Series() | Pick() | Apportion():
            return across(op, op_id, ops, values, members)
        case Classify(arg=arg, bands=bands):
            return [_classify(v, bands, arg, op_id, i) for i, v in enumerate(values[arg])]
        case Lower():
            return _lower(op, values)
        case Within():
            return _within(op, op_id, values)
        case Power():
            return _power(op, op_id, values)
        case Ordered():
            return _ordered(op, values)
        case Dated():
            return dated(op, op_id, [values[arg] for arg in op.args], members.dataset)
        case Guard(arg=arg, must=must):
            pairs = zip(values[must], values[arg], strict=True)
            return [_guarded(op, op_id, holds, v, i) for i, (holds, v) in enumerate(pairs)]
        case _:
            assert_never(op)


def _needed(value: Value, op: OpId, index: int) -> Value:
    """A value where a number was needed: a blank becomes a fault that points at it."""
    return Fault("blank", op, index) if value.__class__ is Blank else value


def _each(
    plain: Callable[[Any], Value], unplain: Callable[[Value, int], Value], column: Column
) -> Column:
    """One value for each of a column; ``unplain`` answers for blanks and faults, by position."""
    if UNPLAIN.isdisjoint(map(type, column)):
        return list(map(plain, column))
    return [unplain(v, i) if v.__class__ in UNPLAIN else plain(v) for i, v in enumerate(column)]


def _pairwise(
    plain: Callable[[Any, Any], Value],
    unplain: Callable[[Value, Value, int], Value],
    left: Column,
    right: Column,
) -> Column:
    """One value for each pair of two columns; ``unplain`` answers where one is blank or a fault."""
    if UNPLAIN.isdisjoint(map(type, left)) and UNPLAIN.isdisjoint(map(type, right)):
        return list(map(plain, left, right))
    result: list[Value] = []
    for i, (a, b) in enumerate(zip(left, right, strict=True)):
        first, second = a.__class__ in UNPLAIN, b.__class__ in UNPLAIN
        if not first and not second:
            result.append(plain(a, b))
        elif a.__class__ is Fault and not second:  # by far the most common, and its own answer
            result.append(a)
        elif b.__class__ is Fault and not first:
            result.append(b)
        else:
            result.append(unplain(a, b, i))
    return result


def _input(op: Input, op_id: OpId, members: Membership) -> Column:
    column = members.dataset.tables[op.table].columns[op.column]
    if Gap not in set(map(type, column)):
        return column  # type: ignore[return-value]
    blank, bad = Gap.BLANK, Gap.BAD
    return [
        BLANK if v is blank else Fault("bad", op_id, i) if v is bad else v  # type: ignore[misc]
        for i, v in enumerate(column)
    ]


_PAIRS: dict[str, Callable[[Number, Number], Number]] = {
    "+": add,
    "-": subtract,
    "*": multiply,
    "min": min,
    "max": max,
}


def _arithmetic(op: Arithmetic, op_id: OpId, values: Values) -> Column:
    first, *others = op.args
    result = values[first]
    for argument in others:
        result = _combined(op.op, op_id, (first, result), (argument, values[argument]))
    return result


def _combined(
    sign: str, op_id: OpId, left: tuple[OpId, Column], right: tuple[OpId, Column]
) -> Column:
    (left_id, first), (right_id, second) = left, right

    def missing(a: Value, b: Value, i: int) -> Value:
        return merged(_needed(a, left_id, i), _needed(b, right_id, i))

    if sign != "/":
        return _pairwise(_PAIRS[sign], missing, first, second)
    try:
        return _pairwise(divide, missing, first, second)
    except ZeroDivisionError:
        # What has no value to divide is not divided: a zero under it is no fault of its own.
        nowhere = [
            Fault("zero", op_id, i) if v == 0 and a.__class__ not in UNPLAIN else v
            for i, (a, v) in enumerate(zip(first, second, strict=True))
        ]
        return _pairwise(divide, missing, first, nowhere)


def _ordered(op: Ordered, values: Values) -> Column:
    found: list[Value] = []
    for i, row in enumerate(zip(*(values[arg] for arg in op.args), strict=True)):
        needed = [_needed(value, arg, i) for arg, value in zip(op.args, row, strict=True)]
        broken = [value for value in needed if value.__class__ in UNPLAIN]
        if broken:
            found.append(reduce(merged, broken))
            continue
        taken = sorted(row, reverse=True)[op.start : op.stop]
        whole = total(taken)
        found.append(whole if op.function == "sum" else divide(whole, len(taken)))
    return found


_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def _compare(op: Compare, values: Values) -> Column:
    def missing(a: Value, b: Value, i: int) -> Value:
        # A blank equals nothing; asking whether it is more or less has no answer.
        if op.op in ("=", "!="):
            return merged(a, b) if is_fault(a) or is_fault(b) else op.op == "!="
        return merged(_needed(a, op.left, i), _needed(b, op.right, i))

    return _pairwise(_COMPARISONS[op.op], missing, values[op.left], values[op.right])


def _logic(op: Logic, values: Values) -> Column:
    columns = [values[arg] for arg in op.args]
    if op.op == "not":
        return _each(operator.not_, lambda v, _: v, columns[0])
    if all(UNPLAIN.isdisjoint(map(type, column)) for column in columns):
        settle = all if op.op == "and" else any
        return list(map(settle, zip(*columns, strict=True)))
    return [_decide(row, op.op == "or") for row in zip(*columns, strict=True)]


def _decide(row: tuple[Value, ...], decisive: bool) -> Value:
    """``and`` / ``or`` from left to right: the first decisive operand settles it, and the first
    that has no answer leaves it open."""
    for value in row:
        if value is decisive or value.__class__ in UNPLAIN:
            return value
    return not decisive


def _contains(names: Value, item: Value) -> Value:
    if is_fault(names) or is_fault(item):
        return merged(names, item)
    return isinstance(names, tuple) and item in names


def _choose(op: Choose, values: Values, size: int) -> Column:
    result = list(values[op.otherwise])
    open_rows = range(size)
    for when, take in op.cases:
        conditions, taken = values[when], values[take]
        rest = []
        for i in open_rows:
            condition = conditions[i]
            if condition is True:
                result[i] = taken[i]
            elif condition is False:
                rest.append(i)
            else:
                result[i] = _needed(condition, when, i)
        open_rows = rest  # type: ignore[assignment]
    return result


def _lookup(op: Lookup, values: Values) -> Column:
    # Checking saw that every name which the key can be has its entry: another is a defect of ours.
    entries = {name: values[value] for name, value in op.entries}
    result: list[Value] = []
    for i, key in enumerate(values[op.key]):
        if isinstance(key, str):
            result.append(entries[key][i])
        else:
            result.append(_needed(key, op.key, i))
    return result


def _irrational(op: Irrational, op_id: OpId, column: Column) -> Column:
    found: list[Value] = []
    for i, value in enumerate(column):
        if value.__class__ in UNPLAIN:
            found.append(_needed(value, op.arg, i))
        elif value <= 0 if op.function == "ln" else value < 0:  # type: ignore[operator]
            found.append(Fault("undefined", op_id, i))
        else:
            found.append(ln(value) if op.function == "ln" else root(value, op.degree))  # type: ignore[arg-type]
    return found


def _power(op: Power, op_id: OpId, values: Values) -> Column:
    found: list[Value] = []
    for i, (base, exponent) in enumerate(zip(values[op.arg], values[op.exponent], strict=True)):
        if base.__class__ in UNPLAIN or exponent.__class__ in UNPLAIN:
            found.append(merged(_needed(base, op.arg, i), _needed(exponent, op.exponent, i)))
        else:
            number = power(base, exponent)  # type: ignore[arg-type]
            found.append(Fault("undefined", op_id, i) if number is None else number)
    return found


def _guarded(op: Guard, op_id: OpId, holds: Value, value: Value, index: int) -> Value:
    if holds is True:
        return value
    return Fault(op.reason, op_id, index) if holds is False else _needed(holds, op.must, index)


def _classify(
    value: Value, bands: tuple[tuple[str, Range], ...], arg: OpId, op_id: OpId, index: int
) -> Value:
    if value.__class__ in UNPLAIN:
        return _needed(value, arg, index)
    for name, band in bands:
        if band.holds(value):  # type: ignore[arg-type]
            return name
    return Fault("unmatched", op_id, index)


def _lower(op: Lower, values: Values) -> Column:
    floor = op.grades.index(op.floor)

    def lowered(grade: str, steps: Number) -> Value:
        place = op.grades.index(grade)
        return op.grades[max(place, min(place + int(steps), floor))]

    def missing(grade: Value, steps: Value, i: int) -> Value:
        return merged(_needed(grade, op.grade, i), _needed(steps, op.steps, i))

    return _pairwise(lowered, missing, values[op.grade], values[op.steps])


def _within(op: Within, op_id: OpId, values: Values) -> Column:
    column, lows, highs = values[op.arg], values[op.low], values[op.high]
    result = list(column)
    for i, (value, low, high) in enumerate(zip(column, lows, highs, strict=True)):
        bounded = low.__class__ not in UNPLAIN and high.__class__ not in UNPLAIN
        if value.__class__ is Fault and bounded:
            continue  # its own answer
        if value.__class__ in UNPLAIN or not bounded:
            bounds = merged(_needed(low, op.low, i), _needed(high, op.high, i))
            result[i] = merged(_needed(value, op.arg, i), bounds)
        elif not (at_most(low, value) and at_most(value, high)):  # type: ignore[arg-type]
            result[i] = Fault("outside", op_id, i)
    return result

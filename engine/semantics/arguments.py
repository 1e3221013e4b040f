"""Typing of the functions that work on given values: picking, rounding, steps, roots, ballots."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from ...grammar.diagnostics import Text
from ...grammar.nodes import Call, Expression, Interval, Path, Quantity
from ...grammar.suggest import nearest
from ...grammar.vocabulary import UNITS
from ..data.contract import ColumnType
from ..functions import PARTS_OF_STEPS, Function
from ..levels import POLICY, finer
from . import codes
from .bounds import dashed
from .declarations import Declaration
from .declare import suggestion
from .inferring import Inferring
from .references import Scope
from .types import UNKNOWN, Type, comparable


def misused(inference: Inferring, call: Call, usage: Text) -> Type:
    """The finding that a call is not written as its function asks."""
    return inference.report(codes.WRONG_ARGUMENTS, call, name=call.callee.text, usage=usage)


def pair(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """The smallest or the greatest of two or more numbers of one dimension."""
    if len(call.arguments) < 2:
        return misused(inference, call, function.usage)
    return together(inference, call, [argument.value for argument in call.arguments], scope)


def together(inference: Inferring, call: Call, values: Sequence[Expression], scope: Scope) -> Type:
    """Several numbers of one dimension that a call takes together."""
    found: Type | None = None
    for value in values:
        kind = inference.number(value, inference.infer(value, scope))
        if "unknown" in (kind.base, found.base if found else ""):
            return UNKNOWN
        if (
            found is not None
            and None not in (found.dimension, kind.dimension)
            and (found.dimension != kind.dimension)
        ):
            return inference.report(
                codes.UNIT_MISMATCH,
                call,
                left=shown(inference, values[0], found),
                right=shown(inference, value, kind),
                verb=Text("比大小", "compared"),
            )
        if found is None:
            found = kind
        else:
            dimension = kind.dimension if found.dimension is None else found.dimension
            found = Type("number", finer(found.level, kind.level), dimension)
    return found or UNKNOWN


def conditions(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """How many of two or more conditions hold."""
    if len(call.arguments) < 2:
        return misused(inference, call, function.usage)
    found = Type("number")
    for argument in call.arguments:
        kind = inference.condition(argument.value, inference.infer(argument.value, scope))
        found = found.at(finer(found.level, kind.level))
    return found


def fallback(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """A value, or another of its kind where it is missing."""
    if len(call.arguments) != 2:
        return misused(inference, call, function.usage)
    first, second = (argument.value for argument in call.arguments)
    left = inference.infer(first, scope)
    right = inference.infer(second, scope, left.members)
    level = finer(left.level, right.level)
    if "unknown" in (left.base, right.base):
        return UNKNOWN
    if left.base == right.base == "number":
        verb = Text("互相代替", "put in place of one another")
        dimension = inference.same_dimension(first, second, left, right, verb, call)
        return Type("number", level, dimension)
    if left.base != right.base and not comparable(left, right):
        sides = shown(inference, first, left), shown(inference, second, right)
        return inference.report(codes.NOT_COMPARABLE, call, left=sides[0], right=sides[1])
    members = tuple(dict.fromkeys((*left.members, *right.members)))
    return evolve(left, level=level, members=members)


def shown(inference: Inferring, expr: Expression, kind: Type) -> Text:
    """An expression as written, with its dimension in words."""
    text, words = inference.names.slice(expr), kind.words()
    return Text(f"“{text}”（{words.zh}）", f"“{text}” ({words.en})")


def places_of(call: Call) -> int | None:
    """The decimal places written as the last of two arguments of a call."""
    return decimal_places(call.arguments[1].value) if len(call.arguments) == 2 else None


def decimal_places(places: Expression) -> int | None:
    """A number of decimal places; None for anything else."""
    if isinstance(places, Quantity):
        number, counted = places.number, UNITS.get(places.unit or "位") == "count"
        if counted and number.denominator == 1 and 0 <= number <= 12:
            return int(number)
    return None


def single(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """One number in, one of the same dimension out."""
    if len(call.arguments) != 1:
        return misused(inference, call, function.usage)
    value = call.arguments[0].value
    return inference.number(value, inference.infer(value, scope))


def degree_of(call: Call) -> int | None:
    """The degree of a root; None where it is not written as a whole number from 2."""
    found = call.arguments[1].value if len(call.arguments) == 2 else None
    if isinstance(found, Quantity) and found.unit is None and found.number.denominator == 1:
        return int(found.number) if found.number >= 2 else None
    return None


def irrational(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """Logarithms and roots are of plain numbers."""
    wanted = degree_of(call) if function.id == "root" else 1 if len(call.arguments) == 1 else None
    if wanted is None:
        return misused(inference, call, function.usage)
    value = call.arguments[0].value
    kind = inference.number(value, inference.infer(value, scope))
    if kind.base == "number" and kind.dimension:
        return inference.report(
            codes.UNIT_MISMATCH,
            call,
            left=shown(inference, value, kind),
            right=Text("不带单位的数", "a plain number"),
            verb=Text("用于这个算法", "used here"),
        )
    return kind


def part_of_step(call: Call) -> str | None:
    """The rounding mode that a 步数 call writes: "" in proportion, None where none is written."""
    word = call.arguments[2].value if len(call.arguments) == 3 else None
    return PARTS_OF_STEPS.get(word.text) if isinstance(word, Path) else None


def stride(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """How many steps an excess makes: a plain number."""
    if part_of_step(call) is None:
        return misused(inference, call, function.usage)
    return quotient(inference, call, scope, Text("相除", "divided"))


def quotient(inference: Inferring, call: Call, scope: Scope, verb: Text) -> Type:
    """The first two numbers of a call, one over the other: a plain number, where both are of one
    dimension."""
    over, under = (argument.value for argument in call.arguments[:2])
    first = inference.number(over, inference.infer(over, scope))
    second = inference.number(under, inference.infer(under, scope))
    if "unknown" in (first.base, second.base):
        return UNKNOWN
    if None not in (first.dimension, second.dimension) and first.dimension != second.dimension:
        left, right = shown(inference, over, first), shown(inference, under, second)
        return inference.report(codes.UNIT_MISMATCH, call, left=left, right=right, verb=verb)
    return Type("number", finer(first.level, second.level))


def step(inference: Inferring, call: Call, steps: Declaration, scope: Scope) -> Type:
    """The value of the range that a number lies in; the bounds are of the number's dimension."""
    if len(call.arguments) != 1:
        return misused(inference, call, Text(f"{steps.name}（数）", f"{steps.name}(number)"))
    argument = call.arguments[0].value
    number = inference.number(argument, inference.infer(argument, scope))
    value = inference.declared(steps)
    if "unknown" in (number.base, value.base) or not fits_steps(inference, argument, number, steps):
        return UNKNOWN
    return value.at(finer(value.level, number.level))


def fits_steps(
    inference: Inferring, argument: Expression, number: Type, steps: Declaration
) -> bool:
    """Whether the bounds of a step table are of a number's dimension; a finding where not."""
    for entry in steps.entries:
        item = entry.clauses[0].items[0]
        interval = item if isinstance(item, Interval) else dashed(item)
        for end in (interval.low, interval.high) if isinstance(interval, Interval) else ():
            bound = inference.infer(end, Scope(POLICY)) if end is not None else number
            if (
                None not in (number.dimension, bound.dimension)
                and number.dimension != bound.dimension
            ):
                inference.report(
                    codes.UNIT_MISMATCH,
                    argument,
                    left=shown(inference, argument, number),
                    right=Text(
                        f"“{steps.name}”的分段（{bound.words().zh}）",
                        f"the ranges of “{steps.name}” ({bound.words().en})",
                    ),
                    verb=Text("相比", "compared"),
                )
                return False
    return True


def rounding(inference: Inferring, call: Call, function: Function, scope: Scope) -> Type:
    """A written rounding, to places that are written too."""
    if places_of(call) is None:
        return misused(inference, call, function.usage)
    inference.infer(call.arguments[1].value, scope)
    value = call.arguments[0].value
    return inference.number(value, inference.infer(value, scope))


def ballot(inference: Inferring, call: Call, function: Function) -> Type:
    """The mean mark of counted votes: a scale, and a table with a column for each of its names."""
    symbols = inference.names.symbols
    paths = [argument.value for argument in call.arguments if isinstance(argument.value, Path)]
    if len(paths) != 2 or len(call.arguments) != 2:
        return misused(inference, call, function.usage)
    scale, table = symbols.scales.get(paths[0].text), symbols.tables.get(paths[1].text)
    if scale is None or table is None:
        return misused(inference, call, function.usage)
    columns = {column.name: column for column in table.columns}
    for entry in scale.entries:
        column = columns.get(entry.key.text)
        if column is None or column.type not in (ColumnType.NUMBER, ColumnType.INTEGER):
            near = suggestion(nearest(entry.key.text, columns))
            inference.report(
                codes.NO_COLUMN, entry.key, table=table.name, name=entry.key.text, suggestion=near
            )
    mark = inference.declared(scale)
    return mark.at(finer(mark.level, symbols.hierarchy.level(table.name)))

"""Where more of something can both raise and lower the total.

Signs are followed from the total down to the data: whether more of a value raises what reads it or
lowers it, by the operation and by the range of what stands beside it. A value from which one way
up raises the total and another lowers it is a *turn*. Only what is certain of a single way is
followed; where a choice or a quotient could go either way nothing is said of it. Whether two ways
cancel out is not worked out, so a turn is a note, not a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from ...grammar.diagnostics import Argument, Diagnostic, Text
from ..plan.ops import Input, OpId, arguments
from . import turn_codes as codes
from .known import Known
from .signs import BOTH, DOWN, UP, local

#: How many columns a note names before it says how many more there are.
_SHOWN = 4


@define
class _Ways:
    """For each value the directions in which it moves the total, and through which reader."""

    signs: dict[OpId, int] = field(factory=dict)
    through: dict[tuple[OpId, int], OpId] = field(factory=dict)
    inherited: set[OpId] = field(factory=set)


def prove(known: Known) -> Iterator[Diagnostic]:
    """The turns of the figure that decides."""
    total = known.plan.outcome.total
    if total is None:
        return
    inputs = _inputs(known)
    ways = _followed(known, known.ranges.same(total), inputs)
    yield from _wrong_way(known, total, ways)
    for op_id, signs in sorted(ways.signs.items()):
        title = known.title(op_id)
        if signs != BOTH or op_id in ways.inherited or not inputs[op_id] or title is None:
            continue
        args: dict[str, Argument] = {
            "name": title,
            "total": known.title(total) or "",
            "ways": _through(*(_reader(known, ways, op_id, sign) for sign in (UP, DOWN))),
            "data": _columns(known, inputs[op_id]),
        }
        op = known.plan.ops[op_id]
        place = op.span
        if isinstance(op, Input):
            table = next(t for t in known.plan.tables if t.name == op.table)
            place = table.column(op.column).span
        if place is not None:
            yield Diagnostic(codes.TURN, place, args)


def _wrong_way(known: Known, total: OpId, ways: _Ways) -> Iterator[Diagnostic]:
    """Deductions that only raise the total, and bonuses that only lower it."""
    for kind, wrong, code in (
        ("deduction", UP, codes.RAISES),
        ("bonus", DOWN, codes.LOWERS),
    ):
        for op_id, declaration in known.named(kind):
            if ways.signs.get(known.ranges.same(op_id)) == wrong:
                args = {"name": declaration.title, "total": known.title(total) or ""}
                yield Diagnostic(code, declaration.span, args)


def _followed(known: Known, total: OpId, inputs: list[int]) -> _Ways:
    """The directions of everything below the total. Readers come after what they read."""
    ways = _Ways(signs={total: UP})
    for op_id in range(total, -1, -1):
        signs = ways.signs.get(op_id, 0)
        if not signs or known.ranges.of(op_id).fixed:
            continue
        for argument, way in local(known, op_id, inputs):
            came, arg = _carried(signs, way), known.ranges.same(argument)
            ways.signs[arg] = ways.signs.get(arg, 0) | came
            for sign in (UP, DOWN):
                if came & sign:
                    ways.through.setdefault((arg, sign), op_id)
            if signs == BOTH:
                ways.inherited.add(arg)
    return ways


def _carried(signs: int, way: int) -> int:
    """Directions through one more step, which may turn them round."""
    turned = ((signs & UP) and DOWN) | ((signs & DOWN) and UP)
    return (signs if way & UP else 0) | (turned if way & DOWN else 0)


def _reader(known: Known, ways: _Ways, op_id: OpId, sign: int) -> str:
    """The first named value on the way up from a turn."""
    above: OpId | None = ways.through.get((op_id, sign))
    while above is not None:
        names = known.plan.names.get(above)
        if names:
            return names[0].title
        signs = ways.signs[above]
        above = ways.through.get((above, UP if signs & UP else DOWN))
    return known.title(op_id) or ""


def _through(up: str, down: str) -> Text:
    """The ways of both directions."""
    if up == down:
        return Text(f"都经“{up}”", f"both through “{up}”")
    return Text(f"上升经“{up}”，下降经“{down}”", f"up through “{up}”, down through “{down}”")


def _inputs(known: Known) -> list[int]:
    """For each operation the columns of figures below it, one bit for each."""
    found: list[int] = []
    for op_id, op in enumerate(known.plan.ops):
        own = isinstance(op, Input) and known.ranges.of(op_id).numbers is not None
        bits = 1 << op_id if own else 0
        for argument in arguments(op):
            bits |= found[argument]
        found.append(bits)
    return found


def _columns(known: Known, bits: int) -> Text:
    names = [
        op.column
        for op_id, op in enumerate(known.plan.ops)
        if bits >> op_id & 1 and isinstance(op, Input)
    ]
    shown, more = "、".join(names[:_SHOWN]), len(names) - _SHOWN
    if more <= 0:
        return Text(shown, ", ".join(names))
    return Text(f"{shown}等{len(names)}列", f"{', '.join(names[:_SHOWN])} and {more} more")

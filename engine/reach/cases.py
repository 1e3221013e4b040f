"""Cases: one that can never apply, and values for which none does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...grammar.diagnostics import Argument, Diagnostic, Label, Text
from ..extent import sample
from ..plan.ops import Choose, Compare, IsBlank, Logic, OpId
from ..semantics.codes import NO_OTHERWISE
from ..semantics.declarations import Declaration
from . import codes
from .assume import assume
from .boxes import Coverage, TooManyError, coverage
from .domain import FALSE, Reach
from .known import Known
from .worlds import EMPTY, Env, World


def prove(known: Known) -> Iterator[Diagnostic]:
    """Every declaration with cases."""
    heads = {
        d.block.head: d
        for top in known.checked.symbols.declarations
        for d in top.walk()
        if d.of_kind("case")
    }
    seen: set[Declaration] = set()
    for op in known.plan.ops:
        declaration = heads.get(op.span) if isinstance(op, Choose) and op.span else None
        if declaration is None or declaration in seen or not isinstance(op, Choose):
            continue
        if len(op.cases) == len(declaration.of_kind("case")):
            seen.add(declaration)
            yield from _list(known, declaration, [when for when, _ in op.cases])


def _list(
    known: Known, declaration: Declaration, conditions: Sequence[OpId]
) -> Iterator[Diagnostic]:
    world = known.ranges.joined
    try:
        found = coverage(world, conditions)
    except TooManyError:
        yield Diagnostic(codes.UNPROVED, declaration.span, {"name": declaration.name})
        return
    written = declaration.of_kind("case", "otherwise")
    for index, condition in enumerate(conditions):
        if index not in found.first and world.truths(condition) != FALSE:
            case = written[index]
            yield Diagnostic(
                codes.NEVER_REACHED,
                case.span,
                {
                    "name": declaration.name,
                    "case": case.title,
                    "advice": _advice(world, conditions, index),
                },
                _covering(known, written[index], conditions[: index + 1], declaration),
            )
    yield from _rest(known, declaration, found)


_EARLIER = Text("把要求高的情形写在前面", "write the stricter case first")
_NEEDLESS = Text(
    "删去这一情形，或改正它的条件：换个次序，别的情形就轮不到了",
    "delete this case or mend its condition: in any other place it would leave another one idle",
)


def _advice(world: World, conditions: Sequence[OpId], index: int) -> Text:
    """To move a case up, where it then applies and every other still does; else to leave it out."""
    own = conditions[index]
    before = coverage(world, conditions[:index]).first
    for place in range(index):
        order = [*conditions[:place], own, *conditions[place:index]]
        others = {other if other < place else other + 1 for other in before}
        if {place, *others} <= coverage(world, order).first.keys():
            return _EARLIER
    return _NEEDLESS


def _covering(
    known: Known, case: Declaration, conditions: Sequence[OpId], declaration: Declaration
) -> tuple[Label, ...]:
    """The earlier case that alone takes all that a case would apply to, if one does."""
    world, written = known.ranges.joined, declaration.of_kind("case", "otherwise")
    inside = assume(world, conditions[-1], True, EMPTY)
    for index, earlier in enumerate(conditions[:-1]):
        if inside is not None and assume(world, earlier, False, inside) is None:
            place = written[index]
            text = Text("符合这里的，先归这一情形", "whatever would meet it is taken here first")
            return (Label(place.span, text),)
    return ()


def _rest(known: Known, declaration: Declaration, found: Coverage) -> Iterator[Diagnostic]:
    """What no case covers, and the otherwise that is for it."""
    otherwise = declaration.of_kind("otherwise")
    if otherwise and found.uncovered is None:
        args = {"name": declaration.name, "case": otherwise[0].title}
        yield Diagnostic(codes.IDLE_OTHERWISE, otherwise[0].span, args)
    if not otherwise and found.uncovered is not None:
        point = described(known, found.uncovered)
        for_one = Text(f"，例如{point.zh}", f": {point.en}, for one") if point.zh else Text("", "")
        lacking: dict[str, Argument] = {"name": declaration.name, "point": for_one}
        yield Diagnostic(NO_OTHERWISE, declaration.span, lacking)


def described(known: Known, env: Env) -> Text:
    """One point of a box in words: a value for each figure that the conditions ask for."""
    parts = [_part(known, op, reach) for op, reach in _asked(known, env).items()]
    found = [part for part in parts if part is not None]
    return Text("、".join(p.zh for p in found), ", ".join(p.en for p in found))


def _asked(known: Known, env: Env) -> Mapping[OpId, Reach]:
    """The values of a box; of the conditions only those that nothing else tells."""
    ops, told = known.plan.ops, (Logic, IsBlank)
    return {
        op: reach
        for op, reach in sorted(env.items())
        if not isinstance(ops[op], told)
        and not (isinstance(ops[op], Compare) and _sides_told(known, ops[op], env))
    }


def _sides_told(known: Known, op: object, env: Env) -> bool:
    """Whether a comparison follows from the values of the box: one of its sides is fixed."""
    if not isinstance(op, Compare):
        return False
    sides = [known.ranges.same(side) for side in (op.left, op.right)]
    return any(known.ranges.joined.under(side, env).fixed for side in sides)


def _part(known: Known, op: OpId, reach: Reach) -> Text | None:
    title = known.title(op)
    if title is None:
        return None
    if reach.truths and reach.numbers is None:
        holds = True in reach.truths
        return Text(
            f"“{title}”{'成立' if holds else '不成立'}",
            f"“{title}” {'holds' if holds else 'fails'}",
        )
    if reach.numbers is not None:
        if reach.numbers.low is None and reach.numbers.high is None:
            return None  # any number does
        shown = known.figure(op, sample(reach.numbers))
        return Text(f"{title} = {shown.zh}", f"{title} = {shown.en}")
    if reach.names:
        name = sorted(reach.names)[0]
        return Text(f"{title} = {name}", f"{title} = {name}")
    return Text(f"{title} 为空", f"{title} is missing") if reach.blank else None

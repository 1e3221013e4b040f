"""Normal forms of choices, tables of bands and entries, and lowered grades."""

from __future__ import annotations

from ..plan.ops import Aggregate, Choose, Classify, Guard, Lookup, Lower, OpId, Within
from ..reach.assume import assume
from ..reach.domain import FALSE, TRUE
from ..reach.worlds import EMPTY, Env
from .forms import Form, only_value, pieces
from .sides import Side


def chosen(op: Choose, side: Side) -> Form:
    """A choice without the cases that never apply, and without what comes after one that always
    does. A case whose condition may have no answer stays."""
    cases: list[tuple[Form, Form]] = []
    rest, otherwise = EMPTY, op.otherwise
    for when, take in op.cases:
        truths = side.world.under(when, rest).truths
        inside = assume(side.world, when, True, rest) if True in truths else None
        beyond = assume(side.world, when, False, rest) if False in truths else None
        if inside is None and side.full(when) and beyond is not None:
            continue
        if beyond is None and side.full(when) and inside is not None:
            rest, otherwise = inside, take
            break
        cases.append((side.form[when], _under(take, inside or rest, side)))
        rest = rest if beyond is None else beyond
    return _choice(op, cases, _under(otherwise, rest, side), side)


def _under(take: OpId, env: Env, side: Side) -> Form:
    """The form of a value where an assumption holds."""
    value = only_value(side.world.under(take, env)) if side.sure[take] else None
    return side.form[take] if value is None else side.forms.constant(value)


def _choice(op: Choose, cases: list[tuple[Form, Form]], otherwise: Form, side: Side) -> Form:
    """A choice whose last cases come to the same as the otherwise ends before them."""
    full = {side.form[when] for when, _ in op.cases if side.full(when)}
    while cases and cases[-1][1] == otherwise and cases[-1][0] in full:
        cases.pop()
    if not cases:
        return otherwise
    return side.forms.of("choose", tuple(cases), otherwise)


def looked_up(op: Lookup, side: Side) -> Form:
    """A table of entries, without those under which nothing can be looked up."""
    reach = side.reach(op.key)
    entries = sorted((name, side.form[value]) for name, value in op.entries if reach.may_be(name))
    names = reach.names
    listed = names is not None and names <= {name for name, _ in entries}
    if listed and side.full(op.key) and len({value for _, value in entries}) == 1:
        return entries[0][1]
    return side.forms.of("lookup", side.bare(op.key), tuple(entries))


def classified(op: Classify, side: Side) -> Form:
    """Bands on the grid of what falls into them, as far as it reaches."""
    numbers = side.numbers(op.arg)
    if numbers is None:
        return side.forms.of("classify", side.bare(op.arg), op.bands)
    return side.forms.of("classify", side.bare(op.arg), tuple(pieces(op.bands, numbers)[0]))


def lowered(op: Lower, side: Side) -> Form:
    """A grade lowered by a known number of steps is another name for each grade."""
    steps, names = side.number(op.steps), side.reach(op.grade).names
    known = names is not None and names <= set(op.grades) and side.reach(op.grade).numbers is None
    if steps is None or not known or names is None:
        return side.forms.of("lower", op.grades, op.floor, side.bare(op.grade), side.bare(op.steps))
    floor, found = op.grades.index(op.floor), []
    for name in sorted(names):
        place = op.grades.index(name)
        found.append((name, op.grades[max(place, min(place + int(steps), floor))]))
    if all(name == other for name, other in found):
        return side.taken(op.grade)
    return side.forms.of("named anew", tuple(found), side.bare(op.grade))


def within(op: Within, side: Side) -> Form:
    """A number between bounds that it cannot leave is that number."""
    found, low, high = (side.numbers(arg) for arg in (op.arg, op.low, op.high))
    if found and low and high and side.full(op.low) and side.full(op.high):
        below = low.high is not None and found.low is not None and low.high <= found.low
        above = high.low is not None and found.high is not None and found.high <= high.low
        if below and above:
            return side.taken(op.arg)
    return side.forms.of("within", *map(side.bare, (op.arg, op.low, op.high)))


def guarded(op: Guard, side: Side) -> Form:
    """A value under a condition that always holds is that value."""
    if side.full(op.must) and side.reach(op.must).truths == TRUE:
        return side.form[op.arg]
    return side.forms.of("guard", op.reason, side.form[op.must], side.form[op.arg])


def counted(op: Aggregate, side: Side) -> bool:
    """Whether everything counts, whatever the condition says."""
    where = op.where
    return where is None or (side.full(where) and side.reach(where).truths == TRUE)


def never_counted(op: Aggregate, side: Side) -> bool:
    """Whether nothing counts."""
    where = op.where
    return where is not None and side.full(where) and side.reach(where).truths == FALSE

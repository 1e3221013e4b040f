"""Which way a condition can come out, given what its arguments can be."""

from __future__ import annotations

from collections.abc import Sequence

from ..extent import Extent, meet
from ..plan.ops import Compare
from .domain import EITHER, FALSE, NO_NAMES, TRUE, Reach, Truths, truth


def compared(op: Compare, left: Reach, right: Reach, same: bool) -> Reach:
    """Whether a comparison can hold and can fail; ``same`` says that both sides are one value."""
    if op.op in ("=", "!="):
        equal = _equal(left, right, same)
        return truth(equal if op.op == "=" else frozenset(not t for t in equal))
    nothing = left.nothing or right.nothing
    return Reach(truths=_ordered(op.op, left, right, same), blank=nothing, nothing=nothing)


def _ordered(sign: str, left: Reach, right: Reach, same: bool) -> Truths:
    if left.numbers is None or right.numbers is None:
        return frozenset()
    if same:
        return TRUE if sign in ("<=", ">=") else FALSE
    a, b = left.numbers, right.numbers
    if sign in (">", ">="):
        a, b = b, a
    return _before(a, b, strict=sign in ("<", ">"))


def _before(a: Extent, b: Extent, strict: bool) -> Truths:
    """Whether a number of one lies before a number of the other."""
    can = meets_below(a, b, strict)
    cannot = meets_below(b, a, not strict)
    return (TRUE if can else frozenset()) | (FALSE if cannot else frozenset())


def meets_below(a: Extent, b: Extent, strict: bool) -> bool:
    """Whether some number of ``a`` is below (or, not strictly, at most) some number of ``b``."""
    if a.low is None or b.high is None:
        return True
    return a.low < b.high or (a.low == b.high and a.low_closed and b.high_closed and not strict)


def _equal(left: Reach, right: Reach, same: bool) -> Truths:
    values = left.has_value and right.has_value
    # A blank equals nothing, itself included.
    can_differ = left.blank or right.blank
    if not values:
        return FALSE if can_differ else frozenset()
    if same:
        return EITHER if can_differ else TRUE
    can_equal = (
        meet(left.numbers, right.numbers) is not None
        or _share(left, right)
        or bool(left.truths & right.truths)
    )
    one = left.fixed and right.fixed
    can_differ = can_differ or not (one and can_equal)
    return (TRUE if can_equal else frozenset()) | (FALSE if can_differ else frozenset())


def _share(left: Reach, right: Reach) -> bool:
    """Whether two values can be the same name."""
    if left.names is None and right.names is None:
        return True
    names = (left.names or NO_NAMES) | (right.names or NO_NAMES)
    return any(left.may_be(name) and right.may_be(name) for name in names)


def settled(op: str, args: Sequence[Reach]) -> Reach:
    """A condition made of others."""
    blank, nothing = any(arg.blank for arg in args), any(arg.nothing for arg in args)
    if op == "not":
        return Reach(truths=frozenset(not t for t in args[0].truths), blank=blank, nothing=nothing)
    decisive = op == "or"
    found = {decisive} if any(decisive in arg.truths for arg in args) else set()
    if all((not decisive) in arg.truths for arg in args):
        found.add(not decisive)
    return Reach(truths=frozenset(found), blank=blank, nothing=nothing)


def missing(arg: Reach) -> Reach:
    """Whether there is no value."""
    return truth((TRUE if arg.blank else frozenset()) | (FALSE if arg.has_value else frozenset()))


def found_any(arg: Reach) -> Reach:
    """Whether one of any number of conditions holds."""
    return truth(FALSE | (arg.truths & TRUE))

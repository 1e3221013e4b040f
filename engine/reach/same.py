"""Which operations of a plan have the same value: each is known by the first that has it.

Spreading a value to a finer level, and giving it a further name, leave it what it is; operations of
one kind on the same values are the same. So a figure that two rules read, or write out twice, is
one figure to whoever reasons about it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

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
    arguments,
)

#: What depends on other members than its own.
OF_OTHERS = (Aggregate, Rank, Series, Pick, Apportion)
#: How many conditions are told apart in one calculation, and how many are kept in mind below one.
MOST_SHARED = 3
MOST_BELOW = 24


def representatives(ops: Sequence[Op]) -> list[OpId]:
    """For each operation the first one that has the same value."""
    found: list[OpId] = []
    known: dict[Hashable, OpId] = {}
    for op_id, op in enumerate(ops):
        if isinstance(op, Spread) or (isinstance(op, Choose) and not op.cases):
            found.append(found[arguments(op)[0]])
            continue
        inner = tuple(found[argument] for argument in arguments(op))
        found.append(known.setdefault((type(op), *_own(op, ops), inner), op_id))
    return found


def shared_conditions(ops: Sequence[Op], same: Sequence[OpId]) -> list[tuple[OpId, ...]]:
    """For each calculation the conditions that choices below two of its arguments have in common,
    at most ``MOST_SHARED``. What sums up other members hangs on their conditions, not on these."""
    below: list[frozenset[OpId]] = []
    shared: list[tuple[OpId, ...]] = []
    for op in ops:
        sets = [below[argument] for argument in dict.fromkeys(arguments(op))]
        twice: tuple[OpId, ...] = ()
        if isinstance(op, Arithmetic):
            counts = Counter(condition for found in sets for condition in found)
            twice = tuple(sorted(c for c, times in counts.items() if times > 1)[:MOST_SHARED])
        shared.append(twice)
        found = frozenset[OpId]().union(*sets)
        if isinstance(op, OF_OTHERS) or len(found) > MOST_BELOW:
            found = frozenset()
        if isinstance(op, Choose):
            found |= {same[when] for when, _ in op.cases}
        below.append(found)
    return shared


def _own(op: Op, ops: Sequence[Op]) -> tuple[Hashable, ...]:
    """What an operation says beside its arguments."""
    match op:
        case Constant(value=value):
            return (type(value).__name__, value)
        case Input(table=table, column=column):
            return (table, column)
        case Arithmetic(op=sign) | Compare(op=sign) | Logic(op=sign):
            return (sign,)
        case IsBlank() | Contains() | Within() | Spread():
            return ()
        case Choose(cases=cases):
            return (len(cases),)
        case Lookup(entries=entries):
            return tuple(name for name, _ in entries)
        case Round(places=places, mode=mode):
            return (places, mode)
        case Irrational(function=function, degree=degree):
            return (function, degree)
        case Aggregate(function=function, arg=arg, where=where):
            return (function, ops[arg].level, op.level, where is None, op.may_lack)
        case Rank(group=group, descending=descending, ties=ties):
            return (group, descending, ties, op.level)
        case Power():
            return ()
        case Ordered(function=function, start=start, stop=stop):
            return (function, start, stop)
        case Dated(function=function, holidays=holidays):
            return (function, holidays)
        case Pick(keep=keep, owner=owner, where=where):
            return (keep, owner, where is None, op.level)
        case Apportion(group=group, places=places, mode=mode, rest=rest):
            return (group, places, mode, rest, op.level)
        case Series(function=function, group=group, periods=periods):
            return (function, group, periods)
        case Guard(reason=reason):
            return (reason,)
        case Classify(bands=bands):
            return bands
        case Lower(grades=grades, floor=floor):
            return (grades, floor)

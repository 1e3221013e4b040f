"""Changes in the smallest groups that leave a policy without errors.

A weight that was moved can be applied only with the one it went to; an indicator that is gone, only
with the points that another gained.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TypeAlias

from .changes import Change

Changes: TypeAlias = tuple[Change, ...]
Valid: TypeAlias = Callable[[Changes], bool]


def flat(found: Sequence[Changes]) -> Changes:
    """All changes of some groups."""
    return tuple(change for group in found for change in group)


def groups(changes: Sequence[Change], valid: Valid) -> tuple[list[Changes], Changes]:
    """The groups in the order of the document, and what can never be applied."""
    found: list[Changes] = []
    pending: Changes = ()
    for change in changes:
        if valid((*flat(found), change)):
            found.append((change,))
            continue
        pending = (*pending, change)
        group = _least((change, *pending[:-1]), flat(found), valid)
        if group:
            found.append(_ordered(group, pending))
            pending = tuple(one for one in pending if one not in group)
    while pending:
        group = _smallest(pending, flat(found), valid)
        if not group:
            break
        found.append(_ordered(group, pending))
        pending = tuple(change for change in pending if change not in group)
    return _settled(found, valid), pending


def _settled(found: list[Changes], valid: Valid) -> list[Changes]:
    """The groups with those that need an earlier one right after it: made from the last to the
    first, as little as can be then waits for what it needs."""
    place, moved = len(found) - 1, set[Changes]()
    while place > 0:
        group, before = found[place], found[:place]
        needs = not valid(flat(found[place:])) and valid(flat(found[place + 1 :]))
        spots = range(place) if needs and group not in moved else ()
        spot = next((at for at in spots if valid((*flat(before[:at]), *group))), place)
        if spot < place:
            moved.add(group)
            found = [*before[:spot], group, *before[spot:], *found[place + 1 :]]
        else:
            place -= 1
    return found


def _smallest(pending: Changes, done: Changes, valid: Valid) -> Changes:
    """The first of what is pending that can be applied, with as few others as will do."""
    return _least(_largest(pending, done, valid), done, valid)


def _ordered(group: Changes, pending: Changes) -> Changes:
    return tuple(change for change in pending if change in group)


def _least(largest: Changes, done: Changes, valid: Valid) -> Changes:
    """The first of some changes with as few of the others as will do, if all of them will."""
    if not largest or not valid((*done, *largest)):
        return ()
    first, others = largest[0], largest[1:]
    for near in (_block, _home):
        for home in dict.fromkeys(map(near, others)):
            fewer = tuple(change for change in others if near(change) != home)
            if near(first) != home and valid((*done, first, *fewer)):
                others = fewer
    size = (len(others) + 1) // 2
    while size and others:
        place = 0
        while place < len(others):
            fewer = others[:place] + others[place + size :]
            if valid((*done, first, *fewer)):
                others = fewer
            else:
                place += size
        size = 0 if size == 1 else (size + 1) // 2
    return (first, *others)


def _block(change: Change) -> tuple[str, ...]:
    """The outermost block, by its title."""
    return (change.heading,)


def _home(change: Change) -> tuple[str, ...]:
    """Where what has to add up stands together: points in their parent, entries in their block."""
    path = change.place.path
    return path if change.own else path[:-1]


def _largest(pending: Changes, done: Changes, valid: Valid) -> Changes:
    """The most of what is pending that can be applied together, one or two left out: one weight
    that needs what cannot be applied must not keep back all the others."""
    for omitted in range(min(3, len(pending))):
        for group in combinations(pending, len(pending) - omitted):
            if valid((*done, *group)):
                return group
    return ()

"""An impact as plain data for JSON: exact numbers as text, all units, all steps."""

from __future__ import annotations

from fractions import Fraction

from ..diff.attribution import Attribution, Step, Totals
from ..diff.changes import Change, Difference
from ..diff.impact import Impact
from ..diff.movement import Movement, Moves, Standing
from .data import Json, plain


def moves_data(moves: Moves) -> dict[str, Json]:
    """Who moves between two results, and what follows."""
    return {
        "transitions": [
            {"old": old, "new": new, "units": count}
            for (old, new), count in sorted(moves.transitions.items())
        ],
        "unit_of_totals": moves.unit,
        "units": [_movement(movement) for movement in moves.movements],
        "only_old": list(moves.only_old),
        "only_new": list(moves.only_new),
        "merged": [{"unit": m.unit, "former": list(m.former)} for m in moves.merged],
        "former_names": dict(moves.former),
        "quotas": [
            {
                "use": q.use,
                "name": q.name,
                "unit": q.unit or None,
                "old": _number(q.old),
                "new": _number(q.new),
            }
            for q in moves.quotas
        ],
        "uses": [
            {"use": p.use, "entered": list(p.entered), "left": list(p.left)} for p in moves.picked
        ],
    }


def impact_data(impact: Impact, difference: Difference) -> dict[str, Json]:
    """A whole impact. Steps name changes by their places in the list of changes, from 0."""
    bridge = impact.bridge
    return {
        **moves_data(impact),
        "adapted": impact.adapted,
        "data": None
        if bridge is None
        else {
            "shift": _totals(bridge.shift),
            "carried_over": list(bridge.carried),
            "moved_to_new_year": bridge.dated,
        },
        "attribution": _attribution(impact.attribution, difference),
        "needs": [
            {"side": n.side, "file": n.file, "table": n.table, "column": n.column}
            for n in impact.needs
        ],
    }


def _movement(movement: Movement) -> Json:
    return {
        "unit": movement.unit,
        "old": _standing(movement.old),
        "new": _standing(movement.new),
        "difference": plain(movement.difference),
    }


def _standing(standing: Standing) -> Json:
    return {
        "group": standing.group,
        "total": _number(standing.total),
        "rank": None if standing.rank is None else plain(standing.rank),
        "grade": standing.grade,
    }


def _number(number: Fraction | None) -> Json:
    return None if number is None else plain(number)


def _attribution(found: Attribution | None, difference: Difference) -> Json:
    if found is None:
        return None
    place = places(difference)

    def step(one: Step) -> Json:
        return {
            "changes": [place.get(identity(change)) for change in one.changes],
            "grades": [{"unit": u, "old": old, "new": new} for u, (old, new) in one.grades.items()],
            "forward": _totals(one.forward),
            "reverse": _totals(one.reverse),
        }

    return {
        "steps": [step(one) for one in found.steps],
        "not_applied": [place.get(identity(change)) for change in found.left],
        "share": plain(found.share),
        "remainder": _totals(found.remainder),
        "whole": _totals(found.whole),
    }


def places(difference: Difference) -> dict[tuple[object, ...], int]:
    """Where each change stands in the list of changes, from 0, by its identity."""
    return {identity(change): index for index, change in enumerate(difference.changes)}


def identity(change: Change) -> tuple[object, ...]:
    """What is one change among those of a policy on its own terms and on the new one's."""
    spans = [side.span if side is not None else None for side in (change.old, change.new)]
    return (change.act, change.aspect, change.block, *spans)


def _totals(totals: Totals) -> dict[str, Json]:
    """Only what is not nothing, to keep a step of ten thousand units short."""
    return {unit: plain(number) for unit, number in totals.items() if number}

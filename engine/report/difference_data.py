"""A difference as plain data for JSON: exact numbers as text."""

from __future__ import annotations

from ...grammar.source import Source
from ..diff.changes import Change, ChangeClass, Difference, Place, Shift
from .data import Json, plain


def difference_data(difference: Difference) -> dict[str, Json]:
    """A whole difference. ``summary`` counts the changes of each class, those of worked examples
    apart."""
    return {
        "old": {"file": difference.old.name, "policy": difference.series[0]},
        "new": {"file": difference.new.name, "policy": difference.series[1]},
        "same_series": difference.one_series,
        "summary": {
            **{kind.value: difference.counts[kind] for kind in ChangeClass},
            "examples": difference.examples,
        },
        "changes": [change_data(change, difference) for change in difference.changes],
    }


def change_data(change: Change, difference: Difference) -> Json:
    """One change."""
    return {
        "class": change.kind.value,
        "act": change.act.value,
        "block": change.block,
        "aspect": change.aspect,
        "entry": change.own,
        "heading": change.heading,
        "example": change.example,
        "old": _place(change.old, difference.old),
        "new": _place(change.new, difference.new),
        "shifts": [_shift(shift) for shift in change.shifts],
        "lost": list(change.lost),
        "gained": list(change.gained),
        "direction": change.direction.value if change.direction else None,
    }


def _place(place: Place | None, source: Source) -> Json:
    if place is None:
        return None
    start, end = source.position(place.span.start), source.position(place.span.end)
    return {
        "path": list(place.path), "name": place.name, "words": place.words,
        **({"content": place.content} if place.content else {}), "clauses": list(place.clauses),
        "line": start[0], "column": start[1], "end_line": end[0], "end_column": end[1],
    }  # fmt: skip


def _shift(shift: Shift) -> Json:
    """Days are counted, not dated: a day of the year has no number that a reader would know."""
    sides: dict[str, Json] = {"old": plain(shift.old), "new": plain(shift.new)}
    exact = {} if shift.unit == "day" else sides
    return {**exact, "difference": plain(shift.difference), "unit": shift.unit}

"""Which changes can matter as plain data for JSON: exact numbers as text."""

from __future__ import annotations

from fractions import Fraction

from ...grammar.diagnostics import Language
from ..diff.changes import Difference
from ..evaluate.values import Blank
from ..matter.judge import Matter, Matters
from ..matter.search import Witness
from ..matter.targets import Answer, NoAnswer
from ..trial.write import Writer
from .data import Json, plain
from .impact_data import identity, places


def matter_data(found: Matters, difference: Difference, language: Language) -> dict[str, Json]:
    """All verdicts. Changes go by their places in the list of changes, from 0; ``given`` are lines
    of a worked example, in the words of each policy."""
    place = places(difference)
    return {
        "complete": found.complete,
        "verdicts": [
            {
                "changes": [place.get(identity(change)) for change in one.changes],
                "verdict": one.verdict.value,
                "concerns": [{"kind": o.kind, "name": o.name} for o in one.outputs],
                "after_all_others": one.last,
                "witnesses": [_witness(witness, one, language) for witness in one.witnesses],
            }
            for one in found.verdicts
        ],
    }


def _witness(witness: Witness, one: Matter, language: Language) -> Json:
    sides = zip(("old", "new"), one.states or (), witness.cases, strict=True)
    given = {side: list(Writer(state.checked, language).given(case)) for side, state, case in sides}
    return {
        "given": {side: list(lines) for side, lines in given.items()},
        "gets": [
            {"kind": g.kind, "name": g.name, "old": _value(g.old), "new": _value(g.new)}
            for g in witness.got
        ],
    }


def _value(value: Answer | None) -> Json:
    """A value as it is; nothing where a policy does not speak of it, ``no_answer`` where it has
    none for the figure."""
    if isinstance(value, NoAnswer):
        return {"no_answer": True}
    if isinstance(value, (int, Fraction)) and not isinstance(value, bool):
        return plain(Fraction(value))
    if isinstance(value, tuple):
        return list(value)
    if value is None or isinstance(value, Blank):
        return None
    return value if isinstance(value, (bool, str)) else str(value)

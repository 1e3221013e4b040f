"""Which ranking and which grades the result goes by, where a policy has several."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from ...grammar.nodes import Path
from ..levels import UNIT
from .checked import Checked
from .declarations import Declaration
from .references import Reference, ValueReference
from .tables import is_yes


@frozen
class Official:
    """The one that counts, if any; else ``rivals``, of which the policy must mark one. Where it
    marks several, these are the rivals."""

    one: Declaration | None = None
    rivals: tuple[Declaration, ...] = ()


def official_grades(checked: Checked) -> Official:
    """The grades of units that the result goes by: those marked, the only ones, or those that the
    vetoes act on. The order of blocks says nothing."""
    candidates = of_units(checked, "grades")
    vetoes = checked.symbols.all_of("veto")
    acted_on = {checked.refs.get(path) for veto in vetoes for path in veto.paths("grade")}
    return _one(candidates, [c for c in candidates if ValueReference(c) in acted_on])


def official_ranking(checked: Checked) -> Official:
    """The ranking of units that the result goes by: the one marked, the only one, or the one that
    goes by what the grades go by, or that the grades go by themselves."""
    candidates, grades = of_units(checked, "ranking"), official_grades(checked).one
    basis = _basis(checked, grades) if grades is not None else None
    same = [
        c
        for c in candidates
        if basis is not None and basis in (_basis(checked, c), ValueReference(c))
    ]
    return _one(candidates, same)


def of_units(checked: Checked, kind: str) -> tuple[Declaration, ...]:
    """All of a kind that are about units, and not about rows of theirs."""
    return tuple(d for d in checked.symbols.all_of(kind) if _about_units(checked, d))


def _about_units(checked: Checked, declaration: Declaration) -> bool:
    if "each" in declaration.properties:
        return checked.symbols.level_of(declaration) == UNIT
    on = declaration.value("on")
    found = checked.types.get(on) if isinstance(on, Path) else None
    return found is None or found.level.kind != "row"


def _one(candidates: Iterable[Declaration], preferred: Iterable[Declaration]) -> Official:
    everything, hinted = tuple(candidates), tuple(preferred)
    marked = tuple(c for c in everything if _marked(c))
    for found in (marked, everything, hinted):
        if len(found) == 1:
            return Official(found[0])
    return Official(rivals=marked or everything)


def _marked(declaration: Declaration) -> bool:
    return is_yes(declaration.value("official"))


def _basis(checked: Checked, declaration: Declaration) -> Reference | None:
    """What ranks or grades go by, where that is a name."""
    on = declaration.value("on")
    return checked.refs.get(on) if isinstance(on, Path) else None

"""Examples for what no example shows, as text to be checked and pasted into the policy."""

from __future__ import annotations

from attrs import evolve, frozen

from ...grammar.diagnostics import Language
from ..plan.lower import lowered, year_of
from ..semantics.checked import Checked
from .coverage import Coverage, shows
from .example import Trials
from .nameable import nameables_of
from .points import Point, points_of
from .search import Found, Search
from .write import Writer


@frozen
class Proposals:
    """Blocks to be pasted, and the points for which no example was found."""

    text: str
    unfound: tuple[Point, ...]


def propose(checked: Checked, coverage: Coverage, language: Language) -> Proposals:
    """Examples of the points that are missing; one example may well show several."""
    search = searching(checked)
    wanted = {_key(point) for point in coverage.missing}
    found: list[Found] = []
    unfound: list[Point] = []
    for point in search.trials.points:
        if _key(point) not in wanted:
            continue
        case = search.find(point)
        if case is None:
            unfound.append(point)
            continue
        found.append(case)
        wanted -= {_key(p) for p in search.trials.points if shows(case.tried, p.test)}
    writer = Writer(checked, language)
    left = tuple(point for point in unfound if _key(point) in wanted)
    return Proposals("\n".join(writer.example(one) for one in found), left)


def searching(checked: Checked) -> Search:
    """A search over the plan of a policy, without its own examples."""
    values, plan = lowered(checked)
    nameables = nameables_of(values, plan)
    points = points_of(values)
    named = checked.symbols.all_of("requirement", "invariant")
    whole = evolve(plan, ops=tuple(values.builder.ops), names=values.builder.names)
    trials = Trials(whole, (), tuple(d.name for d in named), points)
    return Search(trials, nameables, year_of(checked))


def _key(point: Point) -> tuple[str, str, str]:
    return point.kind, point.name, point.detail.zh

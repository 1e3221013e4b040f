"""Results that were saved, compared: two years' runs, each as ``evaluate --format json`` wrote it.

Nothing is run: who moves, and what follows, is read from both files.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import frozen

from ...grammar.diagnostics import Cell, Diagnostic, Severity, Text
from ..data.codes.make import code
from .movement import Moves, Standing, moved_between, picked_between, quotas_between
from .units import Naming

Unit: TypeAlias = Mapping[str, Any]

NOT_A_RESULT = code(
    "G865",
    Severity.ERROR,
    (
        "“{file}”不是 guiju evaluate 写出的结果（{problem}）",
        "“{file}” is no result written by guiju evaluate ({problem})",
    ),
    what=("文件不是核算结果。", "The file is no result of an evaluation."),
    why=("没有单位、总分和等次，就没有可比的。", "Without units and totals nothing compares."),
    mend=(
        "用 guiju evaluate 政策 数据 --output 结果.json 写出。",
        "Write it by guiju evaluate POLICY DATA --output result.json.",
    ),
    bad='{"单位": "市财政局"}',
    good='{"policy": "…", "groups": [{"group": "…", "units": [{"unit": "市财政局"}]}]}',
)


@frozen
class Saved:
    """One saved result: its policy, its units by name with their groups, and whether it is known
    that totals are in points."""

    policy: str
    units: Mapping[str, tuple[str, Unit]]
    scored: bool


def saved_result(file: str, content: object) -> Saved | Diagnostic:
    """A result as it was parsed from JSON, or what keeps it from being one."""
    if not isinstance(content, dict) or not isinstance(content.get("groups"), list):
        return _refused(file, Text("没有“groups”", "it lacks “groups”"))
    units: dict[str, tuple[str, Unit]] = {}
    for group in content["groups"]:
        listed = group.get("units") if isinstance(group, dict) else None
        if not isinstance(listed, list):
            return _refused(file, Text("组里没有“units”", "a group lacks “units”"))
        for unit in listed:
            if not isinstance(unit, dict) or not isinstance(unit.get("unit"), str):
                return _refused(file, Text("有单位没有名称", "a unit lacks its name"))
            try:
                _standing("", unit)
            except (ValueError, ZeroDivisionError, TypeError):
                return _refused(file, _unread(unit["unit"]))
            units[unit["unit"]] = (str(group.get("group", "")), unit)
    return Saved(str(content.get("policy", "")), units, content.get("scored") is True)


def _unread(unit: str) -> Text:
    return Text(f"“{unit}”的得分不是数", f"the figures of “{unit}” are no numbers")


def _refused(file: str, problem: Text) -> Diagnostic:
    return Diagnostic(NOT_A_RESULT, Cell(file), {"file": file, "problem": problem})


def moves_between(old: Saved, new: Saved, units: Mapping[str, str]) -> Moves:
    """Who moves between two saved results; ``units`` gives old units their new names."""
    names = Naming.between(tuple(old.units), tuple(new.units), units)
    before = names.apply({unit: _standing(*one) for unit, one in old.units.items()})
    after = {unit: _standing(*one) for unit, one in new.units.items()}
    moved, only_old, only_new = moved_between(before, after, names)
    return Moves(
        movements=moved,
        only_old=only_old,
        only_new=only_new,
        merged=names.merged,
        grades=_grades((*after.values(), *before.values())),
        quotas=quotas_between(_sums(old), _sums(new), {**_units(old), **_units(new)}),
        picked=picked_between(
            _concerned(old, names), _concerned(new, Naming({}, ())), {m.unit for m in moved}
        ),
        former={unit: name for name, unit in names.names.items()},
        scored=old.scored and new.scored,
    )


def _standing(group: str, unit: Unit) -> Standing:
    """What a saved result says of a unit; of several rankings or grades the first are its own."""
    total, ranks = unit.get("total"), list(dict(unit.get("ranking") or {}).values())
    grades = list(dict(unit.get("grades") or {}).values())
    veto = unit.get("veto")
    final = veto.get("final") if isinstance(veto, dict) else (grades[0] if grades else None)
    return Standing(
        group,
        Fraction(total) if isinstance(total, str) else None,
        Fraction(ranks[0]) if ranks and isinstance(ranks[0], str) else None,
        final if isinstance(final, str) else None,
    )


def _grades(standings: tuple[Standing, ...]) -> tuple[str, ...]:
    """The grades, best first: by the best total that has one."""
    best: dict[str, Fraction] = {}
    for one in standings:
        if one.grade is not None:
            total = one.total if one.total is not None else Fraction(0)
            best[one.grade] = max(total, best.get(one.grade, total))
    return tuple(sorted(best, key=lambda grade: -best[grade]))


def _uses(saved: Saved, part: str = "figures") -> list[tuple[str, str, Mapping[str, Any]]]:
    """Each unit's uses, with their figures or another part."""
    return [
        (name, str(use["use"]), dict(use.get(part) or {}))
        for name, (_, unit) in saved.units.items()
        for use in unit.get("uses") or ()
    ]


def _units(saved: Saved) -> dict[tuple[str, str], str]:
    """The unit of each figure that is an amount."""
    found = _uses(saved, "units")
    return {(use, name): str(unit) for _, use, units in found for name, unit in units.items()}


def _sums(saved: Saved) -> dict[tuple[str, str], Fraction]:
    found: dict[tuple[str, str], Fraction] = {}
    for _, use, figures in _uses(saved):
        for name, figure in figures.items():
            if isinstance(figure, str):
                found[use, name] = found.get((use, name), Fraction(0)) + Fraction(figure)
    return found


def _concerned(saved: Saved, names: Naming) -> dict[str, tuple[str, ...]]:
    """The units of each use that does not concern all units alike."""
    found: dict[str, tuple[str, ...]] = {}
    for unit, use, _ in _uses(saved):
        found[use] = (*found.get(use, ()), names.names.get(unit, unit))
    return {use: units for use, units in found.items() if len(units) < len(saved.units)}

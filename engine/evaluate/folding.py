"""Findings that differ only in whose they are, told once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from attrs import evolve

from ...grammar.diagnostics import Argument, Cell, Diagnostic, Language, Text, show

#: So many alike are told one by one; of more, one tells all.
MOST_ALIKE = 3
#: So many of those concerned are named.
MOST_NAMED = 5
_BOTH: tuple[Language, ...] = ("zh", "en")


def folded(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings in their order, those of one column or formula that differ only in the unit as
    one, in the place of the first."""
    every = [(_kind(finding), finding) for finding in findings]
    alike: dict[Hashable, list[Diagnostic]] = {}
    for kind, finding in every:
        alike.setdefault(kind, []).append(finding)
    told = []
    for kind, finding in every:
        same = alike[kind]
        if len(same) <= MOST_ALIKE:
            told.append(finding)
        elif finding is same[0]:
            told.append(_one(same))
    return tuple(told)


def _kind(finding: Diagnostic) -> Hashable:
    """What findings have in common that are about one thing: all but the unit and its row."""
    place = finding.place
    where = (place.file, place.sheet, place.column) if isinstance(place, Cell) else place
    said = frozenset((name, value) for name, value in finding.args.items() if name != "unit")
    return finding.code.id, where, said, None if "unit" in finding.args else id(finding)


def _one(same: list[Diagnostic]) -> Diagnostic:
    """One finding for several, with the first few it is about and how many there are."""
    names = [list(dict.fromkeys(show(f.args["unit"], lang) for f in same)) for lang in _BOTH]
    zh, en = (found[:MOST_NAMED] for found in names)
    n = len(same)
    unit = Text(f"{'、'.join(zh)}等{n}处", f"{', '.join(en)} and others ({n} in all)")
    args: dict[str, Argument] = {**same[0].args, "unit": unit}
    return evolve(same[0], args=args)

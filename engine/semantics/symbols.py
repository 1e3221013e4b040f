"""Names of a policy: what is declared, under which name, and what is declared twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import frozen

from ...grammar.diagnostics import Diagnostic, Label, Text
from ...grammar.nodes import Path
from ...grammar.vocabulary import MATTER_KINDS
from ..data.contract import TableSpec
from ..hierarchy import Hierarchy
from ..levels import UNIT, Level
from . import codes
from .declarations import Declaration

#: Kinds whose names stand for values in formulas.
VALUE_KINDS = (
    "value",
    "step",
    *MATTER_KINDS,
    "ranking",
    "grades",
    "quota",
    "deadline",
    "veto",
)
INDICATOR_KINDS = ("system", "goal", "indicator", "item")
STAGE_KINDS = ("process", "stage", "panel")


@frozen
class Symbols:
    """All declared names. ``values`` maps a name to what defines it; an indicator or a stage may be
    defined once for each kind of unit. ``actors`` are the names that people and bodies go by."""

    declarations: tuple[Declaration, ...]
    parents: Mapping[Declaration, Declaration | None]
    values: Mapping[str, Declaration]
    indicators: Mapping[str, tuple[Declaration, ...]]
    stages: Mapping[str, tuple[Declaration, ...]]
    scales: Mapping[str, Declaration]
    steps: Mapping[str, Declaration]
    groupings: Mapping[str, Declaration]
    subjects: Mapping[str, Declaration]
    rosters: Mapping[str, tuple[str, ...]]
    classes: tuple[str, ...]
    actors: frozenset[str]
    tables: Mapping[str, TableSpec]
    hierarchy: Hierarchy

    @property
    def register(self) -> TableSpec | None:
        """The table that says which units exist."""
        return self.hierarchy.register

    def all_of(self, *kinds: str) -> tuple[Declaration, ...]:
        """Every declaration of certain kinds, in the order written."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        return tuple(d for top in self.declarations for d in top.walk() if d.kind.id in kinds)

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Declaration, ...]]:
        found = defaultdict[str, list[Declaration]](list)
        for top in self.declarations:
            for declaration in top.walk():
                found[declaration.kind.id].append(declaration)
        return {kind: tuple(declarations) for kind, declarations in found.items()}

    def ancestors(self, declaration: Declaration) -> Iterable[Declaration]:
        """The declaration itself and what it stands in, innermost first."""
        current: Declaration | None = declaration
        while current is not None:
            yield current
            current = self.parents[current]

    def level_of(self, declaration: Declaration) -> Level:
        """The level a declaration works on: the rows of the nearest 逐行, else units."""
        for place in self.ancestors(declaration):
            each = place.paths("each")
            if each and each[0].text in self.tables:
                return self.hierarchy.level(each[0].text)
        return UNIT

    def subjects_of(self, declaration: Declaration) -> tuple[str, ...]:
        """The kinds of units that a declaration applies to: its own or inherited 适用, else all."""
        for place in self.ancestors(declaration):
            if "applies" in place.properties:
                return tuple(path.text for path in place.paths("applies"))
        return tuple(self.subjects)


def export_level(declaration: Declaration, symbols: Symbols) -> Level:
    """The level of a table of results: the rows of the table it is named after, else units."""
    name = declaration.name
    return symbols.hierarchy.level(name) if name in symbols.tables else UNIT


def parents_of(tops: tuple[Declaration, ...]) -> dict[Declaration, Declaration | None]:
    """Each declaration's parent."""
    parents: dict[Declaration, Declaration | None] = dict.fromkeys(tops)
    for top in tops:
        for declaration in top.walk():
            parents.update(dict.fromkeys(declaration.children, declaration))
    return parents


def new_names(declaration: Declaration, key: str) -> tuple[str, ...]:
    """Names that a property itself declares."""
    return tuple(item.text for item in declaration.items(key) if isinstance(item, Path))


def duplicate(first: Declaration, second: Declaration) -> Diagnostic:
    """The finding that a name is declared twice; it points at both."""
    label = Label(first.span, Text("先在这里声明", "first declared here"))
    return Diagnostic(codes.DUPLICATE_NAME, second.span, {"name": second.name}, (label,))


def unique_names(
    declarations: Iterable[Declaration], findings: list[Diagnostic]
) -> dict[str, Declaration]:
    """Declarations by name; a second of the same name is a finding and left out."""
    named: dict[str, Declaration] = {}
    for declaration in declarations:
        if not declaration.name:
            continue
        if declaration.name in named:
            findings.append(duplicate(named[declaration.name], declaration))
        else:
            named[declaration.name] = declaration
    return named


def collect_actors(
    tops: tuple[Declaration, ...], rosters: Mapping[str, tuple[str, ...]]
) -> frozenset[str]:
    """Everybody who may be named as an actor: bodies, rosters and their members, kinds of units."""
    named = {d.name for d in tops if d.kind.id in ("body", "roster", "subject")}
    return frozenset(named | {member for members in rosters.values() for member in members})

"""Renamed names that one policy declares and the other only speaks of.

An office may be a block in one year's policy and only a name in lists and formulas the year
before. ``原名`` in the block then tells that it is the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ...grammar.nodes import Path
from ...grammar.source import Span
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.walk import expressions
from .aspects import former_names


@frozen
class Spoken:
    """A block, and where the other policy speaks of it under its other name."""

    block: Declaration
    other: str
    mention: Declaration
    span: Span
    #: Whether the block stands in the new policy, which is the rule; backwards, in the old one.
    in_new: bool


def spoken(old: Checked, new: Checked) -> tuple[Spoken, ...]:
    """All such blocks: one claim a name, and the name not used where the block stands."""
    return (*_claims(new, old, in_new=True), *_claims(old, new, in_new=False))


def _claims(ours: Checked, theirs: Checked, *, in_new: bool) -> Iterator[Spoken]:
    declared = {d.name for d in everything(theirs) if d.kind.id != "sheet"}
    named = {d.name for d in everything(ours) if d.kind.id != "sheet"}  # nothing refers to a sheet
    own = named | {name for name, _, _ in mentions(ours)}
    mentioned: dict[str, tuple[Declaration, Span]] = {}
    for name, declaration, span in mentions(theirs):
        mentioned.setdefault(name, (declaration, span))
    taken: set[str] = set()
    for block in everything(ours):
        for name in former_names(block):
            free = name in mentioned and name not in declared | own | taken
            if free and block.name not in declared | mentioned.keys():
                taken.add(name)
                yield Spoken(block, name, *mentioned[name], in_new)


def everything(checked: Checked) -> Iterator[Declaration]:
    """All declarations of a policy."""
    for top in checked.symbols.declarations:
        yield from top.walk()


def mentions(checked: Checked) -> Iterator[tuple[str, Declaration, Span]]:
    """Every name in a value, but for former names."""
    for declaration in everything(checked):
        for key, prop in (
            *declaration.properties.items(),
            *((None, e) for e in declaration.entries),
        ):
            for clause in prop.clauses if key != "formerly" else ():
                for item in clause.items:
                    for one in expressions(item):
                        if isinstance(one, Path):
                            yield from ((part.text, declaration, part.span) for part in one.parts)

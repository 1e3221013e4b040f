"""Entries under another name: grades, tiers and columns that kept their value and their place."""

from __future__ import annotations

from ...grammar.nodes import Path
from ...grammar.words import ValueKind
from ..semantics.declarations import Declaration
from ..semantics.walk import expressions
from .aspects import entry_name
from .canonical import Canon
from .classify import EXPLANATIONS
from .pairing import Pairing
from .terms import Term


def renamed_entries(pairing: Pairing, renames: dict[str, str]) -> dict[str, str]:
    """The old and new names of entries, as far as they are clear; ``renames`` are known already."""
    canons = Canon(pairing.old, renames, pairing.hints), Canon(pairing.new, {})
    kept: set[str] = set()
    found: dict[str, str] = {}
    for old, new in pairing.forward.items():
        if new.kind.id in EXPLANATIONS:
            continue  # their entries are names of other things
        written = {entry.key.text for entry in new.entries}
        before, after = (_entries(d, c, written) for d, c in zip((old, new), canons, strict=True))
        kept.update(after)
        found.update(_renamed(before, after))
    in_use = kept | _mentioned(pairing)
    return {old: new for old, new in found.items() if old not in in_use}


def written_names(pairing: Pairing, renames: dict[str, str]) -> dict[str, str]:
    """Names of columns, grades and choices as the old policy writes them, and as the new one does:
    those renamed by themselves, and those that followed what has their name."""
    canon = Canon(pairing.old, renames, pairing.hints)
    found: dict[str, str] = {}
    for old, new in pairing.forward.items():
        kept = {entry.key.text for entry in new.entries}
        for entry in old.entries if old.kind.id != "export" else ():
            written, name = entry.key.text, entry_name(entry, canon, kept)
            if name != written and name in kept:
                found[written] = name
    return found


def _mentioned(pairing: Pairing) -> set[str]:
    """The names in values of the new policy: what its rules still speak of was not renamed."""
    tops = (t for t in pairing.new.symbols.declarations if t.kind.id not in EXPLANATIONS)
    declarations = (d for top in tops for d in top.walk())
    return {
        part.text
        for declaration in declarations
        for prop in (*declaration.properties.values(), *declaration.entries)
        for clause in prop.clauses
        for item in clause.items
        for one in expressions(item)
        if isinstance(one, Path)
        for part in one.parts
    }


def _entries(declaration: Declaration, canon: Canon, kept: set[str]) -> dict[str, tuple[int, Term]]:
    kind = declaration.kind.entries or ValueKind.TEXT
    return {
        entry_name(entry, canon, kept): (place, canon.value(entry, kind))
        for place, entry in enumerate(declaration.entries)
    }


def _renamed(
    before: dict[str, tuple[int, Term]], after: dict[str, tuple[int, Term]]
) -> dict[str, str]:
    """Entries of one place and value whose names are only old and only new."""
    fresh = {value: name for name, value in after.items() if name not in before}
    return {
        name: fresh[value]
        for name, value in before.items()
        if name not in after and value in fresh and len(before) == len(after)
    }

"""What a declaration says about itself, aspect by aspect: its amount, properties and entries."""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from ...grammar.nodes import Path, Property
from ...grammar.source import Span
from ...grammar.vocabulary import PROPERTIES, PROVENANCE
from ...grammar.words import ValueKind
from ..semantics.declarations import Declaration
from .canonical import Canon
from .terms import SET, Term

AMOUNT = "amount"
#: Compared elsewhere: provenance as a whole; a former name is only a help for matching.
_ASIDE = (*PROVENANCE, "formerly")


@frozen
class Aspect:
    """One thing a declaration says. ``key`` is ``amount``, the id of a property, or the name of an
    entry, which is then ``own``. ``span`` covers the value, ``whole`` the key too."""

    key: str
    kind: ValueKind
    term: Term
    span: Span
    whole: Span
    own: bool = False
    #: The parts of a value whose order means nothing.
    items: tuple[tuple[Term, Span], ...] = ()


def aspects(
    declaration: Declaration, canon: Canon, kept: Collection[str] = ()
) -> dict[tuple[str, bool], Aspect]:
    """All aspects by key, in the order written; entries by their names in the new policy, of which
    ``kept`` are those that the new declaration has."""
    found = [_amount(declaration, canon)] if declaration.block.amount is not None else []
    for key, prop in declaration.properties.items():
        if key not in _ASIDE:
            word = PROPERTIES[key]
            term = canon.value(prop, word.value, word)
            items = canon.items(prop) if term.head == SET else ()
            found.append(Aspect(key, word.value, term, value_span(prop), prop.span, items=items))
    for entry in declaration.entries:
        kind = declaration.kind.entries or ValueKind.TEXT
        name = entry_name(entry, canon, kept)
        term = canon.value(entry, kind)
        found.append(Aspect(name, kind, term, value_span(entry), entry.span, own=True))
    return {(aspect.key, aspect.own): aspect for aspect in found}


def entry_name(entry: Property, canon: Canon, kept: Collection[str]) -> str:
    """The name of an entry. It may be a title as well as a reference to what was renamed, so the
    name as written goes first where the new declaration has it."""
    written = entry.key.text
    if written in kept:
        return written
    return canon.columns.get(written) or canon.name(written)


def _amount(declaration: Declaration, canon: Canon) -> Aspect:
    written = declaration.block.amount
    assert written is not None
    kind = declaration.kind.amount or ValueKind.POINTS
    return Aspect(AMOUNT, kind, canon.expr(written), written.span, written.span)


def value_span(prop: Property) -> Span:
    """Where a property's value stands."""
    return prop.clauses[0].span.to(prop.clauses[-1].span)


def former_names(declaration: Declaration) -> tuple[str, ...]:
    """The names that a declaration says it had."""
    return tuple(i.text for i in declaration.items("formerly") if isinstance(i, Path))

"""On what a figure of a policy rests: the clauses cited around it, and the marks that excuse it."""

from __future__ import annotations

from attrs import frozen

from ...grammar.vocabulary import PROPERTIES
from ..semantics.declarations import HEAD_WORDS, Declaration, Provenance, provenance
from ..semantics.symbols import Symbols


@frozen
class Grounds:
    """The citations of the nearest block that has any; whether a mark says that the document does
    not state this figure (推定, 授权) or may be read otherwise (取义); and the reasons of the marks
    on the very rule, which must agree with it where they state figures."""

    cited: tuple[Provenance, ...]
    marked: bool
    reasons: tuple[str, ...]


def grounds(symbols: Symbols, declaration: Declaration, key: str) -> Grounds:
    """The grounds of a property or entry of a declaration; of its head where the key is “”.

    A mark on the whole of a block counts for what stands in it, up to a block inside that cites a
    clause of its own; a mark on one property counts for that property.
    """
    targets = (None, *_targets(declaration, key))
    marked, inside = False, True
    reasons: list[str] = []
    for place in symbols.ancestors(declaration):
        stated = provenance(place)
        marks = [p.text for p in stated if p.kind != "source" and p.target in targets]
        marked = marked or bool(marks)
        # A case is part of the rule it is a case of; what else stands around is not.
        reasons += marks if inside else ()
        inside = inside and place.kind.id in ("case", "otherwise")
        targets = (None,)
        cited = tuple(p for p in stated if p.kind == "source")
        if cited:
            return Grounds(cited, marked, tuple(reasons))
    return Grounds((), marked, tuple(reasons))


def _targets(declaration: Declaration, key: str) -> tuple[str, ...]:
    """How a mark may name what a figure stands in."""
    if key in declaration.properties:
        word = PROPERTIES[key]
        return word.zh, word.en
    return (key,) if key else tuple(word for pair in HEAD_WORDS for word in pair)

"""Actors: everybody named as proposing, scoring, approving or responsible is declared."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic
from ...grammar.nodes import Call, Path
from ...grammar.suggest import nearest
from ...grammar.vocabulary import PROPERTIES
from ...grammar.words import ValueKind
from ..semantics import codes
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.declare import replacement, suggestion

#: Properties that name kinds of evaluated units, not people or bodies.
_SUBJECTS = ("applies", "evaluates")


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every name in a property that asks for names."""
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            for key in declaration.properties:
                if PROPERTIES[key].value is ValueKind.NAMES:
                    yield from _names(checked, declaration, key)


def _names(checked: Checked, declaration: Declaration, key: str) -> Iterator[Diagnostic]:
    known = checked.symbols.subjects if key in _SUBJECTS else checked.symbols.actors
    for item in declaration.items(key):
        path = item.callee if isinstance(item, Call) else item
        if (
            isinstance(path, Path)
            and path.text not in known
            and path.text not in checked.symbols.subjects
        ):
            near = nearest(path.text, known)
            args: dict[str, Argument] = {
                "name": path.text,
                "suggestion": suggestion(near, path.text),
            }
            yield Diagnostic(codes.UNKNOWN_NAME, path.span, args, fixes=replacement(path, near))

"""Ways: a figure is worked out in one way only."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Label, Text
from ...grammar.source import Span
from ...grammar.vocabulary import PROPERTIES
from ..semantics import codes
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.forms import parts

#: Properties that each say how a figure comes about.
_PROPERTIES = ("take", "score", "list", "taken_from")


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every declaration that says it twice."""
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            ways = list(_ways(declaration))
            if len(ways) > 1:
                args: dict[str, Argument] = {
                    "name": declaration.name,
                    "first": ways[0][0],
                    "second": ways[1][0],
                }
                places = tuple(Label(span, Text("这是一种", "one way")) for _, span in ways[:2])
                yield Diagnostic(codes.TWO_WAYS, declaration.span, args, places)


def _ways_of_grades(declaration: Declaration) -> Iterator[tuple[Text, Span]]:
    """Bands, or cases whose name is the grade; a value beside the name would have no effect."""
    cases = declaration.of_kind("case", "otherwise")
    if cases:
        yield Text(cases[0].kind.zh, cases[0].kind.en), cases[0].span
    for entry in declaration.entries[: 1 if cases else 0]:
        yield Text(entry.key.text, entry.key.text), entry.key.span
    for case in [case for case in cases if "take" in case.properties][:1]:
        yield Text(PROPERTIES["take"].zh, PROPERTIES["take"].en), case.properties["take"].span


def _ways(declaration: Declaration) -> Iterator[tuple[Text, Span]]:
    """How a declaration says its figure comes about, in words, and where."""
    if declaration.kind.id in ("case", "otherwise"):
        return
    if declaration.kind.id == "grades":
        yield from _ways_of_grades(declaration)
        return
    for kinds in (("case", "otherwise"), ("panel",)):
        inner = declaration.of_kind(*kinds)
        if inner:
            yield Text(inner[0].kind.zh, inner[0].kind.en), inner[0].block.kind.span
    below = parts(declaration)
    if below:
        yield Text(below[0].kind.zh, below[0].kind.en), below[0].block.kind.span
    for key in _PROPERTIES:
        # 取自 around parts or panels is theirs to inherit.
        inherited = key == "taken_from" and (below or declaration.of_kind("panel"))
        if key in declaration.properties and not inherited:
            written = declaration.properties[key]
            yield Text(PROPERTIES[key].zh, PROPERTIES[key].en), written.span

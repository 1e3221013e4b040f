"""What stands in the brackets of a head: points for an indicator, a percentage for a stage."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Text
from ...grammar.nodes import Expression
from ...grammar.vocabulary import ValueKind
from ..semantics import codes
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.forms import amount, amount_kind

_EXPECTED = {
    ValueKind.POINTS: (
        "point",
        Text("分值，如 10分", "points, such as 10pts"),
        Text("（10分）", "(10pts)"),
    ),
    ValueKind.PERCENT: (
        "percent",
        Text("权重，如 10％", "a percentage, such as 10%"),
        Text("（10％）", "(10%)"),
    ),
}


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every head that asks for points or a percentage has one, and no other has any."""
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            if declaration.kind.amount is not None:
                yield from _amount(checked, declaration)
            elif declaration.block.amount is not None:
                yield _stray(checked, declaration, declaration.block.amount)


def _stray(checked: Checked, declaration: Declaration, written: Expression) -> Diagnostic:
    args: dict[str, Argument] = {
        "kind": Text(declaration.kind.zh, declaration.kind.en),
        "name": declaration.name,
        "found": checked.source.slice(written.span),
    }
    return Diagnostic(codes.STRAY_AMOUNT, written.span, args)


def _amount(checked: Checked, declaration: Declaration) -> Iterator[Diagnostic]:
    wanted = declaration.kind.amount
    if wanted is None:
        return
    kind, expected, example = _EXPECTED[wanted]
    word = Text(declaration.kind.zh, declaration.kind.en)
    written = declaration.block.amount
    if written is None:
        shown = Text(f"{declaration.name}{example.zh}", f"{declaration.name} {example.en}")
        yield Diagnostic(
            codes.ROW_AMOUNT_MISSING,
            declaration.span,
            {"kind": word, "name": declaration.name, "example": example, "shown": shown},
        )
        return
    found = amount(declaration)
    if found is None or amount_kind(found) != kind:
        args: dict[str, Argument] = {
            "kind": word,
            "name": declaration.name,
            "expected": expected,
            "found": checked.source.slice(written.span),
            "example": example,
        }
        yield Diagnostic(codes.WRONG_AMOUNT, written.span, args)

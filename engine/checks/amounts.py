"""What stands in the brackets of a head: points for an indicator, a percentage for a stage."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Edit, Fix, Text, decimal_text
from ...grammar.nodes import Expression, Hole, Quantity
from ...grammar.words import ValueKind
from ..semantics import codes
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.forms import amount, amount_kind

_EXPECTED = {
    ValueKind.POINTS: (
        "point",
        Text("分值，如 10分", "points, such as 10pts"),
        ("分", "pts"),
    ),
    ValueKind.PERCENT: (
        "percent",
        Text("权重，如 10％", "a percentage, such as 10%"),
        ("％", "%"),
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


def _number(declaration: Declaration, found: Quantity | None, kind: str) -> str:
    """The number that the brackets should hold: the one written there, or as 满分."""
    full = declaration.value("full")
    stated = found or (full if isinstance(full, Quantity) else None)
    if stated is None:
        return "10"
    # 0.4 for 40％
    share = kind == "percent" and stated.unit is None and 0 < stated.number <= 1
    return decimal_text(stated.number * 100 if share else stated.number)


def _amount(checked: Checked, declaration: Declaration) -> Iterator[Diagnostic]:
    wanted = declaration.kind.amount
    if wanted is None:
        return
    kind, expected, unit = _EXPECTED[wanted]
    found = amount(declaration)
    number = _number(declaration, found, kind)
    example = Text(f"（{number}{unit[0]}）", f"({number}{unit[1]})")
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
    if isinstance(written, Hole):
        return
    if found is None or amount_kind(found) != kind:
        args: dict[str, Argument] = {
            "kind": word,
            "name": declaration.name,
            "expected": expected,
            "found": checked.source.slice(written.span),
            "example": example,
        }
        text = number + (unit[1] if declaration.block.kind.text.isascii() else unit[0])
        title = Text(f"改成“{text}”", f"write “{text}”")
        # The unit may be right and the kind of block wrong, so the edit is the author's to choose.
        fixes = (Fix(title, (Edit(written.span, text),)),) if isinstance(found, Quantity) else ()
        yield Diagnostic(codes.WRONG_AMOUNT, written.span, args, fixes=fixes)

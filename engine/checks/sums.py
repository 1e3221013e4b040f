"""Sums: the parts of every indicator and stage add up to what stands in its head."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ...grammar.diagnostics import Argument, Code, Diagnostic, Label, Text, decimal_text
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.forms import amount, amount_kind, parts
from .sum_codes import PANEL_SUM, POINTS_SUM, WEIGHT_SUM


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Compares every node with the sum of its parts."""
    for declaration in checked.symbols.all_of("system", "goal", "indicator", "item"):
        yield from _compare(
            POINTS_SUM, declaration, parts(declaration), "point", _stated(declaration, "point")
        )
    for declaration in checked.symbols.all_of("process", "stage"):
        stated = (
            Fraction(100) if declaration.kind.id == "process" else _stated(declaration, "percent")
        )
        yield from _compare(
            WEIGHT_SUM, declaration, declaration.of_kind("stage"), "percent", stated
        )
        yield from _compare(
            PANEL_SUM, declaration, declaration.of_kind("panel"), "percent", Fraction(100)
        )


def _stated(declaration: Declaration, kind: str) -> Fraction | None:
    written = amount(declaration)
    return written.number if written is not None and amount_kind(written) == kind else None


def _compare(
    code: Code,
    declaration: Declaration,
    inner: tuple[Declaration, ...],
    kind: str,
    stated: Fraction | None,
) -> Iterator[Diagnostic]:
    numbers = [_stated(part, kind) for part in inner]
    if not inner or stated is None or any(number is None for number in numbers):
        return
    actual = sum((number for number in numbers if number is not None), Fraction(0))
    if actual == stated:
        return
    unit = Text("分", "pts") if kind == "point" else Text("％", "%")
    word = Text("分值", "points") if kind == "point" else Text("权重", "weight")
    gap, more = decimal_text(abs(actual - stated)), actual > stated
    difference = Text(
        f"{'多' if more else '少'}{gap}{unit.zh}",
        f"{gap}{unit.en} {'too many' if more else 'missing'}",
    )
    labels = tuple(
        Label(part.block.head, Text(f"{decimal_text(n)}{unit.zh}", f"{decimal_text(n)}{unit.en}"))
        for part, n in zip(inner, numbers, strict=True)
        if n is not None
    )
    args: dict[str, Argument] = {
        "name": declaration.name,
        "stated": _with(stated, unit),
        "actual": _with(actual, unit),
        "difference": difference,
        "word": word,
    }
    written = declaration.block.amount
    yield Diagnostic(code, written.span if written else declaration.span, args, labels)


def _with(number: Fraction, unit: Text) -> Text:
    shown = decimal_text(number)
    return Text(shown + unit.zh, shown + unit.en)

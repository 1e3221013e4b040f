"""Scales and step tables: every value of one is of the same unit."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Edit, Fix, Label, Text
from ...grammar.nodes import Property, Quantity
from ...grammar.source import Span
from ...grammar.vocabulary import UNITS
from ..semantics import codes
from ..semantics.checked import Checked
from ..semantics.types import dimension_of, dimension_words


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every value that differs in unit from most of its scale."""
    for scale in checked.symbols.all_of("scale", "steps"):
        values = [value for entry in scale.entries if (value := _value(entry)) is not None]
        with_unit = [value for value in values if _dimension(value)]
        usual = (with_unit or values)[:1]
        for value in values:
            if _dimension(value) != _dimension(usual[0]):
                yield _mismatch(checked, usual[0], value)


def _value(entry: Property) -> Quantity | None:
    last = entry.clauses[-1].items[-1]
    return last if isinstance(last, Quantity) else None


def _dimension(value: Quantity) -> tuple[tuple[str, int], ...]:
    return dimension_of(UNITS.get(value.unit or "", ""))


def _mismatch(checked: Checked, usual: Quantity, value: Quantity) -> Diagnostic:
    args: dict[str, Argument] = {
        "left": _shown(checked, value),
        "right": _shown(checked, usual),
        "verb": Text("写在同一个对照里", "stand in one scale"),
    }
    label = Label(usual.span, Text("别处这样写", "written so elsewhere"))
    fixes: tuple[Fix, ...] = ()
    if value.unit is None and usual.unit is not None:
        title = Text(f"补上“{usual.unit}”", f"add “{usual.unit}”")
        fixes = (Fix(title, (Edit(Span(value.span.end, value.span.end), usual.unit),)),)
    return Diagnostic(codes.UNIT_MISMATCH, value.span, args, (label,), fixes)


def _shown(checked: Checked, value: Quantity) -> Text:
    words = dimension_words(_dimension(value))
    written = checked.source.slice(value.span)
    return Text(f"“{written}”（{words.zh}）", f"“{written}” ({words.en})")

"""Empty blocks: what consists of lines has some."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Diagnostic, Text
from ..semantics import codes
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Scales, grades, tallies, result tables, data tables and their sheets."""
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            if _empty(declaration):
                kind, name = declaration.kind, declaration.name
                what = (
                    Text(f"{kind.zh}“{name}”", f"{kind.en} “{name}”")
                    if name
                    else Text(f"“{kind.zh}”", f"“{kind.en}”")
                )
                yield Diagnostic(codes.NO_ENTRIES, declaration.span, {"what": what})


def _empty(declaration: Declaration) -> bool:
    match declaration.kind.id:
        case "grades":
            return not declaration.entries and not declaration.of_kind("case", "otherwise")
        case "scale" | "steps" | "export" | "sheet" | "columns":
            return not declaration.entries
        case "tally":
            return not declaration.of_kind("step")
        case "register" | "table":
            return not declaration.of_kind("sheet", "columns")
        case _:
            return False

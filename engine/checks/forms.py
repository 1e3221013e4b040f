"""Forms: cases end in an otherwise, and goals with a list say what each item is worth."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Diagnostic
from ..semantics import codes
from ..semantics.checked import Checked


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Cases without an otherwise: a unit that meets none of them would get no value."""
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            if declaration.of_kind("case") and not declaration.of_kind("otherwise"):
                yield Diagnostic(codes.NO_OTHERWISE, declaration.span, {"name": declaration.name})
            if len(declaration.of_kind("otherwise")) > 1:
                extra = declaration.of_kind("otherwise")[1]
                yield Diagnostic(codes.DUPLICATE_NAME, extra.span, {"name": extra.block.kind.text})

"""Forms: cases end in one otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Text
from ..semantics import codes
from ..semantics.checked import Checked


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """A second otherwise, which nothing could ever come to."""
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            if len(declaration.of_kind("otherwise")) > 1:
                extra = declaration.of_kind("otherwise")[1]
                yield Diagnostic(codes.DUPLICATE_NAME, extra.span, {"name": extra.block.kind.text})


def unfinished(checked: Checked) -> Iterator[Diagnostic]:
    """Cases without an otherwise, where it cannot be told whether they cover everything."""
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            if declaration.of_kind("case") and not declaration.of_kind("otherwise"):
                args: dict[str, Argument] = {"name": declaration.name, "point": Text("", "")}
                yield Diagnostic(codes.NO_OTHERWISE, declaration.span, args)

"""Forms: cases end in one otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Text
from ..semantics import codes
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """A second otherwise, which nothing could ever come to; grades by cases without one."""
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            if len(declaration.of_kind("otherwise")) > 1:
                extra = declaration.of_kind("otherwise")[1]
                yield Diagnostic(codes.DUPLICATE_NAME, extra.span, {"name": extra.block.kind.text})
            if declaration.kind.id == "grades" and _open(declaration):
                yield _lacking(declaration)


def unfinished(checked: Checked) -> Iterator[Diagnostic]:
    """Cases without an otherwise, where it cannot be told whether they cover everything."""
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            if declaration.kind.id != "grades" and _open(declaration):
                yield _lacking(declaration)


def _open(declaration: Declaration) -> bool:
    return bool(declaration.of_kind("case")) and not declaration.of_kind("otherwise")


def _lacking(declaration: Declaration) -> Diagnostic:
    args: dict[str, Argument] = {"name": declaration.name, "point": Text("", "")}
    return Diagnostic(codes.NO_OTHERWISE, declaration.span, args)

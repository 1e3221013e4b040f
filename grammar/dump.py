"""Any node or operation as stable indented text, the same for every attrs class."""

from __future__ import annotations

from fractions import Fraction

import attrs

from .diagnostics import decimal_text
from .source import Span


def dump(value: object, indent: int = 0) -> str:
    """Indented text of a value: one line a class, one line a field; spans are left out."""
    pad = "  " * indent
    if attrs.has(type(value)) and not isinstance(value, Span):
        fields = [f for f in attrs.fields(type(value)) if f.repr]  # type: ignore[arg-type]
        lines = [f"{pad}{type(value).__name__}"]
        lines += [_field(f.name, getattr(value, f.name), indent + 1) for f in fields]
        return "\n".join(line for line in lines if line)
    return pad + _scalar(value)


def _field(name: str, value: object, indent: int) -> str:
    pad = "  " * indent
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        return f"{pad}{name}:\n" + "\n".join(dump(item, indent + 1) for item in value)
    if attrs.has(type(value)) and not isinstance(value, Span):
        return f"{pad}{name}:\n{dump(value, indent + 1)}"
    return f"{pad}{name}: {_scalar(value)}"


def _scalar(value: object) -> str:
    if isinstance(value, Fraction):
        return decimal_text(value)
    if isinstance(value, str):
        return f"“{value}”"
    return str(value)

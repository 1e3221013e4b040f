"""A plan as text: one operation a line, and a digest by which two plans can be told apart."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from hashlib import sha256

import attrs

from ...grammar.diagnostics import decimal_text
from ..data.contract import ColumnSpec, Derivation, Range
from .ops import Op
from .plan import Plan

_HIDDEN = ("level", "span")


def plan_text(plan: Plan) -> str:
    """The whole plan. Spans are left out, so layout and comments of the policy do not show."""
    lines = [f"plan {plan.name}", *map(_derived, _derivations(plan))]
    for position, op in enumerate(plan.ops):
        names = "、".join(f"{named.kind} {named.name}" for named in plan.names.get(position, ()))
        lines.append(
            f"%{position} {op.level} {_operation(op)}" + (f"    # {names}" if names else "")
        )
    lines += [f"export {export.title} = %{export.op}" for export in plan.exports]
    lines += [
        f"export {listing.name}·{export.title} = %{export.op}"
        for listing in plan.listings
        for export in listing.exports
    ]
    lines += [f"require {r.kind} {r.name} = %{r.op}" for r in plan.requirements]
    lines += [
        f"notice {n.name} = %{n.op}" + (f" case {n.case}" if n.case is not None else "")
        for n in plan.notices
    ]
    return "\n".join(lines)


def _derivations(plan: Plan) -> Iterator[tuple[str, ColumnSpec, Derivation]]:
    """The columns that reading works out, each with its table's name."""
    for table in plan.tables:
        for column in table.columns:
            if column.derived is not None:
                yield table.name, column, column.derived


def _derived(one: tuple[str, ColumnSpec, Derivation]) -> str:
    table, column, how = one
    part = f" {how.part}" if how.part else ""
    bands = " ".join(f"{name}={_field('', band)}" for name, band in how.bands)
    return f"column {table}.{column.name} = {how.column}{part} {bands}".rstrip()


def digest(plan: Plan) -> str:
    """A digest of what a plan computes; equal where policies differ only in layout or comments."""
    return sha256(plan_text(plan).encode()).hexdigest()


def _operation(op: Op) -> str:
    fields = [f.name for f in attrs.fields(type(op)) if f.name not in _HIDDEN]
    return (
        f"{type(op).__name__}("
        + ", ".join(f"{name}={_field(name, getattr(op, name))}" for name in fields)
        + ")"
    )


#: The fields of operations that refer to others.
REFERENCES = (
    "arg",
    "args",
    "left",
    "right",
    "cases",
    "otherwise",
    "where",
    "key",
    "names",
    "item",
    "grade",
    "steps",
    "low",
    "high",
    "entries",
    "then_by",
    "period",
    "exponent",
    "amount",
    "total",
    "weight",
    "must",
)


def _field(name: str, value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_field(name, item) for item in value) + "]"
    if name in REFERENCES and isinstance(value, int) and not isinstance(value, bool):
        return f"%{value}"
    if isinstance(value, Fraction):
        return decimal_text(value)
    if isinstance(value, Range):
        low = "" if value.low is None else decimal_text(value.low)
        high = "" if value.high is None else decimal_text(value.high)
        return f"{'[' if value.low_closed else '('}{low}, {high}{']' if value.high_closed else ')'}"
    return str(value)

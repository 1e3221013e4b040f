"""Columns derived from another one of their table: ``季度：季度段（月份（日期））``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import evolve

from ...grammar.diagnostics import Text
from ...grammar.nodes import Call, Expression, Path, Property
from ...grammar.vocabulary import UNITS
from ..data.contract import MONTHS, ColumnSpec, ColumnType, Derivation
from ..functions import find_function
from .bounds import range_of
from .declarations import Declaration
from .forms import names_only, stretches

_FIGURES = (ColumnType.NUMBER, ColumnType.INTEGER)
#: What such a column looks like.
SHAPE = Text(
    "例如：季度：季度段（月份），季度段是每段只写范围的分段，月份是同一张表的列；或：月份：月份（日期）",
    "for example “quarter: quarters(month)”, where quarters are steps of ranges alone and month is "
    "a column of the same table; or “month: month_of(day)”",
)
_UNCLEAR = Text("不明白由哪一列、怎样得出", "it is not clear from which column it comes, and how")


def derived_from(entry: Property) -> Call | None:
    """The call that a derived column is written as; None of a column that the file has."""
    items = entry.clauses[0].items
    return items[0] if len(items) == 1 and isinstance(items[0], Call) else None


def derive(
    column: ColumnSpec,
    call: Call,
    steps: Mapping[str, Declaration],
    columns: Mapping[str, ColumnSpec],
) -> ColumnSpec | Text:
    """The column that a call describes, or what is wrong with it. ``columns`` are those of the
    table."""
    table = steps.get(call.callee.text)
    if table is not None and not names_only(table):
        return Text(
            f"“{table.name}”的各段有值；要得出名称，每段只写范围",
            f"the ranges of “{table.name}” have values; to give names they must have none",
        )
    inner = call if table is None else _argument(call)
    part = _part(inner)
    named = _argument(inner) if isinstance(inner, Call) else inner
    source = columns.get(named.text) if isinstance(named, Path) else None
    if source is None or source.derived is not None or isinstance(inner, Call) is (part is None):
        return _UNCLEAR
    wrong = _misfit(source, part, table)
    if wrong is not None:
        return wrong
    bands = tuple((name, range_of(one)) for name, one in stretches(table)) if table else ()
    return evolve(
        column,
        type=ColumnType.CHOICE if bands else ColumnType.INTEGER,
        choices=tuple(name for name, _ in bands),
        range=MONTHS if part == "month" and not bands else None,
        nullable=source.nullable,
        derived=Derivation(source.name, part, bands),
    )


def _argument(call: Call) -> Expression | None:
    """The only argument of a call."""
    return call.arguments[0].value if len(call.arguments) == 1 else None


def _part(inner: Expression | None) -> Literal["year", "month"] | None:
    """What of a date a call asks for."""
    function = find_function(inner.callee.text) if isinstance(inner, Call) else None
    if function is None or function.id not in ("year", "month"):
        return None
    return "year" if function.id == "year" else "month"


def _misfit(source: ColumnSpec, part: str | None, table: Declaration | None) -> Text | None:
    """Why a column cannot be what another is derived from."""
    if part is not None and source.type is not ColumnType.DATE:
        return Text(f"“{source.name}”不是日期", f"“{source.name}” is no date")
    if part is None and source.type not in _FIGURES:
        return Text(f"“{source.name}”不是数，不能分段", f"“{source.name}” is no number")
    ends = [e for _, one in stretches(table) for e in (one.low, one.high) if e] if table else []
    counted = "" if part is not None else UNITS.get(source.unit or "", "")
    if any(end.unit and UNITS.get(end.unit, "") != counted for end in ends):
        return Text(
            f"分段的范围和“{source.name}”的单位不同",
            f"the ranges differ from “{source.name}” in unit",
        )
    return None

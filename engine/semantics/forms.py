"""How a declaration says what its value is: read here once for typing and for lowering."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ...grammar.nodes import Expression, Interval, Path, Property, Quantity
from ...grammar.vocabulary import UNITS
from .bounds import dashed, quantity_value
from .declarations import Declaration
from .references import ColumnReference, IndicatorReference
from .symbols import INDICATOR_KINDS, Symbols


@frozen
class Branch:
    """One way a value comes about. ``when`` is None for the last, which always applies."""

    when: Expression | None
    take: Expression
    declaration: Declaration


def branches(declaration: Declaration) -> tuple[Branch, ...]:
    """The cases of a declaration in the order written, 其余 last wherever it is written, or its
    single formula; () when neither."""
    found = tuple(
        Branch(case.value("when"), take, case)
        for case in (*declaration.of_kind("case"), *declaration.of_kind("otherwise"))
        if (take := case.value("take")) is not None
    )
    if found:
        return found
    take = declaration.value("take") or declaration.value("score")
    return (Branch(None, take, declaration),) if take is not None else ()


def grades_of(declaration: Declaration) -> tuple[str, ...]:
    """The names of the grades that a declaration sets, best first: of its bands or its cases."""
    cases = tuple(case.name for case in declaration.of_kind("case", "otherwise"))
    return tuple(dict.fromkeys(cases or (entry.key.text for entry in declaration.entries)))


def source_path(declaration: Declaration, symbols: Symbols) -> tuple[Declaration, Path] | None:
    """The nearest 取自, written here or around, and where it is written."""
    for place in symbols.ancestors(declaration):
        paths = place.paths("taken_from")
        if paths:
            return place, paths[0]
    return None


def source_of(
    declaration: Declaration, symbols: Symbols
) -> ColumnReference | IndicatorReference | None:
    """What 取自 means for a declaration: a table gives the column of its own name."""
    found = source_path(declaration, symbols)
    if found is None:
        return None
    _, path = found
    first = path.parts[0].text
    if first in symbols.tables:
        column = path.parts[1].text if len(path.parts) > 1 else declaration.name
        return ColumnReference(first, column)
    if first in symbols.indicators:
        return IndicatorReference(symbols.indicators[first])
    return None


def parts(declaration: Declaration) -> tuple[Declaration, ...]:
    """The parts whose amounts must add up to a declaration's own: sub-indicators or sub-stages."""
    kinds = INDICATOR_KINDS if declaration.kind.id in INDICATOR_KINDS else ("stage",)
    return declaration.of_kind(*kinds)


def inside(declaration: Declaration) -> tuple[Declaration, ...]:
    """What a declaration is put together from: its parts, or the panels of a stage."""
    return (*parts(declaration), *declaration.of_kind("panel"))


def full_mark(declaration: Declaration, symbols: Symbols) -> Expression | None:
    """The nearest 满分, written here or around."""
    return next(
        (f for p in symbols.ancestors(declaration) if (f := p.value("full")) is not None), None
    )


def conversion(declaration: Declaration, symbols: Symbols) -> Expression | None:
    """The nearest 折算, written here or around."""
    return next(
        (f for p in symbols.ancestors(declaration) if (f := p.value("conversion")) is not None),
        None,
    )


def amount(declaration: Declaration) -> Quantity | None:
    """The quantity in the head, if that is what stands there."""
    found = declaration.block.amount
    return found if isinstance(found, Quantity) else None


def amount_kind(quantity: Quantity) -> str:
    """``point``, ``percent``, or another dimension's name; ``number`` for a bare one."""
    if quantity.unit is None:
        return "number"
    return "percent" if quantity.unit == "%" else UNITS.get(quantity.unit, "") or "number"


def stretches(steps: Declaration) -> list[tuple[str, Interval]]:
    """The ranges of a step table by their names, as far as they are written as ranges."""
    items = ((entry.key.text, entry.clauses[0].items[0]) for entry in steps.entries)
    found = ((name, item if isinstance(item, Interval) else dashed(item)) for name, item in items)
    return [(name, interval) for name, interval in found if interval is not None]


def names_only(steps: Declaration) -> bool:
    """Whether a step table only says what the ranges are called: what is looked up is the name."""
    bare = all([len(clause.items) for clause in e.clauses] == [1] for e in steps.entries)
    return bool(steps.entries) and bare and len(stretches(steps)) == len(steps.entries)


def written_step(entry: Property) -> tuple[Interval, Expression] | None:
    """The range and the value of one entry of a step table; None where it is not so written."""
    if [len(clause.items) for clause in entry.clauses] != [1, 1]:
        return None
    item = entry.clauses[0].items[0]
    interval = item if isinstance(item, Interval) else dashed(item)
    return (interval, entry.clauses[1].items[0]) if interval is not None else None


def sloped(step: tuple[Interval, Expression]) -> bool:
    """Whether the value of a range goes from one figure to another (60％至100％，0分至10分)."""
    return isinstance(step[1], Interval)


def runs_evenly(step: tuple[Interval, Expression]) -> bool:
    """Whether a range and its value have two ends each, so that one can follow the other."""
    span, value = step
    if span.low is None or span.high is None or not isinstance(value, Interval):
        return False
    stretched = quantity_value(span.low) < quantity_value(span.high)
    return stretched and value.low is not None and value.high is not None


def leaves(declaration: Declaration) -> Iterator[Declaration]:
    """The innermost parts, in the order written; the declaration itself when it has none."""
    inner = parts(declaration)
    if not inner:
        yield declaration
    for part in inner:
        yield from leaves(part)

"""Grade bands: an exact sweep for gaps, overlaps and bands nobody can reach, on the step that the
policy's own rounding leaves. The step is 0 (every rational) where the figure is not rounded."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from attrs import frozen

from ...grammar.diagnostics import Diagnostic, Label, Text, decimal_text
from ...grammar.nodes import Call, Interval, Path, Property
from ..data.contract import Range
from ..functions import find_function
from ..semantics.arguments import places_of
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.forms import amount, branches
from ..semantics.references import ValueReference
from ..semantics.tables import dashed, range_of
from .band_codes import EMPTY, GAP, ORDER, OVERLAP, UNREACHABLE
from .band_fixes import meeting, turned_round


@frozen
class Band:
    """One band on the grid: the first and last value it holds (None: unbounded) when the step is
    not 0; the written range always."""

    name: str
    entry: Property
    range: Range


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every grades block and every step table."""
    for declaration in checked.symbols.all_of("grades"):
        bands = bands_of(declaration)
        if len(bands) == len(declaration.entries) and bands:
            yield from _sweep(declaration, bands, step_of(checked, declaration), _most(checked))
    for declaration in checked.symbols.all_of("steps"):
        # A step table need not begin or end anywhere: a number outside it is a finding of the run.
        bands = sorted(bands_of(declaration), key=_lower_key, reverse=True)
        for upper, lower in pairwise(bands):
            yield from _joint(declaration, upper, lower, Fraction(0))
        for band in bands:
            if _empty(band.range, Fraction(0)):
                yield _nothing_in(declaration, band)


def bands_of(declaration: Declaration) -> list[Band]:
    """The bands that are written as intervals."""
    found = []
    for entry in declaration.entries:
        item = entry.clauses[0].items[0]
        interval = item if isinstance(item, Interval) else dashed(item)
        if interval is not None:
            found.append(Band(entry.key.text, entry, range_of(interval)))
    return found


def step_of(checked: Checked, declaration: Declaration) -> Fraction:
    """The grid of the figure that the grades go by: 1/100 after rounding to two places; 0 where it
    is not rounded."""
    formula = declaration.value("on")
    while isinstance(formula, Path):
        found = checked.refs.get(formula)
        inner = branches(found.declaration) if isinstance(found, ValueReference) else ()
        formula = inner[0].take if len(inner) == 1 else None
    if isinstance(formula, Call):
        function = find_function(formula.callee.text)
        places = places_of(formula)
        if function is not None and function.family == "round" and places is not None:
            return Fraction(1, 10**places)
    return Fraction(0)


def _most(checked: Checked) -> Fraction | None:
    """The most a unit can have: the evaluation's points and every cap of bonus."""
    process = [amount(d) for d in checked.symbols.all_of("process")]
    caps = [d.value("cap") for d in checked.symbols.all_of("bonus")]
    if not process or any(p is None for p in process) or any(c is None for c in caps):
        return None
    numbers = [getattr(q, "number", Fraction(0)) for q in (*process, *caps)]
    return sum(numbers, Fraction(0))


def _sweep(
    declaration: Declaration, bands: list[Band], step: Fraction, most: Fraction | None
) -> Iterator[Diagnostic]:
    for band in bands:
        if _empty(band.range, step):
            yield _nothing_in(declaration, band)
        elif most is not None and band.range.low is not None and band.range.low > most:
            yield Diagnostic(UNREACHABLE, band.entry.span, {"name": band.name, "most": most})
    if any(_empty(band.range, step) for band in bands):
        # Whether the others leave a gap depends on what the empty one should be.
        return
    ordered = sorted(bands, key=_lower_key, reverse=True)
    if [b.name for b in ordered] != [b.name for b in bands]:
        yield Diagnostic(ORDER, declaration.span, {"name": declaration.name})
    for upper, lower in pairwise(ordered):
        yield from _joint(declaration, upper, lower, step)
    yield from _top(declaration, ordered[0], most, step)
    yield from _bottom(declaration, ordered[-1], step)


def _nothing_in(declaration: Declaration, band: Band) -> Diagnostic:
    fixes = turned_round(band.entry, band.range, english=_english(declaration))
    return Diagnostic(EMPTY, band.entry.span, {"name": band.name}, fixes=fixes)


def _english(declaration: Declaration) -> bool:
    """Whether the block is written in English words."""
    return declaration.block.kind.text.isascii()


def _lower_key(band: Band) -> tuple[bool, Fraction, bool]:
    low = band.range.low
    return (low is not None, low or Fraction(0), not band.range.low_closed)


def _empty(range: Range, step: Fraction) -> bool:
    if range.low is None or range.high is None:
        return False
    if not step:
        return range.low > range.high or (
            range.low == range.high and not (range.low_closed and range.high_closed)
        )
    return first_on(range.low, range.low_closed, step) > last_on(
        range.high, range.high_closed, step
    )


def first_on(low: Fraction, closed: bool, step: Fraction) -> Fraction:
    """The first grid value not below a bound."""
    value = ceil(low / step) * step
    return value if closed or value != low else value + step


def last_on(high: Fraction, closed: bool, step: Fraction) -> Fraction:
    """The last grid value not above a bound."""
    value = floor(high / step) * step
    return value if closed or value != high else value - step


def _joint(
    declaration: Declaration, upper: Band, lower: Band, step: Fraction
) -> Iterator[Diagnostic]:
    """Where one band ends and the next begins: a gap, an overlap, or neither."""
    top, bottom = lower.range.high, upper.range.low
    label = (Label(upper.entry.span, Text("另一档", "the other band")),)
    if bottom is None or top is None:
        witness = top if top is not None else bottom if bottom is not None else Fraction(0)
        yield Diagnostic(OVERLAP, lower.entry.span, _pair(upper, lower, witness), label)
        return
    english = _english(declaration)
    fixes = (
        meeting(lower.entry, lower.range, bottom, english=english) if upper.range.low_closed else ()
    )
    if step:
        last, first = (
            last_on(top, lower.range.high_closed, step),
            first_on(bottom, upper.range.low_closed, step),
        )
        if first - last > step:
            yield Diagnostic(
                GAP,
                lower.entry.span,
                _gap(declaration, lower, top, bottom, last + step),
                label,
                fixes,
            )
        elif last >= first:
            yield Diagnostic(OVERLAP, lower.entry.span, _pair(upper, lower, first), label, fixes)
        return
    if top < bottom or (top == bottom and not (lower.range.high_closed or upper.range.low_closed)):
        yield Diagnostic(
            GAP,
            lower.entry.span,
            _gap(declaration, lower, top, bottom, (top + bottom) / 2),
            label,
            fixes,
        )
    elif top > bottom or (lower.range.high_closed and upper.range.low_closed):
        yield Diagnostic(OVERLAP, lower.entry.span, _pair(upper, lower, bottom), label, fixes)


def _pair(upper: Band, lower: Band, witness: Fraction) -> dict[str, str]:
    return {"first": upper.name, "second": lower.name, "witness": decimal_text(witness)}


def _gap(
    declaration: Declaration, lower: Band, low: Fraction, high: Fraction, witness: Fraction
) -> dict[str, str]:
    return {
        "name": declaration.name,
        "lower": lower.name,
        "low": decimal_text(low),
        "high": decimal_text(high),
        "witness": decimal_text(witness),
    }


def _top(
    declaration: Declaration, band: Band, most: Fraction | None, step: Fraction
) -> Iterator[Diagnostic]:
    """The highest band reaches up to the most that can be had."""
    high = band.range.high
    if high is None or most is None or high > most or (high == most and band.range.high_closed):
        return
    beyond = min(high + (step or 1), most) if band.range.high_closed else high
    yield Diagnostic(GAP, band.entry.span, _gap(declaration, band, high, most, beyond))


def _bottom(declaration: Declaration, band: Band, step: Fraction) -> Iterator[Diagnostic]:
    """The lowest band reaches down to 0."""
    low = band.range.low
    if low is None or low < 0 or (low == 0 and band.range.low_closed):
        return
    witness = low if not band.range.low_closed else max(low - (step or 1), Fraction(0))
    yield Diagnostic(GAP, band.entry.span, _gap(declaration, band, Fraction(0), low, witness))

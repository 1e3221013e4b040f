"""Grade bands and step tables: what the sweep over their ranges finds, said in the author's words.

The proofs over the plan call ``grade_findings`` and ``step_findings`` with all that is known of the
number. ``inspect`` stands in for them where errors keep a policy from having a plan: it goes by the
rounding that can be read off the text, and by nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from attrs import evolve, frozen

from ...grammar.diagnostics import Argument, Code, Diagnostic, Edit, Fix, Label, Text
from ...grammar.nodes import Call, Expression, Interval, Path, Property
from ...grammar.source import Span
from ..data.contract import Range
from ..extent import ZERO, Extent, extent, meet, of_range, sample, upper
from ..functions import find_function, option
from ..semantics.arguments import places_of
from ..semantics.bounds import dashed, range_of
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from ..semantics.forms import branches
from ..semantics.references import ValueReference
from ..semantics.wording import figure, stretch
from . import band_codes as codes
from .band_fixes import turned_round
from .sweep import Flaw, sweep
from .values import by_points


@frozen
class Band:
    """One band: its line in the text, its range, and where and with which unit that is written."""

    name: str
    entry: Property
    range: Range
    span: Span
    unit: str | None


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every grades block and every step table, without a plan."""
    for declaration in checked.symbols.all_of("grades"):
        if len(bands_of(declaration)) == len(declaration.entries):
            yield from grade_findings(checked, declaration, step_of(checked, declaration), None)
    for declaration in checked.symbols.all_of("steps"):
        bounds = [b for band in bands_of(declaration) for b in (band.range.low, band.range.high)]
        # What is looked up is not known here; between whole numbers there may be nothing.
        whole = all(b is None or b.denominator == 1 for b in bounds)
        yield from step_findings(checked, declaration, Fraction(1) if whole else ZERO, None)


def bands_of(declaration: Declaration) -> list[Band]:
    """The bands that are written as intervals."""
    found = []
    for entry in declaration.entries:
        item = entry.clauses[0].items[0]
        interval = item if isinstance(item, Interval) else dashed(item)
        if interval is not None:
            written = interval.low or interval.high
            unit = written.unit if written is not None else None
            found.append(Band(entry.key.text, entry, range_of(interval), item.span, unit))
    return found


def step_of(checked: Checked, declaration: Declaration) -> Fraction:
    """The grid of the figure that the grades go by: 1/100 after rounding to two places; 0 where it
    is not rounded."""
    formula: Expression | None = declaration.value("on")
    while isinstance(formula, Path):
        found = checked.refs.get(formula)
        if isinstance(found, ValueReference) and found.declaration.kind.id == "ranking":
            ties = [option(path.text) for path in found.declaration.paths("ties")]
            return Fraction(1, 2 if "mean" in ties else 1)
        inner = branches(found.declaration) if isinstance(found, ValueReference) else ()
        formula = inner[0].take if len(inner) == 1 else None
    if isinstance(formula, Call):
        function = find_function(formula.callee.text)
        places = places_of(formula)
        if function is not None and function.family == "round" and places is not None:
            return Fraction(1, 10**places)
    return ZERO


def grade_findings(
    checked: Checked, declaration: Declaration, step: Fraction, reach: Extent | None
) -> Iterator[Diagnostic]:
    """What is wrong with the bands of grades. A figure with no known least begins at 0."""
    bands = bands_of(declaration)
    if not bands:
        return
    known = reach or Extent()
    if known.low is None:
        least = min((b.range.low for b in bands if b.range.low is not None), default=ZERO)
        known = extent((min(ZERO, least), True), upper(known), step) or known
    flaws = list(sweep([band.range for band in bands], step, known))
    # Whether the others leave a gap depends on what an empty one should be.
    flaws = [flaw for flaw in flaws if flaw.kind == "empty"] or flaws
    for flaw in flaws:
        yield _finding(checked, declaration, bands, flaw, reach)
    yield from _out_of_order(checked, declaration, bands)
    yield from _beyond(bands, flaws, reach)


def step_findings(
    checked: Checked, declaration: Declaration, step: Fraction, reach: Extent | None
) -> Iterator[Diagnostic]:
    """What is wrong with a step table."""
    bands = bands_of(declaration)
    for flaw in sweep([band.range for band in bands], step, reach):
        yield _finding(checked, declaration, bands, flaw, reach)


_CODES: dict[str, Code] = {
    "empty": codes.EMPTY,
    "unreachable": codes.UNREACHABLE,
    "duplicate": codes.DUPLICATE,
    "swallowed": codes.SWALLOWED,
    "overlap": codes.OVERLAP,
    "gap": codes.GAP,
    "bottom": codes.GAP,
    "top": codes.GAP,
}


def _finding(
    checked: Checked,
    declaration: Declaration,
    bands: Sequence[Band],
    flaw: Flaw,
    reach: Extent | None,
) -> Diagnostic:
    band = bands[flaw.index]
    other = bands[flaw.other] if flaw.other is not None else None
    args: dict[str, Argument] = {"name": band.name}
    if flaw.kind == "unreachable" and reach is not None:
        args["reach"] = _reached(reach, of_range(band.range), band.unit)
    elif other is not None or flaw.kind in ("bottom", "top"):
        args |= {"table": declaration.name, "other": other.name if other else ""}
    if flaw.numbers is not None:
        # What is missing is told on the step of the figure, a band as it is written.
        own = None if flaw.kind in ("gap", "bottom", "top", "overlap") else of_range(band.range)
        args["numbers"] = stretch(own or flaw.numbers, band.unit)
        args["witness"] = witness = figure(sample(flaw.numbers), band.unit)
        one = args["numbers"] == witness  # a single number is its own example
        for_one = Text(f"，例如{witness}", f"; {witness}, for one")
        args["example"] = Text("", "") if one else for_one
    code = _CODES[flaw.kind]
    if code is codes.GAP and flaw.kind != "gap" and declaration.kind.id == "steps":
        code = codes.BEYOND_STEPS
    # A gap and an overlap are at the lower of the two, which is the one to be written anew.
    place, beside = (other, band) if other and flaw.kind in ("gap", "overlap") else (band, other)
    label = Text("另一档", "the other band")
    labels = (Label(beside.entry.span, label),) if beside is not None else ()
    return Diagnostic(code, place.entry.span, args, labels, _fixes(checked, bands, flaw))


def _reached(reach: Extent, band: Extent | None, unit: str | None) -> Text:
    """All that a figure can be; with its step, where only that keeps it out of a band."""
    said = stretch(reach, unit)
    if not reach.step or meet(evolve(reach, step=ZERO), band) is None:
        return said
    if reach.step == 1:
        return Text(f"{said.zh}的整数", f"{said.en} in whole numbers")
    step = figure(reach.step, unit)
    return Text(f"{said.zh}里{step.zh}的倍数", f"{said.en} in steps of {step.en}")


def _fixes(checked: Checked, bands: Sequence[Band], flaw: Flaw) -> tuple[Fix, ...]:
    """The edit that makes two bands meet, or an outer band go all the way. Whose the numbers
    between are is the author's to say, so it is only offered."""
    band = bands[flaw.index]
    if flaw.kind == "empty":
        return turned_round(band.entry, band.range, english=not _chinese(checked, band))
    low, high = (band.range.low, band.range.low_closed), (band.range.high, band.range.high_closed)
    if flaw.kind in ("gap", "overlap") and flaw.other is not None:
        high = low[0], not low[1]
        band = bands[flaw.other]
        low = band.range.low, band.range.low_closed
    elif flaw.kind == "swallowed" and flaw.other is not None:
        outer = bands[flaw.other]
        if (outer.range.high, outer.range.high_closed) != high:
            return ()
        # 80分以上 beside 90分以上: the one is meant to end where the other begins.
        high, band = (low[0], not low[1]), outer
        low = outer.range.low, outer.range.low_closed
    elif flaw.kind == "bottom":
        low = None, False
    elif flaw.kind == "top":
        high = None, False
    else:
        return ()
    meant = extent(low, high)
    if meant is None or (meant.low is None and meant.high is None):
        return ()
    words = stretch(meant, band.unit)
    chinese = _chinese(checked, band)
    title = Text(f"把“{band.name}”写成：{words.zh}", f"write “{band.name}” as: {words.en}")
    return (Fix(title, (Edit(band.span, words.zh if chinese else words.en),)),)


def _chinese(checked: Checked, band: Band) -> bool:
    """Whether a band is written in Chinese words."""
    return any("\u4e00" <= c <= "\u9fff" for c in checked.source.slice(band.entry.span))


def _out_of_order(
    checked: Checked, declaration: Declaration, bands: Sequence[Band]
) -> Iterator[Diagnostic]:
    """Grades not written best first. Putting the lines in order changes whose grade nobody's is,
    only which grade is one lower; that is what the order is for. Of a figure that is no score, as
    of ranks, the lowest may be best."""
    if in_order(bands) or (not by_points(checked, declaration) and in_order(bands[::-1])):
        return
    ordered = _best_first(bands)
    edits = tuple(
        Edit(old.entry.span, checked.source.slice(new.entry.span))
        for old, new in zip(bands, ordered, strict=True)
        if old is not new
    )
    fix = Fix(Text("由高到低排列各行", "put the lines in order, best first"), edits, safe=True)
    yield Diagnostic(codes.ORDER, declaration.span, {"name": declaration.name}, (), (fix,))


def in_order(bands: Sequence[Band]) -> bool:
    """Whether bands are written best first."""
    return [band.name for band in _best_first(bands)] == [band.name for band in bands]


def _best_first(bands: Sequence[Band]) -> list[Band]:
    return sorted(bands, key=_height, reverse=True)


def _height(band: Band) -> tuple[bool, Fraction, bool]:
    low = band.range.low
    return low is not None, low or ZERO, not band.range.low_closed


def _beyond(
    bands: Sequence[Band], flaws: Sequence[Flaw], reach: Extent | None
) -> Iterator[Diagnostic]:
    """Bounds that lie outside all that can be had, of bands that can be had."""
    useless = {flaw.index for flaw in flaws if flaw.kind in ("unreachable", "empty")}
    for index, band in enumerate(bands):
        if reach is None or index in useless or of_range(band.range) is None:
            continue
        ends = ((band.range.high, reach.high, 1), (band.range.low, reach.low, -1))
        for bound, end, side in ends:
            if bound is not None and end is not None and (bound - end) * side > 0:
                args: dict[str, Argument] = {
                    "name": band.name,
                    "bound": figure(bound, band.unit),
                    "reach": stretch(reach, band.unit),
                }
                yield Diagnostic(codes.BEYOND, band.entry.span, args)

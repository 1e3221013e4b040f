"""Changes every figure of a policy by one unit, one at a time, and counts what notices.

By hand: ``python tests/sources/mutate_figures.py POLICY TEXT`` with ``--list`` for what nothing
notices. A unit is one of the last place written; a date moves by a day, a part of a month by one.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from guiju.engine.checks import CHECKS
from guiju.engine.semantics.checked import Checked
from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.declare import declare
from guiju.engine.semantics.resolve import resolve
from guiju.engine.semantics.walk import expressions
from guiju.engine.sources.check import hold
from guiju.engine.sources.grounds import grounds
from guiju.engine.sources.written import written
from guiju.grammar.diagnostics import Diagnostic
from guiju.grammar.nodes import DateLiteral, Expression, Quantity, YearLiteral
from guiju.grammar.read import read
from guiju.grammar.source import Source, Span
from guiju.grammar.vocabulary import PROVENANCE

GROUPS = ("states a clause", "under a mark", "no statement of the text", "layout of results")


class Place(NamedTuple):
    """A literal of the policy, and the group its figure belongs to."""

    span: Span
    group: str


class Outcome(NamedTuple):
    """One changed figure and whether it was noticed."""

    place: Place
    text: str
    by_source: bool
    by_any: bool


def places(checked: Checked) -> Iterator[Place]:
    """Every literal in the order written, and in which group it is."""
    looked_at = {figure.span: figure for figure in written(checked)}
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            for literal in _literals(declaration):
                figure = looked_at.get(literal.span)
                if declaration.kind.id == "export":
                    yield Place(literal.span, GROUPS[3])
                elif figure is None:
                    yield Place(literal.span, GROUPS[2])
                else:
                    rests = grounds(checked.symbols, declaration, figure.key)
                    stated = (rests.cited or declaration.kind.id == "policy") and not rests.marked
                    yield Place(literal.span, GROUPS[0 if stated else 1])


def _literals(declaration: Declaration) -> Iterator[Expression]:
    items: list[Expression] = []
    if declaration.block.amount is not None:
        items.append(declaration.block.amount)
    written_here = [p for key, p in declaration.properties.items() if key not in PROVENANCE]
    for prop in (*written_here, *declaration.entries):
        items += [item for clause in prop.clauses for item in clause.items]
    for item in items:
        for part in expressions(item):
            if isinstance(part, (Quantity, DateLiteral, YearLiteral)):
                yield part


_PARTS = ("上旬", "中旬", "下旬", "末")


def changed(text: str) -> Iterator[str]:
    """A figure one unit up and one unit down."""
    part = next((p for p in (*_PARTS, "底") if text.endswith(p)), None)
    if part is not None:
        month = re.search(r"(\d+)月", text)
        assert month is not None
        for step in (1, -1):
            moved = (int(month[1]) - 1 + step) % 12 + 1
            yield text.replace(month[0], f"{moved}月")
        return
    numbers = list(re.finditer(r"\d+(?:\.\d+)?", text))
    last = numbers[-1]
    whole, _, decimals = last[0].partition(".")
    value, places_after = int(whole + decimals), len(decimals)
    for step in (1, -1):
        if value + step < 0 or (step > 0 and value >= 31 and re.search("月|-", text)):
            continue
        digits = str(value + step).rjust(places_after + 1, "0")
        shown = f"{digits[:-places_after]}.{digits[-places_after:]}" if places_after else digits
        yield text[: last.start()] + shown + text[last.end() :]


def findings(policy: Source, text: Source) -> tuple[Counter[str], Counter[str]]:
    """What the checks of a policy find, and what holding it against its document finds."""
    file, syntax = read(policy)
    declarations, words = declare(file)
    checked, names = resolve(policy, file, declarations)
    about = [finding for inspect in CHECKS for finding in inspect(checked)]
    own = [*syntax, *words, *names, *about]
    return _said(own), _said(hold(checked, text).findings)


def _said(found: list[Diagnostic] | tuple[Diagnostic, ...]) -> Counter[str]:
    return Counter(f"{one.code.id} {one.message('zh')}" for one in found)


def mutate(policy: Source, text: Source, groups: tuple[str, ...] = GROUPS) -> Iterator[Outcome]:
    """Every figure of certain groups changed, each alone."""
    file, _ = read(policy)
    declarations, _ = declare(file)
    checked, _ = resolve(policy, file, declarations)
    own, held = findings(policy, text)
    for place in places(checked):
        if place.group not in groups:
            continue
        for new in changed(policy.slice(place.span)):
            mutated = policy.text[: place.span.start] + new + policy.text[place.span.end :]
            now, now_held = findings(Source(policy.name, mutated), text)
            by_source = bool(now_held - held)
            yield Outcome(place, new, by_source, by_source or bool(now - own))


def main() -> None:
    """Prints a table of what was noticed, by group."""
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    policy, text = (Source(name, Path(name).read_text("utf-8-sig")) for name in arguments)
    outcomes = list(mutate(policy, text))
    print(f"{'':28}{'changed':>9}{'by source':>11}{'by any':>9}")
    for group in (*GROUPS, "all"):
        mine = [one for one in outcomes if group in (one.place.group, "all")]
        counts = len(mine), sum(one.by_source for one in mine), sum(one.by_any for one in mine)
        print(f"{group:28}{counts[0]:>9}{counts[1]:>11}{counts[2]:>9}")
    if "--list" in sys.argv:
        for one in outcomes:
            if not one.by_any or (not one.by_source and one.place.group == GROUPS[0]):
                line, _ = policy.position(one.place.span.start)
                mark = "" if one.by_any else "  (unnoticed)"
                old = policy.slice(one.place.span)
                print(f"{line}: {old} → {one.text}  [{one.place.group}]{mark}")


if __name__ == "__main__":
    main()

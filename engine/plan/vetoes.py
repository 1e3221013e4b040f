"""Vetoes: events or conditions that lower a grade, set it, or bar the better ones."""

from __future__ import annotations

from fractions import Fraction

from ...grammar.nodes import Interval, Quantity
from ..levels import UNIT, Level
from ..semantics.declarations import Declaration
from ..semantics.references import ValueReference
from .lowering import Lowering
from .ops import Aggregate, Lower, OpId


def veto(lowering: Lowering, declaration: Declaration) -> OpId:
    """The grade after a veto. Its attributes say whether it took effect, whether decisions are
    pending, and the grade if all pending decisions were to take effect."""
    build = lowering.builder
    grade = lowering.formulas.expression(declaration.paths("grade")[0], UNIT, {})
    home = build.level(grade)
    level = lowering.symbols.level_of(declaration) if declaration.paths("each") else home
    key = "effective" if declaration.value("effective") is not None else "when"
    effective = lowering.formulas.lower(lowering.written(declaration, key), level)
    pending = declaration.value("pending")
    undecided = lowering.formulas.lower(pending, level) if pending is not None else None
    decided = events_of(lowering, effective, level, home)
    waiting = (
        events_of(lowering, undecided, level, home)
        if undecided is not None
        else build.at(build.constant(0), home)
    )
    every = build.arithmetic("+", decided, waiting)
    attributes = {
        "grade": grade,
        "effective": effective,
        "lowered": build.compare(">", decided, build.constant(0)),
        "pending": build.compare(">", waiting, build.constant(0)),
        "if_lowered": changed(
            lowering, declaration, _supposed(lowering, declaration, grade), every
        ),
    }
    if undecided is not None:
        attributes["undecided"] = undecided
    lowering.attributes.update({(declaration, name): op for name, op in attributes.items()})
    return lowering.label(declaration, changed(lowering, declaration, grade, decided))


def _supposed(lowering: Lowering, declaration: Declaration, grade: OpId) -> OpId:
    """The grade it acts on, were the pending decisions of the veto before it to take effect."""
    found = lowering.checked.refs[declaration.paths("grade")[0]]
    if isinstance(found, ValueReference) and found.declaration.kind.id == "veto":
        return lowering.attributes[found.declaration, "if_lowered"]
    return grade


def events_of(lowering: Lowering, condition: OpId, level: Level, home: Level) -> OpId:
    """How many events count for each that has the grade: rows, or one where a condition on itself
    holds."""
    build = lowering.builder
    one = build.at(build.constant(1), level)
    if level == home:
        return build.choose([(condition, one)], build.constant(0), home)
    return build.add(Aggregate("count", one, condition, level=home))


def changed(lowering: Lowering, declaration: Declaration, grade: OpId, events: OpId) -> OpId:
    """A grade after so many events: lowered by steps, set, or held down to the best allowed."""
    build, grades = lowering.builder, _grades(lowering, declaration)
    level = build.level(grade)
    happened = build.compare(">", events, build.constant(0))
    fixed, best = declaration.paths("set_to"), declaration.paths("at_best")
    if fixed:
        return build.choose([(happened, build.constant(fixed[0].text))], grade, level)
    if best:
        better = grades[: grades.index(best[0].text)]
        tests = [build.compare("=", grade, build.constant(name)) for name in better]
        if not tests:
            return grade  # no grade is better than the best
        barred = build.logic("and", happened, build.logic("or", *tests))
        return build.choose([(barred, build.constant(best[0].text))], grade, level)
    floor = declaration.paths("floor")
    last = floor[0].text if floor else grades[-1]
    steps = build.at(_steps(lowering, declaration, events), level)
    return build.add(Lower(grade, steps, grades, last, level=level, span=declaration.span))


def _grades(lowering: Lowering, declaration: Declaration) -> tuple[str, ...]:
    """The names of the grades it acts on, best first."""
    return lowering.checked.types[declaration.paths("grade")[0]].members


def _steps(lowering: Lowering, declaration: Declaration, events: OpId) -> OpId:
    """How many grades down: each event's steps, at most the total allowed."""
    build, each = lowering.builder, declaration.value("lower")
    count = each.number if isinstance(each, Quantity) else Fraction(1)
    steps = build.arithmetic("*", events, build.constant(count))
    most = at_most(declaration)
    return steps if most is None else build.arithmetic("min", steps, build.constant(most))


def at_most(declaration: Declaration) -> Fraction | None:
    """The most steps that all events of a veto lower together: the upper end of ``至多1级``."""
    for item in declaration.items("at_most"):
        if isinstance(item, Interval) and item.high is not None:
            return item.high.number
        if isinstance(item, Quantity):
            return item.number
    return None

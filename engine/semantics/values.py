"""Types of what declarations define."""

from __future__ import annotations

from attrs import evolve

from ...grammar.diagnostics import Diagnostic, Text
from ...grammar.nodes import Expression, Interval, Node, Path, Property, Quantity
from ...grammar.vocabulary import PROPERTIES, UNITS
from ..data.contract import ColumnSpec, ColumnType
from ..levels import POLICY, UNIT, Level, finer
from . import codes
from .arguments import fits_steps
from .calls import level_compared
from .declarations import Declaration
from .forms import branches, grades_of, runs_evenly, written_step
from .inferring import Inferring
from .references import (
    AttributeReference,
    ColumnReference,
    IndicatorReference,
    LocalReference,
    MemberReference,
    NothingReference,
    Reference,
    Scope,
    ValueReference,
)
from .scores import POINTS, must_be_points
from .types import CONDITION, UNKNOWN, Type, dimension_of

POINT = Type("number", UNIT, POINTS)


def type_of_reference(inference: Inferring, found: Reference, scope: Scope) -> Type:
    """The type of what a name denotes."""
    match found:
        case ColumnReference(table=table, column=column):
            return column_type(inference, table, column)
        case ValueReference(declaration=declaration):
            return inference.declared(declaration)
        case IndicatorReference(declarations=declarations):
            return POINT.at(_finest(inference, declarations))
        case AttributeReference(declarations=declarations, attribute=attribute):
            level = _finest(inference, declarations)
            if attribute == "full":
                return POINT.at(POLICY if _for_all(inference, declarations) else level)
            if attribute == "score":
                return POINT.at(level)
            return (
                inference.declared(declarations[0])
                if attribute == "if_lowered"
                else CONDITION.at(level)
            )
        case MemberReference():
            return Type("choice")
        case LocalReference(id=id):
            return scope.locals[id]
        case NothingReference():
            return Type("nothing")


def _for_all(inference: Inferring, declarations: tuple[Declaration, ...]) -> bool:
    """Whether one declaration is for every kind of units; else some units have another, or none."""
    symbols = inference.names.symbols
    return len(declarations) == 1 and {*symbols.subjects_of(declarations[0])} >= {*symbols.subjects}


def _finest(inference: Inferring, declarations: tuple[Declaration, ...]) -> Level:
    """The level of a value that is defined once for each kind of unit."""
    level = POLICY
    for declaration in declarations:
        level = finer(level, inference.declared(declaration).level)
    return level


def column_type(inference: Inferring, table: str, column: str) -> Type:
    """The type of a column, on the level of its table's rows."""
    symbols = inference.names.symbols
    found = symbols.tables[table].column(column)
    return _of_column(found).at(symbols.hierarchy.level(table))


def _of_column(column: ColumnSpec) -> Type:
    match column.type:
        case ColumnType.NUMBER | ColumnType.INTEGER:
            return Type("number", dimension=dimension_of(UNITS.get(column.unit or "", "")))
        case ColumnType.CHOICE:
            return Type("choice", members=column.choices)
        case ColumnType.DATE:
            return Type("date")
        case ColumnType.NAMES:
            return Type("names")
        case ColumnType.UNIT:
            return Type("unit")
        case ColumnType.TEXT:
            return Type("text")


def type_of_declaration(inference: Inferring, declaration: Declaration) -> Type:
    """The type of the value a declaration defines; its formulas are inferred on the way."""
    match declaration.kind.id:
        case "value" | "step" | "quota":
            return type_of_branches(inference, declaration, _scope(inference, declaration))
        case "process" | "stage":
            return _stage(inference, declaration)
        case "panel" | "system" | "goal" | "indicator" | "item":
            return _indicator(inference, declaration)
        case "bonus" | "deduction":
            return _bonus(inference, declaration)
        case "ranking":
            return Type("number", _on(inference, declaration))
        case "grades":
            level = _on(inference, declaration)
            _grade_cases(inference, declaration, Scope(level))
            return Type("choice", level, members=grades_of(declaration))
        case "veto":
            return _veto(inference, declaration)
        case "deadline":
            return _deadline(inference, declaration)
        case "steps":
            return _steps(inference, declaration)
        case "scale":
            return _scale(inference, declaration)
        case _:
            return UNKNOWN


def _scope(inference: Inferring, declaration: Declaration) -> Scope:
    """Where the formulas of a declaration stand."""
    return Scope(inference.names.symbols.level_of(declaration))


def type_of_branches(inference: Inferring, declaration: Declaration, scope: Scope) -> Type:
    """The common type of all cases."""
    found: Type | None = None
    for branch in branches(declaration):
        if branch.when is not None:
            inference.condition(branch.when, inference.formula(branch.when, scope))
        kind = inference.formula(branch.take, scope)
        place = branch.declaration.block.name or branch.declaration.block.kind
        found = kind if found is None else _common(inference, place, found, kind)
    if found is None:
        args = {"name": declaration.name}
        return inference.report(
            codes.NO_VALUE, declaration.block.name or declaration.block.kind, **args
        )
    return found.at(scope.level)


def _deadline(inference: Inferring, declaration: Declaration) -> Type:
    """A date, on the level of the rows that are held against it where it needs them."""
    due = declaration.value("due")
    if due is None:
        return Type("date", POLICY)
    found = inference.formula(due, Scope(level_compared(inference.names, declaration)))
    return Type("date", found.level if found.base == "date" else POLICY)


def _scale(inference: Inferring, declaration: Declaration) -> Type:
    """The common type of a scale's entries."""
    found: Type | None = None
    literal = True
    for entry in declaration.entries:
        value = entry.clauses[0].items[0]
        literal = literal and isinstance(value, Quantity)
        kind = inference.formula(value, Scope(UNIT))
        found = kind if found is None else _listed(inference, entry, found, kind, literal)
    return found or UNKNOWN


def _listed(
    inference: Inferring, entry: Property, first: Type, second: Type, literal: bool
) -> Type:
    """The type that the values of a table share. Of plain figures ``checks.scales`` says which one
    stands out, and beside which."""
    dimensions = {first.dimension, second.dimension}
    told = literal and None not in dimensions and len(dimensions) > 1
    return first if told else _common(inference, entry.key, first, second)


def _steps(inference: Inferring, declaration: Declaration) -> Type:
    """The common type of the values of a step table."""
    found: Type | None = None
    literal = True
    for entry in declaration.entries:
        written = written_step(entry)
        if written is None:
            args = {"key": entry.key.text, "found": f"“{inference.names.slice(entry)}”"}
            shape = Text("一段数和这一段的值", "a range and its value")
            sample = Text("例如：一档：95％以上，12分", "for example: a: 95% up, 12pts")
            return inference.report(
                codes.WRONG_VALUE, entry, expected=shape, example=sample, **args
            )
        literal = literal and isinstance(written[1], Quantity)
        kind = _step_value(inference, entry, written)
        found = kind if found is None else _listed(inference, entry, found, kind, literal)
    return found or UNKNOWN


def _step_value(
    inference: Inferring, entry: Property, written: tuple[Interval, Expression]
) -> Type:
    """What a range of a step table brings: a value, or one that runs evenly between two."""
    if not isinstance(written[1], Interval):
        return inference.formula(written[1], Scope(UNIT))
    if not runs_evenly(written):
        return inference.report(
            codes.WRONG_VALUE,
            entry,
            key=entry.key.text,
            expected=Text(
                "两端都有界的一段数，和它两端的值", "a range with two ends, and its values there"
            ),
            found=f"“{inference.names.slice(entry)}”",
            example=Text(
                "例如：中间：60％以上不足100％，0分至10分；两头的另写一段",
                "for example: middle: 60% or more below 100%, 0pts to 10pts; what lies outside has"
                " ranges of its own",
            ),
        )
    ends = (end for end in (written[1].low, written[1].high) if end is not None)
    first, second = (inference.infer(end, Scope(POLICY)) for end in ends)
    return _common(inference, entry.key, first, second)


def _common(inference: Inferring, place: Node, first: Type, second: Type) -> Type:
    """The type that two values of one thing share; a finding where they share none."""
    if "nothing" in (first.base, second.base):
        return second if first.base == "nothing" else first
    if "unknown" in (first.base, second.base):
        return UNKNOWN
    same = first.base == second.base and (
        first.dimension is None or second.dimension is None or first.dimension == second.dimension
    )
    if not same:
        left, right = first.words(), second.words()
        return inference.report(
            codes.UNIT_MISMATCH,
            place,
            left=Text(f"前面的取值（{left.zh}）", f"the values before ({left.en})"),
            right=Text(f"这里的取值（{right.zh}）", f"this value ({right.en})"),
            verb=Text("作同一个数的不同取值", "taken as values of one thing"),
        )
    chosen = second if first.dimension is None else first
    members = tuple(dict.fromkeys((*first.members, *second.members)))
    return evolve(chosen, level=finer(first.level, second.level), members=members)


def _stage(inference: Inferring, declaration: Declaration) -> Type:
    symbols = inference.names.symbols
    point = POINT.at(symbols.level_of(declaration))
    _absence(inference, declaration)
    for part in declaration.of_kind("stage", "panel"):
        inference.declared(part)
    if branches(declaration):
        _points(inference, declaration)
    source = declaration.paths("taken_from")
    if source and source[0].text in symbols.indicators:
        for indicator in symbols.indicators[source[0].text]:
            inference.declared(indicator)
    formula = declaration.value("conversion")
    if formula is not None:
        scope = Scope(point.level, dict.fromkeys(("score", "full", "weight"), point))
        kind = inference.number(formula, inference.formula(formula, scope))
        must_be_points(inference, formula, kind)
    return point


def _points(inference: Inferring, declaration: Declaration) -> None:
    place = _scope(inference, declaration)
    scope = Scope(place.level, {"full": POINT.at(place.level)})
    kind = type_of_branches(inference, declaration, scope)
    if kind.base == "unknown":
        return
    node = branches(declaration)[0].take
    must_be_points(inference, node, inference.number(node, kind))


def _absence(inference: Inferring, declaration: Declaration) -> None:
    """When an item is absent, and what a unit gets for it then."""
    place, absent = _scope(inference, declaration), declaration.value("absent")
    if absent is not None:
        inference.condition(absent, inference.formula(absent, place))
    instead = declaration.value("absent_score")
    if instead is not None:
        # What stands in for a mark may go by the full mark, and by the marks of the others.
        local = {"full": POINT.at(POLICY), "score": POINT.at(place.level)}
        kind = inference.number(instead, inference.formula(instead, Scope(place.level, local)))
        must_be_points(inference, instead, kind)


def _indicator(inference: Inferring, declaration: Declaration) -> Type:
    place = _scope(inference, declaration)
    _absence(inference, declaration)
    for part in declaration.of_kind("goal", "indicator", "item"):
        inference.declared(part)
    table = declaration.paths("list")
    if table and table[0].text in inference.names.symbols.tables:
        scope = Scope(inference.names.symbols.hierarchy.level(table[0].text))
        inference.owned(table[0], table[0].text)
        for key in ("item_points", "item_score"):
            formula = declaration.value(key)
            if formula is None:
                _lacks(inference, declaration, key)
            else:
                kind = inference.number(formula, inference.formula(formula, scope))
                must_be_points(inference, formula, kind)
    elif branches(declaration):
        _points(inference, declaration)
    return POINT.at(place.level)


def _lacks(inference: Inferring, declaration: Declaration, key: str) -> None:
    word, kind = PROPERTIES[key], declaration.kind
    inference.report(
        codes.MISSING_PROPERTY,
        declaration.block.name or declaration.block.kind,
        kind=Text(kind.zh, kind.en),
        name=declaration.name,
        word=Text(word.zh, word.en),
        help=word.help,
        value=Text("……", "…"),
    )


def _bonus(inference: Inferring, declaration: Declaration) -> Type:
    symbols = inference.names.symbols
    level = symbols.level_of(declaration)
    kind = type_of_branches(inference, declaration, Scope(level))
    inference.owned(declaration.paths("each")[0], declaration.paths("each")[0].text)
    node = branches(declaration)[0].take if branches(declaration) else None
    if node is not None and kind.base != "unknown":
        must_be_points(inference, node, inference.number(node, kind))
    return POINT.at(symbols.hierarchy.above(level))


def _scope_of(inference: Inferring, declaration: Declaration, value: Expression | None) -> Scope:
    """Where a declaration stands that goes by a value: with it, unless it says so itself."""
    scope = _scope(inference, declaration)
    if "each" in declaration.properties or not isinstance(value, Path):
        return scope
    found = inference.names.resolve(value, scope)
    if isinstance(found, Diagnostic):
        return scope
    level = inference.level_of(found, scope)
    return Scope(level) if level.kind == "row" else scope


def _on(inference: Inferring, declaration: Declaration) -> Level:
    """The level that ranks or grades stand on: that of the value they go by."""
    formula = declaration.value("on")
    scope = _scope_of(inference, declaration, formula)
    if formula is not None:
        kind = inference.number(formula, inference.formula(formula, scope))
        if kind.base == "number" and declaration.entries:
            fits_steps(inference, formula, kind, declaration)
    when = declaration.value("when")
    if when is not None:
        inference.condition(when, inference.formula(when, scope))
    for key in declaration.items("then_by"):
        inference.number(key, inference.formula(key, scope))
    return scope.level


def _grade_cases(inference: Inferring, declaration: Declaration, scope: Scope) -> None:
    """Grades by cases: each holds or not; grades by bands go by a figure."""
    for case in declaration.of_kind("case"):
        when = case.value("when")
        if when is not None:
            inference.condition(when, inference.formula(when, scope))
    if declaration.entries and "on" not in declaration.properties:
        _lacks(inference, declaration, "on")


def _veto(inference: Inferring, declaration: Declaration) -> Type:
    """The grades that a veto acts on. Its conditions are of the rows it works through, or of what
    has the grade."""
    grade = declaration.paths("grade")
    scope = _scope_of(inference, declaration, grade[0] if grade else None)
    kind = inference.infer(grade[0], scope) if grade else UNKNOWN
    if "each" in declaration.properties:
        inference.owned(declaration.paths("each")[0], declaration.paths("each")[0].text)
    for key in ("when", "effective", "pending"):
        formula = declaration.value(key)
        if formula is not None:
            inference.condition(formula, inference.formula(formula, scope))
    if kind.base not in ("choice", "unknown"):
        return inference.report(
            codes.NOT_COMPARABLE, grade[0], left=kind.words(), right=Text("等次", "grades")
        )
    return kind

"""Types of what brings points: stages, indicators, and what is added or taken off."""

from __future__ import annotations

from ..levels import POLICY
from .cases import lacks, own_scope, type_of_branches
from .declarations import Declaration
from .forms import branches
from .inferring import Inferring
from .references import Scope
from .scores import POINT, must_be_points
from .types import Type


def type_of_stage(inference: Inferring, declaration: Declaration) -> Type:
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
    place = own_scope(inference, declaration)
    scope = Scope(place.level, {"full": POINT.at(place.level)})
    kind = type_of_branches(inference, declaration, scope)
    if kind.base == "unknown":
        return
    node = branches(declaration)[0].take
    must_be_points(inference, node, inference.number(node, kind))


def _absence(inference: Inferring, declaration: Declaration) -> None:
    """When an item is absent, and what a unit gets for it then."""
    place, absent = own_scope(inference, declaration), declaration.value("absent")
    if absent is not None:
        inference.condition(absent, inference.formula(absent, place))
    instead = declaration.value("absent_score")
    if instead is not None:
        # What stands in for a mark may go by the full mark, and by the marks of the others.
        local = {"full": POINT.at(POLICY), "score": POINT.at(place.level)}
        kind = inference.number(instead, inference.formula(instead, Scope(place.level, local)))
        must_be_points(inference, instead, kind)


def type_of_indicator(inference: Inferring, declaration: Declaration) -> Type:
    place = own_scope(inference, declaration)
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
                lacks(inference, declaration, key)
            else:
                kind = inference.number(formula, inference.formula(formula, scope))
                must_be_points(inference, formula, kind)
    elif branches(declaration):
        _points(inference, declaration)
    return POINT.at(place.level)


def type_of_bonus(inference: Inferring, declaration: Declaration) -> Type:
    symbols = inference.names.symbols
    level = symbols.level_of(declaration)
    kind = type_of_branches(inference, declaration, Scope(level))
    inference.owned(declaration.paths("each")[0], declaration.paths("each")[0].text)
    node = branches(declaration)[0].take if branches(declaration) else None
    if node is not None and kind.base != "unknown":
        must_be_points(inference, node, inference.number(node, kind))
    return POINT.at(symbols.hierarchy.above(level))

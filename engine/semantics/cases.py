"""What declarations have in common: where their formulas stand, the type of their cases, what is
lacking."""

from __future__ import annotations

from attrs import evolve

from ...grammar.diagnostics import Text
from ...grammar.nodes import Node
from ...grammar.vocabulary import PROPERTIES
from ..levels import finer
from . import codes
from .declarations import Declaration
from .forms import branches
from .inferring import Inferring
from .references import Scope
from .types import UNKNOWN, Type


def own_scope(inference: Inferring, declaration: Declaration) -> Scope:
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
        found = kind if found is None else common(inference, place, found, kind)
    if found is None:
        args = {"name": declaration.name}
        return inference.report(
            codes.NO_VALUE, declaration.block.name or declaration.block.kind, **args
        )
    return found.at(scope.level)


def common(inference: Inferring, place: Node, first: Type, second: Type) -> Type:
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


def lacks(inference: Inferring, declaration: Declaration, key: str) -> None:
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

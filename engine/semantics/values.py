"""Types of what declarations define."""

from __future__ import annotations

from ...grammar.vocabulary import UNITS
from ..data.contract import ColumnSpec, ColumnType
from ..levels import POLICY, Level, finer
from .cases import own_scope, type_of_branches
from .declarations import Declaration
from .forms import grades_of
from .gradings import grade_cases, level_on, type_of_veto
from .indicators import type_of_bonus, type_of_indicator, type_of_stage
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
from .rows import level_compared
from .scales import type_of_scale, type_of_steps
from .scores import POINT
from .types import CONDITION, UNKNOWN, Type, dimension_of


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
            return type_of_branches(inference, declaration, own_scope(inference, declaration))
        case "process" | "stage":
            return type_of_stage(inference, declaration)
        case "panel" | "system" | "goal" | "indicator" | "item":
            return type_of_indicator(inference, declaration)
        case "bonus" | "deduction":
            return type_of_bonus(inference, declaration)
        case "ranking":
            return Type("number", level_on(inference, declaration))
        case "grades":
            level = level_on(inference, declaration)
            grade_cases(inference, declaration, Scope(level))
            return Type("choice", level, members=grades_of(declaration))
        case "veto":
            return type_of_veto(inference, declaration)
        case "deadline":
            return _deadline(inference, declaration)
        case "steps":
            return type_of_steps(inference, declaration)
        case "scale":
            return type_of_scale(inference, declaration)
        case _:
            return UNKNOWN


def _deadline(inference: Inferring, declaration: Declaration) -> Type:
    """A date, on the level of the rows that are held against it where it needs them."""
    due = declaration.value("due")
    if due is None:
        return Type("date", POLICY)
    found = inference.formula(due, Scope(level_compared(inference.names, declaration)))
    return Type("date", found.level if found.base == "date" else POLICY)

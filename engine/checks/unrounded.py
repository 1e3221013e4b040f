"""Unrounded: a logarithm, a root or a broken power decides nothing before it is rounded."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from ...grammar.diagnostics import Argument, Diagnostic, Severity, Text
from ...grammar.nodes import (
    Binary,
    Call,
    Expression,
    Filtered,
    Interval,
    Member,
    Path,
    Quantity,
    Unary,
)
from ...grammar.vocabulary import PROPERTIES
from ..functions import find_function
from ..semantics.checked import Checked
from ..semantics.codes.frames import FRAME
from ..semantics.codes.make import code
from ..semantics.declarations import Declaration
from ..semantics.forms import branches
from ..semantics.infer import ORDERED
from ..semantics.references import IndicatorReference, ValueReference
from ..semantics.walk import expressions

UNROUNDED = code(
    "G341",
    (
        "“{what}”带有30位的近似值，没有取整就用来{use}",
        "“{what}” is an approximation to 30 digits and decides {use} before it is rounded",
    ),
    what=(
        "对数、开方和非整数次的乘方没有精确值，这里没有取舍就用来定名次、等次，或者比较。",
        "Logarithms, roots and broken powers have no exact value; here one decides something.",
    ),
    why=(
        "本应相等的两个数可能在第30位上不同，名次、等次就由这一位定了。",
        "Two figures that should be equal may differ in the 30th digit, and that would decide.",
    ),
    mend=(
        "先四舍五入到公布的位数，再排名、比较。",
        "Round to the places that are published, then rank or compare.",
    ),
    bad="""
取值 规模 { 出处：“五”；取：开方（公务员人数 ÷ 1人，2） }
提示 大单位 { 出处：“五”；当：规模 ≥ 10；内容：“规模较大” }""",
    good="""
取值 规模 { 出处：“五”；取：四舍五入（开方（公务员人数 ÷ 1人，2），3位） }
提示 大单位 { 出处：“五”；当：规模 ≥ 10；内容：“规模较大” }""",
    hint=("先写四舍五入（……，几位）", "write round(…, so many places) first"),
    severity=Severity.WARNING,
    frame=FRAME,
)
CODES = (UNROUNDED,)

_DECIDING = ("on", "then_by")
_COUNTING = ("count", "any")


@define
class _Approximate:
    """Which formulas come from what has no exact value; a rounding makes them exact."""

    checked: Checked
    _known: dict[Declaration, bool] = field(factory=dict)

    def formula(self, expr: Expression) -> bool:
        match expr:
            case Call():
                return self.call(expr)
            case Path():
                found = self.checked.refs.get(expr)
                if isinstance(found, ValueReference):
                    return self.declared(found.declaration)
                inner = found.declarations if isinstance(found, IndicatorReference) else ()
                return any(self.declared(declaration) for declaration in inner)
            case Binary(op="+" | "-" | "*" | "/", left=left, right=right):
                return self.formula(left) or self.formula(right)
            case Filtered(value=value):
                return self.formula(value)
            case Unary(op="-", operand=operand):
                return self.formula(operand)
            case _:
                return False

    def call(self, call: Call) -> bool:
        function = find_function(call.callee.text)
        inner = [argument.value for argument in call.arguments]
        if function is None:
            return False  # a scale or step table gives what is written in it
        match function.family:
            case "round" | "place":
                return False
            case "irrational":
                return True
            case "power" if not _whole(inner[1]):
                return True
            case "aggregate" if function.id in _COUNTING:
                return False
            case _:
                return any(self.formula(part) for part in inner)

    def declared(self, declaration: Declaration) -> bool:
        """Whether a declared value is; its parts and what it takes its mark from count too."""
        if declaration not in self._known:
            self._known[declaration] = False
            takes = [branch.take for branch in branches(declaration)]
            inner = declaration.of_kind("goal", "indicator", "item", "stage", "panel")
            self._known[declaration] = any(map(self.formula, takes)) or any(
                map(self.declared, inner)
            )
        return self._known[declaration]


def _whole(exponent: Expression) -> bool:
    return isinstance(exponent, Quantity) and exponent.number.denominator == 1


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """Every place where a number decides: ranks, grades, comparisons, ranges."""
    approximate = _Approximate(checked)
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            for prop in (*declaration.properties.values(), *declaration.entries):
                for item in (i for clause in prop.clauses for i in clause.items):
                    yield from _compared(checked, approximate, item)
            for key in _DECIDING:
                for item in declaration.items(key):
                    if approximate.formula(item):
                        yield _found(checked, item, Text(PROPERTIES[key].zh, PROPERTIES[key].en))


def _compared(
    checked: Checked, approximate: _Approximate, item: Expression
) -> Iterator[Diagnostic]:
    for expr in expressions(item):
        for one, use in _decided(checked, expr):
            if approximate.formula(one):
                yield _found(checked, one, use)


def _decided(checked: Checked, expr: Expression) -> list[tuple[Expression, Text]]:
    """What an expression decides something by, and what."""
    compares = Text("比较", "a comparison")
    match expr:
        case Binary(op=op, left=left, right=right) if op in ("=", "!=", *ORDERED):
            return [(left, compares), (right, compares)]
        case Member(item=item, among=among):
            return [
                (item, compares),
                *((o, compares) for o in among if not isinstance(o, Interval)),
            ]
        case Call(callee=callee, arguments=arguments) if arguments:
            function = find_function(callee.text)
            if callee.text in checked.symbols.steps:
                return [(arguments[0].value, Text("分段", "a step table"))]
            if function is not None and function.family == "place":
                return [(arguments[0].value, Text("排名次", "a place"))]
    return []


def _found(checked: Checked, expr: Expression, use: Text) -> Diagnostic:
    args: dict[str, Argument] = {"what": checked.source.slice(expr.span), "use": use}
    return Diagnostic(UNROUNDED, expr.span, args)

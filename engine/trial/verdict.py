"""Running an example and holding what comes out against what it says."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve, field, frozen

from ...grammar.diagnostics import Argument, Code, Diagnostic, Label, Text
from ...grammar.source import Span
from ..evaluate.findings import compared, finding_of
from ..evaluate.interpret import Run
from ..evaluate.rationals import rounded
from ..evaluate.values import Blank, Value, faults_of, is_fault
from ..explain.numbers import number_text, value_text
from ..plan.ops import OpId
from ..plan.plan import Requirement
from . import codes
from .dataset import Rows, run_example, specimen_name
from .drawing import Drawn, drawn_definition, drawn_formula
from .example import Asked, Example, Expected, Trials
from .orphans import orphans
from .slice import Place, came_from, missing


@frozen
class Failure:
    """One thing an example says that is not so, and the policy's line with its values."""

    finding: Diagnostic
    drawn: tuple[Drawn, ...] = ()


@frozen
class Tried:
    """An example that was run. ``used`` are the operations that had a part in what it asks."""

    example: Example
    run: Run = field(repr=False)
    asked: int
    failures: tuple[Failure, ...]
    used: frozenset[Place] = field(repr=False)
    judged: tuple[tuple[str, bool], ...] = ()  # requirements that could be judged, and how

    @property
    def passed(self) -> bool:
        return not self.failures


def try_example(trials: Trials, example: Example) -> Tried:
    """The verdict on one example."""
    run = run_example(trials.plan, example)
    trial = _Trial(trials, example, run)
    failures = tuple(trial.failures())
    return Tried(
        example, run, trial.asked, failures, frozenset(trial.used), tuple(trial.judged.items())
    )


class _Trial:
    def __init__(self, trials: Trials, example: Example, run: Run) -> None:
        self.trials, self.example, self.run = trials, example, run
        self.rows = Rows.of(trials.plan, example)
        self.given = _given(example, self.rows)
        self.used: set[Place] = set()
        self.judged: dict[str, bool] = {}
        self.asked = 0
        self.told: set[tuple[Span, int]] = set()

    def failures(self) -> Iterator[Failure]:
        """Everything that is not as the example says, in the order written."""
        yield from (Failure(found) for found in orphans(self.run, self.rows, self.example))
        for index, unit in enumerate(self.example.units):
            name = specimen_name(self.example, unit)
            for expected in unit.expected:
                place = self.place(index, expected)
                # What several units belong to is judged once.
                if expected.row is None or (expected.span, place) not in self.told:
                    self.told.add((expected.span, place))
                    yield from self.value(name, expected, place)
            for asked in unit.asked:
                yield from self.condition(name, asked, index)
        yield from self.requirements()

    def place(self, unit: int, expected: Expected) -> int:
        """The unit that an expected value is of, or the row among all rows of its table."""
        if expected.row is None:
            return unit
        table = self.run.plan.ops[expected.op].level.table
        return self.rows.place(self.example, unit, table, expected.row)

    def reached(self, op: OpId, index: int) -> None:
        self.asked += 1
        self.used |= came_from(self.run, op, index, self.given) - self.given

    def value(self, name: str, expected: Expected, index: int) -> Iterator[Failure]:
        found = self.run.values[expected.op][index]
        self.reached(expected.op, index)
        args: dict[str, Argument] = {
            "example": name,
            "name": expected.name,
            "expected": expected.written,
        }
        unknown = missing(self.run, expected.op, index, self.given)
        if unknown or is_fault(found):
            yield self.stopped(args, unknown, found, expected.span)
        elif not _same(found, expected):
            args |= {"found": _like(found, expected), "difference": _difference(found, expected)}
            drawn = drawn_definition(self.run, expected.definition, expected.op, index)
            yield self.failed(codes.DIFFERS, expected.span, args, drawn)

    def condition(self, name: str, asked: Asked, index: int) -> Iterator[Failure]:
        found = self.run.values[asked.op][index]
        self.reached(asked.op, index)
        args: dict[str, Argument] = {"example": name, "name": asked.text}
        unknown = missing(self.run, asked.op, index, self.given)
        if unknown or is_fault(found) or isinstance(found, Blank):
            args["expected"] = Text("成立", "true")
            yield self.stopped(args, unknown, found, asked.span)
        elif found is not True:
            args["values"] = compared(self.run, asked.op, index)
            drawn = drawn_formula(self.run, asked.formula, index)
            yield self.failed(codes.CONDITION, asked.span, args, (drawn,))

    def stopped(
        self, args: dict[str, Argument], unknown: tuple[str, ...], found: Value, span: Span
    ) -> Failure:
        """A value that cannot be worked out: something is not given, or the rules stop."""
        if unknown:
            args["missing"] = "”“".join(unknown)
            return self.failed(codes.NOT_GIVEN, span, args)
        reasons = [r for fault in faults_of(found) if (r := finding_of(self.run, fault))]
        texts = [_reason(reason, args["name"]) for reason in reasons]
        blank = Text("没有值", "no value")
        args["reason"] = texts[0] if texts else blank
        return self.failed(codes.CANNOT, span, args)

    def failed(
        self, code: Code, span: Span, args: dict[str, Argument], drawn: tuple[Drawn, ...] = ()
    ) -> Failure:
        return Failure(Diagnostic(code, span, args), drawn)

    # ── requirements ──

    def requirements(self) -> Iterator[Failure]:
        """Requirements and invariants, as far as what is given allows to judge them."""
        keeps, breaks = dict(self.example.keeps), dict(self.example.breaks)
        for name, requirement in zip(
            self.trials.requirements,
            (r for r in self.trials.plan.requirements if r.kind in ("written", "invariant")),
            strict=True,
        ):
            values = self.run.values[requirement.op]
            wrong = next((i for i, value in enumerate(values) if value is False), None)
            if wrong is not None or any(value is True for value in values):
                self.judged[name] = wrong is None
            if name in keeps or name in breaks:
                self.asked += 1
                span = breaks.get(name) or keeps[name]
                yield from self.said(name, name in keeps, span)
            elif wrong is not None:
                yield self.broken(requirement, wrong)

    def said(self, name: str, holds: bool, span: Span) -> Iterator[Failure]:
        if self.judged.get(name) is holds:
            return
        unjudged = Text("给定的值不足以判断", "what is given does not decide it")
        other = Text("没有违反", "it holds") if not holds else Text("没有满足", "it fails")
        args: dict[str, Argument] = {
            "example": self.example.name,
            "name": name,
            "said": Text("满足", "meet") if holds else Text("违反", "fail"),
            "found": other if name in self.judged else unjudged,
        }
        yield self.failed(codes.NOT_AS_SAID, span, args)

    def broken(self, requirement: Requirement, index: int) -> Failure:
        invariant = requirement.kind == "invariant"
        args: dict[str, Argument] = {
            "example": self.example.name,
            "name": requirement.name,
            "kind": Text("底线", "invariant") if invariant else Text("校验", "requirement"),
            "values": compared(self.run, requirement.op, index),
        }
        stated = Label(requirement.span, Text("写在这里", "stated here"))
        return Failure(Diagnostic(codes.BROKEN, self.example.span, args, (stated,)))


def _given(example: Example, rows: Rows) -> set[Place]:
    """The operations and members whose values are given."""
    found: set[Place] = set()
    for index, unit in enumerate(example.units):
        found |= {(op, index) for fixed in unit.fixed for op in fixed.ops}
    for written in rows.tables.values():
        for place, (_, row) in enumerate(written):
            found |= {(op, place) for fixed in row.fixed for op in fixed.ops}
    return found


def _reason(found: Diagnostic, name: Argument) -> Text:
    """What an evaluation would say, of a formula that has no name in the formula's own words, and
    without the unit, which the example has named already."""
    told = evolve(found, args={**found.args, "name": found.args.get("name") or name})
    unit = found.args.get("unit", "")
    zh, en = told.message("zh"), told.message("en")
    return Text(zh.removeprefix(f"{unit}："), en.removeprefix(f"{unit}: "))


def _same(found: Value, expected: Expected) -> bool:
    if isinstance(found, Blank) or isinstance(expected.value, Blank):
        return isinstance(found, Blank) and isinstance(expected.value, Blank)
    if expected.places is not None and _is_number(found) and _is_number(expected.value):
        ends = (rounded(v, expected.places, "half_up") for v in (found, expected.value))  # type: ignore[arg-type]
        return next(ends) == next(ends)
    # True is 1 in Python, and never in a policy.
    return found == expected.value and isinstance(found, bool) is isinstance(expected.value, bool)


def _is_number(value: Value) -> bool:
    return isinstance(value, (int, Fraction)) and not isinstance(value, bool)


def _like(found: Value, expected: Expected) -> str:
    """A value in the unit in which the expected one is written."""
    if not _is_number(found):
        return value_text(found)
    unit = expected.written.lstrip("+-－＋0123456789.０１２３４５６７８９ ")
    if unit in ("%", "％"):
        return f"{number_text(found * 100)}％"  # type: ignore[operator, arg-type]
    return value_text(found) + (unit if unit.isalpha() else "")


def _difference(found: Value, expected: Expected) -> Text:
    if not (_is_number(found) and _is_number(expected.value)):
        return Text("", "")
    gap = Fraction(found) - Fraction(expected.value)  # type: ignore[arg-type]
    zh, en = ("多", "more") if gap > 0 else ("少", "less")
    share = expected.written.endswith(("%", "％"))
    text = number_text(abs(gap) * (100 if share else 1)) + ("％" if share else "")
    return Text(f"（{zh}{text}）", f" ({text} {en})")

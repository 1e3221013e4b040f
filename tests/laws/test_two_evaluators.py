"""Law 9, two evaluators, one meaning: the engine agrees with the definition, ``tests/reference``, on
every value, on whether the result stands, and on whom it lists."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from io import StringIO
from itertools import chain
from pathlib import Path
from tokenize import COMMENT, DEDENT, ENDMARKER, INDENT, NEWLINE, NL, generate_tokens
from typing import Any

import pytest
from attrs import evolve
from guiju.cli.inputs import load_data
from guiju.engine.evaluate import (
    aggregates,
    calendars,
    crossing,
    operations,
    ordering,
    rationals,
    series,
)
from guiju.engine.evaluate.values import BLANK, NOTHING, is_fault
from guiju.engine.functions import FUNCTIONS
from guiju.engine.pipeline import Checkup, check
from guiju.engine.plan.lowering import Lowering
from guiju.engine.semantics.walk import expressions
from guiju.grammar.nodes import Call
from guiju.grammar.source import Source
from guiju.grammar.vocabulary import BLOCKS, PROPERTIES
from reference.compare import Compared
from reference.generate import policy
from reference.trial import Trial, compared, generated, shown, smallest, trials
from reference.years import year
from support.sample import FOLDER, read

KEPT = Path(__file__).parents[1] / "reference" / "kept"
POLICIES = sorted(path for path in FOLDER.parent.glob("*/*.guiju"))
#: Policies of a run, in parts, and years of each: 2,000 pairs and more.
PARTS = [range(first, first + 10) for first in range(0, 110, 10)]
YEARS = 20
REASONS = ("blank", "bad", "zero", "not_positive", "none", "few", "many", "tied", "indivisible",
           "outside", "unmatched", "undefined", "day", "year")  # fmt: skip
#: The modules of the definition, in the order they are read.
DEFINITION = ("values", "functions", "members", "sums", "formulas",
              "indicators", "vetoes", "declarations", "outcome")  # fmt: skip
#: The tables of functions and of levels, which the checks read too.
SMALL = ("guiju.engine.functions", "guiju.engine.levels")
IMPORTS = (ast.Import, ast.ImportFrom)


def checked(path: Path) -> Checkup:
    return check(Source(path.name, path.read_text("utf-8")))


@cache
def results(seeds: range) -> tuple[list[Compared], list[Trial]]:
    """What trials found, and the first that the two did not agree on."""
    tried = list(trials(seeds, YEARS))
    divergent = [trial for trial in tried if trial.compared.divergence is not None]
    return [trial.compared for trial in tried], divergent[:1]


@pytest.mark.parametrize("seeds", PARTS, ids=str)
def test_they_agree_on_generated_policies(seeds: range) -> None:
    found, divergent = results(seeds)
    assert not divergent, shown(smallest(divergent[0]))
    accepted = [seed for seed in seeds if generated(seed)[1].plan is not None]
    assert len(found) == len(accepted) * YEARS


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_they_agree_on_shipped_policies(path: Path) -> None:
    checkup = checked(path)
    assert checkup.plan is not None
    found = compared(checkup, read(path.parent / f"data-{path.stem}", checkup.plan))
    assert found.divergence is None
    assert not found.reasons
    assert found.values > 100


def test_every_shipped_policy_is_tried() -> None:
    assert len(POLICIES) > 5


@pytest.mark.parametrize("case", sorted(KEPT.iterdir()), ids=lambda path: path.name)
def test_they_agree_on_what_they_once_did_not(case: Path) -> None:
    checkup = checked(case / "policy.guiju")
    assert checkup.plan is not None, [finding.message("en") for finding in checkup.diagnostics]
    dataset = load_data(case, checkup.plan.tables)[
        0
    ]  # some have cells that reading finds fault with
    assert compared(checkup, dataset).divergence is None


# ── that the trials say something ──


def test_generated_policies_pass_the_checks() -> None:
    """Nearly all: that a policy is well-formed does not keep a proof from finding fault with it."""
    refused = [seed for seed in chain(*PARTS) if generated(seed)[1].plan is None]
    assert len(refused) <= 5
    assert (sum(map(len, PARTS)) - len(refused)) * YEARS >= 2000


def test_generated_policies_use_everything_that_computes() -> None:
    """Every function, every kind of block with a value, every property that bears on one."""
    kinds, keys, functions = Counter[str](), Counter[str](), Counter[str]()
    for seed in chain(*PARTS):
        symbols = generated(seed)[1].checked.symbols
        for d in (d for top in symbols.declarations for d in top.walk()):
            kinds[d.kind.id] += 1
            keys.update([*d.properties])
            for prop in (*d.properties.values(), *d.entries):
                for item in (item for clause in prop.clauses for item in clause.items):
                    inside = expressions(item)
                    functions.update(e.callee.text for e in inside if isinstance(e, Call))
    silent = {"policy", "roster", "body", "duty", "sheet", *EXAMPLES}
    assert {*BLOCKS} - {*kinds} <= silent
    told = {prop for block in silent for prop in BLOCKS[block].properties} | {*SILENT}
    assert {*PROPERTIES} - {*keys} <= told
    assert {function.zh for function in FUNCTIONS} <= {*functions}


def test_the_definition_is_short() -> None:
    """A definition that nobody can read through defines nothing."""
    assert 600 < sum(map(lines_of_code, map(definition, DEFINITION))) <= 800


def definition(module: str) -> str:
    return (KEPT.parent / f"{module}.py").read_text("utf-8")


@pytest.mark.parametrize("module", DEFINITION)
def test_the_definition_knows_nothing_of_the_interpreter(module: str) -> None:
    """It reads words, names, types, tables and data as they have been checked, and nothing later."""
    inside = [n for n in ast.walk(ast.parse(definition(module))) if isinstance(n, ast.ImportFrom)]
    taken = {n.module or "" for n in inside if not n.level and (n.module or "").startswith("guiju")}
    taken |= {f"{n.module}.{a.name}" for n in inside if n.module == "guiju.engine" for a in n.names}
    shared = ("guiju.grammar", "guiju.engine.semantics", "guiju.engine.data", *SMALL)
    assert all(name.startswith(shared) for name in taken - {"guiju.engine"}), taken


def lines_of_code(text: str) -> int:
    """Lines with code on them: no blank ones, comments, docstrings or imports."""
    silent = {COMMENT, NL, NEWLINE, INDENT, DEDENT, ENDMARKER}
    tokens = [t for t in generate_tokens(StringIO(text).readline) if t.type not in silent]
    coded = {line for t in tokens for line in range(t.start[0], t.end[0] + 1)}
    for node in ast.walk(ast.parse(text)):
        said = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if (said and isinstance(node.value.value, str)) or isinstance(node, IMPORTS):
            coded -= {*range(node.lineno, node.end_lineno + 1)}
    return len(coded)


def test_lines_of_code_are_counted_as_said() -> None:
    text = '"""Says."""\n\nfrom a import (\n    b,\n)\n\n# why\nX = f(\n    1,\n)\n\n\ndef g():\n    """Says\n    more."""\n    return X  # so\n'
    assert lines_of_code(text) == 5


#: Blocks of worked examples, which speak of values and make none.
EXAMPLES = {"example", "unit", "given", "expected"}
#: Properties that bear on no value.
SILENT = {
    *("source", "inferred", "reading", "alternatives", "delegated", "note", "formerly", "blank"),
    *("proposed_by", "drafted_by", "reviewed_by", "approved_by", "confirmed_by", "issued_by"),
    *("scored_by", "owner", "method", "covers", "responsible", "submit_to", "condition_text"),
    *("matter", "unscored", "first_review", "application", "discretion", "teams", "classes"),
    *("encoding", "unique", "optional"),
}


def test_generated_years_are_of_all_sorts() -> None:
    found = [one for seeds in PARTS for one in results(seeds)[0]]
    reasons = Counter(reason for one in found for reason in one.reasons)
    sound = sum(not one.reasons and not one.failing for one in found)
    assert 0.4 < sound / len(found) < 0.9
    assert all(reasons[reason] >= 3 for reason in REASONS), reasons
    assert sum(bool(one.failing) for one in found) > 100
    assert sum(one.values for one in found) > 100 * len(found)


# ── that a wrong engine is found ──


#: Operations done wrongly: where, which, and how instead.
MUTATIONS: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "halves are dropped": (
        operations,
        "rounded",
        lambda value, places, _: rationals.rounded(value, places, "down"),
    ),
    "a blank needed is 0": (
        operations,
        "_needed",
        lambda value, op, index: 0 if value is BLANK else value,
    ),
    "and, or do not mind the order": (operations, "_decide", lambda row, decisive: decisive in row),
    "marks beyond the full mark pass": (operations, "at_most", lambda low, high: True),
    "equal ranks leave no place empty": (
        crossing,
        "rank",
        lambda op, op_id, keys, groups: ordering.rank(
            evolve(op, ties="dense"), op_id, keys, groups
        ),
    ),
    "equal ranks get the first place": (
        ordering,
        "_shared",
        lambda op, op_id, first, number, tied: number if op.ties == "dense" else first,
    ),
    "the lowest few count for the highest": (
        crossing,
        "pick",
        lambda op, *rest: ordering.pick(evolve(op, keep="lowest"), *rest),
    ),
    "what a share leaves over is lost": (
        ordering,
        "_largest_remainders",
        lambda pool, shares, places: [
            rationals.rounded(Fraction(pool) * share / sum(shares), places, "down")
            for share in shares
        ],
    ),
    "the period before is this one": (
        series,
        "_before",
        lambda op, periods, places, owner, index: index,
    ),
    "the first day counts": (
        calendars,
        "_counted",
        lambda first, last, days: COUNTED(first, last, days) + 1,
    ),
    "a blank beside a fault is no fault": (
        operations,
        "_needed",
        lambda value, op, index: NOTHING if value is BLANK else value,
    ),
    "a sum is spoilt by what is nothing": (
        aggregates,
        "_trouble",
        lambda op, counts, value, index: value if is_fault(value) or value is NOTHING else None,
    ),
    "a veto lowers past its floor": (
        operations,
        "_lower",
        lambda op, values: LOWER(evolve(op, floor=op.grades[-1]), values),
    ),
}
LOWER, COUNTED = operations._lower, calendars._counted


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_wrong_engine_is_found(mutation: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within 200 pairs."""
    module, name, wrong = MUTATIONS[mutation]
    monkeypatch.setattr(module, name, wrong)
    assert any(trial.compared.divergence for trial in trials(range(50), 4))


#: Lowerings done wrongly: what, and how instead.
PLANS: dict[str, tuple[str, Callable[..., Any]]] = {
    "an absent item counts 0 where it is named": (
        "referred",
        lambda self, declaration: self.declaration(declaration),
    ),
    "a stage is for every kind of unit": ("limited", lambda self, declaration, op: op),
}


@pytest.mark.parametrize("mutation", PLANS)
def test_a_wrong_plan_is_found(mutation: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name, wrong = PLANS[mutation]
    monkeypatch.setattr(Lowering, name, wrong)
    found = (
        compared(checkup, year(checkup.checked, made.hints, "wrong")).divergence
        for made in map(policy, range(60))
        if (checkup := check(Source("wrong.guiju", made.text))).plan is not None
    )
    assert any(found)

"""Parsing and checking a policy of ten thousand lines, and the founding policy beside it."""

from __future__ import annotations

from guiju.engine.examine import examine
from guiju.engine.pipeline import check
from guiju.engine.plan.lower import lower
from guiju.engine.reach.prove import prove
from guiju.grammar.read import read
from guiju.grammar.source import Source
from measure import POLICY, median, show
from support.policies import long_policy

LINES = 10_000


def report(name: str, text: str) -> None:
    """The two stages of one text."""
    source = Source(name, text)
    if check(source).plan is None:
        raise SystemExit(f"{name} is not valid")
    show(f"{name}: lines", text.count("\n"), "")
    show(f"{name}: read", median(lambda: read(source)), "s")
    show(f"{name}: read, check, lower and prove", median(lambda: check(source)), "s")
    checked = examine(source).checked
    plan = lower(checked)
    show(f"{name}: ranges and proofs alone", median(lambda: prove(checked, plan)), "s")


def main() -> None:
    """Both texts in a warm process, medians."""
    report("founding policy", POLICY.read_text(encoding="utf-8"))
    report("long policy", long_policy(LINES))


if __name__ == "__main__":
    main()

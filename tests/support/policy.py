"""The founding policy: its text, and the plan of that text or of an edit of it."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from guiju.engine.pipeline import Checkup, check
from guiju.engine.plan.plan import Plan
from guiju.grammar.source import Source


@cache
def founding_text() -> str:
    """The policy file as shipped."""
    folder = resources.files("guiju.policies") / "songyuan"
    return (folder / "2009.guiju").read_text(encoding="utf-8")


@cache
def founding_rules() -> str:
    """The policy without its worked examples, which explain the rules and change none."""
    return re.sub(r"\n示例 [^\n]*\{\n(?:[^}\n][^\n]*\n|\n)*\}\n", "\n", founding_text())


@cache
def checked(text: str) -> Checkup:
    """A policy text read and checked."""
    return check(Source("2009.guiju", text))


def plan_of(text: str) -> Plan:
    """The plan of a text that must be sound."""
    checkup = checked(text)
    assert checkup.plan is not None, [f.message("en") for f in checkup.diagnostics]
    return checkup.plan


def founding_plan() -> Plan:
    """The plan of the policy as shipped."""
    return plan_of(founding_text())


def edited(*edits: tuple[str, str]) -> str:
    """The founding text after edits, each of which must match exactly once."""
    text = founding_text()
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times"
        text = text.replace(old, new)
    return text

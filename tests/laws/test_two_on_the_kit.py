"""The two evaluators on the conformance kit: cases written by hand, with good data and bad."""

from __future__ import annotations

from pathlib import Path

import pytest
from conformance import kit
from guiju.cli.inputs import load_data
from guiju.engine.pipeline import check
from guiju.grammar.source import Source
from reference.compare import Compared
from reference.trial import compared

FOLDERS = sorted({case.path.parent.name for case in kit.cases()})


def tried(case: kit.Case, folder: Path) -> Compared | None:
    """What both say of a case; None where checking refuses it, so that there is nothing to compare."""
    checkup = check(Source("policy.guiju", case.policy))
    if checkup.plan is None:
        return None
    return compared(checkup, load_data(case.write(folder)[1], checkup.plan.tables)[0])


@pytest.mark.parametrize("folder", FOLDERS)
def test_they_agree_on_the_conformance_kit(folder: str, tmp_path: Path) -> None:
    cases = [case for case in kit.cases() if case.path.parent.name == folder]
    found = {case.id: tried(case, tmp_path / case.path.stem) for case in cases}
    assert not {id: one.divergence for id, one in found.items() if one and one.divergence}
    with_results = [case for case in cases if case.expected.keys() & {"units", "rows", "uses"}]
    assert all(found[case.id] for case in with_results)


def test_most_cases_have_a_result() -> None:
    expected = (case.expected.keys() & {"units", "rows", "uses"} for case in kit.cases())
    assert sum(map(bool, expected)) > 200

"""The engine passes the conformance kit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conformance import kit
from guiju.cli.inputs import load_data
from guiju.cli.main import main
from guiju.cli.render.machine import finding_objects
from guiju.engine.pipeline import check
from guiju.engine.report.data import result_data
from guiju.engine.result import evaluate
from guiju.grammar.diagnostics import Diagnostic, Severity
from guiju.grammar.source import Source


@pytest.mark.parametrize("case", kit.cases(), ids=lambda case: case.id)
def test_case(case: kit.Case, tmp_path: Path) -> None:
    findings, result = outcome(case, tmp_path)
    assert list(kit.differences(case, findings, result)) == []


@pytest.mark.parametrize("id", ["data/same-mistake-often", "veto/chain", "steps/both-closed"])
def test_the_command_line_prints_the_same(
    id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What ``run.py`` reads of another implementation, ours prints too."""
    case = next(case for case in kit.cases() if case.id == id)
    policy, data = map(str, case.write(tmp_path))
    with pytest.raises(SystemExit):
        main(["evaluate", "--format", "json", policy, data])
    found = json.loads(capsys.readouterr().out)
    findings, result = (found, None) if isinstance(found, list) else (found["findings"], found)
    assert list(kit.differences(case, findings, result)) == []


def outcome(case: kit.Case, folder: Path) -> tuple[list[dict[str, object]], Any]:
    """What ``check`` and ``evaluate`` say, without the processes around them."""
    source = Source("policy.guiju", case.policy)
    checkup = check(source)
    found: list[Diagnostic] = list(checkup.diagnostics)
    if checkup.plan is None:
        return finding_objects(found, source, "zh"), None
    dataset, about_data = load_data(case.write(folder)[1], checkup.plan.tables)
    register = dataset.tables[checkup.plan.register.name]
    # Without units there is nothing to run a policy over.
    result = evaluate(checkup.plan, dataset) if register.size else None
    found += (*about_data, *(result.findings if result else ()))
    errors = any(one.severity is Severity.ERROR for one in found)
    data = None if result is None or errors or not result.sound else result_data(result)
    return finding_objects(found, source, "zh"), data

"""Values taken over from earlier runs are those that would have been worked out."""

from __future__ import annotations

import pytest
from diff.test_laws import PARAMETERS
from guiju.engine.evaluate.known import Known
from guiju.engine.result import evaluate
from support.policy import edited, founding_plan, plan_of
from support.runs import replaced
from support.sample import sample

EDITS = (
    PARAMETERS[:3],
    (PARAMETERS[3],),
    PARAMETERS[4:6],
    *((edit,) for edit in PARAMETERS[6:]),
    (("  同一：事项，取最高\n", ""),),
    (("  情形 未调整 { 当：调整批准日期 为空；取：目标值 }\n", ""),),
)


@pytest.mark.parametrize("edits", EDITS, ids=range(len(EDITS)))
def test_a_run_that_knows_others_is_a_run_by_itself(edits: tuple[tuple[str, str], ...]) -> None:
    """Every value of every operation, faults and all, and so every finding."""
    known, plan = Known(), plan_of(edited(*edits))
    evaluate(founding_plan(), sample(), known=known)
    apart, drawing = evaluate(plan, sample()), evaluate(plan, sample(), known=known)
    for op_id in range(len(plan.ops)):
        assert list(drawing.run.values[op_id]) == list(apart.run.values[op_id]), plan.ops[op_id]
    assert drawing.findings == apart.findings


def test_other_data_are_not_known() -> None:
    known, plan = Known(), founding_plan()
    evaluate(plan, sample(), known=known)
    other = replaced(sample(), "日常评估", "自我评估", 0, 12)
    apart, drawing = evaluate(plan, other), evaluate(plan, other, known=known)
    total = plan.outcome.total
    assert total is not None
    assert drawing.run.values[total] == apart.run.values[total]
    assert drawing.run.values[total] != evaluate(plan, sample()).run.values[total]


def test_what_the_last_run_worked_out_is_known_to_the_next_and_no_longer() -> None:
    """States run one after the other, without traces: each the same as by itself."""
    known = Known()
    evaluate(founding_plan(), sample(), known=known)
    for edits in (*EDITS, *reversed(EDITS)):
        plan = plan_of(edited(*edits))
        apart, drawing = (evaluate(plan, sample(), False, one) for one in (None, known))
        for export in plan.exports:
            assert drawing.run.values[export.op] == apart.run.values[export.op], export.title
        assert drawing.findings == apart.findings

"""Which changes can matter: what is called proved never changes a result, and who is shown to get
something else does."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random

import pytest
from diff.comparing import compared
from diff.editing import EDITS, attempt
from diff.pairs import PAIRS, Pair
from guiju.engine.data.tables import Dataset
from guiju.engine.diff.needs import contract
from guiju.engine.evaluate.values import is_fault
from guiju.engine.examine import examine
from guiju.engine.matter.forms import Forms
from guiju.engine.matter.judge import Matter, Matters, Verdict, matters
from guiju.engine.matter.normal import normal
from guiju.engine.matter.outcomes import RESULTS, comparable, differing
from guiju.engine.matter.targets import Answer, NoAnswer
from guiju.engine.plan.lower import lower
from guiju.engine.plan.plan import Plan
from guiju.engine.report.matter import given_lines
from guiju.engine.result import evaluate
from guiju.engine.trial.suite import run_suite
from guiju.grammar.diagnostics import decimal_text
from guiju.grammar.source import Source
from support.policy import founding_plan, founding_text
from support.sample import sample
from support.year import generate

SMALL = (Path(__file__).parent / "policies" / "attendance.guiju").read_text(encoding="utf-8")

#: Changes that leave every result as it is, each for a reason of its own.
IDLE = {
    "a cap above what can be reached": ("附加分 { 取：取小（加班分 ＋ 补助，8分） }", "附加分 { 取：取小（加班分 ＋ 补助，7分） }"),
    "a case that nobody reaches": ("当：加班 ＞ 6次；取：5分", "当：加班 ＞ 6次；取：9分"),
    "the bound of such a case": ("当：加班 ＞ 6次", "当：加班 ＞ 5次"),
    "a bound between two values": ("加班 ＞ 3次", "加班 ≥ 4次"),
    "a band between two values": ("优秀：90分以上", "优秀：超过89.96分"),
    "a floor below everything": ("步骤 附加分 { 取：取小（", "步骤 附加分 { 取：取大（0分，取小（"),
    "the order of a sum": ("加班分 ＋ 补助", "补助 ＋ 加班分"),
    "a value nobody reads": ("核算 年度得分 {", "取值 备用 { 出处：“第二条”；取：补助 × 2 }\n核算 年度得分 {"),
    "a column of the result": ("等次：年度等次 }", "等次：年度等次；附加：附加分 }"),
}  # fmt: skip

#: Changes that look much like them and matter.
TELLING = {
    "a cap that is reached": ("，8分） }", "，6分） }"),
    "a case that is reached": ("当：加班 ＞ 3次；取：4分", "当：加班 ＞ 3次；取：5分"),
    "a bound on a value": ("加班 ＞ 3次", "加班 ＞ 2次"),
    "a band on a value": ("优秀：90分以上", "优秀：超过90分"),
    "a rounding": ("（出勤分 ＋ 附加分，1位）", "（出勤分 ＋ 附加分，0位）"),
    "another unit": ("步骤 总分 { 取：四舍五入（出勤分 ＋", "步骤 总分 { 取：四舍五入（出勤分 × 0.99 ＋"),
    "what follows": ("则：“发一次性奖金”", "则：“通报表扬”"),
    "who it follows for": ("当：年度等次 = 优秀", "当：年度等次 = 合格"),
    "a bound of the figures": ("  合格：60分以上不足90分\n  不合格：低于60分", "  合格：61分以上不足90分\n  不合格：低于61分"),
}  # fmt: skip


def other(edit: tuple[str, str]) -> str:
    """The small policy with one thing otherwise."""
    old, new = edit
    assert SMALL.count(old) == 1, old
    text = SMALL.replace(old, new)
    if "取大（0分" in new:
        text = text.replace("补助，8分） }", "补助，8分）） }")
    return text


@cache
def judged(text: str) -> Matters:
    return matters(compared(text, SMALL))


@pytest.mark.parametrize("edit", IDLE.values(), ids=IDLE)
def test_what_changes_nothing_is_proved(edit: tuple[str, str]) -> None:
    found = judged(other(edit))
    assert found.verdicts
    assert {one.verdict for one in found.verdicts} == {Verdict.PROVED}
    assert found.complete


@pytest.mark.parametrize("edit", TELLING.values(), ids=TELLING)
def test_what_matters_has_a_witness(edit: tuple[str, str]) -> None:
    """The unit is run as a worked example of the real texts, and gets what was said of it."""
    text = other(edit)
    for one in judged(text).verdicts:
        assert one.verdict is Verdict.MATTERS
        assert rerun(one, SMALL, text) > 0


NAMES = {"total": "总分", "grade": "年度等次"}


def rerun(one: Matter, old: str, new: str) -> int:
    """How many of the values that a unit gets were tried as examples of both policies: each comes
    out as said, and where the two differ not the other's."""
    assert one.states is not None
    (witness,) = one.witnesses
    assert any(got.old != got.new for got in witness.got)
    lines, tried = given_lines(witness, one.states, "zh"), 0
    for got in witness.got:
        for text, own, others in ((old, got.old, got.new), (new, got.new, got.old)):
            if got.kind in NAMES and not isinstance(own, NoAnswer):
                name = NAMES[got.kind]
                assert passes(text, lines, name, written(own))
                if not isinstance(others, NoAnswer):
                    assert passes(text, lines, name, written(others)) is (own == others)
                else:
                    assert not passes(new if text is old else old, lines, name, written(own))
        tried += 1
    return tried


def written(value: Answer | None) -> str:
    assert value is not None
    if isinstance(value, (int, Fraction)):
        return f"{decimal_text(value)}分"
    return str(value)


def passes(text: str, lines: list[str], name: str, value: str) -> bool:
    """Whether a worked example with what is given comes out as it says."""
    example = "\n".join(["示例 见证 {", *lines, f"  应得 {{ {name}：{value} }}", "}", ""])
    found = examine(Source("", f"{text}\n{example}"))
    assert found.whole, [d.message("zh") for d in found.diagnostics]
    return run_suite(found.checked).passed


def test_a_change_that_gives_no_answer_is_not_proved() -> None:
    """A gap in the bands: some have no result any more, and none is made up for them."""
    found = judged(SMALL.replace("合格：60分以上不足90分", "合格：60分以上不足89分"))
    assert [one.verdict for one in found.verdicts] != [Verdict.PROVED]


def test_both_ends_count() -> None:
    """Raising a cap that nobody reached matters as soon as another change lets it be reached."""
    old = SMALL.replace("补助，8分） }", "补助，7分） }")
    new = SMALL.replace("取：4分 }", "取：9分 }")
    verdicts = {
        one.changes[0].block: one for one in matters(compared(new, old)).verdicts
    }  # the cap of the step, the value of the case
    assert [one.verdict for one in verdicts.values()] == [Verdict.MATTERS] * 2
    assert verdicts["step"].last
    assert not verdicts["case"].last


# ── what only shows between several units ──

#: The small policy with ranks, and grades by them.
RANKED = SMALL.replace(
    SMALL[SMALL.index("等次 年度等次 {") : SMALL.index("运用 奖金 {")],
    """分组 同类 { 出处：“第四条”；按：类型 }
分组 全体 { 出处：“第四条” }

排名 名次 { 出处：“第四条”；依据：总分；分组：同类；次序：由高到低；并列：同名次；同分依据：出勤分；作为结果：是 }

取值 名额 { 出处：“第四条”；取：舍去（计数（单位 按 同类） × 40％，0位） }

等次 年度等次 {
  出处：“第四条”
  情形 优秀 { 当：名次 ≤ 名额 }
  其余 合格 { }
}

""",
)
#: Changes that two or more units must be held together for.
BETWEEN = {
    "what ties go by": ("同分依据：出勤分", "同分依据：补助"),
    "no more tie-break": ("；同分依据：出勤分", ""),
    "what equal ones get": ("并列：同名次；同分依据：出勤分", "并列：同末位；同分依据：出勤分"),
    "a quota": ("40％", "50％"),
    "its rounding": (
        "舍去（计数（单位 按 同类） × 40％，0位）",
        "舍去（（计数（单位 按 同类） － 1） × 40％，0位）",
    ),
    "the groups": ("分组：同类；次序", "分组：全体；次序"),
    "the order": ("由高到低", "由低到高"),
}


@pytest.mark.parametrize("edit", BETWEEN.values(), ids=BETWEEN)
def test_what_matters_between_units_has_several_witnesses(edit: tuple[str, str]) -> None:
    """They are run as the units of one worked example of the real texts."""
    assert RANKED.count(edit[0]) == 1
    text = RANKED.replace(*edit)
    (one,) = matters(compared(text, RANKED)).verdicts
    assert one.verdict is Verdict.MATTERS and one.states is not None
    assert len(one.witnesses) > 1
    assert any(got.old != got.new for witness in one.witnesses for got in witness.got)
    for place, of in enumerate((RANKED, text)):
        assert together(of, one, place)
        assert not together(text if of is RANKED else RANKED, one, place)


def together(text: str, one: Matter, place: int) -> bool:
    """Whether the units together get what is said of them under the old policy (0) or the new."""
    lines, names = ["示例 见证 {"], {"rank": "名次", "grade": "年度等次"}
    for number, witness in enumerate(one.witnesses):
        assert one.states is not None
        gets = ((got.kind, (got.old, got.new)[place]) for got in witness.got)
        said = "；".join(f"{names[kind]}：{plainly(v)}" for kind, v in gets if kind in names)
        given = given_lines(witness, one.states, "zh")
        lines += [
            f"单位 单位{'甲乙丙丁戊己庚辛壬癸'[number]} {{",
            *given,
            f"应得 {{ {said} }}",
            "}",
        ]
    found = examine(Source("", "\n".join([text, *lines, "}", ""])))
    assert found.whole, [d.message("zh") for d in found.diagnostics]
    return run_suite(found.checked).passed


def plainly(value: Answer | None) -> str:
    return decimal_text(value) if isinstance(value, (int, Fraction)) else str(value)


@pytest.mark.parametrize("new", ["同分依据：出勤分，总分", "同分依据：出勤分，出勤分"])
def test_a_tie_break_that_never_decides_has_no_witness(new: str) -> None:
    (one,) = matters(compared(RANKED.replace("同分依据：出勤分", new), RANKED)).verdicts
    assert one.verdict is not Verdict.MATTERS and one.witnesses == ()


# ── proofs held against data ──


@cache
def years() -> tuple[Dataset, ...]:
    return (sample(), generate(40, 1))


def plan_if_sound(text: str) -> Plan | None:
    found = examine(Source("", text))
    return lower(found.checked) if found.sound else None


def proved_same(old: Plan, new: Plan) -> bool:
    forms = Forms()
    before, after = normal(old, forms), normal(new, forms)
    alike = comparable(old, new) and before.kinds == after.kinds
    return alike and not any(o.kind in RESULTS for o in differing(before, after))


def answers(plan: Plan, dataset: Dataset) -> dict[str, list[object]]:
    """What every unit gets; no answer is one too."""
    run, outcome = evaluate(plan, dataset).run, plan.outcome
    final = outcome.veto.final if outcome.veto else outcome.grade
    ops = {"total": outcome.total, "rank": outcome.rank, "grade": final}
    ops |= {f"{u.name} {due.name}": due.op for u in plan.uses for due in u.quotas}
    ops |= {u.name: u.when for u in plan.uses}
    return {
        name: ["fault" if is_fault(value) else value for value in run.values[op]]
        for name, op in ops.items()
        if op is not None
    }


@pytest.mark.parametrize("start", range(0, 80, 20))
def test_a_random_edit_that_is_proved_changes_no_result(start: int) -> None:
    """On data that sit on the bounds, nobody gets anything else."""
    old, proved = founding_plan(), 0
    for seed in range(start, start + 20):
        random = Random(seed)
        edit = attempt(random.choice(EDITS), random, founding_text())
        new = plan_if_sound(edit.text) if edit is not None else None
        if new is None or contract(old) != contract(new) or not proved_same(old, new):
            continue
        proved += 1
        for dataset in years():
            assert answers(new, dataset) == answers(old, dataset), edit
    assert proved, "no edit was proved: nothing was tried"


@pytest.mark.parametrize("pair", PAIRS[1:], ids=lambda pair: pair.name)
def test_the_shipped_pair(pair: Pair) -> None:
    """Every change of the townships is proved idle or has its witness."""
    old, new = (Path(path).read_text(encoding="utf-8") for path in pair.policies)
    found = matters(compared(new, old))
    assert found.complete
    assert not found.of(Verdict.OPEN)
    assert [one.changes[0].aspect for one in found.of(Verdict.PROVED)] == [
        "year", "报告情况", "最终等级"
    ]  # fmt: skip

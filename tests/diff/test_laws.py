"""Laws of a difference: nothing for the same policy, and the mirror of itself backwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from diff.comparing import compared, in_short, parsed, signature
from diff.editing import EDITS, attempt
from diff.next_year import next_year
from diff.pairs import PAIRS, Pair
from diff.rewriting import english, narrow, respaced
from guiju.engine.diff.carry import start
from guiju.engine.diff.changes import ChangeClass, Difference
from guiju.engine.diff.compare import difference
from guiju.engine.diff.replay import Replay, plan_with, replaceable
from guiju.engine.plan.text import plan_text
from guiju.engine.translate import translate
from laws.test_order_free import shuffled_entries, top_level
from support.policy import edited, founding_text, plan_of
from support.sample import FOLDER

#: Every policy that comes with the package.
SHIPPED = sorted(FOLDER.parent.glob("*/*.guiju"))

PARAMETERS = (
    ("环节 基础工作评估（3％）", "环节 基础工作评估（5％）"),
    ("环节 跟踪评估（6％）", "环节 跟踪评估（4％）"),
    ("环节 定期调度（3％）", "环节 定期调度（1％）"),
    ("  封顶：5分", "  封顶：2.5分"),
    ("优秀：90分以上", "优秀：超过88分"),
    ("良好：80分以上不足90分", "良好：80分至88分"),
    ("（加分后得分，2位）", "（加分后得分，1位）"),
    ("截止：10月30日", "截止：9月末"),
    ("上等：95分", "上等：98分"),
    ("取：95分 － 20分 ×", "取：95分 － 25分 ×"),
)


def test_a_policy_does_not_differ_from_itself() -> None:
    assert compared(founding_text()).changes == ()


@pytest.mark.parametrize("rewrite", [narrow, respaced, english], ids=lambda f: f.__name__)
def test_the_same_policy_written_otherwise_does_not_differ(rewrite: object) -> None:
    text = rewrite(founding_text())  # type: ignore[operator]
    assert text != founding_text()
    assert [in_short(change) for change in compared(text).changes] == []


@pytest.mark.parametrize("policy", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_translation_does_not_differ(policy: Path) -> None:
    """Nothing is a difference of language, in rules and in examples: 是, 否 and 空 neither."""
    text = policy.read_text(encoding="utf-8")
    other = translate(parsed(text), "en")
    assert other != text
    assert [in_short(change) for change in compared(other, text).changes] == []


def test_no_value_in_a_rule_is_the_same_in_both_languages() -> None:
    """取：空 says in a rule that there is no value."""
    one = edited(("取：0分；提示：“评审已通过", "取：空；提示：“评审已通过"))
    other = one.replace("取：空；", "取：nothing；")
    assert other != one
    assert compared(other, one).changes == ()
    assert len(compared(other).changes) == 1


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_declarations_is_no_difference(seed: int) -> None:
    blocks = top_level(founding_text())
    text = "\n".join(Random(seed).sample(blocks, len(blocks)))
    text = shuffled_entries(text, Random(seed))
    assert [in_short(change) for change in compared(text).changes] == []


@pytest.mark.parametrize("seed", range(40))
def test_backwards_is_the_mirror(seed: int) -> None:
    """Read from the new policy to the old, every change is there with its sides exchanged."""
    random, text = Random(seed), founding_text()
    for _ in range(3):
        found = attempt(random.choice(EDITS), random, text)
        text = found.text if found else text
    there, back = compared(text), compared(founding_text(), text)
    assert signature(there, backwards=True) == signature(back)


@pytest.mark.parametrize("text", [next_year(), edited(*PARAMETERS)], ids=["year", "parameters"])
def test_backwards_is_the_mirror_of_a_whole_year(text: str) -> None:
    there, back = compared(text), compared(founding_text(), text)
    assert signature(there, backwards=True) == signature(back)


def test_applying_all_parameter_changes_gives_the_other_plan() -> None:
    text = edited(*PARAMETERS)
    found = compared(text)
    assert {change.kind for change in found.changes} == {ChangeClass.PARAMETER}
    assert len(found.changes) == len(PARAMETERS)
    plan = plan_with(found, replaceable(found))
    assert plan is not None
    assert plan_text(plan) == plan_text(plan_of(text))


def test_changes_are_listed_as_the_new_document_runs() -> None:
    found = compared(edited(*PARAMETERS))
    starts = [change.new.span.start for change in found.changes if change.new]
    assert starts == sorted(starts)


def text_of(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_backwards_is_the_mirror_of_the_shipped_pairs(pair: Pair) -> None:
    old, new = map(text_of, pair.policies)
    there, back = compared(new, old), compared(old, new)
    assert signature(there, backwards=True) == signature(back)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
@pytest.mark.parametrize("rewrite", [narrow, respaced, english], ids=lambda f: f.__name__)
def test_writing_either_side_otherwise_changes_no_difference(
    pair: Pair, rewrite: Callable[[str], str]
) -> None:
    """The changes are the same ones; only their words are as they are written."""
    old, new = map(text_of, pair.policies)

    def told(found: Difference) -> list[tuple[str, str, str, str | None]]:
        return [(c.kind.value, c.act.value, c.block, c.aspect) for c in found.changes]

    wanted = told(compared(new, old))
    assert told(compared(rewrite(new), old)) == wanted
    assert told(compared(new, rewrite(old))) == wanted


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_shuffled_declarations_change_no_difference(pair: Pair) -> None:
    old, new = map(text_of, pair.policies)
    blocks = top_level(new)
    shuffled = "\n".join(Random(3).sample(blocks, len(blocks)))
    told = [Counter(in_short(c) for c in compared(text, old).changes) for text in (new, shuffled)]
    assert told[0] == told[1]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_all_changes_together_are_the_new_policy(pair: Pair) -> None:
    """The old policy on the new one's terms, with every change made, differs from the new policy in
    nothing that computes."""
    old, new = map(text_of, pair.policies)
    begin = start(compared(new, old), carry=True)
    made = begin.replay.examined(begin.replay.applicable(), whole=True)
    assert made.sound
    left = Replay(difference(made.checked, parsed(new))).applicable()
    assert [in_short(change) for change in left] == []

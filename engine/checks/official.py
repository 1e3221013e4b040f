"""Several rankings or grades of units: which one the result goes by is said."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Diagnostic, Label, Text
from ..semantics.checked import Checked
from ..semantics.codes.frames import FRAME
from ..semantics.codes.make import code
from ..semantics.official import Official, official_grades, official_ranking

UNSAID = code(
    "G516",
    (
        "{names}都是各单位的{kind}，没有写明结果以哪一个为准",
        "{names} are all {kind} of units, and nothing says which one the result goes by",
    ),
    what=(
        "单位有两个以上的排名（或等次），结果里的名次、总分、等次不知道用哪一个；或有两个都写了“作为结果：是”。",
        "Units have several rankings, or grades, and the result could go by any of them; or two "
        "are marked.",
    ),
    why=(
        "写在前面的不一定是作准的：候选的名次写在前面，公布的就成了候选名次。",
        "The first in the file need not be the one that counts.",
    ),
    mend=(
        "在作准的那一个里写“作为结果：是”；其余的照样算，结果表里也照样列。不写也清楚的（名次和等次依据同一个数，"
        "否决作用于那个等次）不必写。",
        "Mark the one that counts with “official: yes”; the others are worked out all the same. No "
        "mark is needed where one goes by what the grades go by, or the vetoes act on one.",
    ),
    bad="""
分组 全体 { 出处：“五” }
排名 候选名次 { 出处：“五”；依据：日常评估.定期调度；分组：全体；次序：由高到低；并列：同名次 }
排名 总名次 { 出处：“五”；依据：日常评估.基础工作；分组：全体；次序：由高到低；并列：同名次 }""",
    good="""
分组 全体 { 出处：“五” }
排名 候选名次 { 出处：“五”；依据：日常评估.定期调度；分组：全体；次序：由高到低；并列：同名次 }
排名 总名次 {
  出处：“五”
  依据：日常评估.基础工作
  分组：全体
  次序：由高到低
  并列：同名次
  作为结果：是
}""",
    hint=(
        "在作准的那一个里写“作为结果：是”",
        "write “official: yes” in the one that counts",
    ),
    frame=FRAME,
)


def inspect(checked: Checked) -> Iterator[Diagnostic]:
    """One finding for rankings, one for grades."""
    yield from _unsaid(official_grades(checked))
    yield from _unsaid(official_ranking(checked))


def _unsaid(found: Official) -> Iterator[Diagnostic]:
    if not found.rivals:
        return
    first, *others = found.rivals
    names = "、".join(f"“{rival.name}”" for rival in found.rivals)
    kind = Text(first.kind.zh, first.kind.en)
    labels = tuple(Label(rival.span, Text("还有这一个", "and this one")) for rival in others)
    yield Diagnostic(UNSAID, first.span, {"names": names, "kind": kind}, labels)

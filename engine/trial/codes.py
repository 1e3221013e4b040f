"""Codes of what trying an example brings to light (G931 to G937)."""

from __future__ import annotations

from typing import TypeAlias

from ...grammar.diagnostics import Code, Page, Severity, Text
from ..semantics.codes.frames import GRADED

Pair: TypeAlias = "tuple[str, str]"

_GOOD = "示例 及格 {\n  给定 日常评估 { 基础工作：60分 }\n  应得 { 拟定等次：合格 }\n}\n"
_REQUIRED = GRADED.replace(
    "{example}",
    "校验 申报分不超过五分 { 出处：“四（三）”；逐行：加分申报；要求：申报分 ≤ 5分 }\n\n{example}",
)
#: A table of years below the units, and one of events below its rows.
_NESTED = GRADED.replace(
    "{example}",
    """\
数据表 年度表 {
  出处：“四（一）”
  文件：“年度.csv”
  主键：单位、年度
  列 { 单位：单位；年度：整数；考核分：分 }
}

数据表 事件表 {
  出处：“四（一）”
  文件：“事件.csv”
  归属：年度表
  列 { 单位：单位；年度：整数；扣分：分 }
}

取值 年度得分 { 出处：“四（一）”；逐行：年度表；取：考核分 － 合计（事件表.扣分） }

提示 低分 { 出处：“四（一）”；逐行：年度表；当：年度得分 ＜ 60分；内容：“低分” }

{example}""",
)


def _code(  # noqa: PLR0913
    id: str, message: Pair, hint: Pair, *, what: Pair, why: Pair, mend: Pair, bad: str,
    good: str = _GOOD, frame: str = GRADED,
) -> Code:  # fmt: skip
    """A code of ``guiju test``; ``bad`` and ``good`` are examples in a policy."""
    page = Page(Text(*what), Text(*why), Text(*mend), bad, good, frame=frame)
    return Code(id, Severity.ERROR, Text(*message), page, Text(*hint))


NOT_GIVEN = _code(
    "G931",
    (
        "示例“{example}”没有给出“{missing}”，算不出“{name}”",
        "the example “{example}” does not give “{missing}”, so “{name}” cannot be worked out",
    ),
    ("在“给定”里补上", "add it to what is given"),
    what=("算这个值要用到的一个数，示例没有给。", "A value is needed that is not given."),
    why=("没有给的数不能替您假定。", "What is not given is never assumed."),
    mend=(
        "在“给定”里写上它；也可以直接给出由它算出的值。",
        "Give it, or give the value that is worked out from it.",
    ),
    bad="示例 及格 {\n  应得 { 拟定等次：合格 }\n}\n",
)
DIFFERS = _code(
    "G932",
    (
        "示例“{example}”：“{name}”应得{expected}，算得{found}{difference}",
        "the example “{example}”: “{name}” should be {expected} and is {found}{difference}",
    ),
    (
        "示例写对了，就改政策；政策写对了，就改示例",
        "mend the policy if the example is right, or else the example",
    ),
    what=("照政策算出的结果和示例写的不一样。", "The policy gives another result than stated."),
    why=(
        "示例是按文件人工算的；不一样，就说明有一处写错了。",
        "The example was worked out by hand from the document: one of the two is wrong.",
    ),
    mend=(
        "看政策里画出的每个数，找出和文件不一致的一处。",
        "Look at the figures drawn under the policy's line for the one that is not as in the text.",
    ),
    bad="示例 及格 {\n  给定 日常评估 { 基础工作：59分 }\n  应得 { 拟定等次：合格 }\n}\n",
)
CANNOT = _code(
    "G933",
    (
        "示例“{example}”：“{name}”应得{expected}，却算不出：{reason}",
        "the example “{example}”: “{name}” should be {expected}; it has no value: {reason}",
    ),
    ("核对给定的值，或核对政策", "check what is given, or the policy"),
    what=("用给定的值算到一半，算不下去了。", "With the values given there is no result."),
    why=(
        "真有这样的数据时，核算也会停在这里。",
        "With such data an evaluation would stop here too.",
    ),
    mend=(
        "给定的值写错了就改；确会出现这种数据的，在政策里写明怎么算。",
        "Mend the values given; where such data occur, let the policy say what counts.",
    ),
    bad="示例 没有申报 {\n  给定 { 公务员人数：0人 }\n  要求：100 ÷ 公务员人数 ＞ 1\n}\n",
    good="示例 没有申报 {\n  给定 { 公务员人数：10人 }\n  要求：100 ÷ 公务员人数 ＞ 1\n}\n",
)
CONDITION = _code(
    "G934",
    (
        "示例“{example}”：要求“{name}”不成立{values}",
        "the example “{example}”: “{name}” does not hold{values}",
    ),
    (
        "示例写对了，就改政策；政策写对了，就改示例",
        "mend the policy if the example is right, or else the example",
    ),
    what=("示例要求的条件不成立。", "A condition that the example states does not hold."),
    why=(
        "示例说的是按文件应当如此。",
        "The example says how it must be by the document.",
    ),
    mend=("看条件下面画出的数。", "Look at the figures drawn under the condition."),
    bad="示例 及格 {\n  给定 日常评估 { 基础工作：59分 }\n  要求：日常评估.基础工作 ≥ 60分\n}\n",
)
BROKEN = _code(
    "G935",
    (
        "示例“{example}”：{kind}“{name}”不成立{values}",
        "the example “{example}”: the {kind} “{name}” does not hold{values}",
    ),
    (
        "核对给定的值；本来就是要它不成立的，写上：违反：{name}",
        "check the values given; if it is meant to fail, write: breaks: {name}",
    ),
    what=(
        "示例给出的数据通不过政策的一条校验，或者越过了一条底线。",
        "What the example gives fails a requirement or an invariant of the policy.",
    ),
    why=(
        "这样的数据在核算时会被拦下，示例算得再对也用不上。",
        "An evaluation would stop at such data, so the example shows nothing.",
    ),
    mend=(
        "改给定的值；专门要说明校验管用的示例，写“违反”。",
        "Mend the values; an example of a failing requirement says so with “breaks”.",
    ),
    bad="示例 多报 {\n  给定 加分申报 { 申报分：6分 }\n  要求：合计（加分申报.申报分） = 6分\n}\n",
    good="示例 多报 {\n  给定 加分申报 { 申报分：6分 }\n  违反：申报分不超过五分\n}\n",
    frame=_REQUIRED,
)
NOT_AS_SAID = _code(
    "G936",
    (
        "示例“{example}”应当{said}校验“{name}”，却{found}",
        "the example “{example}” should {said} “{name}”, but {found}",
    ),
    ("核对给定的值，或核对校验", "check the values given, or the requirement"),
    what=(
        "示例写了“违反”或“满足”，结果不是这样。",
        "The example says that a requirement fails or holds, and it does not.",
    ),
    why=(
        "该拦下的数据没有拦下，校验就没有用。",
        "A requirement that lets wrong data pass is of no use.",
    ),
    mend=("核对校验的条件，或示例给的值。", "Check the requirement, or the values given."),
    bad="示例 多报 {\n  给定 加分申报 { 申报分：5分 }\n  违反：申报分不超过五分\n}\n",
    good="示例 多报 {\n  给定 加分申报 { 申报分：5分 }\n  满足：申报分不超过五分\n}\n",
    frame=_REQUIRED,
)
ORPHAN = _code(
    "G937",
    (
        "示例“{example}”：“{table}”里{cells}的一行，在“{owner}”里没有给定它所属的行",
        "the example “{example}”: the row of “{table}” with {cells} belongs to no row of “{owner}”",
    ),
    ("加上：给定 {owner} {{ {cells} }}，或核对这里写的值", "add: given {owner} {{ {cells} }}"),
    what=(
        "这一行属于另一张表的一行，那一行示例没有给。",
        "The row belongs to a row of another table, which the example does not give.",
    ),
    why=(
        "没有归属的行不参加计算，示例就没有说明它想说明的规定。",
        "A row that belongs to nothing is not reckoned with, and shows nothing.",
    ),
    mend=("补上所属的那一行，或改正写错的值。", "Give the row it belongs to, or mend the value."),
    bad="示例 扣分 {\n  给定 年度表 { 年度：2008；考核分：90分 }\n"
    "  给定 事件表 { 年度：2009；扣分：5分 }\n  应得 年度表 { 年度得分：90分 }\n}\n",
    good="示例 扣分 {\n  给定 年度表 { 年度：2008；考核分：90分 }\n"
    "  给定 事件表 { 年度：2008；扣分：5分 }\n  应得 年度表 { 年度得分：85分 }\n}\n",
    frame=_NESTED,
)
CODES: tuple[Code, ...] = (NOT_GIVEN, DIFFERS, CANNOT, CONDITION, BROKEN, NOT_AS_SAID, ORPHAN)

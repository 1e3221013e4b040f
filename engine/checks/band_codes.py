"""Codes about the bands of grades and the ranges of step tables (G501 to G509)."""

from __future__ import annotations

from ...grammar.diagnostics import Severity
from ..semantics.codes.frames import FRAME
from ..semantics.codes.make import code

#: A total of at most 100 points.
SCORED = FRAME.replace(
    "{example}",
    """\
评估 年度评估（100分） {
  出处：“四”
  折算：得分 ÷ 满分 × 权重
  环节 基础工作（100％） { 取自：日常评估 }
}

{example}""",
)


def _grades(*bands: str) -> str:
    lines = "\n".join(f"  {band}" for band in bands)
    return f"等次 拟定等次 {{\n  出处：“四（四）”\n  依据：年度评估\n{lines}\n}}"


def _steps(*bands: str) -> str:
    lines = "\n".join(f"  {band}" for band in bands)
    table = f"分段 工作分 {{\n  出处：“四（四）”\n{lines}\n}}"
    return f"{table}\n结果表 {{ 工作分：工作分（日常评估.基础工作） }}"


_GOOD = _grades("优秀：80分以上", "良好：60分以上不足80分", "较差：低于60分")

GAP = code(
    "G501",
    (
        "“{table}”有空档：{numbers}不属于任何一档，例如{witness}",
        "“{table}” has a gap: {numbers} is in no band; {witness}, for one",
    ),
    what=(
        "有的数落在两档之间，或落在各档之外。",
        "Some numbers lie between two bands, or outside all of them.",
    ),
    why=(
        "例如写“60分至79分”“80分以上”，得79.5分的单位就定不了等次。总分取整的，没有这个空档："
        "看的是政策自己写的四舍五入。",
        "With “60 to 79” and “80 and above”, a unit with 79.5 points has no grade. Where the policy"
        " itself rounds totals to whole points there is no such gap.",
    ),
    mend=(
        "把下一档写成“60分以上不足80分”；或先把总分取整，并写明出处。",
        "Let the lower band run up to below the next, or round the total first and say why.",
    ),
    bad=_grades("优秀：80分以上", "良好：60分至79分", "较差：低于60分"),
    good=_GOOD,
    hint=(
        "把各档写得首尾相接（如“60分以上不足80分”），或先把分数取整",
        "let the bands meet (“60分以上不足80分”), or round the figure first",
    ),
    frame=SCORED,
)
OVERLAP = code(
    "G502",
    (
        "“{name}”和“{other}”重叠：{numbers}两档都算{example}",
        "“{name}” and “{other}” overlap: {numbers} is in both{example}",
    ),
    what=("同一个数属于两档。", "One number is in two bands."),
    why=("定哪一档没有依据。", "Nothing says which of the two applies."),
    mend=(
        "上下界只能有一边包括这个数：以上、以下包括本数，不足、超过不包括。",
        "Only one band may include the bound: 以上 and 以下 include it, 不足 and 超过 do not.",
    ),
    bad=_grades("优秀：80分以上", "良好：60分至80分", "较差：低于60分"),
    good=_GOOD,
    hint=("写明上下界，如“60分以上不足80分”", "write both bounds, such as “60分以上不足80分”"),
    frame=SCORED,
)
EMPTY = code(
    "G503",
    ("“{name}”这一档里没有任何数", "there is no number at all in band “{name}”"),
    what=(
        "这一档的下界高于上界，或者两界之间没有数。",
        "Its lower bound is above its upper one, or no number lies between them.",
    ),
    why=("没有单位能够定为这一档，多半是数字写错了。", "Nobody can get it; a figure is wrong."),
    mend=("核对上下界。", "Check its bounds."),
    bad=_grades("优秀：80分以上", "良好：80分以上不足80分", "较差：低于80分"),
    good=_GOOD,
    hint=(
        "下界要低于上界，如“60分至79分”",
        "the lower bound must be below the upper: “60分至79分”",
    ),
    frame=SCORED,
)
UNREACHABLE = code(
    "G504",
    (
        "没有单位能够达到“{name}”（{numbers}）：按政策自己的规定，这个数只能是{reach}",
        "nobody can reach “{name}” ({numbers}): by the policy's own rules the figure is {reach}",
    ),
    what=(
        "按满分、权重、封顶和数据的范围推算，谁也到不了这一档。",
        "By full marks, weights, caps and the ranges of the data nobody can reach the band.",
    ),
    why=(
        "这一档成了空文，多半是满分、封顶或分数段写错了。",
        "It is a dead letter; a full mark, a cap or the band itself is most likely wrong.",
    ),
    mend=("核对分数段、满分和加分的封顶。", "Check the band, the full mark and the caps."),
    bad=_grades("优秀：120分以上", "良好：60分以上不足120分", "较差：低于60分"),
    good=_GOOD,
    hint=("核对分数段、满分和加分封顶", "check the band, the full mark and the caps of bonus"),
    severity=Severity.WARNING,
    frame=SCORED,
)
ORDER = code(
    "G505",
    ("“{name}”没有由高到低写", "the bands of “{name}” are not written best first"),
    what=("各等次的先后次序不是由高到低。", "The grades are not in order, best first."),
    why=(
        "降一个等次降到哪里，就看这个次序。",
        "Which grade is one grade lower goes by this order.",
    ),
    mend=("按由高到低的次序排列各行。", "Put the lines in order, best first."),
    bad=_grades("较差：低于60分", "良好：60分以上不足80分", "优秀：80分以上"),
    good=_GOOD,
    hint=("按由高到低的次序写各等次", "write the bands from best to worst"),
    frame=SCORED,
)
DUPLICATE = code(
    "G506",
    (
        "“{name}”和“{other}”是同一段：{numbers}",
        "“{name}” and “{other}” are the same range: {numbers}",
    ),
    what=("两档的上下界完全一样。", "Two bands have the same bounds."),
    why=("后写的一档永远用不上。", "The second of them can never apply."),
    mend=("改其中一档的上下界，或删去一档。", "Change the bounds of one, or delete it."),
    bad=_grades("优秀：80分以上", "优良：80分以上", "较差：低于80分"),
    good=_GOOD,
    hint=("改其中一档，或删去一档", "change one of them, or delete it"),
    frame=SCORED,
)
SWALLOWED = code(
    "G507",
    (
        "“{name}”（{numbers}）整个落在“{other}”里面",
        "“{name}” ({numbers}) lies altogether inside “{other}”",
    ),
    what=("一档的范围全部包含在另一档里。", "The whole of one band is part of another."),
    why=("这些数两档都算，定哪一档没有依据。", "Nothing says which of the two applies."),
    mend=(
        "把大的一档收窄到小的一档之外，或改小的一档。",
        "Let the wider one end where the other begins, or change the narrower one.",
    ),
    bad=_grades("优秀：80分以上不足90分", "良好：70分以上", "较差：低于70分"),
    good=_GOOD,
    hint=("核对两档的上下界", "check the bounds of both"),
    frame=SCORED,
)
BEYOND = code(
    "G508",
    (
        "“{name}”写到{bound}，可这个数只能是{reach}",
        "“{name}” goes to {bound}, but the figure is {reach}",
    ),
    what=(
        "一档的上界或下界在实际能够达到的范围之外。",
        "A bound of a band lies outside what can be had.",
    ),
    why=(
        "不影响定等次，但常常说明满分、加分或分数段有一处记错。",
        "It changes no grade, but often means that a full mark, a bonus or the band is wrong.",
    ),
    mend=("核对满分、加分封顶和这一档的上下界。", "Check full marks, caps and the bound."),
    bad=_grades("优秀：80分至120分", "良好：60分以上不足80分", "较差：低于60分"),
    good=_GOOD,
    severity=Severity.NOTE,
    frame=SCORED,
)
BEYOND_STEPS = code(
    "G509",
    (
        "“{table}”没有到头：{numbers}不属于任何一档，例如{witness}",
        "“{table}” does not go all the way: {numbers} is in no step; {witness}, for one",
    ),
    what=(
        "查表的数按数据的范围可以落在分段表之外。",
        "By the ranges of the data the number looked up can lie outside the table.",
    ),
    why=(
        "真有这样的数据时，这个单位的得分算不出来。",
        "A unit with such data would have no score, and the run would stop at it.",
    ),
    mend=("给最高或最低一档去掉外侧的界限。", "Let the outer step have no outer bound."),
    bad=_steps("高：80分以上，12分", "低：10分以上不足80分，7分"),
    good=_steps("高：80分以上，12分", "低：不足80分，7分"),
    hint=("最外面的一档不写外侧界限", "give the outer step no outer bound"),
    severity=Severity.WARNING,
)
CODES = (
    GAP,
    OVERLAP,
    EMPTY,
    UNREACHABLE,
    ORDER,
    DUPLICATE,
    SWALLOWED,
    BEYOND,
    BEYOND_STEPS,
)

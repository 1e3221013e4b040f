"""Codes about the bands of grades (G501 to G505)."""

from __future__ import annotations

from ...grammar.diagnostics import Severity
from ..semantics.codes.frames import FRAME
from ..semantics.codes.make import code

#: A total of at most 100 points.
_SCORED = FRAME.replace(
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


_GOOD = _grades("优秀：80分以上", "良好：60分以上不足80分", "较差：低于60分")

GAP = code(
    "G501",
    (
        "“{name}”有空档：{low}分至{high}分之间有分数不属于任何等次，例如{witness}分",
        "“{name}” has a gap between {low} and {high}: {witness} points, for one, has no grade",
    ),
    what=("有的分数落在两个等次之间，或落在各等次之外。", "Some scores are in no grade at all."),
    why=(
        "例如写“60分至79分”“80分以上”，得79.5分的单位就定不了等次。",
        "With “60 to 79” and “80 and above”, a unit with 79.5 points has no grade.",
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
    frame=_SCORED,
)
OVERLAP = code(
    "G502",
    (
        "“{first}”和“{second}”重叠，例如{witness}分两档都算",
        "“{first}” and “{second}” overlap: {witness} points, for one, is in both",
    ),
    what=("同一个分数属于两个等次。", "One score is in two grades."),
    why=("定哪一档没有依据。", "Nothing says which of the two applies."),
    mend=(
        "上下界只能有一边包括这个分数：以上、以下包括本数，不足、超过不包括。",
        "Only one band may include the bound: 以上 and 以下 include it, 不足 and 超过 do not.",
    ),
    bad=_grades("优秀：80分以上", "良好：60分至80分", "较差：低于60分"),
    good=_GOOD,
    hint=("写明上下界，如“60分以上不足80分”", "write both bounds, such as “60分以上不足80分”"),
    frame=_SCORED,
)
EMPTY = code(
    "G503",
    ("“{name}”这一档里没有任何分数", "there is no score at all in band “{name}”"),
    what=(
        "这一档的下界高于上界，或者两界之间没有分数。",
        "Its lower bound is above its upper one.",
    ),
    why=("没有单位能够定为这一档，多半是数字写错了。", "Nobody can get it; a figure is wrong."),
    mend=("核对上下界。", "Check its bounds."),
    bad=_grades("优秀：80分以上", "良好：80分以上不足80分", "较差：低于80分"),
    good=_GOOD,
    hint=(
        "下界要低于上界，如“60分至79分”",
        "the lower bound must be below the upper: “60分至79分”",
    ),
    frame=_SCORED,
)
UNREACHABLE = code(
    "G504",
    (
        "“{name}”在最高可得的{most}分之上，没有单位能够达到",
        "“{name}” lies above the most that can be had, {most} points",
    ),
    what=(
        "按评估的满分和加分封顶，谁也到不了这一档。",
        "With the full mark and the caps of bonus, nobody can reach the band.",
    ),
    why=("这个等次成了空文，多半是满分或分数段写错了。", "The grade would be a dead letter."),
    mend=("核对分数段、满分和加分的封顶。", "Check the band, the full mark and the caps."),
    bad=_grades("优秀：120分以上", "良好：60分以上不足120分", "较差：低于60分"),
    good=_GOOD,
    hint=("核对分数段、满分和加分封顶", "check the band, the full mark and the caps of bonus"),
    severity=Severity.WARNING,
    frame=_SCORED,
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
    frame=_SCORED,
)
CODES = (GAP, OVERLAP, EMPTY, UNREACHABLE, ORDER)

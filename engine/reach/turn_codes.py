"""Codes about the ways in which figures move the total (G542, G544, G545)."""

from __future__ import annotations

from ...grammar.diagnostics import Severity
from ..checks.band_codes import SCORED
from ..semantics.codes.make import code
from .codes import BANDS

TURN = code(
    "G542",
    (
        "“{name}”增大，“{total}”可能上升，也可能下降（{ways}）；涉及的数据：{data}",
        "more of “{name}” can raise “{total}” and can lower it ({ways}); data concerned: {data}",
    ),
    what=(
        "同一个数既能使总分上升，也能使总分下降。",
        "One figure can both raise the total and lower it.",
    ),
    why=(
        "数据变好而得分变差，被评估的单位会来问；原文本意如此的，心里有数即可。",
        "A unit may ask why a better figure costs it points; where the document means it so, it is"
        " good to know the place.",
    ),
    mend=("核对加减号和分段；原文如此的不用改。", "Check signs and steps; else leave it."),
    bad="等次 拟定等次 {\n  出处：“四”\n"
    "  依据：年度评估 － 绝对值（日常评估.定期调度 － 日常评估.基础工作）\n" + BANDS + "\n}",
    good="等次 拟定等次 {\n  出处：“四”\n  依据：年度评估 ＋ 日常评估.定期调度\n" + BANDS + "\n}",
    severity=Severity.NOTE,
    frame=SCORED,
)


def _counted(kind: str, sign: str) -> str:
    """A bonus or a deduction, and the step that counts it."""
    return (
        f"{kind} 申报得失 {{\n  出处：“四”\n  逐行：加分申报\n  取：1分\n}}\n"
        f"核算 结果 {{\n  出处：“四”\n  步骤 总分 {{ 取：年度评估 {sign} 申报得失 }}\n}}\n"
        f"等次 拟定等次 {{\n  出处：“四”\n  依据：总分\n{BANDS}\n}}"
    )


RAISES = code(
    "G544",
    (
        "扣分“{name}”越大，“{total}”越高",
        "the more the deduction “{name}” takes off, the higher “{total}”",
    ),
    what=(
        "扣分写成扣多少，是正数；它在总分里只起增加的作用。",
        "A deduction says how much is taken off, as a positive number; here it only adds.",
    ),
    why=("多半是该减的写成了加。", "It is most likely added where it should be subtracted."),
    mend=("在核算的步骤里减去它。", "Subtract it in the step."),
    bad=_counted("扣分", "＋"),
    good=_counted("扣分", "－"),
    hint=("改成：－ {name}", "write: － {name}"),
    severity=Severity.WARNING,
    frame=SCORED,
)
LOWERS = code(
    "G545",
    (
        "加分“{name}”越大，“{total}”越低",
        "the greater the bonus “{name}”, the lower “{total}”",
    ),
    what=(
        "加分在总分里只起减少的作用。",
        "A bonus only lowers the total.",
    ),
    why=(
        "多半是加号写成了减号，或者本来是一项扣分。",
        "Either the sign is wrong, or it is really a deduction.",
    ),
    mend=(
        "该加的写“＋”；是扣分的，把“加分”改成“扣分”。",
        "Write a plus; what takes points off is a deduction.",
    ),
    bad=_counted("加分", "－"),
    good=_counted("扣分", "－"),
    hint=(
        "该加的写“＋”；是扣分的，把“加分”改成“扣分”",
        "write a plus, or declare it as a deduction",
    ),
    severity=Severity.WARNING,
    frame=SCORED,
)

"""Codes about vetoes (G511 to G515)."""

from __future__ import annotations

from ...grammar.diagnostics import Severity
from ..semantics.codes.frames import GRADED
from ..semantics.codes.make import code


def _veto(*lines: str) -> str:
    """A veto over applications, with some of its lines."""
    head = "等次：拟定等次", "结果：最终等次", "逐行：加分申报"
    inside = "\n".join(f"  {line}" for line in ("出处：“四（四）”", *head, *lines))
    return f"否决 一票否决 {{\n{inside}\n}}"


_EFFECTIVE = "生效：级别 = 省级"

NO_FLOOR = code(
    "G511",
    (
        "“{name}”没有写已是“{last}”的怎样办，按不再降处理",
        "“{name}” does not say what happens to a unit already “{last}”; it stays there",
    ),
    what=("没有写最低降到哪一档。", "The lowest grade that the veto leads to is not written."),
    why=(
        "已在最低一档的单位无处可降，原文往往没有说。",
        "A unit in the lowest grade cannot go lower; documents often do not say so.",
    ),
    mend=("写上“最低”，并注明出处或取义。", "Write the floor, and its source or reading."),
    bad=_veto(_EFFECTIVE, "降低：1级"),
    good=_veto(_EFFECTIVE, "降低：1级", "最低：不合格"),
    hint=("加一行：最低：{last}", "add a line “floor: {last}”"),
    severity=Severity.WARNING,
    frame=GRADED,
)
TOO_MANY = code(
    "G512",
    (
        "“{name}”降{steps}级，可等次一共只有{grades}个",
        "“{name}” lowers by {steps}, but there are only {grades} grades",
    ),
    what=("降的级数不少于等次的个数。", "It lowers by at least as many steps as there are grades."),
    why=("多半是级数写错，或者本意是直接定为最低一档。", "The number is most likely a mistake."),
    mend=(
        "改级数；要直接降到最低的，级数写等次个数减一。",
        "Mend the number; to go to the lowest grade, write one less than there are grades.",
    ),
    bad=_veto(_EFFECTIVE, "降低：2级", "最低：不合格"),
    good=_veto(_EFFECTIVE, "降低：1级", "最低：不合格"),
    hint=("核对级数", "check the number of grades"),
    severity=Severity.WARNING,
    frame=GRADED,
)
NO_PENDING = code(
    "G513",
    (
        "“{name}”由“{who}”裁量，但没有写什么算待定",
        "“{name}” is at the discretion of “{who}”, but does not say what is pending",
    ),
    what=(
        "由机构裁量的否决，没有写还未作出决定的情形怎样认出来。",
        "A veto at somebody's discretion does not say which rows still await a decision.",
    ),
    why=(
        "没有决定的会被当成不降，而不是列为待定。",
        "Without it, what is undecided would count as not lowered instead of being listed.",
    ),
    mend=("写上“待定”的条件，例如：待定：决定 为空。", "Write what is pending: decision missing."),
    bad=_veto(_EFFECTIVE, "裁量：县区政府", "降低：1级", "最低：不合格"),
    good=_veto(_EFFECTIVE, "裁量：县区政府", "待定：批准日期 为空", "降低：1级", "最低：不合格"),
    hint=("加一行“待定”，写明条件", "add a line “pending” with its condition"),
    severity=Severity.WARNING,
    frame=GRADED,
)
EFFECT = code(
    "G514",
    (
        "“{name}”要在“降低”“定为”“最高为”里写一种，只写一种",
        "“{name}” must say one of lower, set_to and at_best, and only one",
    ),
    what=(
        "否决的后果没有写，或写了两种。",
        "What the veto does is not written, or written in two ways.",
    ),
    why=("不写后果的否决没有作用；写两种就有歧义。", "It would do nothing, or two things at once."),
    mend=(
        "按原文写一种：降低几级、直接定为某等次、最高只能是某等次。",
        "Write what the text says: lower by steps, set to a grade, or no better than a grade.",
    ),
    bad=_veto(_EFFECTIVE, "最低：不合格"),
    good=_veto(_EFFECTIVE, "定为：不合格"),
    hint=("例如：降低：1级", "for example: lower: 1级"),
    frame=GRADED,
)
TRIGGER = code(
    "G515",
    (
        "“{name}”要么写“逐行”和“生效”，要么写“当”",
        "“{name}” must have each and effective, or else when",
    ),
    what=(
        "没有写否决怎样发生，或两种写法混在一起。",
        "How the veto comes about is not written, or in two ways at once.",
    ),
    why=(
        "不知道看哪些事件或什么条件，就不知道对谁生效。",
        "Without events or a condition nobody knows whom it concerns.",
    ),
    mend=(
        "由事件引起的写“逐行”和“生效”；由得分、指标等引起的写“当”。",
        "For events in a table write each and effective; for a condition on the unit write when.",
    ),
    bad=_veto("降低：1级", "最低：不合格"),
    good=_veto(_EFFECTIVE, "降低：1级", "最低：不合格"),
    hint=("例如：生效：决定 = 降低", "for example: effective: decision = lower"),
    frame=GRADED,
)
CODES = (NO_FLOOR, TOO_MANY, NO_PENDING, EFFECT, TRIGGER)

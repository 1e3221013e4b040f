"""Codes about sums that must come out (G401 to G403)."""

from __future__ import annotations

from ..semantics.codes.frames import FRAME
from ..semantics.codes.make import code

_HINT = (
    "改其中一项的{word}，使合计为{stated}",
    "change the {word} of one part so that they add up to {stated}",
)
_RATED = FRAME.replace(
    "{example}",
    """\
评估 年度评估（100分） {
  出处：“四”
  折算：得分 ÷ 满分 × 权重
{example}}
""",
)

POINTS_SUM = code(
    "G401",
    (
        "“{name}”写的是{stated}，各部分合计{actual}，{difference}",
        "“{name}” says {stated}; its parts add up to {actual}, {difference}",
    ),
    what=(
        "指标的分值和它下面各项分值之和不相等。",
        "The points of an indicator differ from the sum of its parts.",
    ),
    why=(
        "多出或少掉的分会使总分不对，而原文两处必有一处有误。",
        "The total would be wrong; one of the two figures must be a mistake.",
    ),
    mend=(
        "对照原文改分值；原文本身对不上的，选一种读法，用“取义”写明。",
        "Mend the points; where the document contradicts itself, choose a reading and say so.",
    ),
    bad="""
体系 县区指标（100分） {
  出处：“三（一）”
  适用：县区政府
  目标 基础工作（60分） { 得分：满分 × 日常评估.基础工作 ÷ 100分 }
  目标 定期调度（30分） { 得分：满分 × 日常评估.定期调度 ÷ 100分 }
}""",
    good="""
体系 县区指标（100分） {
  出处：“三（一）”
  适用：县区政府
  目标 基础工作（60分） { 得分：满分 × 日常评估.基础工作 ÷ 100分 }
  目标 定期调度（40分） { 得分：满分 × 日常评估.定期调度 ÷ 100分 }
}""",
    hint=_HINT,
)
WEIGHT_SUM = code(
    "G402",
    (
        "“{name}”的权重是{stated}，各部分合计{actual}，{difference}",
        "the weight of “{name}” is {stated}; its parts add up to {actual}, {difference}",
    ),
    what=(
        "环节的权重和它下面各环节之和不相等；最外层应是100％。",
        "The weight of a stage differs from the sum of its parts; the whole must be 100%.",
    ),
    why=(
        "权重不足，满分的单位也得不到满分；超过则总分偏高。",
        "Below 100% nobody can reach the full mark; above it totals are too high.",
    ),
    mend=(
        "对照原文改权重；原文缺的，按其余推出，用“推定”写明。",
        "Mend the weights; one that the document omits is inferred, which “inferred” records.",
    ),
    bad="""
  环节 基础工作（58％） { 取自：日常评估 }
  环节 定期调度（40％） { 取自：日常评估 }""",
    good="""
  环节 基础工作（60％） { 取自：日常评估 }
  环节 定期调度（40％） { 取自：日常评估 }""",
    hint=_HINT,
    frame=_RATED,
)
PANEL_SUM = code(
    "G403",
    (
        "“{name}”各评议组的比例合计{actual}，应为{stated}，{difference}",
        "the panels of “{name}” add up to {actual}; they must make {stated}, {difference}",
    ),
    what=(
        "一个环节里各评议组的比例之和不是100％。",
        "The shares of the panels of one stage do not make 100%.",
    ),
    why=("合成的得分会整体偏低或偏高。", "The combined mark would be too low or too high."),
    mend=("改评议组的比例，使合计为100％。", "Change the shares so that they make 100%."),
    bad="""
  环节 民主评估（100％） {
    评议组 基础工作（40％） { 取自：日常评估 }
    评议组 定期调度（50％） { 取自：日常评估 }
  }""",
    good="""
  环节 民主评估（100％） {
    评议组 基础工作（40％） { 取自：日常评估 }
    评议组 定期调度（60％） { 取自：日常评估 }
  }""",
    hint=_HINT,
    frame=_RATED,
)
CODES = (POINTS_SUM, WEIGHT_SUM, PANEL_SUM)

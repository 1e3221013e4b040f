"""A next year's policy: the founding one with one change of nearly every kind, still runnable."""

from __future__ import annotations

from functools import cache

from support.policy import edited

EDITS: tuple[tuple[str, str], ...] = (
    # weights moved between stages
    ("环节 基础工作评估（3％）", "环节 基础工作评估（5％）"),
    ("环节 年终评估（91％）", "环节 年终评估（89％）"),
    ("环节 市政府领导加权评估（30％）", "环节 市政府领导加权评估（28％）"),
    ("环节 市长评估（15％）", "环节 市长评估（13％）"),
    ("1％＋9％＋15％＋36％＋30％”", "1％＋9％＋15％＋36％＋28％”"),
    # an indicator split, two items merged, one indicator dropped and its point moved
    (
        "    指标 能力建设（3分） {\n      提出：市人事局\n      评分：市人事局\n",
        "    指标 机关效能建设（1分） {\n      提出：市人事局\n      评分：市人事局\n"
        "      得分：共性工作目标评分.能力建设 ÷ 3\n    }\n"
        "    指标 干部能力建设（2分） {\n      提出：市人事局\n      评分：市人事局\n"
        "      得分：共性工作目标评分.能力建设 × 2 ÷ 3\n",
    ),
    (
        "      细项 依法行政（3分） { 评分：市法制办 }\n      细项 普法（2分） { 评分：市司法局 }\n",
        "      细项 依法行政和普法（5分） { 评分：市法制办；取自：共性工作目标评分.依法行政 }\n",
    ),
    ("    指标 安全生产（1分） { 提出：市安监局；评分：市安监局 }\n", ""),
    ("指标 能力建设（1分） {", "指标 能力建设（2分） {"),
    ("  工作表 市安全生产监督管理局 { 单位：单位；安全生产：分，可空 }\n", ""),
    # a stage renamed
    ("环节 自我评估（1％）", "环节 自查评估（1％）"),
    (
        "      取自：日常评估\n      取义：“A15",
        "      取自：日常评估.自我评估\n      取义：“A15",
    ),
    ("  自我评估：自我评估，6位\n", "  自我评估：自查评估，6位\n"),
    # a panel added, tiers, cap and band changed
    ("评议组 机关测评（40％）", "评议组 机关测评（30％）"),
    (
        "      评议组 社会各界测评（60％）",
        "      评议组 服务对象测评（10％） { 得分：票均（票面折分，机关测评票） }\n"
        "      评议组 社会各界测评（60％）",
    ),
    ("  中等：85分", "  中等：86分"),
    ("  封顶：5分", "  封顶：4分"),
    ("优秀：90分以上", "优秀：92分以上"),
    ("良好：80分以上不足90分", "良好：80分以上不足92分"),
    # one event has its effect without a decision
    ("  生效：委员会决定 = 降低\n", "  生效：情形 = 重大失误 或 委员会决定 = 降低\n"),
    # quota, date, rounding
    ("  优秀：20％", "  优秀：19％"),
    ("截止：10月30日", "截止：9月30日"),
    ("（加分后得分，2位）", "（加分后得分，1位）"),
    # a reading is now in the text, a clause renumbered, a title reworded
    (
        "    出处：“三（一）1”\n"
        "    推定：“G1 原文缺第1项；基本分100分减去共性工作目标10分，余90分”\n",
        "    出处：“三（一）1”\n",
    ),
    (
        "排名 组内名次 {\n  出处：“四（四）”",
        "排名 组内名次 {\n  出处：“四（五）”",
    ),
    ("“县（区）政府评估指标体系”", "“县（市、区）政府评估指标体系”"),
)


@cache
def next_year() -> str:
    """The text of the next year's policy."""
    return edited(*EDITS)

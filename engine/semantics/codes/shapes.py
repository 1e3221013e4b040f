"""Codes about how things are written: values of properties, heads, cases (G301, G302, G310 to
G312, G317, G320 to G323, G325)."""

from __future__ import annotations

from .frames import FRAME
from .make import code

_RATED = FRAME.replace(
    "{example}",
    """\
评估 年度评估（100分） {
  出处：“四”
  折算：得分 ÷ 满分 × 权重
{example}}
""",
)

WRONG_VALUE = code(
    "G301",
    ("“{key}”应写成{expected}，这里是{found}", "“{key}” must be {expected}; this is {found}"),
    what=("冒号后面的写法不是这一行要的。", "The value is not of the kind that this line takes."),
    why=("读成别的意思可能改变结果，所以不猜。", "Reading it as something else is guessing."),
    mend=("照提示的样子写。", "Write it like the example in the hint."),
    bad="期限 目标调整 { 出处：“三”；截止：“10月30日” }",
    good="期限 目标调整 { 出处：“三”；截止：10月30日 }",
    hint=("{example}", "{example}"),
)
WRONG_AMOUNT = code(
    "G302",
    (
        "{kind}“{name}”的括号里应是{expected}，这里是{found}",
        "the brackets of {kind} “{name}” must hold {expected}; this is {found}",
    ),
    what=(
        "指标的括号里写分值，环节和评议组的括号里写百分比。",
        "Indicators carry points in their brackets, stages and panels a percentage.",
    ),
    why=("分值和权重不能混用，否则合计无法核对。", "Points and weights do not add up together."),
    mend=("把单位改过来，例如（10分）或（10％）。", "Change the unit: (10pts) or (10%)."),
    bad="体系 县区指标（100％） {\n  出处：“三”\n  适用：县区政府\n"
    "  目标 基础工作（100分） { 取自：日常评估 }\n}",
    good="体系 县区指标（100分） {\n  出处：“三”\n  适用：县区政府\n"
    "  目标 基础工作（100分） { 取自：日常评估 }\n}",
    hint=("写成 {example}", "write {example}"),
)
WRONG_ARGUMENTS = code(
    "G310",
    ("“{name}”要写成 {usage}", "“{name}” is written {usage}"),
    what=("算法括号里的内容不全或不对。", "What stands in a function's brackets is not right."),
    why=("例如没有写保留几位小数，就不知道取舍到哪里。", "Rounding needs its number of places."),
    mend=("照提示的样子写。", "Write it as the message shows."),
    bad="结果表 { 基础：四舍五入（日常评估.基础工作） }",
    good="结果表 { 基础：四舍五入（日常评估.基础工作，2位） }",
)
NO_OTHERWISE = code(
    "G311",
    (
        "“{name}”的各个情形之外没有“其余”{point}",
        "“{name}” has cases but no “otherwise”{point}",
    ),
    what=(
        "分情形取值，各情形没有包括全部，却没有写都不符合时怎样办。",
        "The cases do not cover everything, and what holds when none of them applies is not said.",
    ),
    why=("都不符合的单位就没有结果。", "A unit that meets none of them would get no value."),
    mend=(
        "在最后加一个“其余”块，或让各情形合起来没有遗漏。",
        "Add an “otherwise” block at the end, or let the cases cover everything.",
    ),
    bad="核算 得分核算 {\n  出处：“四”\n  步骤 得分 {\n"
    "    情形 人数多 { 当：公务员人数 ≥ 50人；取：日常评估.基础工作 }\n  }\n}",
    good="核算 得分核算 {\n  出处：“四”\n  步骤 得分 {\n"
    "    情形 人数多 { 当：公务员人数 ≥ 50人；取：日常评估.基础工作 }\n"
    "    其余 人数少 { 取：日常评估.定期调度 }\n  }\n}",
    hint=("加一块：其余 名称 {{ 取：… }}", "add: otherwise name {{ take: … }}"),
)
NO_VALUE = code(
    "G312",
    ("“{name}”没有写怎样得出", "“{name}” does not say how it is worked out"),
    what=(
        "这一项有分值或权重，却没有写得分从哪里来。",
        "It has points or a weight, but not where its mark comes from.",
    ),
    why=("没有得分来源，就没有得分。", "Without a source there is no mark."),
    mend=(
        "写“取自：数据表”或“得分：……”，或写出下一级的各项。",
        "Write taken_from or score, or write the parts it consists of.",
    ),
    bad="  环节 基础工作（100％） { 方式：查阅材料 }",
    good="  环节 基础工作（100％） { 方式：查阅材料；取自：日常评估 }",
    hint=(
        "写“取自”或“得分”，或写出它下面的各项",
        "write taken_from or score, or the parts it consists of",
    ),
    frame=_RATED,
)
DATE_INVALID = code(
    "G317",
    ("日历上没有{date}这一天", "the calendar has no such day as {date}"),
    what=("写的日期在这一年的日历上没有。", "The calendar of that year has no such day."),
    why=("截止日期必须是真实的一天。", "A deadline must be a real day."),
    mend=("核对月和日；2月29日只在闰年有。", "Check it; 29 February exists in leap years only."),
    bad="期限 报送 { 出处：“三”；截止：2月29日 }",
    good="期限 报送 { 出处：“三”；截止：2月28日 }",
    hint=("核对年、月、日", "check year, month and day"),
)
ROW_AMOUNT_MISSING = code(
    "G320",
    ("{kind}“{name}”没有写分值或权重", "{kind} “{name}” has no points or weight"),
    what=("名称后面少了括号里的分值或权重。", "The points or weight in brackets are missing."),
    why=(
        "不知道它占多少，合计也无法核对。",
        "What it is worth is unknown, nor can sums be checked.",
    ),
    mend=("在名称后面补上括号。", "Write the brackets after the name."),
    bad="  环节 基础工作 { 取自：日常评估 }",
    good="  环节 基础工作（100％） { 取自：日常评估 }",
    hint=("写成 {kind} {shown}", "write {kind} {shown}"),
    frame=_RATED,
)
EXTRA_VALUE = code(
    "G321",
    ("“{key}”只能写一个值，这里多出了“{found}”", "“{key}” takes one value; “{found}” is one more"),
    what=("只能写一个值的地方写了好几个。", "Several values stand where one belongs."),
    why=("多出的不会起作用，而您以为它在起作用。", "The rest would have no effect."),
    mend=("只留一个；要一起计算的，写成一个算式。", "Keep one, or combine them in one formula."),
    bad="结果表 { 得分：日常评估.基础工作、日常评估.定期调度 }",
    good="结果表 { 得分：日常评估.基础工作 ＋ 日常评估.定期调度 }",
    hint=("只留一个", "keep one of them"),
)
NO_ENTRIES = code(
    "G322",
    ("{what}里面是空的", "{what} is empty"),
    what=(
        "对照、等次、核算、结果表和数据表要一行一行写出内容，这里没有写。",
        "Scales, grades, tallies, result tables and data tables consist of lines; it has none.",
    ),
    why=("空的块什么也决定不了。", "An empty block decides nothing."),
    mend=("补上各行，或删去这一块。", "Write its lines, or delete the block."),
    bad="等次 拟定等次 {\n  出处：“四（四）”\n  依据：日常评估.基础工作\n}",
    good="等次 拟定等次 {\n  出处：“四（四）”\n  依据：日常评估.基础工作\n"
    "  合格：60分以上\n  不合格：低于60分\n}",
    hint=("补上内容，或删去这一块", "write its lines, or delete it"),
)
TWO_WAYS = code(
    "G323",
    (
        "“{name}”既写了“{first}”，又写了“{second}”，只能用一种",
        "“{name}” has both “{first}” and “{second}”; only one can hold",
    ),
    what=("同一个得分写了两种算法。", "One figure is given in two ways."),
    why=(
        "两种算法的结果不一样，不知道以哪个为准。",
        "Their results differ; neither may be guessed.",
    ),
    mend=("只留原文要的那一种。", "Keep the one that the document means."),
    bad="  环节 基础工作（100％） {\n    取自：日常评估\n    得分：日常评估.定期调度\n  }",
    good="  环节 基础工作（100％） {\n    取自：日常评估\n  }",
    hint=("只留一种", "keep one of them"),
    frame=_RATED,
)
STRAY_AMOUNT = code(
    "G325",
    (
        "{kind}“{name}”后面不能写“（{found}）”，它不起作用",
        "{kind} “{name}” takes no amount; “({found})” has no effect",
    ),
    what=(
        "只有指标、环节和评议组的名称后面可以写分值或权重。",
        "Only indicators, stages and panels carry points or a weight after their names.",
    ),
    why=("写在别处的数不会起作用。", "Elsewhere the figure would have no effect."),
    mend=("删去括号；加分的上限写“封顶”。", "Delete it; the most a bonus may give is its “cap”."),
    bad="加分 奖项加分（5分） {\n  出处：“四（三）”\n  逐行：加分申报\n  取：申报分\n}",
    good="加分 奖项加分 {\n  出处：“四（三）”\n  逐行：加分申报\n  取：申报分\n  封顶：5分\n}",
    hint=("删去括号", "delete the brackets"),
)
ALL = (
    WRONG_VALUE,
    WRONG_AMOUNT,
    WRONG_ARGUMENTS,
    NO_OTHERWISE,
    NO_VALUE,
    DATE_INVALID,
    ROW_AMOUNT_MISSING,
    EXTRA_VALUE,
    NO_ENTRIES,
    TWO_WAYS,
    STRAY_AMOUNT,
)

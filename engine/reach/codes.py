"""Codes about what the ranges of a policy's values prove (G521 to G541, G543)."""

from __future__ import annotations

from ...grammar.diagnostics import Severity
from ..checks.band_codes import SCORED
from ..semantics.codes.frames import GRADED
from ..semantics.codes.make import code


def _shown(*cases: str) -> str:
    """A value of several cases, and the column that shows it."""
    lines = "\n".join(f"  {case}" for case in cases)
    return f"取值 工作分 {{\n  出处：“四”\n{lines}\n}}\n结果表 {{ 工作分：工作分 }}"


_HIGH = "情形 高 { 当：日常评估.基础工作 ≥ 90分；取：10分 }"
_REST = "其余 低 { 取：0分 }"

NEVER_REACHED = code(
    "G521",
    (
        "“{name}”的情形“{case}”永远轮不到：符合它的都已归入前面的情形",
        "case “{case}” of “{name}” never applies: those before it take all that would meet it",
    ),
    what=(
        "情形按先后判断，先符合的先算；前面的情形已经包括了这一情形的全部。",
        "Cases are asked in their order; those before this one take everything it is about.",
    ),
    why=(
        "写了却从不起作用，多半是次序颠倒，或上下界写错。",
        "It is written and never applies; the order or a bound is most likely wrong.",
    ),
    mend=(
        "把要求高的情形写在前面，或改上下界；怎样排都轮不到的，删去。",
        "Write the stricter case first, or change its bounds; where no order helps, delete it.",
    ),
    bad=_shown(_HIGH, "情形 更高 { 当：日常评估.基础工作 ≥ 95分；取：12分 }", _REST),
    good=_shown("情形 更高 { 当：日常评估.基础工作 ≥ 95分；取：12分 }", _HIGH, _REST),
    hint=("{advice}", "{advice}"),
    severity=Severity.WARNING,
)
IDLE_OTHERWISE = code(
    "G522",
    (
        "“{name}”的“{case}”用不上：前面的情形已经包括全部",
        "“{case}” of “{name}” never applies: the cases before it cover everything",
    ),
    what=(
        "前面各情形合起来没有遗漏，“其余”永远轮不到。",
        "The cases before leave nothing over for the otherwise.",
    ),
    why=(
        "作为保险可以留着；但如果本意是还有别的情形，就是前面的条件写宽了。",
        "It may stay to be safe; but if something was meant to be left over, a case is too wide.",
    ),
    mend=("核对各情形的条件；不需要的可以删去。", "Check the cases; delete it if not needed."),
    bad=_shown(
        _HIGH, "情形 低 { 当：日常评估.基础工作 ＜ 90分；取：0分 }", "其余 别的 { 取：0分 }"
    ),
    good=_shown(_HIGH, "情形 低 { 当：日常评估.基础工作 ＜ 90分；取：0分 }"),
    severity=Severity.NOTE,
)
NEVER = code(
    "G523",
    ("“{condition}”不可能成立{because}", "“{condition}” can never hold{because}"),
    what=(
        "按数据的范围和满分推算，这个条件对谁都不成立。",
        "By the ranges of the data and the full marks, the condition holds for nobody.",
    ),
    why=(
        "由它引出的得分、否决、提示或运用都成了空文。",
        "The mark, veto, notice or use that it leads to is a dead letter.",
    ),
    mend=("核对条件里的数和列的范围。", "Check the figure, and the range of the column."),
    bad=_shown("情形 特高 { 当：日常评估.基础工作 ＞ 100分；取：12分 }", _REST),
    good=_shown(_HIGH, _REST),
    hint=("核对条件里的数和列的范围", "check the figure, and the range of the column"),
    severity=Severity.WARNING,
)
ALWAYS = code(
    "G524",
    ("“{condition}”总是成立{because}", "“{condition}” always holds{because}"),
    what=(
        "按数据的范围和满分推算，这个条件对谁都成立。",
        "By the ranges of the data and the full marks, the condition holds for everybody.",
    ),
    why=("这样的条件什么也没有限制，多半是数写错了。", "It limits nothing; most likely a mistake."),
    mend=(
        "核对条件里的数和列的范围；不需要的删去。",
        "Check the figure and the range of the column, or delete the condition.",
    ),
    bad="提示 低分 {\n  出处：“四”\n  当：日常评估.基础工作 ≤ 100分\n  内容：“偏低”\n}",
    good="提示 低分 {\n  出处：“四”\n  当：日常评估.基础工作 ≤ 60分\n  内容：“偏低”\n}",
    hint=("核对条件里的数和列的范围", "check the figure, and the range of the column"),
    severity=Severity.WARNING,
)
_SIGNS = "子丑寅卯辰巳午未申酉戌亥"
_COLUMNS = "；".join(f"甲{n}：整数，0至1；乙{n}：整数，0至1" for n in _SIGNS)
_PAIRS = "\n".join(
    f"  情形 {n} {{ 当：检查.甲{n} = 1 且 检查.乙{n} = 1；取：1分 }}" for n in _SIGNS
)
_MANY = f"""
数据表 检查 {{
  出处：“四”
  文件：“检查.csv”
  主键：单位
  列 {{ 单位：单位；{_COLUMNS} }}
}}
取值 检查分 {{
  出处：“四”
{_PAIRS}
  情形 单独 {{ 当：检查.甲子 = 1 且 检查.乙子 = 0；取：2分 }}
  情形 再有 {{ 当：检查.甲子 = 1；取：3分 }}
  其余 无 {{ 取：0分 }}
}}
结果表 {{ 检查分：检查分 }}"""
UNPROVED = code(
    "G525",
    (
        "“{name}”的情形组合太多，没有逐一证明有无遗漏和重复",
        "“{name}” has too many combinations of cases; gaps and overlaps were not looked for",
    ),
    what=(
        "一组情形同时看很多互不相干的数，组合太多，检查时略过。",
        "The cases ask for many unrelated figures at once, more than are followed through.",
    ),
    why=("略过的检查要说出来，不算作没有问题。", "A check left out is said, not passed over."),
    mend=(
        "把条件先归成几个中间值，再按中间值分情形。",
        "Sum the conditions up in a few values first, and let the cases ask for these.",
    ),
    bad=_MANY,
    good=_shown(_HIGH, _REST),
    severity=Severity.NOTE,
)


def _bonus(cap: str, take: str = "申报分") -> str:
    return (
        f"加分 奖项加分 {{\n  出处：“四”\n  逐行：加分申报\n  取：{take}\n  封顶：{cap}\n}}\n"
        "结果表 { 加分：奖项加分 }"
    )


SWALLOWED_BONUS = code(
    "G531",
    (
        "“{name}”总是等于封顶的{limit}：封顶之前是{reach}",
        "“{name}” is always its cap, {limit}: before the cap it is {reach}",
    ),
    what=(
        "封顶低于加分至少能得到的数，加多加少都一样。",
        "The cap is below the least that the bonus can be.",
    ),
    why=(
        "各单位的加分没有差别，这项加分不起作用。",
        "All units get the same; the bonus does nothing.",
    ),
    mend=("核对封顶和每项加分的分值。", "Check the cap and the points of each matter."),
    bad=_bonus("0分", "2分"),
    good=_bonus("5分", "2分"),
    hint=("核对封顶和每项加分的分值", "check the cap and the points of each matter"),
    severity=Severity.WARNING,
)
IDLE_CAP = code(
    "G532",
    (
        "“{name}”的封顶{limit}永远用不上：加分只能是{reach}",
        "the cap {limit} of “{name}” never bites: the bonus is {reach}",
    ),
    what=(
        "加分怎样也超不过封顶。",
        "The bonus cannot go beyond its cap whatever happens.",
    ),
    why=("多半是封顶或每项加分的分值写错了。", "The cap or the points are most likely wrong."),
    mend=("核对封顶和每项加分的分值。", "Check the cap and the points of each matter."),
    bad=_bonus("5分", "0分 － 1分"),
    good=_bonus("5分"),
    hint=("核对封顶和每项加分的分值", "check the cap and the points of each matter"),
    severity=Severity.WARNING,
)
SWALLOWED = code(
    "G533",
    (
        "“{formula}”总是{limit}：另一个数只能是{reach}",
        "“{formula}” is always {limit}: the other figure is {reach}",
    ),
    what=(
        "取小或取大里的界限总是胜过另一个数，那个数不起作用。",
        "The limit always wins, so that the other figure has no effect.",
    ),
    why=("多半是界限写错，或取小和取大写反了。", "A limit is wrong, or smaller stands for larger."),
    mend=("核对界限；核对是取小还是取大。", "Check the limit, and which of the two is meant."),
    bad="结果表 { 工作分：取大（日常评估.基础工作，100分） }",
    good="结果表 { 工作分：取小（日常评估.基础工作，90分） }",
    hint=("核对界限，是取小还是取大", "check the limit, and whether smaller or larger is meant"),
    severity=Severity.WARNING,
)
IDLE_LIMIT = code(
    "G534",
    (
        "“{formula}”里的{limit}用不上：另一个数只能是{reach}",
        "the limit {limit} in “{formula}” never bites: the other figure is {reach}",
    ),
    what=("取小或取大里的界限永远起不了作用。", "The limit in smaller or larger has no effect."),
    why=(
        "作为保险可以留着；但也可能是界限或列的范围写错了。",
        "It may stay to be safe; or the limit, or the range of a column, is wrong.",
    ),
    mend=("核对界限和列的范围。", "Check the limit and the range of the column."),
    bad="结果表 { 工作分：取小（日常评估.基础工作，100分） }",
    good="结果表 { 工作分：取小（日常评估.基础工作，90分） }",
    severity=Severity.NOTE,
)


def _veto(*lines: str) -> str:
    head = "出处：“四（四）”", "等次：拟定等次", "结果：最终等次"
    inside = "\n".join(f"  {line}" for line in (*head, *lines))
    return f"否决 一票否决 {{\n{inside}\n}}"


IDLE_VETO = code(
    "G535",
    (
        "“{name}”改变不了任何等次：它涉及的单位本来就在这个等次或更低",
        "“{name}” changes no grade: the units it concerns are already there or lower",
    ),
    what=(
        "否决生效的单位，等次本来就不高于否决给的等次。",
        "Whoever the veto concerns already has the grade it leads to, or a lower one.",
    ),
    why=(
        "这条否决是空文，多半是条件或等次写错了。",
        "It is a dead letter; its condition or its grade is most likely wrong.",
    ),
    mend=("核对否决的条件和后果。", "Check the condition and the effect of the veto."),
    bad=_veto("当：日常评估.基础工作 ＜ 50分", "定为：不合格"),
    good=_veto("当：日常评估.定期调度 ＜ 50分", "定为：不合格"),
    hint=("核对否决的条件和后果", "check the condition and the effect of the veto"),
    severity=Severity.WARNING,
    frame=GRADED,
)
BANDS = "  优秀：80分以上\n  一般：不足80分"
_EXTRA = "加分 奖项加分 {\n  出处：“四”\n  逐行：加分申报\n  取：1分\n  封顶：5分\n}\n"
IDLE_PART = code(
    "G536",
    (
        "“{name}”影响不到任何等次和名次",
        "“{name}” cannot change any grade or rank",
    ),
    what=(
        "这一项的得分无论多少，等次、名次、否决和结果运用都不会变："
        "没有计入总分，或计入的地方总被别的数盖过。",
        "Whatever this part comes to, no grade, rank, veto or use is another: it is left out of the"
        " total, or always set aside where it enters.",
    ),
    why=("写了分值却不起作用，多半是漏加了。", "It has points and no effect; it was forgotten."),
    mend=("把它计入总分；只供参考的，用“取值”或结果表列出。", "Let it enter the total."),
    bad=_EXTRA + f"等次 拟定等次 {{\n  出处：“四”\n  依据：年度评估\n{BANDS}\n}}",
    good=_EXTRA + f"等次 拟定等次 {{\n  出处：“四”\n  依据：年度评估 ＋ 奖项加分\n{BANDS}\n}}",
    hint=("把它计入总分", "let it enter the total"),
    severity=Severity.WARNING,
    frame=SCORED,
)
TOTAL_RANGE = code(
    "G541",
    ("“{name}”的范围：{reach}", "the range of “{name}”: {reach}"),
    what=(
        "只凭政策文本（满分、权重、封顶、列的范围）推算出的总分范围；各类单位不同的分别列出。",
        "The range of the total that full marks, weights, caps and the ranges of columns imply, for"
        " each kind of unit where these differ.",
    ),
    why=(
        "和原文说的满分、加分对一对：对不上，就有一处记错。",
        "Hold it against what the document says: where they differ something is wrong.",
    ),
    mend=("不需要改；要更准，就给数据列写上范围。", "Nothing; give columns ranges to narrow it."),
    bad="等次 拟定等次 {\n  出处：“四”\n  依据：年度评估\n" + BANDS + "\n}",
    good=_shown(_HIGH, _REST),
    severity=Severity.NOTE,
    frame=SCORED,
)


def _stage(full: str, score: str, conversion: str = "得分 ÷ 满分 × 权重") -> str:
    return f"""评估 年度评估（100分） {{
  出处：“四”
  满分：{full}
  折算：{conversion}
  环节 日常（100％） {{ 得分：{score} }}
}}
结果表 {{ 总分：年度评估 }}"""


_MARK = "日常评估.基础工作 ＋ 取小（日常评估.定期调度，20分）"
OUTSIDE_FULL = code(
    "G543",
    (
        "“{name}”的得分可以是{reach}，超出了0分至满分{full}：有这样的单位就核算不了",
        "the mark of “{name}” can be {reach}, beyond 0 to its full mark {full}: a unit that has"
        " such a mark cannot be evaluated",
    ),
    what=(
        "按公式和列的范围，得分可以低于0，或超过满分。",
        "By its formula and the ranges of columns a mark can be below 0 or above the full mark.",
    ),
    why=(
        "得分必须在0和满分之间，超出的在核算时是差错（G902）；早一点改，不必等到有这样的单位。",
        "A mark lies between 0 and the full mark; one that does not is an error (G902) as soon as"
        " some unit has it.",
    ),
    mend=(
        "以100分为基准、最高可得120分的：满分：120分，折算：得分 ÷ 100分 × 权重。"
        "不应超过满分的：取小（……，100分）；扣完为止的：取大（……，0分）。",
        "Where 100 is the base and 120 the most: full: 120pts, conversion: score ÷ 100pts × weight."
        " Where the full mark is the most: min(…, 100pts); where nothing is lost below 0:"
        " max(…, 0pts).",
    ),
    bad=_stage("100分", _MARK),
    good=_stage("120分", _MARK, "得分 ÷ 100分 × 权重"),
    hint=("{advice}", "{advice}"),
    severity=Severity.WARNING,
)
CODES = (
    NEVER_REACHED,
    IDLE_OTHERWISE,
    NEVER,
    ALWAYS,
    UNPROVED,
    SWALLOWED_BONUS,
    IDLE_CAP,
    SWALLOWED,
    IDLE_LIMIT,
    IDLE_VETO,
    IDLE_PART,
    TOTAL_RANGE,
    OUTSIDE_FULL,
)

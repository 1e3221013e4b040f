"""Codes of findings that only a run can make (G901 to G911; G906 is no longer given)."""

from __future__ import annotations

from typing import TypeAlias

from ...grammar.diagnostics import Code, Page, Severity, Text

Pair: TypeAlias = "tuple[str, str]"


def error(  # noqa: PLR0913
    id: str,
    message: Pair,
    hint: Pair,
    *,
    what: Pair,
    why: Pair,
    mend: Pair,
    bad: str,
    good: str,
) -> Code:
    """A code about a year's data; ``bad`` and ``good`` show an excerpt of a file."""
    page = Page(Text(*what), Text(*why), Text(*mend), bad, good, data=True)
    return Code(id, Severity.ERROR, Text(*message), page, Text(*hint))


BLANK_NEEDED = error(
    "G901",
    (
        "{unit}：“{column}”没有填，算不出“{name}”",
        "{unit}: “{column}” is blank, so “{name}” cannot be worked out",
    ),
    ("{advice}", "{advice}"),
    what=("计分要用的一格是空的。", "A cell that a score needs is blank."),
    why=("空着不等于0分，也不等于满分。", "Blank is neither 0 nor the full mark."),
    mend=(
        "补报这个数；允许没有的，在政策里写“情形 …… { 当：某列 为空；取：…… }”；"
        "只列有数的单位、没有行就是0的表，不写主键，写“唯一：单位”，用合计。",
        "Hand in the figure; where it may be missing, let the policy have a case for that. A table "
        "that lists only units with a figure has unique instead of key; the sum of no row is 0.",
    ),
    bad="# 日常评估.csv\n单位,基础工作,定期调度\n甲县,95,\n",
    good="# 日常评估.csv\n单位,基础工作,定期调度\n甲县,95,88\n",
)
OUTSIDE = error(
    "G902",
    (
        "{unit}：“{name}”是{value}，应在{low}至{high}之间",
        "{unit}: “{name}” is {value}; it must lie between {low} and {high}",
    ),
    (
        "核对这个得分，或核对政策里写的满分{base}",
        "check this mark, or the full mark in the policy{base}",
    ),
    what=("得分低于0，或超过了这一项的满分。", "A mark is below 0 or above the full mark."),
    why=(
        "超过的部分会抬高总分；不能悄悄截去。",
        "It would raise the total; nor may it be cut off in silence.",
    ),
    mend=(
        "多半是百分制和分值弄混了：满分2分的项目填了95。核对后改数据。",
        "Often marks out of 100 are given where the full mark is 2. Mend the data.",
    ),
    bad="# 共性目标评分.csv（会风文风满分2分）\n单位,会风文风\n市财政局,95\n",
    good="# 共性目标评分.csv（会风文风满分2分）\n单位,会风文风\n市财政局,1.9\n",
)
ZERO = error(
    "G903",
    ("{unit}：算“{name}”时除数是0", "{unit}: working out “{name}” divides by zero"),
    ("核对作除数的数据", "check the figure that is divided by"),
    what=("用作除数的数是0。", "A figure that is divided by is 0."),
    why=("除以0没有结果。", "Dividing by 0 gives nothing."),
    mend=(
        "核对目标值、票数等作除数的数；允许是0的，在政策里另写一个情形。",
        "Check the target or the votes; where 0 may occur, let the policy have a case for it.",
    ),
    bad="# 重点工作目标.csv\n单位,目标,目标值,完成值\n甲县,新建公路,0,12\n",
    good="# 重点工作目标.csv\n单位,目标,目标值,完成值\n甲县,新建公路,10,12\n",
)
UNDEFINED = error(
    "G910",
    (
        "{unit}：算“{name}”时，这个数没有对数、方根或乘方",
        "{unit}: working out “{name}”, this figure has no logarithm, root or power",
    ),
    (
        "核对数据；对数要大于0，开方不能小于0",
        "check the datum: above 0 for a logarithm, not below 0 for a root",
    ),
    what=(
        "取对数的数不大于0，或开方的数小于0。",
        "A logarithm of a number not above 0, or a root of one below 0.",
    ),
    why=("这样的数没有结果，也不能替您假定。", "There is no such value, and none may be assumed."),
    mend=(
        "核对数据；确有这种情况的，在政策里另写一个情形。",
        "Check the datum; where it may occur, let the policy have a case for it.",
    ),
    bad="# 人均收入.csv\n单位,人均收入\n甲县,0\n",
    good="# 人均收入.csv\n单位,人均收入\n甲县,1200\n",
)
NOTHING = error(
    "G904",
    (
        "{unit}：算“{name}”时一行数据也没有，不能求平均、最高或最低",
        "{unit}: “{name}” has no row to take a mean, a highest or a lowest of",
    ),
    (
        "补报这个单位的评价，或核对单位名称",
        "hand in the missing marks, or check the unit's name",
    ),
    what=("要求平均的各行里没有这个单位。", "No row that counts belongs to the unit."),
    why=("没有评价不等于0分。", "No mark is not a mark of 0."),
    mend=(
        "补上评价；多半是单位名称和名册写得不一样。",
        "Hand in the marks; often the unit is spelt otherwise than in the register.",
    ),
    bad="# 领导评价.csv（乙县没有人评价）\n评价人,单位,评分\n市长,甲县,90\n",
    good="# 领导评价.csv\n评价人,单位,评分\n市长,甲县,90\n市长,乙县,85\n",
)
NO_BAND = error(
    "G905",
    (
        "{unit}：{value}不在“{name}”的任何一档里",
        "{unit}: {value} is in no band of “{name}”",
    ),
    ("在政策里补上这一段", "add the missing band to the policy"),
    what=("总分不属于任何等次。", "The score is in none of the grades."),
    why=("这个单位定不了等次。", "The unit cannot be graded."),
    mend=(
        "先核对数据；数据无误的，政策里的等次要覆盖这个分数。",
        "Check the data first; if they are right, the grades must cover the score.",
    ),
    bad="# 日常评估.csv（等次只写到100分）\n单位,总分\n甲县,103\n",
    good="# 日常评估.csv（等次只写到100分）\n单位,总分\n甲县,98\n",
)
REQUIREMENT = error(
    "G907",
    ("{unit}：不满足“{name}”", "{unit}: “{name}” does not hold"),
    ("核对这一行数据", "check this row"),
    what=("数据不满足政策里写的一条“校验”。", "The data fail a requirement of the policy."),
    why=("照这样的数据算出的结果不能用。", "Results from such data cannot be relied on."),
    mend=("对照校验的要求核对这一行。", "Check the row against the requirement."),
    bad="# 否决情形.csv（校验：查处日期在评估年度内）\n单位,情形,查处日期\n"
    "甲县,重大失误,2008-12-30\n",
    good="# 否决情形.csv（校验：查处日期在评估年度内）\n单位,情形,查处日期\n"
    "甲县,重大失误,2009-12-30\n",
)
LIST_SUM = error(
    "G908",
    (
        "{unit}：“{name}”清单各条分值合计{actual}分，应为{expected}分（{difference}）",
        "{unit}: the points of the list “{name}” add up to {actual}; "
        "they must be {expected} ({difference})",
    ),
    (
        "改清单的分值，使合计正好等于应有的分",
        "change the points of the list so that they add up",
    ),
    what=(
        "一个单位清单上各条的分值之和，不等于这个方面的满分。",
        "The points of a unit's items do not add up to the full mark of the goal.",
    ),
    why=(
        "合计多了，完成得差也能得高分；少了，全部完成也得不满。",
        "Too many make points cheap; too few put the full mark out of reach.",
    ),
    mend=("请该单位改清单的分值，按规定程序重新确认。", "Have the list mended and confirmed."),
    bad="# 重点工作目标.csv（应合计80分）\n单位,序号,目标,分值\n市财政局,1,增收,50\n"
    "市财政局,2,节支,25\n",
    good="# 重点工作目标.csv（应合计80分）\n单位,序号,目标,分值\n市财政局,1,增收,50\n"
    "市财政局,2,节支,30\n",
)
GROUP_COUNT = error(
    "G909",
    (
        "按“{name}”分出了{actual}组，政策写的是{expected}组：{groups}",
        "“{name}” makes {actual} groups; the policy says {expected}: {groups}",
    ),
    ("核对名册里的分类", "check the classes in the register"),
    what=("名册分出的组数和政策写的不一样。", "The register makes more or fewer groups."),
    why=("分错了组，排名就错了。", "With wrong groups the ranks are wrong."),
    mend=(
        "多半是名册里类别写错或漏填；核对后改名册。",
        "Most likely a class is misspelt or missing in the register.",
    ),
    bad="# 单位名册.csv（应分2组）\n单位,类别\n甲局,经济管理\n乙局,经济管里\n丙局,市场监管\n",
    good="# 单位名册.csv（应分2组）\n单位,类别\n甲局,经济管理\n乙局,经济管理\n丙局,市场监管\n",
)
HEAD_COUNT = error(
    "G912",
    (
        "“{kind}”在名册里有{actual}个，政策写的是{expected}个",
        "the register has {actual} of “{kind}”; the policy says {expected}",
    ),
    (
        "核对{file}里有没有漏列、多列或类别写错的单位",
        "look in {file} for a unit that is missing, one too many, or of another kind",
    ),
    what=(
        "对象写了“个数”，名册里这类单位的个数和它不一样。",
        "The register holds more or fewer units of a kind than the policy states.",
    ),
    why=(
        "漏了一个单位，名次和名额就都错了。",
        "With a unit missing, ranks and quotas are wrong.",
    ),
    mend=(
        "对照正式名单改名册；单位确有增减的，改政策里的个数。只核对正式数据，不核对示例。",
        "Mend the register by the official list, or the count if it has changed. Only real data are"
        " held against it, no example.",
    ),
    bad="# 单位名册.csv（县区政府 个数：2个）\n单位,类型\n甲县,县区政府\n",
    good="# 单位名册.csv（县区政府 个数：2个）\n单位,类型\n甲县,县区政府\n乙县,县区政府\n",
)
INVARIANT = error(
    "G911",
    ("{unit}：底线“{name}”不成立{values}", "{unit}: the invariant “{name}” does not hold{values}"),
    (
        "数据无误的，就是政策的某条规则让结果越过了底线",
        "if the data are right, a rule of the policy lets the result go too far",
    ),
    what=(
        "政策写明任何单位都必须成立的条件，这个单位没有做到。",
        "What the policy says must hold for every unit does not hold for this one.",
    ),
    why=(
        "底线是核对规则写得对不对的；越过了底线，结果不能用。",
        "An invariant guards the rules; where it breaks, the result cannot be relied on.",
    ),
    mend=(
        "先核对这个单位的数据，再用 guiju explain 看是哪一步越过的。",
        "Check the unit's data first, then see with guiju explain which step goes too far.",
    ),
    bad="# 日常评估.csv（底线：总分 ≤ 105分；加分没有封顶）\n单位,得分,加分\n甲县,99,12\n",
    good="# 日常评估.csv（底线：总分 ≤ 105分）\n单位,得分,加分\n甲县,99,5\n",
)
CODES: tuple[Code, ...] = (
    BLANK_NEEDED,
    OUTSIDE,
    ZERO,
    NOTHING,
    NO_BAND,
    REQUIREMENT,
    LIST_SUM,
    GROUP_COUNT,
    HEAD_COUNT,
    UNDEFINED,
    INVARIANT,
)

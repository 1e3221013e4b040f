"""Codes of findings that functions make on a year's data (G920 to G927)."""

from __future__ import annotations

from .codes import error

NOT_POSITIVE = error(
    "G920",
    (
        "{unit}：算“{name}”的完成率时，作除数的是{value}，不大于0",
        "{unit}: the completion ratio in “{name}” divides by {value}, which is not above 0",
    ),
    (
        "核对目标值；确有零目标或负目标的，在政策里另写一个情形",
        "check the target; where it may be 0 or less, let the policy have a case for it",
    ),
    what=(
        "完成率的目标（越小越好的，是实际）是0或负数。",
        "The target of a completion ratio (where less is better, the actual figure) is 0 or less.",
    ),
    why=(
        "负目标会把没完成算成超额完成，除以0没有结果；怎么算要由政策写明。",
        "A negative target turns a failure into success, and 0 gives nothing; the policy must say.",
    ),
    mend=(
        "核对数据；允许零目标、负目标的，写“情形 …… { 当：目标 ≤ 0；取：…… }”。",
        "Check the data, or write a case for targets of 0 or less.",
    ),
    bad="# 重点工作目标.csv\n单位,目标值,完成值\n甲县,-5,-3\n",
    good="# 重点工作目标.csv\n单位,目标值,完成值\n甲县,5,3\n",
)
FEW = error(
    "G921",
    (
        "{unit}：“{name}”至少要有{needed}个数才能取舍，实有{actual}个",
        "{unit}: “{name}” needs at least {needed} figures to pick from; there are {actual}",
    ),
    (
        "补报缺的数，或在政策里写明不足时怎样算",
        "hand in the missing figures, or let the policy say what counts when there are too few",
    ),
    what=(
        "要去掉的个数不少于实有的个数，或取前几名的平均而不足几个。",
        "As many figures are to be left out as there are, or the best few are fewer than that.",
    ),
    why=("剩不下数就没有平均；少算几个也不能替您假定。", "Nothing is left to take a mean of."),
    mend=(
        "补上评分；允许人数少的，按人数另写一个情形。",
        "Hand in the marks, or write a case for small panels.",
    ),
    bad="# 评委评分.csv（去掉最高、最低各1个）\n单位,评委,得分\n甲县,一,90\n甲县,二,80\n",
    good="# 评委评分.csv（去掉最高、最低各1个）\n单位,评委,得分\n甲县,一,90\n甲县,二,80\n"
    "甲县,三,85\n",
)
MANY = error(
    "G922",
    (
        "{unit}：“{name}”应当正好有一行，实有{actual}行",
        "{unit}: “{name}” must have one row exactly; there are {actual}",
    ),
    (
        "核对数据里是不是缺了、重复了，或把条件写得再窄些",
        "check the data for missing or repeated rows, or narrow the condition",
    ),
    what=("“唯一”要的那一行没有，或不止一行。", "The only row asked for is missing or not alone."),
    why=("取哪一行，结果不同，不能替您选。", "Which of them counts cannot be assumed."),
    mend=("改数据；有几行是应当的，用合计、平均、最高等汇总。", "Mend the data, or sum them up."),
    bad="# 上年结果.csv\n单位,年份,等次\n甲县,2008,良好\n甲县,2008,优秀\n",
    good="# 上年结果.csv\n单位,年份,等次\n甲县,2008,良好\n",
)
TIED = error(
    "G923",
    (
        "{units}：“{name}”并列（都是{value}），政策不许并列",
        "{units} tie in “{name}” (all {value}), and the policy allows no ties",
    ),
    (
        "加写“同分依据”，或改一种并列的办法",
        "add then_by, or choose what ties get",
    ),
    what=("政策写了“并列：不许”，却有两个以上相同。", "Ties are forbidden, and there is one."),
    why=("谁在前由政策定，不能由数据的先后定。", "The order of rows must not decide."),
    mend=("写出同分时再比什么，或由主管机关核定后改数据。", "Say what decides between equals."),
    bad="# 总分.csv\n单位,总分\n甲县,90\n乙县,90\n",
    good="# 总分.csv\n单位,总分\n甲县,90\n乙县,90.5\n",
)
INDIVISIBLE = error(
    "G924",
    (
        "{unit}：“{name}”分不了：总数{value}，依据合计{weight}",
        "{unit}: “{name}” cannot be divided: the total is {value}, the weights add up to {weight}",
    ),
    (
        "总数要全组相同、不小于0、不多于写明的位数；依据不能是负数，也不能全是0；尾差归一家的，不能把它扣成负数",
        "the total must be one for the group, 0 or more, of no more decimals than written; "
        "no weight may be below 0, nor all of them 0, nor the one who takes the rest left below 0",
    ),
    what=(
        "依据全是0或有负数，或总数不能正好分成写明的位数。",
        "The weights are all 0 or one is negative, or the total has more decimals than its parts.",
    ),
    why=("这样分不出合计正好等于总数的各份。", "No parts would add up to the total."),
    mend=("核对依据和总数；总数有零头的先取整。", "Check them; round the total first."),
    bad="# 单位.csv（名额按人数分摊）\n单位,人数\n甲县,0\n乙县,0\n",
    good="# 单位.csv（名额按人数分摊）\n单位,人数\n甲县,10\n乙县,20\n",
)
NO_YEAR = error(
    "G925",
    (
        "{unit}：算“{name}”要用{year}年的放假安排，“{table}”里没有这一年",
        "{unit}: “{name}” needs the holidays of {year}, and “{table}” has none of that year",
    ),
    (
        "在表里补上{year}年的放假和调休安排",
        "add the days off and the days worked instead of {year} to the table",
    ),
    what=(
        "数工作日数到了一年，假日表里没有这一年的任何一天。",
        "A year without holidays is asked for.",
    ),
    why=(
        "没有放假安排就数不准工作日，节假日会被算作上班。",
        "Holidays would be counted as working days.",
    ),
    mend=("按当年公布的放假通知补全假日表。", "Complete the table from the year's announcement."),
    bad="# 放假安排.csv（截止日数到了2010年）\n日期,安排\n2009-10-01,放假\n",
    good="# 放假安排.csv\n日期,安排\n2009-10-01,放假\n2010-01-01,放假\n",
)
NO_DAY = error(
    "G926",
    (
        "{unit}：算“{name}”时得不出一个日期：{values}",
        "{unit}: working out “{name}” gives no date: {values}",
    ),
    ("核对年、月、日或天数，都要是整数", "check year, month and day, or the days: whole numbers"),
    what=("没有这一天，或天数不是整数。", "There is no such day, or part of a day is asked for."),
    why=("不能替您换成相近的一天。", "No other day may stand in for it."),
    mend=("核对数据。", "Check the data."),
    bad="# 项目.csv\n单位,年,月,日\n甲县,2009,2,30\n",
    good="# 项目.csv\n单位,年,月,日\n甲县,2009,2,28\n",
)
UNTOLD = error(
    "G927",
    (
        "{units}：“{name}”相同（都是{value}），要再比“{column}”，{unit}的“{column}”没有值",
        "{units} are equal in “{name}” (all {value}), and {unit} has no “{column}” to tell them "
        "apart",
    ),
    (
        "补上这一格；允许没有的，写一个取值说明没有时算多少，再用它作同分依据",
        "fill it in; where there may be none, let a value say what counts then, and tell equals "
        "apart by that",
    ),
    what=(
        "同分的要再比同分依据，而同分的里面有一个没有它。",
        "What tells equals apart is missing for one of those who are equal.",
    ),
    why=(
        "没有的排在前面还是后面，名次不同，不能替您定；不同分的用不着比，空着没有关系。",
        "Whether it goes first or last changes the places. Of those who are not equal nothing more "
        "is asked.",
    ),
    mend=(
        "补报；允许没有的，写一个取值（情形 有 { 当：某列 有值；取：某列 } 其余 无 { 取：0分 }），"
        "同分依据写这个取值。",
        "Hand in the figure, or write a value with a case for those who have none.",
    ),
    bad="# 单位.csv（同分依据：次分）\n单位,得分,次分\n甲县,90,\n乙县,90,5\n",
    good="# 单位.csv（同分依据：次分）\n单位,得分,次分\n甲县,91,\n乙县,90,5\n",
)
CODES = (NOT_POSITIVE, FEW, MANY, TIED, INDIVISIBLE, NO_YEAR, NO_DAY, UNTOLD)

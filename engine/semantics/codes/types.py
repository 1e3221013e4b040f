"""Codes about what formulas work out: numbers, units of measure, levels (G303 to G309, G313,
G314, G329)."""

from __future__ import annotations

from .frames import FRAME
from .make import code

#: A second table with several rows for each unit.
_TWO_TABLES = FRAME.replace(
    "{example}",
    """\
数据表 现场抽查 {
  出处：“四（二）”
  文件：“现场抽查.csv”
  列 { 单位：单位；地点：文字；抽查分：分 }
}

{example}""",
)
#: A bonus that looks the level of an application up in a scale.
_SCALED = FRAME.replace(
    "{example}",
    """\
加分 奖项加分 {
  出处：“四（三）”
  逐行：加分申报
  取：级别加分（级别）
  封顶：5分
}

{example}""",
)

UNIT_MISMATCH = code(
    "G303",
    ("{left}和{right}的单位不同，不能{verb}", "{left} and {right} differ in unit: not {verb}"),
    what=(
        "分、个数、比例、金额不是一类数，这里把它们混在了一起。",
        "Points, counts, shares and money are different things and are mixed here.",
    ),
    why=(
        "分数加人数得不出任何东西；多半是写错了列。",
        "Points plus people is nothing; most likely the wrong column is named.",
    ),
    mend=(
        "核对名称；确要折算的，写出每一个折多少，例如 人数 × 2分 ÷ 1人。",
        "Check the names; to convert, write the rate, such as people × 2pts ÷ 1people.",
    ),
    bad="结果表 { 两项合计：日常评估.基础工作 ＋ 公务员人数 }",
    good="结果表 { 两项合计：日常评估.基础工作 ＋ 日常评估.定期调度 }",
    hint=("改成同样的单位", "give both the same unit"),
)
NOT_A_NUMBER = code(
    "G304",
    ("这里要一个数，“{what}”是{found}", "a number is needed; “{what}” is {found}"),
    what=("要数的地方写了名称、日期或文字。", "A name, a date or text stands for a number."),
    why=("不是数就不能计算。", "What is not a number cannot be calculated with."),
    mend=(
        "换成数；名称先用对照换成分，例如 级别加分（级别）。",
        "Use a number; turn a name into points with a scale, such as points_of(level).",
    ),
    hint=(
        "换成一个数；名称先用对照换成分，日期不能参加运算",
        "use a number; turn a name into points with a scale",
    ),
    bad="结果表 { 加倍：类型 × 2 }",
    good="结果表 { 加倍：公务员人数 × 2 }",
)
NOT_A_CONDITION = code(
    "G305",
    ("这里要一个条件，“{what}”是{found}", "a condition is needed; “{what}” is {found}"),
    what=(
        "“当”“要求”等后面要写成立或不成立的条件。",
        "“when”, “must” and the like take something that holds or does not.",
    ),
    why=("一个数本身没有成立不成立。", "A number neither holds nor fails."),
    mend=(
        "写成比较，例如 公务员人数 ≥ 5人，或 评分 有值。",
        "Write a comparison, such as people >= 5people, or “score present”.",
    ),
    bad="提示 人数 { 出处：“五”；当：公务员人数；内容：“人数较多” }",
    good="提示 人数 { 出处：“五”；当：公务员人数 ≥ 50人；内容：“人数较多” }",
    hint=(
        "写成比较，如“A ≥ B”“A = B”“A 有值”",
        "write a comparison, such as “A >= B”, “A = B” or “A present”",
    ),
)
NOT_COMPARABLE = code(
    "G306",
    ("{left}和{right}不能相比", "{left} and {right} cannot be compared"),
    what=(
        "两边不是同一类东西；名称之间也只能说是不是，不能比大小。",
        "The two sides are of different kinds; names are equal or not, never larger or smaller.",
    ),
    why=("这样的条件没有意义。", "Such a condition has no meaning."),
    mend=("核对两边的名称；要比大小的两边都写成数或日期。", "Compare numbers, or dates."),
    bad="提示 国家级 { 出处：“五”；逐行：加分申报；当：级别 ＞ 省级；内容：“请核对” }",
    good="提示 国家级 { 出处：“五”；逐行：加分申报；当：级别 ≠ 省级；内容：“请核对” }",
    hint=(
        "数和数、日期和日期可以比大小；名称用 = 或 属于",
        "numbers and dates can be ordered; for names use = or in",
    ),
)
WRONG_LEVEL = code(
    "G307",
    (
        "“{name}”在“{table}”里每行各有一个，这里每个单位只能有一个",
        "“{name}” has a value for each row of “{table}”; here a unit may have only one",
    ),
    what=(
        "一个单位在这张表里可以有好几行，不能直接当作一个数用。",
        "A unit may have several rows in the table; they are not one figure.",
    ),
    why=(
        "取哪一行，还是合计、平均，结果都不一样，要由政策写明。",
        "One of the rows, their sum or their mean: the policy must say which.",
    ),
    mend=(
        "用 合计、平均、最高、最低 或 计数 把它汇总。",
        "Sum it up with sum, mean, highest, lowest or count.",
    ),
    bad="结果表 { 申报：加分申报.申报分 }",
    good="结果表 { 申报：最高（加分申报.申报分） }",
    hint=("用 合计、平均、最高、最低 或 计数 汇总", "use sum, mean, highest, lowest or count"),
)
ALL_UNITS = code(
    "G329",
    (
        "“{name}”每个单位只有一个值，“{function}”会把所有单位的合在一起，各单位得到同一个数",
        "“{name}” is one value for each unit; “{function}” would put all units together, and each "
        "would get the same",
    ),
    what=(
        "名册里的列、每个单位一行的表（主键：单位）的列，和各单位算出的数，一个单位只有一个，"
        "没有几行可汇总。",
        "Columns of the register and of tables with one row a unit, and what is worked out for a "
        "unit, are there once: there are no rows of it to sum up.",
    ),
    why=(
        "要本单位的，结果会成了全体的合计，每个单位都一样，看不出错。",
        "Where the unit's own was meant, each would get the total of all, and nothing would show.",
    ),
    mend=(
        "要本单位的，直接写这个名称，条件写成情形；要把各单位的合在一起，写明在哪个分组里，"
        "例如 合计（人数 按 全体）。",
        "For the unit's own write the name itself, and its condition as a case; to put units "
        "together say in which grouping: sum(people by everyone).",
    ),
    bad="取值 基础 { 出处：“五”；取：合计（日常评估.基础工作） }\n结果表 { 基础：基础 }",
    good="""
分组 全体 { 出处：“五” }
取值 基础 { 出处：“五”；取：日常评估.基础工作 }
取值 合起来 { 出处：“五”；取：合计（日常评估.基础工作 按 全体） }
结果表 { 基础：基础；合起来：合起来 }""",
    hint=(
        "要本单位的，直接写“{name}”；要把各单位的合在一起，在里面写“{by} {grouping}”"
        "（没有的，先写一块“分组 全体 {{ }}”）",
        "for the unit's own write “{name}”; to put all units together add “{by} {grouping}” (a "
        "grouping without by; declare it where there is none)",
    ),
)
OTHER_TABLE = code(
    "G308",
    ("“{name}”是“{table}”的，这里正逐行处理“{other}”", "“{name}” is of “{table}”, not “{other}”"),
    what=(
        "逐行处理一张表时，用到了另一张表的列。",
        "While one table is worked through row by row, a column of another is used.",
    ),
    why=(
        "两张表的行并不一一对应，不知道取哪一行。",
        "The rows of two tables do not correspond, so there is no row to take.",
    ),
    mend=("先把另一张表汇总到单位，例如 平均（……）。", "First sum the other table up by unit."),
    bad="提示 偏高 {\n  出处：“五”\n  逐行：加分申报\n  当：申报分 ＞ 现场抽查.抽查分\n"
    "  内容：“申报偏高”\n}",
    good="提示 偏高 {\n  出处：“五”\n  逐行：加分申报\n  当：申报分 ＞ 平均（现场抽查.抽查分）\n"
    "  内容：“申报偏高”\n}",
    hint=("先把“{table}”汇总到单位", "sum “{table}” up by unit first"),
    frame=_TWO_TABLES,
)
CIRCULAR = code(
    "G309",
    ("“{name}”要靠自己才能算出：{cycle}", "“{name}” depends on itself: {cycle}"),
    what=("几个数互相依赖，绕成了一圈。", "Several values need each other in a circle."),
    why=("没有一个能先算出来。", "None of them can be worked out first."),
    mend=("找出圈里多余的一环，改用原始数据。", "Break the circle at one place, using data."),
    bad="核算 得分核算 {\n  出处：“四（四）”\n  步骤 初分 { 取：终分 ＋ 1分 }\n"
    "  步骤 终分 { 取：初分 }\n}",
    good="核算 得分核算 {\n  出处：“四（四）”\n  步骤 初分 { 取：日常评估.基础工作 ＋ 1分 }\n"
    "  步骤 终分 { 取：初分 }\n}",
    hint=("让其中一个只用原始数据", "let one of them go by data alone"),
)
SCALE_MISSING = code(
    "G313",
    ("对照“{name}”没有写“{member}”是多少", "scale “{name}” has no value for “{member}”"),
    what=(
        "数据里可能出现的名称，对照里没有相应的数。",
        "A name that may occur in the data has no value in the scale.",
    ),
    why=("遇到它就算不出分，更不能当作0分。", "It would have no score; 0 must not be assumed."),
    mend=("在对照里补上这一行。", "Add the line to the scale."),
    bad="对照 级别加分 {\n  出处：“四（三）”\n  国家级：3分\n}",
    good="对照 级别加分 {\n  出处：“四（三）”\n  国家级：3分\n  省级：2分\n}",
    hint=("在“{name}”里加一行：{member}：…", "add a line “{member}: …” to “{name}”"),
    frame=_SCALED,
)
SCALE_EXTRA = code(
    "G314",
    (
        "对照“{name}”里的“{member}”不在数据可取的名称（{what}）之中",
        "“{member}” of scale “{name}” is none of the names that the data may hold: {what}",
    ),
    what=("对照里有一行永远用不上。", "A line of the scale can never be used."),
    why=(
        "多半是两边写法不一致，该得分的就得不到分。",
        "Most likely the spellings differ, and those meant would get nothing.",
    ),
    mend=("让对照和列里的名称写法一致。", "Spell the names alike in the scale and the column."),
    bad="对照 级别加分 {\n  出处：“四（三）”\n  国家级：3分\n  省级：2分\n  市级：1分\n}",
    good="对照 级别加分 {\n  出处：“四（三）”\n  国家级：3分\n  省级：2分\n}",
    hint=("{suggestion}", "{suggestion}"),
    frame=_SCALED,
)
ALL = (
    UNIT_MISMATCH,
    NOT_A_NUMBER,
    NOT_A_CONDITION,
    NOT_COMPARABLE,
    WRONG_LEVEL,
    ALL_UNITS,
    OTHER_TABLE,
    CIRCULAR,
    SCALE_MISSING,
    SCALE_EXTRA,
)

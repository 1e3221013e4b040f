"""Codes about data tables and the register (G315, G318, G319, G324, G371 to G374)."""

from __future__ import annotations

from .frames import HEAD
from .make import code

BAD_COLUMN = code(
    "G315",
    ("列“{name}”的写法不对：{problem}", "column “{name}” is not well written: {problem}"),
    what=(
        "列先写类型，再用逗号接上单位、范围、表头，以及“可空”“备查”；各写一个。",
        "A column has its type first, then unit, range, header, “nullable”, “reference”; one each.",
    ),
    why=(
        "当年的数据要照这里的写法逐格核对。",
        "The year's data are checked cell by cell against what is written here.",
    ),
    mend=("照提示的样子写。", "Write it like the example in the hint."),
    bad="数据表 抽查 {\n  出处：“四（二）”\n  文件：“抽查.csv”\n  主键：单位\n"
    "  列 { 单位：单位；抽查分：分，一百以内 }\n}\n结果表 { 抽查：抽查.抽查分 }",
    good="数据表 抽查 {\n  出处：“四（二）”\n  文件：“抽查.csv”\n  主键：单位\n"
    "  列 { 单位：单位；抽查分：分，0分至100分 }\n}\n结果表 { 抽查：抽查.抽查分 }",
    hint=("{hint}", "{hint}"),
)
NO_UNIT_COLUMN = code(
    "G318",
    (
        "“{table}”没有类型为“单位”的列，不知道哪一行是哪个单位的",
        "“{table}” has no column of type “unit”; its rows belong to nobody",
    ),
    what=("要算到单位的表里没有单位这一列。", "A table that counts for units names no unit."),
    why=("不知道每一行是谁的，就算不到谁头上。", "Its rows could not be credited to anyone."),
    mend=("在表里加一列“单位：单位”。", "Add a column “unit: unit”."),
    bad="数据表 抽查 {\n  出处：“四（二）”\n  文件：“抽查.csv”\n"
    "  列 { 地点：文字；抽查分：分 }\n}\n结果表 { 抽查：平均（抽查.抽查分） }",
    good="数据表 抽查 {\n  出处：“四（二）”\n  文件：“抽查.csv”\n"
    "  列 { 单位：单位；地点：文字；抽查分：分 }\n}\n结果表 { 抽查：平均（抽查.抽查分） }",
    hint=("加一列：单位：单位", "add a column “unit: unit”"),
)
NO_REGISTER = code(
    "G319",
    ("没有“名册”，不知道评估哪些单位", "there is no register of the units evaluated"),
    what=("政策里没有声明单位名册。", "The policy declares no register of units."),
    why=(
        "谁被评估由名册决定；没有名册就没有结果。",
        "The register says who is evaluated; without it there is no result.",
    ),
    mend=("加上名册，写明文件、主键和各列。", "Add it, with its file, its key and its columns."),
    bad="机构 市绩效办 { 出处：“六” }",
    good="名册 单位名册 {\n  出处：“二”\n  文件：“单位名册.csv”\n  主键：单位\n"
    "  列 { 单位：单位 }\n}\n机构 市绩效办 { 出处：“六” }",
    hint=(
        "加一块：名册 单位名册 {{ 文件：“…”；主键：单位；列 {{ 单位：单位 }} }}",
        "add: register units {{ file: “…”; key: unit; columns {{ unit: unit }} }}",
    ),
    frame=HEAD,
)
NO_KIND_COLUMN = code(
    "G324",
    (
        "“{name}”只适用于一部分单位，可名册“{table}”里没有类型为“对象”的列",
        "“{name}” applies to some units only, but register “{table}” has no column “subject”",
    ),
    what=(
        "规定只适用于一类单位，名册里却看不出哪个单位属于哪一类。",
        "A rule is for one kind of unit, but the register does not say who is of which kind.",
    ),
    why=(
        "分不清就会用到不该用的单位身上。",
        "It would be applied to units it is not meant for.",
    ),
    mend=("在名册里加一列“类型：对象”。", "Add a column “kind: subject” to the register."),
    bad="对象 县区政府 { 出处：“二” }\n对象 市直部门 { 出处：“二” }\n\n名册 单位名册 {\n"
    "  出处：“二”\n  文件：“单位名册.csv”\n  主键：单位\n  列 { 单位：单位 }\n}\n\n"
    "运用 改进 { 出处：“五”；适用：县区政府；则：整改 }",
    good="对象 县区政府 { 出处：“二” }\n对象 市直部门 { 出处：“二” }\n\n名册 单位名册 {\n"
    "  出处：“二”\n  文件：“单位名册.csv”\n  主键：单位\n  列 { 单位：单位；类型：对象 }\n}\n\n"
    "运用 改进 { 出处：“五”；适用：县区政府；则：整改 }",
    hint=("在名册里加一列：类型：对象", "add a column “kind: subject” to the register"),
    frame=HEAD,
)
_YEARS = """\
数据表 年度表 {
  出处：“四（二）”
  文件：“年度.csv”
%s
  列 { 单位：单位；年度：整数；得分数：分 }
}
数据表 事件 {
  出处：“四（二）”
  文件：“事件.csv”
  归属：年度表
  列 { %s扣分：分 }
}
结果表 { 得分：合计（年度表.得分数） － 合计（事件.扣分） }"""
NO_OWNER_COLUMN = code(
    "G371",
    (
        "“{table}”归属“{owner}”，却没有它的主键列“{column}”",
        "“{table}” belongs to “{owner}” but lacks its key column “{column}”",
    ),
    what=(
        "一张表的行要归到另一张表的行，须有那张表的全部主键列。",
        "Rows that belong to another table's rows must hold all of its key.",
    ),
    why=(
        "缺了主键，就不知道这一行归到哪一行。",
        "Without the key nothing says which row it belongs to.",
    ),
    mend=(
        "加上同名的列；单位那一列只看类型，不看名称。",
        "Add a column of that name; the unit is found by its type.",
    ),
    bad=_YEARS % ("  主键：单位、年度", "单位：单位；"),
    good=_YEARS % ("  主键：单位、年度", "单位：单位；年度：整数；"),
    hint=("加一列：{column}", "add a column: {column}"),
)
NO_OWNER_KEY = code(
    "G372",
    (
        "“{table}”归属“{owner}”，而“{owner}”没有写主键",
        "“{table}” belongs to “{owner}”, which has no key",
    ),
    what=(
        "被归属的表没有主键，它的各行分不清。",
        "The table that another belongs to has no key; its rows cannot be told apart.",
    ),
    why=("不知道归到哪一行。", "Nothing says which row is meant."),
    mend=("在被归属的表里写上主键。", "Give that table a key."),
    bad=_YEARS % ("", "单位：单位；年度：整数；"),
    good=_YEARS % ("  主键：单位、年度", "单位：单位；年度：整数；"),
    hint=("在“{owner}”里加：主键：……", "add to “{owner}”: key: …"),
)
_CIRCLE = """\
数据表 年度表 {
  出处：“四（二）”
  文件：“年度.csv”
  主键：单位、年度
%s  列 { 单位：单位；年度：整数 }
}
数据表 事件 {
  出处：“四（二）”
  文件：“事件.csv”
  主键：单位、年度
  归属：年度表
  列 { 单位：单位；年度：整数；扣分：分 }
}
结果表 { 扣分：合计（事件.扣分） }"""
OWNER_CIRCLE = code(
    "G373",
    ("归属绕成了一圈：{cycle}", "tables belong to one another in a circle: {cycle}"),
    what=("几张表互相归属。", "Tables belong to one another."),
    why=("谁大谁小没有定下来，无从汇总。", "Which is the whole and which the part is not settled."),
    mend=("去掉其中一个归属。", "Remove one of the links."),
    bad=_CIRCLE % "  归属：事件\n",
    good=_CIRCLE % "",
)
_SERIES = """\
数据表 年度表 {
  出处：“四（二）”
  文件：“年度.csv”
  主键：单位、年度
%s  列 { 单位：单位；年度：整数；得分数：分 }
}
取值 进步 { 出处：“五”；逐行：年度表；取：得分数 － 上期（得分数） }
结果表 { 进步：合计（进步 当 年度 = 2009） }"""
NO_PERIOD = code(
    "G374",
    (
        "“{name}”要按期次找前一期，“{table}”没有写期次",
        "“{name}” looks at the period before, but “{table}” names no period",
    ),
    what=(
        "“上期”“连续”用在没有期次的数据上。",
        "Values along periods are asked of data without periods.",
    ),
    why=("不知道哪一行是前一期。", "Nothing says which row is the period before."),
    mend=(
        "在表里写明哪一列是期次：一列整数，或按先后列出的名称。",
        "Name the period: a column of whole numbers, or of names in their order.",
    ),
    bad=_SERIES % "",
    good=_SERIES % "  期次：年度\n",
    hint=("在“{table}”里加：期次：……", "add to “{table}”: period: …"),
)
ALL = (
    BAD_COLUMN,
    NO_UNIT_COLUMN,
    NO_REGISTER,
    NO_KIND_COLUMN,
    NO_OWNER_COLUMN,
    NO_OWNER_KEY,
    OWNER_CIRCLE,
    NO_PERIOD,
)

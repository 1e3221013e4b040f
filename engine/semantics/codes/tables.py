"""Codes about data tables and the register (G315, G318, G319, G324)."""

from __future__ import annotations

from .frames import HEAD
from .make import code

BAD_COLUMN = code(
    "G315",
    ("列“{name}”的写法不对：{problem}", "column “{name}” is not well written: {problem}"),
    what=(
        "列先写类型，再用逗号接上单位、范围，以及“可空”“备查”。",
        "A column has its type first, then unit, range and “nullable” or “reference”.",
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
    hint=(
        "例如：{name}：分，0分至100分，可空",
        "for example “{name}: pts, 0pts to 100pts, nullable”",
    ),
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
ALL = (BAD_COLUMN, NO_UNIT_COLUMN, NO_REGISTER, NO_KIND_COLUMN)

"""Codes about the author's own names: what is declared, twice, or not at all (G207 to G210, G213,
G316, G345)."""

from __future__ import annotations

from .make import code

DUPLICATE_NAME = code(
    "G207",
    ("“{name}”声明了两次", "“{name}” is declared twice"),
    what=("两处用了同一个名称。", "Two declarations have the same name."),
    why=(
        "别处引用这个名称时，不知道指的是哪一个。",
        "Where the name is used, it would be unclear which of them is meant.",
    ),
    mend=("给其中一个改名，或删去重复的。", "Rename one of them, or delete the repetition."),
    bad="期限 目标制定 { 出处：“三”；截止：4月中旬 }\n期限 目标制定 { 出处：“三”；截止：4月末 }",
    good="期限 目标制定 { 出处：“三”；截止：4月中旬 }\n期限 目标批复 { 出处：“三”；截止：4月末 }",
    hint=(
        "多写的一行删掉；确是两项的，给其中一个改名",
        "delete the repetition, or rename one of them",
    ),
)
UNKNOWN_NAME = code(
    "G208",
    ("没有“{name}”这个名称", "“{name}” is not declared"),
    what=("用到的名称在政策里没有声明过。", "A name is used that the policy does not declare."),
    why=(
        "名称不明，就不知道该由谁办、该用哪个数。",
        "With an unknown name it is not known who acts or which figure counts.",
    ),
    mend=("改正错字，或先把它声明出来。", "Mend the spelling, or declare it first."),
    bad="机构 市绩效办 { 出处：“六” }\n期限 报送 { 出处：“三”；截止：3月末；责任：市绩郊办 }",
    good="机构 市绩效办 { 出处：“六” }\n期限 报送 { 出处：“三”；截止：3月末；责任：市绩效办 }",
    hint=("{suggestion}", "{suggestion}"),
)
UNKNOWN_MEMBER = code(
    "G209",
    ("“{name}”不在可取的名称（{what}）之中", "“{name}” is none of the names {what}"),
    what=(
        "这一列只能取几个固定的名称，条件里写的不是其中之一。",
        "The column takes one of a few names; the one it is compared with is none of them.",
    ),
    why=(
        "这样的条件永远不成立，规定等于没有写。",
        "Such a condition never holds, so the rule would be dead.",
    ),
    mend=("改成这一列可取的名称，或在列里加上它。", "Use one of the column's names, or add it."),
    bad="提示 国家级申报 {\n  出处：“四（三）”\n  逐行：加分申报\n  当：级别 = 国家\n"
    "  内容：“请核对批文”\n}",
    good="提示 国家级申报 {\n  出处：“四（三）”\n  逐行：加分申报\n  当：级别 = 国家级\n"
    "  内容：“请核对批文”\n}",
    hint=("{suggestion}", "{suggestion}"),
)
QUOTED_NAME = code(
    "G345",
    ("“{name}”是名称，不加引号", "“{name}” is a name and takes no quotes"),
    what=(
        "这里同一列可取的名称相比。名称不加引号；引号里的是文字。",
        "It is compared with names. A name stands without quotes; what is quoted is text.",
    ),
    why=(
        "文字和名称不是一回事：名称要在列里声明过，写错了查得出。",
        "Text is no name: a name is declared with its column, so a misspelt one is found.",
    ),
    mend=("去掉引号。", "Take the quotes off."),
    bad="提示 国家级申报 {\n  出处：“四（三）”\n  逐行：加分申报\n  当：级别 = “国家级”\n"
    "  内容：“请核对批文”\n}",
    good="提示 国家级申报 {\n  出处：“四（三）”\n  逐行：加分申报\n  当：级别 = 国家级\n"
    "  内容：“请核对批文”\n}",
    hint=("去掉引号：{name}", "take the quotes off: {name}"),
)
UNKNOWN_FUNCTION = code(
    "G210",
    ("没有“{name}”这种算法，也没有这个对照", "there is no function or scale “{name}”"),
    what=(
        "括号前面的词既不是内置的算法，也不是声明过的对照。",
        "The word before the brackets is neither a function nor a declared scale.",
    ),
    why=("不知道怎样算，就算不出数。", "A figure cannot be worked out by an unknown rule."),
    mend=("改正算法或对照的名称。", "Mend the name of the function or of the scale."),
    bad="结果表 { 十人一组：取整（公务员人数 ÷ 10，0位） }",
    good="结果表 { 十人一组：舍去（公务员人数 ÷ 10，0位） }",
    hint=("{suggestion}", "{suggestion}"),
)
STRAY_NAME = code(
    "G213",
    ("“{name}”有{n}个意思：{meanings}", "“{name}” has {n} meanings: {meanings}"),
    what=(
        "一个名称同时是列、中间值或指标中的两样。",
        "One name stands for two of: a column, a value, an indicator.",
    ),
    why=("以哪个为准会改变得分，所以不猜。", "Which one is meant changes the score."),
    mend=(
        "给其中一个改名；指列的，写成“表名.列名”。",
        "Rename one of them; a column may be written “table.column”.",
    ),
    bad="取值 公务员人数 { 出处：“五”；取：10人 }",
    good="取值 公务员定额 { 出处：“五”；取：10人 }\n结果表 { 定额：公务员定额 }",
    hint=(
        "给其中一个改名；指列的写成“表名.列名”",
        "rename one of them, or write “table.column” for the column",
    ),
)
NO_COLUMN = code(
    "G316",
    ("“{table}”没有“{name}”这一列", "“{table}” has no column “{name}”"),
    what=("用到了数据表里没有的列。", "A column is used that the table does not have."),
    why=("没有这一列，就没有数可用。", "Without the column there is no figure to use."),
    mend=("改正列名，或在数据表里声明这一列。", "Mend the name, or declare the column."),
    bad="结果表 { 调度：日常评估.定期调渡 }",
    good="结果表 { 调度：日常评估.定期调度 }",
    hint=("{suggestion}", "{suggestion}"),
)
ALL = (
    DUPLICATE_NAME,
    UNKNOWN_NAME,
    UNKNOWN_MEMBER,
    QUOTED_NAME,
    UNKNOWN_FUNCTION,
    STRAY_NAME,
    NO_COLUMN,
)

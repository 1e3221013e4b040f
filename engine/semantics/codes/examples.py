"""Codes about worked examples (G326, G327, G338)."""

from __future__ import annotations

from .frames import FRAME
from .make import code

#: A value of the rows of a table, and a figure of the unit that sums them up.
_HALVED = FRAME.replace(
    "{example}",
    "取值 折半 { 出处：“四”；逐行：加分申报；取：申报分 ÷ 2 }\n\n"
    "提示 多报 { 出处：“四”；当：合计（折半） ＞ 5分；内容：“多报” }\n\n{example}",
)

NOTHING_EXPECTED = code(
    "G326",
    ("示例“{name}”没有写应当得出什么", "the example “{name}” does not say what must come out"),
    what=(
        "示例只给了数，没有写“应得”“要求”“满足”或“违反”。",
        "The example gives values, and has no “expected”, “must”, “keeps” or “breaks”.",
    ),
    why=(
        "没有结果可核对的示例，政策怎样改错都照样通过。",
        "An example that cannot fail says nothing of the policy.",
    ),
    mend=("写上按文件应当算出的分数或等次。", "Write the figure or grade that must come out."),
    bad="示例 满分 { 给定 日常评估 { 基础工作：100分 } }",
    good="示例 满分 {\n  给定 日常评估 { 基础工作：100分 }\n  应得 { 基础工作：100分 }\n}",
    hint=("加上：应得 {{ …… }}", "add: expected {{ … }}"),
)
OF_A_ROW = code(
    "G327",
    (
        "“{name}”在“{table}”里每行各有一个，这里说的是整个单位",
        "“{name}” has a value for each row of “{table}”; this speaks of a whole unit",
    ),
    what=(
        "一行一行算出的值，写在了单位的值中间。",
        "A value of single rows stands among the values of a unit.",
    ),
    why=("不知道说的是哪一行。", "It does not say which row is meant."),
    mend=(
        "要给定的，写在“给定 表名”的那一行里；要核对的，写在“应得 表名”里。",
        "Give it in a row: “given TABLE”. What must come out of a row: “expected TABLE”.",
    ),
    bad="示例 折半 {\n  给定 { 折半：2分 }\n  要求：合计（折半） = 2分\n}",
    good="示例 折半 {\n  给定 加分申报 { 折半：2分 }\n  要求：合计（折半） = 2分\n}",
    frame=_HALVED,
    hint=("写进：{word} {table} {{ {name}：…… }}", "write: {word} {table} {{ {name}: … }}"),
)
ROW_UNCLEAR = code(
    "G338",
    (
        "“应得 {table}”说的是哪一行不清楚：{problem}",
        "it is not clear which row “expected {table}” means: {problem}",
    ),
    what=(
        "“应得 表名”用这张表的列指明是哪一行，给定的行里要正好有一行相符。",
        "“expected TABLE” names cells of the row that it means; one given row must have them.",
    ),
    why=("行没有对上，核对的就不是想要核对的那一行。", "Another row would be held against it."),
    mend=(
        "在“给定”里补上这一行；有几行的，在“应得”里写上能分清的列，例如年度。",
        "Give the row; where there are several, name the column that tells them apart.",
    ),
    bad="示例 折半 {\n  给定 加分申报 { 事项：“甲”；申报分：4分 }\n"
    "  应得 加分申报 { 事项：“乙”；折半：2分 }\n}",
    good="示例 折半 {\n  给定 加分申报 { 事项：“甲”；申报分：4分 }\n"
    "  应得 加分申报 { 事项：“甲”；折半：2分 }\n}",
    frame=_HALVED,
    hint=("核对给定的行和这里写的列", "compare the rows given with the cells named here"),
)
ALL = (NOTHING_EXPECTED, OF_A_ROW, ROW_UNCLEAR)

"""Codes about worked examples (G326, G327)."""

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
        "要给定的，写在“给定 表名”的那一行里；要核对的，写由它合计或平均出来的单位的值。",
        "Give it in a row: “given TABLE”. Expect the unit's value that sums the rows up.",
    ),
    bad="示例 折半 {\n  给定 { 折半：2分 }\n  要求：合计（折半） = 2分\n}",
    good="示例 折半 {\n  给定 加分申报 { 折半：2分 }\n  要求：合计（折半） = 2分\n}",
    frame=_HALVED,
    hint=("写进：给定 {table} {{ {name}：…… }}", "write: given {table} {{ {name}: … }}"),
)
ALL = (NOTHING_EXPECTED, OF_A_ROW)

"""Codes about what is declared and never read (G701 to G703)."""

from __future__ import annotations

from ...grammar.diagnostics import Severity
from ..semantics.codes.make import code

_HINT = ("在该用的地方引用它，或删掉", "refer to it where it belongs, or delete it")

VALUE = code(
    "G701",
    ("“{name}”写了却没有用到", "“{name}” is declared but never used"),
    what=("中间值或对照没有别处引用。", "No rule refers to this value or scale."),
    why=(
        "原文的规定就没有落实到得分上，往往是漏写了引用。",
        "What the document says has no effect; most likely a reference was forgotten.",
    ),
    mend=("在该用的地方引用它；不再需要的就删掉。", "Refer to it where it belongs, or delete it."),
    bad="取值 加倍分 { 出处：“四”；取：日常评估.基础工作 × 2 }",
    good="取值 加倍分 { 出处：“四”；取：日常评估.基础工作 × 2 }\n结果表 { 加倍分：加倍分 }",
    hint=_HINT,
    severity=Severity.WARNING,
)
TABLE = code(
    "G702",
    ("数据表“{name}”没有用到", "table “{name}” is never used"),
    what=("这张数据表没有一条规定引用。", "No rule refers to this table."),
    why=(
        "各单位白报一张表；或者本该用它的规定漏写了。",
        "Units would hand it in for nothing, or the rule that needs it was forgotten.",
    ),
    mend=("在该用的地方引用它，或删掉。", "Refer to it where it belongs, or delete it."),
    bad="数据表 抽查 {\n  出处：“四”\n  文件：“抽查.csv”\n  主键：单位\n"
    "  列 { 单位：单位；抽查分：分 }\n}",
    good="数据表 抽查 {\n  出处：“四”\n  文件：“抽查.csv”\n  主键：单位\n"
    "  列 { 单位：单位；抽查分：分 }\n}\n结果表 { 抽查分：抽查.抽查分 }",
    hint=_HINT,
    severity=Severity.WARNING,
)
COLUMN = code(
    "G703",
    ("“{table}”的列“{name}”没有用到", "the column “{name}” of “{table}” is never used"),
    what=("表里的一列数或日期没有一条规定引用。", "No rule reads this column of figures or dates."),
    why=("报上来的数不起作用，往往是漏写了规定。", "What is handed in would have no effect."),
    mend=("引用它；只供查阅的，在类型后面写“备查”。", "Use it, or mark it “reference”."),
    bad="数据表 抽查 {\n  出处：“四”\n  文件：“抽查.csv”\n  主键：单位\n"
    "  列 { 单位：单位；抽查分：分；抽查次数：整数，次 }\n}\n结果表 { 抽查分：抽查.抽查分 }",
    good="数据表 抽查 {\n  出处：“四”\n  文件：“抽查.csv”\n  主键：单位\n"
    "  列 { 单位：单位；抽查分：分；抽查次数：整数，次，备查 }\n}\n结果表 { 抽查分：抽查.抽查分 }",
    hint=(
        "只供查阅的列，在类型后面写“备查”",
        "write “reference” after its type if it is only for the record",
    ),
    severity=Severity.WARNING,
)
CODES = (VALUE, TABLE, COLUMN)

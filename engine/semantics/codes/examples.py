"""Codes about worked examples (G326)."""

from __future__ import annotations

from .make import code

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
    hint=("加上：应得 { …… }", "add: expected { … }"),
)
ALL = (NOTHING_EXPECTED,)

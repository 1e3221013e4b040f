"""Findings about brackets, braces and sizes: G140 to G159."""

from __future__ import annotations

from .diagnostics import Code, Page, Severity, Text

#: Deeper brackets or braces, longer formulas and further findings are not read.
DEEPEST = 50
MOST_OPERATORS = 100
MOST_FINDINGS = 50

MISSING_BRACKET = Code(
    "G140",
    Severity.ERROR,
    Text("“{before}”后面缺“{marks}”", "“{marks}” is missing after “{before}”"),
    Page(
        Text("圆括号没有合上。", "A round bracket is not closed."),
        Text("不知道括号里的内容到哪里为止。", "It cannot be told where its content ends."),
        Text("补上）。", "Add )."),
        bad="步骤 甲 {\n  取：四舍五入（总分，2位\n}\n",
        good="步骤 甲 {\n  取：四舍五入（总分，2位）\n}\n",
    ),
    Text("补上“{marks}”", "add “{marks}”"),
)

STRAY_BRACKET = Code(
    "G141",
    Severity.ERROR,
    Text("多了一个“）”", "there is one “)” too many"),
    Page(
        Text("有）而没有对应的（。", "A ) has no (."),
        Text("前面可能漏了（，算式的意思会变。", "A lost ( would change the formula."),
        Text("删去），或补上（。", "Delete ), or add (."),
        bad="步骤 甲 {\n  取：总分 × 2）\n}\n",
        good="步骤 甲 {\n  取：总分 × 2\n}\n",
    ),
    Text("删去它，或补上前面的“（”", "delete it, or add the “(”"),
)

MISSING_CLOSE = Code(
    "G142",
    Severity.ERROR,
    Text("这里缺“}}”，前面的块没有合上", "a “}}” is missing here: a block is not closed"),
    Page(
        Text("块的花括号没有合上。", "The brace of a block is not closed."),
        Text(
            "后面的内容会被当成这个块里的内容。", "What follows would count as part of the block."
        ),
        Text("在块的末尾补上}。", "Add } at the end of the block."),
        bad="机构 甲 {\n  主任：市长\n\n机构 乙 {\n  主任：市长\n}\n",
        good="机构 甲 {\n  主任：市长\n}\n\n机构 乙 {\n  主任：市长\n}\n",
    ),
    Text("在这里补上“}}”", "add “}}” here"),
)

MISSING_OPEN = Code(
    "G143",
    Severity.ERROR,
    Text("块的开头后面缺“{{”", "a “{{” is missing after the head of the block"),
    Page(
        Text("块有内容和}，却没有{。", "A block has content and a } but no {."),
        Text(
            "里面的内容会被当成外面的内容。", "Its content would count as part of what is outside."
        ),
        Text("在块的开头末尾补上{。", "Add { after the head."),
        bad="机构 甲\n  主任：市长\n}\n",
        good="机构 甲 {\n  主任：市长\n}\n",
    ),
    Text("补上“{{”", "add “{{”"),
)

STRAY_BRACE = Code(
    "G144",
    Severity.ERROR,
    Text("多了一个“}}”", "there is one “}}” too many"),
    Page(
        Text("有}而没有对应的{。", "A } has no {."),
        Text("它会提前结束外面的块。", "It would end an outer block too early."),
        Text("删去}，或补上{。", "Delete }, or add {."),
        bad="机构 甲 {\n  主任：市长\n}\n}\n",
        good="机构 甲 {\n  主任：市长\n}\n",
    ),
    Text("删去它，或补上前面的“{{”", "delete it, or add the “{{”"),
)

STRAY_OPEN = Code(
    "G148",
    Severity.ERROR,
    Text("这个“{{”前面不是块的开头", "no block begins at this “{{”"),
    Page(
        Text("{前面没有块的种类和名称。", "A { stands where no block begins."),
        Text(
            "后面的内容归到哪一块就说不清。", "It is unclear to which block belongs what follows."
        ),
        Text("删去{，或在前面写上块的种类和名称。", "Delete {, or write the head of a block."),
        bad="机构 甲 {\n  主任：{ 市长\n}\n",
        good="机构 甲 {\n  主任：市长\n}\n",
    ),
    Text("删去它，或在前面写上块的种类和名称", "delete it, or write the head of a block before it"),
)

TOO_DEEP = Code(
    "G145",
    Severity.ERROR,
    Text("嵌套超过{most}层", "nested more than {most} deep"),
    Page(
        Text("块或括号一层套一层，套得太深。", "Blocks or brackets are nested too deep."),
        Text("没有人能核对这样的内容。", "Nobody could check it."),
        Text("拆成几个块或几个取值。", "Split it into several blocks or values."),
        bad=f"步骤 甲 {{\n  取：{'（' * (DEEPEST + 1)}总分{'）' * (DEEPEST + 1)}\n}}\n",
        good="步骤 甲 {\n  取：（总分）\n}\n",
    ),
    Text("减少层数", "nest less"),
)

TOO_LONG_FORMULA = Code(
    "G146",
    Severity.ERROR,
    Text("一条里的运算超过{most}个", "a statement has more than {most} operations"),
    Page(
        Text("一条算式或条件太长。", "A formula or condition is too long."),
        Text("没有人能核对这样的算式。", "Nobody could check it."),
        Text("拆成几个步骤或取值。", "Split it into several steps or values."),
        bad=f"步骤 甲 {{\n  取：1{'＋1' * (MOST_OPERATORS + 1)}\n}}\n",
        good="步骤 甲 {\n  取：甲 ＋ 乙\n}\n",
    ),
    Text("拆成几个步骤，或用合计", "split it into steps, or use a sum"),
)

# Fifty other findings come with it, so this page describes its data instead.
TOO_MANY = Code(
    "G147",
    Severity.ERROR,
    Text("问题超过{most}个，后面的没有再查", "more than {most} findings; the rest was not checked"),
    Page(
        Text("问题太多，只列出前面的。", "There are too many findings; only the first are shown."),
        Text("后面的多半由前面的引起。", "Most later ones follow from earlier ones."),
        Text("先改前面的，再检查一次。", "Mend the first ones and check again."),
        bad="# 五十多处写错的地方 / more than fifty mistakes\n",
        good="机构 甲\n",
        data=True,
    ),
    Text("先改前面的", "mend the first ones"),
)

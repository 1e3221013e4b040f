"""Findings about statements: G120 to G139."""

from __future__ import annotations

from .diagnostics import Code, Page, Severity, Text

MISSING_COLON = Code(
    "G120",
    Severity.ERROR,
    Text("“{key}”和“{value}”之间缺冒号", "a colon is missing between “{key}” and “{value}”"),
    Page(
        Text("属性名和值之间没有冒号。", "There is no colon between a property and its value."),
        Text(
            "没有冒号就分不清是属性还是一个块。",
            "Without it a property cannot be told from a block.",
        ),
        Text("在属性名后写冒号。", "Put a colon after the property name."),
        bad="政策 甲 {\n  年度 2009年\n}\n",
        good="政策 甲 {\n  年度：2009年\n}\n",
    ),
    Text("写成 {key}：{value}", "write {key}: {value}"),
)

COLON_IN_HEAD = Code(
    "G121",
    Severity.ERROR,
    Text("块的开头不写冒号", "the head of a block has no colon"),
    Page(
        Text("带花括号的块，开头写了冒号。", "The head of a block with braces holds a colon."),
        Text("冒号只用于属性。", "Colons belong to properties only."),
        Text("删去冒号：目标 甲（3分） { … }。", "Delete it: goal a (3pts) { … }."),
        bad="体系 甲 {\n  目标：重点工作（3分） {\n  }\n}\n",
        good="体系 甲 {\n  目标 重点工作（3分） {\n  }\n}\n",
    ),
    Text("删去冒号", "delete the colon"),
)

MISSING_VALUE = Code(
    "G122",
    Severity.ERROR,
    Text("“{text}：”后面没有内容", "nothing follows “{text}:”"),
    Page(
        Text("属性只有名称，没有值。", "A property has a name and no value."),
        Text("空着的属性不能当作零或没有。", "An empty property is neither zero nor nothing."),
        Text("写上值；原文没有的，删去这一行。", "Write the value, or delete the line."),
        bad="政策 甲 {\n  发布：\n  年度：2009年\n}\n",
        good="政策 甲 {\n  发布：市政府\n  年度：2009年\n}\n",
    ),
    Text("写上它的值，或删去这一行", "write its value, or delete the line"),
)

MISSING_ITEM = Code(
    "G123",
    Severity.ERROR,
    Text(
        "“{before}”和“{after}”之间少了一项", "something is missing between “{before}” and “{after}”"
    ),
    Page(
        Text(
            "两个标点或运算符之间缺一项。", "Something is missing between two marks or operators."
        ),
        Text("少的可能是一个单位或一个数。", "A unit or a number may have been lost."),
        Text("补上这一项，或删去多余的标点。", "Add it, or delete the extra mark."),
        bad="机构 甲 {\n  成员：市长、、副市长\n}\n",
        good="机构 甲 {\n  成员：市长、副市长\n}\n",
    ),
    Text("补上这一项，或删去多余的标点", "add it, or delete the extra mark"),
)

MISSING_MARK = Code(
    "G124",
    Severity.ERROR,
    Text("“{before}”和“{after}”之间缺标点", "a mark is missing between “{before}” and “{after}”"),
    Page(
        Text("两项挨在一起，中间没有标点。", "Two items stand side by side without a mark."),
        Text(
            "名称里不能有空格，这里读成了两项。",
            "Names have no spaces, so two items are read here.",
        ),
        Text(
            "并列的几项用、隔开；同一个名称去掉空格；算式写明运算符。",
            "Put 、 between items, close up one name, or write the operator.",
        ),
        bad="机构 甲 {\n  成员：市长 副市长\n}\n",
        good="机构 甲 {\n  成员：市长、副市长\n}\n",
    ),
    Text("并列的几项用“、”隔开；名称里不能有空格", "separate items with 、; names have no spaces"),
)

SAME_LINE = Code(
    "G125",
    Severity.ERROR,
    Text(
        "“{after}”应当另起一行，或在前面加“；”", "“{after}” should begin a new line or follow a “;”"
    ),
    Page(
        Text(
            "同一行里写了两条，中间没有分号。", "One line holds two statements without a semicolon."
        ),
        Text("不分开就不知道前一条到哪里为止。", "It cannot be told where the first one ends."),
        Text("在两条之间写；或者换行。", "Put ; or a new line between them."),
        bad="机构 甲 {\n  主任：市长 成员：副市长\n}\n",
        good="机构 甲 {\n  主任：市长；成员：副市长\n}\n",
    ),
    Text("在“{before}”后加；或换行", "put ; or a new line after “{before}”"),
)

UNFINISHED = Code(
    "G126",
    Severity.ERROR,
    Text("这一行到“{text}”没有写完", "this line is not finished after “{text}”"),
    Page(
        Text("一条写到半路就结束了。", "A statement ends half-way."),
        Text("缺的部分可能影响计分。", "What is missing may bear on the score."),
        Text("把这一条写完。", "Finish the statement."),
        bad="步骤 甲 {\n  取：加权得分 ＋\n}\n",
        good="步骤 甲 {\n  取：加权得分 ＋ 加分\n}\n",
    ),
    Text("这里还应有{expected}", "{expected} should follow"),
)

UNEXPECTED = Code(
    "G127",
    Severity.ERROR,
    Text("这里不能写“{text}”", "“{text}” cannot stand here"),
    Page(
        Text("这个词或符号不合这里的写法。", "A word or mark does not fit where it stands."),
        Text("读不懂的内容不会参加计分。", "What cannot be read never scores."),
        Text(
            "按提示改写，或把文字放进引号“”。", "Rewrite it as the hint says, or quote it as text."
        ),
        bad="机构 甲 乙 {\n}\n",
        good="机构 甲乙 {\n}\n",
    ),
    Text("这里可以是{expected}", "here may stand {expected}"),
)

GLUED = Code(
    "G128",
    Severity.ERROR,
    Text("“{name}”和“{word}”之间要空一格", "put a space between “{name}” and “{word}”"),
    Page(
        Text(
            "名称和后面的“低于”“至”等词连在了一起。",
            "A name and a word such as 低于 are written as one.",
        ),
        Text("不空格就成了一个名称。", "Without the space they are one name."),
        Text("在名称后空一格。", "Put a space after the name."),
        bad="提示 甲 {\n  当：总分低于60分\n}\n",
        good="提示 甲 {\n  当：总分 低于 60分\n}\n",
    ),
    Text("写成“{name} {word}”", "write “{name} {word}”"),
)

TWO_ENDS = Code(
    "G129",
    Severity.ERROR,
    Text("“{first}”和“{second}”限定的是同一头", "“{first}” and “{second}” bound the same side"),
    Page(
        Text("一个范围写了两个下限或两个上限。", "A range has two lower or two upper bounds."),
        Text("不知道以哪一个为准。", "It cannot be told which one counts."),
        Text(
            "只留一个，或把另一个改成另一头。", "Keep one, or turn the other into the other side."
        ),
        bad="等次 甲 {\n  良好：80分以上高于85分\n}\n",
        good="等次 甲 {\n  良好：80分以上不足90分\n}\n",
    ),
    Text(
        "一头写下限（以上、高于），一头写上限（不足、以下）", "give one lower and one upper bound"
    ),
)

TWO_TITLES = Code(
    "G130",
    Severity.ERROR,
    Text("标题写了两次", "the title is written twice"),
    Page(
        Text("一个块的开头有两个标题。", "The head of a block has two titles."),
        Text("报表只能用一个标题。", "Reports can show only one."),
        Text("只留一个。", "Keep one."),
        bad="指标 甲 “能力”（3分） “能力建设”\n",
        good="指标 甲（3分） “能力建设”\n",
    ),
    Text("只留一个标题", "keep one title"),
)

JOINED = Code(
    "G132",
    Severity.WARNING,
    Text("两段文字挨在一起，会合成一段", "two texts side by side become one"),
    Page(
        Text(
            "一行里两段带引号的文字之间没有标点。",
            "Two texts stand side by side on one line.",
        ),
        Text(
            "多半漏了“、”，两条依据就成了一条。",
            "Most likely a 、 was lost, and two sources became one.",
        ),
        Text(
            "并列的写“、”；本来是一段的，合在一对引号里。",
            "Put 、 between, or quote them once.",
        ),
        bad="政策 甲 {\n  宗旨：“公平”“公正”\n}\n",
        good="政策 甲 {\n  宗旨：“公平”、“公正”\n}\n",
    ),
    Text("并列的写“、”；本来是一段的，合在一对引号里", "put 、 between, or use one pair of quotes"),
)

TWO_AMOUNTS = Code(
    "G131",
    Severity.ERROR,
    Text("括号里的数写了两次", "the amount in brackets is written twice"),
    Page(
        Text("一个块的开头有两个带括号的数。", "The head of a block has two amounts in brackets."),
        Text("分值或权重只能有一个。", "There can be only one weight or full mark."),
        Text("只留一个。", "Keep one."),
        bad="指标 甲（3分）（4分）\n",
        good="指标 甲（3分）\n",
    ),
    Text("只留一个", "keep one"),
)

MISSING_KEY = Code(
    "G133",
    Severity.ERROR,
    Text("冒号前面没有写是哪一项", "nothing says what stands after this colon"),
    Page(
        Text("一行从冒号开始，前面没有属性名。", "A statement begins with its colon."),
        Text("不知道这个值是什么的值，就不能用它。", "A value of nothing cannot be used."),
        Text("在冒号前面写上属性名。", "Write the name of the property before the colon."),
        bad="政策 甲 {\n  ：2009年\n}\n",
        good="政策 甲 {\n  年度：2009年\n}\n",
    ),
    Text("在冒号前面写上属性名", "write the name of the property before the colon"),
)

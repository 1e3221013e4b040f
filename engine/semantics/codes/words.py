"""Codes about the words of the language: blocks and properties, where they stand (G201 to G206,
G211, G212, G214, G215)."""

from __future__ import annotations

from .frames import GRADED, WHOLE
from .make import code

UNKNOWN_BLOCK = code(
    "G201",
    ("没有“{word}”这一种块", "there is no kind of block “{word}”"),
    what=("花括号前面的第一个词不是政策语言里的词。", "The first word of a block is not known."),
    why=(
        "不认识的块读不懂，里面的规定就会落空。",
        "A block that is not understood would have no effect.",
    ),
    mend=(
        "多半是错字；按提示改正，或查词汇表。",
        "It is most likely misspelt: take the word suggested, or look it up in the vocabulary.",
    ),
    bad="机购 市绩效办 { 出处：“六” }",
    good="机构 市绩效办 { 出处：“六” }",
    hint=("{suggestion}", "{suggestion}"),
)
UNKNOWN_PROPERTY = code(
    "G202",
    ("“{kind}”里不能写“{word}”", "“{kind}” has no property “{word}”"),
    what=("冒号前面的词不是这种块可以写的。", "This kind of block has no property of that name."),
    why=(
        "写错的一行不会起作用，而您以为它在起作用。",
        "A misspelt line would have no effect while you think it has.",
    ),
    mend=(
        "按提示改正；各种块能写什么，见词汇表。",
        "Take the word suggested; the vocabulary lists what each kind of block may hold.",
    ),
    bad="机构 市绩效办 {\n  出处：“六”\n  职则：“计算得分”\n}",
    good="机构 市绩效办 {\n  出处：“六”\n  职责：“计算得分”\n}",
    hint=("{suggestion}", "{suggestion}"),
)
WRONG_PLACE = code(
    "G203",
    ("“{kind}”不能写在“{parent}”里", "“{kind}” cannot stand inside “{parent}”"),
    what=("这种块不能写在这个位置。", "A block of this kind cannot stand here."),
    why=(
        "块的位置说明它属于谁，放错了意思就变了。",
        "Where a block stands says what it belongs to.",
    ),
    mend=("把它移到提示所说的地方。", "Move it to where the hint says it belongs."),
    bad="机构 市绩效办 {\n  出处：“六”\n  名录 领导职务 { 包括：市长、副市长 }\n}",
    good="机构 市绩效办 { 出处：“六” }\n名录 领导职务 { 出处：“六”；包括：市长、副市长 }",
    hint=("应写在：{parents}", "it belongs in: {parents}"),
)
MISSING_PROPERTY = code(
    "G204",
    ("{kind}“{name}”缺“{word}”", "{kind} “{name}” lacks “{word}”"),
    what=("这种块必须写的一行没有写。", "A line that this kind of block must have is missing."),
    why=(
        "缺了它，这条规定无法执行；也不能替您假定一个值。",
        "Without it the rule cannot be applied, and no value may be assumed.",
    ),
    mend=("补上提示里的那一行。", "Add the line that the hint shows."),
    bad="期限 目标制定 {\n  出处：“三”\n}",
    good="期限 目标制定 {\n  出处：“三”\n  截止：4月中旬\n}",
    hint=("加一行：{word}：{value}（{help}）", "add a line “{word}: {value}” ({help})"),
)
MISSING_NAME = code(
    "G205",
    ("这个“{kind}”没有名称", "this “{kind}” has no name"),
    what=("这种块要有名称，这里没有写。", "A block of this kind needs a name and has none."),
    why=(
        "别处要靠名称引用它，结果里也要靠名称显示它。",
        "Other rules and the results refer to it by its name.",
    ),
    mend=("在块的种类后面空一格，写上名称。", "Write a name after the kind of block."),
    bad="机构 { 出处：“六” }",
    good="机构 市绩效办 { 出处：“六” }",
    hint=("在“{kind}”后面写上名称", "write a name after “{kind}”"),
)
DUPLICATE_PROPERTY = code(
    "G206",
    ("“{word}”在同一块里写了两次", "“{word}” is written twice in one block"),
    what=("同一块里，同一个词后面写了两个值。", "One block gives two values for one word."),
    why=("两个值以哪个为准，不能猜。", "Which of the two counts must not be guessed."),
    mend=("删去不要的一行。", "Delete the line that is not wanted."),
    bad="期限 目标制定 {\n  出处：“三”\n  截止：4月中旬\n  截止：4月末\n}",
    good="期限 目标制定 {\n  出处：“三”\n  截止：4月中旬\n}",
    hint=("只留一处", "keep one of them"),
)
NO_POLICY = code(
    "G211",
    ("文件里没有题头“政策 名称 {{ … }}”", "the file has no head “policy name {{ … }}”"),
    what=("政策文件没有题头。", "The policy file has no head."),
    why=(
        "题头写明评估的年度；没有年度，月和日就不是确定的一天。",
        "The head names the year; without it a month and a day are no certain date.",
    ),
    mend=("在文件开头写上题头。", "Write the head at the top of the file."),
    bad="名册 单位名册 {\n  出处：“二”\n  文件：“单位名册.csv”\n  主键：单位\n"
    "  列 { 单位：单位 }\n}",
    good="政策 示范评估 { 年度：2009年 }\n\n名册 单位名册 {\n  出处：“二”\n"
    "  文件：“单位名册.csv”\n  主键：单位\n  列 { 单位：单位 }\n}",
    hint=(
        "在开头写：政策 名称 {{ 年度：2009年 }}",
        "begin with: policy name {{ year: 2009年 }}",
    ),
    frame=WHOLE,
)
WRONG_CHOICE = code(
    "G212",
    ("“{key}”不能写成“{word}”", "“{key}” cannot be “{word}”"),
    what=("这一行只能从几个固定的词里选一个。", "This line takes one of a few fixed words."),
    why=(
        "换一个词就是换一种算法，读不懂就不能算。",
        "Each word is another rule; an unknown word is no rule.",
    ),
    mend=("改成提示列出的词之一。", "Use one of the words that the hint lists."),
    bad="排名 名次 {\n  出处：“四（四）”\n  依据：日常评估.基础工作\n  分组：全体\n"
    "  次序：从高到低\n  并列：同名次\n}",
    good="排名 名次 {\n  出处：“四（四）”\n  依据：日常评估.基础工作\n  分组：全体\n"
    "  次序：由高到低\n  并列：同名次\n}",
    hint=("可以写：{choices}", "it may be: {choices}"),
    frame=GRADED,
)
ONLY_ONE = code(
    "G214",
    ("“{kind}”只能有一个，这里又写了一个", "there can be only one “{kind}”; this is another"),
    what=("题头和名册各只能有一个。", "A policy has one head and one register of units."),
    why=(
        "有两个时，年度或被评估单位就有两种说法。",
        "With two, the year or the units evaluated would have two readings.",
    ),
    mend=("并成一个，或删去多余的。", "Merge them, or delete one."),
    bad="政策 示范评估 { 年度：2009年 }\n政策 又一评估 { 年度：2010年 }\n\n名册 单位名册 {\n"
    "  出处：“二”\n  文件：“单位名册.csv”\n  主键：单位\n  列 { 单位：单位 }\n}",
    good="政策 示范评估 { 年度：2009年 }\n\n名册 单位名册 {\n"
    "  出处：“二”\n  文件：“单位名册.csv”\n  主键：单位\n  列 { 单位：单位 }\n}",
    hint=("只留一个", "keep one of them"),
    frame=WHOLE,
)
ALL = (
    UNKNOWN_BLOCK,
    UNKNOWN_PROPERTY,
    WRONG_PLACE,
    MISSING_PROPERTY,
    MISSING_NAME,
    DUPLICATE_PROPERTY,
    NO_POLICY,
    WRONG_CHOICE,
    ONLY_ONE,
)
LOST_COLON = code(
    "G215",
    ("“{word}”{what}", "“{word}” {what}"),
    what=(
        "这个词是一项内容的名称，后面应当有冒号，再写内容。",
        "This word names a property; a colon and its value must follow.",
    ),
    why=(
        "没有冒号，这一行会被当成一个块，写的内容就落空了。",
        "Without the colon the line reads as a block, and what it says has no effect.",
    ),
    mend=(
        "在这个词后面加上冒号；值分情形的，另写一个取值，这里写它的名称。",
        "Write a colon after the word; where the value depends on cases, write them as a value of "
        "their own and its name here.",
    ),
    bad="机构 市绩效办 {\n  出处：“六”\n  设在 市人事局\n}\n机构 市人事局 { 出处：“六” }",
    good="机构 市绩效办 {\n  出处：“六”\n  设在：市人事局\n}\n机构 市人事局 { 出处：“六” }",
    hint=("写成 {word}：{value}", "write {word}: {value}"),
)

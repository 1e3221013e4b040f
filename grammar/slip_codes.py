"""Findings about what offices write out of habit: G113 to G117."""

from __future__ import annotations

from .diagnostics import Code, Page, Severity, Text

WRONG_MARK = Code(
    "G113",
    Severity.ERROR,
    Text("{text} 应写成 {meant}", "{text} is written {meant}"),
    Page(
        Text(
            "用了别的括号、单引号、注释号或句号小数点，或在截止日期后写了“前”。",
            "Brackets, quotes, comment signs or decimal points of another kind, or 前 after a day.",
        ),
        Text("一个意思只有一种写法，才不会读错。", "With one way to write it nobody misreads it."),
        Text(
            "括号用（），引号用“”，注释用 #，小数点用 . ；截止日期本来就含当日。",
            "Write () and “”, # for comments, . in decimals; a due day counts itself.",
        ),
        bad="指标 甲【3分】\n",
        good="指标 甲（3分）\n",
    ),
    Text("改成 {meant}", "write {meant}"),
)

NUMBERED = Code(
    "G114",
    Severity.ERROR,
    Text("名称前的序号“{text}”不要写", "leave out the number “{text}” before the name"),
    Page(
        Text("名称前带着原文的序号。", "A name carries its number in the document."),
        Text(
            "序号年年会变，名称要跟着各处用到它的地方一致。",
            "Numbers change from year to year; the name must be the same wherever it is used.",
        ),
        Text("删去序号；条文编号写在“出处”里。", "Delete it; the clause belongs in “source”."),
        bad="指标 （三）能力建设（3分）\n",
        good="指标 能力建设（3分） { 出处：“（三）” }\n",
    ),
    Text("删去“{text}”；条文编号写在“出处”里", "delete “{text}”; the clause belongs in “source”"),
)

DIGIT_IN_NAME = Code(
    "G115",
    Severity.ERROR,
    Text("“{text}”：名称里的数字前要加“_”", "“{text}”: a digit in a name follows “_” or a letter"),
    Page(
        Text("汉字后面直接写了数字。", "A digit follows a Chinese character directly."),
        Text(
            "“低于60”“权重3％”要能读成两部分，所以名称里汉字后面不能直接写数字。",
            "低于60 and 权重3％ are two parts each, so no digit follows a character in a name.",
        ),
        Text(
            "写成“招商引资_2”或“招商引资二”；各处要一致。数据里的列名不同时，在列后面写上“原列名”。",
            "Write 招商引资_2 or 招商引资二 everywhere; quote the header if the data differ.",
        ),
        bad="机构 评议组1\n",
        good="机构 评议组_1\n",
    ),
    Text("写成“{meant}”，或把数字写成汉字；各处要一致", "write “{meant}” everywhere"),
)

PASTED_ROW = Code(
    "G116",
    Severity.ERROR,
    Text(
        "这一行像是从表格里粘贴来的（中间是制表符）",
        "this line looks pasted from a table (there are tabs in it)",
    ),
    Page(
        Text("一行里几项之间是制表符。", "The items of a line are separated by tabs."),
        Text(
            "表格的各列是什么意思，要写出来才不会读错。",
            "What the columns of the table mean must be written out.",
        ),
        Text(
            "写成“块 名称（数） { 属性：值 }”，例如：环节 财政收入（40％） { 取自：日常得分 }。",
            "Write it as a block: stage revenue (40%) { taken_from: marks }.",
        ),
        bad="评估 年度考核（100分） {\n  财政收入\t40％\t日常得分\n}\n",
        good="评估 年度考核（100分） {\n  环节 财政收入（40％） { 取自：日常得分 }\n}\n",
    ),
    Text(
        "写成“块 名称（数） {{ 属性：值 }}”，如：环节 {name}（{amount}） {{ 取自：日常得分 }}",
        "write it as a block: stage {name} ({amount}) {{ taken_from: marks }}",
    ),
)

AFTER_EVENT = Code(
    "G117",
    Severity.ERROR,
    Text(
        "从一个日期数起的期限写成“{name} ＋ {days}”",
        "a time counted from an event is written “{name} ＋ {days}”",
    ),
    Page(
        Text(
            "期限是从一件事数起的：收到结果后5个工作日内。",
            "The deadline is counted from an event: five working days after receipt.",
        ),
        Text(
            "那件事是哪一天，每个单位不同，要由数据里的一列说出来。",
            "On which day it happened differs from unit to unit; a column of the data says so.",
        ),
        Text(
            "数据里有这一列（类型“日期”），写“列名 ＋ 5个工作日”，末日含在内；"
            "数工作日要有“日历”。没有数据、只作记载的，写成“职责”的事项。",
            "With a column of dates write “column ＋ 5个工作日”, the last day included; working"
            " days need a calendar. What is only on record is the matter of a duty.",
        ),
        bad="期限 申诉 { 截止：收到日期后5个工作日内 }\n",
        good="期限 申诉 { 截止：收到日期 ＋ 5个工作日 }\n",
    ),
    Text(
        "写成“{name} ＋ {days}”；“{name}”是一列日期",
        "write “{name} ＋ {days}”; “{name}” is a column of dates",
    ),
)

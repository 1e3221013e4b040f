"""Findings about single characters, numbers and texts: G101 to G119."""

from __future__ import annotations

from .diagnostics import Code, Page, Severity, Text

ILLEGAL = Code(
    "G101",
    Severity.ERROR,
    Text("“{text}”在政策文件里没有意义", "“{text}” has no meaning in a policy"),
    Page(
        Text("这里有语言不认识的符号。", "There is a character the language does not know."),
        Text("猜它的意思可能改变计分，所以不猜。", "Guessing its meaning could change a score."),
        Text(
            "删去它，或者把整段文字放进引号“”。",
            "Delete it, or put the whole piece of text in quotes “”.",
        ),
        bad="政策 甲 {\n  发布：@市政府\n}\n",
        good="政策 甲 {\n  发布：“@市政府”\n}\n",
    ),
    Text("删去它；如果是文字，请放进引号“”", "delete it, or quote it as text: “…”"),
)

ALIKE = Code(
    "G102",
    Severity.WARNING,
    Text(
        "“{text}”（{points}）是{what}，看着像“{meant}”",
        "“{text}” ({points}) is {what}, though it looks like “{meant}”",
    ),
    Page(
        Text(
            "文中有形近字符：西里尔字母 А、希腊字母 Α、部首 ⼀ 等，多半从网页或 PDF 粘贴而来。",
            "The text holds a look-alike: Cyrillic А, Greek Α, a radical, often pasted from a PDF.",
        ),
        Text(
            "看上去一样的两个名称，在查找时、在别的程序里并不相同。",
            "Two names that look the same are not the same to a search or to another program.",
        ),
        Text("用输入法重新输入，或用 guiju fix 改正。", "Type it again, or let guiju fix do so."),
        bad="机构 А组\n",
        good="机构 A组\n",
    ),
    Text("改成“{meant}”", "write “{meant}”"),
)

UNSEEN = Code(
    "G103",
    Severity.WARNING,
    Text("这里有看不见的字符（{points}）", "there is an invisible character here ({points})"),
    Page(
        Text("文中有零宽空格之类看不见的字符。", "The text holds an invisible character."),
        Text(
            "多半是从网页粘贴来的，查找和比对时会出错。",
            "It usually comes from a web page and misleads searches and comparisons.",
        ),
        Text("删去它。", "Delete it."),
        bad="机构 市\u200b政府\n",
        good="机构 市政府\n",
    ),
    Text("删去它", "delete it"),
)

DIRECTION = Code(
    "G104",
    Severity.WARNING,
    Text(
        "这里有改变文字显示方向的字符（{points}）",
        "there is a character that changes the direction of text here ({points})",
    ),
    Page(
        Text("文中有控制书写方向的字符。", "The text holds a direction mark."),
        Text(
            "它能让屏幕上看到的顺序与实际内容不同。",
            "It can make the text on screen differ from what is read.",
        ),
        Text("删去它。", "Delete it."),
        bad="机构 甲 # 说明\u202e\n",
        good="机构 甲 # 说明\n",
    ),
    Text("删去它", "delete it"),
)

OPEN_STRING = Code(
    "G105",
    Severity.ERROR,
    Text("这段文字的引号没有合上", "the quotes of this text are not closed"),
    Page(
        Text("引号只开不合。", "A quote is opened and never closed."),
        Text(
            "文字不能跨行，否则一个漏掉的引号会吞掉后面的全部条款。",
            "A text cannot span lines, or one lost quote would swallow the rest.",
        ),
        Text(
            "在文字末尾补上”。要分几行写，就每行各用一对引号。",
            "Add ” at its end. To use several lines, quote each line.",
        ),
        bad="政策 甲 {\n  宗旨：“公平公正\n}\n",
        good="政策 甲 {\n  宗旨：“公平公正”\n}\n",
    ),
    Text("在文字末尾补上”", "add the closing quote"),
)

OPEN_DOCUMENT = Code(
    "G106",
    Severity.ERROR,
    Text("书名号没有合上", "the title mark 《 is not closed"),
    Page(
        Text("《只开不合。", "A 《 is opened and never closed."),
        Text("文件名从哪里结束无法判断。", "It cannot be told where the document's name ends."),
        Text("在文件名末尾补上》。", "Add 》 at the end of the name."),
        bad="政策 甲 {\n  依据文件：《政府工作报告\n}\n",
        good="政策 甲 {\n  依据文件：《政府工作报告》\n}\n",
    ),
    Text("在文件名末尾补上》", "add 》"),
)

BAD_NUMBER = Code(
    "G107",
    Severity.ERROR,
    Text("“{text}”不是一个数", "“{text}” is not a number"),
    Page(
        Text("数的写法不对，例如 .5、1. 或 1.2.3。", "A number is malformed: .5, 1. or 1.2.3."),
        Text("一个数只能有一种读法。", "A number must have one reading only."),
        Text(
            "小数点两边都要有数字：0.5。日期写成 2009年10月30日。",
            "Write digits on both sides of the point: 0.5. Dates are 2009-10-30.",
        ),
        bad="加分 甲 {\n  封顶：.5分\n}\n",
        good="加分 甲 {\n  封顶：0.5分\n}\n",
    ),
    Text("小数点两边都要有数字，如 0.5", "write digits on both sides of the point: 0.5"),
)

GROUPED_NUMBER = Code(
    "G108",
    Severity.ERROR,
    Text("“{text}”：数里不能写逗号", "“{text}”: a number has no commas"),
    Page(
        Text(
            "用逗号分节的数，可以读成一个数，也可以读成几个数。",
            "A number with commas can be read as one number or as several.",
        ),
        Text("两种读法的结果不同。", "The two readings give different results."),
        Text(
            "一个数就去掉逗号；几个数就用全角逗号，或在逗号后空一格。",
            "Drop the commas; for several numbers put a space after each comma.",
        ),
        bad="对照 奖金 {\n  优秀：1,000元\n}\n",
        good="对照 奖金 {\n  优秀：1000元\n}\n",
    ),
    Text("去掉逗号；若是几个数，逗号后空一格", "drop the commas, or put a space after each"),
)

UNKNOWN_UNIT = Code(
    "G109",
    Severity.ERROR,
    Text("“{text}”里的单位不认识", "the unit in “{text}” is not known"),
    Page(
        Text(
            "数字后面紧跟着语言不认识的单位。",
            "A number is followed by a unit that the language does not know.",
        ),
        Text("不同单位的数不能相加或比较。", "Numbers of different units cannot be compared."),
        Text(
            "改用已有的单位（分、％、元、人、个、项、天……）；名称不能以数字开头。",
            "Use a known unit (pts, %, yuan, people, days …); no name begins with a digit.",
        ),
        bad="对照 奖励 {\n  优秀：3斤\n}\n",
        good="对照 奖励 {\n  优秀：3件\n}\n",
    ),
    Text("改用分、％、元、人、个、项、天等单位", "use pts, %, yuan, people, items, days …"),
)

NO_SUCH_DATE = Code(
    "G110",
    Severity.ERROR,
    Text("没有“{text}”这一天", "there is no such day as “{text}”"),
    Page(
        Text("日历上没有这一天。", "The calendar has no such day."),
        Text("截止日期必须是真实的一天。", "A deadline must be a real day."),
        Text("核对原文的月和日。", "Check month and day against the document."),
        bad="期限 报送 {\n  截止：2月30日\n}\n",
        good="期限 报送 {\n  截止：2月28日\n}\n",
    ),
    Text("核对月和日", "check month and day"),
)

ODD_DIGIT = Code(
    "G112",
    Severity.ERROR,
    Text(
        "“{text}”里有像数字的字母或圆圈",
        "“{text}” holds a letter or ring that looks like a digit",
    ),
    Page(
        Text(
            "数里把 0 写成了 O、〇，或把 1 写成了 l、I。",
            "In a number, 0 is typed as O, or 1 as l or I.",
        ),
        Text("看上去是 90 分，程序读到的不是数。", "It looks like 90 points, but it is no number."),
        Text("改成数字 0 或 1。", "Type the digit 0 or 1."),
        bad="加分 甲 {\n  封顶：9O分\n}\n",
        good="加分 甲 {\n  封顶：90分\n}\n",
    ),
    Text("改成“{meant}”", "write “{meant}”"),
)

# A text of millions of characters is no example, so this page describes its data instead.
TOO_LONG = Code(
    "G111",
    Severity.ERROR,
    Text("文件太长，超过{most}字，没有读", "the file has more than {most} characters; not read"),
    Page(
        Text("政策文件长得不正常。", "The policy file is too long to be one."),
        Text("多半是选错了文件。", "Most likely it is the wrong file."),
        Text("检查文件名；数据请放进数据表。", "Check the name; data belong in data tables."),
        bad="# 超过二百万字的文件 / a file of more than two million characters\n",
        good="机构 市政府\n",
        data=True,
    ),
    Text("检查是否选错了文件", "check whether it is the right file"),
)

"""Findings about policy files that cannot be read as text (G001 to G019)."""

from __future__ import annotations

from ..grammar.diagnostics import Code, Page, Severity, Text

_NOT_READ = Text(
    "读不到文字就无从检查，也不会拿猜出来的内容去核算。",
    "Without its text nothing can be checked, and nothing is scored on a guess.",
)

MISSING = Code(
    "G001",
    Severity.ERROR,
    Text("找不到文件“{file}”", "there is no file “{file}”"),
    Page(
        Text("这个路径上没有文件。", "No file stands at this path."),
        _NOT_READ,
        Text("核对文件名和所在文件夹。", "Check the name and the folder."),
        bad="guiju check 没有这个文件.guiju",
        good="guiju check 政策.guiju",
        data=True,
    ),
    Text("核对文件名和所在文件夹{near}", "check the name and the folder{near}"),
)
FOLDER = Code(
    "G002",
    Severity.ERROR,
    Text("“{file}”是文件夹，不是政策文件", "“{file}” is a folder, not a policy file"),
    Page(
        Text("这里要一个政策文件，给的是文件夹。", "A policy file is wanted here, not a folder."),
        _NOT_READ,
        Text("写出文件夹里的政策文件名。", "Name the policy file inside the folder."),
        bad="guiju check 政策文件夹/",
        good="guiju check 政策文件夹/政策.guiju",
        data=True,
    ),
    Text("写出文件夹里的政策文件名", "name the policy file inside the folder"),
)
REFUSED = Code(
    "G003",
    Severity.ERROR,
    Text("打不开文件“{file}”：{reason}", "“{file}” cannot be opened: {reason}"),
    Page(
        Text("操作系统不让读这个文件。", "The operating system does not let this file be read."),
        _NOT_READ,
        Text(
            "检查文件权限，或关掉正在独占它的程序。",
            "Check its permissions, or close the program that holds it.",
        ),
        bad="guiju check 无权限.guiju",
        good="guiju check 政策.guiju",
        data=True,
    ),
    Text("检查文件权限，或关掉正在使用它的程序", "check its permissions, or close what uses it"),
)
ENCODING = Code(
    "G004",
    Severity.ERROR,
    Text(
        "“{file}”不是 UTF-8 文本{seems}，第{line}行起读不通",
        "“{file}” is not UTF-8 text{seems}; it stops making sense in line {line}",
    ),
    Page(
        Text("政策文件一律用 UTF-8 编码保存。", "A policy file is always saved as UTF-8."),
        Text(
            "按猜的编码读，可能把一个字读成另一个字，单位和指标就对不上。",
            "A guessed encoding may turn one character into another, and names no longer match.",
        ),
        Text(
            "在编辑器里另存为，编码选 UTF-8（记事本：文件－另存为－编码）。",
            "Save it again in your editor with the encoding UTF-8.",
        ),
        bad="用 ANSI（GBK、GB18030）或 Unicode（UTF-16）编码保存的文件",
        good="用 UTF-8 编码保存的同一个文件",
        data=True,
    ),
    Text("在编辑器里另存为，编码选 UTF-8", "save it again in your editor as UTF-8"),
)
EMPTY = Code(
    "G005",
    Severity.ERROR,
    Text("文件“{file}”是空的", "“{file}” is empty"),
    Page(
        Text("文件里一个字也没有。", "There is not a single character in the file."),
        Text(
            "空的政策核算不出任何结果，多半是拿错了文件或没有保存。",
            "An empty policy yields no result; most likely it is the wrong file, or unsaved.",
        ),
        Text("核对是不是拿错了文件，或是否忘了保存。", "See whether it is the right, saved file."),
        bad="（空文件）",
        good="政策 甲 { }",
        data=True,
    ),
    Text("核对是不是拿错了文件，或忘了保存", "see whether it is the right file, and saved"),
)
LARGE = Code(
    "G006",
    Severity.ERROR,
    Text(
        "“{file}”有 {size} MB，超过 {limit} MB，不像政策文件",
        "“{file}” has {size} MB, more than {limit} MB: it does not look like a policy",
    ),
    Page(
        Text("政策文件不会这么大。", "No policy file is that large."),
        Text("多半是把数据文件当成了政策文件。", "It is most likely a data file."),
        Text(
            "核对参数的顺序：先政策，后数据。", "Mind the order: first the policy, then the data."
        ),
        bad="guiju check 全年数据.csv",
        good="guiju check 政策.guiju",
        data=True,
    ),
    Text("核对是不是把数据文件当成了政策文件", "see whether it is a data file"),
)
BINARY = Code(
    "G007",
    Severity.ERROR,
    Text("“{file}”是{kind}，不是文本文件", "“{file}” is {kind}, not a text file"),
    Page(
        Text(
            "这是 Word、Excel、PDF 之类的文件，里面不是纯文本。",
            "This is a Word, Excel or PDF file or the like, not plain text.",
        ),
        _NOT_READ,
        Text(
            "政策要写成 .guiju 文本文件；原文件只能作依据。",
            "Write the policy as a .guiju text file; the document is its source only.",
        ),
        bad="guiju check 实施意见.docx",
        good="guiju check 实施意见.guiju",
        data=True,
    ),
    Text("政策要写成 .guiju 文本文件", "write the policy as a .guiju text file"),
)
NOT_TEXT = Code(
    "G008",
    Severity.ERROR,
    Text("原文“{file}”是{kind}，不是纯文本", "the document “{file}” is {kind}, not plain text"),
    Page(
        Text("对照的原文要是纯文本。", "The document to hold a policy against must be plain text."),
        Text(
            "条文编号常是自动生成的，不在文件的文字里，转成文本才看得到。",
            "Clause numbers are often made by the program and not part of the words of its file.",
        ),
        Text(
            "在原来的软件里另存为纯文本（.txt），核对编号还在。",
            "Save it as plain text (.txt) in its own program, and see that the numbers are there.",
        ),
        bad="guiju check 政策.guiju --source 实施意见.docx",
        good="guiju check 政策.guiju --source 实施意见.txt",
        data=True,
    ),
    Text("在原来的软件里另存为纯文本（.txt）", "save it as plain text (.txt) in its own program"),
)

CODES = (MISSING, FOLDER, REFUSED, ENCODING, EMPTY, LARGE, BINARY, NOT_TEXT)

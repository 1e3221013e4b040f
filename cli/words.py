"""The wording that the commands share, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from ..grammar.diagnostics import Severity, Text

ABOUT = Text(
    "规矩：把年度考核评价政策写成可检查、可核算、可说明的文件。",
    "Guiju: write an annual evaluation policy that can be checked, run and explained.",
)
MORE_HELP = Text("某个命令的用法：guiju 命令 --help", "Help on one command: guiju COMMAND --help")

USAGE = Text("用法：", "Usage: ")
COMMAND = Text("命令", "COMMAND")
COMMANDS = Text("命令", "Commands")
ARGUMENTS = Text("参数", "Arguments")
OPTIONS = Text("选项", "Options")
OPTIONAL = Text("[选项]", "[OPTIONS]")

REQUIRED = Text("必填", "required")
CHOICES = Text("可选：{}", "one of: {}")
DEFAULT = Text("默认 {}", "default: {}")

#: The one line that the list of commands shows, and that heads the help of the command.
COMMAND_HELP: Mapping[str, Text] = {
    "check": Text(
        "检查政策文件，一次报告全部发现。", "Check a policy and report all findings at once."
    ),
    "test": Text(
        "试算政策里的示例，看结果是否相符，还有哪些规定没有演示到。",
        "Run the worked examples in a policy, and say what none of them shows.",
    ),
    "evaluate": Text(
        "用数据核算政策，得出总分、名次和等次。",
        "Run a policy on data: totals, ranks and grades.",
    ),
    "explain": Text(
        "说明一个单位每一分的得失和依据。",
        "Explain every point a unit gained or lost, and why.",
    ),
    "show": Text(
        "查看政策的内容，或它在各个处理阶段的样子。",
        "Show what a policy says, or how a stage reads it.",
    ),
    "diff": Text(
        "比较两份政策：改了什么；给出数据时，谁受影响、因为哪项改动。",
        "Compare two policies: what changed, and on data who moves, because of which change.",
    ),
    "compare": Text(
        "比较两次核算的结果（evaluate 写出的 JSON）：谁的总分、名次、等次变了，运用变了什么。",
        "Compare two results saved as JSON: whose total, rank or grade moved, and what follows.",
    ),
    "history": Text(
        "把一个系列历年的政策并排列出：权重、分值、界限、否决、名额、期限。",
        "All policies of a series side by side: weights, points, bounds, vetoes, quotas, dates.",
    ),
    "fmt": Text(
        "整理政策文件的缩进、空格和标点，内容不变。",
        "Lay policy files out: indentation, blanks and punctuation, never the content.",
    ),
    "fix": Text(
        "改好有把握的错误，再报告还剩什么。",
        "Carry out the edits that are safe, and report what is left.",
    ),
    "translate": Text(
        "把政策里的语言词汇在中文和英文之间互换，名称和注释不动。",
        "Rewrite the words of the language in Chinese or English; names and comments stay.",
    ),
    "explain-code": Text(
        "解释发现的编号，如 G101；不写编号则列出全部。",
        "Explain a finding's code, such as G101; without a code, list them all.",
    ),
    "words": Text(
        "列出政策语言的全部词汇；写上一种块，只列这种块能写什么；写上别的词，列它的意思。",
        "List every word of the language; with a kind of block, what it may hold; with another "
        "word, what it means.",
    ),
    "--lang": Text("界面语言：zh 或 en。", "The language of the interface: zh or en."),
    "--help": Text("显示用法。", "Show this help."),
    "--version": Text("显示版本。", "Show the version."),
}

#: What a positional argument is called, by its canonical name.
ARGUMENT_NAMES: Mapping[str, Text] = {
    "POLICY": Text("政策文件", "POLICY"),
    "OLD_RESULT": Text("原结果", "OLD_RESULT"),
    "NEW_RESULT": Text("新结果", "NEW_RESULT"),
    "POLICIES": Text("文件夹或政策文件", "FOLDER or POLICY"),
    "DATA": Text("数据", "DATA"),
    "UNIT": Text("单位", "UNIT"),
    "OLD": Text("原政策", "OLD"),
    "NEW": Text("新政策", "NEW"),
    "KIND": Text("块", "KIND"),
    "CODE": Text("编号", "CODE"),
    "FILE": Text("文件", "FILE"),
    "GRADE": Text("等次", "GRADE"),
    "TABLE": Text("表", "TABLE"),
    "TEXT": Text("原文", "TEXT"),
    "PERCENT": Text("百分数", "PERCENT"),
}

#: What an argument or option is for, by its canonical name.
ARGUMENT_HELP: Mapping[str, Text] = {
    "POLICY": Text("政策文件（.guiju，UTF-8）。", "The policy file (.guiju, UTF-8)."),
    "POLICIES": Text(
        "历年政策文件，或放它们的文件夹。", "The policies of several years, or their folder."
    ),
    "DATA": Text("放数据文件的文件夹。", "The folder of the data files."),
    "UNIT": Text("被评价单位的名称。", "The name of the evaluated unit."),
    "OLD": Text("原政策文件。", "The old policy file."),
    "NEW": Text("新政策文件。", "The new policy file."),
    "OLD_RESULT": Text("原来的结果（JSON）。", "The old result (JSON)."),
    "NEW_RESULT": Text("新的结果（JSON）。", "The new result (JSON)."),
    "CODE": Text("发现的编号。", "The code of a finding."),
    "KIND": Text("一种块，如 环节。", "A kind of block, such as stage."),
    "--data": Text(
        "再用数据核算两份政策，比较结果；给两次则先原政策的数据、后新政策的数据。",
        "Also run both policies and compare the results; given twice, old data, then new.",
    ),
    "--map": Text(
        "改了名的文件、列、单位等的对照表（CSV 或工作簿：种类、原名、新名）。",
        "A CSV or workbook of what was renamed: kind, old name, new name.",
    ),
    "--format": Text("输出格式。", "The format of the output."),
    "--output": Text(
        "另存完整结果，按后缀定格式：.xlsx、.json、.html、.md 等。",
        "Also save it all, by suffix: .xlsx, .json, .html, .md and others.",
    ),
    "--table": Text(
        "输出成 csv 时，导出哪一张有名称的结果表；不写则是各单位的那张。",
        "As csv, which named table of results to write; without it the units' own.",
    ),
    "--why-not": Text(
        "说明为什么没有得到这个等次。", "Explain why the unit did not get this grade."
    ),
    "-o": Text("写到这个文件；不写则打印出来。", "Write to this file instead of printing."),
    "--check": Text(
        "不写文件，只说哪些文件需要整理（退出码 11）。",
        "Write nothing; only name the files that would change (exit code 11).",
    ),
    "--diff": Text("不写文件，只显示改动。", "Write nothing; show the changes."),
    "--dry-run": Text("不写文件，只报告会改什么。", "Write nothing; report what would change."),
    "--matter": Text(
        "逐项说明改动能否影响结果：证明不影响；可影响（举例）；未能判定。要用几秒到一两分钟。",
        "Say of every change whether it can matter: proved not to, shown by a made-up unit, or "
        "undecided. Takes from seconds to a minute or two.",
    ),
    "--propose": Text(
        "给出能演示其余规定的示例，核对后可以粘进政策。",
        "Print examples that show the rest, to be checked and pasted into the policy.",
    ),
    "--to": Text("译成哪种语言。", "The language to translate to."),
    "--stage": Text("看哪个阶段。", "Which stage to show."),
    "--source": Text(
        "对照这份原文（.txt、.md）：条文、引文和每个数是否都有。",
        "Hold the policy against this text (.txt, .md): its clauses, quotations and figures.",
    ),
    "--coverage": Text("列出原文每一条由哪些规定编入。", "List which rules encode each clause."),
    "--coverage-min": Text(
        "覆盖的条文不到百分之几就报告（退出码 1）。",
        "Report when fewer than so many percent of the clauses are covered (exit code 1).",
    ),
    "--notes": Text("连“提示”一起列出。", "List notes as well."),
    "--watch": Text(
        "文件每次保存都重新检查，按 Ctrl-C 结束。", "Check again at every save, until Ctrl-C."
    ),
}

SEVERITY: Mapping[Severity, Text] = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("提醒", "warning"),
    Severity.NOTE: Text("提示", "note"),
}
SEVERITIES: Mapping[Severity, Text] = {
    Severity.ERROR: Text("错误", "errors"),
    Severity.WARNING: Text("提醒", "warnings"),
    Severity.NOTE: Text("提示", "notes"),
}

HINT = Text("改法：", "help: ")
CHANGE_TO = Text("改成：", "change to: ")
COULD_BE = Text("可改成：", "perhaps: ")
COULD_DO = Text("可以：", "one way: ")
SEE = Text("参见 {}：{}", "see {}: {}")
TO_LINE = Text("（到第 {} 行）", "(to line {})")

WHAT = Text("含义", "What it means")
WHY = Text("为什么重要", "Why it matters")
MEND = Text("怎么改", "How to mend it")
BAD = Text("这样会报告", "This is reported")
GOOD = Text("这样就对了", "This is right")
CODE = Text("编号", "Code")
KIND = Text("性质", "Kind")
SENTENCE = Text("说的是", "What it says")
ALL_CODES = Text("全部编号", "All codes")

DEFECT = Text(
    "程序内部出错（不是您的材料有问题）：{}。请把这句话和所用的文件交给维护人员；"
    "设置环境变量 GUIJU_DEBUG=1 再运行一次可看到详情。",
    "Guiju itself failed (your material is not at fault): {}. Please pass this sentence and the "
    "files on to the maintainers; run again with GUIJU_DEBUG=1 for the details.",
)
NO_LANGUAGE = Text(
    "用法不对：“--lang”不能是“{}”，可选：zh（中文）、en（英文）。",
    "Usage error: --lang cannot be “{}”; it is one of: zh (中文), en (English).",
)
FILE_TROUBLE = Text("读写文件时出错：{}", "A file could not be read or written: {}")

"""G810-G819: what is inside a file: workbooks, worksheets, encodings, broken text."""

from __future__ import annotations

from ....grammar.diagnostics import Severity
from .make import code

_SAVE_AS = ("用 Excel 或 WPS 打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")

FILE_EMPTY = code(
    "G810",
    Severity.ERROR,
    ("文件“{file}”{part}里什么也没有", "“{file}”{part} holds nothing"),
    what=("文件或工作表存在，但没有内容。", "The file or worksheet exists but has no content."),
    why=(
        "空文件多半是导出或传送时出了错。",
        "An empty file mostly comes from a failed export or transfer.",
    ),
    mend=("请报送单位重新提供。", "Ask the sender for it again."),
    bad="日常评估.csv（0 字节）",
    good="单位,得分\n市财政局,95",
    hint=("请报送单位重新提供", "ask the sender for it again"),
)
NOT_A_WORKBOOK = code(
    "G811",
    Severity.ERROR,
    ("“{file}”不是工作簿，内容是{found}", "“{file}” is no workbook; it holds {found}"),
    what=(
        "扩展名是表格，内容却不是 .xlsx。",
        "The name says workbook, but the content is no .xlsx.",
    ),
    why=(
        "改扩展名不会改变文件格式，读出来会是乱码。",
        "Renaming does not convert a file; its content would be garbage.",
    ),
    mend=("用 Excel 或 WPS 打开，另存为 .xlsx。", "Open it in Excel or WPS and save it as .xlsx."),
    bad="名册.xlsx（内容是文本：单位,类别……）",
    good="名册.xlsx（由 Excel 或 WPS 保存）",
    hint=_SAVE_AS,
)
OLD_WORKBOOK = code(
    "G812",
    Severity.ERROR,
    (
        "“{file}”是旧格式的表格（.xls、.et 一类）",
        "“{file}” is a workbook of the old kind (.xls, .et)",
    ),
    what=(
        "文件是 Excel 97-2003 或 WPS 的旧格式。",
        "The file has the format of Excel 97-2003 or old WPS.",
    ),
    why=(
        "旧格式读不出出错的单元格和没有算出的公式，可能把它们当成空白。",
        "Cells with errors and formulas without results cannot be told from blanks in it.",
    ),
    mend=("另存为 .xlsx。", "Save it as .xlsx."),
    bad="名册.xls",
    good="名册.xlsx",
    hint=_SAVE_AS,
)
ENCRYPTED = code(
    "G813",
    Severity.ERROR,
    ("“{file}”设了打开密码，读不了", "“{file}” is protected by a password and cannot be read"),
    what=("工作簿加了打开密码。", "The workbook needs a password to be opened."),
    why=(
        "没有密码就看不到内容，也不应当猜。",
        "Its content cannot be seen, and must not be guessed.",
    ),
    mend=("打开后取消密码再保存。", "Open it, remove the password, save."),
    bad="名册.xlsx（有打开密码）",
    good="名册.xlsx（无密码）",
    hint=("打开后取消密码再保存", "open it, remove the password, save"),
)
BROKEN_WORKBOOK = code(
    "G814",
    Severity.ERROR,
    ("“{file}”已损坏，打不开", "“{file}” is damaged and cannot be opened"),
    what=(
        "文件像工作簿，但里面残缺。",
        "The file looks like a workbook, but parts are missing or broken.",
    ),
    why=("多半是下载或传送没有完成。", "Mostly a download or transfer that did not finish."),
    mend=(
        "请报送单位重新提供，或用 Excel、WPS 修复后另存。",
        "Ask for it again, or repair and save it in Excel or WPS.",
    ),
    bad="名册.xlsx（传送中断）",
    good="名册.xlsx",
)
NOT_TEXT = code(
    "G815",
    Severity.ERROR,
    ("“{file}”名为文本表格，内容却是{found}", "“{file}” should be a text table but holds {found}"),
    what=("扩展名是 .csv，内容是工作簿。", "The name says .csv, but the content is a workbook."),
    why=("按文本读会是乱码。", "Read as text it would be garbage."),
    mend=(
        "把扩展名改回 .xlsx 并改政策里的文件名，或另存为 CSV。",
        "Rename it to .xlsx in folder and policy, or save it as CSV.",
    ),
    bad="日常评估.csv（内容是工作簿）",
    good="日常评估.csv（内容是文本）",
)
UNDECODABLE = code(
    "G816",
    Severity.ERROR,
    (
        "“{file}”第{line}行有认不出的字符，试过的编码：{tried}",
        "“{file}” has unreadable characters in line {line}; encodings tried: {tried}",
    ),
    what=("文件的文字编码认不出来。", "The encoding of the text could not be recognised."),
    why=("猜错编码会把单位名称读成别的字。", "A wrong guess would turn names into other names."),
    mend=(
        "另存为 UTF-8 的 CSV，或在政策里写明编码。",
        "Save it as CSV UTF-8, or declare its encoding in the policy.",
    ),
    bad="编码：“UTF-8”（文件是 GBK）",
    good="编码：“GB18030”",
    hint=(
        "另存为“CSV UTF-8”，或写：编码：“GB18030”",
        "save it as “CSV UTF-8”, or declare its encoding",
    ),
)
UNKNOWN_ENCODING = code(
    "G817",
    Severity.ERROR,
    ("没有“{encoding}”这种文字编码", "there is no text encoding “{encoding}”"),
    what=("政策里写的编码名称认不出来。", "The encoding named in the policy is not known."),
    why=("不知道编码就读不出文字。", "Without the encoding, the text cannot be read."),
    mend=("常用的是 UTF-8、GB18030、UTF-16。", "Usual ones are UTF-8, GB18030 and UTF-16."),
    bad="编码：“国标”",
    good="编码：“GB18030”",
    hint=("常用的有 UTF-8、GB18030", "usual ones are UTF-8 and GB18030"),
)
BROKEN_CSV = code(
    "G818",
    Severity.ERROR,
    (
        "“{file}”从第{line}行起引号不成对，分不清各列",
        "quotes do not match from line {line} of “{file}”",
    ),
    what=(
        "以半角双引号开头的格没有正确收尾。",
        "A cell that begins with a double quote does not end with one.",
    ),
    why=(
        "引号不成对，后面的行会被并进同一格，数据就丢了。",
        "The rows that follow would be swallowed by one cell.",
    ),
    mend=(
        "补上或删去多余的半角双引号；格内的引号写两个。",
        "Complete or delete the quote; write quotes inside a cell twice.",
    ),
    bad='单位,说明\n市财政局,"未收尾\n市教育局,无',
    good='单位,说明\n市财政局,"已收尾"\n市教育局,无',
)
SHEET_MISSING = code(
    "G819",
    Severity.ERROR,
    ("“{file}”里没有工作表“{sheet}”", "“{file}” has no worksheet “{sheet}”"),
    what=(
        "政策声明的工作表找不到。",
        "The declared worksheet is not in the file.",
    ),
    why=("读错工作表，分数就张冠李戴。", "A wrong worksheet gives scores to the wrong people."),
    mend=(
        "把工作表改成声明的名称，或改政策里的名称。",
        "Rename the worksheet, or correct the policy.",
    ),
    bad="工作表 市监察局（文件里是“监察局”）",
    good="工作表 市监察局（文件里是“市监察局”）",
    hint=("{suggestion}", "{suggestion}"),
)

ALL = (
    FILE_EMPTY,
    NOT_A_WORKBOOK,
    OLD_WORKBOOK,
    ENCRYPTED,
    BROKEN_WORKBOOK,
    NOT_TEXT,
    UNDECODABLE,
    UNKNOWN_ENCODING,
    BROKEN_CSV,
    SHEET_MISSING,
)

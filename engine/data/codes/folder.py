"""G801-G809: the data folder, and which of its files are read."""

from __future__ import annotations

from ....grammar.diagnostics import Severity
from .make import code

_LISTING_BAD = "# 文件：“日常评估.csv”\n数据/日常评估.xlsx"
_LISTING_GOOD = "# 文件：“日常评估.csv”\n数据/日常评估.csv"

FOLDER_MISSING = code(
    "G801",
    Severity.ERROR,
    ("没有“{folder}”这个数据文件夹", "there is no data folder “{folder}”"),
    what=("命令里给的数据文件夹不存在。", "The data folder named in the command does not exist."),
    why=("没有数据就没有可以核算的内容。", "Without data there is nothing to work out."),
    mend=("核对文件夹的位置和名称后再运行。", "Check where the folder is and what it is called."),
    bad="guiju evaluate 政策.guiju 数剧/",
    good="guiju evaluate 政策.guiju 数据/",
    hint=("核对文件夹的位置和名称", "check where the folder is and what it is called"),
)
NOT_A_FOLDER = code(
    "G802",
    Severity.ERROR,
    (
        "“{folder}”是一个文件，这里要的是放数据的文件夹",
        "“{folder}” is a file; the folder is wanted",
    ),
    what=("应给出文件夹，却给了一个文件。", "A file was given where the folder belongs."),
    why=(
        "一份政策要读若干个文件，它们放在同一个文件夹里。",
        "A policy reads several files of one folder.",
    ),
    mend=("写文件所在的文件夹。", "Name the folder that the file is in."),
    bad="guiju evaluate 政策.guiju 数据/名册.xlsx",
    good="guiju evaluate 政策.guiju 数据/",
    hint=("写它所在的文件夹", "name the folder it is in"),
)
FOLDER_UNREADABLE = code(
    "G803",
    Severity.ERROR,
    ("读不了文件夹“{folder}”：{reason}", "folder “{folder}” cannot be read: {reason}"),
    what=("文件夹存在，但系统不让读。", "The folder exists, but the system refuses to read it."),
    why=(
        "多半是没有权限，或者网络盘断开。",
        "Often a lack of rights, or a network drive that is away.",
    ),
    mend=(
        "请管理员放开读取权限，或把文件夹复制到本机。",
        "Ask for the right to read, or copy the folder.",
    ),
    bad="drwx------ 别人 数据/",
    good="drwxr-xr-x 自己 数据/",
)
FOLDER_EMPTY = code(
    "G804",
    Severity.ERROR,
    ("文件夹“{folder}”是空的", "folder “{folder}” is empty"),
    what=("文件夹里一个文件也没有。", "The folder holds no file at all."),
    why=("政策要用的数据表都读不到。", "None of the tables that the policy needs can be read."),
    mend=(
        "把各单位报来的文件放进去，或改用正确的文件夹。",
        "Put the files in, or name the right folder.",
    ),
    bad="数据/",
    good="数据/单位名册.xlsx",
)
FILE_MISSING = code(
    "G805",
    Severity.ERROR,
    (
        "“{table}”要读的文件“{file}”不在数据文件夹里",
        "“{table}” reads “{file}”, which is not in the folder",
    ),
    what=("政策声明的文件找不到。", "A file that the policy declares is not there."),
    why=(
        "缺一张表，与它有关的得分都算不出来。",
        "Without the table, no score that rests on it can be worked out.",
    ),
    mend=(
        "补上文件，或把文件改成声明的名称；扩展名和全角、半角也要一样。",
        "Add the file, or rename it as declared, extension and width of brackets included.",
    ),
    bad=_LISTING_BAD,
    good=_LISTING_GOOD,
    hint=("{suggestion}", "{suggestion}"),
)
FILE_UNREADABLE = code(
    "G806",
    Severity.ERROR,
    ("读不了文件“{file}”：{reason}", "file “{file}” cannot be read: {reason}"),
    what=("文件在，但系统不让读。", "The file is there, but the system refuses to read it."),
    why=(
        "多半是没有权限，或者文件正被别的程序占用。",
        "Often a lack of rights, or another program holds it.",
    ),
    mend=("关掉正在使用它的程序，或另存一份。", "Close the program that uses it, or save a copy."),
    bad="-rw------- 别人 名册.xlsx",
    good="-rw-r--r-- 自己 名册.xlsx",
    hint=("{advice}", "{advice}"),
)
UNREAD_FILE = code(
    "G807",
    Severity.WARNING,
    ("没有哪张表读“{file}”", "no table reads “{file}”"),
    what=(
        "文件夹里有一个政策没有声明的文件。",
        "The folder holds a file that the policy does not declare.",
    ),
    why=(
        "可能是文件名写错，也可能有一份数据没有算进去。",
        "A name may be wrong, or data may have been left out.",
    ),
    mend=(
        "核对文件名；确实不用的，移到别处。",
        "Check its name; move it away if it is not needed.",
    ),
    bad=_LISTING_GOOD + "\n数据/补充材料.csv",
    good=_LISTING_GOOD,
)
RIVAL_FILE = code(
    "G808",
    Severity.WARNING,
    (
        "“{file}”像是“{read}”的另一份，这次只读“{read}”",
        "“{file}” looks like another copy of “{read}”; only “{read}” is read",
    ),
    what=("同一张表似乎有两份文件。", "One table seems to have two files."),
    why=(
        "如果新的一份是副本，结果就是用旧数据算的。",
        "If the copy is the newer one, the result rests on old data.",
    ),
    mend=("留下应当使用的一份，把另一份移走。", "Keep the one to be used and move the other away."),
    bad=_LISTING_GOOD + "\n数据/日常评估 - 副本.csv",
    good=_LISTING_GOOD,
)
TEMPORARY_FILE = code(
    "G809",
    Severity.NOTE,
    (
        "“{file}”是打开表格时产生的临时文件，没有读",
        "“{file}” is a temporary file of an open workbook; not read",
    ),
    what=(
        "名称以 ~$ 开头的文件由 Excel、WPS 自己产生。",
        "Files that begin with ~$ are made by Excel and WPS.",
    ),
    why=(
        "它表明有人正开着这张表，可能还有没存盘的改动。",
        "Someone has the workbook open and may have unsaved changes.",
    ),
    mend=("保存并关闭表格后再运行。", "Save and close the workbook, then run again."),
    bad="数据/~$单位名册.xlsx",
    good="数据/单位名册.xlsx",
)

ALL = (
    FOLDER_MISSING,
    NOT_A_FOLDER,
    FOLDER_UNREADABLE,
    FOLDER_EMPTY,
    FILE_MISSING,
    FILE_UNREADABLE,
    UNREAD_FILE,
    RIVAL_FILE,
    TEMPORARY_FILE,
)

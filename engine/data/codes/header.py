"""G820-G829: the header row, and which sheet a table takes."""

from __future__ import annotations

from ....grammar.diagnostics import Severity
from .make import code

NO_HEADER = code(
    "G820",
    Severity.ERROR,
    (
        "{where}前{rows}行里找不到“{table}”的表头，应有：{columns}",
        "no header of “{table}” in the first {rows} rows{where}; expected: {columns}",
    ),
    what=("没有哪一行写着声明的列名。", "No row holds the names of the declared columns."),
    why=("不知道哪一列是什么，就不能读数。", "Without it nothing says which column is which."),
    mend=(
        "在数据上面加一行列名，与政策里的列名一致。",
        "Put a row with the declared names above the data.",
    ),
    bad="# 得分：分\n市财政局,95\n市教育局,90",
    good="# 得分：分\n单位,得分\n市财政局,95\n市教育局,90",
)
COLUMN_MISSING = code(
    "G821",
    Severity.ERROR,
    ("{where}的表头里没有“{column}”这一列", "the header in {where} has no column “{column}”"),
    what=("政策声明的列在表里找不到。", "A declared column is not in the table."),
    why=("缺这一列，用它的得分都算不出来。", "No score that uses the column can be worked out."),
    mend=("补上这一列，或把表头改成声明的列名。", "Add the column, or name it as declared."),
    bad="# 得分：分\n单位\n市财政局\n市教育局",
    good="# 得分：分\n单位,得分\n市财政局,95\n市教育局,90",
    hint=("{suggestion}", "{suggestion}"),
)
HEADER_TWICE = code(
    "G822",
    Severity.ERROR,
    ("{where}的表头里“{column}”出现两次", "the header in {where} holds “{column}” twice"),
    what=("两列用了同一个列名。", "Two columns have the same name."),
    why=("不知道该用哪一列。", "Nothing says which of the two is meant."),
    mend=("删去或改名其中一列。", "Delete or rename one of them."),
    bad="# 得分：分\n单位,得分,得分\n市财政局,95,94\n市教育局,90,91",
    good="# 得分：分\n单位,得分\n市财政局,95\n市教育局,90",
)
NO_ROWS = code(
    "G823",
    Severity.NOTE,
    ("“{table}”只有表头，没有数据", "“{table}” has a header and no data"),
    what=("表头下面一行数据也没有。", "There is no row of data below the header."),
    why=(
        "没有人申报时这是正常的，漏报时却会少算。",
        "Right where nobody reported anything; wrong where rows were lost.",
    ),
    mend=("确认确实没有内容。", "Make sure that there is indeed nothing."),
    bad="# 加分申报\n单位,加分",
    good="# 加分申报\n单位,加分\n市财政局,1",
)
CANNOT_JOIN = code(
    "G824",
    Severity.ERROR,
    (
        "“{table}”的列分在几张工作表上，又不是每个单位一行，合不到一起",
        "“{table}” spreads over several worksheets but has not one row for each unit",
    ),
    what=(
        "分在几张工作表上的表，靠单位名称合成一行。",
        "Parts on several worksheets are joined by the unit.",
    ),
    why=(
        "一个单位有几行时，不知道哪一行接哪一行。",
        "With several rows to a unit, nothing says which row joins which.",
    ),
    mend=(
        "把主键写成单位列，或分别声明成几张表。",
        "Make the unit the key, or declare several tables.",
    ),
    bad="主键：单位、序号\n工作表 甲 { 单位：单位；得分：分 }\n工作表 乙 { 单位：单位；次数：数 }",
    good="主键：单位\n工作表 甲 { 单位：单位；得分：分 }\n工作表 乙 { 单位：单位；次数：数 }",
)
SHEETS_UNDECIDED = code(
    "G825",
    Severity.ERROR,
    (
        "“{file}”有{n}张有内容的工作表，政策没有写明读哪一张",
        "“{file}” has {n} filled worksheets, and the policy does not say which to read",
    ),
    what=(
        "工作簿有几张工作表，政策没有声明用哪一张。",
        "The workbook has several worksheets and none is declared.",
    ),
    why=("读错工作表，数据就张冠李戴。", "A wrong worksheet gives the data of something else."),
    mend=("把“列”改成“工作表 名称”。", "Write “sheet name” in place of “columns”."),
    bad="列 { 单位：单位 }",
    good="工作表 名册 { 单位：单位 }",
    hint=("{suggestion}", "{suggestion}"),
)

ALL = (NO_HEADER, COLUMN_MISSING, HEADER_TWICE, NO_ROWS, CANNOT_JOIN, SHEETS_UNDECIDED)

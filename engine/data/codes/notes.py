"""G850-G859: what was accepted or passed over, and should be known."""

from __future__ import annotations

from ....grammar.diagnostics import Severity
from .make import code

_GOOD = "# 得分：分\n单位,得分\n市财政局,98.5\n市教育局,90"
_SEEN = ("读得对，但应当知道。", "It was read rightly, but should be known.")

WIDE_FORM = code(
    "G850",
    Severity.NOTE,
    (
        "{where}“{column}”的“{found}”是全角，按“{read}”读",
        "“{found}” for “{column}” in {where} is full-width; read as “{read}”",
    ),
    what=("数字用全角字符写成。", "A number was typed in full-width characters."),
    why=_SEEN,
    mend=("不改也可以；改成半角更稳妥。", "It may stay; half-width is safer."),
    bad="# 得分：分\n单位,得分\n市财政局,９８．５\n市教育局,90",
    good=_GOOD,
)
SPELLING = code(
    "G851",
    Severity.NOTE,
    (
        "{where}“{column}”的“{found}”按“{read}”认定",
        "“{found}” for “{column}” in {where} is taken as “{read}”",
    ),
    what=(
        "名称只在全角、半角或空格上不同，或是名册写明的原名。",
        "A name differs only in width or spaces, or is an earlier one that the register gives.",
    ),
    why=("是哪个单位没有疑问。", "There is no doubt who is meant."),
    mend=("不改也可以。", "It may stay."),
    bad="# 得分：分\n单位,得分\n市 财 政 局,98.5\n市教育局,90",
    good=_GOOD,
)
TEXT_NUMBERS = code(
    "G852",
    Severity.NOTE,
    (
        "{where}“{column}”有{n}个数以文本存放，已按数字读",
        "{n} numbers of “{column}”{where} are stored as text and were read as numbers",
    ),
    what=("工作簿里的数字存成了文本。", "Numbers in a workbook are stored as text."),
    why=(
        "表格软件里的求和会漏掉它们，读数不受影响。",
        "Sums in the spreadsheet leave them out; reading does not.",
    ),
    mend=(
        "不改也可以；在 Excel 里可“转换为数字”。",
        "It may stay; Excel can convert them to numbers.",
    ),
    bad="B3 是文本“98.5”",
    good="B3 是数字 98.5",
)
SKIPPED_ROW = code(
    "G853",
    Severity.NOTE,
    ("{where}不是数据，没有读：“{found}”", "{where} is no data and was not read: “{found}”"),
    what=("签名、盖章、说明一类的行。", "A row of signatures, seals or remarks."),
    why=(
        "跳过的内容都列出来，免得漏掉数据。",
        "All that is skipped is named, so that no data is lost.",
    ),
    mend=("确认它不是数据。", "Make sure that it is no data."),
    bad="# 得分：分\n单位,得分\n市财政局,98.5\n市教育局,90\n评分单位（盖章）：市监察局,",
    good=_GOOD,
)
EXTRA_COLUMNS = code(
    "G854",
    Severity.NOTE,
    (
        "“{table}”里政策没有声明的列没有读：{columns}",
        "columns of “{table}” that the policy does not declare: {columns}",
    ),
    what=("表里有政策没有声明的列。", "The table has columns that the policy does not declare."),
    why=("也许是备注，也许是漏声明了一项。", "They may be remarks, or an item that was forgotten."),
    mend=(
        "要用的，在政策里声明；备查的，可声明为“备查”。",
        "Declare those to be used, or mark them as for reference.",
    ),
    bad="# 得分：分\n单位,得分,备注\n市财政局,98.5,\n市教育局,90,",
    good=_GOOD,
)
OUTSIDERS = code(
    "G859",
    Severity.NOTE,
    (
        "“{table}”{where}有{n}行是名册外的单位，没有计：{found}{more}",
        "rows of “{table}”{where} of units outside the register were left out ({n}): {found}{more}",
    ),
    what=(
        "单位那一列写了“名册外不计”，这些行的单位不在名册里。",
        "The unit column leaves outsiders out, and the units of these rows are not registered.",
    ),
    why=(
        "写错了名称的单位也会这样落下，所以每次都列出来。",
        "A unit whose name is misspelt would be left out too, so they are always named.",
    ),
    mend=(
        "确认都不在评估范围内；写错的，按名册改。",
        "Make sure that none of them is evaluated; write the others as the register does.",
    ),
    bad="# 单位：单位，名册外不计\n单位,得分\n市财政局,98.5\n市教育局,90\n市林业局,88",
    good=_GOOD,
    hint=("{alike}", "{alike}"),
)
HIDDEN = code(
    "G855",
    Severity.NOTE,
    (
        "“{file}”的{what}是隐藏的，照样读了",
        "{what} of “{file}” are hidden and were read all the same",
    ),
    what=("工作表或其中的行被隐藏。", "A worksheet or rows of it are hidden."),
    why=(
        "看不见的数据也会计分，不能悄悄跳过。",
        "Data out of sight counts too, and must not be skipped in silence.",
    ),
    mend=("取消隐藏并核对；不要的，删去。", "Unhide and check; delete what does not belong."),
    bad="第3行隐藏",
    good="没有隐藏的行",
)
ODD_DELIMITER = code(
    "G856",
    Severity.NOTE,
    ("“{file}”用“{delimiter}”分列", "“{file}” parts its columns by “{delimiter}”"),
    what=("CSV 文件不是用半角逗号分列。", "The CSV file does not part columns by commas."),
    why=_SEEN,
    mend=(
        "不改也可以；另存为用逗号分列的 CSV 更稳妥。",
        "It may stay; a file with commas is safer.",
    ),
    bad="# 得分：分\n单位；得分\n市财政局；98.5\n市教育局；90",
    good=_GOOD,
)
MORE_OF_SAME = code(
    "G857",
    Severity.NOTE,
    (
        "{part}“{column}”同样的问题（{id}）还有{n}处，最后一处在第{last}行",
        "{n} more of the same ({id}) in “{column}”{part}, the last in row {last}",
    ),
    what=(
        "同一列的同一种问题太多，只列前五处。",
        "One column has the same trouble often; only five are listed.",
    ),
    why=("一列全错通常只有一个原因。", "A column that is wrong throughout mostly has one cause."),
    mend=("改好前几处的原因后再运行。", "Mend the cause and run again."),
    bad="# 得分：分\n单位,得分\n市财政局,优\n……",
    good=_GOOD,
)
PERCENT_DOUBT = code(
    "G858",
    Severity.WARNING,
    (
        "{where}“{column}”以百分数计，却有{n}个不大于1的数，按“{found}%”这样读",
        "“{column}” in {where} is in percent, yet {n} numbers are at most 1; read as “{found}%”",
    ),
    what=(
        "百分数列里有 0.85 这样没有百分号的小数。",
        "A percent column holds decimals such as 0.85 without a percent sign.",
    ),
    why=(
        "0.85 可能是 0.85%，也可能是 85%，差一百倍。",
        "0.85 may mean 0.85% or 85%, a hundredfold apart.",
    ),
    mend=(
        "写上百分号，或把单元格格式设为百分比。",
        "Write the percent sign, or use the percent format.",
    ),
    bad="# 得分：%\n单位,得分\n市财政局,0.85\n市教育局,90",
    good="# 得分：%\n单位,得分\n市财政局,85%\n市教育局,90",
)

ALL = (
    WIDE_FORM,
    SPELLING,
    TEXT_NUMBERS,
    SKIPPED_ROW,
    EXTRA_COLUMNS,
    HIDDEN,
    ODD_DELIMITER,
    MORE_OF_SAME,
    PERCENT_DOUBT,
    OUTSIDERS,
)

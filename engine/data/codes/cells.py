"""G830-G839: single cells that broke their column's contract."""

from __future__ import annotations

from ....grammar.diagnostics import Severity
from .make import Pair, code

_WHY_NUMBER = ("不能确定的数不能拿来计分。", "A number that is not certain must not score.")


def _table(column: str, first: str, second: str = "90") -> str:
    return f"# {column}\n单位,得分\n市财政局,{first}\n市教育局,{second}"


def _found(expected_zh: str, expected_en: str) -> Pair:
    return (
        f"{{where}}“{{column}}”应为{expected_zh}，实为“{{found}}”",
        f"“{{column}}” in {{where}} should be {expected_en}; it is “{{found}}”",
    )


NOT_A_NUMBER = code(
    "G830",
    Severity.ERROR,
    _found("数字", "a number"),
    what=("数字列里填了别的内容。", "A column of numbers holds something else."),
    why=_WHY_NUMBER,
    mend=(
        "改成数字；没有的留空（该列须声明“可空”）；有字样表示没有的，在列里写：可空（“无专项预算”）。",
        "Write a number, or leave it blank where the column is nullable; where a word says that "
        "there is none, write in the column: nullable(“…”).",
    ),
    bad=_table("得分：分", "优"),
    good=_table("得分：分", "95"),
    hint=("{advice}", "{advice}"),
)
NOT_WHOLE = code(
    "G831",
    Severity.ERROR,
    _found("整数", "a whole number"),
    what=("整数列里填了小数。", "A column of whole numbers holds a fraction."),
    why=(
        "人数、票数、名次不会有小数，多半是填错了列。",
        "People, ballots and ranks are whole; the column may be wrong.",
    ),
    mend=("改成整数，或把列声明成“数”。", "Write a whole number, or declare the column a number."),
    bad=_table("得分：整数", "9.5"),
    good=_table("得分：整数", "9.0"),
)
OUT_OF_RANGE = code(
    "G832",
    Severity.ERROR,
    _found("{range}", "{range}"),
    what=("数超出了政策声明的范围。", "The number lies outside its declared range."),
    why=("超出范围的分会让总分超过满分。", "It could lift a total above full marks."),
    mend=(
        "核对原始记录后改正，或修改声明的范围。",
        "Correct it by the records, or correct the declared range.",
    ),
    bad=_table("得分：分，0分至100分", "100.5"),
    good=_table("得分：分，0分至100分", "100"),
)
NOT_A_DATE = code(
    "G833",
    Severity.ERROR,
    _found("日期", "a date"),
    what=("日期列里填了别的内容。", "A column of dates holds something else."),
    why=("期限和调整要按日期判断。", "Deadlines and adjustments are judged by the date."),
    mend=("写成 2009-10-31、2009年10月31日 之类。", "Write 2009-10-31 or 2009年10月31日."),
    bad=_table("得分：日期", "年底", "2009-10-31"),
    good=_table("得分：日期", "2009年12月31日", "2009-10-31"),
    hint=("{advice}", "{advice}"),
)
NO_SUCH_DATE = code(
    "G834",
    Severity.ERROR,
    (
        "{where}“{column}”写的“{found}”没有这一天",
        "“{found}” for “{column}” in {where} is no day of the calendar",
    ),
    what=("日历上没有这一天。", "The calendar has no such day."),
    why=("不存在的日期无法与期限比较。", "It cannot be held against a deadline."),
    mend=("改成真实的日期。", "Write a real date."),
    bad=_table("得分：日期", "2009-02-30", "2009-10-31"),
    good=_table("得分：日期", "2009-02-28", "2009-10-31"),
)
NOT_A_CHOICE = code(
    "G835",
    Severity.ERROR,
    _found("{choices}之一", "one of {choices}"),
    what=("填的不是声明的几种取值。", "The text is none of the declared values."),
    why=("对不上取值，就没有对应的分数。", "Without a known value no score belongs to it."),
    mend=("改成声明的取值。", "Write one of the declared values."),
    bad=_table("得分：优秀、良好", "优绣", "良好"),
    good=_table("得分：优秀、良好", "优秀", "良好"),
    hint=("{suggestion}", "{suggestion}"),
)
BLANK = code(
    "G836",
    Severity.ERROR,
    ("{where}“{column}”不能空着{typed}", "“{column}” in {where} must not be blank{typed}"),
    what=(
        "必填的格是空的，或写着“/”“—”“无”；列里写了“可空（……）”的，括号里没有这一种。",
        "A cell that must be filled is blank, or holds “/”, “—” or “无”; where the column lists "
        "what stands for none, this is not listed.",
    ),
    why=(
        "空白不能当作零分，也不能当作没有这项工作。",
        "A blank is neither zero nor “not applicable”.",
    ),
    mend=(
        "补上内容；允许为空的，在列后面写“可空”；括号里列了字样的，补上“”（空格）或这个字样。",
        "Fill it in, or declare the column nullable; where words are listed, add “” (an empty "
        "cell) or this one.",
    ),
    bad=_table("得分：分", "/"),
    good=_table("得分：分，可空", "/"),
    hint=("{advice}", "{advice}"),
)
WRONG_UNIT = code(
    "G837",
    Severity.ERROR,
    (
        "{where}“{column}”应{unit}，实为“{found}”",
        "“{column}” in {where} should be {unit}; it is “{found}”",
    ),
    what=(
        "数后面的单位与列的单位不同，或填成了百分数。",
        "The unit behind the number is not the column's, or it is a percentage.",
    ),
    why=(
        "85% 是 0.85 还是 85 分，差一百倍。",
        "85% may be 0.85 or 85 points, a hundredfold apart.",
    ),
    mend=(
        "按列的单位填写；单元格格式不要用百分比。",
        "Write it in the column's unit, without percent format.",
    ),
    bad=_table("得分：分", "85%"),
    good=_table("得分：分", "85分"),
)
FORMULA = code(
    "G838",
    Severity.ERROR,
    (
        "{where}“{column}”是公式，却没有计算结果：{found}",
        "“{column}” in {where} is a formula without a result: {found}",
    ),
    what=(
        "单元格是公式，文件里没有存下结果。",
        "The cell is a formula, and the file holds no result of it.",
    ),
    why=(
        "由程序生成、没有用表格软件存过的文件常这样；空白不能当成绩。",
        "Common in generated files; a blank is no result.",
    ),
    mend=("用 Excel 或 WPS 打开，保存后再报送。", "Open the file in Excel or WPS and save it."),
    bad="# 得分：分\n单位,得分\n市财政局,=B8+B9（未计算）",
    good="# 得分：分\n单位,得分\n市财政局,95",
    hint=("用 Excel 或 WPS 打开，保存后再报送", "open the file in Excel or WPS and save it"),
)
ERROR_CELL = code(
    "G839",
    Severity.ERROR,
    (
        "{where}“{column}”的公式出错：{found}",
        "the formula of “{column}” in {where} failed: {found}",
    ),
    what=(
        "单元格里是 #DIV/0!、#N/A 一类的错误值。",
        "The cell holds an error such as #DIV/0! or #N/A.",
    ),
    why=("错误值不是零，也不是没有数据。", "An error is neither zero nor absent."),
    mend=("改正公式或它引用的单元格。", "Correct the formula or the cells it refers to."),
    bad="# 得分：分\n单位,得分\n市财政局,#DIV/0!",
    good="# 得分：分\n单位,得分\n市财政局,95",
)

ALL = (
    NOT_A_NUMBER,
    NOT_WHOLE,
    OUT_OF_RANGE,
    NOT_A_DATE,
    NO_SUCH_DATE,
    NOT_A_CHOICE,
    BLANK,
    WRONG_UNIT,
    FORMULA,
    ERROR_CELL,
)

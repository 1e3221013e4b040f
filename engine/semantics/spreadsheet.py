"""What people type who know spreadsheets, and how the language says it."""

from __future__ import annotations

from ...grammar.diagnostics import Text

#: Functions of spreadsheets, and what the language has for them.
SPREADSHEET = {
    name: Text(chinese, english)
    for names, chinese, english in (
        (
            "SUM",
            "几项相加写 甲 ＋ 乙；一列的合计写 合计（列）",
            "write a + b; for a column sum(column)",
        ),
        ("AVERAGE AVG", "写 平均（列）", "write mean(column)"),
        (
            "MAX",
            "几项中取大写 取大（甲，乙）；一列的最高写 最高（列）",
            "write larger or highest(column)",
        ),
        (
            "MIN",
            "几项中取小写 取小（甲，乙）；一列的最低写 最低（列）",
            "write smaller or lowest(column)",
        ),
        ("COUNT COUNTA COUNTIF", "写 计数（列 当 条件）", "write count(column when condition)"),
        ("SUMIF SUMIFS", "写 合计（列 当 条件）", "write sum(column when condition)"),
        ("ROUND", "写 四舍五入（数，2位）", "write round(value, 2places)"),
        (
            "IF IFS",
            "分几种情形写：情形 名称 { 当：条件；取：…… }，最后写 其余",
            "write cases, then otherwise",
        ),
        ("VLOOKUP LOOKUP", "写一个 对照，再写 对照名（名称）", "write a scale and call it"),
        (
            "插值 内插 线性插值 直线插值 INTERPOLATE FORECAST",
            "写一个分段，其中一段写：60％以上不足100％，0分至10分，再像算法一样用",
            "write steps with a range such as 60% or more below 100%, 0pts to 10pts",
        ),
        ("YEAR 年", "写 年份（日期）", "write year_of(date)"),
        ("MONTH 月", "写 月份（日期）", "write month_of(date)"),
        ("DAY", "写 日（日期）", "write day_of(date)"),
        ("EDATE", "写 日期 ＋ 1个月", "write date + 1month"),
        ("WORKDAY", "写 工作日后（日期，5个工作日）", "write workday_after(date, 5workdays)"),
        ("NETWORKDAYS", "写 工作日数（起，止）", "write workdays(from, to)"),
        ("RANK", "写一块 排名", "write a ranking block"),
    )
    for name in names.split()
}

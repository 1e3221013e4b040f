"""The built-in functions: one definition each, with both spellings, its usage and its meaning.

``family`` says how a call is typed and lowered: ``aggregate`` sums up rows, ``selection`` some of
them, ``place`` ranks and ``share`` divides among them; ``pair`` picks between two values, ``conditions`` counts those that hold, ``fallback`` gives another where one is
missing, ``single``
takes one, ``ratio`` divides by what must be above 0, ``irrational`` and ``power`` may leave the
rationals, ``round`` is a written rounding step, ``stride`` counts steps of a length, ``marginal``
rates each range of a number, ``series`` looks along periods, ``ballot`` turns counted votes into a
mark, ``date`` works on days.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from attrs import frozen

from ..grammar.diagnostics import Text
from ..grammar.vocabulary import PROPERTIES, find
from ..grammar.words import Word

Family: TypeAlias = Literal[
    "aggregate",
    "selection",
    "place",
    "share",
    "pair",
    "conditions",
    "fallback",
    "single",
    "ratio",
    "irrational",
    "power",
    "round",
    "stride",
    "marginal",
    "series",
    "ballot",
    "date",
]


@frozen
class Function:
    """One built-in function."""

    id: str
    zh: str
    en: str
    family: Family
    usage: Text
    help: Text


def _aggregate(id: str, zh: str, en: str, help_zh: str, help_en: str) -> Function:
    usage = Text(f"{zh}（数 当 条件 按 列）", f"{en}(value when condition by column)")
    if id not in ("only", "any"):
        usage = Text(f"{usage.zh}或{zh}（甲、乙、丙）", f"{usage.en} or {en}(a, b, c)")
    return Function(id, zh, en, "aggregate", usage, Text(help_zh, help_en))


# fmt: off
#: Rows of one line each.
_MORE: tuple[Function, ...] = (
    _aggregate("median", "中位数", "median", "按大小排在中间的数，双数个取中间两个的平均；没有行时出错", "the value in the middle, of an even number the mean of the middle two; of none it is an error"),
    _aggregate("only", "唯一", "only", "唯一一行的值，那一行没有值的也没有值；没有这一行或不止一行时出错", "the value of the only row, none where it has none; of no row or several it is an error"),
    Function("trimmed", "去端平均", "trimmed_mean", "selection", Text("去端平均（数 当 条件 按 列，1个）、（数，10％，舍去）或（甲、乙、丙，1个）", "trimmed_mean(value when condition by column, 1), (value, 10%, truncate) or (a, b, c, 1)"),
             Text("两端各去掉几个（或占几成，零头舍去、进一或四舍五入）后的平均；去掉后没有剩下的出错", "the mean without so many at each end (or a share of them, its rest truncated, round_up or round); none left is an error")),
    Function("best_sum", "前几合计", "best_sum", "selection", Text("前几合计（数 当 条件 按 列，3个）或前几合计（甲、乙、丙、丁，3个）", "best_sum(value when condition by column, 3) or best_sum(a, b, c, d, 3)"),
             Text("最高的几个之和；不足几个的全部计入；加写“由低到高”则取最低的几个", "the sum of the highest few; of fewer all count; with ascending the lowest few")),
    Function("best_mean", "前几平均", "best_mean", "selection", Text("前几平均（数 当 条件 按 列，3个）或前几平均（甲、乙、丙、丁，3个）", "best_mean(value when condition by column, 3) or best_mean(a, b, c, d, 3)"),
             Text("最高的几个的平均；不足几个时出错；加写“由低到高”则取最低的几个", "the mean of the highest few; of fewer it is an error; with ascending the lowest few")),
    Function("place", "名次", "place_of", "place", Text("名次（数 当 条件 按 列，由低到高，同末位，同分依据：另一数）", "place_of(value when condition by column, ascending, worse, then_by: other)"),
             Text("在组内由高到低的名次，同分同名次；不满足条件的没有名次，不占名次；不写“按”则各单位排在一起，逐行时在本单位的各行里排；同分的再比同分依据，次序相同", "the place inside the group, highest first, equals sharing it; who does not meet the condition has none and takes none; without by all units together, or a unit's rows; then_by tells equals apart, in the same order")),
    Function("apportion", "分摊", "apportion", "share", Text("分摊（总数，依据 当 条件 按 分组，0位）或（总数，依据，0位，四舍五入，尾差归最大）", "apportion(total, weight when condition by grouping, 0places) or (total, weight, 0places, round, rest_to_greatest)"),
             Text("按依据的比例分，各份合计正好等于总数：先舍去，余下的给余数最大的；余数相同的依据大的先得，再相同的按名册先后；写明四舍五入（舍去、进一）和尾差归谁的，其余各份照取，差的归依据最大的（相同的归名册在前的）、第一个或最后一个", "in proportion, and adding up exactly: first truncated, the rest to the largest remainders; of equal ones to the greater weight, then in the order of the register; with a rounding and rest_to_greatest (of equal ones the first in the register), rest_to_first or rest_to_last the others are rounded and that one takes what is left")),
    Function("ratio", "完成率", "completion", "ratio", Text("完成率（实际，目标）或（实际，目标，越小越好）", "completion(actual, target) or (actual, target, less_is_better)"),
             Text("实际 ÷ 目标，目标须大于0；越小越好的为 目标 ÷ 实际，实际须大于0", "actual / target, the target above 0; where less is better target / actual, the actual above 0")),
    Function("marginal", "累进", "marginal", "marginal", Text("累进（数，分段）", "marginal(value, steps)"),
             Text("各段里的部分分别乘本段的比率再相加，从0起算", "the part of a number in each range times the rate of that range, added up, from 0")),
    Function("power", "乘方", "power", "power", Text("乘方（数，指数）", "power(value, exponent)"),
             Text("指数是整数的精确，其余取30位有效数字", "exact where the exponent is whole, else to 30 significant digits")),
    Function("day", "日期", "date_of", "date", Text("日期（年，月，日）", "date_of(year, month, day)"), Text("由年、月、日三个数成一个日期；没有这一天的出错", "a date of three numbers; of a day that does not exist it is an error")),
    Function("year", "年份", "year_of", "date", Text("年份（日期）", "year_of(date)"), Text("日期是哪一年", "the year of a date")),
    Function("month", "月份", "month_of", "date", Text("月份（日期）", "month_of(date)"), Text("日期是几月", "the month of a date")),
    Function("day_of", "日", "day_of", "date", Text("日（日期）", "day_of(date)"), Text("日期是几日", "the day of the month of a date")),
    Function("workdays", "工作日数", "workdays", "date", Text("工作日数（起，止，日历）", "workdays(from, to, calendar)"),
             Text("从起日到止日有几个工作日：起日不计，止日计入；止日在前为负。只有一个日历时可以不写日历", "working days from one date to another: the first day does not count, the last does; negative where it comes before. The only calendar may be left out")),
    Function("workday_after", "工作日后", "workday_after", "date", Text("工作日后（日期，5个工作日，日历，含当日）", "workday_after(date, 5workdays, calendar, inclusive)"),
             Text("日期之后第几个工作日，当日不计，0个为当日；写“含当日”的从当日数起。只有一个日历时可以不写日历", "the so-many-th working day after a date, that day not counted, of 0 the day itself; with inclusive that day is the first if it is worked. The only calendar may be left out")),
    Function("workday_from", "顺延", "workday_from", "date", Text("顺延（日期，日历）", "workday_from(date, calendar)"),
             Text("日期是工作日的为当日，遇休息的为其后第一个工作日。只有一个日历时可以不写日历", "the date itself if it is worked, else the next working day. The only calendar may be left out")),
    Function("held", "符合数", "conditions_met", "conditions", Text("符合数（条件，条件，…）", "conditions_met(condition, condition, …)"),
             Text("几个条件里有几个成立", "how many of several conditions hold")),
    Function("fallback", "空则", "if_missing", "fallback", Text("空则（值，另一值）", "if_missing(value, other)"),
             Text("有值的为这个值，没有填的为另一个值", "the value, or the other where there is none")),
    Function("half_even", "修约", "round_even", "round", Text("修约（数，2位）", "round_even(value, 2places)"),
             Text("四舍六入五成双：正好一半的取成双数", "to so many decimals, exact halves to the even digit")),
)
# fmt: on

FUNCTIONS: tuple[Function, ...] = (
    _aggregate("sum", "合计", "sum", "各行之和；没有行时为 0", "the sum over rows; 0 of none"),
    _aggregate(
        "mean",
        "平均",
        "mean",
        "各行的算术平均；没有行时出错",
        "the arithmetic mean; of none it is an error",
    ),
    _aggregate(
        "highest",
        "最高",
        "highest",
        "各行中最高的；没有行时出错",
        "the highest; of none it is an error",
    ),
    _aggregate(
        "lowest",
        "最低",
        "lowest",
        "各行中最低的；没有行时出错",
        "the lowest; of none it is an error",
    ),
    _aggregate("count", "计数", "count", "有值的行数", "how many rows have a value"),
    _aggregate("any", "存在", "any", "是否有一行成立", "whether it holds for some row"),
    Function(
        "min",
        "取小",
        "smaller",
        "pair",
        Text("取小（甲，乙，…）", "smaller(a, b, …)"),
        Text("几个数中最小的", "the smallest of several"),
    ),
    Function(
        "max",
        "取大",
        "larger",
        "pair",
        Text("取大（甲，乙，…）", "larger(a, b, …)"),
        Text("几个数中最大的", "the greatest of several"),
    ),
    Function(
        "abs",
        "绝对值",
        "absolute",
        "single",
        Text("绝对值（数）", "absolute(value)"),
        Text("去掉负号", "the value without its sign"),
    ),
    Function(
        "ln",
        "对数",
        "ln",
        "irrational",
        Text("对数（数）", "ln(value)"),
        Text("自然对数，取30位有效数字", "the natural logarithm, to 30 significant digits"),
    ),
    Function(
        "root",
        "开方",
        "root",
        "irrational",
        Text("开方（数，3）", "root(value, 3)"),
        Text("开几次方，取30位有效数字", "the n-th root, to 30 significant digits"),
    ),
    Function(
        "stride",
        "步数",
        "steps_of",
        "stride",
        Text("步数（超出，1％，不计）", "steps_of(excess, 1%, ignore)"),
        Text(
            "超出了多少个步长；不到一步的：不计、进一或按比例；没有超出为 0",
            "how many steps an excess makes; a part of a step is ignored, counted, or taken in proportion; 0 of none",
        ),
    ),
    Function(
        "half_up",
        "四舍五入",
        "round",
        "round",
        Text("四舍五入（数，2位）", "round(value, 2places)"),
        Text("保留几位小数，五入；负数按绝对值", "to so many decimals, halves away from zero"),
    ),
    Function(
        "down",
        "舍去",
        "truncate",
        "round",
        Text("舍去（数，0位）", "truncate(value, 0places)"),
        Text("保留几位小数，其余舍去", "to so many decimals, the rest dropped"),
    ),
    Function(
        "up",
        "进一",
        "round_up",
        "round",
        Text("进一（数，0位）", "round_up(value, 0places)"),
        Text("保留几位小数，有余就进一", "to so many decimals, any rest counts as one"),
    ),
    Function(
        "previous",
        "上期",
        "previous",
        "series",
        Text("上期（值）", "previous(value)"),
        Text(
            "同一单位前一期的值；表里要写期次；没有前一期则为空",
            "the same unit's value one period before; the table names its period; nothing if none",
        ),
    ),
    Function(
        "streak",
        "连续",
        "streak",
        "series",
        Text("连续（条件）", "streak(condition)"),
        Text(
            "到这一期为止，条件连续成立了几期；中间缺一期就断开",
            "in how many periods in a row, up to this one, it has held; a missing one ends the run",
        ),
    ),
    Function(
        "ballot",
        "票均",
        "ballot_mean",
        "ballot",
        Text("票均（对照，票数表）", "ballot_mean(scale, table)"),
        Text(
            "各档票数按对照折分后的平均；对照里没有的票不计",
            "the mean mark of counted votes; votes not in the scale do not count",
        ),
    ),
    *_MORE,
)


#: What becomes of a part of a step in 步数.
PARTS_OF_STEPS: dict[str, str] = {
    "不计": "down",
    "ignore": "down",
    "进一": "up",
    "round_up": "up",
    "按比例": "",
    "proportion": "",
}

#: Who takes what rounding leaves over in 分摊.
RESTS: tuple[Word, ...] = (
    Word("greatest", "尾差归最大", "rest_to_greatest", Text("尾差归最大", "rest to greatest")),
    Word("first", "尾差归首个", "rest_to_first", Text("尾差归首个", "rest to first")),
    Word("last", "尾差归末个", "rest_to_last", Text("尾差归末个", "rest to last")),
)

#: Words that calls choose from, beside those of a ranking's 次序 and 并列.
OPTIONS: tuple[Word, ...] = (
    Word("ignore", "不计", "ignore", Text("不计", "ignore")),
    Word("proportion", "按比例", "proportion", Text("按比例", "proportion")),
    Word("down", "舍去", "truncate", Text("舍去", "truncate")),
    Word("up", "进一", "round_up", Text("进一", "round_up")),
    Word("half_up", "四舍五入", "round", Text("四舍五入", "round")),
    Word("inclusive", "含当日", "inclusive", Text("含当日", "inclusive")),
    *RESTS,
    Word("less", "越小越好", "less_is_better", Text("越小越好", "less is better")),
    *PROPERTIES["order"].choices,
    *PROPERTIES["ties"].choices,
)


def option(text: str) -> str:
    """What a word chosen in a call means; "" for any other."""
    found = find(OPTIONS, text)
    return found.id if found else ""


def find_function(text: str, functions: Iterable[Function] = FUNCTIONS) -> Function | None:
    """The function written so in Chinese or English."""
    return next((f for f in functions if text in (f.zh, f.en)), None)

"""The built-in functions: one definition each, with both spellings, its usage and its meaning.

``family`` says how a call is typed and lowered: ``aggregate`` sums up rows, ``pair`` picks between
two values, ``single`` takes one, ``irrational`` leaves the rationals, ``round`` is a written rounding step, ``stride`` counts steps of a
length, ``series`` looks along periods, ``ballot`` turns counted votes into a mark.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from attrs import frozen

from ..grammar.diagnostics import Text


@frozen
class Function:
    """One built-in function."""

    id: str
    zh: str
    en: str
    family: Literal[
        "aggregate", "pair", "single", "irrational", "round", "stride", "series", "ballot"
    ]
    usage: Text
    help: Text


def _aggregate(id: str, zh: str, en: str, help_zh: str, help_en: str) -> Function:
    usage = Text(f"{zh}（数 当 条件 按 列）", f"{en}(value when condition by column)")
    return Function(id, zh, en, "aggregate", usage, Text(help_zh, help_en))


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


def find_function(text: str, functions: Iterable[Function] = FUNCTIONS) -> Function | None:
    """The function written so in Chinese or English."""
    return next((f for f in functions if text in (f.zh, f.en)), None)

"""Token kinds, and the words and units that the lexer itself must know."""

from __future__ import annotations

from typing import NamedTuple

from .source import Span


class Token(NamedTuple):
    """One token. A named tuple: a policy has tens of thousands, and attrs costs twice as much.

    ``kind`` is a terminal of ``policy.lark`` or COMMENT; ``text`` has its punctuation and digits
    narrowed, one code point for one; ``first`` is true of the first token on a line.
    """

    kind: str
    text: str
    start: int
    end: int
    first: bool = False

    @property
    def span(self) -> Span:
        """The token's place in the original text."""
        return Span(self.start, self.end)

    def __str__(self) -> str:
        return self.text


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def kinds(names: str) -> frozenset[str]:
    """The set of kinds named in a text."""
    return frozenset(names.split())


#: Words that act inside values, by the terminal they become. Elsewhere they are ordinary names.
FUNCTION_WORDS: dict[str, str] = {
    word: kind
    for kind, words in {
        "OR": "或 或者 or",
        "AND": "且 并且 and",
        "NOT": "非 not",
        "_WHEN": "当 when",
        "_BY": "按 by",
        "_IN": "属于 in",
        "MISSING": "为空 missing",
        "PRESENT": "有值 present",
        "TO": "至 到 to",
        "SIDE": "以上 以下 以内 及以上 及以下",
        "EACH": "各占 各 each",
        "PLUS": "加 plus",
        "MINUS": "减 minus",
        "TIMES": "乘以 除以 times",
        "EQUAL": "等于 不等于",
        "COMPARE": "低于 不足 小于 不低于 不小于 不少于 少于 高于 大于 多于 超过 不超过 不高于"
        " 大于等于 大于或等于 小于等于 小于或等于 不大于 不多于 至少 至多 早于 晚于 不早于 不晚于"
        " below under above over before after",
    }.items()
    for word in words.split()
}
#: Function words of several words, and what each means.
_PHRASES = {
    phrase: meaning
    for meaning, phrases in {
        "<": "less than, fewer than",
        "<=": "at most, not after, not over, not above, not greater than, not more than,"
        " less than or equal to,"
        " or less, or under, or below",
        ">": "greater than, more than",
        ">=": "greater than or equal to, at least, not before, not below, not less than,"
        " not fewer than, or more, or above",
        "/": "divided by",
    }.items()
    for phrase in phrases.split(", ")
}
FUNCTION_WORDS |= {
    phrase: "TIMES" if meaning == "/" else "SIDE" if phrase.startswith("or ") else "COMPARE"
    for phrase, meaning in _PHRASES.items()
}

#: What each spelling of an operator means. 不早于 is ≥ of dates, 不晚于 is ≤.
OPERATORS: dict[str, str] = {
    word: meaning
    for meaning, words in {
        "<": "< 低于 不足 小于 少于 早于 below under before",
        "<=": "<= ≤ 小于等于 小于或等于 以下 及以下 以内 不超过 不高于 不大于 不多于 至多 不晚于",
        ">": "> 高于 大于 多于 超过 晚于 above over after",
        ">=": ">= ≥ 大于等于 大于或等于 以上 及以上 不低于 不小于 不少于 至少 不早于",
        "=": "= == 等于",
        "!=": "!= ≠ <> 不等于",
        "+": "+ 加 plus",
        "-": "- 减 minus",
        "*": "* × 乘以 times",
        "/": "/ ÷ 除以",
        "or": "或 或者 or",
        "and": "且 并且 and",
        "missing": "为空 missing",
        "present": "有值 present",
    }.items()
    for word in words.split()
} | _PHRASES

#: Function words that mean the same, Chinese | English; the first of each side is the one that a
#: translation writes. Where documents choose among words of one meaning, each has its own pair, so
#: that a translation and its translation back keep the choice.
SAME_MEANING: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = tuple(
    (_words(chinese), tuple(english.split(", ")))
    for chinese, _, english in (
        row.partition(" | ")
        for row in (
            "或 或者 | or",
            "且 并且 | and",
            "非 | not",
            "当 | when",
            "按 | by",
            "属于 | in",
            "为空 | missing",
            "有值 | present",
            "至 到 | to",
            "以上 | or more",
            "及以上 | or above",
            "以下 | or less",
            "以内 | or under",
            "及以下 | or below",
            "各占 各 | each",
            "加 | plus",
            "减 | minus",
            "乘以 | times",
            "除以 | divided by",
            "等于 | =",
            "不等于 | !=",
            "低于 | below",
            "不足 | under",
            "小于 | less than",
            "少于 | fewer than",
            "高于 | above",
            "大于 | greater than",
            "多于 | more than",
            "超过 | over",
            "大于等于 大于或等于 | greater than or equal to",
            "小于等于 小于或等于 | less than or equal to",
            "至少 | at least",
            "不低于 | not below",
            "不小于 | not less than",
            "不少于 | not fewer than",
            "至多 | at most",
            "不超过 | not over",
            "不高于 | not above",
            "不大于 | not greater than",
            "不多于 | not more than",
            "早于 | before",
            "晚于 | after",
            "不早于 | not before",
            "不晚于 | not after",
        )
    )
)

#: Chinese units, each its own canonical form. 万 and 亿 before a unit multiply the number.
UNITS_ZH = _words(
    "个工作日 个百分点 个月 平方米 公里 小时 分钟 分 元 个 人 项 名 位 级 天 日 票 年 月 周 倍 条"
    " 次 家 件 户 起 篇 场 期 轮 份 所 批 处 例 宗 张 台 套 吨"
)
#: English units and the Chinese unit each one stands for.
UNITS_EN = {
    english: chinese
    for chinese, words in {
        "分": "pts pt points point",
        "元": "yuan",
        "个": "units unit",
        "人": "people person",
        "项": "items item",
        "名": "ranks rank",
        "位": "places place",
        "级": "levels level",
        "天": "days day",
        "小时": "hours hour",
        "分钟": "minutes minute",
        "周": "weeks week",
        "票": "votes vote",
        "年": "years year",
        "个月": "months month",
        "个工作日": "workdays workday",
        "次": "occasions occasion",
        "件": "cases case",
    }.items()
    for english in words.split()
}
MULTIPLES = {"万": 10_000, "亿": 100_000_000}

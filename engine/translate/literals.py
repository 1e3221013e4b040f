"""Function words and units, which the tokens alone tell from names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...grammar.diagnostics import Edit, Language
from ...grammar.format.stream import squeezed, stream
from ...grammar.literals import in_chinese, in_english
from ...grammar.source import Source
from ...grammar.tokens import FUNCTION_WORDS, SAME_MEANING, UNITS_EN, Token

_FUNCTION_KINDS = frozenset(FUNCTION_WORDS.values())
_WORDS: dict[Language, dict[str, str]] = {
    "en": {word: english[0] for chinese, english in SAME_MEANING for word in chinese},
    "zh": {word: chinese[0] for chinese, english in SAME_MEANING for word in english},
}
_IN_RANGE = {"below": "under", "under": "below", "低于": "不足", "不足": "低于"}
_AMOUNT = re.compile(r"([0-9.]+)(\w+)")


def literal_edits(source: Source, language: Language) -> Iterator[Edit]:
    """The function words and the units of quantities, in the other language."""
    before = ""
    for token in stream(source).tokens:
        text = _literal(token, before, language)
        if text is not None and text != token.text:
            yield Edit(token.span, text)
        before = token.kind


def _literal(token: Token, before: str, language: Language) -> str | None:
    match token.kind:
        case "QUANTITY":
            return _quantity(token, language)
        case "DATE":
            return in_english(token.text) if language == "en" else in_chinese(token.text)
        case "YEAR":
            return _year(token.text, language)
        case _:
            return _function(token, before, language)


def _year(text: str, language: Language) -> str | None:
    """A year in digits stands only where a year is asked for, so English needs no more; only the
    nodes tell such a number from others, so they give the Chinese spelling."""
    if text[:4].isdigit():
        return text[:4] if language == "en" else None
    return f"{text[:2]}xx" if language == "en" else f"{text[:2]}xx年"


def _function(token: Token, before: str, language: Language) -> str | None:
    """A word that acts as a function here. A range that Chinese ends in 不足 (80分以上不足90分)
    reads best with below, which stands for 低于 elsewhere: there the two pairs are exchanged."""
    if token.kind not in _FUNCTION_KINDS or token.text not in FUNCTION_WORDS:
        return None
    word = _WORDS[language].get(token.text)
    return _IN_RANGE.get(word or "", word) if before == "SIDE" else word


def _quantity(token: Token, language: Language) -> str | None:
    """``90分`` is ``90pts``; ``20万元`` has a multiple that English does not write."""
    match = _AMOUNT.fullmatch(squeezed(token.text))
    if match is None:
        return None
    number, unit = match.groups()
    if language == "zh":
        return number + UNITS_EN[unit] if unit in UNITS_EN else None
    words = english_units(unit)
    return number + (words[-1] if number == "1" else words[0]) if words else None


def english_units(unit: str) -> tuple[str, ...]:
    """The English words for a Chinese unit: of many, and of one where that is another word."""
    return tuple(english for english, chinese in UNITS_EN.items() if chinese == unit)[:2]

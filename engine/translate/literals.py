"""Function words and units, which the tokens alone tell from names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...grammar.diagnostics import Edit, Language
from ...grammar.format.stream import squeezed, stream
from ...grammar.source import Source
from ...grammar.tokens import FUNCTION_WORDS, SAME_MEANING, UNITS_EN, Token

_FUNCTION_KINDS = frozenset(FUNCTION_WORDS.values())
_WORDS: dict[Language, dict[str, str]] = {
    "en": {word: english[0] for chinese, english in SAME_MEANING for word in chinese},
    "zh": {word: chinese[0] for chinese, english in SAME_MEANING for word in english},
}
_AMOUNT = re.compile(r"([0-9.]+)(\w+)")


def literal_edits(source: Source, language: Language) -> Iterator[Edit]:
    """The function words and the units of quantities, in the other language."""
    before = ""
    for token in stream(source).tokens:
        if token.kind == "QUANTITY":
            text = _quantity(token, language)
        else:
            text = _function(token, before, language)
        if text is not None:
            yield Edit(token.span, text)
        before = token.kind


def _function(token: Token, before: str, language: Language) -> str | None:
    """A word that acts as a function here; in Chinese a range ends in 不足: 80分以上不足90分."""
    if token.kind not in _FUNCTION_KINDS or token.text not in FUNCTION_WORDS:
        return None
    word = _WORDS[language].get(token.text)
    return "不足" if word == "低于" and before == "SIDE" else word


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

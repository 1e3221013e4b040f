"""How tokens are written: full-width punctuation in Chinese files, half-width in English ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..diagnostics import Language
from ..source import Source
from ..tokens import FUNCTION_WORDS, Token
from ..vocabulary import BLOCKS, PROPERTIES
from .stream import reads_as, squeezed

_MARKS: Mapping[Language, Mapping[str, str]] = {
    "zh": {"_COLON": "：", "_COMMA": "，", "_SEP": "；", "_LPAR": "（", "_RPAR": "）"},
    "en": {"_COLON": ":", "_COMMA": ",", "_SEP": ";", "_LPAR": "(", "_RPAR": ")"},
}
#: One spelling in both languages: an enumeration comma has no half-width form, and braces stand
#: for themselves in every policy.
_COMMON = {"_LIST": "、", "_DOT": ".", "_LBRACE": "{", "_RBRACE": "}"}
_QUOTES: Mapping[Language, str] = {"zh": "“”", "en": '""'}
_CHINESE = frozenset(word.zh for table in (BLOCKS, PROPERTIES) for word in table.values())
_ENGLISH = frozenset(word.en for table in (BLOCKS, PROPERTIES) for word in table.values())


def language_of(tokens: Iterable[Token]) -> Language:
    """The language that most words of the vocabulary in a file are written in."""
    words = [token.text for token in tokens if token.kind in ("KEY", "WORD")]
    english = sum(word in _ENGLISH for word in words)
    return "en" if english > sum(word in _CHINESE for word in words) else "zh"


def spelled(token: Token, source: Source, language: Language) -> str:
    """A token as it is written in a file of that language. Names are left as they are."""
    kind = token.kind
    if mark := _COMMON.get(kind) or _MARKS[language].get(kind):
        return mark
    match kind:
        case "STRING":
            return _quoted(token.text, language)
        case "QUANTITY" | "DATE":
            return _literal(token, language)
        case "YEAR":
            return token.text
        case "WORD" if token.text == "%":
            return "％" if language == "zh" else "%"
        case _ if token.text in FUNCTION_WORDS and " " in token.text:
            return token.text
        case _:
            return source.slice(token.span)


def _quoted(text: str, language: Language) -> str:
    """Curly or straight quotes, unless the text has such quotes inside, or quotes of its own."""
    content = text[1:-1]
    if text[0] in "「『" or any(quote in content for quote in '“”„‟〝〞〟"＂'):
        return text
    quotes = _QUOTES[language]
    return quotes[0] + content + quotes[1]


def _literal(token: Token, language: Language) -> str:
    """A number and its unit are one word, except where that would mean something else: ``2009 年``
    is a number of years, ``2009年`` a date."""
    text = squeezed(token.text)
    if reads_as(text) != ((token.kind, text),):
        text = " ".join(token.text.split())
    return text.replace("%", "％") if language == "zh" else text

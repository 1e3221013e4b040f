"""Function words glued to the name before them: ``总分低于60分``."""

from __future__ import annotations

import re

from . import syntax_codes as codes
from .diagnostics import Diagnostic, Edit, Fix, Text
from .source import Span
from .tokens import FUNCTION_WORDS, Token, kinds

_AFTER = kinds("QUANTITY DATE YEAR DOCUMENT STRING")
_WORDS = sorted((word for word in FUNCTION_WORDS if not word.isascii()), key=len, reverse=True)
_TAIL = re.compile(f"(.+?)({'|'.join(_WORDS)})")


def split(word: Token, token: Token) -> tuple[Token, Token, Diagnostic] | None:
    """Name and function word, if a word before a literal on its line is both in one."""
    if token.kind not in _AFTER or token.first:
        return None
    match = _TAIL.fullmatch(word.text)
    if match is None or word.end - word.start != len(word.text):
        return None
    middle = word.start + match.end(1)
    name = word._replace(text=match[1], end=middle)
    function = Token(FUNCTION_WORDS[match[2]], match[2], middle, word.end)
    fix = Fix(Text("加一个空格", "add a space"), (Edit(Span(middle, middle), " "),), safe=True)
    args = {"name": match[1], "word": match[2]}
    return name, function, Diagnostic(codes.GLUED, Span(word.start, token.end), args, fixes=(fix,))

"""Names with digits inside: ``专家1``. A digit follows only a Latin letter, a digit or ``_``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import syntax_codes as codes
from .diagnostics import Diagnostic, Edit, Fix, Text
from .source import Span
from .tokens import FUNCTION_WORDS, Token, kinds

_NUMBERS = kinds("QUANTITY YEAR")
_MORE = kinds("QUANTITY YEAR WORD KEY")
_ACTING = tuple(word for word in FUNCTION_WORDS if not word.isascii())
_WRITTEN = str.maketrans("0123456789", "〇一二三四五六七八九")


def join_digits(tokens: Sequence[Token]) -> tuple[list[Token], list[Diagnostic]]:
    """Read a name and a number that follows it without a blank as the one name that was meant."""
    out: list[Token] = []
    found: list[Diagnostic] = []
    index = 0
    while index < len(tokens):
        end = _end_of_name(tokens, index)
        if end > index + 1:
            parts = tokens[index:end]
            out.append(_joined(parts, tokens[end].kind if end < len(tokens) else ""))
            found.append(_finding(parts))
        else:
            out.append(tokens[index])
        index = end
    return out, found


def _end_of_name(tokens: Sequence[Token], index: int) -> int:
    """Where the tokens end that make one name with the word at ``index``."""
    word, end = tokens[index], index + 1
    if word.kind != "WORD" or word.text.endswith(_ACTING):
        return end
    if end == len(tokens) or tokens[end].kind not in _NUMBERS or tokens[end].start != word.end:
        return end
    while end < len(tokens) and tokens[end].start == tokens[end - 1].end:
        if tokens[end].kind not in _MORE or tokens[end - 1].kind == "KEY":
            break
        end += 1
    return end


def _joined(parts: Sequence[Token], after: str) -> Token:
    """One token for them all: a property's name where a colon follows."""
    kind = "KEY" if parts[-1].kind == "KEY" or after == "_COLON" else "WORD"
    text = "".join(part.text for part in parts)
    return parts[0]._replace(kind=kind, text=text, end=parts[-1].end)


def _finding(parts: Sequence[Token]) -> Diagnostic:
    name = "".join(part.text for part in parts)
    span = Span(parts[0].start, parts[-1].end)
    written = name.translate(_WRITTEN)
    fix = Fix(Text(f"改成“{written}”", f"write “{written}”"), (Edit(span, written),))
    fixes = (fix,) if re.fullmatch(r"\w+", name) else ()
    return Diagnostic(codes.DIGIT_IN_NAME, span, {"name": name}, fixes=fixes)

"""The patterns of tokens, and of what offices type for them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .characters import HAN, LETTERS, UNSEEN
from .literals import ENGLISH_DATE
from .tokens import FUNCTION_WORDS, MULTIPLES, UNITS_EN, UNITS_ZH


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


# Quantifiers that could backtrack over each other are possessive: any text is read in linear time.
_BLANK = rf"[ \t\x1c-\x1f{UNSEEN}]"
_MANY = "".join(MULTIPLES)
_UNIT = (
    rf"(?:[{_MANY}]?(?:{_either(UNITS_ZH)})|[{_MANY}]|%|(?:{_either(UNITS_EN)})(?![{LETTERS}0-9]))"
)
_PIECE = rf"(?>[{LETTERS}][{LETTERS}0-9]*+|[{HAN}][{HAN}·]*+)"
_NAME = rf"{_PIECE}(?:[{UNSEEN}]*+{_PIECE})*+"
#: ``A＋`` and ``B－``, as grades are called: capitals and a sign that no sum can go on from. At the
#: end of a line the next line decides. A sum (``A＋B``, ``A ＋ 1``, ``A＋（…）``) is never one.
_CAPITALS = "[A-ZＡ-Ｚ]"
_AFTER_GRADE = (
    rf"(?:[:、,;。{{}})“”\"「『=≠]|!=|<>|\#|//|[\r\n]|\Z"
    rf"|(?:并且|或者|[且或]|and|or){_BLANK}++(?!{_either(FUNCTION_WORDS)})[{LETTERS}{HAN}])"
)
_GRADE = rf"(?<![{LETTERS}{HAN}·0-9]){_CAPITALS}++[+-](?={_BLANK}*+{_AFTER_GRADE})"
_TWO_WORDS = _either(word.replace(" ", " ++") for word in FUNCTION_WORDS if " " in word)
_END = rf"(?![{LETTERS}0-9])"
#: Letters and rings typed for digits: ``9O分``, ``l0％``, ``1O月3O日``.
_ODD = "OolI〇○◯"
_DIGITS = rf"[0-9{_ODD}]"
#: Letters that look like a digit after one: told, and never put right unasked.
LIKE_DIGITS = str.maketrans("SsZzB", "55228")
AS_DIGITS = str.maketrans(dict.fromkeys("Oo〇○◯", "0") | dict.fromkeys("lI", "1"))
_COUNTED = "[万亿]?(?:分|元|个|项|位)|%"

_PATTERNS = {
    "BLANK": rf"{_BLANK}++",
    "LINE": r"\r\n|\r|\n",
    "COMMENT": r"(?:\#|//)[^\r\n]*+",
    "DATE": rf"(?:[0-9]{{4}}年|[次上当本]年{_BLANK}*+)?[0-9]{{1,2}}月"
    rf"(?:[0-9]{{1,2}}[日号]|上旬|中旬|下旬|末|底)|[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}(?![0-9])"
    rf"|{ENGLISH_DATE}",
    "YEAR": r"(?:[0-9]{4}|[0-9]{2}(?:[xX]{2}|××|〇〇|\*\*))年度?"
    rf"|[0-9]{{2}}[xX]{{2}}(?![{LETTERS}0-9])",
    "ODD_DIGITS": rf"[0-9](?=[0-9.年月]*+[{_ODD}]){_DIGITS}*+(?:\.{_DIGITS}++)?+"
    rf"(?:年(?:{_DIGITS}++月)?+|月)?+(?:(?<=月){_DIGITS}++[日号])?+(?:{_BLANK}*+{_UNIT})?+"
    rf"(?![{LETTERS}0-9])"
    rf"|[lO](?=[0-9{_ODD}.]*[0-9]){_DIGITS}*+(?:\.{_DIGITS}++)?+(?:{_COUNTED})(?![{LETTERS}0-9])",
    "GROUPED": rf"[0-9]{{1,3}}(?:,[0-9]{{3}})++(?![0-9])(?:{_BLANK}*+{_UNIT})?+",
    "BAD_NUMBER": r"(?:[0-9]++(?:\.[0-9]++){2,}+\.?+|\.[0-9][0-9.]*+"
    r"|[0-9]++(?:\.[0-9]++)?+\.(?![0-9]))"
    rf"(?:{_BLANK}*+{_UNIT})?+",
    "ODD_DECIMAL": rf"[0-9]++。[0-9]++(?:{_BLANK}*+{_UNIT})?+",
    "QUANTITY": rf"[0-9]++(?:\.[0-9]++)?+(?:{_BLANK}*+{_UNIT})?",
    "TWO_WORDS": rf"(?:{_TWO_WORDS}){_END}",
    "GRADE": _GRADE,
    "KEY": rf"{_NAME}(?={_BLANK}*+:)",
    "WORD": _NAME,
    "STRING": r"“(?:[^“”\r\n]|“[^“”\r\n]*+”)*+”|「[^「」\r\n]*+」|『[^『』\r\n]*+』"
    r"|“[^“”\"\r\n]*+\"|[”\"][^“”\"\r\n]*+[“”\"]",
    "OPEN_STRING": r"[“”「『\"]",
    "DOCUMENT": rf"《(?:[^《》\r\n]|《[^《》\r\n]*+》)*+》(?:{_BLANK}*+\([^()\r\n]*+\))?",
    "OPEN_DOCUMENT": "《",
    "PERCENT": "%",
    "EQUAL": r"==?|!=|≠|<>",
    "COMPARE": r"<=?|>=?|[≤≥]",
    "TO": "~|--",
    # What offices write for another mark: brackets, quotes, comments.
    "ODD_MARK": r"[\[\]【】〔〕〖〗]|[‘'][^‘’'\r\n]*+[’']|※[^\r\n]*+|/\*[^\r\n]*?\*/",
    "TIMES": r"[×*÷/]",
    "PLUS": r"\+",
    "MINUS": "-",
    "_COLON": ":",
    "_COMMA": ",",
    "_LIST": "、",
    "_SEP": "[;。]",
    "_LPAR": r"\(",
    "_RPAR": r"\)",
    "_LBRACE": r"\{",
    "_RBRACE": r"\}",
    "_DOT": r"\.",
    "ILLEGAL": r".",
}
MASTER = re.compile("|".join(f"(?P<{k}>{p})" for k, p in _PATTERNS.items()), re.DOTALL)
#: Where an unclosed text most likely ends: before the next statement, a brace, or at the line end.
CUT = re.compile(rf"[;。](?={_BLANK}*+(?:{_NAME}{_BLANK}*+:|[}}\r\n]|\Z))|[{{}}]|[\r\n]|\Z")
COLON_NEXT = re.compile(rf"{_BLANK}*+:")
#: The end of a line, with all that says nothing after it.
LINE_END = re.compile(rf"{_BLANK}*+(?:(?:\#|//)[^\r\n]*+)?+(?:[\r\n]|\Z)")
#: What begins a line that cannot go on with a sum: a mark, a property, the head of a block.
NEW_LINE = re.compile(
    rf"(?:(?:{_BLANK}|[\r\n]|(?:\#|//)[^\r\n]*+)*+)(?:\Z|[:、,;。{{}})]|{_NAME}{_BLANK}*+[:{{“\"「『]"
    rf"|{_CAPITALS}++[+-]{_BLANK}*+:|{_NAME}{_BLANK}++(?!(?:{_either(FUNCTION_WORDS)}){_END}){_NAME})"
)
NAME_REST = re.compile(rf"(?:[0-9]++{_PIECE})++")
NAME_NEXT = re.compile(f"[{HAN}]")
#: After a due day, which counts itself, these say nothing.
UNTIL = re.compile(rf"(?:之前|以前|前|止)(?![{HAN}])")
GLUE = re.compile(_either(word for word in FUNCTION_WORDS if not word.isascii()))
QUOTE = re.compile(r"[“”「」『』《》\"]")
UNSEEN_RUN = re.compile(f"[{UNSEEN}]+")

"""Characters: which are equal, which make names, and which are blank or deceive the eye."""

from __future__ import annotations

import re
from unicodedata import normalize

#: Every spelling of the punctuation, one code point for one, so that offsets never move.
NARROW: dict[int, str] = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
NARROW |= {
    ord(char): narrow
    for narrow, chars in {
        " ": "\u3000\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
        "\u202f\u205f\u2028\u2029\x0b\x0c\x85",
        "-": "−–—‐‑‒―﹣",
        "~": "〜∼˜",
        ":": "﹕∶︰",
        ",": "﹐︐",
        "、": "﹑､︑",
        ";": "﹔︔",
        "。": "｡︒",
        "(": "﹙",
        ")": "﹚",
        "{": "﹛",
        "}": "﹜",
        "·": "・•‧･",
        "≤": "≦⩽",
        "≥": "≧⩾",
        "“": "„‟〝",
        "”": "〞〟",
        "÷": "∕",
        "×": "✕✖⨯",
    }.items()
    for char in chars
}

#: Radicals that stand for a whole character, as pasted from a PDF file: “⻋” for “车”.
_SUPPLEMENT = dict(
    zip(
        "⺒⺝⺠⺟⺾⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⻯",
        "巳月民母艹虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟龙",
        strict=True,
    )
)
#: Second codes of Han characters: radicals and compatibility forms, and the character each one is.
SECOND = {ord(char): plain for char, plain in _SUPPLEMENT.items()} | {
    code: plain
    for first, last in ((0x2F00, 0x2FD5), (0xF900, 0xFAD9), (0x2F800, 0x2FA1D))
    for code in range(first, last + 1)
    if (plain := normalize("NFKC", chr(code))) != chr(code)
}
NARROW |= SECOND

#: Letters of other scripts that cannot be told from Latin ones; α, Σ or Ж can.
_CYRILLIC = dict(zip("АВЕКМНОРСТУХІЈЅаеорсухіјѕһԁ", "ABEKMHOPCTYXIJSaeopcyxijshd", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
LATIN_OF = str.maketrans(_CYRILLIC | _GREEK)
GREEK, CYRILLIC = "\u0370-\u03ff", "\u0400-\u052f"
#: A run of letters all of which look Latin: with one that does not, it is a word of its script.
FOREIGN = re.compile(
    "|".join(
        f"(?<![{script}])[{''.join(letters)}]+(?![{script}])"
        for script, letters in ((CYRILLIC, _CYRILLIC), (GREEK, _GREEK))
    )
)


def _range(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


#: Characters that cannot be seen; the second group reorders the text around it.
INVISIBLE = "\u200b\u200c\u200d\ufeff\u00ad\u180e\u034f\u3164\u115f\u1160\uffa0" + "".join(
    _range(*ends) for ends in ((0x2060, 0x2064), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
)
BIDI = "\u200e\u200f\u061c" + _range(0x202A, 0x202E) + _range(0x2066, 0x2069)
UNSEEN = INVISIBLE + BIDI

HAN = "\u2e80-\u2eff\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
LETTERS = f"{LATIN}{GREEK}{CYRILLIC}_"
_AS_SEEN = {**SECOND, **dict.fromkeys(map(ord, UNSEEN), "")}


def narrow(text: str) -> str:
    """A text with one spelling for each punctuation mark and each letter that looks the same, one
    code point for one."""
    return FOREIGN.sub(lambda match: match[0].translate(LATIN_OF), text.translate(NARROW))


def as_seen(text: str) -> str:
    """A quoted text as it is seen: what cannot be seen, or not told apart, makes no difference."""
    return text if text.isascii() else text.translate(_AS_SEEN)

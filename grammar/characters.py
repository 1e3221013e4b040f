"""Characters: which are equal, which make names, and which are blank or deceive the eye."""

from __future__ import annotations

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

#: Characters that cannot be seen; the second group reorders the text around it.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u034f"
BIDI = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = INVISIBLE + BIDI

HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
#: Greek, Cyrillic and radicals: letters that look like Latin or Han ones.
ALIKE = "\u0370-\u03ff\u0400-\u04ff\u2e80-\u2fdf"

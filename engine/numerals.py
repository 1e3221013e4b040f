"""Numbers in Chinese characters: 三十, 二〇〇九, 两, 一百零五, 二十万, 三点五."""

from __future__ import annotations

from fractions import Fraction

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10_000, "亿": 100_000_000}

#: What such a number is made of, for a regular expression.
HAN_DIGITS = "零〇一二三四五六七八九两"
HAN_NUMBER = rf"[{HAN_DIGITS}十百千][{HAN_DIGITS}十百千万亿]{{0,20}}(?:点[{HAN_DIGITS}]{{1,9}})?"
#: Of bounded length, so that no text takes more than linear time.
ARABIC = r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,9})?(?!\d)|\d{1,18}(?:\.\d{1,9})?"


def number(text: str) -> Fraction | None:
    """The exact value of a number in digits or in Chinese characters; None when it is neither."""
    if text[:1].isdigit() and text.isascii():
        return Fraction(text.replace(",", ""))
    whole, _, decimals = text.partition("点")
    value = _whole(whole)
    if value is None or any(char not in _DIGITS for char in decimals):
        return None
    digits = "".join(str(_DIGITS[char]) for char in decimals)
    return value + (Fraction(int(digits), 10 ** len(digits)) if digits else 0)


def _whole(text: str) -> Fraction | None:
    if not text:
        return None
    if all(char in _DIGITS for char in text):
        # 二〇〇九 is spelt digit by digit.
        return Fraction(int("".join(str(_DIGITS[char]) for char in text)))
    total, group, digit = 0, 0, None
    above = 0  # the 万 or 亿 before
    ones = 1  # what a digit counts if no place follows it: 一百二 is 120, 一百零二 is 102
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
            ones = ones if digit else 1
        elif char in _PLACES:
            group += (1 if digit is None else digit) * _PLACES[char]
            digit, ones = None, _PLACES[char] // 10
        elif char in _GROUPS:
            below, scale = group + (digit or 0) * ones, _GROUPS[char]
            # 三亿零五万 adds to what stands before; 二十万亿 multiplies it.
            total = total + below * scale if above > scale else (total + below) * scale
            group, digit, above, ones = 0, None, scale, scale // 10
        else:
            return None
    return Fraction(total + group + (digit or 0) * ones)


def han(value: int) -> str:
    """A whole number below 1000 in Chinese characters, as clauses are numbered: 十二, 一百零三."""
    if value >= 1000 or value < 1:
        return str(value)
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    said = f"{_digit(hundreds)}百" if hundreds else ""
    if tens:
        said += "十" if tens == 1 and not hundreds else f"{_digit(tens)}十"
    elif hundreds and ones:
        said += "零"
    return said + (_digit(ones) if ones else "")


def _digit(value: int) -> str:
    return "零一二三四五六七八九"[value]

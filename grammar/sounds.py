"""Words that sound or look alike. Chinese is typed by its sound, so the usual slip is another
character of the same sound (权种 for 权重), or of one that many do not tell apart (zh and z, n and
ng); a text read from a scan has characters of the same look instead (年未 for 年末).
"""

from __future__ import annotations

import re
from functools import cache

from .looks import same_look

#: How far apart two words are that sound or look the same, or nearly sound so.
SAME = 0.10
NEAR = 0.18

#: Pairs of initials that input methods offer to confuse; the second stands for both.
_FOLDED = re.compile(r"^(?:(z|c|s)h|l)|(?<=[aei])ng$")


def alike(word: str, other: str) -> float:
    """How far two different words of one length are apart by sound and look; 1 if unlike."""
    if word == other or len(word) != len(other) or len(word) < 2:
        return 1.0
    score = SAME
    for typed, known in zip(word, other, strict=True):
        if same_look(typed, known) or _sounds(typed) & _sounds(known):
            continue
        if not _folded(typed) & _folded(known):
            return 1.0
        score = NEAR
    return score


@cache
def _sounds(char: str) -> frozenset[str]:
    """Every reading of a character, without its tone."""
    # 0.3 s to load: only a word that looks like no other one is worth that.
    from pypinyin import Style, pinyin  # noqa: PLC0415

    readings = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(readings[0]) if readings else frozenset()


@cache
def _folded(char: str) -> frozenset[str]:
    """The readings with the sounds that are often confused made one."""
    return frozenset(_FOLDED.sub(_fold, sound) for sound in _sounds(char))


def _fold(match: re.Match[str]) -> str:
    return match[1] or ("n" if match[0] in ("l", "ng") else match[0])

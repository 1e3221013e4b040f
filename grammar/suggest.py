"""“Did you mean …”: the known words nearest to an unknown one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from .characters import HAN
from .sounds import alike

#: Distances above this are no resemblance: 县长 must not suggest 市长.
THRESHOLD = 0.40
REORDERED = 0.15
CONTAINED = 0.30
_HAN = re.compile(f"[{HAN}]")


def nearest(word: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The candidates that resemble a word, best first, at most ``limit`` of them.

    Full- and half-width forms, case and spaces do not count. Where the looks of a Chinese word
    single out no candidate, its sound may. The order of the candidates does not matter, so that a
    set gives the same answer in every run.
    """
    folded = _fold(word)
    others = {candidate: _fold(candidate) for candidate in candidates}
    near = _ranked(folded, others, _score)
    if len(near) != 1 and _HAN.search(folded):
        near = _ranked(folded, others, alike) or near
    return near[:limit]


def _ranked(
    word: str, others: Mapping[str, str], score: Callable[[str, str], float]
) -> tuple[str, ...]:
    scored = (
        (score(word, other), abs(len(other) - len(word)), candidate)
        for candidate, other in others.items()
    )
    return tuple(candidate for far, _, candidate in sorted(scored) if far <= THRESHOLD)


def _fold(word: str) -> str:
    return "".join(unicodedata.normalize("NFKC", word).casefold().split())


def _score(word: str, other: str) -> float:
    """How far two folded words are apart: 0 equal, 1 nothing in common."""
    if word == other:
        return 0.0
    longest = max(len(word), len(other))
    shared = sum((Counter(word) & Counter(other)).values())
    if shared == longest:
        return REORDERED
    if len(word) == len(other) == 2 and word[0] == other[0]:
        return THRESHOLD  # 满份 for 满分: half of a word is the most a slip of the pen can spoil
    # A single character is inside far too many words to say anything.
    contained = min(len(word), len(other)) >= 2 and (word in other or other in word)
    bound = CONTAINED if contained else 1.0
    # Each edit mends at most one character, so this is the least the distance can be.
    if (longest - shared) / longest > THRESHOLD:
        return bound
    return min(bound, _distance(word, other) / longest)


def _distance(word: str, other: str) -> int:
    """Optimal string alignment: insertions, deletions, substitutions, neighbours swapped."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, char in enumerate(word, start=1):
        line = [row]
        for column, known in enumerate(other, start=1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (char != known))
            swapped = (
                row > 1 and column > 1 and word[row - 2] == known and char == other[column - 2]
            )
            line.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, above = above, line
    return above[-1]

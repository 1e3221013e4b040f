"""The words of a document that a rule rests on, and the figures that they state."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from itertools import groupby

from attrs import field, frozen

from .agree import agrees, alike
from .citations import CLAUSE, ROW, STOPS, around, places_of, sentence
from .document import Document, Paragraph
from .figures import Amount, Figure, Meaning, figures
from .shares import shared_out
from .text import Passage, plain

_NUMERALS = frozenset("一二三四五六七八九十百零〇两0123456789")
_MARKS = "、，,。;:|()\n"


@frozen(eq=False)
class Words:
    """Words under a name that findings give them, with their figures."""

    clause: str
    passage: Passage = field(repr=False)
    figures: tuple[Figure, ...] = field(repr=False)

    def states(self, meaning: Meaning, year: int | None, *, sums: bool) -> bool:
        """Whether a figure stands here; with ``sums`` also whether it is the sum of the points, or
        of the percentages, of one sentence."""
        if any(agrees(meaning, f.meaning, year) for f in self.figures):
            return True
        return sums and any(agrees(meaning, total, year) for total in _totals(self))


def words_of(
    document: Document, clause: str, paragraphs: tuple[Paragraph, ...], quote: str | None
) -> Words | None:
    """The words of a clause, or the sentences in it that hold a quotation; None without it."""
    said = document.read(paragraphs)
    if quote is not None:
        places = places_of(said, quote)
        if not places:
            return None
        said = _joined(said, sorted({sentence(said.text, *place) for place in places}))
    return words_in(clause, said)


def words_in(clause: str, said: Passage) -> Words:
    """The figures of a passage."""
    return Words(clause, said, figures(said.text))


def reason_words(reason: str) -> Words:
    """The figures of a reason that a policy gives. The numbers that its gaps and readings go by
    (G2, A17) are none."""
    text = plain(reason)
    return words_in("", Passage(text, tuple(range(len(text)))))


def anchors(words: Words, name: str, longer: Collection[str] = ()) -> list[tuple[int, int]]:
    """Where a name stands as itself: not inside a longer name (满意 in 不满意). A name of one
    character or of numerals only (四, 小) is found in any word; it counts in quotes, or as a cell
    of a table, and a character that is no numeral also between two marks."""
    if len(name) == 1 or set(name) <= _NUMERALS:
        marks = "|" if set(name) <= _NUMERALS else _MARKS
        return [p for p in places_of(words.passage, name) if _apart(words.passage, *p, marks)]
    inside = [place for other in longer for place in places_of(words.passage, other)]
    return [
        (a, b)
        for a, b in places_of(words.passage, name)
        if not any(start <= a and b <= end for start, end in inside)
    ]


def _apart(said: Passage, start: int, end: int, marks: str) -> bool:
    """Whether quotes, which a passage leaves out, or marks stand on both sides of a range."""
    size, places = len(said.text), said.places
    before = start == 0 or places[start] - places[start - 1] > 1
    after = end >= size or places[end] - places[end - 1] > 1
    if before and after:
        return True
    around_it = (said.text[start - 1 : start], said.text[end : end + 1])
    return all(char in marks for char in around_it)


def beside(words: Words, name: str, meaning: Meaning, longer: Collection[str] = ()) -> list[Figure]:
    """The figures of a kind in the narrowest stretch around a name that has any: to the next 、,
    comma, semicolon, full stop, end of the paragraph; of figures shared out over a list of names
    (甲、乙分别加3、2分), the name's own."""
    places = anchors(words, name, longer)
    kind = [f for f in words.figures if alike(meaning, f.meaning)]
    if places and (paired := shared_out(words.passage.text, kind, name, longer)):
        return paired
    for level in range(len(STOPS)):
        stretches = [around(words.passage.text, *place, level) for place in places]
        found = _within(kind, stretches)
        if level < CLAUSE:
            # 甲、乙两项（各占1分）: beside 甲 stands its own point, not the product of both.
            found = [f for f in found if f.derived != "product"]
        if found:
            return found
    return []


def in_rows(
    words: Words, name: str, meaning: Meaning, longer: Collection[str] = ()
) -> list[Figure]:
    """The figures of a kind in the rows of a table that hold a name."""
    text = words.passage.text
    rows = [around(text, *place, ROW) for place in anchors(words, name, longer)]
    rows = [row for row in rows if text[row[0] : row[0] + 1] == "|"]
    return _within([f for f in words.figures if alike(meaning, f.meaning)], rows)


def _within(stated: list[Figure], stretches: list[tuple[int, int]]) -> list[Figure]:
    return [f for f in stated if any(a <= f.start and f.end <= b for a, b in stretches)]


def _totals(words: Words) -> Iterator[Amount]:
    stated = [f for f in words.figures if not f.derived]
    ends = [match.start() for match in re.finditer(f"[{STOPS[CLAUSE]}]", words.passage.text)]
    for _, inside in groupby(stated, lambda figure: bisect_left(ends, figure.start)):
        amounts = [f.meaning for f in inside if isinstance(f.meaning, Amount)]
        for kind in ("point", "percent"):
            parts = [amount.number for amount in amounts if amount.kind == kind]
            if len(parts) > 1:
                yield Amount(sum(parts[1:], parts[0]), kind)


def _joined(said: Passage, spans: list[tuple[int, int]]) -> Passage:
    text = "\n".join(said.text[a:b] for a, b in spans)
    places: list[int] = []
    for a, b in spans:
        places += [*said.places[a:b], said.places[max(b - 1, 0)]]
    return Passage(text, tuple(places[: len(text)]))

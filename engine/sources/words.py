"""The words of a document that a rule rests on, and the figures that they state."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from .agree import agrees, alike
from .citations import CLAUSE, ROW, STOPS, around, places_of, sentence
from .document import Document, Paragraph
from .figures import Amount, Figure, Meaning, figures
from .text import Passage, plain


@frozen(eq=False)
class Words:
    """Words under a name that findings give them, with their figures. ``totals`` are the sums of
    the points, or of the percentages, of one sentence."""

    clause: str
    passage: Passage = field(repr=False)
    figures: tuple[Figure, ...] = field(repr=False)
    totals: tuple[Figure, ...] = field(repr=False)

    def states(self, meaning: Meaning, year: int | None, *, sums: bool) -> bool:
        """Whether a figure stands here; with ``sums`` also whether it is the sum of what does."""
        stated = (*self.figures, *self.totals) if sums else self.figures
        return any(agrees(meaning, f.meaning, year) for f in stated)


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
    stated = figures(said.text)
    return Words(clause, said, stated, tuple(_totals(said, stated)))


def reason_words(reason: str) -> Words:
    """The figures of a reason that a policy gives. The numbers that its gaps and readings go by
    (G2, A17) are none."""
    text = plain(reason)
    return words_in("", Passage(text, tuple(range(len(text)))))


def beside(words: Words, name: str, meaning: Meaning) -> list[Figure]:
    """The figures of a kind in the narrowest stretch around a name that has any: to the next 、,
    comma, semicolon, full stop, end of the paragraph."""
    places = places_of(words.passage, name)
    kind = [f for f in words.figures if alike(meaning, f.meaning)]
    for level in range(len(STOPS)):
        stretches = [around(words.passage.text, *place, level) for place in places]
        found = _within(kind, stretches)
        if level < CLAUSE:
            # 甲、乙两项（各占1分）: beside 甲 stands its own point, not the product of both.
            found = [f for f in found if f.derived != "product"]
        if found:
            return found
    return []


def in_rows(words: Words, name: str, meaning: Meaning) -> list[Figure]:
    """The figures of a kind in the rows of a table that hold a name."""
    text = words.passage.text
    rows = [around(text, *place, ROW) for place in places_of(words.passage, name)]
    rows = [row for row in rows if text[row[0] : row[0] + 1] == "|"]
    return _within([f for f in words.figures if alike(meaning, f.meaning)], rows)


def _within(stated: list[Figure], stretches: list[tuple[int, int]]) -> list[Figure]:
    return [f for f in stated if any(a <= f.start and f.end <= b for a, b in stretches)]


def _totals(said: Passage, stated: tuple[Figure, ...]) -> Iterator[Figure]:
    sentences: dict[tuple[int, int], list[Figure]] = {}
    for figure in stated:
        if not figure.derived:
            place = around(said.text, figure.start, figure.end, CLAUSE)
            sentences.setdefault(place, []).append(figure)
    for (start, end), inside in sentences.items():
        for kind in ("point", "percent"):
            parts = [
                (f.meaning.number, f.text)
                for f in inside
                if isinstance(f.meaning, Amount) and f.meaning.kind == kind
            ]
            if len(parts) > 1:
                total = sum((number for number, _ in parts[1:]), parts[0][0])
                yield Figure(Amount(total, kind), start, end, "＋".join(t for _, t in parts))


def _joined(said: Passage, spans: list[tuple[int, int]]) -> Passage:
    text = "\n".join(said.text[a:b] for a, b in spans)
    places: list[int] = []
    for a, b in spans:
        places += [*said.places[a:b], said.places[max(b - 1, 0)]]
    return Passage(text, tuple(places[: len(text)]))

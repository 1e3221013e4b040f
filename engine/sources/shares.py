"""Figures shared out over a list of names, in their order: 国家级、省级、市级分别加3、2、1分."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from .figures import Figure

_AND = re.compile("[、和及与]")
_CUE = re.compile("分别|依次|顺次|各")
#: Right before the figures it says the same where names and figures are of one number.
_COUNTS = re.compile("(?:分?[计记]|[得折])(?:为)?$")
#: A list of names stands in the sentence of its figures, after a colon or bracket if there is one.
_SENTENCE, _LEAD = "。;\n|", ":("


def shared_out(
    text: str, figures: Sequence[Figure], name: str, longer: Collection[str] = ()
) -> list[Figure]:
    """The figures that lists of names and of figures give to one name: 省级 has the 2. A name
    stands at an end of its own place in the list, for words may come before the first (凡国家级)
    and after the last (市级每项). A place
    that begins or ends with a ``longer`` name (不满意) is that one's."""
    found = []
    for listed in _lists(text, figures):
        names = _names(text, listed)
        for place, figure in zip(names, listed, strict=False):
            if _named(place, name) and not any(_named(place, other) for other in longer):
                found.append(figure)
    return found


def _named(place: str, name: str) -> bool:
    return place.startswith(name) or place.endswith(name)


def _lists(text: str, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Runs of figures with nothing but 、 or a word for “and” between them."""
    stated = [figure for figure in figures if not figure.derived]
    run = stated[:1]
    for before, after in pairwise(stated):
        if _AND.fullmatch(text[before.end : after.start]):
            run.append(after)
            continue
        yield run
        run = [after]
    yield run


def _names(text: str, listed: list[Figure]) -> list[str]:
    """The places of the list of names that some figures are shared out over; [] where the words
    before them have no such list, of the same length."""
    if len(listed) < 2:
        return []
    sentence = _after(text[: listed[0].start], _SENTENCE)
    cues = list(_CUE.finditer(sentence))
    if not cues:
        counts = _COUNTS.search(sentence)
        alone = _AND.split(_after(sentence[: counts.start()], ":(,")) if counts else []
        return alone if len(alone) == len(listed) else []
    places = _AND.split(_after(sentence[: cues[-1].start()], _LEAD))
    return places[-len(listed) :] if len(places) >= len(listed) else []


def _after(text: str, stops: str) -> str:
    return text[max((text.rfind(stop) for stop in stops), default=-1) + 1 :]

"""Characters that cannot be seen, that reorder the text, or that look like other ones.

Reading makes no difference between what cannot be told apart, so the edits here are safe; the
findings are warnings, since a search, an older program or another reader may well make one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from unicodedata import name

from . import lexical_codes as codes
from .characters import BIDI, FOREIGN, LATIN_OF, SECOND, UNSEEN
from .diagnostics import Argument, Diagnostic, Edit, Fix, Text
from .source import Source, Span
from .tokens import Token

_BIDI = re.compile(f"[{BIDI}]")
_UNSEEN = frozenset(UNSEEN)
_SECOND = frozenset(map(chr, SECOND))
_OF = {
    "CYRILLIC": Text("西里尔字母", "Cyrillic"),
    "GREEK": Text("希腊字母", "Greek"),
    "KANGXI": Text("部首", "a radical"),
    "CJK RADICAL": Text("部首", "a radical"),
    "CJK COMPATIBILITY": Text("汉字的另一编码", "a second code of the character"),
}


def deceptions(source: Source, tokens: Sequence[Token]) -> list[Diagnostic]:
    """What a text hides. In comments only what changes the direction matters."""
    if source.text.isascii():
        return []
    used = set(source.text)
    return [*_unseen(source, tokens, used & _UNSEEN), *_alike(source, tokens, used & _SECOND)]


def _runs(text: str, chars: Set[str]) -> Iterator[re.Match[str]]:
    """The runs of certain characters. Hardly any text has one, and looking for a few is quick."""
    return re.finditer(f"[{''.join(sorted(chars))}]+", text) if chars else iter(())


def _kinds(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    return ((t.start, t.end, t.kind) for t in tokens if t.kind in ("COMMENT", "STRING", "DOCUMENT"))


class _Inside:
    """Which comment or quoted text a place lies in; places must be asked in their order."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.spans = _kinds(tokens)
        self.span = next(self.spans, None)

    def kind(self, place: int) -> str:
        while self.span is not None and self.span[1] <= place:
            self.span = next(self.spans, None)
        return self.span[2] if self.span is not None and self.span[0] <= place else ""


def _unseen(source: Source, tokens: Sequence[Token], chars: Set[str]) -> Iterator[Diagnostic]:
    """Invisible characters. One at the very start of a file is normal."""
    inside = _Inside(tokens)
    for match in _runs(source.text, chars):
        turns = _BIDI.search(match[0])
        if match.span() == (0, 1) or (not turns and inside.kind(match.start()) == "COMMENT"):
            continue
        delete = Fix(Text("删去它", "delete it"), (Edit(Span(*match.span()), ""),), safe=True)
        args = {"points": _points(match[0])}
        code = codes.DIRECTION if turns else codes.UNSEEN
        yield Diagnostic(code, Span(*match.span()), args, fixes=(delete,))


def _alike(source: Source, tokens: Sequence[Token], chars: Set[str]) -> Iterator[Diagnostic]:
    """Letters and radicals that look like the usual ones."""
    runs = [
        (match.span(), match[0].translate(table))
        for matches, table in (
            (FOREIGN.finditer(source.text), LATIN_OF),
            (_runs(source.text, chars), SECOND),
        )
        for match in matches
    ]
    inside = _Inside(tokens)
    for (start, end), meant in sorted(runs):
        kind = inside.kind(start)
        if kind == "COMMENT":
            continue
        text = source.text[start:end]
        args: dict[str, Argument] = {
            "text": text,
            "points": _points(text),
            "what": _script(text[0]),
            "meant": meant,
        }
        # A quoted text is taken letter by letter, so writing another letter may change a result.
        safe = not kind or ord(text[0]) in SECOND
        title = Text(f"改成“{meant}”", f"write “{meant}”")
        fix = Fix(title, (Edit(Span(start, end), meant),), safe)
        yield Diagnostic(codes.ALIKE, Span(start, end), args, fixes=(fix,))


def _script(char: str) -> Text:
    called = name(char, "")
    return next(text for start, text in _OF.items() if called.startswith(start))


def _points(text: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in text[:5])

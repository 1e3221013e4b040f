"""Habits of offices among the tokens: rows pasted from a table, numbered names, digits in names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from . import slip_codes as codes
from .diagnostics import Argument, Diagnostic, Edit, Fix, Text
from .source import Source, Span
from .tokens import FUNCTION_WORDS, Token, kinds
from .vocabulary import PROPERTIES
from .words import ValueKind

_STATEMENT = kinds("KEY _COLON _LBRACE _RBRACE")
_BOUNDS = kinds("_SEP _LBRACE _RBRACE")
_FUNCTIONS = tuple(word for word in FUNCTION_WORDS if not word.isascii())
#: What ends a stretch of time that is counted from an event: 收到结果后5个工作日内.
WITHIN = ("内", "之内", "以内")
AFTERWARDS = ("之后", "以后", "后", "之日起", "起")
_DAYS = ("天", "日", "个工作日")
_NUMERALS = frozenset("一二三四五六七八九十")


def mend_slips(source: Source, tokens: Sequence[Token]) -> tuple[list[Token], list[Diagnostic]]:
    """The tokens without pasted rows and numbers before names, and with digits inside names."""
    found: list[Diagnostic] = []
    kept = _without_rows(source, tokens, found) if "\t" in source.text else list(tokens)
    kept = _counted_from(_joined(_unnumbered(kept, found), found), found)
    return kept, found


def _without_rows(source: Source, tokens: Sequence[Token], found: list[Diagnostic]) -> list[Token]:
    kept: list[Token] = []
    for line in _lines(tokens):
        gaps = [
            "\t" in source.text[left.end : right.start] and left.kind not in ("_LIST", "_COMMA")
            for left, right in pairwise(line)
        ]
        written = any(token.kind in _STATEMENT for token in line)
        if sum(gaps) >= 2 and gaps[0] and not written:
            place = line[0].span.to(line[-1].span)
            found.append(Diagnostic(codes.PASTED_ROW, place, _cells(source, line)))
        else:
            kept += line
    return kept


def _cells(source: Source, line: Sequence[Token]) -> dict[str, Argument]:
    """A name and an amount of a pasted row, for the line to be written instead."""
    name = next((token for token in line if token.kind == "WORD"), None)
    amount = next((token for token in line if token.kind == "QUANTITY"), None)
    return {
        "name": source.slice(name.span) if name else Text("名称", "name"),
        "amount": source.slice(amount.span) if amount else Text("数", "amount"),
    }


def _lines(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    line: list[Token] = []
    for token in tokens:
        if token.first and line:
            yield line
            line = []
        line.append(token)
    if line:
        yield line


def _unnumbered(tokens: list[Token], found: list[Diagnostic]) -> list[Token]:
    """``环节 （三）信访``, ``指标 一、经济``: the number between a kind of block and its name."""
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        kept.append(token)
        index += 1
        begins = token.first or (len(kept) > 1 and kept[-2].kind in _BOUNDS)
        if token.kind != "WORD" or not begins:
            continue
        size = _number(tokens[index : index + 4])
        if size:
            text = "".join(number.text for number in tokens[index : index + size])
            found.append(numbered(tokens[index].start, tokens[index + size].start, text))
            index += size
    return kept


def numbered(start: int, end: int, text: str) -> Diagnostic:
    """The finding of a number before a name, which ``start`` to ``end`` holds."""
    fix = Fix(Text("删去序号", "delete the number"), (Edit(Span(start, end), ""),), safe=True)
    return Diagnostic(codes.NUMBERED, Span(start, end), {"text": text}, fixes=(fix,))


def _number(ahead: Sequence[Token]) -> int:
    """How many tokens are the number of a name that follows them on their line."""
    kinds_ahead = [token.kind for token in ahead]
    if any(token.first for token in ahead) or len(ahead) < 3:
        return 0
    if kinds_ahead[:1] == ["_LPAR"] and kinds_ahead[2:] == ["_RPAR", "WORD"]:
        return 3 if _counts(ahead[1]) and ahead[2].end == ahead[3].start else 0
    if kinds_ahead[1:3] == ["_LIST", "WORD"] and _counts(ahead[0]):
        return 2
    return 0


def _counts(token: Token) -> bool:
    if token.kind == "QUANTITY":
        return token.text.isdigit()
    return token.kind == "WORD" and set(token.text) <= _NUMERALS


def _joined(tokens: list[Token], found: list[Diagnostic]) -> list[Token]:
    """``招商引资2`` is one name."""
    kept: list[Token] = []
    for index, token in enumerate(tokens):
        last = kept[-1] if kept else None
        if last is None or not _digit_of(last, token):
            kept.append(token)
            continue
        colon = index + 1 < len(tokens) and tokens[index + 1].kind == "_COLON"
        kept[-1] = last._replace(
            kind="KEY" if colon else "WORD", text=last.text + token.text, end=token.end
        )
        if not _text_wanted(kept[:-1]):
            found.append(digit_in_name(kept[-1], len(last.text)))
    return kept


def _counted_from(tokens: list[Token], found: list[Diagnostic]) -> list[Token]:
    """``收到结果后5个工作日内`` is the date of an event and some days."""
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        event, days, *rest = *tokens[index : index + 3], None, None
        after = _afterwards(event, days)
        index += 1
        if event and days and after:
            within = rest[0] if rest and rest[0] and rest[0].text in WITHIN else None
            name = event.text.removesuffix(after)
            middle = event.end - len(after)
            end = (within or days).end
            found.append(_after_event(event, name, days, Span(middle, end)))
            kept += [event._replace(text=name, end=middle), Token("PLUS", "+", middle, middle)]
            kept.append(days)
            index += 2 if within else 1
        elif event:
            kept.append(event)
    return kept


def _afterwards(event: Token | None, days: Token | None) -> str:
    """The word by which days are counted from a name, where they are: 后, 之后."""
    counted = days and days.kind == "QUANTITY" and days.text.endswith(_DAYS) and not days.first
    if not event or event.kind != "WORD" or not counted:
        return ""
    return next((w for w in AFTERWARDS if event.text.endswith(w) and event.text != w), "")


def _after_event(event: Token, name: str, days: Token, place: Span) -> Diagnostic:
    fix = Fix(
        Text("写成加上几天", "write it as a sum"), (Edit(place, f" ＋ {days.text}"),), safe=True
    )
    args = {"name": name, "days": days.text}
    return Diagnostic(codes.AFTER_EVENT, Span(event.start, place.end), args, fixes=(fix,))


def _text_wanted(before: Sequence[Token]) -> bool:
    """Whether a quoted text should stand here, so that the quotes are what is missing."""
    if len(before) < 2 or before[-1].kind != "_COLON":
        return False
    word = next((p for p in PROPERTIES.values() if before[-2].text in (p.zh, p.en)), None)
    return word is not None and word.value in (ValueKind.TEXT, ValueKind.PROVENANCE)


def _digit_of(word: Token, token: Token) -> bool:
    return (
        token.kind == "QUANTITY"
        and token.start == word.end
        and token.text.isdigit()
        and word.kind == "WORD"
        and not word.text.endswith(_FUNCTIONS)
    )


def digit_in_name(word: Token, place: int) -> Diagnostic:
    """The finding of a name whose first digit after a character stands at ``place``."""
    meant = f"{word.text[:place]}_{word.text[place:]}"
    fix = Fix(Text(f"改成“{meant}”", f"write “{meant}”"), (Edit(word.span, meant),))
    args = {"text": word.text, "meant": meant}
    return Diagnostic(codes.DIGIT_IN_NAME, word.span, args, fixes=(fix,))

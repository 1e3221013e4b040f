"""Braces that do not balance: find the lost or stray one by the indentation of the lines.

Indentation has no meaning in the language; it is only a hint, and only when braces do not balance.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from attrs import define

from . import bracket_codes
from .bracket_codes import MOST_FINDINGS
from .diagnostics import Code, Diagnostic, Edit, Fix, Label, Text
from .heads import HEAD, Head
from .lines import lines
from .source import Source, Span
from .tokens import FUNCTION_WORDS, Token, kinds
from .vocabulary import find_block

#: Indentation that would need more repairs than this beyond the imbalance is not to be trusted.
_TRUST = 2
#: After these a value must come; these stand between two values or go on with a head.
_BEFORE_VALUE = kinds(
    "_COLON _COMMA _LIST _DOT _LPAR TO EQUAL COMPARE PLUS MINUS TIMES OR AND NOT _IN _WHEN _BY"
)
_INSIDE_VALUE = kinds(
    "_COMMA _LIST _DOT _RPAR EQUAL COMPARE PLUS MINUS TIMES OR AND MISSING PRESENT SIDE _IN _WHEN"
    " _LPAR _LBRACE STRING"
)
_VALUES = kinds("WORD STRING QUANTITY DATE YEAR DOCUMENT _LPAR")


def balance(source: Source, tokens: Sequence[Token]) -> tuple[list[Token], list[Diagnostic]]:
    """The tokens with balanced braces; one finding a repair."""
    missing = _imbalance(tokens)
    if missing == 0:
        return list(tokens), []
    if missing <= MOST_FINDINGS:
        guided = _Balancer(source, tokens, guided=True)
        guided.run()
        if len(guided.found) <= missing + _TRUST:
            return guided.out, guided.found
    plain = _Balancer(source, tokens, guided=False)
    plain.run()
    return plain.out, plain.found


def _imbalance(tokens: Sequence[Token]) -> int:
    """How many braces lack a partner."""
    depth = stray = 0
    for token in tokens:
        if token.kind == "_LBRACE":
            depth += 1
        elif token.kind == "_RBRACE":
            if depth:
                depth -= 1
            else:
                stray += 1
    return depth + stray


@define
class _Open:
    """An open block: its brace, the indentation of its first line, and that line's number."""

    brace: Token
    indent: int
    line: int


class _Balancer:
    def __init__(self, source: Source, tokens: Sequence[Token], *, guided: bool) -> None:
        self.source = source
        self.lines = lines(tokens)
        self.guided = guided
        self.out: list[Token] = []
        self.found: list[Diagnostic] = []
        self.open: list[_Open] = []
        #: Where in ``out`` a block's body seems to begin in this line without a brace, or 0.
        self.body = 0
        self.head = Head()
        #: Where the last lost brace was put in, how many there, and what its finding points at.
        self.place, self.closed = -1, 0
        self.last = Span(0, 0)
        self.first = Label(self.last, Text("", ""))

    def run(self) -> None:
        """Fill ``out`` with balanced tokens."""
        for number, line in enumerate(self.lines):
            if self.guided:
                self._close_before(line)
            self._line(number, line)
        while self.open:
            self._insert_close()

    def _indent(self, line: Sequence[Token]) -> int:
        start = self.source.line_starts[self.source.position(line[0].start)[0] - 1]
        blank = self.source.text[start : line[0].start]
        return sum({"\t": 4, "\u3000": 2}.get(char, 1) for char in blank)

    def _close_before(self, line: Sequence[Token]) -> None:
        """A line not deeper than an open block shows that its closing brace is lost."""
        indent = self._indent(line)
        closing = line[0].kind == "_RBRACE"
        while self.open and (
            indent < self.open[-1].indent or (indent == self.open[-1].indent and not closing)
        ):
            self._insert_close()

    def _line(self, number: int, line: Sequence[Token]) -> None:
        indent = self._indent(line)
        self.body = 0
        if line[0].kind != "_LBRACE":
            self.head = Head()
        for place, token in enumerate(line):
            if token.kind == "_LBRACE" and not self._opens(line, place):
                continue
            if token.kind == "_RBRACE" and not self._closes(number, line, place, indent):
                continue
            if token.kind == "_LBRACE":
                self.open.append(_Open(token, indent, number))
            if self.head.lacks_brace(token, len(self.out)) and not self.body:
                self.body = self.head.end
            self.out.append(token)
        if self.guided and self._lost_open(number, line, indent):
            self._insert_open(line[-1].end, indent, number, len(self.out))

    def _opens(self, line: Sequence[Token], place: int) -> bool:
        """Take an opening brace, or find that no block can begin where it stands."""
        if self.head.opens() and not _names_nothing(line, place):
            return True
        span = line[place].span
        fix = Fix(Text("删去这个“{”", "delete this brace"), (Edit(span, ""),), safe=True)
        self._report(bracket_codes.STRAY_OPEN, span, fix)
        return False

    def _closes(self, number: int, line: Sequence[Token], place: int, indent: int) -> bool:
        """Take a closing brace, or find that its opening one is lost or that it is stray."""
        token = line[place]
        if _inside_a_statement(line, place):
            return self._stray(token)
        if self.open and not (self.guided and self._foreign(number, place, indent)):
            self.open.pop()
            return True
        if self.guided and self._open_in_line(indent, number):
            self.open.pop()
            return True
        return self._stray(token)

    def _stray(self, token: Token) -> bool:
        fix = Fix(Text("删去这个“}”", "delete this brace"), (Edit(token.span, ""),))
        self._report(bracket_codes.STRAY_BRACE, token.span, fix)
        return False

    def _foreign(self, number: int, place: int, indent: int) -> bool:
        """Whether a closing brace does not belong to the innermost open block."""
        top = self.open[-1]
        if top.line == number:
            return False
        if place == 0:
            return indent > top.indent
        following = self.lines[number + 1] if number + 1 < len(self.lines) else None
        if following is None:
            return False
        after = self._indent(following)
        return after > top.indent or (after == top.indent and following[0].kind == "_RBRACE")

    def _open_in_line(self, indent: int, number: int) -> bool:
        """In ``细项 甲 评分：乙 }`` the opening brace goes before the property."""
        if self.body == 0:
            return False
        self._insert_open(self.out[self.body - 1].end, indent, number, self.body)
        return True

    def _lost_open(self, number: int, line: Sequence[Token], indent: int) -> bool:
        """Whether a block head ends a line, deeper lines follow, and no brace was written."""
        kinds = {token.kind for token in line}
        if line[0].kind != "WORD" or kinds & {"KEY", "_LBRACE", "_RBRACE", "_COLON"}:
            return False
        if number + 1 >= len(self.lines):
            return False
        following = self.lines[number + 1]
        return following[0].kind in ("KEY", "WORD") and self._indent(following) > indent

    def _insert_open(self, place: int, indent: int, line: int, size: int) -> None:
        brace = Token("_LBRACE", "", place, place)
        self.out.insert(size, brace)
        self.open.append(_Open(brace, indent, line))
        self._report(bracket_codes.MISSING_OPEN, self.out[size - 1].span, _add(" {", place))

    def _insert_close(self) -> None:
        top = self.open.pop()
        place = self.out[-1].end
        self.out.append(Token("_RBRACE", "", place, place))
        if self.place == place and self.found[-1].code is bracket_codes.MISSING_CLOSE:
            # Blocks left open at one place are one finding; its edit closes them all.
            self.closed += 1
            self.found.pop()
        else:
            self.place, self.closed = place, 1
            self.first = Label(top.brace.span, Text("在这里打开", "opened here"))
            self.last = self.out[-2].span
        self._report(
            bracket_codes.MISSING_CLOSE, self.last, _add("\n}" * self.closed, place), self.first
        )

    def _report(self, code: Code, span: Span, fix: Fix, *labels: Label) -> None:
        self.found.append(Diagnostic(code, span, labels=labels, fixes=(fix,)))


def _names_nothing(line: Sequence[Token], place: int) -> bool:
    """Whether a brace only parts a kind of block from its name: ``核算 { 季度核算 {``."""
    after = takewhile(lambda token: token.kind in HEAD, line[place + 1 :])
    head = list(after)
    beyond = line[place + 1 + len(head) :]
    named = bool(head) and head[0].kind == "WORD" and find_block(head[0].text) is None
    return named and bool(beyond) and beyond[0].kind == "_LBRACE"


def _inside_a_statement(line: Sequence[Token], place: int) -> bool:
    """Whether a value or a head must go on where a closing brace stands."""
    before, after = line[max(place - 1, 0)], line[min(place + 1, len(line) - 1)]
    waits = _function(before) in _BEFORE_VALUE and after.kind in _VALUES
    return waits or _function(after) in _INSIDE_VALUE


def _function(token: Token) -> str:
    return FUNCTION_WORDS.get(token.text, "WORD") if token.kind == "WORD" else token.kind


def _add(text: str, place: int) -> Fix:
    mark = text.replace("\n", "").strip()
    title = Text(f"补上“{mark}”", f"add “{mark}”")
    return Fix(title, (Edit(Span(place, place), text),), safe=True)

"""The parse loop that never gives up: report, repair by one token if that helps, else skip."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from . import bracket_codes
from .bracket_codes import MOST_FINDINGS
from .diagnostics import Diagnostic
from .explain import refusal, repair_finding
from .parser import Parser, step
from .source import Source, Span
from .tables import END, Branch
from .tokens import Token, kinds

#: A repair counts if this many tokens then parse.
_AHEAD = 4

_OPERANDS = kinds("WORD QUANTITY DATE YEAR DOCUMENT STRING HOLE")


def parse(
    source: Source, tokens: Sequence[Token], known: Sequence[int] = ()
) -> tuple[Branch, list[Diagnostic]]:
    """The tree of laid-out tokens, whatever they are, and what is wrong with them. ``known`` are
    the sorted places of earlier findings: what goes wrong right there is an echo of them."""
    return _Recovery(source, tokens, known).run()


class _Recovery:
    def __init__(self, source: Source, tokens: Sequence[Token], known: Sequence[int]) -> None:
        self.source = source
        size = len(source.text)
        self.known = known
        self.tokens = [*tokens, Token(END, "", size, size, True)]
        self.parser = Parser()
        self.found: list[Diagnostic] = []
        self.index = 0
        #: No finding is made before this token: it would echo the last one.
        self.quiet = 0

    def run(self) -> tuple[Branch, list[Diagnostic]]:
        parser, tokens = self.parser, self.tokens
        while (token := tokens[self.index]).kind != END or not parser.accepts(END):
            if self._begins():
                parser.statement = len(parser.values)
            if len(self.found) >= MOST_FINDINGS:
                self._stop(token)
                break
            if parser.feed(token):
                self.index += 1
            else:
                self._recover(token)
        return parser.finish(tokens[-1].start), self.found

    def _begins(self) -> bool:
        """Whether a statement may begin: nothing was taken yet, or a separator or brace last."""
        last = self.parser.values[-1] if self.parser.values else None
        return last is None or (isinstance(last, Token) and last.kind in ("_SEP", "_LBRACE"))

    def _previous(self) -> Token:
        return self.tokens[max(0, self.index - 1)]

    def _recover(self, token: Token) -> None:
        previous = self._previous()
        for marks in self._insertions(token):
            if self._parses(marks, self.index):
                before, after = self._written(previous), self._written(token)
                blank = not self.source.text[previous.end : token.start].strip()
                self._report(repair_finding(marks, before, after, self._key(), blank=blank))
                for kind in marks:
                    self.parser.feed(Token(kind, "", previous.end, previous.end))
                self.quiet = self.index + 1
                return
        expected = self.parser.expected()
        self._report(refusal(expected, self._written(previous), self._written(token)))
        if token.kind != END and self._parses((), self.index + 1):
            self.quiet = self.index + 2
            self.index += 1
            return
        self._skip()
        self.quiet = self.index + 1

    def _written(self, token: Token) -> Token:
        """The token with the author's own text."""
        return token._replace(text=self.source.slice(token.span) or token.text)

    def _insertions(self, token: Token) -> list[tuple[str, ...]]:
        """What may have been left out before this token, best guess first."""
        brackets = [("_RPAR",), ("_RPAR",) * 2, ("_RPAR",) * 3]
        holes = [("HOLE",), ("HOLE", "_RPAR")]
        if token.kind in _OPERANDS and not token.first:
            return [("_LIST",), ("_COMMA",), ("_RPAR",), *holes]
        if token.kind == "KEY" or token.first:
            return [("_SEP",), ("_RPAR", "_SEP"), ("HOLE", "_SEP"), *brackets, *holes]
        return [*brackets, *holes]

    def _parses(self, marks: Sequence[str], index: int) -> bool:
        """Whether some inserted marks and the tokens from there on are accepted for a while."""
        stack = list(self.parser.states)
        ahead = [token.kind for token in self.tokens[index : index + _AHEAD]]
        return all(step(self.parser.tables, stack, kind) for kind in (*marks, *ahead))

    def _report(self, finding: Diagnostic) -> None:
        start, end = self._previous().start, self.tokens[self.index].end
        echo = bisect_left(self.known, start) < bisect_right(self.known, end)
        if self.index >= self.quiet and not echo:
            self.found.append(finding)

    def _key(self) -> Token | None:
        """The property name of the statement being read."""
        first = self.parser.values[self.parser.statement : self.parser.statement + 1]
        return first[0] if first and isinstance(first[0], Token) else None

    def _skip(self) -> None:
        """Go to where this statement or its bracket ends; a hole stands for what is left out."""
        braces = brackets = 0
        for index in range(self.index, len(self.tokens)):
            kind = self.tokens[index].kind
            if braces == 0 and brackets == 0 and self._resumes(kind):
                self.index = index
                return
            if kind in ("_LBRACE", "_RBRACE"):
                braces = max(0, braces + (1 if kind == "_LBRACE" else -1))
                brackets = 0
            elif kind in ("_LPAR", "_RPAR"):
                brackets = max(0, brackets + (1 if kind == "_LPAR" else -1))
        self.index = len(self.tokens) - 1
        self._close()

    def _resumes(self, kind: str) -> bool:
        """Set the parser back so that it takes this kind next; false if that cannot be."""
        if kind not in ("_SEP", "_RBRACE", "_LBRACE", "_RPAR", END):
            return False
        parser = self.parser
        for size in range(len(parser.values), parser.statement, -1):
            stack = parser.states[: size + 1]
            if step(parser.tables, stack, "HOLE") and step(parser.tables, stack, kind):
                parser.cut(size)
                return parser.feed(Token("HOLE", "", parser.ends[-1], parser.ends[-1]))
        if parser.accepts(kind):
            return True
        stack = parser.states[: parser.statement + 1]
        if step(parser.tables, stack, "ERROR") and step(parser.tables, stack, kind):
            self._give_up_statement()
            return True
        return False

    def _give_up_statement(self) -> None:
        parser = self.parser
        parser.cut(parser.statement)
        place = parser.ends[-1] if parser.ends else 0
        parser.feed(Token("ERROR", "", place, place))

    def _stop(self, token: Token) -> None:
        """Too many findings: leave the rest of the text out and close what is open."""
        self.found.append(
            Diagnostic(
                bracket_codes.TOO_MANY, Span(token.start, token.start), {"most": MOST_FINDINGS}
            )
        )
        self._close()

    def _close(self) -> None:
        """Give up the statement and close every block that is open."""
        self._give_up_statement()
        place = self.tokens[-1].start
        while not self.parser.accepts(END):
            fed = self.parser.feed(Token("_RBRACE", "", place, place))
            assert fed, "after a whole item a block can always be closed"

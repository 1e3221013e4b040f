"""Bounds on nesting and on the length of a formula, so that no text can exhaust later stages."""

from __future__ import annotations

from collections.abc import Sequence

from . import bracket_codes
from .bracket_codes import DEEPEST, MOST_OPERATORS
from .diagnostics import Diagnostic
from .tokens import Token, kinds

_OPERATORS = kinds("OR AND NOT EQUAL COMPARE PLUS MINUS TIMES")
_STATEMENT_ENDS = kinds("_SEP _LBRACE _RBRACE")


def limit(tokens: Sequence[Token]) -> tuple[list[Token], list[Diagnostic]]:
    """The tokens without what lies too deep or is too long; formulas cut so leave a hole."""
    limiter = _Limiter()
    for token in tokens:
        limiter.take(token)
    return limiter.out, limiter.found


class _Limiter:
    def __init__(self) -> None:
        self.out: list[Token] = []
        self.found: list[Diagnostic] = []
        self.braces = 0
        self._begin(0)

    def _begin(self, size: int) -> None:
        """A statement begins: where its value starts, its operators and open brackets."""
        self.value, self.colon = size, False
        self.operators = self.brackets = 0
        self.dropping = False

    def take(self, token: Token) -> None:
        kind = token.kind
        if kind == "_RBRACE":
            self.braces -= 1
            if self.braces >= DEEPEST:
                return
        if self.braces > DEEPEST or (self.braces == DEEPEST and kind == "_LBRACE"):
            self._too_deep_block(token)
            return
        if kind not in _STATEMENT_ENDS:
            self._in_statement(token)
            return
        self.braces += kind == "_LBRACE"
        self.out.append(token)
        self._begin(len(self.out))

    def _too_deep_block(self, token: Token) -> None:
        if token.kind != "_LBRACE":
            return
        self.braces += 1
        if self.braces == DEEPEST + 1:
            self._report_once(token)

    def _report_once(self, token: Token) -> None:
        if not any(finding.code is bracket_codes.TOO_DEEP for finding in self.found):
            self.found.append(Diagnostic(bracket_codes.TOO_DEEP, token.span, {"most": DEEPEST}))

    def _in_statement(self, token: Token) -> None:
        if self.dropping:
            return
        self.out.append(token)
        if token.kind == "_COLON" and not self.colon:
            self.value, self.colon = len(self.out), True
        self.operators += token.kind in _OPERATORS
        self.brackets += (token.kind == "_LPAR") - (token.kind == "_RPAR")
        if self.brackets > DEEPEST:
            self._report_once(token)
            self._drop(token)
        elif self.operators > MOST_OPERATORS:
            self.found.append(
                Diagnostic(bracket_codes.TOO_LONG_FORMULA, token.span, {"most": MOST_OPERATORS})
            )
            self._drop(token)

    def _drop(self, token: Token) -> None:
        """Put a hole for the whole value of the statement, or an error for the statement."""
        del self.out[self.value :]
        kind = "HOLE" if self.colon else "ERROR"
        self.out.append(Token(kind, "", token.start, token.end))
        self.dropping = True

"""Raw tokens to the parser's tokens: where statements end, and which words act as functions."""

from __future__ import annotations

from collections.abc import Sequence

from .diagnostics import Diagnostic
from .glued import split
from .tokens import FUNCTION_WORDS, Token, kinds

#: Kinds after which a value or a block may be over.
_ENDS = kinds("WORD STRING QUANTITY DATE YEAR DOCUMENT HOLE SIDE MISSING PRESENT _RPAR _RBRACE")
#: Kinds that go on with what the line before began.
_CONTINUES = kinds(
    "OR AND MISSING PRESENT SIDE TO EQUAL COMPARE PLUS MINUS TIMES"
    " _COLON _COMMA _LIST _LPAR _RPAR _LBRACE _DOT _IN _WHEN _BY"
)
#: Words that stand between two things or after one, and never begin a value.
_NEVER_FIRST = kinds("OR AND EQUAL PLUS TIMES SIDE TO MISSING PRESENT _WHEN _BY _IN")
#: Kinds after which a value must begin, and those that can follow one.
_VALUE_AFTER = kinds(
    "OR AND NOT EQUAL COMPARE PLUS MINUS TIMES _COLON _COMMA _LIST _LPAR _WHEN _BY"
)
_VALUE_BEFORE = kinds(
    "EQUAL COMPARE PLUS MINUS TIMES _COMMA _LIST _RPAR _LBRACE _RBRACE _SEP KEY $END"
)
_HEAD = kinds("WORD STRING _LBRACE")


def lay_out(tokens: Sequence[Token]) -> tuple[list[Token], list[Diagnostic]]:
    """Put a ``_SEP`` of no width at each line end that ends a statement, drop idle ones, and give
    function words inside values their kind. Inside closed brackets line ends are blanks."""
    layout = _Layout(tokens)
    layout.run()
    return layout.out, layout.found


class _Layout:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.closed = _closed_brackets(tokens)
        self.out: list[Token] = []
        self.found: list[Diagnostic] = []
        self.value = False
        self.depth = 0

    def run(self) -> None:
        """Fill ``out``."""
        for index, token in enumerate(self.tokens):
            self._place(index, self._kind(index, token))
        while self.out and self.out[-1].kind == "_SEP":
            self.out.pop()

    def _kind(self, index: int, token: Token) -> Token:
        """A word that acts as a function here, with that kind."""
        if token.kind != "WORD" or not (self.value or self.depth):
            return token
        kind = FUNCTION_WORDS.get(token.text)
        if kind is None or self._dotted(index):
            return token
        if kind == "EACH" and self._kind_at(index + 1) != "QUANTITY":
            return token
        if kind in _NEVER_FIRST and self._alone(index):
            return token
        if token.first and self._starts_block(index):
            return token
        return token._replace(kind=kind)

    def _kind_at(self, index: int) -> str:
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else "$END"

    def _alone(self, index: int) -> bool:
        """Whether a value must begin here and is over again: a column called 加 is a name in
        ``加 ＋ 1分``, where 加 could join nothing."""
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        over = (
            following is None
            or following.first
            or following.kind in _VALUE_BEFORE
            or FUNCTION_WORDS.get(following.text) in _NEVER_FIRST | {"MINUS", "COMPARE"}
        )
        return over and bool(self.out) and self.out[-1].kind in _VALUE_AFTER

    def _dotted(self, index: int) -> bool:
        return self._kind_at(index - 1) == "_DOT" or self._kind_at(index + 1) == "_DOT"

    def _place(self, index: int, token: Token) -> None:
        if self._ends_before(index, token):
            self._separate(Token("_SEP", "", self.out[-1].end, self.out[-1].end))
        if token.kind == "_SEP":
            self._separate(token)
            return
        if self.out and self.out[-1].kind == "WORD" and (self.value or self.depth):
            self._unglue(token)
        if token.kind == "_RBRACE" and self.out and self.out[-1].kind == "_SEP":
            self.out.pop()
        self.out.append(token)
        self._follow(index, token.kind)

    def _unglue(self, token: Token) -> None:
        if parts := split(self.out[-1], token):
            self.out[-1:] = parts[:2]
            self.found.append(parts[2])

    def _separate(self, token: Token) -> None:
        self.value, self.depth = False, 0
        if self.out and self.out[-1].kind not in ("_SEP", "_LBRACE"):
            self.out.append(token)

    def _follow(self, index: int, kind: str) -> None:
        """Note whether what comes next stands inside a value."""
        if kind == "_COLON":
            self.value = True
        elif kind in ("_LBRACE", "_RBRACE"):
            self.value, self.depth = False, 0
        elif index in self.closed:
            self.depth += 1 if kind == "_LPAR" else -1

    def _ends_before(self, index: int, token: Token) -> bool:
        """Whether a statement ends between the last token and this one."""
        last = self.out[-1].kind if self.out else "_SEP"
        if last in ("_SEP", "_LBRACE") or token.kind in ("_SEP", "_RBRACE"):
            return False
        if last == "_RBRACE":
            return True
        if not token.first or self.depth > 0:
            return False
        if token.kind == "KEY" or self._starts_block(index):
            return True
        if token.kind == last == "STRING":
            return False
        return last in _ENDS and token.kind not in _CONTINUES

    def _starts_block(self, index: int) -> bool:
        """A word at a line start with a name, a title or a brace after it on the same line."""
        after = self._kind_at(index + 1)
        if self.tokens[index].kind != "WORD" or after not in _HEAD:
            return False
        if self.tokens[index + 1].first:
            return False
        # ``且 名称`` and ``名称 当 …`` go on with a value unless a brace shows a block head.
        functions = {token.text for token in self.tokens[index : index + 2]} & FUNCTION_WORDS.keys()
        return not functions or self._kind_at(index + 2) == "_LBRACE"


def _closed_brackets(tokens: Sequence[Token]) -> set[int]:
    """Round brackets that have their partner before any brace or semicolon."""
    closed: set[int] = set()
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind == "_LPAR":
            opened.append(index)
        elif token.kind == "_RPAR" and opened:
            closed |= {opened.pop(), index}
        elif token.kind in ("_LBRACE", "_RBRACE", "_SEP"):
            opened.clear()
    return closed

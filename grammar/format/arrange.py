"""The lines of a text: which tokens and comments share one, and how far each is indented."""

from __future__ import annotations

from ..diagnostics import Language
from ..source import Source
from ..tokens import Token
from .lines import Lines
from .pieces import keeps_separator, one_line_blocks, pieces_of
from .stream import Stream


def arrange(source: Source, text: Stream, language: Language) -> str:
    """The text laid out anew, with the punctuation of a language."""
    arranger = _Arranger(source, text, language)
    arranger.run()
    return arranger.lines.text(_line_end(source.text))


def _line_end(text: str) -> str:
    """The line end that the text itself uses first."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


class _Arranger:
    """One pass over the tokens. ``lines`` is what has been written."""

    def __init__(self, source: Source, text: Stream, language: Language) -> None:
        self.source = source
        self.tokens = text.tokens
        self.comments = list(reversed(text.comments))
        self.pieces = pieces_of(text.tokens, source, language)
        self.one_line = one_line_blocks(text.tokens, source)
        self.lines = Lines()
        self.depth = 0
        #: Whether the next token begins a statement, and whether the present one is a block head.
        self.begins, self.head = True, False
        #: Whether nothing stands yet in the block: there an empty line has no place.
        self.fresh = True
        #: Where the text that has been written ends in the source.
        self.end = 0

    def run(self) -> None:
        """Write all tokens, each after the comments before it."""
        index = 0
        while index < len(self.tokens):
            self._comments_before(self.tokens[index])
            index = self._token(index)
        self._comments_before(None)

    def _token(self, index: int) -> int:
        """Write the token, or a whole block on one line; the index of what comes next."""
        token, following = self.tokens[index], index + 1
        if token.kind == "_SEP":
            if keeps_separator(self.tokens, index):
                self.lines.add("", self.pieces[index].text, self._continued)
            self.begins = True
        elif token.kind == "_LBRACE":
            following = self._block(index)
        elif token.kind == "_RBRACE":
            self.depth -= 1
            self.lines.start(self.depth)
            self.lines.add("", "}", self.depth)
            self.begins, self.fresh = True, False
        else:
            self._word(index, token)
        self.end = self.tokens[following - 1].end
        return following

    def _word(self, index: int, token: Token) -> None:
        if self.begins:
            self._blank_line(token.start)
            self.lines.start(self.depth)
            self.head = token.kind == "WORD"
        elif token.first and not self.head:
            self.lines.start(self._continued)
        piece = self.pieces[index]
        self.lines.add(piece.blank, piece.text, self._continued)
        self.begins = self.fresh = False

    def _block(self, index: int) -> int:
        """Open a block, or write all of it if it was on one line and still fits there."""
        self.begins = True
        close = self.one_line.get(index)
        if close is not None:
            whole = "".join(p.blank + p.text for p in self.pieces[index : close + 1]).lstrip()
            if self.lines.fits(whole):
                self.lines.add(" ", whole, self._continued)
                return close + 1
        self.lines.add(" ", "{", self._continued)
        self.depth, self.fresh = self.depth + 1, True
        return index + 1

    @property
    def _continued(self) -> int:
        """The indentation of a line that goes on with a statement."""
        return self.depth + 2

    def _comments_before(self, token: Token | None) -> None:
        if token is None or token.kind == "_RBRACE":
            self.begins = True  # there is no separator after the last statement of a block
        while self.comments and (token is None or self.comments[-1].start < token.start):
            self._comment(self.comments.pop())

    def _comment(self, comment: Token) -> None:
        text = self.source.slice(comment.span).rstrip()
        # Inside the head of a block there are no lines: its comments wait for the line's end.
        waits = self.head and not self.begins
        if self.lines.open and (waits or not comment.first):
            self.lines.trail(text)
        else:
            if self.begins:
                self._blank_line(comment.start)
            self.lines.start(self.depth if self.begins else self._continued)
            self.lines.comment(text)
            self.fresh = False
        self.end = comment.end

    def _blank_line(self, start: int) -> None:
        """Of the blank lines that were written before a statement or comment, one stays."""
        between = self.source.text[self.end : start].replace("\r\n", "\n").replace("\r", "\n")
        if between.count("\n") > 1 and not self.fresh:
            self.lines.blank()

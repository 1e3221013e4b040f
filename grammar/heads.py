"""Heads of blocks, as far as single tokens tell: where a brace was lost, and where one is stray."""

from __future__ import annotations

from attrs import define

from .tokens import Token

#: What a block's head is made of.
HEAD = ("WORD", "STRING", "_LPAR", "QUANTITY", "_RPAR")
_BOUNDS = ("_SEP", "_LBRACE", "_RBRACE")
#: A kind of block and its name.
_WORDS = 2


@define
class Head:
    """The statement being read, as long as it may be the head of a block."""

    words: int = 0
    fits: bool = True
    brackets: int = 0
    #: Where the head ends if something follows that belongs to the body.
    end: int = 0

    def opens(self) -> bool:
        """Whether a brace may open a block here."""
        return self.fits and self.words > 0 and self.brackets == 0

    def lacks_brace(self, token: Token, place: int) -> bool:
        """Takes a token, which stands at a ``place``. Whether it shows that the head is over and
        has no brace: a property, or the brace of a block that begins after two words, as in
        ``单位 甲 给定 {``."""
        lacks = False
        if token.kind == "_LBRACE":
            lacks = self.opens() and self.words > _WORDS
        elif token.kind == "KEY" and self.opens():
            lacks, self.end = True, place
        if token.kind in _BOUNDS:
            self.words, self.fits, self.brackets = 0, True, 0
            return lacks
        self.fits = self.fits and token.kind in HEAD
        self.brackets += (token.kind == "_LPAR") - (token.kind == "_RPAR")
        self.words += token.kind == "WORD"
        if token.kind == "WORD" and self.words == _WORDS + 1:
            self.end = place
        return lacks

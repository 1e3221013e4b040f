"""Whether a blank stands between two tokens of one line."""

from __future__ import annotations

from attrs import frozen

from ..diagnostics import Language
from ..tokens import kinds
from .stream import reads_as

#: Marks that no blank stands before, and those that none stands after.
_CLOSING = kinds("_COLON _COMMA _LIST _SEP _RPAR _DOT")
_OPENING = kinds("_LPAR _DOT _LIST SIGN")
_SEPARATORS = kinds("_COLON _COMMA _SEP")
#: Marks that nothing can be glued to.
APART = kinds("_COLON _COMMA _LIST _SEP _LPAR _RPAR _DOT _LBRACE _RBRACE")
_OPERANDS = kinds("WORD STRING QUANTITY DATE YEAR DOCUMENT MISSING PRESENT _RPAR")
_RANGE_MARKS = frozenset({"~", "～", "--"})
#: What an opening bracket belongs to: 取小（…）, 属于（…）, 环节 甲（3％）.
_CALLED = kinds("WORD STRING _IN")

#: Chinese legal wording is written without blanks: 80分以上不足90分, 各占1分, 60分至79分.
_CHINESE_TIGHT = frozenset(
    {
        ("QUANTITY", "SIDE"),
        ("SIDE", "BOUND"),
        ("SIDE", "QUANTITY"),
        ("QUANTITY", "BOUND"),
        ("SIDE", "ALSO"),
        ("QUANTITY", "ALSO"),
        ("ALSO", "BOUND"),
        ("BOUND", "QUANTITY"),
        ("BOUND", "SIGN"),
        ("EACH", "QUANTITY"),
        ("QUANTITY", "TO"),
        ("TO", "QUANTITY"),
        ("TO", "SIGN"),
    }
)


@frozen
class Piece:
    """A token as it will be written. ``role`` is its kind, made finer where spacing asks for it:
    SIGN is a minus before its only operand, DASH one that the author wrote without blanks between
    two quantities, BOUND a comparison that begins a range, ALSO the 且 between its two ends."""

    role: str
    text: str
    blank: str = ""  # what stands before it, unless it begins a line


def role_of(kind: str, before: str, after: str, *, tight: bool) -> str:
    """The role of a kind between the role before it and the kind after it."""
    if kind == "MINUS":
        if before not in _OPERANDS:
            return "SIGN"
        return "DASH" if tight and before == after == "QUANTITY" else kind
    if kind == "COMPARE" and before not in _OPERANDS:
        return "BOUND"
    return "ALSO" if kind == "AND" and after == "COMPARE" else kind


def blank_between(run: str, left: Piece, right: Piece, language: Language, *, head: bool) -> str:
    """The blank between two pieces, ``head`` if in the head of a block. ``run`` is all that was
    written without a blank up to here, since what a glued word is read as depends on that."""
    if not _together(left, right, language, head=head):
        return " "
    if {left.role, right.role} & APART:
        return ""
    return "" if reads_as(run + right.text) == reads_as(run) + reads_as(right.text) else " "


def _together(left: Piece, right: Piece, language: Language, *, head: bool) -> bool:
    a, b = left.role, right.role
    if b in _CLOSING or a in _OPENING or "DASH" in (a, b):
        return True
    if a in _SEPARATORS:
        return language == "zh"
    if b == "_LPAR":
        return a in _CALLED and (language == "zh" or (a == "WORD" and not head))
    if {left.text, right.text} & _RANGE_MARKS:
        return True
    return language == "zh" and (a, b) in _CHINESE_TIGHT

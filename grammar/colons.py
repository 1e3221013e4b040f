"""Colons left out of a property, or written in the head of a block; colons and braces with nothing
before them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from . import bracket_codes
from . import syntax_codes as codes
from .diagnostics import Diagnostic, Edit, Fix, Text
from .source import Span
from .tokens import Token, kinds
from .vocabulary import BLOCKS, PROPERTIES

#: What can follow the first word of a block head, and what cannot follow the second.
_HEAD = kinds("WORD KEY STRING _LPAR _LBRACE _RBRACE _SEP $END")
_VALUE_ONLY = kinds(
    "_LIST _COMMA _DOT QUANTITY DATE YEAR DOCUMENT TO EQUAL COMPARE PLUS MINUS TIMES"
)
#: A line after one of these goes on with the line before.
_OPEN_ENDED = kinds("_COLON _COMMA _LIST _DOT _LPAR TO EQUAL COMPARE PLUS MINUS TIMES")
#: Kinds of block that are no properties anywhere: what follows them is a name.
_ONLY_BLOCKS = {word for block in BLOCKS.values() for word in (block.zh, block.en)} - {
    word for prop in PROPERTIES.values() for word in (prop.zh, prop.en)
}
#: And words that are never a kind of block: what follows them is a value.
_ONLY_PROPERTIES = {word for prop in PROPERTIES.values() for word in (prop.zh, prop.en)} - {
    word for block in BLOCKS.values() for word in (block.zh, block.en)
}
_BOUNDS = kinds("_SEP _LBRACE _RBRACE")
#: As many tokens show whether a statement is the head of a block.
_HEAD_LENGTH = 8


def mend(tokens: Sequence[Token]) -> tuple[list[Token], list[Diagnostic]]:
    """The tokens with a colon put in, or taken out, wherever a statement clearly wants it."""
    out: list[Token] = []
    found: list[Diagnostic] = []
    begin = 0
    equals = -1
    for index, token in enumerate(tokens):
        if index == equals:
            continue
        if token.first and out and token.kind in ("WORD", "KEY"):
            begin = begin if out[-1].kind in _OPEN_ENDED else len(out)
        if token.kind == "_COLON" and _nothing_before(out[begin:], token):
            if _names_follow(tokens[index + 1 : index + 5]):
                fix = Fix(Text("删去冒号", "delete the colon"), (Edit(token.span, ""),), safe=True)
                found.append(Diagnostic(codes.MISSING_KEY, token.span, fixes=(fix,)))
                continue
            begin = len(out)
            out.append(Token("KEY", "", token.start, token.start))
            found.append(Diagnostic(codes.MISSING_KEY, token.span))
        if token.kind == "_LBRACE" and len(out) == begin:
            # What stands inside may be intact, so it is a block, of no kind.
            out.append(Token("WORD", "", token.start, token.start))
            found.append(Diagnostic(bracket_codes.STRAY_OPEN, token.span))
        elif token.kind == "_LBRACE":
            _drop_colon(out, begin, found)
        out.append(token)
        if token.kind in _BOUNDS:
            begin = len(out)
        elif len(out) == begin + 1 and _wants_colon(tokens[index : index + _HEAD_LENGTH]):
            out[-1] = token._replace(kind="KEY")
            following = tokens[index + 1]
            end, value = following.start, following
            if following.kind == "EQUAL" and index + 2 < len(tokens):
                # ``封顶＝5分``: the sign stands for the colon.
                equals, end, value = index + 1, following.end, tokens[index + 2]
            out.append(Token("_COLON", "：", token.end, max(token.end, end - 1)))
            title = Text("补上冒号", "add the colon")
            fix = Fix(title, (Edit(Span(token.end, end), "："),), safe=True)
            args = {"key": token.text, "value": value.text}
            span = Span(token.start, value.end)
            found.append(Diagnostic(codes.MISSING_COLON, span, args, fixes=(fix,)))
    return out, found


def _nothing_before(statement: Sequence[Token], colon: Token) -> bool:
    """Whether a colon begins a statement: ``；：5分``, or a line after one that was finished.
    ``statement`` is what stands before it."""
    if not statement:
        return True
    valued = any(token.kind == "_COLON" for token in statement)
    return colon.first and valued and statement[-1].kind not in _OPEN_ENDED


def _names_follow(ahead: Sequence[Token]) -> bool:
    """Whether a property or a block begins right after a colon, which so stands for nothing."""
    kinds_ahead = [token.kind for token in ahead]
    if kinds_ahead[:1] == ["KEY"] or kinds_ahead[:2] == ["WORD", "_LBRACE"]:
        return True
    return kinds_ahead[:2] == ["WORD", "WORD"] and ahead[0].text in _ONLY_BLOCKS


def _wants_colon(ahead: Sequence[Token]) -> bool:
    """``年度 2009年`` and ``成员 甲、乙`` are properties; ``机构 甲`` is a block."""
    if ahead[0].kind != "WORD" or len(ahead) < 2 or ahead[1].first:
        return False
    if ahead[1].kind == "WORD" and ahead[0].text in _ONLY_BLOCKS:
        return False
    if ahead[1].kind == "_LPAR" and ahead[0].text in _ONLY_PROPERTIES:
        return True
    rest = takewhile(lambda t: not t.first and t.kind not in ("_SEP", "_RBRACE"), ahead[2:])
    if {"KEY", "_LBRACE"} & {token.kind for token in rest}:
        return False  # a head with something stray in it, or without its brace
    if ahead[1].kind not in _HEAD:
        return ahead[1].kind in _VALUE_ONLY and ahead[1].kind != "_DOT"
    if ahead[1].kind not in ("WORD", "STRING") or len(ahead) < 3 or ahead[2].first:
        return False
    return ahead[2].kind in _VALUE_ONLY


def _drop_colon(out: list[Token], begin: int, found: list[Diagnostic]) -> None:
    """``目标 甲：（3分） {``: the head of a block has no colon."""
    head = out[begin:]
    colons = [index for index, token in enumerate(head) if token.kind == "_COLON"]
    if len(colons) != 1 or colons[0] not in (1, 2) or any(token.kind in _BOUNDS for token in head):
        return
    if any(token.kind in ("_LIST", "_COMMA") for token in head):
        return
    colon = out.pop(begin + colons[0])
    key = begin + colons[0] - 1
    out[key] = out[key]._replace(kind="WORD")
    if len(head) == 2 and out[key].text in _ONLY_PROPERTIES:
        return  # ``缺项得分：{``: the braces are what is wrong, and found as a block of that name
    # Without the colon the words on its two sides must not become one.
    glued = [token.kind for token in out[key + 1 : key + 2] if token.start == colon.end]
    blank = " " if glued == ["WORD"] else ""
    fix = Fix(Text("删去冒号", "delete the colon"), (Edit(colon.span, blank),), safe=True)
    found.append(Diagnostic(codes.COLON_IN_HEAD, colon.span, fixes=(fix,)))

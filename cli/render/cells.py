"""Text measured in terminal cells: a Han character is two, and a line breaks where Chinese may."""

from __future__ import annotations

from rich.cells import cell_len

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_BLANKS = {ord(char): " " for char in "\t\n\v\f\r\x85\u2028\u2029"}
_HARMLESS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *_BIDI), "\ufffd") | _BLANKS

#: Signs that must not begin a line.
_CLOSING = frozenset("，。、；：？！）》」』】〉…—％”’,.;:?!)]}%")
#: Signs that must not end a line.
_OPENING = frozenset("（《「『【〈“‘([{")


def visible(text: str) -> str:
    """Foreign text made safe to print on one line: no control or direction code gets through."""
    return text.translate(_HARMLESS)


def pad(text: str, width: int) -> str:
    """Text filled with blanks to a width in cells."""
    return text + " " * (width - cell_len(text))


def fold(text: str, width: int, indent: str = "") -> list[str]:
    """Text broken into lines of at most ``width`` cells, all but the first after ``indent``.

    Chinese breaks between characters, Latin words and numbers stay whole, and punctuation stays
    with the word it belongs to.
    """
    lines, line = [], ""
    for piece in _pieces(text):
        if line.strip() and cell_len(line) + cell_len(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = indent + piece.lstrip()
        else:
            line += piece
        while cell_len(line) > width > cell_len(indent) + 2:
            head = _head(line, width)
            lines.append(head)
            line = indent + line[len(head) :]
    return [*lines, line.rstrip()]


def _pieces(text: str) -> list[str]:
    """The smallest parts that a line break must not cut."""
    pieces: list[str] = []
    for char in text:
        if pieces and _sticks(pieces[-1][-1], char):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _sticks(before: str, char: str) -> bool:
    if char in _CLOSING or char == " " or before in _OPENING:
        return True
    if before == " " or char in _OPENING:
        return False
    return cell_len(before) < 2 and cell_len(char) < 2


def _head(line: str, width: int) -> str:
    """As many characters as fit."""
    size = 0
    for index, char in enumerate(line):
        size += cell_len(char)
        if size > width:
            return line[:index]
    return line

"""The lines written so far, and the one being written."""

from __future__ import annotations

from .widths import WIDEST, width

INDENT = "  "


class Lines:
    """Adds texts to the last line until another is started. A comment closes its line."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line = ""
        self._indent = 0
        self._closed = False
        self._trailing: list[str] = []
        self._blank = False

    def start(self, indent: int) -> None:
        """End the line and start another, with so many steps of indentation."""
        self._end()
        self._indent = indent

    def add(self, blank: str, text: str, continued: int) -> None:
        """Add a text to the line, after a blank; where a comment has closed it, to a new line."""
        if self._closed:
            self.start(continued)
        if not self._line:
            self._open()
            self._line = INDENT * self._indent + text
        else:
            self._line += blank + text

    def comment(self, text: str) -> None:
        """A comment on a line of its own."""
        self.add("", text, self._indent)
        self._closed = True

    def trail(self, text: str) -> None:
        """A comment after whatever the line will hold in the end."""
        self._trailing.append(text)

    def blank(self) -> None:
        """An empty line before the next."""
        self._end()
        self._blank = True

    @property
    def open(self) -> bool:
        """Whether the line holds something that more can follow."""
        return bool(self._line) and not self._closed

    def fits(self, text: str) -> bool:
        """Whether the line with a blank and this text is not too wide."""
        return not self._closed and width(f"{self._line} {text}") <= WIDEST

    def text(self, line_end: str) -> str:
        """All lines, each with its end."""
        self._end()
        return "".join(line + line_end for line in self._lines)

    def _open(self) -> None:
        if self._blank:
            self._lines.append("")
            self._blank = False

    def _end(self) -> None:
        first, *more = self._trailing or [""]
        if self._line:
            self._lines.append(f"{self._line}  {first}" if first else self._line)
        # Further comments stand below: inside the block, where the line has opened one.
        inner = INDENT * (self._indent + self._line.endswith("{"))
        self._lines += [inner + text for text in more]
        self._line, self._closed, self._trailing = "", False, []

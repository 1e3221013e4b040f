"""Findings as values: a stable code, a place, the author's words, and an edit where one is safe.

A finding holds no prose: its code holds the sentences in both languages, the finding holds what
fills them. Rendering lives in ``cli``.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import field, frozen

from .source import Span

Language: TypeAlias = Literal["zh", "en"]


class Severity(Enum):
    """How a finding bears on the result: an error stops it, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen
class Text:
    """One piece of wording in both languages."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        """The wording in one language."""
        return self.zh if language == "zh" else self.en


Argument: TypeAlias = "str | int | Fraction | Text"


@frozen
class Page:
    """The page of a code: what it means, why it matters, how to mend it, a bad and a good example.

    ``bad`` yields exactly this code when checked; ``good`` yields none. Both may be excerpts:
    ``frame`` is the policy they stand in, in place of its ``{example}``. For findings about data
    the examples show the data, and ``data`` is true.
    """

    what: Text
    why: Text
    mend: Text
    bad: str
    good: str
    data: bool = False
    frame: str = field(default="{example}", repr=False)

    def policy(self, example: str) -> str:
        """The whole policy text that an example stands for."""
        return self.frame.replace("{example}", example)


@frozen
class Code:
    """A kind of finding. ``message`` and ``hint`` are templates for ``str.format``."""

    id: str
    severity: Severity
    message: Text
    page: Page = field(repr=False)
    hint: Text | None = None


@frozen
class Cell:
    """A place in a data file. ``row`` counts from 1; ``column`` is a letter in a workbook and a
    header in a CSV file; ``sheet`` is None outside workbooks; row 0 means the file or sheet."""

    file: str
    sheet: str | None = None
    row: int = 0
    column: str | None = None
    raw: str = ""


Place: TypeAlias = "Span | Cell"


@frozen
class Label:
    """A further place that a finding points at, and what to say of it."""

    place: Place
    text: Text


@frozen
class Edit:
    """Replace the text under ``span`` by ``text``."""

    span: Span
    text: str


@frozen
class Fix:
    """A suggested edit and how sure we are that it is wanted."""

    title: Text
    edits: tuple[Edit, ...]
    safe: bool = False


@frozen
class Diagnostic:
    """One finding."""

    code: Code
    place: Place | None = None
    args: Mapping[str, Argument] = field(factory=dict)
    labels: tuple[Label, ...] = ()
    fixes: tuple[Fix, ...] = ()

    @property
    def severity(self) -> Severity:
        return self.code.severity

    def message(self, language: Language) -> str:
        """The finding's sentence in one language."""
        return _fill(self.code.message, self.args, language)

    def hint(self, language: Language) -> str | None:
        """What to do about it. A code without a sentence of its own has that of its page; a note
        asks for nothing."""
        if self.code.hint:
            return _fill(self.code.hint, self.args, language)
        if self.severity is Severity.NOTE:
            return None
        advice = self.code.page.mend.of(language).rstrip("。.")
        return advice[:1].lower() + advice[1:] or None


def _fill(template: Text, args: Mapping[str, Argument], language: Language) -> str:
    words = {name: show(value, language) for name, value in args.items()}
    return template.of(language).format(**words)


def show(value: Argument, language: Language) -> str:
    """A value as the author would write it: exact decimals where they end, else a fraction."""
    if isinstance(value, Text):
        return value.of(language)
    if isinstance(value, Fraction):
        return decimal_text(value)
    return str(value)


def decimal_text(number: Fraction | int) -> str:
    """A rational in decimal digits when these end, otherwise as numerator/denominator."""
    number = Fraction(number)
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    places = max(twos, fives)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)

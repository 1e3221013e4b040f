"""What a word of the language is, and what the value of a property may be."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from .diagnostics import Text


class ValueKind(Enum):
    """What the value of a property must be."""

    TEXT = "text"  # quoted text
    NAMES = "names"  # names declared elsewhere: bodies, rosters and their members, subjects
    WORDS = "words"  # free words and duties, with or without an object in brackets
    NEW_NAMES = "new names"  # names that this property itself declares
    FORMULA = "formula"  # an expression with a number, a grade, a choice or a date
    CONDITION = "condition"  # an expression that holds or does not
    COUNT = "count"  # a number of things: 4个, 1级
    POINTS = "points"
    PERCENT = "percent"
    DATE = "date"
    YEAR = "year"
    FLAG = "flag"  # 是 / 否
    TABLE = "table"  # the name of a data table
    SOURCE = "source"  # a table, a column of it, or an indicator
    COLUMNS = "columns"  # column names
    CHOICE = "choice"  # one of the property's own words
    COLUMN_TYPE = "column type"
    BAND = "band"  # an interval of points
    STEP = "step"  # an interval, and the value inside it
    PROVENANCE = "provenance"
    DOCUMENTS = "documents"
    PICK = "pick"  # a column, then which of equal rows counts
    CHECKED_COLUMN = "checked column"  # a column, with 当 where only some rows count
    GIVEN = "given"  # the value that a name has in an example


@frozen
class Word:
    """One word of the language."""

    id: str
    zh: str
    en: str
    help: Text


@frozen
class PropertyWord(Word):
    """A property name: what its value must be, and the words it may choose from."""

    value: ValueKind
    choices: tuple[Word, ...] = ()


@frozen
class BlockWord(Word):
    """A block kind: its parents (``file`` is the top), its properties, and what its head needs."""

    parents: tuple[str, ...]
    properties: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    named: bool = True
    amount: ValueKind | None = None
    entries: ValueKind | None = None  # the kind of value of the author's own property names
    sourced: bool = False  # whether it must carry provenance, or stand inside one that does

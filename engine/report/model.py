"""The neutral report. Renderers lay it out; they compute, round and choose nothing.

All wording is already in the reader's language. ``tone`` says what a thing is, never how it looks:
``good``, ``bad``, ``warn``, ``muted``, ``strong`` or ``plain``.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

Tone: TypeAlias = Literal["plain", "good", "bad", "warn", "muted", "strong"]


@frozen
class Value:
    """One cell: the wording to show and, for a number, the exact number behind it.

    A workbook writes ``number`` as a number with ``places`` shown decimals; all other renderers
    print ``text``.
    """

    text: str
    number: Fraction | None = None
    places: int | None = None
    tone: Tone = "plain"


@frozen
class Column:
    """A table column. Where there is no room for all, ``optional`` ones go, the last first."""

    title: str
    align: Literal["left", "right"] = "left"
    optional: bool = False


@frozen
class Grid:
    """A table. Every row has one value for each column. ``beyond`` is what to say of columns that
    there was no room for, with their ``{count}``."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    caption: str | None = None
    beyond: str = ""


@frozen
class Branch:
    """A line of a tree: what it is, its figure, the arithmetic, and where it comes from.

    ``label`` first, ``figure`` right after it, ``detail`` (arithmetic) next, ``source`` (clause and
    data cell) last and muted; ``notes`` are whole lines under it, before the children.
    """

    label: str
    figure: str = ""
    detail: str = ""
    source: str = ""
    tone: Tone = "plain"
    notes: tuple[str, ...] = ()
    children: tuple[Branch, ...] = ()


@frozen
class Lines:
    """Short paragraphs or list items, in order, each with a tone; ``bullets`` marks a list."""

    lines: tuple[tuple[str, Tone], ...]
    bullets: bool = True


@frozen
class Facts:
    """Pairs of a label and a value."""

    pairs: tuple[tuple[str, Value], ...]


Item: TypeAlias = Grid | Branch | Lines | Facts


@frozen
class Section:
    """A heading and what stands under it. ``sheet`` names the worksheet it belongs on."""

    heading: str
    items: tuple[Item, ...]
    sheet: str | None = None


@frozen
class Report:
    """A whole report."""

    title: str
    sections: tuple[Section, ...]
    subtitle: str | None = None

"""The vocabulary of differences: a change, its class, what was done, and its two sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from ...grammar.source import Source, Span
from ..semantics.declarations import Declaration
from .pairing import Pairing


class ChangeClass(Enum):
    """What a change is about, the weightiest first."""

    STRUCTURE = "structure"  # added, removed, moved, split, merged, renamed
    RULE = "rule"  # a formula, condition, case or their order, other than in its numbers
    PARAMETER = "parameter"  # an amount, bound, date, count, table entry, choice word
    ACTOR = "actor"  # who does what, and by which procedure
    PROVENANCE = "provenance"  # what a rule rests on
    RENUMBERED = "renumbered"  # only the clause number
    WORDING = "wording"  # titles, reasons, texts for readers


class Act(Enum):
    """What was done."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    REORDERED = "reordered"


class Direction(Enum):
    """Whether a change asks more of the units, or less."""

    TIGHTENS = "tightens"
    LOOSENS = "loosens"


@frozen
class Place:
    """One side of a change: the titles from the outermost block inwards, what is written there in
    the author's words, the clauses it encodes, and where it stands; the name of the block by which
    the policy speaks of it, and of a block that only one side has, what stands in it."""

    path: tuple[str, ...]
    words: str
    clauses: tuple[str, ...]
    span: Span = field(repr=False)
    name: str = ""
    content: str = ""


@frozen
class Shift:
    """A number that changed. ``unit`` is None where it has none, ``day`` for a date."""

    old: Fraction
    new: Fraction
    unit: str | None

    @property
    def difference(self) -> Fraction:
        """By how much."""
        return self.new - self.old


@frozen
class Change:
    """One difference. ``aspect`` is ``amount``, ``title``, ``kind``, ``provenance``, ``order``, the
    id of a property, or the name of an entry that is the block's ``own``; None: the block."""

    kind: ChangeClass
    act: Act
    block: str
    aspect: str | None
    old: Place | None
    new: Place | None
    own: bool = False
    shifts: tuple[Shift, ...] = ()
    direction: Direction | None = None
    #: What a list lost and what it gained, where it kept something.
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    #: The title of the outermost block concerned, in the new policy where it goes on there; of
    #: an example its name, for its title is a sentence.
    heading: str = ""
    #: Whether it is of a worked example, which explains rules and is none.
    example: bool = False
    #: The declaration concerned, new where there is one.
    subject: Declaration | None = field(default=None, repr=False, eq=False)

    @property
    def place(self) -> Place:
        """The side that names the change: the new one, but what is gone and what was split
        have their names from the old."""
        side = self.old if self.act is Act.SPLIT else self.new or self.old
        assert side is not None, "a change has at least one side"
        return side


@frozen
class Difference:
    """All changes between two policies, in the order of the new one."""

    old: Source
    new: Source
    series: tuple[str, str]
    changes: tuple[Change, ...]
    #: Old names that are no longer in use, and the new ones.
    renames: Mapping[str, str] = field(factory=dict, repr=False)
    #: Those among them that are names of columns, grades and choices.
    entry_renames: Mapping[str, str] = field(factory=dict, repr=False)
    pairing: Pairing = field(kw_only=True, repr=False, eq=False)

    @property
    def one_series(self) -> bool:
        """Whether both are policies of one name."""
        return self.series[0] == self.series[1]

    @property
    def counts(self) -> Counter[ChangeClass]:
        """How many changes of each class, those of worked examples apart."""
        return Counter(change.kind for change in self.changes if not change.example)

    @property
    def examples(self) -> int:
        """How many changes of worked examples."""
        return sum(change.example for change in self.changes)

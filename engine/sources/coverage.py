"""Which clauses of a document a policy encodes, declares not computable, or leaves open."""

from __future__ import annotations

from collections import defaultdict
from enum import Enum
from fractions import Fraction

from attrs import frozen

from ..semantics.declarations import Declaration
from .document import Clause
from .proof import Proof


class Status(Enum):
    """What a policy makes of a clause."""

    ENCODED = "encoded"  # a rule cites it
    DECLARED = "declared"  # cited, with the reason why it has no effect on the score
    OPEN = "open"  # no rule cites it
    HEADING = "heading"  # it only has a title


@frozen
class Row:
    """One clause: its number, its first words, the line it begins on, and the blocks that cite it.
    ``missing``: the document leaves the number out."""

    path: str
    words: str
    line: int
    status: Status
    by: tuple[Declaration, ...]
    missing: bool = False


@frozen
class Coverage:
    """Every clause in the order of the document."""

    rows: tuple[Row, ...]

    def count(self, *statuses: Status) -> int:
        """How many clauses are of certain statuses."""
        return sum(row.status in statuses for row in self.rows)

    @property
    def all(self) -> int:
        """How many clauses say something."""
        return self.count(Status.ENCODED, Status.DECLARED, Status.OPEN)

    @property
    def done(self) -> int:
        """How many of them are encoded or declared."""
        return self.count(Status.ENCODED, Status.DECLARED)

    @property
    def share(self) -> Fraction:
        """The percentage of clauses done; 100 of a document that says nothing."""
        return Fraction(100 * self.done, self.all) if self.all else Fraction(100)


def cover(proof: Proof) -> Coverage:
    """The coverage of a document. A clause is covered by what cites it; an item of a sentence also
    by what cites the clause it is part of, and such a clause by rules that cite all its items."""
    direct: dict[Clause, list[Declaration]] = defaultdict(list)
    gaps: dict[int, list[Declaration]] = defaultdict(list)
    for declaration, stated in proof.cited:
        found = proof.found(stated.clause)
        for clause in found.clauses:
            direct[clause].append(declaration)
        if found.gap is not None:
            gaps[id(found.gap)].append(declaration)
    document = proof.document
    rows = [_row(proof, clause, direct) for clause in document.clauses]
    places = {id(c): c.place.start for c in document.clauses}
    order = [(places[id(c)], 1, row) for c, row in zip(document.clauses, rows, strict=True)]
    for gap in document.gaps:
        by = tuple(dict.fromkeys(gaps[id(gap)]))
        line, _ = document.source.position(gap.before.place.start)
        status = _status(by) if by else Status.OPEN
        order.append((gap.before.place.start, 0, Row(gap.path, "", line, status, by, True)))
    return Coverage(tuple(row for *_, row in sorted(order, key=lambda item: item[:2])))


def _row(proof: Proof, clause: Clause, direct: dict[Clause, list[Declaration]]) -> Row:
    document = proof.document
    by = tuple(dict.fromkeys(_citing(proof, clause, direct)))
    words = document.shown(clause)
    line, _ = document.source.position(clause.place.start)
    silent = Status.HEADING if document.is_heading(clause) else Status.OPEN
    return Row(clause.path, words, line, _status(by) if by else silent, by)


def _citing(
    proof: Proof, clause: Clause, direct: dict[Clause, list[Declaration]]
) -> list[Declaration]:
    above: Clause | None = clause
    while above is not None:
        if direct[above]:
            return direct[above]
        above = above.parent if above.part else None
    parts = [child for child in proof.document.children.get(clause, ()) if child.part]
    if parts and all(direct[child] for child in parts):
        return [declaration for child in parts for declaration in direct[child]]
    return []


def _status(by: tuple[Declaration, ...]) -> Status:
    """Declared where every block that cites a clause says why it does not count."""
    aside = all(
        any(key in declaration.properties for key in ("unscored", "blank")) for declaration in by
    )
    return Status.DECLARED if aside else Status.ENCODED

"""The numbers that the lists of a document leave out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from .document import Clause, Gap
from .markers import label_of


def gaps(clauses: Iterable[Clause]) -> tuple[Gap, ...]:
    """The numbers that each list leaves out, neighbours together."""
    lists: dict[tuple[object, ...], list[Clause]] = defaultdict(list)
    for clause in clauses:
        if clause.number and clause.key and clause.key[-1][0] == clause.style:
            lists[clause.key[:-1], clause.style].append(clause)
    found = []
    for members in lists.values():
        last = 0
        for clause in members:
            skipped = range(last + 1, clause.number)
            if skipped:
                found.append(_gap(clause, skipped))
            last = max(last, clause.number)
    return tuple(sorted(found, key=lambda gap: gap.before.place.start))


def _gap(clause: Clause, skipped: range) -> Gap:
    own = _sibling(clause, clause.number)
    base = clause.path.removesuffix(own) if clause.style != "decimal" else ""
    labels = [base + _sibling(clause, n) for n in (skipped[0], skipped[-1])]
    path = labels[0] if len(skipped) == 1 else f"{labels[0]}至{labels[-1]}"
    keys = tuple((*clause.key[:-1], (clause.style, n)) for n in skipped)
    return Gap(path, keys, clause.parent, clause)


def _sibling(clause: Clause, count: int) -> str:
    if clause.style == "decimal":
        return f"{clause.path.rpartition('.')[0]}.{count}"
    own = re.search(r"[A-Z][a-z]+ \d+$", clause.path)
    # Article 4, as its neighbours are called.
    return f"{own[0].split()[0]} {count}" if own else label_of(clause.style, count)

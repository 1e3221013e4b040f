"""How alike two declarations are: in name, in what they say, and in where they stand."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from ..semantics.declarations import Declaration, provenance
from .aspects import AMOUNT, aspects
from .canonical import Canon, plain_text
from .pairing import Pairing
from .terms import leaves

#: How much each kind of likeness counts in a score of at most 1, for two in one place.
_CONTENT, _NAME, _PLACE, _NEIGHBOUR = (Fraction(n, 100) for n in (45, 25, 20, 5))
#: The least score at which two declarations are held to be the same.
THRESHOLD = Fraction(60, 100)
#: By how much the best match must be ahead of the next, to be clear.
MARGIN = Fraction(2, 100)


def features(declaration: Declaration, canon: Canon) -> Counter[str]:
    """Everything a declaration says: the leaves of its values, its clauses, and its parts."""
    found: Counter[str] = Counter()
    for (key, _), aspect in aspects(declaration, canon).items():
        found.update(f"{key}={leaf}" for leaf in leaves(aspect.term))
    found.update(f"source={p.text}" for p in provenance(declaration) if p.kind == "source")
    for child in declaration.children:
        found[f"part {child.kind.id} {canon.name(child.name)}"] += 2
    return found


def overlap(one: Counter[str], other: Counter[str]) -> Fraction:
    """Twice what is common over the sum of both (Dice); two that say nothing are alike."""
    total = one.total() + other.total()
    return Fraction(2 * (one & other).total(), total) if total else Fraction(1)


def name_likeness(one: str, other: str) -> Fraction:
    """The overlap of the pairs of neighbouring characters in two names."""
    return overlap(_bigrams(plain_text(one)), _bigrams(plain_text(other)))


def _bigrams(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(len(text) - 1)) or Counter([text])


class Likeness:
    """Scores of pairs in one pairing; what a declaration says is read once."""

    def __init__(self, pairing: Pairing) -> None:
        self.pairing = pairing
        self._canons = Canon(pairing.old, pairing.spoken_names()), Canon(pairing.new, {})
        self._features: dict[Declaration, Counter[str]] = {}

    def features(self, declaration: Declaration, is_new: bool) -> Counter[str]:
        """What a declaration says."""
        if declaration not in self._features:
            self._features[declaration] = features(declaration, self._canons[is_new])
        return self._features[declaration]

    def content(self, old: Declaration, new: Declaration) -> Fraction:
        """How much of what they say is the same."""
        return overlap(self.features(old, False), self.features(new, True))

    def qualities(self, old: Declaration, new: Declaration) -> Fraction:
        """The same without amounts: what stays when points are divided. Nothing said is no sign."""
        both = [
            Counter({k: n for k, n in found.items() if not k.startswith(f"{AMOUNT}=")})
            for found in (self.features(old, False), self.features(new, True))
        ]
        return overlap(*both) if both[0] and both[1] else Fraction(0)

    def score(self, old: Declaration, new: Declaration) -> Fraction:
        """How likely two declarations of one place are the same."""
        neighbours = sum(self._both_beside(old, new, step) for step in (-1, 1))
        return (
            _CONTENT * self.content(old, new)
            + _NAME * name_likeness(old.name, new.name)
            + _PLACE
            + _NEIGHBOUR * neighbours
        )

    def _both_beside(self, old: Declaration, new: Declaration, step: int) -> bool:
        """Whether what stands beside one is matched with what stands beside the other."""
        one, other = self._beside(old, step, False), self._beside(new, step, True)
        return one is not None and other is not None and self.pairing.forward.get(one) is other

    def _beside(self, declaration: Declaration, step: int, is_new: bool) -> Declaration | None:
        """The declaration before or after among those of one place."""
        checked = self.pairing.new if is_new else self.pairing.old
        parent = checked.symbols.parents[declaration]
        row = parent.children if parent is not None else checked.symbols.declarations
        place = row.index(declaration) + step
        return row[place] if 0 <= place < len(row) else None

"""The old policy with some of the changes made: its tree with nodes of the new policy in it.

Trees are put together from nodes that were read once, so that a state costs a check and no parse.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import define, evolve, field

from ...grammar.nodes import Block, Item, Property
from ...grammar.vocabulary import find_block
from ..examine import Examined, judge
from ..plan.lower import lower
from ..plan.plan import Plan
from ..semantics.declarations import Declaration
from .changes import Act, Change, Difference
from .edits import Drop, Edit, Head, Insert, Swap, edits
from .pairing import Pairing

#: What follows from totals and grades, or only looks at data.
_ASIDE = ("export", "use", "duty", "notice", "requirement")


@define
class Replay:
    """States between two policies. ``carried`` gives items of the old policy whose marks are taken
    from the new year's data the property that carries them over; it goes with the old points."""

    difference: Difference
    carried: Mapping[Block, Property] = field(factory=dict)
    _edits: dict[int, tuple[Edit, ...]] = field(factory=dict)

    def edits(self, change: Change) -> tuple[Edit, ...]:
        """What a change comes to in the tree."""
        if id(change) not in self._edits:
            self._edits[id(change)] = edits(change, self.difference.pairing)
        return self._edits[id(change)]

    def applicable(self) -> tuple[Change, ...]:
        """The changes that can be applied, in the order of the document."""
        return tuple(change for change in self.difference.changes if self.edits(change))

    def computing(self) -> tuple[Change, ...]:
        """Those of them on which a total or grade may depend. Data that are no longer read decide
        nothing, and what used to read them goes by a change of its own."""
        pairing = self.difference.pairing
        found = []
        for change in self.applicable():
            kind = _top(change, pairing).kind.id
            unread = change.act is Act.REMOVED and kind in ("register", "table")
            if kind not in (*_ASIDE, "body") and not unread:
                found.append(change)
        return tuple(found)

    def examined(self, changes: Iterable[Change], *, whole: bool = False) -> Examined:
        """The old policy with some changes made, checked; the ``whole`` of it but for its examples,
        on which nothing rests, or only what totals and grades depend on."""
        old = self.difference.pairing.old
        done = [edit for change in changes for edit in self.edits(change)]
        items = _Tree(done, self.carried).items(None, old.file.items)
        aside = ("example",) if whole else (*_ASIDE, "example")
        kept = tuple(item for item in items if _kind(item) not in aside)
        return judge(old.source, evolve(old.file, items=kept))

    def plan(self, changes: Iterable[Change], *, whole: bool = False) -> Plan | None:
        """The plan of such a state; None where it has errors."""
        found = self.examined(changes, whole=whole)
        return lower(found.checked) if found.sound else None


def _top(change: Change, pairing: Pairing) -> Declaration:
    """The outermost declaration that a change stands in."""
    subject = change.subject
    assert subject is not None, "what can be applied has a subject"
    symbols = (pairing.new if subject in pairing.new.symbols.parents else pairing.old).symbols
    *_, top = symbols.ancestors(subject)
    return top


def _kind(item: Item) -> str:
    """The kind of a block at the top; “” of what is none."""
    word = find_block(item.kind.text) if isinstance(item, Block) else None
    return word.id if word is not None else ""


class _Tree:
    """One state being put together."""

    def __init__(self, done: Iterable[Edit], carried: Mapping[Block, Property]) -> None:
        self.swaps: dict[Item, Item] = {}
        self.drops: set[Item] = set()
        self.heads: dict[Block, dict[str, Any]] = defaultdict(dict)
        self.inserts: dict[tuple[Block | None, Item | None], list[Item]] = defaultdict(list)
        for edit in done:
            self.note(edit)
        self.carried = {b: p for b, p in carried.items() if "amount" not in self.heads.get(b, {})}

    def note(self, edit: Edit) -> None:
        match edit:
            case Swap(old, new):
                self.swaps[old] = new
            case Drop(old):
                self.drops.add(old)
            case Insert(into, after, new):
                self.inserts[into, after].append(new)
            case Head(old, new, part):
                self.heads[old][part] = getattr(new, part)

    def items(self, home: Block | None, items: tuple[Item, ...]) -> tuple[Item, ...]:
        found = self.put(home, None)
        for item in items:
            if item not in self.drops:
                new = self.swaps.get(item, item)
                found.append(self.block(new) if new is item and isinstance(new, Block) else new)
            found += self.put(home, item)
        return tuple(found)

    def put(self, home: Block | None, after: Item | None) -> list[Item]:
        """What comes after an item, as the new policy has it."""
        return sorted(self.inserts.get((home, after), ()), key=lambda item: item.span.start)

    def block(self, block: Block) -> Block:
        items = self.items(block, block.items)
        if block in self.carried:
            items = (self.carried[block], *items)
        head = self.heads.get(block, {})
        if not head and len(items) == len(block.items) and all(map(_same, items, block.items)):
            return block
        return evolve(block, items=items, **head)


def _same(one: Item, other: Item) -> bool:
    return one is other


def replaceable(difference: Difference) -> tuple[Change, ...]:
    """The changes that can be applied to the old policy."""
    return Replay(difference).applicable()


def plan_with(difference: Difference, changes: Iterable[Change]) -> Plan | None:
    """The plan of the old policy with some changes made; None where that has errors."""
    return Replay(difference).plan(changes, whole=True)

"""The changes between two checked policies: match, then compare pair by pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from ..semantics.checked import Checked
from ..semantics.declarations import Declaration
from .aspects import AMOUNT, Aspect
from .basis import basis_changes
from .canonical import plain_text
from .changes import Act, Change, ChangeClass, Difference, Place
from .classify import EXPLANATIONS, changed_class, present_class, shifts
from .direction import directed
from .entries import renamed_entries, written_names
from .match import match
from .order import in_order, order_of, reordered
from .pairing import Pairing, Regrouping
from .sides import Side
from .spoken import Spoken
from .terms import Term


def difference(old: Checked, new: Checked, hints: Mapping[str, str] | None = None) -> Difference:
    """Everything that differs between two policies without errors. ``hints`` are old and new names
    that the policies do not tell."""
    pairing = match(old, new, hints)
    comparer = _Comparer(pairing)
    changes = [directed(_explaining(change), pairing) for change in comparer.changes()]
    names = tuple(checked.policy.name if checked.policy else "" for checked in (old, new))
    ordered = in_order(changes, pairing)
    renames = {**pairing.renames(), **comparer.entry_names}
    entries = {**written_names(pairing, renames), **comparer.entry_names}
    return Difference(
        old.source, new.source, (names[0], names[1]), ordered, renames, entries,
        pairing=pairing,
    )  # fmt: skip


def _explaining(change: Change) -> Change:
    """A change of an example is one of wording: the rules are the same."""
    if change.block not in EXPLANATIONS:
        return change
    return evolve(change, kind=ChangeClass.WORDING)


def _once(change: Change) -> tuple[object, ...]:
    """What tells changes of one regrouping apart: an addition to one part is told once, however
    many declarations became that part."""
    spans = [side.span if side is not None else None for side in (change.old, change.new)]
    return (change.aspect, change.act, *spans)


def _title(declaration: Declaration) -> str:
    return declaration.block.title.text if declaration.block.title else ""


class _Comparer:
    def __init__(self, pairing: Pairing) -> None:
        self.pairing = pairing
        names = pairing.renames()
        self.entry_names = renamed_entries(pairing, names)
        self.old = Side(pairing.old, {**names, **self.entry_names}, pairing.hints)
        self.new = Side(pairing.new, {})

    def changes(self) -> Iterator[Change]:
        """All changes, in no order."""
        for old, new in self.pairing.forward.items():
            yield from self.head(old, new)
            yield from self.body(old, new)
        for regrouping in self.pairing.regroupings:
            yield from self.regrouped(regrouping)
        for one in self.pairing.spoken:
            yield self.renamed_mention(one)
        yield from self.outermost(self.pairing.open_old(), self.old, Act.REMOVED)
        yield from self.outermost(self.pairing.open_new(), self.new, Act.ADDED)

    # ── blocks ──

    def head(self, old: Declaration, new: Declaration) -> Iterator[Change]:
        """Name, kind, title and place of a pair."""
        sides = self.old.whole(old), self.new.whole(new)
        if old.name != new.name:
            yield self.structure(Act.RENAMED, sides, new)
        if old.kind.id != new.kind.id:
            yield evolve(self.structure(Act.CHANGED, sides, new), aspect="kind")
        if not self.pairing.same_place(old, new):
            yield self.structure(Act.MOVED, sides, new)
        # A rename shows the titles of both.
        if old.name == new.name and plain_text(_title(old)) != plain_text(_title(new)):
            before, after = (
                evolve(s, words=_title(d)) for s, d in zip(sides, (old, new), strict=True)
            )
            yield Change(
                ChangeClass.WORDING, Act.CHANGED, new.kind.id, "title", before, after, subject=new
            )

    def body(self, old: Declaration, new: Declaration) -> Iterator[Change]:
        """What a pair says, its order where that has a meaning, and what it rests on. The points of
        what goes on after a split or merge are told with that."""
        divided = any(old in r.old and new in r.new for r in self.pairing.regroupings)
        yield from self.said(old, new, without=(AMOUNT,) if divided else ())
        if reordered(old, new, self.pairing, self.old.canon):
            before = evolve(self.old.whole(old), words="、".join(order_of(old)))
            after = evolve(self.new.whole(new), words="、".join(order_of(new)))
            yield Change(
                ChangeClass.RULE, Act.REORDERED, new.kind.id, "order", before, after, subject=new
            )
        yield from basis_changes(self.old, self.new, old, new)

    def structure(self, act: Act, sides: tuple[Place, Place], subject: Declaration) -> Change:
        return Change(ChangeClass.STRUCTURE, act, subject.kind.id, None, *sides, subject=subject)

    def renamed_mention(self, one: Spoken) -> Change:
        """A name that is a block on one side, and on the other only spoken of."""
        here, there = (self.new, self.old) if one.in_new else (self.old, self.new)
        content = here.content(one.block)
        block = evolve(here.whole(one.block), words=one.block.name, content=content)
        mention = there.place(one.mention, one.span)
        mention = evolve(mention, path=(*mention.path, one.other), name=one.other)
        sides = (mention, block) if one.in_new else (block, mention)
        return self.structure(Act.RENAMED, sides, one.block)

    def outermost(self, open: list[Declaration], side: Side, act: Act) -> Iterator[Change]:
        """Blocks that only one side has; what stands inside one of them goes without saying."""
        inside, told = set(open), {s.block for s in self.pairing.spoken}
        for one in open:
            if one not in told and side.checked.symbols.parents[one] not in inside:
                place = evolve(side.whole(one), content=side.content(one))
                gone = act is Act.REMOVED
                old, new = (place, None) if gone else (None, place)
                yield Change(ChangeClass.STRUCTURE, act, one.kind.id, None, old, new, subject=one)

    def regrouped(self, regrouping: Regrouping) -> Iterator[Change]:
        """A split or a merge, and what the parts say otherwise than the whole."""
        old = self.group(self.old, regrouping.old)
        new = self.group(self.new, regrouping.new)
        act = Act.SPLIT if regrouping.kind == "split" else Act.MERGED
        yield self.structure(act, (old, new), regrouping.new[0])
        told: set[tuple[object, ...]] = set()
        shared = self.shared(regrouping)
        for before in regrouping.old:
            for after in regrouping.new:
                if self.pairing.forward.get(before) is not after:
                    for change in self.divided(before, after, shared):
                        if _once(change) not in told:
                            yield change
                        told.add(_once(change))

    def shared(self, regrouping: Regrouping) -> set[str]:
        """Lists in which all parts together say what the whole says: who scores both, say."""
        sides = (self.old, regrouping.old), (self.new, regrouping.new)
        both = [[side.aspects(d, d) for d in group] for side, group in sides]
        keys = {key for side in both for said in side for key in said if said[key].items}

        def together(
            side: list[dict[tuple[str, bool], Aspect]], key: tuple[str, bool]
        ) -> set[Term]:
            return {t for said in side if key in said for t, _ in said[key].items}

        return {key[0] for key in keys if together(both[0], key) == together(both[1], key)}

    def divided(self, whole: Declaration, part: Declaration, shared: set[str]) -> Iterator[Change]:
        """What a part says otherwise than its whole, other than its points."""
        for change in self.said(whole, part, without=(AMOUNT,)):
            if change.own or change.aspect not in shared:
                yield change
        yield from basis_changes(self.old, self.new, whole, part)

    def group(self, side: Side, declarations: tuple[Declaration, ...]) -> Place:
        """Several declarations as one side."""
        first = declarations[0]
        clauses = tuple(dict.fromkeys(c for d in declarations for c in side.clauses(d)))
        words = "、".join(side.words(d.block.head) for d in declarations)
        return Place(side.path(first), words, clauses, first.block.head)

    # ── aspects ──

    def said(
        self, old: Declaration, new: Declaration, without: tuple[str, ...] = ()
    ) -> Iterator[Change]:
        """Every amount, property and entry that differs."""
        before, after = self.old.aspects(old, new), self.new.aspects(new, new)
        for key in dict.fromkeys((*before, *after)):
            one, other = before.get(key), after.get(key)
            if key[0] in without and not key[1]:
                continue
            if one is not None and other is not None:
                yield from self.both(one, other, old, new)
            elif one is not None:
                gone = self.old.place(old, one.whole, self.old.words(one.span))
                yield self.only(one, new, Act.REMOVED, gone, None)
            elif other is not None:
                come = self.new.place(new, other.whole, self.new.words(other.span))
                yield self.only(other, new, Act.ADDED, None, come)

    def both(
        self, one: Aspect, other: Aspect, old: Declaration, new: Declaration
    ) -> Iterator[Change]:
        """An aspect of both sides."""
        sides = self.old.place(old, one.span), self.new.place(new, other.span)
        if one.own and self.renamed_entry(one, old):
            wholes = self.old.place(old, one.whole), self.new.place(new, other.whole)
            renamed = self.structure(Act.RENAMED, wholes, new)
            yield evolve(renamed, aspect=other.key, own=True)
        if one.term == other.term:
            return
        kind = changed_class(one, other)
        lost, gained = self.exchanged(one, other)
        yield Change(
            kind, Act.CHANGED, new.kind.id, other.key, *sides, own=other.own,
            shifts=shifts(one, other), subject=new, lost=lost, gained=gained,
        )  # fmt: skip

    def exchanged(self, one: Aspect, other: Aspect) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What a list lost and gained; nothing where it kept nothing."""
        before, after = ({term for term, _ in aspect.items} for aspect in (one, other))
        if not before & after:
            return (), ()
        return (
            tuple(self.old.words(span) for term, span in one.items if term not in after),
            tuple(self.new.words(span) for term, span in other.items if term not in before),
        )

    def renamed_entry(self, aspect: Aspect, old: Declaration) -> bool:
        """Whether an entry has its name only because entries were renamed, not what they name."""
        if aspect.key in self.pairing.hints.values():
            return not any(entry.key.text == aspect.key for entry in old.entries)
        return aspect.key in self.entry_names.values() and not any(
            entry.key.text == aspect.key for entry in old.entries
        )

    def only(
        self, aspect: Aspect, subject: Declaration, act: Act, old: Place | None, new: Place | None
    ) -> Change:
        """An aspect of one side."""
        kind = present_class(aspect)
        block = subject.kind.id
        return Change(kind, act, block, aspect.key, old, new, own=aspect.own, subject=subject)

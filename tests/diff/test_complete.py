"""A difference held against the two texts, statement by statement: nothing missing, nothing
superfluous, nothing out of order.

What is known of the texts is only their statements: heads of blocks, properties and entries, and
which of them one text has and the other has not, or has less often, once names that were changed
are called alike on both sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from diff.comparing import parsed
from diff.editing import EDITS, attempt
from diff.next_year import next_year
from diff.pairs import PAIRS
from guiju.engine.diff.changes import Act, Change, Difference
from guiju.engine.diff.compare import difference
from guiju.engine.diff.spoken import everything
from guiju.engine.semantics.checked import Checked
from guiju.engine.semantics.declarations import Declaration
from guiju.grammar.source import Span
from guiju.grammar.vocabulary import PROVENANCE
from support.policy import founding_text

YEARS = {
    pair.name: tuple(Path(policy).read_text(encoding="utf-8") for policy in pair.policies)
    for pair in PAIRS
}
YEARS["next year"] = (founding_text(), next_year())


def _edited(seed: int) -> str:
    """The founding policy with a few edits of any kind."""
    random, text = Random(seed), founding_text()
    for _ in range(5):
        found = attempt(random.choice(EDITS), random, text)
        text = found.text if found else text
    return text


YEARS |= {f"edits {seed}": (founding_text(), _edited(seed)) for seed in range(12)}

each = pytest.mark.parametrize("name", YEARS)


def found_in(name: str) -> Difference:
    old, new = YEARS[name]
    return difference(parsed(old), parsed(new))


def statements(policy: Checked, renames: Mapping[str, str]) -> list[tuple[str, Span]]:
    """Everything a policy says, with its place, in no layout; what was renamed has one
    name."""
    found = []
    for declaration in everything(policy):
        said = [prop for key, prop in declaration.properties.items() if key != "formerly"]
        spans = [declaration.block.head, *(prop.span for prop in (*said, *declaration.entries))]
        for span in spans:
            text = "".join(policy.source.slice(span).split())
            for number, (old, new) in enumerate(renames.items()):
                text = text.replace(new, f"<{number}>").replace(old, f"<{number}>")
            found.append((text, span))
    return found


def told(span: Span, spans: list[Span]) -> bool:
    """Whether some spans touch a statement."""
    return any(one.start < span.end and span.start < one.end for one in spans)


def blocks_of(change: Change, found: Difference, *, old: bool) -> list[Declaration]:
    """The blocks of one side that a change speaks of as a whole."""
    subject = change.subject
    assert subject is not None
    if change.act in (Act.SPLIT, Act.MERGED):
        groups = [r for r in found.pairing.regroupings if subject in r.new]
        return [d for r in groups for d in (r.old if old else r.new)]
    place = change.old if old else change.new
    # A block that the other side only speaks of, or lacks, is told with all that stands in it.
    return [subject] if place is not None and place.content else []


def spans_of(change: Change, found: Difference, *, old: bool) -> list[Span]:
    """What of one side a change speaks of; of provenance, all that a block rests on."""
    place = change.old if old else change.new
    spans = [block.block.span for block in blocks_of(change, found, old=old)]
    spans += [place.span] if place is not None else []
    subject = change.subject
    if change.aspect == "provenance" and subject is not None:
        owner = found.pairing.back.get(subject) if old else subject
        keys = (*PROVENANCE, "alternatives")
        own = [owner.properties.get(key) for key in keys] if owner is not None else []
        spans += [prop.span for prop in own if prop is not None]
    return spans


def both(found: Difference) -> tuple[list[tuple[str, Span]], list[tuple[str, Span]]]:
    pairing = found.pairing
    return statements(pairing.old, found.renames), statements(pairing.new, found.renames)


@each
@pytest.mark.parametrize("side", ["old", "new"])
def test_no_statement_that_differs_is_passed_over(name: str, side: str) -> None:
    found, old = found_in(name), side == "old"
    ours, theirs = both(found) if old else both(found)[::-1]
    spans = [span for change in found.changes for span in spans_of(change, found, old=old)]
    surplus = Counter(text for text, _ in ours) - Counter(text for text, _ in theirs)
    listed = Counter(text for text, span in ours if told(span, spans))
    assert {text: n for text, n in surplus.items() if listed[text] < n} == {}


@each
def test_no_change_is_without_a_statement_that_differs(name: str) -> None:
    found = found_in(name)
    before, after = both(found)
    for change in found.changes:
        olds, news = (spans_of(change, found, old=old) for old in (True, False))
        one = {text for text, span in before if told(span, olds)}
        other = {text for text, span in after if told(span, news)}
        alike = (Act.RENAMED, Act.MOVED, Act.REORDERED)  # the words are the same, elsewhere
        assert change.act in alike or one != other, change


@each
def test_changes_are_in_the_order_of_the_new_document_and_none_is_told_twice(name: str) -> None:
    found = found_in(name)
    places = [change.new.span.start for change in found.changes if change.new is not None]
    assert places == sorted(places)
    sides = (
        (change.act, change.aspect, change.own, change.old and change.old.span, change.new and change.new.span)
        for change in found.changes
    )  # fmt: skip
    assert max(Counter(sides).values()) == 1


@each
def test_what_is_gone_stands_under_the_block_it_stood_in_or_after(name: str) -> None:
    """Never before the block that it came after, where that goes on."""
    found = found_in(name)
    tops = {d: n for n, d in enumerate(found.pairing.old.symbols.declarations)}
    forward = found.pairing.forward
    last = -1
    for change in found.changes:
        if change.new is not None:
            last = change.new.span.start
            continue
        place = change.place.span.start
        before = [d for d in tops if d.block.span.end <= place and d in forward]
        earlier = forward[before[-1]].block.span.start if before else -1
        following = [c.new.span.start for c in found.changes if c.new is not None]
        later = [start for start in following if last < start < earlier]
        assert not later, change

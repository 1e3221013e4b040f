"""Random edits of a policy, each with the change that it is."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TypeAlias

from attrs import frozen
from diff.comparing import parsed
from guiju.engine.semantics.checked import Checked
from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.forms import amount
from guiju.engine.semantics.walk import expressions
from guiju.grammar.nodes import Binary, Path, Quantity, Word
from guiju.grammar.source import Span
from guiju.grammar.vocabulary import PROPERTIES
from guiju.grammar.words import ValueKind

#: Syllables that no name of the founding policy has.
_SYLLABLES = "绿色森林河流草原湖泊山岳星辰云海晨曦暮雪"
_WEIGHED = ("goal", "indicator", "item", "stage", "panel")


@frozen
class Edit:
    """An edited text, and the one change it should be recognised as."""

    name: str
    text: str
    wanted: tuple[str, str]


@frozen
class Policy:
    """A text with its declarations."""

    text: str
    checked: Checked

    def all(self, *kinds: str) -> list[Declaration]:
        return list(self.checked.symbols.all_of(*kinds))

    def everything(self) -> list[Declaration]:
        return [d for top in self.checked.symbols.declarations for d in top.walk()]

    def paths(self) -> list[Word]:
        """Every part of every name in a value."""
        return [
            part
            for d in self.everything()
            for prop in (*d.properties.values(), *d.entries)
            for clause in prop.clauses
            for item in clause.items
            for one in expressions(item)
            if isinstance(one, Path)
            for part in one.parts
        ]

    def slice(self, span: Span) -> str:
        return self.checked.source.slice(span)

    def replaced(self, span: Span, words: str) -> str:
        return self.text[: span.start] + words + self.text[span.end :]


Maker: TypeAlias = Callable[[Policy, Random], "tuple[str, tuple[str, str]] | None"]


def attempt(make: Maker, random: Random, text: str) -> Edit | None:
    """One edit of a text, where there is a place for it."""
    made = make(Policy(text, parsed(text)), random)
    return Edit(make.__name__, *made) if made is not None and made[0] != text else None


def fresh(random: Random) -> str:
    """A name that is not in the policy."""
    return "".join(random.sample(_SYLLABLES, 4))


def weight(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    found = random.choice([d for d in policy.all(*_WEIGHED) if amount(d)])
    quantity = amount(found)
    assert quantity is not None
    unit = policy.slice(quantity.span)[-1]
    number = random.randint(101, 300)
    return policy.replaced(quantity.span, f"{number}{unit}"), ("parameter", "changed")


def number_in_a_value(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    quantities = [
        item
        for d in policy.everything()
        for prop in (*d.properties.values(), *d.entries)
        for clause in prop.clauses
        for item in clause.items
        if isinstance(item, Quantity)
    ]
    found = random.choice(quantities)
    unit = policy.slice(found.span).lstrip("0123456789.")
    return policy.replaced(found.span, f"{random.randint(101, 300)}{unit}"), (
        "parameter",
        "changed",
    )


def deadline(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    prop = random.choice(policy.all("deadline")).properties["due"]
    return policy.replaced(prop.clauses[0].span, "8月17日"), ("parameter", "changed")


def rename(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    """A name changed in place, and with it what refers to it."""
    kinds = (
        *_WEIGHED,
        "value",
        "step",
        "bonus",
        "deadline",
        "duty",
        "requirement",
        "use",
        "notice",
    )
    found = random.choice([d for d in policy.all(*kinds) if d.block.name])
    return renamed(policy, found, fresh(random)), ("structure", "renamed")


def renamed(policy: Policy, found: Declaration, name: str) -> str:
    """The text with another name for a declaration, wherever its name can only mean it."""
    assert found.block.name is not None
    spans = {found.block.name.span}
    if sum(d.name == found.name for d in policy.everything()) == 1:
        spans |= {p.span for p in policy.paths() if p.text == found.name}
    text = policy.text
    for span in sorted(spans, key=lambda s: -s.start):
        text = text[: span.start] + name + text[span.end :]
    return text


def remove(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    kinds = (
        "indicator",
        "item",
        "stage",
        "panel",
        "deadline",
        "duty",
        "requirement",
        "notice",
        "use",
    )
    found = random.choice(policy.all(*kinds))
    return policy.replaced(found.block.span, ""), ("structure", "removed")


def add(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    """A new block after one of its kind."""
    found = random.choice(policy.all("indicator", "item", "deadline", "duty", "body"))
    head = f"{found.block.kind.text} {fresh(random)}"
    head += "（0.7分）" if amount(found) else ""
    body = {
        "deadline": "截止：7月7日；出处：“九”",
        "duty": "主体：市绩效办；事项：“别的事”；出处：“九”",
    }.get(found.kind.id, "")
    place = Span(found.block.span.end, found.block.span.end)
    return policy.replaced(place, f"\n{head} {{ {body} }}"), ("structure", "added")


def move(policy: Policy, random: Random) -> tuple[str, tuple[str, str]] | None:
    """An item taken to another indicator of its system."""
    item = random.choice(policy.all("item"))
    parents = policy.checked.symbols.parents
    home = parents[item]
    aspect = parents[home] if home else None
    others = [d for d in (aspect.children if aspect else ()) if d is not home and d.of_kind("item")]
    if not others:
        return None
    place = random.choice(others).children[0].block.span.start
    block = policy.slice(item.block.span)
    if place < item.block.span.start:
        text = policy.replaced(item.block.span, "")
        return text[:place] + block + "\n" + text[place:], ("structure", "moved")
    text = policy.text[:place] + block + "\n" + policy.text[place:]
    span = item.block.span
    return text[: span.start] + text[span.end :], ("structure", "moved")


def split(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    """An indicator in two, each with half of its points and what it says."""
    found = random.choice([d for d in policy.all("indicator", "item") if not d.children])
    quantity = amount(found)
    assert quantity is not None and found.block.name is not None
    body = policy.text[found.block.head.end : found.block.span.end]
    half = f"{float(quantity.number / 2):g}"
    blocks = [f"{found.block.kind.text} {found.name}{part}（{half}分）{body}" for part in "甲乙"]
    return policy.replaced(found.block.span, "\n".join(blocks)), ("structure", "split")


def merge(policy: Policy, random: Random) -> tuple[str, tuple[str, str]] | None:
    """Two items of one scorer as one with the points of both."""
    pairs = [
        (one, other)
        for d in policy.all("indicator")
        for one, other in zip(d.of_kind("item"), d.of_kind("item")[1:], strict=False)
        if one.paths("scored_by")[0].text == other.paths("scored_by")[0].text
    ]
    one, other = random.choice(pairs)
    first, second = amount(one), amount(other)
    assert first is not None and second is not None
    body = policy.text[one.block.head.end : one.block.span.end]
    points = f"{float(first.number + second.number):g}"
    words = f"细项 {one.name}和{other.name}（{points}分）{body}"
    return policy.replaced(one.block.span.to(other.block.span), words), ("structure", "merged")


def title(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    found = random.choice([d.block.title for d in policy.everything() if d.block.title])
    return policy.replaced(found.span, "“另一个标题”"), ("wording", "changed")


def clause(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    prop = random.choice(
        [d.properties["source"] for d in policy.everything() if "source" in d.properties]
    )
    return policy.replaced(prop.clauses[0].span, "“九（九）”"), ("renumbered", "changed")


def reason(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    props = [
        d.properties[k]
        for d in policy.everything()
        for k in ("inferred", "delegated")
        if k in d.properties
    ]
    item = random.choice([p.clauses[0].items[0] for p in props])
    words = policy.slice(item.span)
    return policy.replaced(item.span, words.replace("“", "“按惯例，", 1)), ("wording", "changed")


def actor(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    props = [
        prop
        for d in policy.everything()
        for key, prop in d.properties.items()
        if PROPERTIES[key].value is ValueKind.NAMES and key != "applies"
    ]
    prop = random.choice(props)
    return policy.replaced(prop.clauses[0].span, "市委组织部"), ("actor", "changed")


def formula(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    """A formula or condition with another operation at its top."""
    signs = {
        "+": "×",
        "-": "×",
        "*": "＋",
        "/": "×",
        "=": "≠",
        "!=": "=",
        "<=": "<",
        "and": "或",
        "or": "且",
    }
    found = [
        item
        for d in policy.everything()
        for key in ("take", "when", "must", "effective", "conversion", "score")
        for item in d.items(key)
        if isinstance(item, Binary) and item.op in signs
    ]
    item = random.choice(found)
    between = Span(item.left.span.end, item.right.span.start)
    # What stands between may close a bracket; then the text is left as it is.
    words = policy.slice(between)
    if "）" in words or "（" in words:
        return policy.text, ("rule", "changed")
    return policy.replaced(between, f" {signs[item.op]} "), ("rule", "changed")


def cases(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    """Two cases in the other order."""
    found = random.choice([d for d in policy.everything() if len(d.of_kind("case")) > 1])
    one, other = found.of_kind("case")[:2]
    text = policy.replaced(other.block.span, policy.slice(one.block.span))
    span = one.block.span
    words = policy.slice(other.block.span)
    return text[: span.start] + words + text[span.end :], ("rule", "reordered")


def stated(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    """What was inferred or delegated is now in the text."""
    found = [
        (d, k) for d in policy.everything() for k in ("inferred", "delegated") if k in d.properties
    ]
    declaration, key = random.choice(found)
    prop = declaration.properties[key]
    if "source" in declaration.properties:
        return policy.replaced(prop.span, ""), ("provenance", "changed")
    return policy.replaced(prop.span, "出处：“九（一）”"), ("provenance", "changed")


def nothing(policy: Policy, random: Random) -> tuple[str, tuple[str, str]]:
    """A comment and a blank line more."""
    place = random.choice(policy.everything()).block.span.start
    return policy.replaced(Span(place, place), "\n# 一条注释\n"), ("", "")


EDITS: tuple[Maker, ...] = (
    weight, number_in_a_value, deadline, rename, remove, add, move, split, merge, title, clause,
    reason, actor, formula, cases, stated, nothing,
)  # fmt: skip

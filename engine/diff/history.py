"""All policies of one series side by side: what each says of a thing, year by year.

Two neighbouring policies are matched as for a difference; the matches make threads, and a thread
with figures, bounds, dates, formulas or an effect of its own is a row. What comes back after a
year's absence under the same name and in the same place goes on in its old row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import define, evolve, field, frozen

from ...grammar.nodes import Property, YearLiteral
from ...grammar.vocabulary import PROPERTIES
from ...grammar.words import ValueKind
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration, provenance
from .aspects import value_span
from .canonical import Canon
from .match import match
from .pairing import SINGLE, Pairing
from .spoken import everything

#: The parts of a history in their order, and the kinds of blocks that belong to each.
PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("weights", ("process", "stage", "panel")),
    ("points", ("system", "goal", "indicator", "item")),
    ("bonuses", ("bonus", "deduction")),
    ("scales", ("scale",)),
    ("steps", ("step", "value", "ranking")),
    ("grades", ("grades",)),
    ("vetoes", ("veto",)),
    ("uses", ("use", "quota")),
    ("dates", ("deadline",)),
    ("others", ("subject", "roster", "grouping", "notice", "requirement", "invariant")),
)
_PART = {kind: part for part, kinds in PARTS for kind in kinds}
#: Cases belong to the part of what they stand in.
_CASES = ("case", "otherwise")
#: Kinds of which the mere presence counts, with what they do.
_PRESENT = {
    "veto": ("when", "effective", "pending", "lower", "at_best", "set_to", "at_most"),
    "use": ("then", "when"),
    "notice": ("when",),
    "requirement": ("when", "must"),
    "invariant": ("when", "must"),
    "case": ("when", "take"),
    "otherwise": ("take",),
}
_FIGURES = (
    ValueKind.COUNT, ValueKind.POINTS, ValueKind.PERCENT, ValueKind.DATE, ValueKind.YEAR,
    ValueKind.BAND, ValueKind.CHOICE,
)  # fmt: skip
#: Formulas that hold parameters of a policy: how it scores, rounds and breaks ties, its quotas.
_FORMULAS = {
    **dict.fromkeys(("system", "goal", "indicator", "item", "panel"), ("score",)),
    **dict.fromkeys(("process", "stage"), ("score", "conversion")),
    **dict.fromkeys(("step", "quota", "value"), ("take",)),
    **dict.fromkeys(("bonus", "deduction"), ("take", "same")),
    "ranking": ("when", "on", "then_by"),
}


@frozen
class Said:
    """What one policy says in a row: the author's words, their term, the title and the clauses."""

    words: str
    term: str
    title: str
    clauses: tuple[str, ...]


@frozen
class Row:
    """One thing over the years; None where a policy does not have it."""

    part: str
    kind: str
    path: tuple[str, ...]
    aspect: str | None
    own: bool
    said: tuple[Said | None, ...]
    #: What it was divided or put together from, and into what it went, by their titles.
    origin: tuple[str, ...] = ()
    fate: tuple[str, ...] = ()

    @property
    def figure(self) -> bool:
        """Whether it is a figure, bound, date or choice, a veto or a quota, of which all years
        are worth seeing; not a formula, condition or duty, worth seeing where it changes."""
        if self.aspect is None:
            return self.kind == "veto"
        return self.own or self.kind == "quota" or self.aspect not in _FORMULAS.get(self.kind, ())

    @property
    def first(self) -> int:
        """The first policy that has it, from 0."""
        return next(place for place, said in enumerate(self.said) if said is not None)

    @property
    def last(self) -> int:
        """The last policy that has it."""
        return max(place for place, said in enumerate(self.said) if said is not None)

    @property
    def changes(self) -> bool:
        """Whether any two years differ."""
        return len({said.term if said is not None else None for said in self.said}) > 1

    @property
    def changed_in(self) -> tuple[int, ...]:
        """The policies that say something else than the one before them, from 0."""
        pairs = enumerate(pairwise(self.said), start=1)
        return tuple(n for n, (old, new) in pairs if old and new and old.term != new.term)

    @property
    def titles(self) -> tuple[str, ...]:
        """What it was called, in order."""
        return tuple(dict.fromkeys(said.title for said in self.said if said is not None))


@frozen
class History:
    """The policies of a series, the earliest first, and the rows in the order of the documents."""

    series: str
    policies: tuple[Checked, ...] = field(repr=False)
    years: tuple[str, ...]
    rows: tuple[Row, ...]


@define(eq=False)
class _Thread:
    """One declaration over the years."""

    declarations: list[Declaration | None]

    @property
    def newest(self) -> Declaration:
        return next(d for d in reversed(self.declarations) if d is not None)


def histories(policies: Sequence[Checked]) -> tuple[History, ...]:
    """The history of each series, in the order in which the series first appear."""
    series: dict[str, list[Checked]] = {}
    for policy in policies:
        series.setdefault(policy.policy.name if policy.policy else "", []).append(policy)
    return tuple(_history(name, sorted(ones, key=_order)) for name, ones in series.items())


def year_of(policy: Checked) -> int | None:
    """The year that a policy is for."""
    year = policy.policy.value("year") if policy.policy is not None else None
    return year.year if isinstance(year, YearLiteral) else None


def _order(policy: Checked) -> tuple[int, str]:
    return year_of(policy) or 0, policy.source.name


def _history(series: str, policies: list[Checked]) -> History:
    pairings = [match(old, new) for old, new in pairwise(policies)]
    renames = [pairing.renames() for pairing in pairings]
    canons = [Canon(policy, _onward(renames[place:])) for place, policy in enumerate(policies)]
    threads = _threads(policies, pairings)
    origins = {n: _titles(r.old) for p in pairings for r in p.regroupings for n in r.new}
    fates = {o: _titles(r.new) for p in pairings for r in p.regroupings for o in r.old}
    homes = {d: thread for thread in threads for d in thread.declarations if d is not None}
    rows = [
        evolve(row, origin=_told(thread, origins), fate=_told(thread, fates))
        for thread in threads
        for row in _rows(thread, policies, canons, homes)
    ]
    order = {part: place for place, (part, _) in enumerate(PARTS)}
    listed = tuple(sorted(rows, key=lambda row: order[row.part]))
    return History(series, tuple(policies), _years(policies), listed)


def _years(policies: list[Checked]) -> tuple[str, ...]:
    """The head of each policy's column: its year; its file too where several are of one year."""
    years = [str(year_of(policy) or "") for policy in policies]
    return tuple(
        year if year and years.count(year) == 1 else f"{year} {policy.source.name}".strip()
        for year, policy in zip(years, policies, strict=True)
    )


def _titles(declarations: Sequence[Declaration]) -> tuple[str, ...]:
    return tuple(declaration.title for declaration in declarations)


def _told(thread: _Thread, known: Mapping[Declaration, tuple[str, ...]]) -> tuple[str, ...]:
    return next((known[d] for d in thread.declarations if d is not None and d in known), ())


def _onward(renames: list[dict[str, str]]) -> dict[str, str]:
    """Names of one year as the last year has them."""
    found: dict[str, str] = {}
    for step in renames:
        found = {old: step.get(new, new) for old, new in found.items()}
        found |= {old: new for old, new in step.items() if old not in found}
    return found


def _threads(policies: list[Checked], pairings: list[Pairing]) -> list[_Thread]:
    """All threads, each after the one that stands before it where it first appears."""
    threads: list[_Thread] = []
    current: dict[Declaration, _Thread] = {}
    for place, policy in enumerate(policies):
        before: _Thread | None = None
        following: dict[Declaration, _Thread] = {}
        for declaration in everything(policy):
            old = pairings[place - 1].back.get(declaration) if place else None
            thread = current.get(old) if old is not None else None
            thread = thread or _returned(threads, declaration, policy, policies)
            if thread is None:
                thread = _Thread([None] * len(policies))
                threads.insert(threads.index(before) + 1 if before is not None else 0, thread)
            thread.declarations[place] = declaration
            following[declaration] = before = thread
        current = following
    return threads


def _returned(
    threads: list[_Thread], declaration: Declaration, policy: Checked, policies: list[Checked]
) -> _Thread | None:
    """The thread of what was left out for a while."""
    key, place = _key(declaration, policy), policies.index(policy)
    for thread in threads:
        ended = place > 1 and thread.declarations[place - 1] is None
        if ended and thread.declarations[place] is None:
            for year, one in enumerate(thread.declarations[:place]):
                if one is not None and _key(one, policies[year]) == key:
                    return thread
    return None


def _key(declaration: Declaration, policy: Checked) -> tuple[tuple[str, str], ...]:
    chain = policy.symbols.ancestors(declaration)
    return tuple((d.kind.id, "" if d.kind.id in SINGLE else d.name) for d in chain)


def _rows(
    thread: _Thread,
    policies: list[Checked],
    canons: list[Canon],
    homes: Mapping[Declaration, _Thread],
) -> Iterator[Row]:
    """A row for each figure of a thread, and one for its presence where that says something."""
    newest = thread.newest
    policy = next(p for p, d in zip(policies, thread.declarations, strict=True) if d is newest)
    above = list(policy.symbols.ancestors(newest))
    home = above[1] if newest.kind.id in _CASES and len(above) > 1 else newest
    part = _PART.get(home.kind.id)
    if part is None:
        return
    chain = [homes[d].newest for d in above]
    path = tuple(d.title or d.block.kind.text for d in reversed(chain))
    said = [
        _said(d, policy, canon) if d is not None else {}
        for d, policy, canon in zip(thread.declarations, policies, canons, strict=True)
    ]
    for key in dict.fromkeys(key for one in reversed(said) for key in one):
        yield Row(part, newest.kind.id, path, *key, tuple(one.get(key) for one in said))


def _said(
    declaration: Declaration, policy: Checked, canon: Canon
) -> dict[tuple[str | None, bool], Said]:
    """What a declaration says that is worth a row, by aspect and whether it is an entry's name."""
    kind = declaration.kind
    clauses = _clauses(declaration, policy)
    found: dict[tuple[str | None, bool], Said] = {}

    def put(key: str | None, own: bool, words: str, term: object) -> None:
        found[key, own] = Said(" ".join(words.split()), repr(term), declaration.title, clauses)

    amount = declaration.block.amount
    if amount is not None:
        put("amount", False, policy.source.slice(amount.span), canon.expr(amount))
    if kind.id in _PRESENT:
        shown = [p for key in _PRESENT[kind.id] if (p := declaration.properties.get(key))]
        words = "；".join(policy.source.slice(p.span) for p in shown) or "✓"
        terms = [canon.value(p, ValueKind.TEXT) for p in shown]
        put(None, False, words, (terms, declaration.children and len(declaration.children)))
    for key, prop in declaration.properties.items():
        word = PROPERTIES[key]
        figure = word.value in _FIGURES and key not in _PRESENT.get(kind.id, ())
        if figure or key in _FORMULAS.get(kind.id, ()):
            put(key, False, _words(prop, policy), canon.value(prop, word.value, word))
    for entry in declaration.entries if kind.id in ("scale", "grades") else ():
        put(
            canon.name(entry.key.text), True, _words(entry, policy),
            canon.value(entry, kind.entries or ValueKind.TEXT),
        )  # fmt: skip
    return found


def _words(prop: Property, policy: Checked) -> str:
    return policy.source.slice(value_span(prop))


def _clauses(declaration: Declaration, policy: Checked) -> tuple[str, ...]:
    for place in policy.symbols.ancestors(declaration):
        found = tuple(p.text for p in provenance(place) if p.kind == "source")
        if found:
            return found
    return ()

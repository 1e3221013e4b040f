"""Every figure of a policy, looked for in the words of the clause that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.diagnostics import Argument, Diagnostic, Label, Text
from ..semantics.declarations import Declaration
from ..semantics.symbols import Symbols
from ..semantics.walk import expressions
from . import codes
from .agree import agrees, alike, apart
from .figures import Figure
from .grounds import Grounds, grounds
from .proof import Proof
from .words import Words, beside, in_rows, reason_words, words_in
from .written import Written, meaning_of, written

#: How many figures, and how many clauses, a finding lists.
_FIGURES, _CLAUSES = 5, 3
_CASES = ("case", "otherwise")


def figure_findings(proof: Proof) -> Iterator[Diagnostic]:
    """Figures that their clause does not state, or states of something else."""
    for figure in written(proof.checked):
        if (finding := _examine(proof, figure)) is not None:
            yield finding


def _examine(proof: Proof, figure: Written) -> Diagnostic | None:
    rests = grounds(proof.checked.symbols, figure.declaration, figure.key)
    known = _known(proof, figure, rests)
    if any(_states(proof, found, figure) for found in known):
        return None if rests.marked else _misplaced(proof, figure, known)
    if rests.marked:
        return _unreasoned(proof, figure, rests, known)
    return _missing(proof, figure, known) if known else None


def _states(proof: Proof, words: Words, figure: Written) -> bool:
    """An amount in a head may be the sum of the parts that the document states."""
    return words.states(figure.meaning, proof.year, sums=figure.role == "amount")


def _known(proof: Proof, figure: Written, rests: Grounds) -> tuple[Words, ...]:
    """The words that a figure must stand in; the year of the policy's head, anywhere. None at all
    where a citation leads nowhere, for which there is a finding, or to another document."""
    if figure.declaration.kind.id == "policy":
        return (words_in(proof.document.source.name, proof.document.whole()),)
    words = [None if p.outside else proof.words(p.clause, p.quote) for p in rests.cited]
    known = tuple(found for found in words if found is not None)
    return known if len(known) == len(words) else ()


def _unreasoned(
    proof: Proof, figure: Written, rests: Grounds, known: tuple[Words, ...]
) -> Diagnostic | None:
    """The finding of a figure that its own reason states otherwise. A reason without figures of
    this kind leaves it open."""
    reasons = [reason_words(reason) for reason in rests.reasons]
    near = [f for words in reasons for f in words.figures if alike(figure.meaning, f.meaning)]
    if not near or any(_states(proof, words, figure) for words in reasons):
        return None
    args = _args(proof, figure, known, near)
    shown = list(dict.fromkeys(f.text for f in near))[:_FIGURES]
    args["have"] = Text(f"理由里写的是：{'、'.join(shown)}", f"the reason has: {', '.join(shown)}")
    if not known:
        cited = "”“".join(stated.clause for stated in rests.cited)
        args["clause"] = cited or proof.document.source.name
    return Diagnostic(codes.REASON, figure.span, args)


def _missing(proof: Proof, figure: Written, known: tuple[Words, ...]) -> Diagnostic:
    listed = [
        (f, words) for words in known for f in words.figures if alike(figure.meaning, f.meaning)
    ]
    listed.sort(key=lambda pair: apart(figure.meaning, pair[0].meaning))
    args = _args(proof, figure, known, [f for f, _ in listed])
    args["elsewhere"] = _elsewhere(proof, figure)
    labels = (_quoted(proof, listed[0][1], listed[0][0]),) if listed else ()
    return Diagnostic(codes.FIGURE, figure.span, args, labels)


def _misplaced(proof: Proof, figure: Written, known: tuple[Words, ...]) -> Diagnostic | None:
    """The finding of a figure that stands in the clause, but beside another name than the rule's:
    in no stretch, or row of a table, that holds the name."""
    strict = figure.role in ("amount", "entry")
    found: Diagnostic | None = None
    for name in figure.names if strict else _names(figure.declaration, proof.checked.symbols):
        look = beside if strict else in_rows
        longer = proof.longer(name)
        near = [(words, f) for words in known for f in look(words, name, figure.meaning, longer)]
        if not near:
            continue
        if _fits(figure, [f for _, f in near], proof.year):
            return None
        if found is None:
            args = _args(proof, figure, known, [f for _, f in near])
            labels = (_quoted(proof, *near[0]),)
            found = Diagnostic(codes.BESIDE, figure.span, {**args, "name": name}, labels)
    return found


def _names(declaration: Declaration, symbols: Symbols) -> tuple[str, ...]:
    """The names of the rule that a formula belongs to: a case is named by what it is a case of."""
    for place in symbols.ancestors(declaration):
        if place.kind.id not in _CASES:
            return tuple(dict.fromkeys(filter(None, (place.title, place.name))))
    return ()


def _fits(figure: Written, near: list[Figure], year: int | None) -> bool:
    """Whether a figure is among those near its name, or one end of its range is: the other end
    may be where the next range begins."""
    ends = [figure.meaning]
    if figure.role == "entry" and figure.range is not None:
        ends += [m for part in expressions(figure.range) if (m := meaning_of(part)) is not None]
    return any(agrees(end, f.meaning, year) for end in ends for f in near)


def _args(
    proof: Proof, figure: Written, known: tuple[Words, ...], listed: list[Figure]
) -> dict[str, Argument]:
    shown = list(dict.fromkeys(f.text for f in listed))[:_FIGURES]
    have = Text("那里没有同类的数", "it has no figure of this kind")
    if shown:
        have = Text(f"那里写的是：{'、'.join(shown)}", f"it has: {', '.join(shown)}")
    names = [words.clause for words in known]
    return {
        "figure": proof.checked.source.slice(figure.span),
        "clause": Text("”“".join(names), "”, “".join(names)),
        "have": have,
    }


def _elsewhere(proof: Proof, figure: Written) -> Text:
    """The other clauses that do state a figure."""
    paths = dict.fromkeys(clause.path for clause in proof.document.clauses)
    some = [
        path
        for path in paths
        if (words := proof.words(path)) is not None and _states(proof, words, figure)
    ][:_CLAUSES]
    if not some:
        return Text("", "")
    return Text(f"；有这个数的是“{'”“'.join(some)}”", f"; it stands in “{'”, “'.join(some)}”")


def _quoted(proof: Proof, words: Words, figure: Figure) -> Label:
    """The document's words around one of its figures."""
    return proof.label(words.passage.span(figure.start, figure.end))

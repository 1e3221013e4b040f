"""A policy held against its document: every clause cited, every quotation, every figure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import define, field

from ...grammar.diagnostics import Argument, Cell, Diagnostic, Edit, Fix, Label, Text
from ...grammar.nodes import YearLiteral
from ...grammar.source import Span
from ...grammar.suggest import nearest
from ..semantics.checked import Checked
from ..semantics.declarations import Declaration, Provenance, provenance
from . import citations, codes
from .citations import Found
from .document import Document
from .words import Words, words_of

#: How many places or clauses a finding lists.
_MOST = 5


@define(slots=False, eq=False)
class Proof:
    """One policy and one document, with what the citations of the one mean in the other."""

    checked: Checked
    document: Document
    _found: dict[str, Found] = field(factory=dict, init=False, repr=False)
    _words: dict[tuple[str, str | None], Words | None] = field(factory=dict, init=False, repr=False)

    def found(self, cited: str) -> Found:
        """What a clause number leads to."""
        if cited not in self._found:
            self._found[cited] = citations.find(self.document, cited)
        return self._found[cited]

    def words(self, clause: str, quote: str | None = None) -> Words | None:
        """The words a citation means: the sentence of its quotation, or its whole clause; None
        where the document does not have them."""
        if (clause, quote) not in self._words:
            found = self.found(clause)
            self._words[clause, quote] = (
                words_of(self.document, clause, found.paragraphs, quote)
                if found.paragraphs
                else None
            )
        return self._words[clause, quote]

    @cached_property
    def year(self) -> int | None:
        """The policy's year."""
        value = self.checked.policy.value("year") if self.checked.policy else None
        return value.year if isinstance(value, YearLiteral) else None

    @cached_property
    def cited(self) -> tuple[tuple[Declaration, Provenance], ...]:
        """Every source in this document that the policy states, with the block it stands in."""
        return tuple(
            (declaration, stated)
            for top in self.checked.symbols.declarations
            for declaration in top.walk()
            for stated in provenance(declaration)
            if stated.kind == "source" and not stated.outside
        )

    def longer(self, name: str) -> tuple[str, ...]:
        """The other names of the policy that hold a name: 不满意 and 很满意 for 满意."""
        return tuple(other for other in self.names if name in other and name != other)

    @cached_property
    def names(self) -> frozenset[str]:
        """All that the policy names: blocks, their entries, the choices of columns."""
        found: set[str] = set()
        for top in self.checked.symbols.declarations:
            for declaration in top.walk():
                found |= {declaration.name, *(entry.key.text for entry in declaration.entries)}
        for table in self.checked.symbols.tables.values():
            found |= {choice for column in table.columns for choice in column.choices}
        return frozenset(found - {""})

    def cell(self, span: Span) -> Cell:
        """The line of the document that a place stands in."""
        line, _ = self.document.source.position(span.start)
        return Cell(self.document.source.name, None, line)

    def label(self, span: Span) -> Label:
        """The words of the document around a place, as many as can be taken in."""
        source = self.document.source
        line, column = source.position(span.start)
        text = source.line(line)
        first = max(column - 16, 0)
        shown = text[first : first + 60].strip()
        said = f"“{'…' if first else ''}{shown}{'…' if first + 60 < len(text) else ''}”"
        return Label(self.cell(span), Text(said, said))


def citation_findings(proof: Proof) -> Iterator[Diagnostic]:
    """Clauses and quotations that the document does not have, or has several times."""
    for declaration, stated in proof.cited:
        found = proof.found(stated.clause)
        args: dict[str, Argument] = {
            "clause": stated.clause,
            "quote": stated.quote or stated.clause,
        }
        if found.gap is not None:
            if not explained(declaration):
                yield Diagnostic(codes.CITES_GAP, stated.span, args)
        elif not found.paragraphs and not found.clauses:
            yield _unknown(proof, stated, stated.clause)
        elif stated.quote is not None:
            yield from _quotation(proof, stated, found, args)
        elif len(found.clauses) > 1:
            labels = tuple(proof.label(clause.place) for clause in found.clauses[:_MOST])
            number = Text(f"编号“{stated.clause}”", f"the number “{stated.clause}”")
            told: dict[str, Argument] = {"what": number, "count": len(found.clauses)}
            yield Diagnostic(codes.AMBIGUOUS, stated.span, told, labels)


def gap_findings(proof: Proof) -> Iterator[Diagnostic]:
    """Numbers that the document leaves out and the policy does not mention."""
    mentioned = {id(proof.found(stated.clause).gap) for _, stated in proof.cited}
    for gap in proof.document.gaps:
        if id(gap) not in mentioned:
            args: dict[str, Argument] = {"clause": gap.path, "next": gap.before.path}
            yield Diagnostic(codes.GAP, proof.cell(gap.before.place), args)


def explained(declaration: Declaration) -> bool:
    """Whether a block says why it stands where the document is silent."""
    marks = any(stated.kind != "source" for stated in provenance(declaration))
    return marks or any(key in declaration.properties for key in ("blank", "unscored"))


def _quotation(
    proof: Proof, stated: Provenance, found: Found, args: dict[str, Argument]
) -> Iterator[Diagnostic]:
    quote = str(args["quote"])
    said = proof.document.read(found.paragraphs)
    places = citations.places_of(said, quote)
    if not places:
        near = citations.nearest_sentence(said, quote)
        shown = (proof.label(said.span(*near)),) if near else ()
        yield Diagnostic(codes.LOST, stated.span, args, shown)
    elif len({citations.sentence(said.text, *place) for place in places}) > 1:
        # Two places of one line read the same.
        labels = tuple(dict.fromkeys(proof.label(said.span(*place)) for place in places))[:_MOST]
        clause = stated.clause
        words = Text(f"“{clause}”里的“{quote}”", f"“{quote}” in “{clause}”")
        told: dict[str, Argument] = {"what": words, "count": len(places)}
        yield Diagnostic(codes.AMBIGUOUS, stated.span, told, labels)


def _unknown(proof: Proof, stated: Provenance, cited: str) -> Diagnostic:
    """The finding of a clause that is not there, with the clauses it may mean."""
    paths = dict.fromkeys(clause.path for clause in proof.document.clauses)
    names = _beside(proof, cited) or nearest(cited, paths)
    suggestion = Text("核对原文的编号", "look the number up in the document")
    if names:
        suggestion = Text(f"是不是“{'”“'.join(names)}”？", f"did you mean “{'”, “'.join(names)}”?")
    fixes: tuple[Fix, ...] = ()
    start = proof.checked.source.text.find(cited, stated.span.start, stated.span.end)
    if len(names) == 1 and start >= 0:
        edit = Edit(Span(start, start + len(cited)), names[0])
        fixes = (Fix(Text(f"改成“{names[0]}”", f"write “{names[0]}”"), (edit,)),)
    args: dict[str, Argument] = {"clause": cited, "suggestion": suggestion}
    return Diagnostic(codes.UNKNOWN_CLAUSE, stated.span, args, fixes=fixes)


def _beside(proof: Proof, cited: str) -> tuple[str, ...]:
    """The last sub-clauses of the longest beginning of a citation that is a clause."""
    for end in range(len(cited) - 1, 0, -1):
        found = proof.found(cited[:end])
        if found.clauses:
            below = proof.document.children.get(found.clauses[0], ())
            return tuple(clause.path for clause in below[-_MOST:])
    return ()

"""The value of every declaration for every member: what each kind of block means.

====================  =================================================================================
取值 步骤 名额         the first case whose condition holds, else 其余; a 名额 only for its kinds of units
indicators, stages    see ``indicators``
加分                  the sum over the rows of each, at most 封顶; with 同一 one of those that agree
排名                  a place in the group, see ``functions.places``, of those whom 当 holds of
等次                  the first range that holds the number, or the first case that holds
否决                  see ``vetoes``
期限                  its day
====================  =================================================================================
"""

from __future__ import annotations

from typing import Any

from guiju.engine.data.tables import Dataset
from guiju.engine.semantics import references as refer
from guiju.engine.semantics.checked import Checked
from guiju.engine.semantics.declarations import Declaration
from guiju.engine.semantics.symbols import INDICATOR_KINDS, STAGE_KINDS
from guiju.grammar import nodes
from guiju.grammar.vocabulary import MATTER_KINDS, PROPERTIES, find

from .formulas import banded
from .functions import places, standing, summed
from .members import Columns, Member, Members
from .sums import Place, counting
from .values import NOTHING, Value, fault, grouped, once, strictly
from .vetoes import Vetoes

#: Blocks that have nothing for units of other kinds than theirs.
LIMITED = ("quota", "process", "stage")


class Declarations(Vetoes):
    """The values of one policy in one year, each worked out once."""

    def __init__(self, checked: Checked, dataset: Dataset) -> None:
        super().__init__(checked, Members(checked, dataset))
        self.rules = {
            **dict.fromkeys(("value", "step", "quota"), self.cases),
            **dict.fromkeys((*INDICATOR_KINDS, *STAGE_KINDS), self.points),
            **dict.fromkeys(MATTER_KINDS, self.bonus),
            "ranking": self.rank,
            "grades": self.grade,
            "veto": self.veto,
            "deadline": lambda d, member: self.written(d, "due", member),
        }

    def level(self, d: Declaration) -> str:
        """The level of a rule: the rows of its 逐行, else units."""
        return self.members.level(self.symbols.level_of(d))

    @once
    def home(self, d: Declaration) -> str:
        """The level that a declaration has a value on: its own, or that of what it goes by."""
        match d.kind.id:
            case "bonus" | "deduction":
                return self.members.chain(self.level(d))[1]
            case "deadline" | "veto":
                return self.level_of(d.value("due") or d.value("grade"))
            case "ranking" | "grades" if "each" not in d.properties and d.paths("on"):
                return self.level_of(d.value("on")) or self.level(d)
        return self.level(d)

    @once
    def declared(self, d: Declaration, member: Member) -> Value:
        """The value of a declaration for a member or its owner."""
        owner, rule = self.members.owner(member, self.home(d)), self.rules[d.kind.id]
        if owner is None:
            return fault("bad")
        return self.by_kind((d,), owner, rule) if d.kind.id in LIMITED else rule(d, owner)

    def name(self, path: nodes.Path, member: Member, place: Place) -> Value:
        """What a name stands for."""
        match self.checked.refs[path]:
            case refer.ColumnReference(table, column):
                return self.members.cell(table, column, member)
            case refer.ValueReference(declaration):
                return self.declared(declaration, member)
            case refer.IndicatorReference(declarations):
                return self.by_kind(declarations, member, self.referred)
            case refer.AttributeReference(declarations, "full"):
                return self.by_kind(declarations, member, lambda d, _: self.worth(d))
            case refer.AttributeReference(declarations, "score"):
                return self.by_kind(declarations, member, self.present)
            case refer.AttributeReference((declaration, *_), attribute):
                return self.veto_attribute(declaration, attribute, member)
            case refer.MemberReference(text):
                return text
            case refer.LocalReference(id):
                return self.local(id, place, member)
            case refer.NothingReference():
                return NOTHING

    def bonus(self, d: Declaration, member: Member) -> Value:
        """What the rows bring; of rows that agree in 同一, and bring something, only the highest, or the
        lowest, counts."""
        items = [(row, self.item(d, row)) for row in self.members.rows(self.level(d), member)]
        rows = [(row, (value, True)) for row, value in items if value is not NOTHING]
        values = [value for _, value in rows]
        if "same" in d.properties:
            *names, word = (path.text for path in d.paths("same"))
            best = find(PROPERTIES["same"].choices, word).id
            columns = tuple((self.level(d), name) for name in names)
            alike = grouped((self.members.key(row, columns), value) for row, value in rows)
            values = [(summed(best, some), True) for some in alike.values()]
        earned = summed("sum", values)
        capped = "cap" in d.properties
        return strictly(min, earned, self.written(d, "cap", member)) if capped else earned

    def rank(self, d: Declaration, member: Member) -> Value:
        columns = self.grouping([path.text for path in d.paths("groups")], member.table)
        return self.ranked(d, member.table, columns, self.members.key(member, columns))[member]

    @once
    def ranked(self, d: Declaration, level: str, columns: Columns, key: object) -> dict[Any, Value]:
        """The places of those in a group."""
        order, ties = (find(PROPERTIES[k].choices, d.paths(k)[0].text) for k in ("order", "ties"))
        keys = (*d.items("on"), *d.items("then_by"))
        group = self.members.groups(level, columns)[key]
        counts = lambda m: "when" not in d.properties or self.written(d, "when", m)  # noqa: E731
        rows = {m: (standing(*(self.value(key, m, d) for key in keys)), counts(m)) for m in group}
        return places(counting(rows), order.id == "ascending", ties.id)

    def grade(self, d: Declaration, member: Member) -> Value:
        if not d.of_kind("case", "otherwise"):
            return banded(self.written(d, "on", member), d)
        case = self.case(d, member)
        return case.name if isinstance(case, Declaration) else case

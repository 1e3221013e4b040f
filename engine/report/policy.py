"""The policy as the software understood it: scope, trees with their sums, steps, uses, calendar,
and who does what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from ...grammar.diagnostics import Language, decimal_text
from ...grammar.nodes import Call, DateLiteral, Expression, Path, Property
from ...grammar.vocabulary import PROPERTIES
from ...grammar.words import ValueKind
from ..plan.lower import year_of
from ..reach.known import Known
from ..semantics.checked import Checked
from ..semantics.dates import date_of
from ..semantics.declarations import Declaration, provenance
from ..semantics.forms import amount, parts
from .model import Branch, Column, Facts, Grid, Item, Lines, Report, Section, Tone, Value
from .ranges import ranges_section
from .words import BASIS, Wording

_TREES = ("system", "process")
_RULES = (
    "value",
    "requirement",
    "invariant",
    "scale",
    "steps",
    "bonus",
    "deduction",
    "tally",
    "ranking",
    "grades",
    "notice",
    "veto",
)


def policy_report(known: Known, language: Language) -> Report:
    """The whole policy, and what its numbers can be."""
    show = _Show(known.checked, language)
    word = show.word
    top = known.checked.policy
    sections = (
        Section(word("题头", "Head"), (show.facts(top),)) if top else None,
        show.list(word("评谁", "Who is evaluated"), "subject", "grouping"),
        *show.trees(),
        ranges_section(known, language),
        show.list(word("规则", "Rules"), *_RULES),
        show.list(word("结果运用", "Uses of the result"), "use"),
        show.list(word("示例", "Worked examples"), "example"),
        show.calendar(),
        show.actors(),
        show.list(word("机构和名录", "Bodies and rosters"), "body", "roster"),
        show.list(word("职责", "Duties"), "duty"),
        show.tables(),
        *show.basis(),
    )
    title = top.title if top else known.checked.source.name
    return Report(title, tuple(section for section in sections if section is not None))


class _Show:
    def __init__(self, checked: Checked, language: Language) -> None:
        self.checked = checked
        self.word = Wording(language)
        self.language = language

    def text(self, item: Expression) -> str:
        """The author's own words, on one line."""
        return " ".join(self.checked.source.slice(item.span).split())

    def property(self, key: str) -> str:
        """The word of a property in the reader's language."""
        return self.word(PROPERTIES[key].zh, PROPERTIES[key].en)

    def value(self, prop: Property) -> str:
        return "，".join(
            "、".join(self.text(item) for item in clause.items) for clause in prop.clauses
        )

    def source(self, declaration: Declaration) -> str:
        stated = provenance(declaration)
        clauses = "、".join(p.text for p in stated if p.kind == "source")
        marks = [BASIS[p.kind].of(self.language) for p in stated if p.kind != "source"]
        return "　".join(part for part in (clauses, "、".join(dict.fromkeys(marks))) if part)

    def facts(self, declaration: Declaration) -> Facts:
        pairs = [
            (self.property(key), Value(self.value(prop)))
            for key, prop in declaration.properties.items()
        ]
        return Facts(tuple(pairs))

    # ── lists and trees ──

    def list(self, heading: str, *kinds: str) -> Section | None:
        """One branch for each declaration of certain kinds, with its properties and parts."""
        found = [d for d in self.checked.symbols.declarations if d.kind.id in kinds]
        items = tuple(self.branch(declaration) for declaration in found)
        return Section(heading, items) if items else None

    def branch(self, declaration: Declaration) -> Branch:
        word = self.word
        lines = [
            f"{prop.key.text}：{self.value(prop)}"
            for key, prop in declaration.properties.items()
            if PROPERTIES[key].value is not ValueKind.PROVENANCE
        ]
        lines += [f"{entry.key.text}：{self.value(entry)}" for entry in declaration.entries]
        written = declaration.block.amount
        return Branch(
            label=f"{word.kind(declaration.kind.id)} {declaration.title}",
            figure=self.text(written) if written is not None else "",
            source=self.source(declaration),
            notes=tuple(lines),
            children=tuple(self.branch(child) for child in declaration.children),
        )

    def trees(self) -> Iterable[Section]:
        for declaration in self.checked.symbols.all_of(*_TREES):
            yield Section(declaration.title, (self.tree(declaration),))

    def tree(self, declaration: Declaration) -> Branch:
        """An indicator or stage with the sum of its parts and who does what."""
        inner = (*parts(declaration), *declaration.of_kind("panel"))
        who = [
            f"{self.property(key)}：{self.value(prop)}"
            for key, prop in declaration.properties.items()
            if PROPERTIES[key].value
            in (ValueKind.NAMES, ValueKind.SOURCE, ValueKind.TABLE, ValueKind.FORMULA)
            and key != "applies"
        ]
        written = declaration.block.amount
        return Branch(
            label=declaration.title,
            figure=self.text(written) if written is not None else "",
            detail="　".join((*self.sum(declaration), *who)),
            source=self.source(declaration),
            children=tuple(self.tree(part) for part in inner),
        )

    def sum(self, declaration: Declaration) -> tuple[str, ...]:
        """``＝ 3＋1＋3＋2＋1`` where there are parts."""
        numbers = [a.number for part in parts(declaration) if (a := amount(part)) is not None]
        if len(numbers) < 2:
            return ()
        total = decimal_text(sum(numbers, Fraction(0)))
        return (f"＝ {'＋'.join(decimal_text(n) for n in numbers)} ＝ {total}",)

    # ── calendar and people ──

    def calendar(self) -> Section | None:
        """Deadlines in the order of their dates."""
        year = year_of(self.checked)
        rows: list[tuple[date, tuple[Value, ...]]] = []
        for declaration in self.checked.symbols.all_of("deadline"):
            due = declaration.value("due")
            day = date_of(due, year) if isinstance(due, DateLiteral) else None
            if day is not None and due is not None:
                who = declaration.properties.get("responsible")
                to = declaration.properties.get("submit_to")
                cells = (
                    day.isoformat(),
                    declaration.title,
                    self.value(who) if who else "",
                    self.value(to) if to else "",
                    self.text(due),
                    self.source(declaration),
                )
                rows.append((day, tuple(Value(cell) for cell in cells)))
        if not rows:
            return None
        word = self.word
        titles = (
            word("截止（含当日）", "Last day"),
            word("事项", "Matter"),
            word("责任", "Responsible"),
            word("报送", "Submit to"),
            word("原文", "As written"),
            word("出处", "Source"),
        )
        grid = Grid(
            tuple(Column(t) for t in titles),
            tuple(row for _, row in sorted(rows, key=lambda r: r[0])),
        )
        return Section(word("日历", "Calendar"), (grid,))

    def actors(self) -> Section | None:
        """Each actor with what it proposes, scores, reviews, approves and is responsible for."""
        found: dict[str, dict[str, list[str]]] = {}
        for top in self.checked.symbols.declarations:
            for declaration in top.walk():
                for key in declaration.properties:
                    if PROPERTIES[key].value is ValueKind.NAMES and key not in (
                        "applies",
                        "evaluates",
                    ):
                        for name in _names(declaration.items(key)):
                            found.setdefault(name, {}).setdefault(key, []).append(
                                declaration.title or declaration.name
                            )
        branches = tuple(
            Branch(
                name,
                notes=tuple(
                    f"{self.property(key)}：{'、'.join(dict.fromkeys(what))}"
                    for key, what in roles.items()
                ),
            )
            for name, roles in found.items()
        )
        return Section(self.word("谁做什么", "Who does what"), branches) if branches else None

    # ── data and basis ──

    def tables(self) -> Section | None:
        word = self.word
        rows = tuple(
            (
                Value(table.name),
                Value(table.file),
                Value("、".join(table.sheets)),
                Value("、".join(column.name for column in table.columns)),
                Value("、".join(table.key)),
            )
            for table in self.checked.symbols.tables.values()
        )
        titles = (
            word("数据表", "Table"),
            word("文件", "File"),
            word("工作表", "Sheets"),
            word("列", "Columns"),
            word("主键", "Key"),
        )
        return (
            Section(word("数据", "Data"), (Grid(tuple(Column(t) for t in titles), rows),))
            if rows
            else None
        )

    def basis(self) -> Iterable[Section]:
        for kind, label in BASIS.items():
            lines: list[tuple[str, Tone]] = []
            for top in self.checked.symbols.declarations:
                for declaration in top.walk():
                    lines += [
                        (
                            f"{self.word.kind(declaration.kind.id)}“{declaration.title}”：{p.text}",
                            "plain",
                        )
                        for p in provenance(declaration)
                        if p.kind == kind
                    ]
            if lines:
                items: tuple[Item, ...] = (Lines(tuple(lines)),)
                yield Section(f"{label.of(self.language)}（{len(lines)}）", items)


def _names(items: tuple[Expression, ...]) -> Iterable[str]:
    for item in items:
        if isinstance(item, Path):
            yield item.text
        elif isinstance(item, Call):
            yield item.callee.text

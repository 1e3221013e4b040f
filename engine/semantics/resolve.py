"""From declarations to a checked policy: collect the names, then infer every formula."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...grammar.diagnostics import Code, Diagnostic, Label, Severity, Text
from ...grammar.nodes import File, Filtered, Path, Property, Quantity
from ...grammar.source import Source, Span
from ..data.contract import TableSpec
from ..hierarchy import Hierarchy
from ..levels import UNIT, Level
from . import codes
from .checked import Checked
from .declarations import Declaration
from .examples import infer_example
from .infer import Inference
from .names import Names
from .owners import Owners
from .references import Scope
from .rows import rows_of
from .symbols import (
    INDICATOR_KINDS,
    STAGE_KINDS,
    VALUE_KINDS,
    Symbols,
    collect_actors,
    duplicate,
    export_level,
    new_names,
    parents_of,
    unique_names,
)
from .tables import TableBuilder
from .types import UNKNOWN, Type
from .values import type_of_declaration


def resolve(
    source: Source, file: File, declarations: tuple[Declaration, ...]
) -> tuple[Checked, tuple[Diagnostic, ...]]:
    """A checked policy and what is wrong with its names and types."""
    findings: list[Diagnostic] = []
    symbols = collect(declarations, findings, source.text)
    findings.extend(_heads(declarations, "policy", codes.NO_POLICY))
    findings.extend(_heads(declarations, "register", codes.NO_REGISTER))
    inference = DeclarationInference(Names(symbols, source))
    for top in declarations:
        for declaration in top.walk() if top.kind.id != "example" else ():
            inference.visit(declaration)
    # Without a register any unknown name may be a column of it, and rows belong to nobody: one
    # finding says enough.
    echoes = (codes.UNKNOWN_NAME, codes.WRONG_LEVEL, codes.OTHER_TABLE)
    told = symbols.register is not None
    findings.extend(f for f in inference.findings if told or f.code not in echoes)
    sound = all(finding.severity is not Severity.ERROR for finding in findings)
    # Examples come last: they speak of what all other blocks define, and nothing rests on them.
    inference.findings.clear()
    for example in symbols.all_of("example"):
        infer_example(inference, example)
    about = tuple(f for f in inference.findings if told or f.code not in echoes)
    checked = Checked(source, file, symbols, inference.refs, inference.types, sound, about)
    return checked, tuple(findings)


def _heads(tops: tuple[Declaration, ...], kind: str, missing: Code) -> Iterator[Diagnostic]:
    """A policy has one head and one register of units."""
    found = [top for top in tops if top.kind.id == kind]
    if not found:
        yield Diagnostic(missing, Span(0, 0))
    for further in found[1:]:
        word = Text(further.kind.zh, further.kind.en)
        first = Label(found[0].span, Text("已经有一个", "there is one already"))
        yield Diagnostic(codes.ONLY_ONE, further.span, {"kind": word}, (first,))


def collect(tops: tuple[Declaration, ...], findings: list[Diagnostic], text: str) -> Symbols:
    """All names of a policy, whose ``text`` is shown where a part of it is not understood."""
    everything = tuple(d for top in tops for d in top.walk())
    rosters = {d.name: new_names(d, "members") for d in everything if d.kind.id == "roster"}
    subjects = unique_names((d for d in everything if d.kind.id == "subject"), findings)
    classes = tuple(name for d in subjects.values() for name in new_names(d, "classes"))
    steps = unique_names((d for d in everything if d.kind.id == "steps"), findings)
    lists = {**rosters, "subject": tuple(subjects), "class": classes}
    builder = TableBuilder(lists, steps, text)
    tables = _tables(everything, builder, findings)
    values = unique_names((d for d in everything if d.kind.id in VALUE_KINDS), findings)
    for veto in (d for d in everything if d.kind.id == "veto"):
        for path in veto.paths("result"):
            if path.text in values:
                label = Label(values[path.text].span, Text("先在这里声明", "first declared here"))
                args = {"name": path.text}
                findings.append(Diagnostic(codes.DUPLICATE_NAME, path.span, args, (label,)))
            values.setdefault(path.text, veto)
    for kinds in (("body", "roster"), ("calendar",), ("example",), ("invariant",)):
        unique_names((d for d in everything if d.kind.id in kinds), findings)
    return Symbols(
        declarations=tops,
        parents=parents_of(tops),
        values=values,
        indicators=_trees(tops, "system", INDICATOR_KINDS, findings),
        stages=_trees(tops, "process", STAGE_KINDS, findings),
        scales=unique_names((d for d in everything if d.kind.id == "scale"), findings),
        steps=steps,
        groupings=unique_names((d for d in everything if d.kind.id == "grouping"), findings),
        subjects=subjects,
        rosters=rosters,
        classes=classes,
        actors=collect_actors(tops, rosters),
        tables=tables,
        hierarchy=Hierarchy(tables),
    )


def _tables(
    everything: tuple[Declaration, ...], builder: TableBuilder, findings: list[Diagnostic]
) -> Mapping[str, TableSpec]:
    named = unique_names((d for d in everything if d.kind.id in ("register", "table")), findings)
    owners = Owners({name: builder.table(declaration) for name, declaration in named.items()})
    tables = owners.link(named)
    findings.extend((*builder.findings, *owners.findings))
    return tables


def _trees(
    tops: tuple[Declaration, ...], root: str, kinds: tuple[str, ...], findings: list[Diagnostic]
) -> dict[str, tuple[Declaration, ...]]:
    """Indicators or stages by name; a name may stand once in each system or process."""
    found: dict[str, tuple[Declaration, ...]] = {}
    for tree in (top for top in tops if top.kind.id == root):
        here: dict[str, Declaration] = {}
        for declaration in tree.walk():
            if declaration.kind.id not in kinds or not declaration.name:
                continue
            if declaration.name in here:
                findings.append(duplicate(here[declaration.name], declaration))
                continue
            here[declaration.name] = declaration
            found[declaration.name] = (*found.get(declaration.name, ()), declaration)
    return found


class DeclarationInference(Inference):
    """Inference that remembers the type of each declaration and sees when one needs itself."""

    def __init__(self, names: Names) -> None:
        super().__init__(names)
        self._known: dict[Declaration, Type] = {}
        self._open: list[Declaration] = []

    def declared(self, declaration: Declaration) -> Type:
        """The type of a declaration's value, inferred once."""
        if declaration in self._known:
            return self._known[declaration]
        if declaration in self._open:
            cycle = [d.name for d in self._open[self._open.index(declaration) :]] + [
                declaration.name
            ]
            args = {"name": declaration.name, "cycle": " → ".join(cycle)}
            found = Diagnostic(codes.CIRCULAR, declaration.span, args)
            # One declaration may ask for another more than once.
            if found not in self.findings:
                self.findings.append(found)
            return UNKNOWN
        if not self.grounded(declaration):
            return UNKNOWN
        self._open.append(declaration)
        self._known[declaration] = kind = type_of_declaration(self, declaration)
        self._open.pop()
        return kind

    def visit(self, declaration: Declaration) -> None:
        """Infer everything written in one declaration."""
        match declaration.kind.id:
            case "requirement" | "invariant" | "notice":
                self._conditions(declaration, Scope(self.names.symbols.level_of(declaration)))
            case "use":
                self._conditions(declaration, Scope(UNIT))
            case "scale" | "steps":
                self.declared(declaration)
            case "export":
                level = export_level(declaration, self.names.symbols)
                for entry in declaration.entries:
                    self._exported(entry, level)
            case "duty" | "deadline" as kind:
                self._compared(declaration)
                if kind == "deadline":
                    self.declared(declaration)
            case kind if kind in (*VALUE_KINDS, *INDICATOR_KINDS, *STAGE_KINDS):
                self.declared(declaration)
            case _:
                pass

    def grounded(self, declaration: Declaration) -> bool:
        """Whether the table worked through is there; what is not is found by the checks."""
        symbols = self.names.symbols
        for place in symbols.ancestors(declaration):
            if "each" in place.properties:
                each = place.paths("each")
                return bool(each) and each[0].text in symbols.tables
        return "each" not in declaration.kind.required

    def _exported(self, entry: Property, level: Level) -> None:
        value = entry.clauses[0].items[0]
        kind = self.formula(value, Scope(level))
        more = [item for clause in entry.clauses[1:] for item in clause.items]
        if any(isinstance(item, Quantity) for item in more):
            self.number(value, kind)

    def _conditions(self, declaration: Declaration, scope: Scope) -> None:
        if not self.grounded(declaration):
            return
        for key in ("when", "must"):
            formula = declaration.value(key)
            if formula is not None:
                self.condition(formula, self.formula(formula, scope))

    def _compared(self, declaration: Declaration) -> None:
        """The column that a duty or deadline is compared with, and the rows that count."""
        written = declaration.value("compare")
        if written is None:
            return
        path = written.value if isinstance(written, Filtered) else written
        if not isinstance(path, Path):
            self.report(codes.WRONG_ARGUMENTS, written, name="核对", usage="表名.列名")
            return
        level = rows_of(self, path, Scope(UNIT))
        kind = self.infer(path, Scope(level))
        if declaration.kind.id == "deadline" and kind.base not in ("date", "unknown"):
            left = Text(
                f"“{self.names.slice(path)}”（{kind.words().zh}）",
                f"“{self.names.slice(path)}” ({kind.words().en})",
            )
            self.report(codes.NOT_COMPARABLE, path, left=left, right=Text("截止日期", "a last day"))
        if isinstance(written, Filtered) and written.where is not None:
            self.condition(written.where, self.formula(written.where, Scope(level)))

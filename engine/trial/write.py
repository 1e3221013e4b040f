"""A case that was found as the text of an example block."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from ...grammar.diagnostics import Diagnostic, Language, decimal_text
from ...grammar.nodes import Path, Word
from ...grammar.source import Span
from ...grammar.tokens import UNITS_EN
from ...grammar.vocabulary import BLOCKS, FLAGS, NOTHING, PROPERTIES
from ..evaluate.rationals import rounded
from ..evaluate.values import Blank, Value
from ..levels import UNIT
from ..semantics.checked import Checked
from ..semantics.names import Names
from ..semantics.references import Scope
from .cases import Case
from .nameable import Nameable
from .points import Judged
from .search import Found

#: The places of an expected number whose decimals do not end.
_PLACES = 6


class Writer:
    """Writes examples for one policy, in the words of one language."""

    def __init__(self, checked: Checked, language: Language) -> None:
        self.names = Names(checked.symbols, checked.source)
        self.zh = language == "zh"
        self.colon, self.semicolon = ("：", "；") if self.zh else (": ", "; ")
        self.taken = {d.name for d in checked.symbols.all_of("example")}

    def example(self, found: Found) -> str:
        """One block."""
        lines = [f"{self.block('example')} {self.name(found)} {{"]
        lines += [f"  {line}" for line in self.given(found.case)]
        test = found.point.test
        if found.shown is not None:
            entry = self.entry(found.shown, found.value, expected=True)
            lines.append(f"  {self.block('expected')} {{ {entry} }}")
        elif isinstance(test, Judged):
            word = PROPERTIES["keeps" if test.value else "breaks"]
            lines.append(f"  {word.zh if self.zh else word.en}{self.colon}{test.name}")
        return "\n".join([*lines, "}", ""])

    def block(self, kind: str) -> str:
        return BLOCKS[kind].zh if self.zh else BLOCKS[kind].en

    def name(self, found: Found) -> str:
        """A name that no example has yet: what is shown, and in which of its ways."""
        point = found.point
        joint = "之" if self.zh else "_"
        text = point.name + joint + point.detail.of("zh" if self.zh else "en")
        plain = "".join(c if c.isalnum() or c == "_" else "" if self.zh else "_" for c in text)
        name = plain
        for more in "二三四五六七八九" if self.zh else "abcdefgh":
            if name not in self.taken:
                break
            name = plain + more
        self.taken.add(name)
        return name

    def given(self, case: Case) -> list[str]:
        """What is given by name, then in tables with a row a unit, then row by row."""
        direct = {k: v for k, v in case.unit.items() if k.spec is None or self.clear(k)}
        blocks: list[tuple[str, Mapping[Nameable, Value]]] = [("", direct)] if direct else []
        rest = {k: v for k, v in case.unit.items() if k not in direct}
        for table in dict.fromkeys(leaf.table for leaf in rest):
            blocks.append((table, {k: v for k, v in rest.items() if k.table == table}))
        lines = []
        for table, values in (*blocks, *case.rows):
            inside = self.semicolon.join(self.entry(k, v) for k, v in values.items())
            head = f"{self.block('given')} {table}".rstrip()
            lines.append(f"{head} {{ {inside} }}")
        return lines

    def clear(self, leaf: Nameable) -> bool:
        """Whether a column's name alone says which column is meant: it is the register's own."""
        path = Path((Word(leaf.name, span=Span(0, 0)),), span=Span(0, 0))
        found = self.names.resolve(path, Scope(UNIT))
        register = self.names.symbols.register
        return register is not None and leaf.table == register.name and not _is_finding(found)

    def entry(self, leaf: Nameable, value: Value, expected: bool = False) -> str:
        text = self.value(leaf, value)
        if expected and isinstance(value, Fraction) and not _ends(value):
            text = self.value(leaf, rounded(value, _PLACES, "half_up"))
            text += f"{'，' if self.zh else ', '}{_PLACES}{'位' if self.zh else 'places'}"
        return f"{leaf.name}{self.colon}{text}"

    def value(self, leaf: Nameable, value: Value) -> str:
        """A value as the author would write it."""
        match value:
            case Blank():
                return NOTHING.zh if self.zh else NOTHING.en
            case bool():
                word = FLAGS[0] if value else FLAGS[1]
                return word.zh if self.zh else word.en
            case int() | Fraction():
                return self.number(leaf, Fraction(value))
            case date():
                return f"{value.year}年{value.month}月{value.day}日" if self.zh else str(value)
            case tuple():
                return "、".join(f"“{name}”" for name in value)
            case str() if leaf.type.base != "choice":
                return f"“{value}”"
            case _:
                return str(value)

    def number(self, leaf: Nameable, number: Fraction) -> str:
        unit = leaf.unit
        if unit == "％":
            return decimal_text(number * 100) + ("％" if self.zh else "%")
        if unit and not self.zh:
            english = [word for word, chinese in UNITS_EN.items() if chinese == unit]
            unit = english[1 if number == 1 and len(english) > 1 else 0] if english else unit
        return decimal_text(number) + unit


def _is_finding(found: object) -> bool:
    return isinstance(found, Diagnostic)


def _ends(number: Fraction) -> bool:
    """Whether a number's decimals end soon enough to be written out."""
    return bool(10**_PLACES % number.denominator == 0)

"""Lark tree to nodes: blocks, properties and clauses."""

from __future__ import annotations

from collections.abc import Sequence

from . import syntax_codes as codes
from .build_values import branches, expression, is_token, items, string, word
from .build_years import with_years
from .diagnostics import Code, Diagnostic, Label, Text
from .nodes import Block, Clause, File, Item, Property, String
from .source import Span
from .tables import Branch, Value
from .tokens import Token


def build(tree: Branch, size: int) -> tuple[File, list[Diagnostic]]:
    """The nodes of a whole text of ``size`` code points, and heads that say a thing twice."""
    builder = _Builder()
    return File(builder.items(tree.children), span=Span(0, size)), builder.found


class _Builder:
    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def items(self, values: Sequence[Value]) -> tuple[Item, ...]:
        """Blocks and properties; places that could not be read hold none, nor does a value of
        which nothing says what it is."""
        found = (
            self._block(value) if value.data == "block" else _property(value)
            for value in branches(values)
        )
        return tuple(one for one in found if isinstance(one, Block) or one.key.text)

    def _block(self, tree: Branch) -> Block:
        parts = list(tree.children)
        body = parts.pop() if getattr(parts[-1], "data", "") == "body" else None
        words = [word(part) for part in parts if is_token(part) and part.kind == "WORD"]
        amounts = branches(parts)
        self._once(codes.TWO_AMOUNTS, [Span(part.start, part.end) for part in amounts])
        end = parts[-1].end
        block = Block(
            kind=words[0],
            name=words[1] if len(words) > 1 else None,
            title=self._title(parts),
            amount=expression(amounts[0].children[0]) if amounts else None,
            items=self.items(body.children) if isinstance(body, Branch) else (),
            head=Span(tree.start, end),
            span=Span(tree.start, tree.end),
        )
        return with_years(block)

    def _title(self, parts: list[Value]) -> String | None:
        """Texts side by side are one title; an amount between them makes them two."""
        titles: list[list[Token]] = []
        beside = False
        for part in parts:
            text = is_token(part) and part.kind == "STRING"
            if is_token(part) and text:
                if beside:
                    titles[-1].append(part)
                else:
                    titles.append([part])
            beside = text
        strings = [string(title) for title in titles]
        self._once(codes.TWO_TITLES, [title.span for title in strings])
        return strings[0] if strings else None

    def _once(self, code: Code, places: Sequence[Span]) -> None:
        if len(places) > 1:
            first = Label(places[0], Text("前面已经写了", "already written here"))
            self.found.append(Diagnostic(code, places[1], labels=(first,)))


def _property(tree: Branch) -> Property:
    key, *clauses = tree.children
    assert is_token(key)
    built = tuple(_clause(clause) for clause in branches(clauses))
    return Property(word(key), built, span=Span(tree.start, tree.end))


def _clause(tree: Branch) -> Clause:
    return Clause(items(tree.children), span=Span(tree.start, tree.end))

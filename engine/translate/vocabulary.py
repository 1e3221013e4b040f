"""Words of the vocabulary: block kinds, property names, and words that stand for values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...grammar.diagnostics import Edit, Language
from ...grammar.nodes import Call, Expression, Path, Property, YearLiteral
from ...grammar.nodes import Word as Name
from ...grammar.tokens import UNITS_EN
from ...grammar.vocabulary import (
    ATTRIBUTES,
    COLUMN_FLAGS,
    FLAGS,
    LOCALS,
    NOTHING,
    PROPERTIES,
    PROVENANCE,
    TYPES,
    UNITS,
    find,
    find_property,
)
from ...grammar.words import PropertyWord, ValueKind, Word
from ..functions import OPTIONS, find_function
from ..semantics.checked import Checked
from ..semantics.declarations import HEAD_WORDS, Declaration
from ..semantics.derived import derived_from
from ..semantics.references import AttributeReference, LocalReference, Reference
from ..semantics.walk import expressions
from .literals import english_units


def vocabulary_edits(checked: Checked, language: Language) -> Iterator[Edit]:
    """Every word of the vocabulary in a checked policy, in the other language."""
    for top in checked.symbols.declarations:
        for declaration in top.walk():
            kind = declaration.kind
            yield from _to(language, declaration.block.kind, kind.zh, kind.en)
            for item in declaration.block.items:
                if isinstance(item, Property):
                    yield from _property(declaration, item, language, checked.refs)
    yield from _functions(checked, language)
    yield from _references(checked, language)


def _to(language: Language, node: Name, zh: str, en: str) -> Iterator[Edit]:
    """An edit, unless the word already is in that language."""
    word = zh if language == "zh" else en
    if node.text != word:
        yield Edit(node.span, word)


def _word(language: Language, node: Name, words: Iterable[Word]) -> Iterator[Edit]:
    word = find(words, node.text)
    if word is not None:
        yield from _to(language, node, word.zh, word.en)


def _property(
    declaration: Declaration, item: Property, language: Language, refs: Mapping[Path, Reference]
) -> Iterator[Edit]:
    word = find_property(item.key.text, declaration.kind.properties)
    if word is not None:
        yield from _to(language, item.key, word.zh, word.en)
        yield from _values(declaration, item, word, language)
    elif declaration.kind.entries is ValueKind.COLUMN_TYPE:
        yield from _column(item, language)
    elif declaration.kind.entries is ValueKind.GIVEN:
        for value in _items(item):
            if isinstance(value, Path) and value not in refs and len(value.parts) == 1:
                yield from _word(language, value.parts[0], (*FLAGS, NOTHING))


def _values(
    declaration: Declaration, item: Property, word: PropertyWord, language: Language
) -> Iterator[Edit]:
    """The words that a property chooses from, or the properties that its provenance speaks of."""
    choices = FLAGS if word.value is ValueKind.FLAG else word.choices
    for value in _items(item):
        if isinstance(value, Path) and len(value.parts) == 1:
            yield from _word(language, value.parts[0], choices)
        elif isinstance(value, YearLiteral) and value.year and language == "zh":
            yield Edit(value.span, f"{value.year}年")
        elif isinstance(value, Call) and word.id in PROVENANCE and len(value.callee.parts) == 1:
            target = value.callee.parts[0]
            about = find_property(target.text, declaration.kind.properties)
            heads = [pair for pair in HEAD_WORDS if target.text in pair]
            if about is not None:
                yield from _to(language, target, about.zh, about.en)
            elif heads:
                yield from _to(language, target, *heads[0])


def _items(item: Property) -> Iterator[Expression]:
    return (value for clause in item.clauses for value in clause.items)


def _column(entry: Property, language: Language) -> Iterator[Edit]:
    """A column: one type or unit first, or names to choose from; then flags and units."""
    first, *rest = entry.clauses
    if len(first.items) == 1:
        yield from _measure(first.items[0], TYPES, language)
    for clause in rest:
        for value in clause.items:
            word = value.callee if isinstance(value, Call) else value
            yield from _measure(word, COLUMN_FLAGS, language)


def _measure(value: Expression, words: Iterable[Word], language: Language) -> Iterator[Edit]:
    """A word of a table, or a unit of measure."""
    if not isinstance(value, Path) or len(value.parts) != 1:
        return
    node = value.parts[0]
    if find(words, node.text) is not None:
        yield from _word(language, node, words)
    elif node.text in UNITS:
        chinese = UNITS_EN.get(node.text, node.text)
        yield from _to(language, node, chinese, (*english_units(chinese), node.text)[0])


def _functions(checked: Checked, language: Language) -> Iterator[Edit]:
    """Built-in functions. A table of the policy comes before a function of its name, so no word
    is written that would call one."""
    tables = checked.symbols.scales.keys() | checked.symbols.steps.keys()
    for call in (*checked.types, *_of_columns(checked)):
        if not isinstance(call, Call) or len(call.callee.parts) != 1:
            continue
        function = None if call.callee.text in tables else find_function(call.callee.text)
        if function is not None and not {function.zh, function.en} & tables:
            yield from _to(language, call.callee.parts[0], function.zh, function.en)
            for argument in call.arguments[1:]:
                value = argument.value
                if argument.name is not None:
                    yield from _word(language, argument.name, (PROPERTIES["then_by"],))
                if isinstance(value, Path) and value not in checked.refs:
                    yield from _word(language, value.parts[0], OPTIONS)


def _of_columns(checked: Checked) -> Iterator[Expression]:
    """What columns are derived by."""
    for columns in checked.symbols.all_of("columns", "sheet"):
        for call in filter(None, map(derived_from, columns.entries)):
            yield from expressions(call)


def _references(checked: Checked, language: Language) -> Iterator[Edit]:
    """满分, 得分 and 权重 where the place gives them a meaning; what is asked of a declaration."""
    for path, reference in checked.refs.items():
        if isinstance(reference, LocalReference):
            yield from _word(language, path.parts[0], LOCALS)
        elif isinstance(reference, AttributeReference):
            yield from _word(language, path.parts[-1], ATTRIBUTES)

"""Which language the user reads: ``--lang`` first, then the environment, then Chinese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..grammar.diagnostics import Language

FLAGS = ("--lang", "--语言")
_NAMES: Mapping[str, Language] = {
    "zh": "zh",
    "中文": "zh",
    "汉语": "zh",
    "en": "en",
    "english": "en",
    "英文": "en",
}


def language_of(environment: Mapping[str, str]) -> Language:
    """The language that the environment asks for. The first locale variable that is set decides."""
    own = _NAMES.get(environment.get("GUIJU_LANG", "").casefold())
    if own is not None:
        return own
    locale = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "en" if locale.casefold().startswith("en") else "zh"


class NoSuchLanguageError(ValueError):
    """A ``--lang`` with a value we do not know, or with none."""


def take_language(tokens: Sequence[str]) -> tuple[Language | None, list[str]]:
    """The language named on the command line, and the tokens without it.

    It has to be known before anything is parsed, since help and usage errors depend on it, and it
    may stand before or after the command. Nothing after ``--`` is looked at.
    """
    language: Language | None = None
    end = tokens.index("--") if "--" in tokens else len(tokens)
    rest: list[str] = []
    options = iter(tokens[:end])
    for token in options:
        flag, equals, value = token.partition("=")
        if flag not in FLAGS:
            rest.append(token)
            continue
        value = value if equals else next(options, "")
        language = _NAMES.get(value.casefold())
        if language is None:
            raise NoSuchLanguageError(value)
    return language, [*rest, *tokens[end:]]

"""Usage errors as sentences: what was typed, what is wrong with it, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from cyclopts import (
    CoercionError,
    CycloptsError,
    MissingArgumentError,
    RepeatArgumentError,
    Token,
    UnknownCommandError,
    UnknownOptionError,
    UnusedCliTokensError,
)

from ...grammar.diagnostics import Language, Text
from ...grammar.suggest import nearest
from .cells import visible
from .help import argument_name

_STOP = Text("。", ".")
_WRONG = Text("用法不对：{}", "Usage error: {}")
_SEE_HELP = Text("用法见：guiju{} --help", "For help: guiju{} --help")
_NO_COMMAND = Text("没有“{}”这个命令", "there is no command “{}”")
_NO_OPTION = Text("没有“{}”这个选项", "there is no option “{}”")
_NO_VALUE_SUCH = Text("“{}”不能是“{}”", "{} cannot be “{}”")
_CHOICES = Text("，可选：{}", "; it is one of: {}")
_NOT_GIVEN = Text("缺少{}", "{} is missing")
_NO_VALUE = Text("“{}”后面要写一个值", "{} needs a value after it")
_TWICE = Text("“{}”写了不止一次", "{} is given more than once")
_TOO_MUCH = Text("多出了“{}”", "“{}” is one too many")
_NEAR = Text("；是不是想写 {}？", "; did you mean {}?")
_COMMANDS = Text("；可用的命令：{}", "; the commands are: {}")


def usage_message(error: CycloptsError, language: Language) -> str:
    """The sentence for a usage error and where to find help."""
    sentence = _WRONG.of(language).format(visible(_sentence(error, language)))
    stop = "" if sentence.endswith(("？", "?")) else _STOP.of(language)
    chain = "".join(f" {name}" for name in error.command_chain or ())
    return f"{sentence}{stop}\n{_SEE_HELP.of(language).format(chain)}"


def _sentence(error: CycloptsError, language: Language) -> str:
    match error:
        case UnknownCommandError():
            return _unknown_command(error, language)
        case UnknownOptionError():
            typed = (error.token.keyword or error.token.value).split("=")[0]
            known = [name for argument in error.argument_collection for name in argument.names]
            return _no(_NO_OPTION, typed, (*known, *_flags(error)), language)
        case RepeatArgumentError():
            return _TWICE.of(language).format(error.token.keyword)
        case MissingArgumentError():
            return _missing(error, language)
        case CoercionError() if error.token is not None:
            return _bad_value(error.token, error.target_type, language)
        case UnusedCliTokensError():
            return _TOO_MUCH.of(language).format((error.unused_tokens or [""])[0])
        case _:
            error.verbose = False
            return str(error).rstrip(".")


def _unknown_command(error: UnknownCommandError, language: Language) -> str:
    typed = (error.unused_tokens or [""])[0]
    commands = [name for name in error.app or () if not name.startswith("-")]
    if typed.startswith("-"):
        return _no(_NO_OPTION, typed.split("=")[0], _flags(error), language)
    said = _no(_NO_COMMAND, typed, commands, language)
    if nearest(typed, commands):
        return said
    return said + _COMMANDS.of(language).format(_listed(commands, language))


def _flags(error: CycloptsError) -> tuple[str, ...]:
    """The options that every command takes."""
    return tuple(name for name in error.app or () if name.startswith("--"))


def _missing(error: MissingArgumentError, language: Language) -> str:
    assert error.argument is not None
    keyword = error.keyword or next((t.keyword for t in error.argument.tokens if t.keyword), None)
    if keyword is not None:
        return _NO_VALUE.of(language).format(keyword)
    return _NOT_GIVEN.of(language).format(argument_name(error.argument.name, language))


def _bad_value(token: Token, wanted: object, language: Language) -> str:
    choices = [str(choice) for choice in get_args(wanted)]
    said = _NO_VALUE_SUCH.of(language).format(token.keyword or "", token.value)
    if choices:
        said += _CHOICES.of(language).format(_listed(choices, language))
    return said + _near(token.value, choices, language)


def _no(sentence: Text, typed: str, known: Iterable[str], language: Language) -> str:
    return sentence.of(language).format(typed) + _near(typed, known, language)


def _near(typed: str, known: Iterable[str], language: Language) -> str:
    near = nearest(typed, known)
    return _NEAR.of(language).format(_listed(near, language)) if near else ""


def _listed(names: Iterable[str], language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(names)

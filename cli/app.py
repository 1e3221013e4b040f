"""The commands and their names. Built anew for a language; commands are loaded when called."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen
from cyclopts import App, Group

from .. import __version__
from ..grammar.diagnostics import Language
from . import words
from .exits import Exit
from .language import FLAGS
from .render.screen import Screen
from .sources import STANDARD_INPUT

HELP_FLAGS = ("--help", "-h", "--帮助")
VERSION_FLAGS = ("--version", "--版本")


@frozen
class Command:
    """A command: its names, the module under ``commands`` with its ``run``, and its arguments."""

    name: str
    chinese: str
    module: str
    arguments: str


COMMANDS = (
    Command("check", "检查", "check", "POLICY"),
    Command("test", "试算", "test", "POLICY"),
    Command("evaluate", "核算", "evaluate", "POLICY DATA"),
    Command("explain", "说明", "explain", "POLICY DATA UNIT"),
    Command("show", "查看", "show", "POLICY"),
    Command("diff", "比较", "diff", "OLD NEW"),
    Command("compare", "对比", "compare", "OLD_RESULT NEW_RESULT"),
    Command("history", "沿革", "history", "POLICIES…"),
    Command("fmt", "整理", "fmt", "POLICY…"),
    Command("fix", "修正", "fix", "POLICY"),
    Command("translate", "翻译", "translate", "POLICY"),
    Command("explain-code", "释义", "explain_code", "[CODE]"),
    Command("words", "词汇", "words", "[KIND]"),
)


def build(language: Language) -> App:
    """The application in one language."""
    groups = [words.COMMANDS, words.ARGUMENTS, words.OPTIONS]
    commands, arguments, options = (
        Group(title.of(language), sort_key=place) for place, title in enumerate(groups)
    )
    app = App(
        name="guiju",
        help=words.ABOUT.of(language),
        help_format="plaintext",
        help_epilogue=words.MORE_HELP.of(language),
        usage=f"guiju {words.COMMAND.of(language)} {words.OPTIONAL.of(language)}",
        help_flags=HELP_FLAGS,
        version_flags=VERSION_FLAGS,
        version=f"guiju {__version__}",
        version_format="plaintext",
        group_commands=commands,
        group_arguments=arguments,
        group_parameters=options,
    )
    for place, command in enumerate(COMMANDS):
        _register(app, command, place, language)
    # Never called, since the language is taken off the command line before it is parsed; it stands
    # here, like the parser's own flags, to be listed and to be suggested.
    app.command(_language, name=FLAGS)
    for place, flags in enumerate((FLAGS, HELP_FLAGS, VERSION_FLAGS)):
        flag = app[flags[0]]
        flag.group, flag.sort_key = (options,), place
        flag.help = words.COMMAND_HELP[flags[0]].of(language)
    return app


def _register(app: App, command: Command, place: int, language: Language) -> None:
    """Names a command without loading it: the parser imports the module when it is called."""
    arguments = " ".join(_argument(label, language) for label in command.arguments.split())
    app.command(
        f"{__package__}.commands.{command.module}:run",
        name=command.name,
        alias=command.chinese,
        help=words.COMMAND_HELP[command.name].of(language),
        help_epilogue="",
        sort_key=place,
        usage=f"guiju {command.name} {arguments} {words.OPTIONAL.of(language)}",
    )


def _argument(label: str, language: Language) -> str:
    name = label.strip("[]…")
    return label.replace(name, words.ARGUMENT_NAMES[name].of(language))


def _language() -> None:
    """Listed in help, never called."""


def call(app: App, tokens: Sequence[str], screen: Screen) -> Exit:
    """Parses the command line and runs the command it names, or prints help or the version.

    Raises the parser's error where the line does not make sense.
    """
    # The parser takes a lone hyphen for an option that it does not know.
    tokens = [str(STANDARD_INPUT) if token == "-" else token for token in tokens]
    command, bound, ignored = app.parse_args(tokens, print_error=False, exit_on_error=False)
    if "console" in bound.arguments:
        # A page of the parser itself. Laying it out needs rich, which no other call should load.
        from .render.help import HelpPage  # noqa: PLC0415

        app.help_formatter = HelpPage(screen.language)
        bound.arguments["console"] = screen.console
        command(*bound.args, **bound.kwargs)
        return Exit.GOOD
    given = {"screen": screen} if "screen" in ignored else {}
    return Exit(command(*bound.args, **bound.kwargs, **given))

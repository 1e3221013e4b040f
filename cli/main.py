"""The way in and out of a process: language, streams, exit code, and whatever goes wrong."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper

from cyclopts import CycloptsError

from ..grammar.diagnostics import Language, Text
from . import words
from .app import build, call
from .exits import Exit
from .language import NoSuchLanguageError, language_of, take_language
from .render.screen import Screen

INTERRUPTED = 130
BROKEN_PIPE = 141


def main(argv: Sequence[str] | None = None) -> None:
    """Runs one command line and exits with its code. Never shows a traceback."""
    # Starting makes many objects that live as long as the process: looking through them for
    # garbage again and again takes a tenth of the time of a check.
    gc.set_threshold(50_000)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A console that lacks a character gets “?” for it, never a UnicodeEncodeError.
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:] if argv is None else argv))


def run(argv: Sequence[str]) -> int:
    """Runs one command line and returns the exit code, whatever happens."""
    language = language_of(os.environ)
    try:
        named, tokens = take_language(argv)
        language = named or language
        code = _run(tokens, language)
        sys.stdout.flush()
        return code
    except NoSuchLanguageError as error:
        return _complain(words.NO_LANGUAGE.of(language).format(error), Exit.USAGE)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader, such as ``head``, has had enough. Python would complain at its own exit.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        return _complain(_filled(words.FILE_TROUBLE, error, language), Exit.USAGE)
    except Exception as error:
        return _defect(error, language)


def _run(tokens: Sequence[str], language: Language) -> Exit:
    try:
        return call(build(language), tokens, Screen(language))
    except CycloptsError as error:
        # Wording a usage error needs more modules than running a command does.
        from .render.usage import usage_message  # noqa: PLC0415

        return _complain(usage_message(error, language), Exit.USAGE)


def _defect(error: Exception, language: Language) -> Exit:
    if os.environ.get("GUIJU_DEBUG") == "1":
        # traceback is for maintainers only.
        import traceback  # noqa: PLC0415

        traceback.print_exception(error)
    return _complain(_filled(words.DEFECT, error, language), Exit.DEFECT)


def _filled(sentence: Text, error: Exception, language: Language) -> str:
    summary = " ".join(f"{type(error).__name__}: {error}".split())
    return sentence.of(language).format(summary)


def _complain(message: str, code: Exit) -> Exit:
    print(message, file=sys.stderr)
    return code

"""Watching a file: what is done again whenever it is saved, until the user has had enough."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ...grammar.diagnostics import Text
from ..exits import Exit
from ..render.cells import visible
from ..render.screen import Screen

#: Seconds between two looks at the file: an editor's save is answered before the hand is back.
INTERVAL = 0.3

_HEAD = Text("── {time} {file}（保存即重新检查，Ctrl-C 结束）", "── {time} {file} (Ctrl-C ends)")
_CLEAN = Text("没有发现", "nothing found")


def saves(path: Path, sleep: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """One item at first and one each time the file has become another.

    A file that is gone for a moment, as when an editor puts a new one in its place, is waited for.
    """
    seen = None
    while True:
        now = _stamp(path)
        if seen is None or now not in (None, seen):
            seen = now or (0, 0, 0)
            yield
        sleep(INTERVAL)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def watch(
    path: Path,
    once: Callable[[], Exit],
    screen: Screen,
    *,
    changes: Iterator[None] | None = None,
    now: Callable[[], str] = lambda: time.strftime("%H:%M:%S"),
) -> Exit:
    """Do something at every save. Interrupted, it ends with the last exit code."""
    code = Exit.GOOD
    try:
        for _ in saves(path) if changes is None else changes:
            if screen.console.is_terminal:
                screen.console.clear()
            head = _HEAD.of(screen.language).format(time=now(), file=visible(str(path)))
            screen.errors.print(head, soft_wrap=True)
            code = once()
            if code is Exit.GOOD:
                screen.errors.print(_CLEAN.of(screen.language))
    except KeyboardInterrupt:
        pass
    return code

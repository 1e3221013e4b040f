"""The files of the data folder against the files that the tables name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from attrs import define, field

from ...engine.data import codes
from ...engine.data.contract import TableSpec
from ...engine.data.text import fold
from ...engine.data.wording import suggestion
from ...grammar.diagnostics import Diagnostic, Text
from ...grammar.suggest import nearest
from .outcome import finding

_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})
_COPY = re.compile(r"(\([0-9]+\)|-?副本|-?copy|-?拷贝|_?最新|_?最终版?|_?v[0-9]+)+$", re.IGNORECASE)
_PUT_FILE = Text(
    "把文件放进数据文件夹，或改正政策里的文件名", "add the file, or correct its name in the policy"
)


def _composed(name: str) -> str:
    """macOS stores names decomposed; the difference cannot be seen, so it does not count."""
    return unicodedata.normalize("NFC", name)


@define
class Listing:
    """The files of a folder by name, and which of them have been asked for."""

    paths: dict[str, Path]
    used: set[str] = field(factory=set)

    @classmethod
    def of(cls, folder: Path) -> Listing:
        """The visible files directly inside a folder. OSError passes through."""
        files = sorted(path for path in folder.iterdir() if path.is_file())
        return cls({_composed(path.name): path for path in files if not _is_system(path.name)})

    def find(self, name: str) -> Path | None:
        """The file of that very name, which counts as used from now on."""
        name = _composed(name)
        self.used.add(name)
        return self.paths.get(name)

    def missing(self, spec: TableSpec) -> Diagnostic:
        """The finding that a table's file is not there, with the names most like it."""
        known = [name for name in self.paths if not _is_temporary(name)]
        same = [name for name in known if _stem(name) == _stem(spec.file)]
        near = tuple(same) or nearest(spec.file, known)
        hint = suggestion(near, _PUT_FILE)
        return finding(codes.FILE_MISSING, spec.file, table=spec.name, suggestion=hint)

    def leftovers(self, specs: Sequence[TableSpec]) -> Iterator[Diagnostic]:
        """What is said of the files that no table reads."""
        read = {_stem(spec.file): spec.file for spec in specs if spec.file in self.paths}
        for name in self.paths:
            if _is_temporary(name):
                yield finding(codes.TEMPORARY_FILE, name)
            elif name not in self.used and _stem(name) in read:
                yield finding(codes.RIVAL_FILE, name, read=read[_stem(name)])
            elif name not in self.used:
                yield finding(codes.UNREAD_FILE, name)


def _is_system(name: str) -> bool:
    return name.startswith(".") or name.lower() in _SYSTEM_FILES


def _is_temporary(name: str) -> bool:
    return name.startswith(("~$", ".~"))


def _stem(name: str) -> str:
    """A name without extension, width of characters and the marks of a copy."""
    return _COPY.sub("", fold(PurePath(name).stem))

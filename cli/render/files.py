"""Writing result files: whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Puts content at a path in one step: a reader, or a failure, never sees half a file.

    The temporary file stands in the same folder, since a rename is atomic only within one file
    system, and goes away whatever happens. A link keeps pointing at its file.
    """
    target = path.resolve()
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

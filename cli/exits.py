"""What the exit code of a command says: one table for all commands."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes that scripts may rely on."""

    GOOD = 0
    """Nothing to report."""
    FINDINGS = 1
    """Warnings, or a difference."""
    USAGE = 2
    """A command typed wrongly, or a file that cannot be read or written."""
    INVALID = 3
    """A policy or data with errors."""
    UNDECIDED = 4
    """A result that waits for a decision."""
    WOULD_CHANGE = 11
    """A file that formatting would change."""
    DEFECT = 70
    """A defect of Guiju itself."""

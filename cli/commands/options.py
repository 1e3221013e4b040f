"""The options that commands share. Their wording is in ``cli.words``, by their first name."""

from __future__ import annotations

from cyclopts import Parameter

FORMAT = Parameter(name=("--format", "--格式"))
OUTPUT = Parameter(name=("--output", "--输出"), metavar="FILE")
WHY_NOT = Parameter(name=("--why-not", "--为何不是"), metavar="GRADE")
STAGE = Parameter(name=("--stage", "--阶段"))
NOTES = Parameter(name=("--notes", "--提示"), negative="")

#: Given by the program, not typed by the user.
INJECTED = Parameter(parse=False)

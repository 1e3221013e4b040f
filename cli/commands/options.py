"""The options that commands share. Their wording is in ``cli.words``, by their first name."""

from __future__ import annotations

from cyclopts import Parameter

FORMAT = Parameter(name=("--format", "--格式"))
OUTPUT = Parameter(name=("--output", "--输出"), metavar="FILE")
WHY_NOT = Parameter(name=("--why-not", "--为何不是"), metavar="GRADE")
STAGE = Parameter(name=("--stage", "--阶段"))
DATA = Parameter(name=("--data", "--数据"), metavar="DATA", negative_iterable="")
MAP = Parameter(name=("--map", "--对照"), metavar="FILE")
MATTER = Parameter(name=("--matter", "--能否影响"), negative="")
TABLE = Parameter(name=("--table", "--表"), metavar="TABLE")
SOURCE = Parameter(name=("--source", "--原文"), metavar="TEXT")
COVERAGE = Parameter(name=("--coverage", "--覆盖"), negative="")
COVERAGE_MIN = Parameter(name=("--coverage-min", "--覆盖下限"), metavar="PERCENT")
NOTES = Parameter(name=("--notes", "--提示"), negative="")
WATCH = Parameter(name=("--watch", "--监视"), negative="")
ONLY_CHECK = Parameter(name=("--check", "--检查"), negative="")
DIFF = Parameter(name=("--diff", "--对比"), negative="")
DRY_RUN = Parameter(name=("--dry-run", "--试改"), negative="")
PROPOSE = Parameter(name=("--propose", "--补例"), negative="")
TO = Parameter(name=("--to", "--译成"))
TEXT_OUTPUT = Parameter(name=("-o", "--output", "--输出"), metavar="FILE")

#: Given by the program, not typed by the user.
INJECTED = Parameter(parse=False)

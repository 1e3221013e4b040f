"""Runs the kit on any implementation with a command line, or writes it out as plain folders.

    python tests/conformance/run.py [FOLDER…] -- COMMAND…      try an implementation
    python tests/conformance/run.py [FOLDER…] --export DIR     each case as a folder of files
    python tests/conformance/run.py --index                    the table of mechanisms

What is asked of COMMAND is in README.md. Only the standard library is used.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import kit


def outcome(case: kit.Case, command: list[str]) -> tuple[list[dict[str, Any]], Any]:
    """The findings of both commands, and the result where there is one."""
    with tempfile.TemporaryDirectory() as folder:
        policy, data = map(str, case.write(Path(folder)))
        findings = asked([*command, "check", "--notes", "--format", "json", policy])
        if any(one["severity"] == "error" for one in findings):
            return findings, None
        found = asked([*command, "evaluate", "--format", "json", policy, data])
        if isinstance(found, list):
            return [*findings, *found], None
        return [*findings, *found.get("findings", [])], found


def asked(command: list[str]) -> Any:
    """What a command prints, read as JSON; nothing at all is no finding."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return json.loads(done.stdout) if done.stdout.strip() else []


def trial(found: list[kit.Case], command: list[str]) -> int:
    """Tries every case and says which fail; 1 where one does."""
    failed = 0
    for case in found:
        try:
            wrong = list(kit.differences(case, *outcome(case, command)))
        except (OSError, ValueError, KeyError, TypeError) as error:
            wrong = [f"no outcome: {error}"]
        failed += bool(wrong)
        if wrong:
            print(f"{case.id}: {case.zh} · {case.en}", *wrong, sep="\n    ")
    print(f"{len(found) - failed} of {len(found)} cases pass")
    return min(failed, 1)


def export(found: list[kit.Case], folder: Path) -> int:
    """Each case as a folder: policy.guiju, data/ and expected.json."""
    for case in found:
        case.write(folder / case.id)
        text = json.dumps(case.located(), ensure_ascii=False, indent=2) + "\n"
        (folder / case.id / "expected.json").write_text(text, encoding="utf-8")
    print(f"{len(found)} cases written to {folder}")
    return 0


def main(words: list[str]) -> int:
    """What the words of the command line ask for."""
    if "--index" in words:
        print(kit.index(kit.cases()), end="")
        return 0
    mark = next((word for word in ("--", "--export") if word in words), None)
    if mark is None or words[-1] == mark:
        print(__doc__)
        return 2
    at = words.index(mark)
    folders, rest = words[:at], words[at + 1 :]
    found = [case for case in kit.cases() if not folders or case.mechanism in folders]
    return trial(found, rest) if mark == "--" else export(found, Path(rest[0]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

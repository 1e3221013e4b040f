"""Reads the cases of the kit and holds an outcome against what they expect.

Only the standard library is used, so that whoever tests another implementation can take this file
along. An outcome is what the two commands print as JSON: findings, and the result of an evaluation.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FRAME = "frame.txt"
_SECTION = re.compile(r"^--- (.+)$", re.MULTILINE)
_NUMBER = re.compile(r"^-?\d+(\.\d+)?(/\d+)?$")
_KEYS = {"units", "rows", "notices", "uses", "errors", "warnings", "notes"}
#: What locates a finding: the line of a policy, or the file, row and column of a datum.
_PLACE = ("line", "file", "row", "column")
_SEVERITIES = {"errors": "error", "warnings": "warning", "notes": "note"}


@dataclass(frozen=True)
class Case:
    """One case: a policy (the frame's text first), the data files by name, what is expected."""

    path: Path
    zh: str
    en: str
    policy: str
    frame_lines: int
    data: Mapping[str, str]
    expected: Mapping[str, Any]

    @property
    def mechanism(self) -> str:
        """The folder it stands in."""
        return self.path.parent.name

    @property
    def id(self) -> str:
        """Its folder and its name."""
        return f"{self.mechanism}/{self.path.stem}"

    @property
    def negative(self) -> bool:
        """Whether it shows something that is refused or warned of."""
        return bool(self.expected.get("errors") or self.expected.get("warnings"))

    def located(self) -> dict[str, Any]:
        """What is expected, with the lines of the whole policy text."""
        moved = {
            key: [
                one | {"line": one["line"] + self.frame_lines} if "line" in one else one
                for one in self.expected[key]
            ]
            for key in _SEVERITIES
            if key in self.expected
        }
        return {"shows": {"zh": self.zh, "en": self.en}, **self.expected, **moved}

    def write(self, folder: Path) -> tuple[Path, Path]:
        """The policy file and the data folder, written for an implementation to read."""
        policy, data = folder / "policy.guiju", folder / "data"
        data.mkdir(parents=True, exist_ok=True)
        policy.write_text(self.policy, encoding="utf-8")
        for name, text in self.data.items():
            (data / name).write_text(text, encoding="utf-8")
        return policy, data


def cases() -> list[Case]:
    """Every case, in the order of folders and names."""
    return [read(path) for path in sorted(HERE.glob("*/*.txt")) if path.name != FRAME]


def index(found: list[Case]) -> str:
    """The mechanisms as a Markdown table: what each is about, how many cases, how many negative."""
    lines = ["| folder | about | cases | negative |", "|---|---|---:|---:|"]
    for name in dict.fromkeys(case.mechanism for case in found):
        here = [case for case in found if case.mechanism == name]
        about = parts((HERE / name / FRAME).read_text(encoding="utf-8"))[0][0]
        bad = sum(case.negative for case in here)
        lines.append(f"| `{name}/` | {about} | {len(here)} | {bad} |")
    lines.append(f"| | | **{len(found)}** | **{sum(case.negative for case in found)}** |")
    return "\n".join(lines) + "\n"


def read(path: Path) -> Case:
    """One case together with the frame of its folder. ValueError where the file is not a case."""
    head, sections = parts(path.read_text(encoding="utf-8"))
    frame_path = path.parent / FRAME
    frame = parts(frame_path.read_text(encoding="utf-8"))[1] if frame_path.exists() else {}
    alone = sections.pop("whole", None)
    before = "" if alone is not None else frame.pop("policy", "")
    rules = alone if alone is not None else sections.pop("policy", "")
    expected = json.loads(sections.pop("expected"))
    frame.pop("policy", None)
    if unknown := set(expected) - _KEYS:
        raise ValueError(f"{path}: {unknown}")
    if len(head) != 2:
        raise ValueError(f"{path}: two lines must say what it shows")
    # A blank text takes a file of the frame away.
    data = {name: text for name, text in {**frame, **sections}.items() if text}
    return Case(path, head[0], head[1], before + rules, before.count("\n"), data, expected)


def parts(text: str) -> tuple[list[str], dict[str, str]]:
    """The lines of the head without their signs, and the sections by name."""
    head, *rest = _SECTION.split(text)
    lines = [line.removeprefix("#").strip() for line in head.splitlines() if line.strip()]
    texts = [section.removeprefix("\n") for section in rest[1::2]]
    return lines, dict(zip(rest[::2], texts, strict=True))


def differences(
    case: Case, findings: list[Mapping[str, Any]], result: Mapping[str, Any] | None
) -> Iterator[str]:
    """What is not as expected, a line each. ``findings`` are those of both commands together."""
    for key, severity in _SEVERITIES.items():
        found = [f for f in findings if f["severity"] == severity]
        yield from _findings(case, key, found)
    asked = {"units", "rows", "notices", "uses"} & set(case.expected)
    if asked and result is None:
        yield "there is no result"
    elif result is not None:
        yield from _result(case.expected, result)


def _findings(case: Case, key: str, found: list[Mapping[str, Any]]) -> Iterator[str]:
    given = [_finding(case, one) for one in found]
    left, expected = list(given), case.expected.get(key, [])
    for one in expected:
        match = next((f for f in left if _fits(one, f)), None)
        if match is None:
            yield f"{key}: missing {one}"
        else:
            left.remove(match)
    # No error may be unexpected, though one may be told twice; warnings and notes may be.
    for other in given if key == "errors" else ():
        if not any(_fits(one, other) for one in expected):
            yield f"{key}: unexpected {other}"


def _finding(case: Case, found: Mapping[str, Any]) -> dict[str, Any]:
    """A finding's code and place; lines of a policy count from the case's own first one."""
    place = {name: found.get(name) for name in _PLACE if found.get(name) is not None}
    if "line" in place:
        place.pop("file", None)
        place["line"] -= case.frame_lines
    return {"code": found["code"], **place}


def _fits(expected: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    return all(found.get(name) == value for name, value in expected.items())


def _result(expected: Mapping[str, Any], result: Mapping[str, Any]) -> Iterator[str]:
    rows = result["table"]
    # A unit goes by the first column; those of one name are told apart only as rows.
    for unit, values in expected.get("units", {}).items():
        row = next((r for r in rows if next(iter(r.values()), None) == unit), None)
        yield from _row(unit, values, row)
    for table, listed in expected.get("rows", {}).items():
        given = result["table"] if table == "" else result["tables"].get(table, [])
        if len(given) != len(listed):
            yield f"{table}: {len(given)} rows, expected {len(listed)}"
        for number, (values, row) in enumerate(zip(listed, given, strict=False), start=1):
            yield from _row(f"{table} {number}", values, row)
    if "notices" in expected:
        found = Counter((n["notice"], n["unit"]) for n in result["notices"])
        wanted = Counter((n["notice"], n["unit"]) for n in expected["notices"])
        if found != wanted:
            yield f"notices: {sorted(found.elements())}, expected {sorted(wanted.elements())}"
    uses = {u["unit"]: [x["use"] for x in u["uses"]] for g in result["groups"] for u in g["units"]}
    for unit, names in expected.get("uses", {}).items():
        if uses.get(unit) != names:
            yield f"uses of {unit}: {uses.get(unit)}, expected {names}"


def _row(name: str, values: Mapping[str, Any], row: Mapping[str, Any] | None) -> Iterator[str]:
    if row is None:
        yield f"{name}: no such row"
        return
    for column, value in values.items():
        if column not in row or not same(row[column], value):
            yield f"{name}: {column} is {row.get(column, 'not there')}, expected {value}"


def same(found: Any, expected: Any) -> bool:
    """Equal values; texts that are numbers are equal as exact rationals."""
    if all(isinstance(text, str) and _NUMBER.match(text) for text in (found, expected)):
        return Fraction(found) == Fraction(expected)
    return type(found) is type(expected) and bool(found == expected)

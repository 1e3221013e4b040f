"""SARIF 2.1.0: the shape the standard demands, and what code hosts read from it."""

from __future__ import annotations

import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from guiju.cli.commands.explain_code import CATALOGUE
from guiju.cli.main import main
from guiju.cli.render.sarif import as_sarif
from guiju.engine.edits import applied
from guiju.engine.pipeline import check
from guiju.grammar.diagnostics import Cell, Diagnostic, Edit, Label, Text
from guiju.grammar.source import Source, Span

#: The part of the standard's schema that is used: what each object may hold, and (with !) must.
#: A value names the object's shape, a list of them, or a type.
SHAPES: dict[str, dict[str, Any]] = {
    "log": {"$schema": str, "version!": str, "runs!": ["run"]},
    "run": {
        "tool!": "tool",
        "columnKind": str,
        "invocations": ["invocation"],
        "results": ["result"],
    },
    "invocation": {"executionSuccessful!": bool},
    "tool": {"driver!": "driver"},
    "driver": {"name!": str, "version": str, "language": str, "rules": ["rule"]},
    "rule": {
        "id!": str,
        "shortDescription": "message",
        "fullDescription": "message",
        "help": "message",
        "defaultConfiguration": "configuration",
    },
    "configuration": {"level": str},
    "message": {"text!": str, "markdown": str},
    "result": {
        "ruleId": str,
        "ruleIndex": int,
        "level": str,
        "message!": "message",
        "locations": ["location"],
        "relatedLocations": ["location"],
        "fixes": ["fix"],
        "partialFingerprints": "strings",
    },
    "strings": {"guijuFinding/v1": str},
    "location": {
        "id": int,
        "physicalLocation": "physical",
        "logicalLocations": ["logical"],
        "message": "message",
    },
    "physical": {"artifactLocation": "artifact", "region": "region"},
    "artifact": {"uri": str},
    "logical": {"fullyQualifiedName": str, "kind": str},
    "region": {"startLine": int, "startColumn": int, "endLine": int, "endColumn": int},
    "fix": {"description": "message", "artifactChanges!": ["change"], "properties": "bag"},
    "bag": {"safe": bool},
    "change": {"artifactLocation!": "artifact", "replacements!": ["replacement"]},
    "replacement": {"deletedRegion!": "region", "insertedContent": "message"},
}


def hold(value: Any, shape: Any) -> None:
    """Asserts that a value has a shape."""
    match shape:
        case str():
            fields = {key.rstrip("!"): inner for key, inner in SHAPES[shape].items()}
            assert set(value) <= set(fields), (shape, set(value))
            assert {key[:-1] for key in SHAPES[shape] if key.endswith("!")} <= set(value), shape
            for key, inner in value.items():
                hold(inner, fields[key])
        case [inner]:
            assert isinstance(value, list)
            for one in value:
                hold(one, inner)
        case _:
            assert type(value) is shape, (value, shape)


def log_of(text: str, language: Any = "zh", name: str = "政策.guiju") -> dict[str, Any]:
    source = Source(name, text)
    found = [*check(source).diagnostics]
    log: dict[str, Any] = json.loads(as_sarif(found, source, language))
    hold(log, "log")
    return log


POLICY = "政策 𠮷 {\n  年度 2009年 # 𠮷\n  发布：“𠮷”，市\u200b长\n}\n机构 甲\n机构 甲\n"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_makes_a_valid_log(language: Any) -> None:
    for code in CATALOGUE:
        if not code.page.data:
            log_of(code.page.policy(code.page.bad), language)


def test_rules_carry_their_pages_in_both_languages() -> None:
    (run,) = log_of(POLICY)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({rule["id"] for rule in rules})
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    (colon,) = [rule for rule in rules if rule["id"] == "G120"]
    assert colon["help"]["markdown"].index("怎么改") < colon["help"]["markdown"].index(
        "How to mend"
    )
    assert run["tool"]["driver"]["language"] == "zh-CN"
    assert log_of(POLICY, "en")["runs"][0]["tool"]["driver"]["language"] == "en-US"


def test_columns_count_code_points_and_edits_can_be_carried_out() -> None:
    (run,) = log_of(POLICY)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    starts = [0, *(m.end() for m in re.finditer("\n", POLICY))]
    edits = []
    for result in run["results"]:
        for fix in [fix for fix in result.get("fixes", ()) if fix["properties"]["safe"]]:
            for one in fix["artifactChanges"][0]["replacements"]:
                at = one["deletedRegion"]
                span = Span(
                    starts[at["startLine"] - 1] + at["startColumn"] - 1,
                    starts[at["endLine"] - 1] + at["endColumn"] - 1,
                )
                edits.append(Edit(span, one["insertedContent"]["text"]))
    mended = applied(POLICY, edits)
    assert "年度：2009年 # 𠮷" in mended and "\u200b" not in mended


def test_paths_are_uris() -> None:
    def uri(name: str) -> str:
        result = log_of(POLICY, name=name)["runs"][0]["results"][0]
        return str(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])

    assert uri("政策 甲.guiju") == "%E6%94%BF%E7%AD%96%20%E7%94%B2.guiju"
    assert uri("a/b.guiju") == "a/b.guiju"
    assert uri(str(Path("/x/政.guiju"))) == "file:///x/%E6%94%BF.guiju"


def test_places_in_data() -> None:
    code = next(code for code in CATALOGUE if code.id == "G101")
    cell = Cell("a.csv", None, 3, "分值", "x")
    found = [
        Diagnostic(
            code,
            Cell("名册.xlsx", "名册", 12, "B"),
            {"text": "甲"},
            (Label(cell, Text("又", "also")),),
        ),
        Diagnostic(code, None, {"text": "乙"}),
    ]
    log = json.loads(as_sarif(found, None, "en"))
    hold(log, "log")
    book, nowhere = log["runs"][0]["results"]
    assert (
        book["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]
        == "名册.xlsx · 名册 · B12"
    )
    assert "region" not in book["locations"][0]["physicalLocation"]
    assert book["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 3}
    assert nowhere["locations"] == [{}]


def test_fingerprints_do_not_depend_on_the_line_and_differ_within_a_file() -> None:
    def prints(text: str) -> list[str]:
        results = log_of(text)["runs"][0]["results"]
        return [result["partialFingerprints"]["guijuFinding/v1"] for result in results]

    assert len(set(prints(POLICY))) == len(prints(POLICY))
    moved = POLICY.replace("  年度", "\n\n  年度")
    assert set(prints(POLICY)) == set(prints(moved))


@pytest.mark.parametrize("command", [("check",), ("fix", "--dry-run")])
def test_the_commands(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "政策.guiju"
    path.write_text(POLICY, encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main([*command, str(path), "--格式", "sarif"])
    assert stop.value.code == 3
    hold(json.loads(capsys.readouterr().out), "log")


def test_a_clean_policy_gives_an_empty_log(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from support.policy import founding_text

    stdin = StringIO()
    stdin.buffer = __import__("io").BytesIO(founding_text().encode())  # type: ignore[attr-defined]
    monkeypatch.setattr("sys.stdin", stdin)
    with pytest.raises(SystemExit) as stop:
        main(["check", "-", "--format", "sarif"])
    assert stop.value.code == 0
    log = json.loads(capsys.readouterr().out)
    hold(log, "log")
    assert log["runs"][0]["results"] == []

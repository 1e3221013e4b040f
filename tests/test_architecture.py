"""The shape of the code: sizes, no unfinished marks, no hidden imports, nothing left out of a list."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from guiju.engine.checks import CHECKS, UNPROVED
from guiju.engine.reach.prove import PROOFS
from support.spoiled import ROOT

FILES = sorted(
    path
    for folder in ("grammar", "engine", "cli", "policies")
    for path in (ROOT / folder).rglob("*.py")
)
MOST_LINES, MOST_IN_A_FUNCTION = 400, 50
MARKS = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= MOST_LINES
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MOST_IN_A_FUNCTION, node.name


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_unfinished_and_every_module_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not any(mark in text for mark in MARKS)
    assert ast.get_docstring(tree(path)), "a module without a sentence on its job"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_an_import_inside_a_function_says_why(path: Path) -> None:
    """Only heavy libraries are deferred, with a sentence; cycles are not hidden so."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for function in ast.walk(tree(path)):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, (ast.Import, ast.ImportFrom)):
                    around = "\n".join(lines[node.lineno - 4 : node.lineno])
                    assert "#" in around, f"{path.name}:{node.lineno}"


def test_every_check_is_in_the_list() -> None:
    folder = ROOT / "engine" / "checks"
    inspecting = {
        path.stem for path in folder.glob("*.py") if "\ndef inspect(" in path.read_text("utf-8")
    }
    assert inspecting == {check.__module__.rsplit(".", 1)[1] for check in (*CHECKS, *UNPROVED)}


def test_every_proof_is_in_the_list() -> None:
    folder = ROOT / "engine" / "reach"
    proving = {
        path.stem
        for path in folder.glob("*.py")
        if "\ndef prove(known: Known)" in path.read_text("utf-8")
    }
    assert proving == {proof.__module__.rsplit(".", 1)[1] for proof in PROOFS}

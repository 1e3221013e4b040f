"""The founding policy, whole, damaged token by token, and typed with other punctuation."""

import random
from importlib.resources import files

import pytest
from guiju.grammar.dump import dump
from guiju.grammar.nodes import Block, File
from guiju.grammar.read import read, tokenize
from guiju.grammar.source import Source
from guiju.grammar.tokens import Token

POLICY = files("guiju.policies").joinpath("songyuan/2009.guiju").read_text(encoding="utf-8")
LINES = POLICY.splitlines(keepends=True)
#: From the first stage to the end of the bonus block: every shape occurs in it.
EXCERPT = POLICY[POLICY.index("取值 计分目标值") : POLICY.index("核算 最终得分")]
TOKENS = [token for token in tokenize(Source("", EXCERPT))[0] if token.kind != "COMMENT"]
NARROW = str.maketrans("：，；｛｝＋－％＝", ":,;{}+-%=")


def count(file: File | Block) -> int:
    """Declarations in a file or block."""
    return sum(1 + (count(item) if isinstance(item, Block) else 0) for item in file.items)


def findings(text: str) -> tuple[int, int]:
    """How many findings a text has, and how many declarations came back."""
    file, found = read(Source("", text))
    return len(found), count(file)


def sample(size: int, kinds: tuple[str, ...] = ()) -> list[Token]:
    chosen = [token for token in TOKENS if not kinds or token.kind in kinds]
    return random.Random(20091030).sample(chosen, min(size, len(chosen)))


def test_reads_without_findings() -> None:
    file, found = read(Source("2009.guiju", POLICY))
    assert found == ()
    assert [item.kind.text for item in file.items[:3]] == ["政策", "对象", "对象"]
    assert count(file) > 500


def test_half_width_punctuation_reads_the_same() -> None:
    quoted = [token for token in tokenize(Source("", POLICY))[0] if token.kind == "DOCUMENT"]
    text = POLICY.translate(NARROW)
    for token in quoted:
        text = text[: token.start] + POLICY[token.start : token.end] + text[token.end :]
    kept = [t for t in tokenize(Source("", POLICY))[0] if t.kind == "STRING"]
    for token in kept:
        text = text[: token.start] + POLICY[token.start : token.end] + text[token.end :]
    assert dump(read(Source("", text))[0]) == dump(read(Source("", POLICY))[0])


def test_line_ends_do_not_matter() -> None:
    crlf = POLICY.replace("\n", "\r\n")
    assert dump(read(Source("", crlf))[0]) == dump(read(Source("", POLICY))[0])


def test_deletions_give_few_findings() -> None:
    results = [findings(EXCERPT[: t.start] + EXCERPT[t.end :]) for t in sample(120)]
    assert sum(number <= 2 for number, _ in results) >= 0.95 * len(results)


def test_deleted_braces_lose_nothing() -> None:
    whole = findings(EXCERPT)[1]
    results = [
        findings(EXCERPT[: t.start] + EXCERPT[t.end :]) for t in sample(40, ("_LBRACE", "_RBRACE"))
    ]
    assert all(number >= 1 for number, _ in results)
    assert sum(whole - declared for _, declared in results) <= len(results)


@pytest.mark.parametrize("stray", ["：", "）", "{", "}", "、", "90分", "甲", "“丙”"])
def test_strays_and_replacements_leave_most_of_the_text(stray: str) -> None:
    whole = findings(EXCERPT)[1]
    texts = [EXCERPT[: t.start] + stray + " " + EXCERPT[t.start :] for t in sample(8)]
    texts += [EXCERPT[: t.start] + stray + EXCERPT[t.end :] for t in sample(8)]
    results = [findings(text) for text in texts]
    assert sum(number <= 3 for number, _ in results) >= 0.85 * len(results)
    assert sum(whole - declared for _, declared in results) <= 8 * len(results)


def test_truncation_gives_few_findings() -> None:
    results = [findings(EXCERPT[: t.start]) for t in sample(40)]
    assert sum(number <= 3 for number, _ in results) == len(results)

"""Carets stand under the characters they mean, whatever the characters and the width."""

from __future__ import annotations

from guiju.cli.render.carets import view
from guiju.cli.render.cells import fold, visible
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

LINES = st.text(
    st.one_of(
        st.sampled_from("年度：“a1 ％（）\t𠮷\u0301\u200b—·x"),
        st.characters(exclude_characters="\n\r"),
    ),
    max_size=60,
)


def cells(text: str) -> int:
    return sum(map(cell_len, text))


@given(LINES, st.integers(0, 60), st.integers(0, 20), st.integers(12, 90))
def test_carets_mirror_the_line(line: str, start: int, length: int, width: int) -> None:
    start = min(start, len(line))
    end = min(start + length, len(line))
    shown = view(line, start, end, width)
    before, under, after = shown.split(start, end)
    padding, carets = shown.carets(start, end)
    assert cells(before) == cells(padding)
    if under and cells(under):
        assert [cell_len(char) for char in under if cell_len(char)] == [
            cell_len(char) for char in carets
        ]
    assert set(carets) <= {"^", "＾"}
    assert carets
    assert cells(before + under + after) <= max(width, 8)


@given(LINES, st.integers(0, 60), st.integers(12, 40))
def test_the_first_meant_character_is_in_the_window(line: str, start: int, width: int) -> None:
    start = min(start, max(len(line) - 1, 0))
    shown = view(line, start, start + 1, width)
    assert shown.start <= start
    assert start < shown.end or not line


def test_an_empty_range_gets_one_caret() -> None:
    assert view("年a", 0, 0, 20).carets(0, 0) == ("", "＾")
    assert view("年a", 1, 1, 20).carets(1, 1) == ("\u3000", "^")
    assert view("年a", 2, 2, 20).carets(2, 2) == ("\u3000 ", "^")
    assert view("", 0, 0, 20).carets(0, 0) == ("", "^")


def test_tabs_reach_their_stop() -> None:
    shown = view("年\tx", 2, 3, 20)
    assert shown.split(2, 3) == ("年  ", "x", "")
    assert shown.carets(2, 3) == ("\u3000  ", "^")


@given(LINES, st.integers(10, 60))
def test_folding_keeps_every_word_and_the_width(line: str, width: int) -> None:
    text = visible(line)
    folded = fold(text, width)
    assert "".join("".join(folded).split()) == "".join(text.split())
    assert all(cell_len(part) <= width for part in folded)


def test_folding_keeps_punctuation_and_numbers_together() -> None:
    assert fold("完成率达到95.5％以上，得满分。", 14) == ["完成率达到", "95.5％以上，得", "满分。"]
    assert fold("市“一票否决”事项", 6, "  ") == ["市“一", "  票否", "  决”", "  事项"]

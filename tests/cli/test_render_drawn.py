"""Values drawn under a line: each stands under its own name, whatever the widths."""

from __future__ import annotations

from guiju.cli.render.carets import view
from guiju.cli.render.drawn import Mark, drawn_rows
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

LINE = "    取：四舍五入（加分后得分 ＋ bonus，2位）"


def rows(line: str, *marks: tuple[str, str], width: int = 200) -> list[str]:
    found = [Mark(line.index(name), text) for name, text in marks]
    return list(drawn_rows(view(line, 0, len(line), width), found))


def test_values_stand_side_by_side() -> None:
    assert rows(LINE, ("四舍", "94"), ("加分", "90.5"), ("bonus", "3.5")) == [
        "    　　│ 　　　　│ 　　　　 　 │",
        "    　　94　　　　90.5　　　 　 3.5",
    ]


def test_what_has_no_room_goes_below() -> None:
    assert rows("甲 ＋ 乙 ＋ 丙", ("甲", "≈1.234567"), ("乙", "22"), ("丙", "3")) == [
        "│  　 │  　 │",
        "│  　 22 　 3",
        "≈1.234567",
    ]


def test_what_was_cut_off_has_no_value() -> None:
    line = "头" * 40 + "名"
    shown = view(line, 0, 2, 20)
    assert list(drawn_rows(shown, [Mark(0, "1"), Mark(40, "2")])) == ["│", "1"]


texts = st.text("甲乙ab＋ 　1é", min_size=1, max_size=30)
values = st.sampled_from(["1", "92.5", "优秀", "≈90.879267", "—"])


@given(texts, st.data())
def test_every_value_begins_under_its_name(line: str, data: st.DataObject) -> None:
    columns = sorted(data.draw(st.sets(st.integers(0, len(line) - 1), min_size=1, max_size=6)))
    marks = [Mark(column, data.draw(values)) for column in columns]
    drawn = list(drawn_rows(view(line, 0, len(line), 500), marks))
    for mark in marks:
        place = cell_len(line[: mark.column])
        assert starts_at(drawn[0], place, "│")
        assert any(starts_at(row, place, mark.text) for row in drawn[1:])


def starts_at(row: str, place: int, text: str) -> bool:
    """Whether a text stands so many cells from the left."""
    return any(
        cell_len(row[:index]) == place and row[index:].startswith(text) for index in range(len(row))
    )

"""Policy texts that are well-formed by construction and laid out as badly as people do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

_WIDE = str.maketrans(":,;(){}%0123456789+=<", "：，；（）｛｝％０１２３４５６７８９＋＝＜")

names = st.sampled_from(
    [
        "市长",
        "总分",
        "甲",
        "权重系数",
        "至善小学",
        "非遗",
        "甲·乙",
        "committee",
        "a1",
        "重点_1",
        "or_more",
    ]
)
own_keys = st.sampled_from(["年度", "满分", "当", "按", "得分", "year", "when", "自定", "own"])
kinds = st.sampled_from(["政策", "机构", "指标", "环节", "body", "stage", "其余", "当", "且"])
comments = st.sampled_from(["# 注", "// remark", "＃　全角", "#", "# “未闭合 {", "#  行尾空格  "])
blanks = st.sampled_from(["", " ", "   ", "\u3000", "\t", "\u200b "])
some_blanks = st.sampled_from([" ", "  ", "\u3000", " \t"])


@st.composite
def either(draw: st.DrawFn, text: str) -> str:
    """Punctuation and digits in one width or the other, each on its own."""
    return "".join(char.translate(_WIDE) if draw(st.booleans()) else char for char in text)


def sequence(*parts: str | st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Parts with blanks between them, at least one where two are words."""
    return st.tuples(*(st.just(p) if isinstance(p, str) else p for p in parts)).map("".join)


def marked(text: str) -> st.SearchStrategy[str]:
    """A mark with blanks around it."""
    return sequence(blanks, either(text), blanks)


def apart(*parts: str | st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Parts with blanks between all of them."""
    filled: list[str | st.SearchStrategy[str]] = [parts[0]]
    for part in parts[1:]:
        filled += [some_blanks, part]
    return sequence(*filled)


numbers = st.sampled_from(["90", "1", "0.5", "2009", "12", "000"]).flatmap(either)
units = st.sampled_from(["分", "％", "%", "万元", "个", "位", "年", "月", "pts", "places", ""])
quantities = sequence(numbers, blanks.filter(lambda b: "\u200b" not in b), units)
counted = sequence(numbers, st.sampled_from(["分", "％", "个", " 票"]))
strings = st.sampled_from(
    [
        '"直引号"',
        "“弯引号”",
        "「角引号」",
        "“含“内”引号”",
        '“含"直"引号”',
        '“half"',
        "＂全角＂",
        '""',
    ]
)
literals = st.one_of(
    quantities,
    strings,
    names,
    sequence(names, blanks, st.sampled_from([".", "．"]), blanks, names),
    st.sampled_from(
        [
            *("10月30日", "次年 3月末", "4月中旬", "2009年10月30日", "2009-10-30", "20xx年"),
            *("30 Oct", "mid-April  2009", "End of  mar next year", "Oct 3", "20xx"),
        ]
    ),
    st.sampled_from(["《文件》", "《文件》 （松政发〔2009〕6号）"]),
)
ranges = st.one_of(
    apart(counted, st.sampled_from(["以上", "以下", "及以上", "or more"])),
    sequence(counted, "以上", blanks, st.sampled_from(["不足", "低于"]), blanks, counted),
    apart(counted, st.sampled_from(["以上 且 不足", "or more and below"]), counted),
    sequence(st.sampled_from(["低于", "≥", "at  least ", "below ", "至多"]), blanks, counted),
    sequence(
        counted, blanks, st.sampled_from(["至", "~", "～", "-", "－", "—", "--"]), blanks, counted
    ),
    apart(counted, "to", counted),
    sequence(st.sampled_from(["各占", "各", "each "]), blanks, counted),
)


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    words = st.sampled_from(
        ["且", "或", "and", "or", "低于", "≥", ">=", "=", "×", "/", "＋", "-", "not  before"]
    )
    return st.one_of(
        apart(inner, words, inner).map(lambda text: f"（{text}）"),
        sequence(names, marked("("), inner, marked(","), inner, blanks, either(")")),
        sequence(
            names, blanks, either("("), names, some_blanks, "当", some_blanks, inner, either(")")
        ),
        apart("非", names).map(lambda text: f"({text})"),
        sequence(st.sampled_from(["-", "－"]), blanks, names),
        sequence(
            names,
            some_blanks,
            "属于",
            blanks,
            either("("),
            ranges,
            marked("、"),
            names,
            either(")"),
        ).map(lambda text: f"（{text}）"),
        apart(names, st.sampled_from(["为空", "有值", "missing"])).map(lambda text: f"（{text}）"),
    )


formulas = st.recursive(literals, _larger, max_leaves=4)


@st.composite
def values(draw: st.DrawFn, end: str, broken: bool) -> str:
    """Items with marks between them; where lines may break, some do, with comments."""
    items = draw(st.lists(st.one_of(formulas, ranges), min_size=1, max_size=4))
    text = items[0]
    for item in items[1:]:
        text += draw(
            st.one_of(marked("、"), marked(",").filter(lambda m: "，" in m), st.just(", "))
        )
        if broken and draw(st.integers(0, 3)) == 0:
            text += draw(line_end(end)) + draw(blanks)
        text += item
    return text


@st.composite
def line_end(draw: st.DrawFn, end: str) -> str:
    """The end of a line: a comment before it or not, empty lines after it or not."""
    text = draw(blanks) + draw(st.one_of(st.just(""), st.just(""), comments)) + end
    for extra in draw(st.lists(st.one_of(blanks, comments), max_size=2)):
        text += draw(blanks) + extra + end
    return text


@st.composite
def heads(draw: st.DrawFn) -> str:
    """The head of a block."""
    text = draw(kinds) + draw(some_blanks) + draw(names)
    if draw(st.booleans()):
        text += draw(some_blanks) + draw(strings)
    if draw(st.booleans()):
        text += draw(blanks) + draw(either("(")) + draw(counted) + draw(blanks) + draw(either(")"))
    return text


@st.composite
def statements(draw: st.DrawFn, end: str, depth: int, broken: bool) -> str:
    """A property, or a block with what is in it."""
    if depth == 0 or draw(st.integers(0, 2)):
        return draw(own_keys) + draw(marked(":")) + draw(values(end, broken))
    head = draw(heads())
    if draw(st.integers(0, 5)) == 0 and not head.startswith(("当", "且")):
        return head
    gap = draw(line_end(end)) if broken and draw(st.integers(0, 5)) == 0 else draw(blanks)
    return head + gap + draw(bodies(end, depth - 1, broken and draw(st.booleans())))


@st.composite
def bodies(draw: st.DrawFn, end: str, depth: int, broken: bool) -> str:
    """What stands in a block, braces and all: on one line, or on as many as you like."""
    inside = draw(st.lists(statements(end, depth, broken), max_size=3))
    separate: Callable[[], str] = lambda: draw(separators(end, broken))  # noqa: E731
    edge: Callable[[], str] = lambda: draw(line_end(end) if broken else blanks)  # noqa: E731
    text = _joined(inside, separate)
    return draw(either("{")) + edge() + text + edge() + draw(either("}"))


@st.composite
def separators(draw: st.DrawFn, end: str, broken: bool) -> str:
    """Between two statements."""
    mark = draw(blanks) + draw(st.sampled_from([";", "；", "。", "；；"])) + draw(blanks)
    if not broken:
        return mark
    return draw(st.sampled_from(["", mark])) + draw(line_end(end)) + draw(blanks)


def _joined(parts: Sequence[str], separate: Callable[[], str]) -> str:
    text = parts[0] if parts else ""
    for part in parts[1:]:
        text += separate() + part
    return text


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A whole file."""
    end = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    tops = draw(st.lists(statements(end, 3, True), max_size=3))
    text = _joined(tops, lambda: draw(separators(end, True)))
    return (
        draw(st.one_of(st.just(""), line_end(end)))
        + text
        + draw(st.one_of(st.just(""), line_end(end)))
    )

"""What to write where a word of the language does not belong, or is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...grammar.diagnostics import Text
from ...grammar.remarks import NOTES
from ...grammar.vocabulary import BLOCKS, PROPERTIES, find_block
from ...grammar.words import BlockWord, PropertyWord

#: What offices write where the brackets of the head are meant.
AMOUNTS = frozenset(["权重", "分值", "比例", "占比", "权数", "标准分", "weight", "points"])
#: So many words a person reads; the rest is a page of its own.
_MOST = 8


def about_remark(word: str) -> Text | None:
    """The advice where a remark was written like a property: ``注：……``."""
    if word not in NOTES:
        return None
    return Text("注释写在“#”后面：# ……", "a remark follows a “#”: # …")


def about_property(word: str, allowed: Iterable[str], kind: BlockWord, head: str = "") -> Text:
    """The advice for a property that its block does not have, and that resembles none it has.
    ``head`` is the name of the block with what is written for the property in brackets."""
    if remark := about_remark(word):
        return remark
    if word in AMOUNTS and kind.amount is not None:
        return Text(
            f"写在名称后面的括号里：{kind.zh} {head or '名称（……）'}",
            f"write it in the brackets after the name: {kind.en} {head or 'name (…)'}",
        )
    block = find_block(word)
    if block is not None and kind.id in block.parents:
        return Text(
            f"“{word}”是一种块，写成：{block.zh} 名称 {{ … }}，不写冒号",
            f"“{word}” is a kind of block: write {block.en} name {{ … }}, without a colon",
        )
    if block is not None:
        return _blocks(
            "“{}”是一种块，写在这里面：", "“{}” is a kind of block of: ", word, block.parents
        )
    holders = [
        b.id
        for b in BLOCKS.values()
        if any(word in (PROPERTIES[p].zh, PROPERTIES[p].en) for p in b.properties)
    ]
    if holders:
        return _blocks("“{}”写在这些块里：", "“{}” belongs to: ", word, holders)
    return _listed("这里可以写：", "here may stand: ", [PROPERTIES[key] for key in allowed], kind)


def about_block(kinds: Sequence[BlockWord], around: BlockWord | None) -> Text:
    """The advice for a kind of block that is none, and that resembles none."""
    if not kinds:
        return Text("这里只能写“属性：值”", "only “property: value” may stand here")
    return _listed("这里可以写的块：", "the kinds of block here: ", kinds, around)


def _blocks(chinese: str, english: str, word: str, ids: Sequence[str]) -> Text:
    blocks = [BLOCKS[id] for id in ids if id in BLOCKS]
    top = Text("文件最外层", "the top of the file")
    names = [Text(b.zh, b.en) for b in blocks] + [top] * ("file" in ids)
    zh, en = (more if len(names) > _MOST else "" for more in ("等", " …"))
    return Text(
        chinese.format(word) + "、".join(name.zh for name in names[:_MOST]) + zh,
        english.format(word) + ", ".join(name.en for name in names[:_MOST]) + en,
    )


def _listed(
    chinese: str, english: str, words: Sequence[BlockWord | PropertyWord], kind: BlockWord | None
) -> Text:
    zh = chinese + "、".join(word.zh for word in words[:_MOST])
    en = english + ", ".join(word.en for word in words[:_MOST])
    if len(words) > _MOST:
        zh += f"等，全部见 guiju 词汇{f' {kind.zh}' if kind else ''}"
        en += f" …; for all see guiju words{f' {kind.en}' if kind else ''}"
    return Text(zh, en)

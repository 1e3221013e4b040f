"""Han characters that the eye takes for one another, as when a text is read from a scan."""

from __future__ import annotations

_GROUPS = (
    "曰日目 末未 土士 己已巳 人入八 干千于 大太犬 天夭 王玉主 申甲由田 白自 今令 戊戌戍 侯候 拔拨"
    " 析折拆 坏环 辩辨辫 治冶洽 享亨 处外 刀力 贷货 晴睛 微徵 住往 爪瓜 墓慕暮幕募 径经 茶荼 准淮"
    " 毫豪 夫失矢 牛午 了子 问间 名各 史吏 酒洒 密蜜 崇祟 郎朗 哀衰衷 即既 元无 历厉 休体"
    " 枚权 板扳 杆秆 梢稍 悔侮 挣净 竟竞 贵责 怠急 陪部 阵陈 抒杼 科料 巨臣 弟第 代伐"
)
#: What stands for a character and all that look like it.
_FACE = {char: group[0] for group in _GROUPS.split() for char in group}


def same_look(char: str, other: str) -> bool:
    """Whether two characters look alike."""
    return char == other or _FACE.get(char, char) == _FACE.get(other, other)


def mistaken(word: str, meant: str) -> tuple[str, str] | None:
    """The one character of a word that is not that of the word meant, and what it should be, if
    a reader would hardly see the difference."""
    if len(word) != len(meant):
        return None
    pairs = [pair for pair in zip(word, meant, strict=True) if pair[0] != pair[1]]
    return pairs[0] if len(pairs) == 1 and same_look(*pairs[0]) else None

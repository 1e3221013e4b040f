"""Why the system does not hand out a file, and what to do, in both languages."""

from __future__ import annotations

import errno

from ..grammar.diagnostics import Text

_KNOWN = {
    errno.EACCES: Text("没有读取权限", "no permission to read it"),
    errno.EPERM: Text("没有读取权限", "no permission to read it"),
    errno.EBUSY: Text("别的程序正在使用", "another program is using it"),
    errno.ENOENT: Text("没有这个文件", "there is no such file"),
    errno.EISDIR: Text("这是文件夹", "it is a folder"),
    errno.ENAMETOOLONG: Text("名称太长", "its name is too long"),
    errno.EIO: Text("磁盘读取出错", "the disk cannot be read"),
}
_ADVICE = {
    errno.ENOENT: Text("核对文件名和所在文件夹", "check its name and folder"),
    errno.EISDIR: Text("写出文件夹里的那个文件", "name the file in that folder"),
    errno.ENAMETOOLONG: Text("换一个短些的名称", "give it a shorter name"),
}
_HELD = Text("关掉正在使用它的程序，或另存一份", "close the program that uses it, or save a copy")


def reason(error: Exception) -> Text:
    """What an error of the system says; in its own words where it is a rare one."""
    own = getattr(error, "strerror", None) or str(error) or type(error).__name__
    number = getattr(error, "errno", None)
    known = _KNOWN.get(number) if isinstance(number, int) else None
    return known if known is not None else Text(own, own)


def advice(error: Exception) -> Text:
    """What to do about it."""
    number = getattr(error, "errno", None)
    return _ADVICE.get(number, _HELD) if isinstance(number, int) else _HELD


def refusal(error: Exception) -> dict[str, Text]:
    """Both, for a finding of a file that cannot be read."""
    return {"reason": reason(error), "advice": advice(error)}

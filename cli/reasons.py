"""Why the system does not hand out a file, in both languages."""

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


def reason(error: Exception) -> Text:
    """What an error of the system says; in its own words where it is a rare one."""
    own = getattr(error, "strerror", None) or str(error) or type(error).__name__
    number = getattr(error, "errno", None)
    known = _KNOWN.get(number) if isinstance(number, int) else None
    return known if known is not None else Text(own, own)

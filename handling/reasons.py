"""Why the operating system would not read or write, in Chinese: its own words are in the language of the machine, mostly English."""

from __future__ import annotations

import errno

_WORDS = {
    "ENOENT": "文件或文件夹不存在", "EACCES": "没有权限", "EPERM": "没有权限", "EISDIR": "这是文件夹，不是文件", "ENOTDIR": "路径中有一段不是文件夹",
    "EEXIST": "已有同名的文件", "ENOSPC": "磁盘已满", "EDQUOT": "磁盘配额已满", "EROFS": "磁盘是只读的", "EBUSY": "正被别的程序占用",
    "ETXTBSY": "正被别的程序占用", "ENAMETOOLONG": "名称太长", "EMFILE": "打开的文件太多", "ENFILE": "打开的文件太多", "EIO": "磁盘读写出错",
    "EFBIG": "文件太大", "ENOTEMPTY": "文件夹不是空的", "EXDEV": "不在同一个磁盘上", "EINVAL": "名称或参数不合规定", "ELOOP": "链接绕成了圈",
    "EADDRINUSE": "已被别的程序占用", "EADDRNOTAVAIL": "本机没有这个地址", "ENOMEM": "内存不够",
}  # fmt: skip
_BY_NUMBER = {getattr(errno, name): words for name, words in _WORDS.items() if hasattr(errno, name)}  # not every system knows every one


def why(problem: BaseException) -> str:
    """The reason in a few words: of an OSError its own, with the number where it is a rare one; anything else means damaged content."""
    if not isinstance(problem, OSError):
        return "内容已损坏"
    return _BY_NUMBER.get(problem.errno or 0, f"系统错误 {problem.errno}" if problem.errno else "读写出错")

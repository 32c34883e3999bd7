"""What the operating system refuses is told in Chinese."""

import errno

import pytest

from handling import __main__
from handling.reasons import why


@pytest.mark.parametrize(("number", "words"), [
    (errno.ENOENT, "文件或文件夹不存在"), (errno.EACCES, "没有权限"), (errno.ENOSPC, "磁盘已满"), (errno.EROFS, "磁盘是只读的"), (9999, "系统错误 9999"),
])  # fmt: skip
def test_a_reason_is_told_in_chinese(number, words):
    assert why(OSError(number, "whatever the system calls it")) == words


def test_what_is_no_matter_of_the_system_is_damaged_content():
    assert why(ValueError("Expecting value: line 1 column 1 (char 0)")) == "内容已损坏"


def test_the_command_line_says_it_without_english(tmp_path, capsys):
    taken = tmp_path / "taken"
    taken.write_text("a file where a folder is wanted")
    report = tmp_path / "a.txt"
    report.write_text("2024年共承办县政协提案126件，全部按期办结。", encoding="utf-8")
    assert __main__.main(["read", str(report), "--figures", str(taken / "figures.csv")]) == 1
    said = capsys.readouterr().err
    assert "路径中有一段不是文件夹" in said
    assert "Not a directory" not in said

"""Many files on all cores, in order, whatever one of them does."""

from __future__ import annotations

import store_stand_in

from handling.model import Reading, ReadingError
from handling.store import pool


def test_a_file_that_takes_its_process_down_does_not_stop_the_others(monkeypatch):
    monkeypatch.setattr(pool, "_send", store_stand_in.send)
    names = ["a.txt", "b.txt", "crash.txt", *[f"c{number}.txt" for number in range(12)]]
    found = list(pool.read_all([(name, f"报告\n{name}收到5件".encode()) for name in names]))
    assert [pool.name_of(source) for source, _ in found] == names
    failed = {pool.name_of(source): outcome for source, outcome in found if isinstance(outcome, ReadingError)}
    assert list(failed) == ["crash.txt"]
    assert str(failed["crash.txt"]) == "crash.txt：读取时进程中断（可能内存不足）。请把文件拆小，或另存为 .txt 后再导入。"
    assert all(len(outcome.figures) == 1 for _, outcome in found if isinstance(outcome, Reading))


def test_a_reading_error_comes_back_whole_from_another_process():
    problem = ReadingError("a.txt", "文件是空的", "请确认下载完整", code="empty")
    sent = (problem.name, problem.reason, problem.remedy, problem.code)
    received = pool._received(sent)
    assert isinstance(received, ReadingError)
    assert (str(received), received.code) == (str(problem), "empty")


def test_a_name_of_an_upload_loses_its_folders():
    assert pool.name_of(("C:\\用户\\报告.txt", b"")) == "报告.txt"
    assert pool.name_of(("../../etc/passwd", b"")) == "passwd"

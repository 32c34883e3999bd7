"""Many files on all cores, in order, whatever one of them does."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from handling.model import Reading, ReadingError
from handling.store import pool

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _stand_in_reader(monkeypatch):
    monkeypatch.setattr(pool, "READER", [sys.executable, str(Path(__file__).with_name("store_stand_in.py")), "serve"])
    monkeypatch.setenv("PYTHONPATH", str(ROOT), prepend=os.pathsep)


def upload(name: str) -> tuple[str, bytes]:
    return name, f"报告\n{name}收到5件".encode()


def test_a_file_that_takes_its_process_down_does_not_stop_the_others():
    names = ["a.txt", "b.txt", "crash.txt", "loud.txt", *[f"c{number}.txt" for number in range(12)]]
    found = list(pool.read_all([upload(name) for name in names]))
    assert [pool.name_of(source) for source, _ in found] == names
    failed = {pool.name_of(source): outcome for source, outcome in found if isinstance(outcome, ReadingError)}
    assert list(failed) == ["crash.txt"]
    assert str(failed["crash.txt"]) == "crash.txt：读取时进程中断（可能内存不足）。请把文件拆小，或另存为 .txt 后再导入。"
    assert all(len(outcome.figures) == 1 for _, outcome in found if isinstance(outcome, Reading))


def test_a_file_that_never_ends_is_given_up(monkeypatch):
    monkeypatch.setattr(pool, "FILE_SECONDS", 1.0)
    ((_, outcome),) = pool.read_all([upload("endless.txt")])
    assert str(outcome) == "endless.txt：读取超过1秒。请把文件拆小，或另存为 .txt 后再导入。"


def test_a_reading_error_comes_back_whole_from_another_process():
    ((_, problem),) = pool.read_all([("空.txt", b"")])
    assert isinstance(problem, ReadingError)
    assert (str(problem), problem.code) == ("空.txt：文件是空的。请确认下载完整后重新导入。", "empty")


def test_files_on_disk_are_read_wherever_the_program_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pool, "FEW", 0)
    Path("a.txt").write_bytes(upload("a.txt")[1])
    ((_, outcome),) = pool.read_all([Path("a.txt")])
    assert isinstance(outcome, Reading)
    assert outcome.document.name == "a.txt"


def test_whoever_stops_listening_leaves_no_process_behind(monkeypatch):
    started = []
    start = pool._start
    monkeypatch.setattr(pool, "_start", lambda: started.append(start()) or started[-1])
    reading = pool.read_all([upload(f"{number}.txt") for number in range(9)])
    next(reading)
    reading.close()
    assert started
    assert all(process.poll() is not None for process in started)


def test_a_name_of_an_upload_loses_its_folders():
    assert pool.name_of(("C:\\用户\\报告.txt", b"")) == "报告.txt"
    assert pool.name_of(("../../etc/passwd", b"")) == "passwd"

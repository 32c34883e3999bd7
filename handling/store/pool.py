"""Many files read on all cores; one bad file, or one that takes its process down, never stops the others."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from handling.model import Reading, ReadingError

Source = Path | tuple[str, bytes | Path]
"""A file on disk, or a name and the bytes or the file that go under it."""

Outcome = Reading | ReadingError

_FEW = 3  # so many files are read here: starting processes would take longer
_AHEAD = 4  # files a process that are handed out beforehand


def name_of(source: Source) -> str:
    """The file's name, without folders."""
    return source.name if isinstance(source, Path) else source[0].replace("\\", "/").rpartition("/")[2]


def read_all(sources: Iterable[Source]) -> Iterator[tuple[Source, Outcome]]:
    """Each source with its reading, or with the error that tells why there is none; in the given order."""
    waiting = deque(sources)
    if len(waiting) <= _FEW:
        yield from ((source, read_one(source)) for source in waiting)
        return
    while waiting:
        suspects = yield from _read_in_pool(waiting)
        for source in suspects:  # one of these took its process down: each gets a process of its own
            yield source, _read_apart(source)


def bytes_of(source: Source) -> bytes:
    """The source's bytes. Raises OSError."""
    content = source if isinstance(source, Path) else source[1]
    return content.read_bytes() if isinstance(content, Path) else content


def read_one(source: Source) -> Outcome:
    """The reading of one source in this process, or the error."""
    from handling.reading import read_report  # here: a server that only shows figures never loads the readers

    try:
        if isinstance(source, Path):
            return read_report(source)
        name, content = source
        return read_report(content, name=name) if isinstance(content, Path) else read_report(data=content, name=name)
    except ReadingError as problem:
        return problem
    except Exception as problem:  # whatever a strange file does to the reader, the other files come in
        kind = type(problem).__name__
        return ReadingError(name_of(source), f"读取时程序出错（{kind}）", "请把这个文件发给维护人员", code="internal")


def _workers() -> int:
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _new_pool(workers: int) -> ProcessPoolExecutor:
    # spawn: a fork of the dashboard's server would copy its threads' locks
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))


def _read_in_pool(waiting: deque[Source]) -> Generator[tuple[Source, Outcome], None, list[Source]]:
    """Reads until nothing is waiting or the pool breaks; then returns the sources whose fate is open."""
    workers = min(_workers(), len(waiting))
    running: deque[tuple[Source, Future[_Sent]]] = deque()
    with _new_pool(workers) as pool:
        try:
            while waiting or running:
                while waiting and len(running) < workers * _AHEAD:
                    running.append((waiting[0], pool.submit(_send, waiting[0])))
                    waiting.popleft()
                source, future = running[0]
                outcome = _received(future.result())
                running.popleft()
                yield source, outcome
        except BrokenProcessPool:
            return [source for source, _ in running]
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    return []


def _read_apart(source: Source) -> Outcome:
    with _new_pool(1) as pool:
        try:
            return _received(pool.submit(_send, source).result())
        except BrokenProcessPool:
            return ReadingError(name_of(source), "读取时进程中断（可能内存不足）", "请把文件拆小，或另存为 .txt 后再导入", code="crashed")


_Sent = Reading | tuple[str, str, str, str]


def _send(source: Source) -> _Sent:
    # An exception with several arguments does not survive the way between processes.
    outcome = read_one(source)
    return outcome if isinstance(outcome, Reading) else (outcome.name, outcome.reason, outcome.remedy, outcome.code)


def _received(sent: _Sent) -> Outcome:
    return sent if isinstance(sent, Reading) else ReadingError(*sent)

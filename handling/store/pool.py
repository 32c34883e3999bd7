"""Many files read on all cores; one bad file, or one that takes its process down, never stops the others."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from handling.model import Reading, ReadingError

Source = Path | tuple[str, bytes | Path]
"""A file on disk, or a name and the bytes or the file that go under it."""

Outcome = Reading | ReadingError
Sent = Reading | tuple[str, str, str, str]

FEW = 3  # so many files on disk are read right here: starting processes would take longer
FILE_SECONDS = 180.0
READER = [sys.executable, "-m", "handling.store.reader"]
_PROJECT = Path(__file__).resolve().parents[2]
_AHEAD = 4  # files a process that are taken up beforehand


def name_of(source: Source) -> str:
    """The file's name, without folders."""
    return source.name if isinstance(source, Path) else source[0].replace("\\", "/").rpartition("/")[2]


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


def is_read_here(sources: list[Source]) -> bool:
    """Whether no other process is needed. Uploads never come near the server's own memory and time."""
    return len(sources) <= FEW and all(isinstance(source, Path) for source in sources)


def read_all(sources: Iterable[Source]) -> Iterator[tuple[Source, Outcome]]:
    """Each source with its reading, or with the error that tells why there is none; in the given order."""
    listed = list(sources)
    if is_read_here(listed):
        yield from ((source, read_one(source)) for source in listed)
    else:
        yield from _read_apart(listed)


def _read_apart(sources: list[Source]) -> Iterator[tuple[Source, Outcome]]:
    workers = min(_cores(), len(sources))
    readers: SimpleQueue[_Reader] = SimpleQueue()
    for _ in range(workers):
        readers.put(_Reader())

    def read(source: Source) -> Outcome:
        reader = readers.get()
        try:
            return reader.read(source)
        finally:
            readers.put(reader)

    waiting, running = deque(sources), deque[tuple[Source, Future[Outcome]]]()
    with ThreadPoolExecutor(workers, thread_name_prefix="reading") as threads:
        try:
            while waiting or running:
                while waiting and len(running) < workers * _AHEAD:
                    source = waiting.popleft()
                    running.append((source, threads.submit(read, source)))
                source, future = running.popleft()
                yield source, future.result()
        finally:
            threads.shutdown(wait=True, cancel_futures=True)
            for _ in range(workers):
                readers.get().close()


class _Reader:
    """A reader process, started when first needed, and again after a file has taken it down."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, source: Source) -> Outcome:
        """The outcome of one source; an error where the process dies or takes longer than FILE_SECONDS over it."""
        process = self._process = self._process or _start()
        late = threading.Timer(FILE_SECONDS, process.kill)
        late.start()
        try:
            return _exchange(process, source)
        except (EOFError, OSError, pickle.UnpicklingError):
            self.close()
            too_late = not late.is_alive()
            reason = f"读取超过{FILE_SECONDS:.0f}秒" if too_late else "读取时进程中断（可能内存不足）"
            return ReadingError(name_of(source), reason, "请把文件拆小，或另存为 .txt 后再导入", code="crashed")
        finally:
            late.cancel()

    def close(self) -> None:
        """End the process."""
        if self._process:
            for pipe in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(OSError):  # what was not sent yet has nobody to go to
                    pipe.close()  # type: ignore[union-attr]
            self._process.kill()
            self._process.wait()
            self._process = None


def _start() -> subprocess.Popen[bytes]:
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(READER, cwd=_PROJECT, stdin=pipe, stdout=pipe, stderr=nothing, env={**os.environ, "PYTHONUTF8": "1"})


def _exchange(process: subprocess.Popen[bytes], source: Source) -> Outcome:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    pickle.dump(_absolute(source), process.stdin)
    process.stdin.flush()
    sent: Sent = pickle.load(process.stdout)
    return sent if isinstance(sent, Reading) else ReadingError(*sent)


def _absolute(source: Source) -> Source:
    if isinstance(source, Path):
        return source.absolute()
    name, content = source
    return (name, content.absolute()) if isinstance(content, Path) else source


def _cores() -> int:
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)

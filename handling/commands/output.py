"""What every command shares in telling the person at the keyboard how it goes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Tell = Callable[[int, int, str], None]


def complain(line: str) -> None:
    """One line on stderr."""
    print(line.replace("\n", " "), file=sys.stderr, flush=True)


@contextmanager
def progress_bar(task: str) -> Iterator[Tell]:
    """A bar on stderr that the yielded function moves; nothing is drawn where stderr is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        row = bar.add_task(task, total=None)

        def tell(done: int, total: int, name: str) -> None:
            bar.update(row, completed=done, total=total, description=name if len(name) <= 40 else f"{name[:39]}…")

        yield tell


def save(path: Path, data: bytes) -> None:
    """Write an output file. Raises OSError."""
    path.write_bytes(data)

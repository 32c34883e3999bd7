"""How the cost of a piece of work grows with its input, told so that a busy machine cannot fail a test.

Times are of this process alone. A pair of runs that the machine disturbed is measured again: work that really grows too fast grows so every time."""

import time
from collections.abc import Callable
from typing import TypeVar

Input = TypeVar("Input")

TRIES = 5
LEAST = 0.01
"""Seconds: a shorter run is taken for this long, for the clock tells nothing of it."""


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def grows(work: Callable[[Input], object], small: Input, large: Input, most: float) -> bool:
    """Whether the large input takes more than `most` times as long as the small one, in each of the tries."""
    work(small)
    return all(seconds(lambda: work(large)) > most * max(seconds(lambda: work(small)), LEAST) for _ in range(TRIES))

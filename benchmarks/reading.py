"""How many reports a second one core reads, beside a floor on the same text in the same run.

    python benchmarks/reading.py [--repeats 5]

Reads the plain reports of tests/golden (each joined with itself to about 4,000 characters) through the whole pipeline and prints reports and
megabytes a second, the same for a floor (fold the text and find every number in it once), their ratio, and how the time a character grows with
the length of a text.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from handling.extract.numerals import numbers  # noqa: E402
from handling.extract.text import fold  # noqa: E402
from handling.reading import read_report  # noqa: E402

LENGTH = 4_000


def reports() -> list[str]:
    """The texts, each about LENGTH characters long."""
    texts = [path.read_text(encoding="utf-8") for name in ("phrases", "offices") for path in sorted((ROOT / "tests/golden" / name / "files").iterdir())]
    return [(text + "\n") * max(1, round(LENGTH / len(text))) for text in texts]


def seconds(work: Callable[[], object], repeats: int) -> float:
    """Median processor time of `work` after one warm-up."""
    work()
    times = []
    for _ in range(repeats):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=5)
    repeats = parser.parse_args().repeats
    texts = reports()
    size = sum(len(text.encode()) for text in texts) / 1e6
    whole = seconds(lambda: [read_report(data=text.encode(), name="a.txt") for text in texts], repeats)
    floor = seconds(lambda: [list(numbers(fold(text))) for text in texts], repeats)
    print(f"{len(texts)} reports of about {LENGTH:,} characters, one core")
    for name, taken in (("whole pipeline", whole), ("floor: fold, find numbers", floor)):
        print(f"{name:<28}{len(texts) / taken:>9.0f} reports/s{size / taken:>9.2f} MB/s")
    print(f"ratio of the pipeline to the floor: {whole / floor:.1f}")
    once = seconds(lambda: read_report(data=texts[0].encode(), name="a.txt"), repeats) / len(texts[0])
    for times in (10, 50):
        long = texts[0] * times
        taken = seconds(lambda long=long: read_report(data=long.encode(), name="a.txt"), 1) / len(long)
        print(f"a text {times} times as long: {taken / once:.2f} times the time a character")


if __name__ == "__main__":
    main()

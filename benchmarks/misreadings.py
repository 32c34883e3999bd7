"""How many findings of the audit are made by misreadings, and what the rules that lower them take away, by threshold.

    python benchmarks/misreadings.py

Reads the reports of tests/golden. A finding is true where it also arises from the reference figures of its report; else a misreading made it. What is
lowered to `unsure` is counted for each threshold of the confidence by signs other than arithmetic (0: by where the figures stand alone).
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from handling import confidence, reading  # noqa: E402
from handling.audit import audit  # noqa: E402
from tests.golden.agreement import figure_of, is_true, rows  # noqa: E402

THRESHOLDS = (0.0, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.96)


def counted() -> dict[float, Counter[tuple[bool, bool]]]:
    """For each threshold: how many findings are (true, lowered)."""
    found: dict[float, Counter[tuple[bool, bool]]] = defaultdict(Counter)
    weigh, asked = reading.weigh, []
    reading.weigh = lambda *facts: (asked.append(facts), weigh(*facts))[1]
    for folder in sorted(path.parent for path in (ROOT / "tests" / "golden").glob("*/figures.csv")):
        by_report = defaultdict(list)
        for row in rows(folder / "figures.csv"):
            by_report[row["report"]].append(figure_of(row))
        for path in sorted((folder / "files").iterdir()):
            asked.clear()
            read = reading.read_report(path)
            known = by_report[read.report.report]
            own = audit(read.report, known)
            for threshold in THRESHOLDS if asked else ():
                confidence.SURE = threshold
                for finding, before in zip(weigh(*asked[0])[1], asked[0][3], strict=True):
                    if before.severity != "note" and before.figures:
                        found[threshold][is_true(before, read.figures, known, own), finding.severity == "unsure"] += 1
            confidence.SURE = 0.9
    return found


def main() -> None:
    """Print one line a threshold."""
    for threshold, count in counted().items():
        parts = [f"{words} {count[true, True]:3} of {count[true, True] + count[true, False]:3}" for true, words in ((False, "misread"), (True, "true"))]
        print(f"threshold {threshold:4.2f}   lowered:  {'   '.join(parts)}")


if __name__ == "__main__":
    main()

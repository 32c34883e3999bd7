"""Fits how sure a reading is, and prints how often that proves right on reports that were kept aside.

    python benchmarks/confidence.py read SET …       read the reports of these folders (files/ and figures.csv, as tests/golden/written) anew
    python benchmarks/confidence.py                  print the reliability table from what was read
    python benchmarks/confidence.py fit              … and write the weights into data/vocabulary/confidence.csv

confidence_readings.csv keeps what was read: one row a report and combination of signs, with how many figures had it and how many of those were right
in every column of tests/golden/agreement.py. `when` is `now` for today's reader, `first` for a set as an earlier reader read it, before anybody had
taught it on that set (`text`: the same of single sentences, paragraphs and heads): such readings go wrong more often, as those of any new
report do, and are weighed in by FIRST.

The model is a logistic regression: confidence = 1 / (1 + exp(-(base + the weights of the signs))). A sign of doubt never raises, a sum that fits never
lowers. Every report counts by the root of its figures, since what is misread in one is misread throughout. Nothing is fitted on the set that it is tried on.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from math import exp
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from handling import reading  # noqa: E402
from handling.confidence import BASE, SURE, signs_of  # noqa: E402
from tests.golden.agreement import key, row_of, rows  # noqa: E402

KEPT = Path(__file__).with_name("confidence_readings.csv")
TABLE = ROOT / "data" / "vocabulary" / "confidence.csv"
COLUMNS = ("set", "when", "report", "signs", "read", "right")
FIRST = 1.0  # what a first reading counts beside one of today
PULL = 5.0  # how strongly weights are drawn to 0
EVEN = 0.5  # 0: every figure counts the same, 1: every report does
ENOUGH = 10  # figures that a sign needs to be fitted; below that the table's own weight stands
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
Row = dict[str, str]


def read_one(path: Path) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Signs and key of every figure of a report."""
    seen: list[tuple[str, ...]] = []

    def listen(*facts):
        seen[:] = signs_of(*facts)
        return seen

    reading.weigh.__globals__["signs_of"] = listen
    figures = reading.read_report(path).figures
    return [(signs, key(row_of(figure))) for signs, figure in zip(seen, figures, strict=True)]


def read_set(folder: Path, when: str) -> list[Row]:
    """The rows of one set."""
    known = {key(row) for row in rows(folder / "figures.csv")}
    files = folder / "files" if (folder / "files").is_dir() else folder
    paths = [path for path in sorted(files.iterdir()) if path.suffix != ".csv" or files != folder]
    counted: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    with ProcessPoolExecutor() as pool:
        for path, found in zip(paths, pool.map(read_one, paths), strict=True):
            for signs, figure in found:
                one = counted[path.stem, " ".join(sorted(signs))]
                one[0] += 1
                one[1] += figure in known
    return [dict(zip(COLUMNS, (folder.name, when, *where, str(n), str(right)), strict=True)) for where, (n, right) in sorted(counted.items())]


def kept() -> list[Row]:
    """All rows read so far."""
    return rows(KEPT) if KEPT.exists() else []


def keep(found: list[Row]) -> None:
    """Write the rows, set by set."""
    with KEPT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(sorted(found, key=lambda row: [row[name] for name in COLUMNS[:4]]))


def fit(data: list[Row]) -> dict[str, float]:
    """The weight of every sign that is seen often enough."""
    seen: Counter[str] = Counter()
    size: Counter[tuple[str, str, str]] = Counter()
    for row in data:
        size[row["set"], row["when"], row["report"]] += int(row["read"])
        seen.update({sign: int(row["read"]) for sign in row["signs"].split()})
    names = [BASE, *sorted(sign for sign, n in seen.items() if n >= ENOUGH)]
    place = {name: n for n, name in enumerate(names)}
    held = np.zeros((len(data), len(names)))
    held[:, 0] = 1
    for n, row in enumerate(data):
        held[n, [place[sign] for sign in row["signs"].split() if sign in place]] = 1
    read, right = (np.array([float(row[name]) for row in data]) for name in ("read", "right"))
    weight = np.array([(FIRST if row["when"] == "first" else 1) / size[row["set"], row["when"], row["report"]] ** EVEN for row in data])
    weight *= len(data) / weight.sum() * read.sum() / len(data)
    pull = np.full(len(names), PULL)
    pull[0] = 0

    def loss(beta):
        score = held @ beta
        miss = weight * (read * np.logaddexp(0, score) - right * score)
        slope = held.T @ (weight * (read / (1 + np.exp(-score)) - right)) + pull * beta
        return miss.sum() + (pull * beta * beta).sum() / 2, slope

    bounds = [(None, None) if name == BASE else (0, None) if name.endswith(":fit") else (None, 0) for name in names]
    return dict(zip(names, minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds).x, strict=True))


def sure(weights: dict[str, float], row: Row) -> float:
    """The confidence of a row's figures."""
    return 1 / (1 + exp(-sum(weights.get(sign, 0) for sign in (BASE, *row["signs"].split()))))


def told(name: str, judged: list[tuple[float, int, int]]) -> str:
    """One line: how many of these figures are at or above SURE, and how many of those are right."""
    read, right = (sum(one[n] for one in judged) for n in (1, 2))
    high = [one for one in judged if one[0] >= SURE]
    n, good = (sum(one[k] for one in high) for k in (1, 2))
    caught = (read - right) - (n - good)
    high_said = f">= {SURE}: {n / read:6.1%} of them, right {good / max(n, 1):6.1%}"
    return f"{name:<18} read {read:5}  right {right / read:6.1%}  | {high_said} | wrong ones below: {caught} of {read - right}"


def try_out(data: list[Row]) -> None:
    """Each set judged by the weights fitted on the others, then all together by bins."""
    judged: dict[tuple[str, str], list[tuple[float, int, int]]] = defaultdict(list)
    for name in sorted({row["set"] for row in data}):
        weights = fit([row for row in data if row["set"] != name])
        for row in data:
            if row["set"] == name:
                judged[row["when"], name].append((sure(weights, row), int(row["read"]), int(row["right"])))
    for when in ("now", "first", "text"):
        for (other, name), one in judged.items():
            if other == when:
                print(told(f"{name} {when}", one))
        everything = [one for (other, _), found in judged.items() if other == when for one in found]
        print(told(f"all {when}", everything))
        for low, high in pairwise(BINS):
            inside = [one for one in everything if low <= one[0] < high]
            n, good = (sum(one[k] for one in inside) for k in (1, 2))
            if n:
                mean = sum(one[0] * one[1] for one in inside) / n
                print(f"    {low:.2f} – {min(high, 1):.2f}   read {n:5}   said {mean:6.1%}   right {good / n:6.1%}")


def write(data: list[Row]) -> None:
    """The table with new weights; words stay, and weights of signs that are too rare."""
    weights, seen, right = fit(data), Counter(), Counter()
    for row in data:
        for sign in (BASE, *row["signs"].split()):
            seen[sign] += int(row["read"]) * (row["when"] == "now")
            right[sign] += int(row["right"]) * (row["when"] == "now")
    known = {row["sign"]: row for row in rows(TABLE)}
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("sign", "weight", "read", "right", "zh"))
        for sign in sorted(known.keys() | weights.keys(), key=lambda one: (one != BASE, one)):
            old = known.get(sign, {})
            weight = f"{weights[sign] + 0.0:.2f}" if sign in weights else old["weight"]
            writer.writerow((sign, weight.replace("-0.00", "0.00"), seen[sign], right[sign], old.get("zh", "")))


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["read"]:
        folders = [Path(one) for one in arguments[1:]]
        names = {folder.name for folder in folders}
        fresh = [row for folder in folders for row in read_set(folder, "now")]
        keep([row for row in kept() if row["set"] not in names or row["when"] != "now"] + fresh)
        return
    try_out(kept())
    if arguments == ["fit"]:
        write(kept())


if __name__ == "__main__":
    main(sys.argv[1:])

"""How long the questions of the pages take, and the same questions in pandas and SQLite.

    python benchmarks/questions.py [--figures 1000000] [--repeats 15] [--no-peers] [--warehouse FILE | --build-only FILE]

Makes a synthetic country (benchmarks/country.py), writes it as the product writes its warehouse, and prints: the build's time and peak
memory; p50 and p95 of every question that a page asks, over filters from one county to the whole nation, beside the processor time that it
takes (all threads; what a busy machine leaves unchanged); and, for six questions, the ratio of pandas and SQLite to DuckDB in this run.
Times are of this machine; take the ratios from it.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import country  # noqa: E402
import duckdb  # noqa: E402
import peers  # noqa: E402

from handling import query, store  # noqa: E402
from handling.model import Filters  # noqa: E402
from handling.store import building  # noqa: E402

NOT_OF_PAGES = ("schema", "export", "explain")
OF_UNITS = ("unit/figures", "unit/rates", "unit/reports", "unit/conflicts", "unit/derived", "compare/rates",
            "compare/all_rates")  # a page asks them only of the units chosen
PICKED = 6  # units that are compared
REPORT = "0-0-2010"  # see country.entries


def scopes(warehouse: query.Warehouse) -> tuple[dict[str, Filters], dict[str, Any]]:
    """The filters that questions are asked with, from one county to the nation; and every other parameter that a question may take."""
    units = warehouse.ask("filters/units")
    first = units.iloc[0]
    narrow = {
        "nation": Filters(), "year": Filters(years=(2023, 2023)), "province": Filters(regions=(first["province_id"],)),
        "province-year": Filters(years=(2023, 2023), regions=(first["province_id"],)), "county": Filters(regions=(first["region_id"],)),
        "suggestions": Filters(instruments=("suggestion",)), "bureau kind": Filters(bureau_kinds=(first["bureau_kind"],)),
        "units": Filters(units=tuple(units["unit_id"][:PICKED])),
    }  # fmt: skip
    figure = warehouse.ask("sources/figures", report=REPORT)["figure_id"][0]
    extra = {
        "words": [], "units_meant": [], "reports": [REPORT], "report": REPORT, "figure": figure, "unit": first["unit_id"], "units": [first["unit_id"]],
        "order": "share", "topic": "economy", "most": 60, "finding": "", "severities": None, "finding_kinds": None,
        "kinds": ["satisfaction_rate.broad"], "measures": ["satisfaction_rate"], "kind": "satisfaction_rate.broad",
    }  # fmt: skip
    return narrow, extra


def milliseconds(work: Callable[[], object], repeats: int) -> list[float]:
    """Times of `work` after one warm-up."""
    work()
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return times


def p95(times: list[float]) -> float:
    return sorted(times)[max(0, round(0.95 * len(times)) - 1)]


def peak_memory() -> float:
    """The most megabytes that this process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def build(figures: int, path: Path) -> None:
    """Make and write the country. Runs in a process of its own, so that its memory is its own."""
    begin = time.perf_counter()
    tables = building.tables_of(country.entries(figures), {"data_version": "benchmark", "built_at": "2026-01-01T00:00:00"})
    made, before = time.perf_counter(), peak_memory()
    store.write(path, tables)
    print(f"build: {tables['figure'].num_rows:,} figures, {tables['rate'].num_rows:,} rates audited and derived in {made - begin:.1f} s, "
          f"written in {time.perf_counter() - made:.1f} s, "
          f"peak {peak_memory():,.0f} MB ({before:,.0f} MB before writing), file {path.stat().st_size / 1e6:,.1f} MB", flush=True)  # fmt: skip


def pages(warehouse: query.Warehouse, repeats: int) -> None:
    every_scope, every_extra = scopes(warehouse)
    print(f"\n{'question of a page':<30}{'p50 ms':>8}{'p95 ms':>8}{'cpu ms':>8}   slowest scope: p50 ms, cpu ms, rows")
    for path in sorted(query.QUESTIONS.rglob("*.sql")):
        name = path.relative_to(query.QUESTIONS).with_suffix("").as_posix()
        if name.split("/")[0] in NOT_OF_PAGES:
            continue
        wanted = set(warehouse._parameters(name)) - set(query.filter_parameters(Filters()))
        if not wanted <= every_extra.keys():
            print(f"{name:<30} not timed: takes {', '.join(sorted(wanted - every_extra.keys()))}")
            continue
        extra = {key: every_extra[key] for key in wanted}
        asked = {"units": every_scope["units"]} if name in OF_UNITS else every_scope
        times, used, rows = {}, {}, {}
        for scope, filters in asked.items():
            began = time.process_time()
            times[scope] = milliseconds(lambda n=name, f=filters, e=extra: warehouse.ask(n, f, **e), repeats)
            used[scope] = (time.process_time() - began) * 1000 / (repeats + 1)
            rows[scope] = len(warehouse.ask(name, filters, **extra))
        every = [time for scope in times.values() for time in scope]
        slowest = max(used, key=lambda scope: used[scope])
        print(f"{name:<30}{statistics.median(every):>8.1f}{p95(every):>8.1f}{statistics.median(used.values()):>8.1f}   "
              f"{slowest}: {statistics.median(times[slowest]):.1f}, {used[slowest]:.1f}, {rows[slowest]:,}", flush=True)  # fmt: skip


def beside_peers(path: Path, folder: Path, repeats: int) -> None:
    connection = duckdb.connect(str(path), read_only=True)
    frame = connection.sql("select unit_id, region_id, province_id, year, instrument, role, measure, category, value from figure").df()
    for column in ("unit_id", "region_id", "province_id", "instrument", "role", "measure", "category"):
        frame[column] = frame[column].astype("category")
    lite = peers.sqlite(frame, str(folder / "peer.sqlite"))
    unit, province = connection.sql("select unit_id, province_id from figure order by unit_id limit 1").fetchall()[0]
    asked = {"year": 2023, "province": province, "unit": unit}

    def numbered(question: peers.Question) -> tuple[Any, ...]:
        return tuple(asked.values())[: 3 if "?3" in question.sql else 2]

    print(f"\n{'the same question, p50 ms':<52}{'DuckDB':>8}{'pandas':>8}{'SQLite':>8}   pandas/DuckDB  SQLite/DuckDB")
    for question in peers.QUESTIONS:
        sql = question.sql.replace("?1", "$year").replace("?2", "$province").replace("?3", "$unit")
        bound = {name: value for name, value in asked.items() if f"${name}" in sql}
        runs = {
            "duckdb": lambda sql=sql, bound=bound: connection.cursor().execute(sql, bound).fetchall(),
            "pandas": lambda question=question: question.pandas(frame, **asked),
            "sqlite": lambda question=question: lite.execute(question.sql, numbered(question)).fetchall(),
        }
        counts = {name: len(run()) for name, run in runs.items()}
        if len(set(counts.values())) != 1:
            raise SystemExit(f"{question.name}: the peers do not agree on the number of rows: {counts}")
        times = {name: statistics.median(milliseconds(run, repeats)) for name, run in runs.items()}
        print(f"{question.name:<52}{times['duckdb']:>8.1f}{times['pandas']:>8.1f}{times['sqlite']:>8.1f}"
              f"{times['pandas'] / times['duckdb']:>15.1f}{times['sqlite'] / times['duckdb']:>15.1f}", flush=True)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--no-peers", action="store_true", help="without pandas and SQLite, which need the rows in memory and minutes to load")
    parser.add_argument("--build-only", type=Path, help="write the country to this file and stop")
    parser.add_argument("--warehouse", type=Path, help="time the questions on such a file instead of building one")
    options = parser.parse_args()
    if options.build_only:
        build(options.figures, options.build_only)
        return
    with tempfile.TemporaryDirectory() as name:
        path = options.warehouse or Path(name) / "handling-benchmark.duckdb"
        if not options.warehouse:
            subprocess.run([sys.executable, __file__, "--figures", str(options.figures), "--build-only", path], check=True)
        warehouse = query.Warehouse(path)
        pages(warehouse, options.repeats)
        warehouse.close()
        if not options.no_peers:
            beside_peers(path, Path(name), options.repeats)


if __name__ == "__main__":
    main()

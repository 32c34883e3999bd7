"""import, remove, build: what changes the warehouse."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from handling.commands.output import complain, progress_bar

if TYPE_CHECKING:
    from handling.store import FileResult


def add_to(commands: Any) -> None:
    """Declare the three commands."""
    parser: argparse.ArgumentParser = commands.add_parser("import", help="读取报告并入库")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="报告文件或文件夹")
    parser.set_defaults(run=run_import)
    parser = commands.add_parser("remove", help="移除导入过的报告")
    parser.add_argument("reports", nargs="+", metavar="REPORT", help="报告编号（见 export reports）")
    parser.set_defaults(run=run_remove)
    parser = commands.add_parser("build", help="由 data/ 和导入过的报告建立数据仓库")
    parser.set_defaults(run=run_build)


def run_import(options: argparse.Namespace) -> int:
    """Import all; 1 where nothing is in the warehouse of what was asked for."""
    from handling import store

    with progress_bar("读取") as tell:
        result = store.import_files(options.paths, tell)
    for done in (*result.imported, *result.skipped):
        print(done.sentence)
        for line in _differing(done):
            print("    " + line)
    for failed in result.failed:
        complain(failed.sentence)
        for unread in failed.unread:
            complain("    " + " ".join(unread.sentence.split()) + (f"（{unread.reason}）" if unread.reason else ""))
    print(f"入库 {len(result.imported)} 份，已有 {len(result.skipped)} 份，没有读成 {len(result.failed)} 份。")
    return 0 if result.imported or result.skipped else 1


def _differing(done: FileResult) -> list[str]:
    """Which figures a report that was refused says otherwise, and how it takes the place of the one that is there."""
    from handling.store import MOST_SAID, places, said

    if done.code != "duplicate" or not done.changes:
        return []
    rest = [f"……共 {places(done.changes)} 处"] if len(done.changes) > MOST_SAID else []
    remedy = f"要换成这一份：先 python3 run.py remove {done.report}，再导入一次。"
    return [*map(said, done.changes[:MOST_SAID]), *rest, remedy]


def run_remove(options: argparse.Namespace) -> int:
    """Remove each report named."""
    from handling import store

    for report in options.reports:
        store.remove(report)
        print(f"已移除 {report}。")
    return 0


def run_build(options: argparse.Namespace) -> int:
    """Build where anything has changed; say what is in force."""
    from handling import store

    with progress_bar("建立") as tell:
        path = store.build(tell)
    print(f"数据仓库：{path}")
    return 0

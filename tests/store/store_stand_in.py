"""A tiny project root, and a reader that takes every “N件” for a figure: what the store does must not depend on language.

Run as a program, it imports the files named on the command line and stops where told, so that a test can kill it there:
store_stand_in.py ROOT STOP FILE…   (STOP: a function of the store such as `archive.keep`, or `-`)
As `store_stand_in.py serve` it is a reader process.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import threading
from pathlib import Path

from handling.model import Block, Document, Figure, Finding, Item, Reading, ReadingError, Report, Span

REPORTS = """report,title,publisher,region,within,region_level,kind,year,published,url,source_checked
S1,章丘区2022年提案办理情况,章丘区人民政府,章丘区,,county,government,2022,2023-01-02,https://example.org/s1,yes
S2,朝阳区2022年建议办理情况,朝阳区人民政府,朝阳区,北京市,county,government,2022,,,no
"""
FIGURES = """report,unit,region,year,month,period,instrument,level,role,measure,category,qualifier,part,label,value,scale,basis
S1,章丘区人民政府,章丘区,2022,,,proposal,county,,received,,,,承办,226,count,stated
S1,章丘区人民政府,章丘区,2022,,,proposal,county,,completed,,,,办结,226,count,stated
S1,章丘区人民政府,章丘区,2022,,,proposal,county,,satisfaction_rate,satisfied,,,满意率,99.5,percent,stated
S2,朝阳区人民政府,朝阳区,,,,suggestion,,,received,,,yes,会议期间,31,count,stated
"""
ITEMS = """report,number,title,proposers,instrument,key,topic
S1,11,关于停车的提案,刘吉文,proposal,yes,construction
"""


def make_root(root: Path) -> Path:
    """A project root with the real queries and two shipped reports."""
    published = root / "data" / "published"
    published.mkdir(parents=True)
    for name, text in (("reports", REPORTS), ("figures", FIGURES), ("items", ITEMS)):
        (published / f"{name}.csv").write_text(text, encoding="utf-8-sig")
    (root / "queries").symlink_to(Path(__file__).resolve().parents[2] / "queries", target_is_directory=True)
    return root


def read_report(path: Path | None = None, *, data: bytes | None = None, name: str = "") -> Reading:
    """First line: the title. Every “N件” after it is a figure, every 《…》 an item, every “N%” unclaimed."""
    name = name or (path.name if path else "")
    content = data if data is not None else path.read_bytes() if path else b""
    if not content:
        raise ReadingError(name, "文件是空的", "请确认下载完整后重新导入", code="empty")
    text = content.decode()
    report = name.rpartition(".")[0]
    whole = Span(start=0, end=len(text))
    figures = tuple(_figure(report, Span(start=m.start(1), end=m.end(1)), whole, float(m[1])) for m in re.finditer(r"(\d+)件", text))
    items = tuple(Item(report=report, number="", title=m[1], proposers="", instrument="proposal", key=False, topic="other",
                       span=Span(start=m.start(1), end=m.end(1))) for m in re.finditer("《(.+?)》", text))  # fmt: skip
    unclaimed = tuple(Finding(report=report, kind="unclaimed", severity="note", facts=(("words", m[0]),),
                              spans=(Span(start=m.start(), end=m.end()),)) for m in re.finditer(r"\d+%", text))  # fmt: skip
    document = Document(
        id=hashlib.sha256(content).hexdigest(), name=name, format="txt", text=text, reader="stand-in 1",
        blocks=(Block(kind="paragraph", span=whole, place="第1段"),),
    )  # fmt: skip
    head = Report(
        report=report, title=text.split("\n")[0], publisher="青禾县教育局", region="青禾县", within="", region_level="county", kind="bureau",
        year=2023, published="",
    )  # fmt: skip
    return Reading(document=document, report=head, figures=figures, items=items, findings=unclaimed)


def _figure(report: str, number: Span, evidence: Span, value: float) -> Figure:
    return Figure(
        report=report, unit="青禾县教育局", region="青禾县", within="", year=2023, month=None, period="", instrument="proposal", level="",
        role="", measure="received", category="", qualifier="", part=False, label="", value=value, scale="count", basis="stated",
        number=number, evidence=evidence, rule="stand-in",
    )  # fmt: skip


def read_or_crash(path: Path | None = None, *, data: bytes | None = None, name: str = "") -> Reading:
    """As `read_report`; one file takes its process down, one never ends, one talks on stdout."""
    if name == "crash.txt":
        os._exit(1)
    if name == "endless.txt":
        threading.Event().wait()
    if name == "loud.txt":
        os.write(1, b"loud " * 100)
    return read_report(path, data=data, name=name)


def main(root: str, stop: str, *files: str) -> None:
    """Import `files`; at `stop`, say so on stdout and wait for the end of stdin."""
    from handling import reading, store
    from handling.store import archive, building, folders, publish

    folders.ROOT = Path(root)
    reading.read_report = read_report
    if stop != "-":
        module, name = stop.split(".")
        owner = {"archive": archive, "building": building, "publish": publish}[module]

        def stopped(*arguments: object, **named: object) -> None:
            print("here", flush=True)
            sys.stdin.read()

        setattr(owner, name, stopped)
    print("done", len(store.import_files(files).imported), flush=True)


def serve() -> None:
    """Be a reader process with the reader above."""
    from handling import reading
    from handling.store import reader

    reading.read_report = read_or_crash
    reader.main()


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["serve"] else main(*sys.argv[1:])

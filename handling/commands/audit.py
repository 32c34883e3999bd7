"""audit: every finding of the warehouse in one plain sentence, as CSV."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from handling.commands.output import save

COLUMNS = ("report", "unit", "region", "year", "kind", "severity", "printed", "computed", "base", "sentence", "doubt")


def add_to(commands: Any) -> None:
    """Declare the command."""
    parser: argparse.ArgumentParser = commands.add_parser("audit", help="列出算术核查的发现")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.csv", help="存为 CSV；不写则显示")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write or print the findings."""
    from handling import audit, export, store
    from handling.model import Finding
    from handling.query import Warehouse

    found = Warehouse(store.ready()).ask("export/findings")
    facts = [json.loads(cell) for cell in found["facts"]]
    findings = [
        Finding(report=report, kind=kind, severity=severity, facts=tuple(own.items()))
        for report, kind, severity, own in zip(found["report"], found["kind"], found["severity"], facts, strict=True)
    ]
    for column in ("printed", "computed"):
        found[column] = [_written(kind, column, own) for kind, own in zip(found["kind"], facts, strict=True)]
    found["base"] = [own.get("base", "") for own in facts]
    found["sentence"] = [audit.sentence(finding) for finding in findings]
    found["doubt"] = [audit.doubt(own) for own in facts]
    if options.output:
        save(options.output, export.to_csv(found[list(COLUMNS)], "en"))
        print(f"{options.output}：{len(found)} 个发现。")
        return 0
    for row in found.to_dict("records"):
        print(f"{row['severity']}  {row['report']}  {row['sentence']}")
    return 0


def _written(kind: str, column: str, facts: dict[str, str]) -> str:
    """A number of a finding, a percentage with its sign: 5.7% is no 13."""
    from handling.audit import scale_of

    value = facts.get(column, "")
    return f"{value}%" if scale_of(kind, column, facts) == "percent" and not value.endswith("%") else value

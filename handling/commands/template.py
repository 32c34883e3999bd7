"""template: an empty table for a bureau to fill in, which reads back without loss."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add_to(commands: Any) -> None:
    """Declare the command."""
    parser: argparse.ArgumentParser = commands.add_parser("template", help="生成报送模板（.xlsx 或 .csv）")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="存到 .xlsx 或 .csv 文件")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the template."""
    from handling import template

    template.write(options.output)
    print(f"{options.output}：模板已生成，填好后用 import 读入。")
    return 0

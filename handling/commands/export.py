"""export: figures, items or reports of the warehouse, filtered, as CSV, XLSX or Parquet."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from handling.commands.output import save

FILE_KINDS = (".csv", ".xlsx", ".parquet")
_NOT_FOR = {"items": ("level", "role", "measure"), "reports": ("measure",), "figures": ()}
_TITLES = {"figures": "办理数字", "items": "提案建议条目", "reports": "报告"}
_SOURCES = ("report_title", "publisher", "published", "url", "source_checked")


def add_to(commands: Any) -> None:
    """Declare the command."""
    from handling.commands import filters

    parser: argparse.ArgumentParser = commands.add_parser("export", help="导出数字、条目或报告")
    parser.add_argument("what", choices=tuple(_TITLES), help="导出什么")
    filters.add_to(parser)
    parser.add_argument("--header", choices=("zh", "en"), default="zh", help="表头：zh 中文（类别也用中文名），en 英文列名和代号")
    parser.add_argument("--no-bom", action="store_true", help="CSV 不写 BOM")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="存到 .csv、.xlsx 或 .parquet 文件")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the extract; an extract without rows is written too, and said."""
    from handling import export, store
    from handling.commands import filters
    from handling.query import Warehouse

    kind = options.output.suffix.lower()
    if kind not in FILE_KINDS:
        raise ValueError(f"{options.output.name}：不知道存成什么格式。请用 {'、'.join(FILE_KINDS)} 之一作文件名结尾。")
    for name in _NOT_FOR[options.what]:
        if getattr(options, name):
            raise ValueError(f"--{name} 不能用于 export {options.what}。请去掉它，或改用 export figures。")
    warehouse = Warehouse(store.ready())
    chosen, measures = filters.filters(options, warehouse)
    extra = {"measures": measures} if options.what == "figures" else {}
    frame = warehouse.ask(f"export/{options.what}", chosen, **extra)
    if kind == ".csv":
        data = export.to_csv(frame, options.header, bom=not options.no_bom)
    else:
        sources = frame[[name for name in _SOURCES if name in frame]].drop_duplicates()
        about = export.About(
            title=_TITLES[options.what], data_version=warehouse.fingerprint, made_at=datetime.now().isoformat(" ", timespec="minutes"),
            filters=_given(options), source_columns=tuple(sources.columns), sources=tuple(sources.itertuples(index=False, name=None)),
        )  # fmt: skip
        data = (export.to_xlsx if kind == ".xlsx" else export.to_parquet)(frame, options.header, about)
    save(options.output, data)
    print(f"{options.output}：{len(frame)} 行" + ("，这样筛选没有数据。" if frame.empty else "。"))
    return 0


def _given(options: argparse.Namespace) -> tuple[tuple[str, str], ...]:
    from handling.export.columns import columns

    given = {name: getattr(options, name) for name in ("year", "region", "unit", "instrument", "level", "role", "topic", "measure")}
    return tuple((columns()[name][options.header], words if isinstance(words, str) else "、".join(words)) for name, words in given.items() if words)

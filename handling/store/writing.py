"""Arrow tables to one warehouse file, in the order of rows that makes questions quick."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from handling.reasons import why
from handling.store.folders import StoreError, root

# The order of rows is what makes filtered questions quick (13 to 73 times at 30 million rows), not the types of columns.
ORDER = {
    "region": "sort_key, region_id",
    "unit": "unit_id",
    "vocabulary": "field, position, id",
    "report": "report_no",
    "document": "document_id",
    "figure": "measure, unit_id, report_id, position",
    "item": "year, region_id, report_id, number, title",
    "finding": "report_id, severity, kind, finding_id",
    "rate": "kind, unit_id, year, report_id",
    "crosswalk": "category, label",
    "derived_count": "unit_id, year, report_id",
    "conflict": "conflict_id, figure_id",
    "meta": "key",
}
_SETTINGS: dict[str, Any] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "memory_limit": "450MB"}


def write(path: Path, tables: Mapping[str, pa.Table]) -> None:
    """Create the warehouse file `path` with `tables` (by name, columns named as in queries/schema/1_tables.sql, in any order).

    A table that is left out stays empty. Raises StoreError where the disk is full or the folder cannot be written, and where rows
    break the schema; then no file is left behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with duckdb.connect(str(path), config=_SETTINGS) as connection:
            for file in sorted((root() / "queries" / "schema").glob("*.sql")):
                connection.execute(file.read_text(encoding="utf-8"))
            for name, order in ORDER.items():
                if name in tables and tables[name].num_rows:
                    columns = connection.table(name).columns
                    connection.from_arrow(tables[name].select(columns)).order(order).insert_into(name)
            for file in sorted((root() / "queries" / "schema" / "derived").glob("*.sql")):  # tables that follow from the others
                connection.execute(file.read_text(encoding="utf-8"))
            connection.execute("checkpoint")
    except (duckdb.Error, OSError) as problem:
        for leftover in (path, path.with_name(path.name + ".wal")):
            leftover.unlink(missing_ok=True)
        raise StoreError(explained(problem, path.parent)) from problem


def explained(problem: Exception, folder: Path) -> str:
    """One sentence for a person about why nothing could be written to `folder`."""
    reason = str(problem).splitlines()[0]
    if "No space left" in reason:
        return f"磁盘已满，不能写入 {folder}。请清出空间，或用环境变量 HANDLING_HOME 换一个目录。"
    if isinstance(problem, OSError) or "ermission denied" in reason or "Read-only" in reason:
        said = why(problem) if isinstance(problem, OSError) else "没有权限或磁盘是只读的"
        return f"不能写入 {folder}（{said}）。请检查权限，或用环境变量 HANDLING_HOME 换一个目录。"
    return f"数据仓库没有写成：{reason}。原有的数据仓库没有改动。"

"""Tables out of the house: CSV, XLSX and Parquet, with their headings, definitions and sources."""

from __future__ import annotations

from handling.export.columns import named
from handling.export.files import About, ExportError, to_csv, to_parquet, to_xlsx

__all__ = ["About", "ExportError", "named", "to_csv", "to_parquet", "to_xlsx"]

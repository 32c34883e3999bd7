"""Tables out of the house: CSV, XLSX, Parquet and ZIP, with their headings, definitions and sources."""

from __future__ import annotations

from handling.export.bundle import to_zip
from handling.export.columns import named
from handling.export.files import About, to_csv, to_parquet
from handling.export.workbook import ExportError, Sheet, cover_lines, measures_in, to_book, to_xlsx

__all__ = ["About", "ExportError", "Sheet", "cover_lines", "measures_in", "named", "to_book", "to_csv", "to_parquet", "to_xlsx", "to_zip"]

from __future__ import annotations
from handling.extract.table_grid import Grid
from handling.model import Document
def text_grids(document: Document, folded: str) -> list[Grid]:
    return []

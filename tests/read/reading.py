"""What the tests ask of a document, in few words."""

from __future__ import annotations

from handling.read import read


def lines(document, *kinds):
    """The words of all blocks, or of those of some kinds."""
    return [block.span.of(document.text) for block in document.blocks if not kinds or block.kind in kinds]


def places(document, *kinds):
    """Place → words of all blocks, or of those of some kinds."""
    return {block.place: block.span.of(document.text) for block in document.blocks if not kinds or block.kind in kinds}


def cells(document, table=0):
    """(row, column) → words of the cells of one table."""
    return {(block.row, block.column): block.span.of(document.text) for block in document.blocks if block.kind == "cell" and block.table == table}


def spans(document):
    """Words → (rows, columns) of the merged cells."""
    return {
        block.span.of(document.text): (block.row_span, block.column_span)
        for block in document.blocks
        if (block.row_span, block.column_span) != (1, 1)
    }


def of(data, name):
    """The document of some bytes."""
    return read(data=data, name=name)

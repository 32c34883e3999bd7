"""Tables drawn as text for tests: one line a row, cells parted by |, < merged with the left, ^ merged with the one above, . blank."""

from __future__ import annotations

from handling.extract.tables import explain, mentions
from handling.model import Document, Head, Mention
from handling.read.assembly import Assembly, Cell


def cells_of(sketch: str) -> list[Cell]:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in sketch.strip().splitlines()]
    found = []
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            if words in ("<", "^", ".", ""):
                continue
            width = 1
            while c + width < len(row) and row[c + width] == "<":
                width += 1
            height = 1
            while r + height < len(rows) and c < len(rows[r + height]) and rows[r + height][c] == "^":
                height += 1
            found.append(Cell(r, c, words, height, width))
    return found


def document(*pieces: str) -> Document:
    """Pieces with | are tables, the others paragraphs (# heading)."""
    assembly = Assembly("test.docx")
    for piece in pieces:
        if "|" in piece:
            assembly.add_table(cells_of(piece))
        else:
            assembly.add("heading" if piece.startswith("#") else "paragraph", piece.lstrip("# "))
    text, blocks = assembly.readout()
    return Document(id="0" * 64, name="test.docx", format="docx", text=text, blocks=blocks, reader="test")


def read(*pieces: str, **head: object) -> list[Mention]:
    return mentions(document(*pieces), Head(**{"year": 2023, **head}))


def reasons(*pieces: str, **head: object) -> dict[str, str]:
    """The words of every unread number → the reason."""
    doc = document(*pieces)
    return {unread.span.of(doc.text): unread.reason for unread in explain(doc, Head(**{"year": 2023, **head}))}


def brief(mention: Mention) -> str:
    """One line of everything that a figure says, blank fields left out."""
    value = f"{mention.value:g}"
    sign = {"percent": "%", "rank": "#"}.get(mention.scale, "")
    said = (mention.unit, mention.instrument, mention.level or mention.body, mention.role, mention.measure, mention.category, mention.qualifier,
            "part" if mention.part else "", str(mention.year or ""), f"m{mention.month}" if mention.month else "", mention.period)  # fmt: skip
    return " ".join(word for word in said if word) + f" = {value}{sign}"


def lines(*pieces: str, **head: object) -> list[str]:
    return [brief(mention) for mention in read(*pieces, **head)]

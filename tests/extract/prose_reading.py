"""How the tests of running text put a sentence in and write a figure down."""

from handling.extract import prose
from handling.model import Block, Document, Head, Span


def document(*paragraphs: str) -> Document:
    """A plain document of these paragraphs."""
    text, blocks = "", []
    for number, paragraph in enumerate(paragraphs, 1):
        blocks.append(Block(kind="paragraph", span=Span(start=len(text), end=len(text) + len(paragraph)), place=f"第{number}段"))
        text += paragraph + "\n"
    return Document(id="0", name="t.txt", format="txt", text=text, blocks=tuple(blocks), reader="test")


def read(*paragraphs: str, **head):
    """Mentions of a bureau's report of 2024 about both streams, unless `head` says otherwise."""
    head = {"year": 2024, "kind": "bureau", "instrument": "combined", **head}
    return prose.mentions(document(*paragraphs), Head(**head))


def told(*paragraphs: str, **head) -> list[str]:
    """Each figure as a line: measure, category, value, then what else it says; "~" before an implied one."""
    return [line(mention) for mention in read(*paragraphs, **head)]


def line(m) -> str:
    said = [m.measure, m.category, f"{m.value:g}", m.instrument if m.instrument != "combined" else "", m.body, m.role, m.qualifier, m.unit,
            str(m.year or ""), f"月{m.month}" if m.month else "", m.period, "part" if m.part else ""]  # fmt: skip
    return ("~" if m.basis == "implied" else "") + " ".join(word for word in said if word)

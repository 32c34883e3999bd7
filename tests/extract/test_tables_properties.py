"""What holds for every table, sensible or not."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from handling.extract.numerals import read_number
from handling.extract.table_grid import cell_values
from handling.extract.tables import explain, mentions
from handling.extract.text import fold
from handling.model import Block, Document, Head, Span
from tests.extract.table_sketch import document
from tests.extract.test_tables_text import plain

WORDS = (
    "单位", "承办件数", "主办", "协办", "办结率（%）", "满意", "A类", "B类（列入计划）", "教育局", "合计", "小计", "2021年", "上年同期", "占比",
    "经济建设类", "省", "提案", "代表建议", "12", "5", "100%", "0.5", "1,203", "十二", "—", "（）", "件", "第3位", "12（60%）", ".", "<", "^",
    "序号", "1", "2023", "备注：无",
)  # fmt: skip
ANY_WORDS = st.sampled_from(WORDS) | st.text(max_size=6)
CELL = ANY_WORDS.map(lambda words: words.replace("|", "").replace("\n", ""))
ROWS = st.integers(2, 6).flatmap(lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=7))
SKETCH = ROWS.map(lambda rows: "\n".join("|".join(row) for row in rows))
LINES = st.lists(st.lists(ANY_WORDS, min_size=1, max_size=5), max_size=12)
MERGED = st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(WORDS))
HEADS = st.builds(Head, year=st.none() | st.just(2023), month=st.none() | st.just(5), kind=st.sampled_from(["", "cppcc"]),
                  instrument=st.sampled_from(["", "proposal", "hotline", "key_work", "combined"]))  # fmt: skip


def check(doc: Document, head: Head) -> None:
    found = mentions(doc, head)
    for mention in found:
        words = mention.number.of(doc.text)
        assert read_number(words) == mention.value or mention.basis == "implied"
        assert (mention.evidence.start <= mention.number.start and mention.number.end <= mention.evidence.end) or mention.basis == "implied"
    claimed = {(mention.number.start, mention.number.end) for mention in found if mention.basis == "stated"}
    unread = {(item.span.start, item.span.end) for item in explain(doc, head)}
    assert not claimed & unread
    folded = fold(doc.text)
    numbers = {(v.span.start, v.span.end) for block in doc.blocks if block.kind == "cell" for v in cell_values(folded, block.span)[1]}
    assert {number for number in numbers if number not in claimed and number not in unread} <= heads_of(doc)


def heads_of(doc: Document) -> set[tuple[int, int]]:
    """Numbers that name columns or rows: years, and numbers over several columns."""
    return {(block.span.start, block.span.end) for block in doc.blocks if block.span.of(doc.text).strip() in ("2023",)}


@settings(max_examples=200, deadline=None)
@given(sketch=SKETCH, head=HEADS)
@example(sketch="单位|单位|单位|单位|单位|单位\n单位|单位|单位|单位|单位|单位\n单位||单位|单位|合计|单位\n单位|12|12|单位|12|单位", head=Head())
def test_every_number_cell_is_claimed_once_or_listed_with_a_reason(sketch, head):
    check(document(sketch + "|"), head)


@settings(max_examples=200, deadline=None)
@given(text=LINES, separator=st.sampled_from(["\t", " ", "  ", "|", "\n"]), head=HEADS)
@example(text=[["单位", "单位"], ["–"], ["单位", "单位"], ["单位", "12"]], separator="  ", head=Head(year=None, month=None, kind="", instrument=""))
def test_any_lines_at_all_are_read_without_an_error(text, separator, head):
    for mention in mentions(doc := plain("\n".join(separator.join(row) for row in text)), head):
        assert read_number(mention.number.of(doc.text)) == mention.value or mention.basis == "implied"


@settings(max_examples=100, deadline=None)
@given(cells=st.lists(MERGED, min_size=1, max_size=20))
def test_merged_cells_may_overlap_and_reach_beyond_the_table(cells):
    text, blocks = "", []
    for row, column, row_span, column_span, words in sorted(cells):
        span = Span(start=len(text), end=len(text) + len(words))
        blocks.append(Block(kind="cell", span=span, place="", table=0, row=row, column=column, row_span=row_span, column_span=column_span))
        text += words + "\t"
    doc = Document(id="0" * 64, name="a.docx", format="docx", text=text, blocks=tuple(blocks), reader="test")
    for mention in mentions(doc, Head()):
        assert read_number(mention.number.of(text)) == mention.value or mention.basis == "implied"

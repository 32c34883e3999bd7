"""What holds of items for any text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from handling.extract.items import items
from handling.extract.text import fold
from handling.model import Block, Document, Head, Span
from tests.growth import grows

PIECES = ["《", "》", "“", "”", "关于", "的提案", "的建议", "第", "12", "号", "委员", "代表", "提出", "、", "，", "。", "（", "）",
          "张三", "民盟市委",
          "重点", "等3件", "加强城市管理", "議案", "\n", " ", "\t", "编号", "案由", "一、", "(guān)", "办理", "1号", "工单"]  # fmt: skip


def read_items(text):
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind="paragraph", span=Span(start=at, end=at + len(line)), place=""))
        at += len(line) + 1
    return items(Document(id="0", name="r", format="txt", text=text, blocks=tuple(blocks), reader=""), Head(), "r")


def squeezed(text):
    return re.sub(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6}[)）]|\s", "", text)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)))
def test_any_text_is_read_and_every_span_reads_back(text):
    for item in read_items(text):
        assert item.number or item.title
        words = item.span.of(text)
        assert squeezed(words) == squeezed(item.title) if item.title else squeezed(fold(words)) == squeezed(fold(item.number))


def test_time_grows_no_faster_than_the_text():
    """Eight times the text, far less than the sixty-four times of a square."""
    for unit in ("《关于加强管理的提案》", "第一号、", "关于加强建设的建议", "《", "“", "第1号提案", "委员、代表提出的"):
        assert not grows(read_items, unit * 1000, unit * 8000, 24), unit

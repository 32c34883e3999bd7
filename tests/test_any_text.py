"""Any text at all is read: no error, no figure that does not read back, and time that grows no faster than the text."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
import random
import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import handling
from handling.extract.text import LONGEST_PASSAGE, LONGEST_SENTENCE, parts, sentences
from handling.model import ReadingError
from handling.reading import check, read_report
from handling.vocabulary.patterns import searching, trie
from tests.growth import grows, seconds

PIECES = [
    "收到", "提案", "代表建议", "县政协", "教育局", "主办", "协办", "其中", "分别为", "均", "全部办结", "满意", "基本满意", "率", "占",
    "A类", "B类（列入计划）", "12", "1件", "98.5%", "百分之九十八", "二十六件", "第3位", "2023年", "1月至6月", "去年", "同期", "提高",
    "个百分点", "经济建设类", "、", "，", "。", "；", "：", "（", "）", "《", "》", "“", "”", "关于", "的", "\n", "\t", " ", "　", "|", "-",
    "第1号", "张三委员", "等3人", "没有", "不满意", "件件有回音", "一、", "（一）", "下一步", "&", "辦結(jié)", ".", "%", "９", "0",
    "街道办事处", "市", "县", "人民政府", "12345热线", "工单",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=80).map("".join))
REPEATED = (
    *PIECES,
    "省市州县区", "A类1件，", "1件、", "（1件）", "（（1件", "100%、", "教育局、", "教育局\n1\n", "教育局\t1\t2\n", "教育局 1 2 3\n",
    "| 1 | 2 |\n", "某某街道", "《关于的提案》", "第1号提案", "共收到提案12件，办结率100%。", "暂时", "的", "或", "/1", "a.b/", "<p>",
    "秋天来了，一群大雁往南飞。", "满意率98.5%和",
)  # fmt: skip
NOVEL = """第一回 老渡口夜雨留客 小书生灯下读信

那一年秋天来得早。渡口的老槐树才黄了半边，江面上已经起了薄雾，三三两两的船家把缆绳系紧，蹲在船头抽旱烟。
“先生要过江么？”一个十来岁的孩子提着灯笼问。
书生摇了摇头，从怀里摸出一封信来。信是两个月前写的，纸角都磨破了，满纸只有一句话：“若得闲，请来看看我们的学堂。”
他把信读了一遍又一遍，百感交集。当年同窗七人，有的做了官，有的经了商，还有一个听说去了很远的地方，再也没有回来。
雨点落在瓦上，一声紧似一声。店家端来一壶热茶，说起今年的收成，说起村里新修的桥，又说起办学的事：大家都出了力，没有一个人不满意的。
"""


def read(data: bytes, name: str = "a.txt"):
    found = read_report(data=data, name=name)
    assert all(check(found.document, figure) for figure in found.figures)
    whole = range(len(found.document.text) + 1)
    assert all(span.start in whole and span.end in whole for finding in found.findings for span in finding.spans)
    assert not [finding for finding in found.findings if finding.kind == "not_read_back"]
    return found


def refusal(data: bytes, name: str) -> str:
    """Reads it; what a person is told where it cannot be read."""
    try:
        read(data, name)
    except ReadingError as error:
        return str(error)
    return ""


@given(TEXTS)
def test_any_text_is_read_or_refused_in_a_sentence(text):
    told = refusal(text.encode("utf-8", "ignore"), "a.txt")
    assert not text.strip() or not told or told.endswith("。")


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.csv", "a.docx", "a.xls", "a.pdf"]))
def test_any_bytes_are_read_or_refused_in_a_sentence(data, name):
    told = refusal(data, name)
    assert not told or (told.startswith(name) and told.endswith("。"))


def test_a_novel_holds_no_figure():
    assert read(NOVEL.encode()).figures == ()


def test_a_table_of_digits_holds_no_figure():
    chance = random.Random(5)
    lines = ["\t".join(str(chance.randrange(100_000)) for _ in range(8)) for _ in range(60)]
    assert read("\n".join(lines).encode()).figures == ()


@pytest.mark.parametrize("piece", REPEATED)
def test_a_piece_repeated_without_end_costs_no_more_a_character(piece):
    """Four times the text, far less than the sixteen times of a square."""
    small, large = (f"收到{(piece * length)[:length]}".encode() for length in (2_000, 8_000))
    assert not grows(read, small, large, 9)


def numbered(length: int) -> bytes:
    """Figures that all differ, for one unit and for many."""
    lines = (f"第{n % 89}局承办建议{n + 3}件，办结{n + 1}件，满意率{n * 7919 % 9999 / 100:.2f}%，A类{n}件，占{n % 99}%。" for n in itertools.count())
    text = ""
    for line in lines:
        if len(text) > length:
            return text.encode()
        text += line


def test_many_different_figures_cost_no_more_each():
    assert not grows(read, numbered(4_000), numbered(16_000), 9)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern that a module of the product keeps, by its place."""
    found = {}
    for module in pkgutil.walk_packages(handling.__path__, "handling."):
        if module.name == "handling.__main__":
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found[f"{module.name}.{name}"] = value
    return found


def attacks(pattern: str, length: int) -> list[str]:
    """The pattern's own characters and words, repeated alone and mixed: what makes it begin again and again and never end."""
    chance = random.Random(7)
    characters = sorted(set(re.findall(r"[\u4e00-\u9fff、，。；：（）“”《》]", pattern)) | set("1的件(/、 -,)"))
    units = [*characters, *re.findall(r"[\u4e00-\u9fff]{2,5}", pattern)]
    chosen = chance.sample(units, min(len(units), 9))
    mixed = ["".join(chance.sample(units, 2)) for _ in range(9)]
    return [(unit * length)[:length] for unit in (*chosen, *mixed)]


@pytest.mark.parametrize("name", patterns())
def test_no_pattern_costs_more_than_a_plain_square_within_the_longest_sentence(name):
    """Four hundred times what a search with a plain square costs there; a cube costs thousands."""
    pattern, square = patterns()[name], re.compile("的*x")
    for attack in attacks(pattern.pattern, LONGEST_SENTENCE):
        if seconds(lambda attack=attack: pattern.findall(attack)) > 0.1:
            plain = max(seconds(lambda: square.findall("的" * LONGEST_SENTENCE)) for _ in range(3))
            assert min(seconds(lambda attack=attack: pattern.findall(attack)) for _ in range(3)) < 400 * plain, attack[:10]


def test_a_sentence_without_an_end_is_cut_and_never_inside_a_number():
    text = "承办建议12件," * 1_000
    cut = sentences(text)
    assert max(span.end - span.start for span in cut) <= LONGEST_SENTENCE
    assert "".join(span.of(text) for span in cut) == text
    assert {span.of(text)[-1] for span in cut} == {","}


def test_a_passage_without_an_end_is_cut_at_a_sentence():
    text = "秋天来了，大雁往南飞。" * 10_000
    cut = list(parts(text, 0, len(text)))
    assert max(end - start for start, end in cut) <= LONGEST_PASSAGE
    assert "".join(text[start:end] for start, end in cut) == text
    assert all(text[start:end].endswith("。") for start, end in cut)


@given(st.text("提案建议件1一(、", max_size=60))
def test_a_pattern_for_searches_finds_what_the_plain_one_finds(text):
    for pattern in (r"(?:建议|提案)+[件、]?|\d+件", r"(?<=案)一?[\d件]|^建", r"(?:一|[1-9])?(?=件)", r"[\u4e00-\u9fff]{2}1", r"\(?(?P<a>案|议)"):
        assert [m.span() for m in searching(pattern).finditer(text)] == [m.span() for m in re.finditer(pattern, text)]


@given(st.lists(st.text("提案建议", min_size=1, max_size=4), min_size=1, max_size=8), st.text("提案建议", max_size=30))
def test_a_prefix_tree_finds_the_longest_word_at_every_place(words, text):
    plain = "|".join(sorted(set(words), key=len, reverse=True))
    assert re.findall(trie(words), text) == re.findall(plain, text)

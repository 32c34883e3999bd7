"""A file to a reading: only figures that read back are kept, and silence is not allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from handling import reading
from handling.model import Block, Document, Figure, Mention, ReadingError, Span

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "seeds"
REPORT = """青禾县教育局关于2023年县政协提案办理情况的报告

2023年，我局共收到县政协提案12件，其中主办8件，协办4件。目前已全部办结，满意率98.5%。
在校学生增加了350人，新建校舍占地23.7亩，开展走访40件次。
青禾县教育局
2023年10月12日
""".encode()


def document(text: str, kind: str = "paragraph") -> Document:
    block = Block(kind=kind, span=Span(start=0, end=len(text)), place="第1段")
    return Document(id="0", name="r.txt", format="txt", text=text, blocks=(block,), reader="test")


def figure(text: str, words: str, value: float, basis: str = "stated") -> Figure:
    start = text.index(words)
    return Figure(
        report="r", unit="", region="", within="", year=None, month=None, period="", instrument="", level="", role="", measure="received",
        category="", qualifier="", part=False, label="", value=value, scale="count", basis=basis,
        number=Span(start=start, end=start + len(words)), evidence=Span(start=0, end=len(text)), rule="test",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("收到提案226件", "226", 226),
        ("收到提案１２件", "１２", 12),
        ("共二十六件", "二十六", 26),
        ("满意率99.12%", "99.12", 99.12),
        ("满意率百分之九十八", "百分之九十八", 98),
        ("位列第3位", "3", 3),
    ],
)
def test_characters_that_read_back_to_the_value_are_kept(text, words, value):
    assert reading.check(document(text), figure(text, words, value))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [("收到提案226件", "22", 226), ("收到提案226件", "收到", 226), ("满意率99.12%", "99.12", 99.1), ("共二十六件", "二十", 26)],
)
def test_characters_that_read_back_to_something_else_are_not(text, words, value):
    assert not reading.check(document(text), figure(text, words, value))


@pytest.mark.parametrize(
    ("text", "words", "value", "right"),
    [
        ("目前已全部办结", "全部办结", 100, True),
        ("均已答复", "均已答复", 100, True),
        ("件件有回音", "件件有回音", 100, True),
        ("沒有不滿意件", "沒有不滿意件", 0, True),
        ("无C类件", "无C类件", 0, True),
        ("做到“三见面”", "三见面", 100, True),
        ("——", "——", 0, True),
        ("已经办结", "已经办结", 100, False),
        ("目前已全部办结", "全部办结", 99, False),
        ("目前已全部办结", "全部办结", 0, False),
    ],
)
def test_an_implied_figure_stands_on_words_that_say_all_or_none(text, words, value, right):
    assert reading.check(document(text), figure(text, words, value, "implied")) is right


@pytest.mark.parametrize(("words", "value", "right"), [("浣溪市", 1, True), ("罗川县", 3, True), ("罗川县", 2, False), ("考核", 1, False)])
def test_an_implied_rank_is_the_place_in_an_order_of_names(words, value, right):
    text = "年度考核居前三位的依次是浣溪市、石砚县、罗川县。"
    ranked = Figure(**{**fields(figure(text, words, value, "implied")), "scale": "rank"})
    assert reading.check(document(text), ranked) is right


def test_a_span_outside_the_text_is_no_reading():
    text = "收到提案226件"
    outside = Figure(**{**fields(figure(text, "226", 226)), "number": Span(start=4, end=99)})
    assert not reading.check(document(text), outside)
    assert not reading.check(document(text), Figure(**{**fields(outside), "number": None}))


def fields(one: Figure) -> dict:
    return {name: getattr(one, name) for name in Figure.__dataclass_fields__}


def test_a_figure_that_does_not_read_back_is_left_out_and_told(monkeypatch):
    text = "青禾县教育局收到提案226件"
    good, bad = figure(text, "226", 226), figure(text, "22", 226)
    same = ("measure", "value", "scale", "number", "evidence", "rule")
    told = [(one, Mention(**{name: getattr(one, name) for name in same})) for one in (good, bad)]
    monkeypatch.setattr(reading, "normalise", lambda *_: told)
    read = reading.read_report(data=text.encode(), name="r.txt")
    assert [figure.number for figure in read.figures] == [good.number]
    told = [finding for finding in read.findings if finding.kind == "not_read_back"]
    assert [(dict(finding.facts)["words"], finding.spans) for finding in told] == [("22", (bad.number,))]


def test_a_report_gives_its_figures_and_every_one_reads_back():
    read = reading.read_report(data=REPORT, name="教育局.txt")
    found = {(f.measure, f.role, f.value) for f in read.figures if f.basis == "stated"}
    assert {("received", "", 12), ("received", "lead", 8), ("received", "joint", 4), ("satisfaction_rate", "", 98.5)} <= found
    assert all(reading.check(read.document, f) for f in read.figures)
    assert {(f.unit, f.region, f.year, f.report) for f in read.figures} == {("青禾县教育局", "青禾县", 2023, "教育局")}
    assert (read.report.report, read.report.year) == ("教育局", 2023)


def test_a_text_without_any_figure_says_so():
    read = reading.read_report(data="秋天来了，一群大雁往南飞。".encode(), name="作文.txt")
    assert read.figures == ()
    assert [(finding.kind, finding.severity) for finding in read.findings] == [("no_figures", "error")]


def test_a_file_that_cannot_be_read_is_one_sentence():
    with pytest.raises(ReadingError, match=r"^空\.txt：文件是空的"):
        reading.read_report(data=b"", name="空.txt")


def test_the_sentence_around_a_number_is_found_in_a_paragraph_and_the_cell_in_a_table():
    text = "第一句有1件。第二句有2件！"
    number = Span(start=text.index("2"), end=text.index("2") + 1)
    assert [span.of(text) for span in reading.sentences_around(document(text), [number])] == ["第二句有2件！"]
    assert [span.of(text) for span in reading.sentences_around(document(text, "cell"), [number])] == [text]
    assert reading.sentences_around(document(text), [Span(start=99, end=100)]) == [Span(start=99, end=100)]


@pytest.mark.skipif(not SEEDS.exists(), reason="the real reports are not here")
def test_every_figure_of_the_real_reports_reads_back():
    for path in sorted(SEEDS.glob("*.txt")):
        read = reading.read_report(path)
        assert len(read.figures) >= 2, path.name
        assert all(reading.check(read.document, f) for f in read.figures)
        assert [finding for finding in read.findings if finding.kind == "not_read_back"] == []

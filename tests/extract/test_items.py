"""Single items in running text."""

import csv
import pathlib
import re
import tomllib

import pytest

from handling.extract.items import items
from handling.model import Block, Document, Head, Span
from handling.read import read

HERE = pathlib.Path(__file__).parent
SEEDS = HERE.parents[2] / "shared" / "corpus" / "seeds"
CASES = tomllib.loads((HERE / "item_wordings.toml").read_text(encoding="utf-8"))["case"]


def document(text, kinds=None):
    """`text` as a document of one block a line; `kinds` maps a line's number to its block's kind."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            kind = (kinds or {}).get(number, "paragraph")
            blocks.append(Block(kind=kind, span=Span(start=at, end=at + len(line)), place=f"第{number + 1}段"))
        at += len(line) + 1
    return Document(id="0", name="r.txt", format="txt", text=text, blocks=tuple(blocks), reader="test")


def named(text, instrument="", kinds=None):
    return items(document(text, kinds), Head(instrument=instrument), "r")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:24] for case in CASES])
def test_the_items_of_a_wording_are_named(case):
    found = [[item.number, item.title, item.proposers, item.instrument, "key" if item.key else ""] for item in named(case["text"])]
    assert sorted(found) == sorted(case["rows"])


def test_an_item_said_twice_is_one_row_with_the_longer_title():
    text = (
        "“关于加快推进青禾县充电设施建设的提案”（第199号）被确定为重点督办提案。\n"
        "对杞明发委员、徐燕委员提出的第199号《关于加快推进充电设施建设的提案》，制定了方案。\n1.针对第199号提案反映的问题，新建充电站3座。"
    )
    (item,) = named(text)
    assert (item.number, item.title) == ("199", "关于加快推进青禾县充电设施建设的提案")
    assert (item.proposers, item.key) == ("杞明发、徐燕", True)


def test_one_number_in_two_streams_is_two_items():
    found = named("第8号建议《关于修路的建议》和第8号提案《关于种树的提案》均已办结。")
    assert [(item.number, item.instrument) for item in found] == [("8", "suggestion"), ("8", "proposal")]


def test_a_number_alone_takes_its_topic_from_its_sentence():
    (item,) = named("区交通局按照第23号建议调整公交线路6条。")
    assert (item.number, item.title, item.topic, item.instrument) == ("23", "", "construction", "suggestion")


@pytest.mark.parametrize(("text", "topic", "words"), [
    ("围绕第63号建议,新建幼儿园2所。", "education_culture_health", "幼儿园"),
    ("第102号建议反映的学校周边占道经营问题,已经治理。", "construction", "占道经营"),
    ("区交通局按照第23号建议调整公交线路6条;区教育局新建幼儿园9所、小学3所、中学2所。", "construction", "公交线路"),
    ("剩余1件(县政协第45号提案)因涉及土地报批,预计12月底前办结。", "other", ""),
    ("第45号提案已经办结,群众反映农村饮水安全有保障。", "other", ""),
])  # fmt: skip
def test_a_number_alone_has_a_topic_only_where_the_sentence_tells_what_it_raises_or_what_was_done_by_it(text, topic, words):
    (item,) = named(text)
    assert (item.title, item.topic, item.topic_words) == ("", topic, words)


def test_items_under_a_heading_of_key_items_are_key_until_the_next_section():
    text = "二、重点提案办理情况\n《关于修桥的提案》已办结。\n三、委员提案办理情况\n《关于扩建小学的提案》已办结。"
    assert [item.key for item in named(text)] == [True, False]


def test_a_count_of_key_items_in_the_sentence_before_makes_no_item_key():
    (item,) = named("州领导共领办重点建议10件、重点提案8件。王山等9名代表提出的《关于修建水库的建议》已动工。")
    assert not item.key


def test_the_stream_of_the_report_decides_where_the_words_do_not():
    assert named("落实《关于建设书房的建议》意见。", "proposal")[0].instrument == "proposal"
    assert named("落实《关于建设书房的建议》意见。", "combined")[0].instrument == "suggestion"


def test_hotline_cases_are_items_of_the_hotline():
    (item,) = named("第202305118732号工单《关于小区电梯停运的诉求》已办结。", "hotline")
    assert (item.number, item.instrument, item.topic) == ("202305118732", "hotline", "construction")


def test_a_title_broken_over_two_lines_is_one_line():
    text = "促成《关于改善农村中小学供暖条件的提\n案》落地。"
    whole = Document(id="0", name="r.pdf", format="pdf", text=text, reader="test",
                     blocks=(Block(kind="paragraph", span=Span(start=0, end=len(text)), place="第1页"),))  # fmt: skip
    (item,) = items(whole, Head(), "r")
    assert item.title == "关于改善农村中小学供暖条件的提案"
    assert item.span.of(text) == "关于改善农村中小学供暖条件的提\n案"


def test_traditional_titles_stay_traditional_and_spans_point_at_them():
    text = "區政協委員林美玲提出的「關於設立社區長者食堂的提案」（第45號）已落實。"
    (item,) = named(text)
    assert (item.title, item.span.of(text), item.number) == ("關於設立社區長者食堂的提案",) * 2 + ("45",)


def test_a_chinese_number_is_kept_as_written():
    assert named("第五十二號提案《關於培育電商帶頭人的提案》已辦結。")[0].number == "五十二"


def test_full_width_digits_become_plain_ones():
    assert named("第２３号建议《关于修路的建议》")[0].number == "23"


def test_a_report_without_items_names_none():
    text = "今年共承办提案115件，办结率100%。根据《提案工作条例》和《关于做好办理工作的通知》（政办发〔2022〕12号），坚持“三见面”。"
    assert named(text) == ()


def reference():
    if not SEEDS.exists():
        pytest.skip("the real seeds are not here")
    return list(csv.DictReader((SEEDS / "items.csv").open(encoding="utf-8-sig")))


def key_of(number, title):
    return re.sub(r"\D", "", number) or re.sub(r"[\W_]|^关于|的?(提案|建议|议案)$", "", title)


def test_the_items_of_the_real_seeds_are_found_and_no_others():
    wanted = {(row["report"], key_of(row["number"], row["title"])) for row in reference()}
    found = set()
    for path in sorted(SEEDS.glob("*.txt")):
        found |= {(path.stem, key_of(item.number, item.title)) for item in items(read(path), Head(), path.stem)}
    right = len(wanted & found)
    assert 2 * right / (len(wanted) + len(found)) >= 0.95


def test_what_opinions_call_for_is_no_title():
    assert named("围绕代表委员提出的“抓项目、稳增长促转型”的意见，我委牵头推进项目120个。") == ()

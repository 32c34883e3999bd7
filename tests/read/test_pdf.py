"""PDF: wrapped lines made whole, tables as cells, furniture gone; scans and locked files refused."""

import io

import pypdf
import pytest

from handling.model import ReadingError
from handling.read import pdf as reader
from handling.read import read
from handling.read.radicals import whole_characters

from .files import lined_table, pdf, put, rule
from .reading import cells, lines, of, places, spans

LEFT, RIGHT, SIZE = 72, 522, 12
FULL = int((RIGHT - LEFT) / SIZE)  # Chinese characters on a full line


def wrapped(words, top, indent=2, step=20, size=SIZE):
    """PDF operators for a paragraph, wrapped as a program does: first line indented, lines filled."""
    operators, first = [], True
    while words:
        room = FULL - (indent if first else 0)
        width = taken = 0
        while taken < len(words) and width < room:
            width += 1 if ord(words[taken]) > 255 else 0.5
            taken += 1
        operators.append(put(LEFT + (indent * size if first else 0), top, words[:taken], size))
        words, first, top = words[taken:], False, top - step
    return operators, top


def page(*paragraphs, top=760):
    operators = []
    for words in paragraphs:
        drawn, top = wrapped(words, top)
        operators += drawn
    return operators


LONG = "2022年，县教育局共承办人大代表建议、政协提案26件，其中主办18件、会办8件，均在规定时限内办复，满意率达到94.4%，比上年提高1.2个百分点。"
SHORT = "下一步，将逐件跟踪。"


def test_wrapped_lines_are_one_paragraph_again():
    found = of(pdf([page(LONG, SHORT, LONG)]), "a.pdf")
    assert lines(found) == [LONG, SHORT, LONG]
    assert list(places(found)) == ["第1页第1段", "第1页第2段", "第1页第3段"]


@pytest.mark.parametrize("shift", range(8))
def test_no_number_is_cut_wherever_the_line_breaks(shift):
    words = "县" * (FULL - 6 + shift) + "承办提案1,226件，满意率94.4%，办结率100%。"
    assert lines(of(pdf([page(words, SHORT)]), "a.pdf")) == [words, SHORT]


def test_a_paragraph_goes_on_over_the_page_break():
    drawn, _ = wrapped(LONG, 760)
    found = of(pdf([drawn[:1], [put(LEFT, 760, _words(drawn[1])), *drawn[2:]]]), "a.pdf")
    assert lines(found) == [LONG]


def _words(operator):
    return bytes.fromhex(operator[operator.index("<") + 1 : operator.index(">")]).decode("utf-16-be")


def test_a_title_over_two_lines_is_one_and_the_signature_is_not_joined():
    first, second = "青石县教育局关于2022年度人大代表建议、", "政协提案办理情况的报告"
    operators = [
        put(110, 780, first, 20),
        put(180, 750, second, 20),
        *page(LONG, top=700),
        put(400, 600, "青石县教育局"),
        put(400, 580, "2022年11月8日"),
    ]
    assert lines(of(pdf([operators]), "a.pdf")) == [first + second, LONG, "青石县教育局", "2022年11月8日"]


def test_paragraphs_without_indents_are_parted_by_their_ends():
    operators, top = [], 760
    for words in ("一、办理结果", LONG, "二、下一步", SHORT):
        drawn, top = wrapped(words, top, indent=0)
        operators += drawn
    assert lines(of(pdf([operators]), "a.pdf")) == ["一、办理结果", LONG, "二、下一步", SHORT]


@pytest.mark.parametrize("number", ["— 1 —", "1", "第1页 共2页", "- 1 -", "1/2"])
def test_page_numbers_are_dropped(number):
    found = of(pdf([[*page(LONG), put(280, 40, number, 10)], [*page(SHORT), put(280, 40, number.replace("1", "2", 1), 10)]]), "a.pdf")
    assert lines(found) == [LONG, SHORT]


def test_running_heads_are_dropped_and_a_repeated_sentence_is_not():
    pages = [[put(200, 800, "青石县政务公开", 10), *page(LONG, SHORT, "甲" * n + "乙")] for n in (3, 4, 5)]
    assert lines(of(pdf(pages), "a.pdf")) == [LONG, SHORT, "甲甲甲乙", LONG, SHORT, "甲甲甲甲乙", LONG, SHORT, "甲甲甲甲甲乙"]


def test_an_office_that_stands_over_the_title_and_signs_on_the_last_page_is_kept():
    found = lines(of(pdf([page("沙岭区教育体育局", LONG, SHORT), page(LONG, SHORT, "沙岭区教育体育局")]), "a.pdf"))
    assert [words for words in found if "教育体育局" in words] == ["沙岭区教育体育局", "沙岭区教育体育局"]


ROWS = [["承办单位", "主办", "会办"], ["教育局", "18", "8"], ["住房和城乡建设局", "1,024", "0"]]


def test_a_ruled_table_is_cells_and_its_words_stand_once():
    operators = [*page(LONG, top=780), *lined_table(72, 680, [150, 60, 60], 20, ROWS), *page(SHORT, top=580)]
    found = of(pdf([operators]), "a.pdf")
    assert cells(found) == {(row, column): words for row, line in enumerate(ROWS) for column, words in enumerate(line)}
    assert found.text == f"{LONG}\n承办单位\t主办\t会办\n教育局\t18\t8\n住房和城乡建设局\t1,024\t0\n{SHORT}\n"


def test_merged_cells_are_told_by_the_rules_that_are_missing():
    operators = [rule(72, 700, 272, 700), rule(172, 680, 272, 680), rule(72, 660, 272, 660), rule(72, 640, 272, 640)]
    operators += [rule(72, 700, 72, 640), rule(172, 700, 172, 640), rule(222, 680, 222, 640), rule(272, 700, 272, 640)]
    operators += [put(75, 676, "单位", 10), put(200, 686, "结果", 10), put(175, 666, "A类", 10), put(225, 666, "B类", 10)]
    operators += [put(75, 646, "教育局", 10), put(175, 646, "18", 10), put(225, 646, "8", 10)]
    found = of(pdf([operators]), "a.pdf")
    assert cells(found) == {(0, 0): "单位", (0, 1): "结果", (1, 1): "A类", (1, 2): "B类", (2, 0): "教育局", (2, 1): "18", (2, 2): "8"}
    assert spans(found) == {"单位": (2, 1), "结果": (1, 2)}


def test_a_table_over_two_pages_is_one_and_its_repeated_head_goes():
    more = [ROWS[0], ["水利局", "7", "3"]]
    pages = [lined_table(72, 200, [150, 60, 60], 20, ROWS), [*lined_table(72, 780, [150, 60, 60], 20, more), *page(SHORT, top=600)]]
    found = of(pdf(pages), "a.pdf")
    assert [found.text.count(words) for words in ("承办单位", "水利局")] == [1, 1]
    assert cells(found)[3, 0] == "水利局"
    assert {block.table for block in found.blocks} == {0, -1}


def test_bold_type_that_is_printed_twice_is_read_once():
    assert lines(of(pdf([[*page(LONG), put(72, 600, "办结率100%"), put(72.3, 600, "办结率100%")]]), "a.pdf"))[1:] == ["办结率100%"]


def test_a_watermark_aslant_is_left_out():
    aslant = f"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 150 300 Tm <{'仅供参考'.encode('utf-16-be').hex()}> Tj ET"
    assert lines(of(pdf([[*page(LONG), aslant]]), "a.pdf")) == [LONG]


def test_radicals_become_the_characters_that_they_stand_for():
    assert whole_characters("⼈⼤代表⻘⽯县⺠政局⾦融⻓效") == "人大代表青石县民政局金融长效"
    assert whole_characters(LONG) == LONG


def locked(data, user, owner):
    writer, stream = pypdf.PdfWriter(clone_from=io.BytesIO(data)), io.BytesIO()
    writer.encrypt(user, owner)
    writer.write(stream)
    return stream.getvalue()


def refusal(data):
    with pytest.raises(ReadingError) as caught:
        read(data=data, name="报告.pdf")
    return caught.value


def test_a_locked_pdf_is_refused_and_one_that_only_forbids_printing_is_read():
    data = pdf([page(LONG)])
    assert refusal(locked(data, "secret", "owner")).code == "password"
    assert lines(of(locked(data, "", "owner"), "a.pdf")) == [LONG]


def test_a_scan_is_refused_with_the_advice_to_recognise_its_text():
    stream = io.BytesIO()
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(stream)
    error = refusal(stream.getvalue())
    assert error.code == "scanned"
    assert "OCR" in error.remedy
    assert refusal(pdf([[put(280, 40, "1", 10)]] * 4)).code == "scanned"


def test_a_damaged_pdf_is_refused():
    data = pdf([page(LONG)])
    assert refusal(data[:300]).code == "damaged"
    assert refusal(b"%PDF-1.4\n" + bytes(500)).code == "damaged"


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr(reader, "MAX_PDF_PAGES", 2)
    assert refusal(pdf([page(LONG)] * 3)).code == "too_large"


def test_a_pdf_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(reader, "PDF_SECONDS", -1.0)
    assert refusal(pdf([page(LONG)])).code == "timeout"


@pytest.mark.parametrize(
    ("turn", "matrix", "box"),
    [
        (90, (0, 1, -1, 0, 842, 0), (0, 0, 842, 595)),
        (180, (-1, 0, 0, -1, 595, 842), (0, 0, 595, 842)),
        (270, (0, -1, 1, 0, 0, 595), (0, 0, 842, 595)),
    ],
)
def test_a_page_that_is_stored_turned_is_read_upright(turn, matrix, box):
    data = pdf([[*page(LONG, top=780), *lined_table(72, 680, [150, 60, 60], 20, ROWS), *page(SHORT, top=580)]])
    writer, stream = pypdf.PdfWriter(clone_from=io.BytesIO(data)), io.BytesIO()
    writer.pages[0].add_transformation(matrix)
    writer.pages[0].mediabox = pypdf.generic.RectangleObject(box)
    writer.pages[0].rotate(turn)
    writer.write(stream)
    assert of(stream.getvalue(), "a.pdf").text == of(data, "a.pdf").text


def test_the_title_of_a_table_that_stands_on_every_page_is_kept_once():
    more = [["县水利局", "3", "4"]]
    pages = [[put(72, 780, "云岭县2023年县政协提案办理情况统计表"), *lined_table(72, 700, [150, 60, 60], 20, rows)] for rows in (ROWS, more)]
    found = of(pdf(pages), "a.pdf")
    assert found.text.startswith("云岭县2023年县政协提案办理情况统计表\n承办单位\t主办\t会办\n")
    assert found.text.count("统计表") == 1
    assert cells(found)[3, 0] == "县水利局"


def test_a_number_that_did_not_fit_in_the_rest_of_its_line_belongs_to_the_paragraph():
    first = [put(LEFT, 760, "县" * FULL), put(LEFT, 740, "县" * (FULL - 3) ), put(LEFT, 720, "65.4%。会办件均已反馈。")]
    assert lines(of(pdf([first]), "a.pdf")) == ["县" * (2 * FULL - 3) + "65.4%。会办件均已反馈。"]

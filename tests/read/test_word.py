"""Word: order, headings, merged cells, changes, notes and boxes."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from handling.model import ReadingError
from handling.read import read

from .files import W, archive, with_part, word
from .reading import cells, lines, of, places, spans


def body(xml):
    """A .docx whose body holds these elements before all else."""

    def fill(document):
        for number, element in enumerate(parse_xml(f"<w:body {W}>{xml}</w:body>")):
            document.element.body.insert(number, element)

    return of(word(fill), "a.docx")


def run(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


def paragraph(inner):
    return f"<w:p>{inner}</w:p>"


def test_paragraphs_and_tables_stand_in_their_order():
    def fill(document):
        document.add_paragraph("表前26件。")
        table = document.add_table(2, 2)
        for number, words in enumerate(["单位", "件数", "教育局", "26"]):
            table.cell(number // 2, number % 2).text = words
        document.add_paragraph("表后。")

    found = of(word(fill), "a.docx")
    assert found.text == "表前26件。\n单位\t件数\n教育局\t26\n表后。\n"
    assert list(places(found)) == ["第1段", "表1第1行第1列", "表1第1行第2列", "表1第2行第1列", "表1第2行第2列", "第2段"]


def test_the_title_style_is_the_title_and_heading_styles_are_headings():
    def fill(document):
        document.add_paragraph("〔2022〕47号")
        document.add_paragraph("提案办理情况的报告", style="Title")
        document.add_paragraph("一、基本情况", style="Heading 1")
        document.add_paragraph("共26件。")
        document.add_paragraph("二、结果", style="Heading 2")

    found = of(word(fill), "a.docx")
    assert lines(found, "title") == ["提案办理情况的报告"]
    assert lines(found, "heading") == ["一、基本情况", "二、结果"]


def test_a_first_heading_without_a_number_is_the_title():
    def fill(document):
        document.add_paragraph("提案办理情况的报告", style="Heading 1")
        document.add_paragraph("一、基本情况", style="Heading 1")

    assert lines(of(word(fill), "a.docx"), "title") == ["提案办理情况的报告"]


def test_a_numbered_heading_under_a_plain_title_is_no_title():
    def fill(document):
        document.add_paragraph("提案办理情况的报告")
        document.add_paragraph("一、基本情况", style="Heading 1")

    found = of(word(fill), "a.docx")
    assert (lines(found, "title"), lines(found, "heading")) == ([], ["一、基本情况"])


def test_a_title_broken_for_its_looks_is_one_line():
    found = body(f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{run("青石县教育局")}<w:r><w:br/></w:r>{run("办理情况")}</w:p>')
    assert lines(found) == ["青石县教育局办理情况"]


def test_a_break_inside_a_paragraph_begins_a_new_line():
    assert lines(body(paragraph(run("第一行26件") + "<w:r><w:br/></w:r>" + run("第二行")))) == ["第一行26件", "第二行"]


def test_merged_cells_stand_once_with_their_spans():
    def fill(document):
        table = document.add_table(3, 4)
        for row, words in enumerate((("单位", "件数", "结果", ""), ("", "", "A类", "B类"), ("教育局", "26", "18", "8"))):
            for column, word_ in enumerate(words):
                table.cell(row, column).text = word_
        table.cell(0, 0).merge(table.cell(1, 0))
        table.cell(0, 1).merge(table.cell(1, 1))
        table.cell(0, 2).merge(table.cell(0, 3))

    found = of(word(fill), "a.docx")
    assert cells(found) == {
        (0, 0): "单位",
        (0, 1): "件数",
        (0, 2): "结果",
        (1, 2): "A类",
        (1, 3): "B类",
        (2, 0): "教育局",
        (2, 1): "26",
        (2, 2): "18",
        (2, 3): "8",
    }
    assert spans(found) == {"单位": (2, 1), "件数": (2, 1), "结果": (1, 2)}
    assert found.text.split("\n")[1] == "\t\tA类\tB类"


def test_the_lines_of_a_cell_are_one():
    def fill(document):
        table = document.add_table(2, 2)
        table.cell(0, 0).text = "满意和\n基本满意率"
        table.cell(0, 1).text = "12\n34"
        table.cell(1, 0).text = "100%"

    assert cells(of(word(fill), "a.docx")) == {(0, 0): "满意和基本满意率", (0, 1): "12 34", (1, 0): "100%"}


def test_a_table_of_one_column_only_frames_its_text():
    def fill(document):
        document.add_table(1, 1).cell(0, 0).text = "共26件。\n均已办复。"

    assert lines(of(word(fill), "a.docx"), "paragraph") == ["共26件。", "均已办复。"]


def test_a_form_with_the_report_in_one_cell_is_paragraphs():
    report = "2022年共承办提案26件，均已办复。" * 20

    def fill(document):
        table = document.add_table(2, 2)
        for number, words in enumerate(["单位", "青石县教育局", "办理情况", f"{report}\n委员表示满意。"]):
            table.cell(number // 2, number % 2).text = words

    assert lines(of(word(fill), "a.docx"), "paragraph") == ["单位", "青石县教育局", "办理情况", report, "委员表示满意。"]


def test_the_full_width_rows_of_a_table_are_its_title_and_its_note():
    def fill(document):
        table = document.add_table(4, 2)
        for number, words in enumerate(["办理情况统计表", "", "单位", "件数", "教育局", "26", "注：含会办。", ""]):
            table.cell(number // 2, number % 2).text = words
        table.cell(0, 0).merge(table.cell(0, 1))
        table.cell(3, 0).merge(table.cell(3, 1))

    found = of(word(fill), "a.docx")
    assert [(block.kind, block.span.of(found.text), block.row) for block in found.blocks] == [
        ("paragraph", "办理情况统计表", -1),
        ("cell", "单位", 0),
        ("cell", "件数", 0),
        ("cell", "教育局", 1),
        ("cell", "26", 1),
        ("note", "注：含会办。", -1),
    ]


def test_insertions_count_and_deletions_do_not():
    found = body(
        paragraph(
            run("共")
            + f'<w:ins w:id="1" w:author="a">{run("26")}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>62</w:delText></w:r></w:del>'
            + run("件")
        )
        + f'<w:ins w:id="3" w:author="a">{paragraph(run("新段"))}</w:ins>'
    )
    assert lines(found) == ["共26件", "新段"]


def test_words_in_links_fields_and_content_controls_are_read_and_hidden_ones_are_not():
    found = body(
        paragraph(
            f'<w:hyperlink w:anchor="x">{run("链接26件")}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>'
            f'<w:fldSimple w:instr="DATE">{run("8件")}</w:fldSimple><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>'
        )
        + f"<w:sdt><w:sdtContent>{paragraph(run('控件内容'))}</w:sdtContent></w:sdt>"
    )
    assert lines(found) == ["链接26件8件", "控件内容"]


def test_a_text_box_is_a_note_beside_its_paragraph_and_is_read_once():
    box = f"<w:txbxContent>{paragraph(run('框内26件'))}</w:txbxContent>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    drawn = f"<w:r><mc:AlternateContent {space}><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
    found = body(paragraph(run("正文") + drawn + f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"))
    assert places(found, "note") == {"第1段旁文本框1": "框内26件"}
    assert found.text.count("框内26件") == 1


def test_headers_and_footers_are_left_out_and_footnotes_are_notes():
    def fill(document):
        document.sections[0].header.paragraphs[0].text = "页眉"
        document.sections[0].footer.paragraphs[0].text = "第1页"
        document.add_paragraph("正文")

    rule = f'<w:footnote w:type="separator" w:id="-1">{paragraph("")}</w:footnote>'
    note = f'<w:footnotes {W}>{rule}<w:footnote w:id="1">{paragraph(run("不含会办。"))}</w:footnote></w:footnotes>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    data = with_part(word(fill), "word/footnotes.xml", lambda _: note)
    data = with_part(
        data,
        "word/_rels/document.xml.rels",
        lambda old: old.replace(b"</Relationships>", f'<Relationship Id="n1" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode()),
    )
    found = of(data, "a.docx")
    assert places(found) == {"第1段": "正文", "脚注1": "不含会办。"}


def test_a_missing_picture_does_not_refuse_the_report():
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    data = with_part(
        word(lambda document: document.add_paragraph("共26件。")),
        "word/_rels/document.xml.rels",
        lambda old: old.replace(b"</Relationships>", f'<Relationship Id="n1" Type="{kind}" Target="NULL"/></Relationships>'.encode()),
    )
    assert lines(of(data, "a.docx")) == ["共26件。"]


def test_the_strict_variant_of_word_is_read():
    data = with_part(
        word(lambda document: document.add_paragraph("共26件。")),
        "word/document.xml",
        lambda old: old.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    )
    assert lines(of(data, "a.docx")) == ["共26件。"]


def test_a_row_that_begins_further_right_keeps_its_columns():
    def fill(document):
        table = document.add_table(2, 3)
        for number, words in enumerate(["单位", "主办", "会办", "", "18", "8"]):
            table.cell(number // 3, number % 3).text = words
        row = table.rows[1]._tr
        row.remove(row.tc_lst[0])
        row.get_or_add_trPr().append(parse_xml(f'<w:gridBefore {W} w:val="1"/>'))

    assert cells(of(word(fill), "a.docx"))[1, 1] == "18"


@pytest.mark.parametrize(
    "data", [archive({"word/other.xml": "<a/>"}), archive({"word/document.xml": "<w:document"}), archive({"[Content_Types].xml": ""})]
)
def test_a_zip_that_is_no_document_is_refused(data):
    with pytest.raises(ReadingError) as caught:
        read(data=data, name="a.docx")
    assert caught.value.code == "damaged"


def test_a_cut_off_document_is_refused():
    data = word(lambda document: document.add_paragraph("共26件。"))
    with pytest.raises(ReadingError) as caught:
        read(data=data[: len(data) // 2], name="a.docx")
    assert caught.value.code == "damaged"


def test_a_document_without_words_is_refused_as_empty():
    with pytest.raises(ReadingError) as caught:
        read(data=word(lambda document: None), name="a.docx")
    assert caught.value.code == "empty"


def test_the_style_of_a_chinese_word_counts_as_a_heading():
    def fill(document):
        style = document.styles["Heading 1"].element
        style.find(qn("w:name")).set(qn("w:val"), "标题 1")
        document.add_paragraph("正文一段，共承办提案26件，均已办复，提案者表示满意，现将有关情况报告如下，请审阅。")
        document.add_paragraph("结果")._p.get_or_add_pPr().append(parse_xml(f'<w:pStyle {W} w:val="Heading1"/>'))

    assert lines(of(word(fill), "a.docx"), "heading") == ["结果"]

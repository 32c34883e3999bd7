"""A figure that the product doubts is marked ？ with the reason wherever it stands, and figures of no unit stand beside nobody."""

import io
import re

import docx
import pypdf
import pytest

from dashboard import badges, warehouse
from handling import store
from handling.model import Filters
from tests.pages.rendering import from_csv, made, panels_of

BROAD = """东莞市人民政府关于2024年政协提案办理情况的报告

2024年，市政府系统承办建议300件，市政协提案195件。

截至目前，收到反馈意见250份，满意和基本满意247件，满意和基本满意率98.8%，不满意3件。其他方面不断提升。
"""
SUMS = """清禾县教育局2024年建议提案办理情况

2024年，我局共承办人大代表建议和政协提案195件，办结率100%。其中，已解决100件，基本解决18件，两项合计占59.8%；列入计划解决60件，占30.8%；留作参考17件。
"""
NOBODY = """关于2024年建议提案办理情况的报告

2024年，我单位共承办政协提案95件，其中已解决58件，正在解决30件，留作参考7件。满意和基本满意93件，满意和基本满意率97.9%。
"""
WHERE = {"region": ["441900"]}
DOUBT = "读数存疑（把握"
UNIT = "441900:东莞市人民政府"


@pytest.fixture(scope="module")
def doubted(tmp_path_factory):
    """A home with three reports: one whose rate is doubted, one with a doubted count behind a computed rate, one of no unit; and what the import said."""
    home = tmp_path_factory.mktemp("doubt")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDLING_HOME", str(home))
        store.build()
        result = store.import_files([("东莞.txt", BROAD.encode()), ("清禾.txt", SUMS.encode()), ("某单位.txt", NOBODY.encode())])
    assert [file.code for file in result.imported] == ["imported"] * 3
    return home, result


@pytest.fixture
def page(open_page, doubted, monkeypatch):
    monkeypatch.setenv("HANDLING_HOME", str(doubted[0]))
    return lambda slug, **state: open_page(slug, uploads_result=doubted[1], **state)


def cells_of(html, value):
    return re.findall(rf"<td[^>]*>(?:(?!</td>).)*{re.escape(value)}(?:(?!</td>).)*</td>", html, re.DOTALL)


@pytest.mark.parametrize(("slug", "state"), [
    ("unit", {"record": UNIT}), ("sources", {"report": "东莞"}), ("compare", {"compare_units": [UNIT], "switch_compare_measure": "satisfaction"}),
    ("importing", {}),
])  # fmt: skip
def test_a_doubted_rate_bears_the_sign_and_its_reason_where_it_is_listed(page, slug, state):
    cells = cells_of(page(slug, **state).html, ">98.8%</a>")
    assert cells
    for cell in cells:
        assert re.search(rf'class="badge" href="sources\?figure=\w{{16}}" title="{DOUBT}\d\d%）：[^"]+请看原句核对">？</a>', cell), cell


def test_a_doubted_rate_bears_the_sign_where_it_is_pooled_and_drawn_and_in_the_file(page):
    opened = page("satisfaction", **WHERE)
    (chart,) = opened.charts
    assert [name.endswith(" ？") for name in chart["layout"]["yaxis"]["ticktext"]] == [True]
    assert DOUBT in "".join(text for trace in chart["data"] for text in trace.get("hovertext") or [])
    assert opened.html.partition("表1")[0].count("？ 读数存疑") == 1, "what the sign means is told once"
    heads, row = from_csv(made(opened, panels_of(opened)[0]))
    assert row[heads.index("核查说明")].startswith(DOUBT)


def test_a_rate_computed_of_doubted_counts_bears_the_sign(open_county):
    html = open_county("satisfaction", open_satisfaction_funnel=True).html
    row = next(line for line in html.split("<tr>") if "崇阳县住建局" in line)
    for value in ("47</a>", "92.2%</a>"):
        (cell, *_) = cells_of(row, value)
        assert re.search(rf'title="[^"]*{DOUBT}\d\d%）：[^"]+">？</a>', cell), cell


def test_a_computed_rate_bears_the_sign_of_a_count_that_does_not_fit(page):
    html = page("compare", compare_units=["清禾县:清禾县教育局"]).html
    (cell,) = cells_of(html, "8.7%")
    assert "◇" in cell
    assert 'class="badge red"' in cell
    assert "60.5%" not in html, "the report prints 59.8% of the class"


def test_an_explanation_gives_no_sign_to_what_is_computed(page):
    page("audit")
    notes = [id for (thing, id), badge in badges._known().items() if thing == "figure" and badge.severity == "note"]
    assert notes
    assert badges.of_computed(notes[:1]) == ""
    assert badges.sign_of({"x_count_figure": notes[0]}) == ""


def test_the_brief_marks_what_is_doubted_and_what_was_imported_on_screen_and_on_paper(page, buttons):
    opened = page("brief", **WHERE)
    table = opened.html.partition("附表")[2]
    row = next(line for line in table.split("<tr>") if "东莞市人民政府" in line)
    assert "98.8%？" in row
    assert "〔1〕自行导入</td>" in row
    assert "东莞市人民政府关于2024年政协提案办理情况的报告 · 自行导入" in opened.html
    assert "？ 读数存疑" in opened.html
    paper = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(buttons["brief_pdf"]())).pages)
    book = docx.Document(io.BytesIO(buttons["brief_docx"]()))
    words = "\n".join([*(p.text for p in book.paragraphs), *(c.text for t in book.tables for r in t.rows for c in r.cells)])
    for text in (paper, words):
        text = re.sub(r"\s", "", text)
        assert "98.8%？" in text
        assert text.count("自行导入") == 2, "in the table and in the sources"


def test_a_report_of_no_unit_stands_in_no_list_of_units_and_in_no_pool(page):
    page("overview")
    assert "" not in warehouse.ask("filters/units")["unit_id"].tolist()
    assert not any("（）" in label for label in warehouse.ask("filters/units")["unit_label"])
    assert "" not in warehouse.ask("filters/regions")["region_id"].tolist()
    every = Filters()
    assert "" not in warehouse.ask("unit/fullest", every)["unit_id"].tolist()
    assert "" not in warehouse.ask("coverage/units", every, measures=("satisfaction_rate",))["unit_id"].tolist()
    assert "" not in warehouse.ask("satisfaction/rates", every, kind="satisfaction_rate.broad")["unit_id"].tolist()
    assert "" not in warehouse.ask("adoption/outcomes", every)["unit_id"].tolist()
    assert "某单位" in warehouse.ask("sources/reports", every, report="")["report_id"].tolist(), "the report itself is listed"


def test_the_page_of_a_report_of_no_unit_shows_its_figures(page):
    html = page("sources", report="某单位").html
    assert "满意和基本满意率" in html
    assert cells_of(html, ">97.9%</a>")
    assert "（）" not in html


@pytest.mark.parametrize(("lang", "words"), [
    ("zh", "有 6 个数字没有读出是哪个单位、哪个地方，不参与比较，只在这份报告的页面上列出。请在文首写明单位"),
    ("en", "No unit and no place was read for 6 figures; they are kept out of comparison and listed with the report itself. Please name the unit"),
])  # fmt: skip
def test_after_the_import_it_is_said_that_no_unit_was_read_and_what_to_do(page, lang, words):
    assert words in page("importing", lang=lang).html


def test_the_import_lists_the_place_of_every_figure(page):
    opened = page("importing")
    for panel, place in zip(panels_of(opened), ("东莞市", "清禾县", ""), strict=True):
        heads, *rows = from_csv(made(opened, panel))
        assert {row[heads.index("地区")] for row in rows} == {place}

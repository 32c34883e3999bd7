"""What only a real browser shows: addresses, links, downloads, painting. Skipped where there is no Chromium."""

import csv
import io
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote

import lxml.etree
import pypdf
import pytest
from PIL import Image

from tests.pages.browsing import SLUGS, move, needs_chromium, serving, settle

pytestmark = needs_chromium


def scope(page):
    return page.locator(".scope").first.inner_text().replace("\n", " ")


def query(page):
    return unquote(page.url.partition("?")[2])


def test_a_choice_in_the_side_bar_is_in_the_address_and_comes_back_from_it(visit):
    page = visit()
    page.get_by_role("combobox", name=re.compile("^单位类别|.*全部类别")).first.click()
    page.get_by_role("option", name="部门", exact=True).click()
    page.keyboard.press("Escape")
    settle(page)
    assert query(page) == "unit_kind=bureau"
    assert "· 部门" in scope(page)
    again = visit(page.url.rsplit("/", 1)[1])
    assert scope(again) == scope(page)


def test_the_address_goes_with_the_reader_from_page_to_page(visit):
    page = visit("?unit_kind=bureau&year=2020-2023")
    page.get_by_role("link", name="采纳情况").click()
    page.wait_for_url("**/adoption**")
    settle(page)
    assert query(page) == "year=2020-2023&unit_kind=bureau"
    assert "2020—2023年 · 全国 · 部门" in scope(page)


def test_a_first_visit_by_a_deep_link_finds_its_page_and_its_view(visit):
    page = visit("adoption?adoption_instrument=suggestion&province=500000")
    assert page.locator(".hd h1").inner_text() == "采纳情况"
    assert "重庆市" in scope(page)
    assert "重庆市政府 2024" in page.locator(".js-plotly-plot").first.inner_text()


def test_the_same_address_shows_the_same_view_after_a_restart_of_the_server(visit, home):
    before = visit("satisfaction?satisfaction_counted=strict&province=530000")
    with serving(home) as where:
        page = visit(f"satisfaction?{before.url.partition('?')[2]}", at=where)
        assert scope(page) == scope(before)
        assert query(page) == query(before)


def test_a_number_opens_its_sentence_without_leaving_the_session(visit):
    page = visit("sources?report=<img src=x onerror=alert(2)>")
    page.wait_for_function("document.documentElement.dataset.links === 'open here'")
    page.evaluate("window.stayed = true")
    page.locator(".doc mark a", has_text="126").click()
    page.wait_for_selector("#chosen")
    settle(page)
    assert "承办县政协提案126件" in page.locator("#chosen").inner_text()
    assert page.locator(".doc mark.on").inner_text() == "126"
    assert page.evaluate("window.stayed") is True
    assert "figure=" in page.url


def test_a_script_in_a_title_or_file_name_is_text(visit):
    page = visit("sources?report=<img src=x onerror=alert(2)>")
    assert "<script>alert(1)</script>" in page.locator(".doc").inner_text()
    assert "<img src=x onerror=alert(2)>.txt" in page.locator('[data-testid="stMain"]').inner_text()
    assert page.dialogs == []


def test_the_csv_holds_the_rows_of_the_table(visit):
    page = visit("adoption")
    page.get_by_role("button", name="数据表").first.click()
    page.wait_for_selector("table.tb")
    settle(page)
    table = page.locator("table.tb").first
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 CSV").first.click()
    text = Path(download.value.path()).read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    shown = [[cell.strip() for cell in row] for row in table.evaluate("t => [...t.tBodies[0].rows].map(r => [...r.cells].map(c => c.innerText))")]
    heads = table.evaluate("t => [...t.tHead.rows[0].cells].map(c => c.innerText)")
    assert len(rows) == len(shown)
    for row, cells in zip(rows, shown, strict=True):
        for head, cell in zip(heads, cells, strict=True):
            written, bare = row[head], cell.removesuffix("※").removesuffix("ⓘ").removesuffix("〔样本少〕").removesuffix("〔文〕").removesuffix("◇")
            number = bare.replace(",", "").removesuffix("%")
            if cell == written:
                continue
            if cell in ("未公布", "—"):
                assert written == ""
            elif bare.endswith("%"):
                assert round(float(written) * 100, 1) == float(number)
            else:
                assert written == number
    assert rows[0]["报告"]
    assert rows[0]["来源"] in ("已核对", "来源未核对")


def test_no_page_scrolls_sideways_on_a_phone(visit):
    page = visit(width=390)
    widest = {}
    for slug in SLUGS:
        page.get_by_role("button", name="展开侧栏").click()
        move(page, slug)
        page.get_by_role("button", name="收起侧栏").click()
        page.get_by_role("button", name="展开侧栏").wait_for()
        widest[slug] = page.evaluate("Math.max(...[...document.querySelectorAll('[data-testid=stMain], body')].map(e => e.scrollWidth))")
    assert {slug: width for slug, width in widest.items() if width > 390} == {}


@pytest.mark.parametrize("where", ["overview", "satisfaction"])
def test_the_first_table_of_a_page_is_seen_whole_on_a_phone(visit, where):
    page = visit(where, width=390)
    beyond = page.evaluate("(t => t.scrollWidth - t.clientWidth)(document.querySelector('.wide'))")
    assert beyond == 0


LONG_KEY = """() => [...document.querySelectorAll('[data-testid=stColumn] .key')].map(key => {
  key.insertAdjacentHTML('beforeend', '<span>' + 'a count that no report states, worked back from the rate and the total '.repeat(3) + '</span>')
  return Math.max(...[...key.children].map(mark => mark.getBoundingClientRect().right)) - key.closest('[data-testid=stColumn]').getBoundingClientRect().right
})"""


@pytest.mark.parametrize("width", [1440, 390])
def test_a_key_that_is_longer_than_its_column_goes_on_in_a_new_line(visit, width):
    page = visit("satisfaction?region=421223&unit_kind=bureau&lang=en", width=width)
    beyond = page.evaluate(LONG_KEY)
    assert beyond
    assert max(beyond) <= 0.5


@pytest.mark.parametrize(("lang", "where"), [
    ("zh", "satisfaction?"), ("en", "satisfaction?"), ("en", "satisfaction?open_satisfaction_intervals=1"), ("en", "overview?open_overview_periods=1"),
    ("en", "key_work?"),
])  # fmt: skip
def test_every_table_is_seen_whole_at_1440_pixels(visit, lang, where):
    page = visit(f"{where}&lang={lang}")
    beyond = page.evaluate("[...document.querySelectorAll('.wide')].map(table => table.scrollWidth - table.clientWidth)")
    assert beyond
    assert set(beyond) == {0}


def test_the_language_switch_keeps_the_filters(visit):
    page = visit("?unit_kind=bureau")
    page.get_by_text("English", exact=True).click()
    page.wait_for_selector("h1:has-text('Overview')")
    settle(page)
    assert "· Bureau" in scope(page)
    assert query(page) == "lang=en&unit_kind=bureau"


def saved(page, name, within=""):
    """The bytes of the file that this button saves, and the name that it is offered under."""
    with page.expect_download() as download:
        page.locator(f"{within} button").filter(has_text=name).first.click()
    return Path(download.value.path()).read_bytes(), download.value.suggested_filename


def test_a_chart_is_saved_as_png_and_svg_with_title_source_definition_version_and_link(visit):
    page = visit("satisfaction?year=2010-2024&region=421223&unit_kind=bureau")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    svg, name = saved(page, "图片 SVG", ".st-key-tools_satisfaction_funnel")
    assert re.fullmatch(r"satisfaction_funnel_[0-9a-f]{12}\.svg", name)
    root = lxml.etree.fromstring(svg)
    text = "".join(root.itertext())
    title = page.locator(".fh h2").first.inner_text().removeprefix("图1").strip()
    for expected in (title, "合并比例 97.2%", "来源：1份报告", "口径：满意和基本满意 ÷ 总数，总数口径相同的才合并", "范围：2010—2024年 · 崇阳县 · 部门",
                     "数据版本：", "year=2010-2024&unit_kind=bureau&region=421223&data=", "相近 5"):  # fmt: skip
        assert expected in text
    assert root.find("{http://www.w3.org/2000/svg}desc").text.startswith("10项（出自1份报告）合并 241 / 248 件")
    png, _ = saved(page, "图片 PNG", ".st-key-tools_satisfaction_funnel")
    picture = Image.open(io.BytesIO(png))
    assert (picture.format, picture.size) == ("PNG", (2000, 2 * int(root.get("height"))))
    assert len(set(picture.convert("RGB").resize((500, 300)).get_flattened_data())) > 200, "drawn, not blank"
    assert picture.convert("RGB").getpixel((3, 3)) == (255, 255, 255)
    assert [url for url in asked if not url.startswith((page.url.partition("/satisfaction")[0], "blob:", "data:"))] == [], "no network"


def test_the_first_and_the_last_chart_of_every_page_can_be_saved_as_a_picture(visit):
    page = visit("sources")
    for slug, least in (("overview", 3), ("adoption", 1), ("topics", 2), ("compare", 1), ("unit", 1), ("items", 1), ("key_work", 3), ("audit", 1)):
        move(page, slug)
        places = page.locator("[class*=st-key-tools_]:has(button:visible:has-text('图片 SVG'))")
        places.nth(least - 1).wait_for()  # the tools are painted by a component of their own, after the page has settled
        assert places.count() >= least
        for place in sorted({0, places.count() - 1}):
            with page.expect_download() as download:
                places.nth(place).locator("button").filter(has_text="图片 SVG").click()
            text = "".join(lxml.etree.fromstring(Path(download.value.path()).read_bytes()).itertext())
            assert re.search("图\\d", text)
            assert "数据版本：" in text


@pytest.mark.parametrize("refused", [False, True], ids=["allowed", "where the page may not use the clipboard itself"])
def test_copying_a_figure_puts_value_definition_sentence_source_and_link_on_the_clipboard(visit, refused):
    page = visit("sources?report=<img src=x onerror=alert(2)>")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if refused:
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not secure')) }")
    page.locator(".doc mark a", has_text="126").click()
    page.wait_for_selector("#chosen")
    settle(page)
    page.locator(".st-key-tools_card button").filter(has_text="复制引用").click()
    page.get_by_text("已复制到剪贴板").wait_for()
    lines = page.evaluate("navigator.clipboard.readText()").replace("\r", "").split("\n")
    assert lines[0] == "数值：清禾县人民政府 2024 承办件数 126"
    assert lines[1].startswith("口径：承办件数 · 政协提案 · 县区级；交到单位办理")
    assert lines[2] == "原句：“2024年，县政府共承办县政协提案126件，全部按期办结，满意率100%。”"
    assert lines[3].startswith("来源：<script>alert(1)</script>清禾县人民政府关于2024年县政协提案办理情况的报告")
    assert lines[4].startswith("数据版本：")
    assert re.fullmatch(r"链接：http://127\.0\.0\.1:\d+/sources\?figure=\w+", lines[5])


def test_a_page_is_saved_whole_as_one_archive(visit):
    page = visit("adoption?adoption_instrument=suggestion")
    content, name = saved(page, "一个 ZIP")
    assert re.fullmatch(r"adoption_[0-9a-f]{12}\.zip", name)
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert "adoption_instrument=suggestion" in archive.read("说明.txt").decode("utf-8-sig")
    book, _ = saved(page, "一个 Excel 文件")
    assert len(zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet2.xml")) > 1000


def test_other_formats_stand_behind_one_button(visit):
    page = visit("adoption")
    page.get_by_role("button", name="其他格式").first.click()
    content, name = saved(page, "Parquet", "[data-testid=stPopoverBody]")
    assert name.endswith(".parquet")
    assert content.startswith(b"PAR1")


@pytest.mark.parametrize("where", ["brief", "brief?year=2018-2026", "brief?lang=en"])
def test_the_brief_prints_on_one_page_and_comes_as_pdf_and_word(visit, where):
    page = visit(where)
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(printed.pages) == 1
    pdf, name = saved(page, re.compile("下载 PDF|Download PDF"))
    assert re.fullmatch(r"brief_[0-9a-f]{12}\.pdf", name)
    made = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    first = re.sub(r"\s", "", page.locator(".st-key-sheet li").first.inner_text())
    assert first in re.sub(r"\s", "", made)
    assert "data=" in made
    word, _ = saved(page, re.compile("下载 Word|Download Word"))
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(word)).namelist()

"""What only a real browser shows: addresses, links, downloads, painting. Skipped where there is no Chromium."""

import csv
import io
import re
import socket
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.pages.browsing import ROOT, SECONDS, needs_chromium, serving, settle

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


def test_the_same_address_shows_the_same_view_after_a_restart_of_the_server(visit, home, browser):
    before = visit("satisfaction?satisfaction_counted=strict&province=530000")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        other = probe.getsockname()[1]
    with serving(home, other) as where:
        context = browser.new_context(viewport={"width": 1440, "height": 1000})
        page = context.new_page()
        page.set_default_timeout(SECONDS)
        page.goto(f"{where}/satisfaction?{before.url.partition('?')[2]}")
        settle(page)
        assert scope(page) == scope(before)
        assert query(page) == query(before)
        context.close()


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
            number = cell.removesuffix("※").replace(",", "").removesuffix("%")
            written = row[head]
            if cell == written:
                continue
            if cell == "未公布":
                assert written == ""
            elif cell.endswith("%"):
                assert round(float(written) * 100, 1) == float(number)
            else:
                assert written == number
    assert rows[0]["报告"]
    assert rows[0]["来源"] in ("已核对", "来源未核对")


@pytest.mark.parametrize("slug", sorted(path.parent.name for path in (ROOT / "pages").glob("*/page.py")))
def test_no_page_scrolls_sideways_on_a_phone(visit, slug):
    page = visit(slug, width=390)
    widest = page.evaluate("Math.max(...[...document.querySelectorAll('[data-testid=stMain], body')].map(e => e.scrollWidth))")
    assert widest <= 390


def test_the_language_switch_keeps_the_filters(visit):
    page = visit("?unit_kind=bureau")
    page.get_by_text("English", exact=True).click()
    page.wait_for_selector("h1:has-text('Overview')")
    settle(page)
    assert "· Bureau" in scope(page)
    assert query(page) == "lang=en&unit_kind=bureau"

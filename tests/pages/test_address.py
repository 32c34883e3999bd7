"""One view is one address: what is chosen stands in it, in short codes, and opens again. Skipped where there is no Chromium."""

import contextlib
import re

import pytest
from playwright.sync_api import TimeoutError

from tests.pages.browsing import SLUGS, needs_chromium, path_of, settle

pytestmark = needs_chromium
WITHOUT_SWITCHES = {"importing"}  # what it shows comes from the files of this session, not from a choice


def shown(page):
    """All that the page says, its charts included."""
    return page.locator('[data-testid="stMain"]').inner_text()


def where(page):
    return page.url.split("/", 3)[3]


def scope(page):
    return page.locator(".scope").first.inner_text()


def use(page, *deeds):
    """Use one control, and wait until the address says so: every control of a page must be in it."""
    before = page.url
    for deed in deeds:
        deed()
    page.wait_for_function("before => location.href !== before", arg=before)
    if page.get_by_role("listbox").count():  # a list of several stays open; in a list of one Escape would take the choice back
        page.keyboard.press("Escape")
    settle(page)


def change_everything(page):
    """Use every control of the page itself: the last of each row of switches, one of each list, each toggle, table and search box."""
    main = page.locator('[data-testid="stMain"]')
    switches, lists = main.locator('[data-testid="stButtonGroup"]'), main.get_by_role("combobox")
    toggles, boxes = main.locator('[data-testid="stCheckbox"] label'), main.locator(".st-key-search input")  # those of 查找 choose nothing
    tables = main.get_by_role("button", name="数据表")
    for number in range(switches.count()):
        use(page, switches.nth(number).get_by_role("radio").last.click)
    for number in range(lists.count()):
        keys = [lambda key=key: page.keyboard.press(key) for key in ("ArrowDown", "ArrowDown", "Enter")]
        use(page, lists.nth(number).click, page.get_by_role("option").first.wait_for, *keys)
    for number in range(toggles.count()):
        use(page, toggles.nth(number).click)
    for number in range(boxes.count()):
        use(page, lambda number=number: boxes.nth(number).fill("路"), lambda number=number: boxes.nth(number).press("Enter"))
    for number in range(tables.count()):
        use(page, tables.nth(number).click)


@pytest.mark.parametrize("slug", SLUGS)
def test_whatever_is_changed_on_a_page_is_in_its_address_and_comes_back(visit, slug):
    page = visit(path_of(slug))
    assert "?" not in page.url
    usual = shown(page)
    change_everything(page)
    assert ("?" in page.url) == (slug not in WITHOUT_SWITCHES)
    assert re.fullmatch(r"[ -~]*", where(page))
    assert "%" not in where(page).replace("%E8%B7%AF", "")  # 路, which was typed
    again = visit(where(page))
    assert where(again) == where(page)
    with contextlib.suppress(TimeoutError):  # a fresh browser loads the parts of Streamlit one by one; the assertion tells what differs
        again.wait_for_function("said => document.querySelector('[data-testid=stMain]').innerText === said", arg=shown(page), timeout=20_000)
    assert shown(again) == shown(page)
    assert (shown(page) != usual) == (slug not in WITHOUT_SWITCHES)


def test_back_takes_one_choice_at_a_time_and_loses_none(visit):
    page = visit("adoption?year=2020-2023&unit_kind=government")
    page.get_by_text("建议", exact=True).click()
    settle(page)
    page.get_by_role("link", name="满意度").click()
    page.wait_for_url("**/satisfaction**")
    settle(page)
    assert where(page) == "satisfaction?year=2020-2023&unit_kind=government"
    page.get_by_text("仅满意", exact=True).click()
    settle(page)
    seen = []
    for _ in range(3):
        page.go_back()
        settle(page)
        seen.append(where(page))
        assert "2020—2023年 · 全国 · 政府" in scope(page)
    assert seen == [
        "satisfaction?year=2020-2023&unit_kind=government", "adoption?year=2020-2023&unit_kind=government&adoption_instrument=suggestion",
        "adoption?year=2020-2023&unit_kind=government",
    ]  # fmt: skip


def test_back_to_an_address_without_choices_takes_them_off(visit):
    page = visit()
    page.goto(page.url + "?unit_kind=bureau")
    settle(page)
    page.get_by_test_id("stSidebarNavItems").get_by_role("link", name="议题").click()
    page.wait_for_url("**/topics**")
    settle(page)
    page.get_by_text("件数", exact=True).first.click()
    settle(page)
    assert where(page) == "topics?unit_kind=bureau&topics_shown=count"
    page.go_back()
    settle(page)
    assert where(page) == "topics?unit_kind=bureau"
    assert page.get_by_role("radio", name="占比").first.is_checked()


def test_a_switch_is_kept_while_the_reader_looks_at_another_page(visit):
    page = visit("satisfaction?satisfaction_counted=strict")
    page.get_by_role("link", name="采纳情况").click()
    page.wait_for_url("**/adoption**")
    settle(page)
    assert where(page) == "adoption"
    page.get_by_role("link", name="满意度").click()
    page.wait_for_url("**/satisfaction**")
    settle(page)
    assert where(page) == "satisfaction?satisfaction_counted=strict"


def test_the_version_of_the_data_goes_with_the_reader_until_the_newest_is_asked_for(visit, home):
    newest = (home / "warehouse" / "CURRENT").read_text().removeprefix("handling-").removesuffix(".duckdb")
    (older,) = {path.stem.removeprefix("handling-") for path in (home / "warehouse").glob("handling-*.duckdb")} - {newest}
    page = visit(f"adoption?data={older}")
    assert f"&data={older}" in page.locator("table.tb a").first.get_attribute("href").replace("?", "&")
    for name, path in (("满意度", "satisfaction"), ("数据核查", "audit")):
        page.get_by_role("link", name=name).click()
        page.wait_for_url(f"**/{path}**")
        settle(page)
        assert where(page) == f"{path}?data={older}"
        assert f"数据版本 {older}" in page.locator('[data-testid="stSidebar"]').inner_text()
    page.get_by_role("button", name="改看最新数据").click()
    settle(page)
    assert where(page) == "audit"
    page.get_by_role("link", name="采纳情况").click()
    page.wait_for_url("**/adoption**")
    settle(page)
    assert where(page) == "adoption"
    assert f"数据版本 {newest}" in page.locator('[data-testid="stSidebar"]').inner_text()


@pytest.mark.parametrize("old", ["?unit_kind=部门&year=2020&year=2023", "?unit_kind=Bureau&year=2020-2023"])
def test_an_address_of_labels_opens_and_is_rewritten_in_codes(visit, old):
    page = visit(old)
    assert where(page) == "?year=2020-2023&unit_kind=bureau"
    assert "2020—2023年 · 全国 · 部门" in scope(page)


def test_years_the_wrong_way_round_are_told_and_shown_in_their_order(visit):
    page = visit("?unit_kind=bureau&year=2023-2020")
    assert "2020—2023年 · 全国 · 部门" in scope(page)
    assert "2023-2020" in page.locator("body").inner_text()


def test_units_are_written_by_short_codes(visit):
    page = visit("compare?compare_units=500000:重庆市人民政府~四川省人民政府")
    assert where(page) == "compare?compare_units=500000-200d5120~510000-64fa8f01"


@pytest.mark.parametrize("unknown", ["sources?report=NONE", "sources?figure=NONE", "unit?record=NONE"])
def test_an_address_that_nobody_knows_is_said_to_be_unknown(visit, unknown):
    page = visit(unknown)
    assert "NONE" in page.locator(".note.red").inner_text()
    assert page.locator(".card, .tb, .js-plotly-plot").count() == 0
    assert where(page) == unknown


def test_the_first_page_is_found_by_its_name(visit):
    page = visit("overview?unit_kind=bureau")
    assert where(page) == "?unit_kind=bureau"
    assert page.locator(".hd h1").inner_text() == "总览"
    assert page.get_by_role("dialog").count() == 0


def test_an_address_without_a_page_says_so_in_chinese(visit):
    page = visit("nothing")
    assert page.locator(".hd h1").inner_text() == "没有这一页"
    assert page.get_by_role("dialog").count() == 0
    page.get_by_role("link", name="回到总览").click()
    page.wait_for_selector("h1:has-text('总览')")


@pytest.mark.parametrize(("typed", "found", "leads_to"), [
    ("jns", "济南市", "?prefecture=370100"), ("崇文区", "东城区", None), ("章丘市", "章丘区", "?region=370114"), ("430000", "湖南省", "?province=430000"),
])  # fmt: skip
def test_a_region_is_found_by_initials_former_names_and_codes(visit, typed, found, leads_to):
    page = visit()
    box = page.get_by_label("查找地区或单位")
    box.fill(typed)
    box.press("Enter")
    if leads_to is None:  # nothing of that region is in the shipped data
        page.get_by_text(f"没有找到“{typed}”").wait_for()
        return
    page.get_by_role("button", name=re.compile(found)).first.click()
    page.wait_for_function("where => location.search === where", arg=leads_to)
    settle(page)
    assert box.input_value() == ""
    assert found in scope(page)


def test_a_unit_is_found_and_taken_into_the_comparison(visit):
    page = visit("compare")
    box = page.get_by_label("查找单位，加入对比")
    box.fill("cqszf")
    box.press("Enter")
    page.get_by_role("button", name="重庆市人民政府").first.click()
    page.wait_for_function("location.search.includes('compare_units')")
    settle(page)
    assert where(page) == "compare?compare_units=500000-200d5120"

"""Everything that a mouse does, a keyboard does too: Tab goes in a sensible order, focus is seen, controls work. Skipped where there is no Chromium."""

import io
import re
import shutil

import pytest
from PIL import Image, ImageChops

from tests.pages.browsing import needs_chromium, serving, settle

pytestmark = needs_chromium
PAGES = ("satisfaction", "adoption", "compare", "importing")
MOST_STEPS = 400
FOCUSED = """() => {
  const e = document.activeElement
  if (e === document.body) return null
  e.setAttribute('data-walked', '')
  const part = ['stSkipToContent', 'stSidebarNav', 'stSidebar', 'stMain'].find(id => e.closest(`[data-testid=${id}]`)) ?? ''
  const field = e.closest('[data-testid=stMultiSelect], [data-testid=stTextInput], [data-testid=stSlider], [data-testid=stCheckbox]') ?? e
  const box = field.getBoundingClientRect()
  return { part, kind: e.tagName, link: e.matches('.stHtml a'), heading: e.matches('[data-testid=stMain]'), name: e.getAttribute('aria-label') ?? e.innerText,
           box: [box.x, box.y, box.width, box.height], row: Math.round(box.y + scrollY) }
}"""
MISSED = """() => [...document.querySelectorAll('a[href], button, input, summary, select, textarea, [tabindex="0"]')].filter(e => {
  const box = e.getBoundingClientRect()
  return box.width && box.height && e.tabIndex >= 0 && !e.disabled && !e.hasAttribute('data-walked') && e.type !== 'file'
    && !(e.getAttribute('role') === 'radio' && e.getAttribute('aria-checked') !== 'true')
    && getComputedStyle(e).visibility !== 'hidden' && !e.closest('[aria-hidden=true], details:not([open]) > :not(summary)')
}).map(e => e.outerHTML.slice(0, 160))"""


def picture(page, box):
    x, y, width, height = box
    view = page.viewport_size
    left, top = max(0, x - 8), max(0, y - 8)
    clip = {"x": left, "y": top, "width": min(view["width"] - left, width + 16), "height": min(view["height"] - top, height + 16)}
    return Image.open(io.BytesIO(page.screenshot(clip=clip, animations="disabled", caret="hide"))).convert("RGB")


def is_seen(page, box):
    """Whether what has the focus looks otherwise without it."""
    with_focus = picture(page, box)
    page.evaluate("() => { window.last = document.activeElement; last.blur() }")
    without = picture(page, box)
    page.evaluate("() => last.focus()")
    return ImageChops.difference(with_focus, without).getbbox() is not None


def walk(page, look):
    """Tab through the page: what had the focus, stop by stop, and the names of those stops that `look` chooses and that look the same without it."""
    page.wait_for_function("document.documentElement.dataset.links === 'open here'")
    steps, unseen, links = [], [], 0
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        step = page.evaluate(FOCUSED)
        if step is None:
            break
        steps.append(step)
        links += step["link"]
        # not the page itself, which takes the focus to be scrolled; links are all of one look
        if look(step) and not step["heading"] and not (step["link"] and links > 4) and not is_seen(page, step["box"]):
            unseen.append(step["name"])
    return steps, unseen


@pytest.mark.parametrize("slug", PAGES)
def test_tab_goes_from_navigation_over_filters_to_content_and_misses_nothing_and_the_focus_is_seen(visit, slug):
    page = visit(slug)
    steps, unseen = walk(page, lambda step: slug == PAGES[0] or step["part"] == "stMain")  # the side bar is the same on every page
    parts = [step["part"] for step in steps]
    first = [part for place, part in enumerate(parts) if place == 0 or part != parts[place - 1]]
    assert first == ["stSkipToContent", "stSidebar", "stSidebarNav", "stSidebar", "stMain"]  # the second is the name of the product
    assert page.evaluate(MISSED) == []
    names = [step["name"].split("\n")[-1].strip() for step in steps]
    assert names.index("总览") < names.index("一页简报") < names.index("查找地区或单位") < names.index("省份") < names.index("种类")
    assert names[0] == "跳到正文"
    assert {"年份，从", "年份，到", "回到总览"} <= set(names)
    assert unseen == []


def test_the_focus_is_seen_in_the_dark(visit):
    page = visit(PAGES[0], theme="dark")
    steps, unseen = walk(page, lambda step: True)
    assert len(steps) > 50
    assert unseen == []


def focus(page, locator):
    """Bring the focus there as Tab would."""
    locator.first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")


def press(page, locator, *keys):
    focus(page, locator)
    for key in keys:
        page.keyboard.press(key)
    settle(page)


def query(page):
    return page.url.partition("?")[2]


@pytest.mark.parametrize(("slug", "group", "written"), [
    ("satisfaction", "口径", "satisfaction_counted=strict"), ("adoption", "排序", "adoption_order=count"), ("compare", "指标", "compare_measure=satisfaction"),
])  # fmt: skip
def test_a_switch_is_worked_with_arrows(visit, slug, group, written):
    page = visit(slug)
    focus(page, page.get_by_role("radiogroup", name=group).get_by_role("radio", checked=True))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_function("said => location.search.includes(said)", arg=written)


def test_toggles_tables_notes_and_filters_are_worked_without_a_mouse(visit):
    page = visit("satisfaction")
    press(page, page.get_by_role("switch", name="逐个列出单位和未列入的原因"), "Space")
    page.wait_for_function("location.search.includes('coverage_names=1')")
    press(page, page.get_by_role("button", name="数据表"), "Enter")
    page.wait_for_function("location.search.includes('open_satisfaction_intervals=1')")
    focus(page, page.get_by_role("button", name="为什么不直接排名"))
    page.keyboard.press("Enter")
    page.get_by_text("默认不排名").wait_for()
    page.keyboard.press("Escape")
    page.get_by_text("默认不排名").wait_for(state="hidden")
    focus(page, page.get_by_role("combobox", name="单位类别"))
    page.keyboard.type("部门")
    page.keyboard.press("Enter")
    page.wait_for_function("location.search.includes('unit_kind=bureau')")
    page.keyboard.press("Escape")
    settle(page)
    press(page, page.get_by_role("slider", name="年份，从"), "ArrowRight")
    page.wait_for_function("location.search.includes('year=2005-')")
    press(page, page.locator("summary").filter(has_text="更多条件"), "Enter")
    assert page.get_by_role("combobox", name=re.compile("^议题|承办角色|角色")).first.is_visible()


def to_table(page, called):
    """From the link before that chart to its table."""
    focus(page, page.get_by_role("link", name=called, exact=True))
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.closest('[class*=st-key-twin] :is(table, canvas)')")
    settle(page)


@pytest.mark.parametrize(("where", "called", "twin"), [
    ("adoption", "跳到图1的数据表", "adoption_bars"), ("satisfaction?lang=en", "Go to the table of Fig. 1", "satisfaction_intervals"),
])  # fmt: skip
def test_from_the_link_before_a_chart_the_next_stop_is_the_first_link_of_its_table(visit, where, called, twin):
    page = visit(where)
    page.wait_for_function("document.documentElement.dataset.links === 'open here'")
    before = page.get_by_role("link", name=called, exact=True)
    assert before.bounding_box()["width"] == 1
    focus(page, before)
    assert before.bounding_box()["width"] > 100
    assert page.locator(f".st-key-twin_{twin}").count() == 0
    for _ in range(2):  # the table is opened, and is not closed where it is open
        to_table(page, called)
        assert page.evaluate("document.activeElement.matches('table.tb')")
        assert f"open_{twin}=1" in query(page)
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.activeElement === document.querySelector('.st-key-twin_{twin} table a')")
    focus(page, page.locator(f".st-key-twin_{twin} td.n a"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources?*figure=*")


def test_every_chart_is_named_by_its_sentence_and_has_the_link_to_its_table_before_it(visit):
    page = visit("topics")
    order = page.evaluate("""() => [...document.querySelectorAll('.to-table, [data-testid=stPlotlyChart], [class*=st-key-table_]')].map(e =>
      e.dataset.table ?? e.getAttribute('role') ?? e.className.match(/st-key-table_(\\S+)/)[1])""")
    assert order == ["topics_pooled", "figure", "topics_pooled", "topics_heatmap", "figure", "topics_heatmap"]
    names = [chart.get_attribute("aria-label") for chart in page.locator("[data-testid=stPlotlyChart]").all()]
    assert all(name in page.locator("[data-testid=stMain]").inner_text() for name in names)
    assert names[0].startswith("占比居前的是城乡建设与交通27.3%（1,235/4,528件，17组）")


def test_both_charts_of_the_brief_have_the_link_to_their_table(visit):
    page = visit("brief")
    page.wait_for_function("document.documentElement.dataset.links === 'open here'")
    order = page.evaluate("[...document.querySelectorAll('.to-table, [data-testid=stPlotlyChart]')].map(e => e.dataset.table ?? 'chart')")
    assert order == ["brief_rates", "chart", "brief_outcomes", "chart"]
    for called, twin in (("跳到图1的数据表", "brief_rates"), ("跳到图2的数据表", "brief_outcomes")):
        to_table(page, called)
        page.keyboard.press("Tab")
        assert page.evaluate(f"document.activeElement.closest('.st-key-twin_{twin} table') !== null && document.activeElement.matches('a')")
    page.emulate_media(media="print")
    assert not page.locator(".st-key-twin_brief_outcomes").is_visible()
    assert page.locator(".st-key-twin_brief_rates").is_visible()


def test_in_the_grid_of_a_long_table_enter_opens_the_sentence_of_the_row(visit):
    page = visit("topics")
    tabs = len(page.context.pages)
    page.wait_for_function("document.documentElement.dataset.links === 'open here'")
    page.evaluate("window.stayed = true")
    to_table(page, "跳到图2的数据表")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("document.activeElement.id === 'glide-cell-0-1'")
    aimed = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources?*figure=*")
    assert page.url == aimed
    assert page.evaluate("window.stayed") is True
    assert len(page.context.pages) == tabs


def test_a_unit_is_taken_into_the_comparison_and_a_number_opened_without_a_mouse(visit):
    page = visit("compare")
    focus(page, page.get_by_label("查找单位，加入对比"))
    page.keyboard.type("cqszf")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="重庆市人民政府").first.wait_for()
    settle(page)
    press(page, page.get_by_role("button", name="重庆市人民政府"), "Enter")
    page.wait_for_function("location.search.includes('compare_units=500000-200d5120')")
    settle(page)
    focus(page, page.locator(".tb td.n a"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources?*figure=*")


@pytest.fixture
def visit_own(visit, home, tmp_path):
    """`visit` to a server over a home of its own, which may be changed."""
    with serving(shutil.copytree(home, tmp_path / "home")) as where:
        yield lambda slug: visit(slug, at=where)


def test_a_report_is_imported_without_a_mouse(visit_own):
    page = visit_own("importing")
    page.wait_for_function("document.documentElement.dataset.links === 'open here'")
    text = "青禾县教育局2024年办理情况\n\n2024年，县教育局共承办人大代表建议12件，已全部办结。\n"
    report = {"name": "青禾县教育局.txt", "mimeType": "text/plain", "buffer": text.encode()}
    page.once("filechooser", lambda chooser: chooser.set_files(report))  # before the key: a chooser that nobody awaits is the system's own window
    focus(page, page.locator('[data-testid="stFileUploader"] section button'))
    page.wait_for_function("document.activeElement.innerText.includes('选择文件')")
    page.keyboard.press("Enter")
    page.locator("[data-testid=stFileChip]").wait_for()
    settle(page)
    focus(page, page.get_by_role("button", name="导入", exact=True))
    page.keyboard.press("Enter")
    page.get_by_text("已导入").first.wait_for()


def test_a_file_is_saved_without_a_mouse(visit):
    page = visit("adoption")
    focus(page, page.get_by_role("button", name="下载 CSV"))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")

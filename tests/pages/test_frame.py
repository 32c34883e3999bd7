"""The whole program as Streamlit runs it: every page opens inside the frame, in both languages, and filters hold over pages."""

import pathlib
import re

import pytest
from streamlit.testing.v1 import AppTest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SLUGS = sorted(path.parent.name for path in (ROOT / "pages").glob("*/page.py"))


@pytest.fixture
def program(published):
    def opened(slug="overview", **query):
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for key, value in query.items():
            app.query_params[key] = value
        app.run()
        if slug != "overview":
            app.switch_page(f"pages/{slug}/page.py").run()
        assert not app.exception
        return app

    return opened


def html_of(app):
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_opens(program, slug, lang):
    app = program(slug, lang=lang)
    html = html_of(app)
    assert 'class="note red" role="alert"' not in html
    assert '<div class="hd"><h1>' in html


def test_an_address_of_ids_sets_the_filters(program):
    app = program(unit_kind="bureau", year="2020-2023", province="430000")
    assert app.multiselect(key="unit_kind").value == ["bureau"]
    assert app.multiselect(key="province").value == ["430000"]
    assert app.slider(key="year").value == (2020, 2023)
    assert "2020—2023年 · 湖南省 · 部门" in html_of(app)


@pytest.mark.parametrize("words", ["部门", "Bureau", "bureau"])
def test_an_address_may_speak_either_language_or_neither(program, words):
    assert program(unit_kind=words).multiselect(key="unit_kind").value == ["bureau"]


def test_an_unknown_value_in_an_address_is_told_and_filters_nothing(program):
    app = program(unit_kind="<script>", year="abc", province="999999", region="370114~xx")
    assert app.multiselect(key="unit_kind").value == []
    html = html_of(app)
    for part in ("unit_kind=&lt;script&gt;", "year=abc", "province=999999", "region=xx"):
        assert f"链接里的“{part}”这里没有，没有按它筛选。下面显示的范围是：2004—2026年 · 章丘区。" in html


def test_what_was_told_is_told_again_when_the_address_is_opened_again_and_goes_when_something_is_chosen(program):
    app = program(unit_kind="county")
    assert app.query_params["unit_kind"] == "county"
    app.multiselect(key="unit_kind").set_value(["bureau"]).run()
    assert "这里没有" not in html_of(app)
    assert app.query_params["unit_kind"] == "bureau"


@pytest.mark.parametrize(("asked", "taken", "shown"), [
    ("1999-2001", (2004, 2026), "2004—2026年"), ("2000", (2004, 2026), "2004—2026年"), ("2027", (2004, 2026), "2004—2026年"),
    ("0", (2004, 2026), "2004—2026年"), ("2030-2099", (2004, 2026), "2004—2026年"), ("2003-2004", (2004, 2004), "2004年"),
    ("2025-2030", (2025, 2026), "2025—2026年"),
])  # fmt: skip
def test_years_that_are_not_there_are_told_and_the_filters_stay(program, asked, taken, shown):
    app = program(year=asked)
    assert f"链接要的年份是 {asked}；库里只有2004—2026年的数字，下面显示的是{shown}的。" in html_of(app)
    assert app.slider(key="year").value == taken


def test_years_that_other_data_had_do_not_stop_the_page(program):
    app = program()
    app.session_state["year"] = (1998, 2001)
    app.run()
    assert app.slider(key="year").value == (2004, 2026)
    assert not app.exception


@pytest.mark.parametrize(("query", "said"), [
    ({"province": "540000"}, "省份 西藏自治区"), ({"region": "540102"}, "城关区"), ({"level": "township"}, "交办层级 乡镇级"),
])  # fmt: skip
def test_a_place_or_class_without_data_is_a_filter_that_leaves_nothing(program, query, said):
    html = html_of(program("satisfaction", **query))
    assert "当前筛选下没有报告。去掉“" in html
    assert said in html
    assert "这里没有" not in html


def test_an_unknown_switch_is_told(program):
    app = program("satisfaction")
    app.query_params["satisfaction_counted"] = "all"
    assert "链接里的“satisfaction_counted=all”这里没有，下面按平常的选项显示。" in html_of(app.run())


def test_the_scope_names_every_place_that_is_shown(program):
    html = html_of(program("adoption", province="110000", region="370114"))
    assert "· 北京市、章丘区</div>" in html


def test_a_unit_that_nobody_knows_opens_no_other(program):
    html = html_of(program("unit", unit="nonsense"))
    assert "链接里的“unit=nonsense”这里没有" in html
    assert "重庆市人民政府</a>" not in html
    assert '<table' not in html


def test_filters_hold_over_pages(program):
    app = program("adoption", instrument="proposal")
    assert app.multiselect(key="instrument").value == ["proposal"]


def test_a_prefecture_narrows_its_province(program):
    app = program(province="430000", prefecture="430100")
    assert "· 长沙市</div>" in html_of(app)


def test_a_page_that_fails_shows_a_reference_and_no_exception(program, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("secret detail")

    app = program("adoption")
    monkeypatch.setattr("dashboard.sentences.outcomes_title", broken)
    app.run()
    assert not app.exception
    html = html_of(app)
    assert "这张图没有画成，其余不受影响。编号" in html
    assert "secret detail" not in html


@pytest.mark.parametrize("slug", ["satisfaction", "adoption", "compare", "audit", "brief"])
def test_a_page_that_is_not_by_topic_says_so_and_is_as_without(open_page, slug):
    page, without = open_page(slug, topic=["economy"]), open_page(slug)
    note = "议题不适用于本页：比率和核查不分议题，左边选的“经济发展”在这里不起作用。"
    assert note in page.html
    assert note not in without.html
    assert "经济发展" not in page.html.replace(note, "").partition("<table")[0]
    plain = [re.sub(r"href=\"[^\"]*\"|[?&]topic=\w+", "", html) for html in (page.said.replace(f'<div class="note">{note}</div>\n', ""), without.said)]
    assert plain[0] == plain[1]


def test_a_page_by_topic_keeps_it_in_its_scope(open_page):
    html = open_page("topics", topic=["economy"]).html
    assert "全国 · 经济发展" in html
    assert "议题不适用于本页" not in html

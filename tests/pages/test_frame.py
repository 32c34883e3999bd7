"""The whole program as Streamlit runs it: every page opens inside the frame, in both languages, and filters hold over pages."""

import pathlib
import re
from types import SimpleNamespace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import lost

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


def test_years_the_wrong_way_round_are_told_and_turned(program):
    app = program(year="2024-2010")
    assert "链接里的年份 2024-2010 前后颠倒了（库里有2004—2026年的数字），下面按2010—2024年显示。" in html_of(app)
    assert app.slider(key="year").value == (2010, 2024)
    assert "前后颠倒" not in html_of(program(year="2010-2024"))


def test_the_word_for_the_page_of_imports_leads_to_it(monkeypatch):
    gone = []
    stand_in = SimpleNamespace(
        context=SimpleNamespace(url="http://127.0.0.1:8501/import"), Page=lambda run, **options: (run, options["url_path"]), query_params=QueryParams(),
        switch_page=lambda page, query_params: gone.append((page, query_params)),
    )  # fmt: skip
    monkeypatch.setattr(lost, "st", stand_in)
    ((run, path),) = lost.pages(["overview", "importing"])
    run()
    assert (path, gone) == ("import", [("pages/importing/page.py", {"lang": ["en"]})])


class QueryParams(dict):
    def __init__(self):
        super().__init__(lang="en")

    def get_all(self, key):
        return [self[key]]


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


@pytest.mark.parametrize(("lang", "said"), [
    ("zh", "链接里的“yaer”“&lt;b&gt;”不是本看板的参数，已忽略。"),
    ("en", "The link names &quot;yaer&quot;, &quot;&lt;b&gt;&quot;, which this dashboard does not know: ignored."),
])  # fmt: skip
def test_a_misspelled_name_in_an_address_is_told_and_left_out_and_the_rest_holds(program, lang, said):
    app = program(yaer="2021", **{"<b>": "1"}, unit_kind="bureau", lang=lang)
    assert said in html_of(app)
    assert app.multiselect(key="unit_kind").value == ["bureau"]
    assert dict(app.query_params) == {"unit_kind": "bureau", **({"lang": "en"} if lang == "en" else {})}
    assert said in html_of(app.run())  # the window tells its width, and the page runs again


@pytest.mark.parametrize(("lang", "words"), [("zh", "从链接里去掉旧版本"), ("en", "Take the old version out of the link")])
def test_where_a_version_is_gone_the_newest_is_shown_already_and_the_button_only_mends_the_link(program, lang, words):
    app = program(data="0123456789ab", lang=lang)
    assert "0123456789ab" in html_of(app)
    assert [button.label for button in app.button if button.key == "newest"] == [words]
    app.button(key="newest").click().run()
    assert "0123456789ab" not in html_of(app)
    assert "data" not in app.query_params


def test_every_parameter_that_the_product_writes_is_known_on_every_page(program):
    written = {
        "year": "2020-2023", "province": "530000", "level": "county", "adoption_order": "count", "topics_shown": "count", "satisfaction_counted": "strict",
        "satisfaction_derived": "pooled", "compare_measure": "adopted", "compare_units": "500000-200d5120", "record": "500000-200d5120", "report": "001",
        "audit_kind": "base", "audit_severity": "note", "search": "路", "extracts_kind": "items", "extracts_format": "xlsx", "coverage_names": "1",
        "ranks_shown": "1", "sources_only_numbers": "1", "open_adoption_bars": "1", "all_audit_list": "1", "figure": "1", "finding": "1", "data": "1",
        "embed": "true", "embed_options": "light_theme",
    }  # fmt: skip
    for slug in ("overview", "compare", "importing"):
        app = program(slug)
        for key, value in written.items():
            if not key.startswith("embed"):  # Streamlit keeps these to itself
                app.query_params[key] = value
        html = html_of(app.run())
        assert "不是本看板的参数" not in html


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


@pytest.mark.parametrize(("asked", "key", "chosen", "written"), [
    ({"region": "四川"}, "region", ["510000"], "510000"), ({"province": "四川"}, "province", ["510000"], "510000"),
    ({"region": "章丘市"}, "region", ["370114"], "370114"), ({"unit": "重庆市政府"}, "unit", ["500000:重庆市人民政府"], "500000-200d5120"),
])  # fmt: skip
def test_a_short_or_former_name_in_an_address_is_understood_and_put_right(program, asked, key, chosen, written):
    app = program(**asked)
    assert app.multiselect(key=key).value == chosen
    assert app.query_params[key] == written
    assert "这里没有" not in html_of(app)


def test_a_name_of_several_names_them_and_is_not_guessed(program):
    app = program(region="朝阳区")
    assert app.multiselect(key="region").value == []
    said = "没有按链接里的“region=朝阳区”筛选：“朝阳区”不止一个，请选一个：朝阳区（北京市）、朝阳区（长春市）。"
    assert said + "下面显示的范围是：2004—2026年 · 全国。" in re.sub("</?a[^>]*>", "", html_of(app))
    assert app.query_params["region"] == "朝阳区"


def test_what_a_name_may_mean_is_offered_as_links_that_keep_the_rest_of_the_view(program):
    app = program(region="朝阳区~海淀区", year="2015-2020")
    offered = re.findall(r'<a href="([^"]+)">朝阳区', html_of(app))
    held = [unquote(parse_qs(urlsplit(where.replace("&amp;", "&")).query)["region"][0]) for where in offered]
    assert held == ["110108~110105", "110108~220104"]
    assert all("year=2015-2020" in where for where in offered)
    taken = program(region="110105")
    assert taken.multiselect(key="region").value == ["110105"]


def test_for_a_misspelled_name_the_nearest_are_offered_as_links(program):
    html = html_of(program(unit="重庆人民政府"))
    assert '没有叫“重庆人民政府”的，相近的有：<a href="overview?unit=500000-200d5120">重庆市人民政府</a>' in html
    assert "没有叫“火星”的" not in html_of(program(unit="火星"))

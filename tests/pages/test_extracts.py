"""What is downloaded is what is on screen: every page, several filters, every format, parsed back and compared cell by cell."""

from __future__ import annotations

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
from python_calamine import CalamineWorkbook
from streamlit.testing.v1 import AppTest

from dashboard import figure_tools, view
from handling import store
from tests.pages.rendering import ROOT, frame, from_csv, from_parquet, from_xlsx, made, opened_tables, panels_of, rendered, unlike

SLUGS = ("overview", "satisfaction", "adoption", "topics", "compare", "unit", "items", "key_work", "sources", "audit")
VIEWS = {
    "all": {}, "years": {"year": (2015, 2022)}, "proposals of governments": {"instrument": ["proposal"], "unit_kind": ["government"]},
    "a province": {"province": ["370000"]}, "bureaus in English": {"unit_kind": ["bureau"], "lang": "en"},
    "a topic and a level": {"topic": ["livelihood", "economy"], "level": ["county"], "year": (2008, 2024)},
    "suggestions in three places": {"instrument": ["suggestion"], "region": ["530000", "370114", "500000"]},
    "with all that is off at first": {"coverage_names": True, "ranks_shown": True, "satisfaction_derived": "pooled"},
}  # fmt: skip
SWITCHED = {
    "satisfaction": {"satisfaction_counted": "unsaid"}, "adoption": {"adoption_instrument": "suggestion", "adoption_order": "place"},
    "topics": {"topics_shown": "count", "topics_order": "year"}, "audit": {"audit_severity": "error"},
}  # fmt: skip
@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("slug", SLUGS)
def test_every_extract_of_a_page_equals_the_table_that_is_shown(open_page, slug, name):
    page = opened_tables(open_page, slug, **VIEWS[name])
    shown = rendered(page)
    for panel in panels_of(page):
        parsed = {"csv": from_csv(made(page, panel)), "csv_plain": from_csv(made(page, panel, "csv_plain")),
                  "xlsx": from_xlsx(made(page, panel, "xlsx")), "parquet": from_parquet(made(page, panel, "parquet"))}  # fmt: skip
        assert {tuple(rows[0]) for rows in parsed.values()} == {tuple(parsed["csv"][0])}
        assert {len(rows) for rows in parsed.values()} == {len(panel.rows) + 1}, f"{panel.key}: a row for every row, none cut off"
        assert parsed["csv"] == parsed["csv_plain"]
        if panel.key in shown:
            heads, rows = shown[panel.key]
            for form in ("csv", "xlsx", "parquet"):
                assert unlike(heads, rows, parsed[form]) == [], f"{panel.key} {form}"
        else:
            assert panel.table, f"{panel.key} was not compared"
    if name == "all":
        assert shown or slug == "audit", "at least one table of the page was compared"


@pytest.mark.parametrize("slug", SWITCHED)
def test_an_extract_follows_the_switches_of_its_page(open_page, slug):
    plain, switched = opened_tables(open_page, slug), opened_tables(open_page, slug, **SWITCHED[slug])
    assert [made(plain, panel) for panel in panels_of(plain)] != [made(switched, panel) for panel in panels_of(switched)]
    shown = rendered(switched)
    for panel in panels_of(switched):
        if panel.key in shown:
            assert unlike(*shown[panel.key], from_csv(made(switched, panel))) == []


def test_a_value_says_whether_it_is_a_count_or_a_percentage(open_page):
    page = open_page("unit")
    heads, *rows = from_csv(made(page, next(panel for panel in panels_of(page) if panel.key == "unit.figures")))
    assert {row[heads.index("数值单位")] for row in rows} == {"件数", "百分比"}


def test_the_headings_of_a_file_tell_percentages_as_printed_from_fractions(open_page):
    page = opened_tables(open_page, "satisfaction")
    panel = next(panel for panel in panels_of(page) if panel.key == "satisfaction.others")
    for form, parse in (("csv", from_csv), ("xlsx", from_xlsx), ("parquet", from_parquet)):
        heads, *rows = parse(made(page, panel, form))
        assert not {"报告所写", "推算的比率（◇）"} & set(heads)
        at = [heads.index(head) for head in ("件数", "总数", "报告所写（%）", "95%区间下限")]
        told = [[float(row[n]) for n in at] for row in rows if all(row[n] not in ("", None) for n in at)]
        assert [993, 994, 99.9] in [row[:3] for row in told]
        for x, n, percent, low in told:
            assert low < 1
            assert percent == pytest.approx(100 * x / n, abs=1)


def test_an_extract_names_its_sources_and_what_the_audit_says(open_page):
    page = open_page("adoption")
    heads, *rows = from_csv(made(page, panels_of(page)[0]))
    ningbo = next(row for row in rows if "宁波市人民政府" in row[heads.index("单位")])
    assert "591" in ningbo[heads.index("核查说明")]
    assert "588" in ningbo[heads.index("核查说明")]
    assert ningbo[heads.index("报告")]
    assert ningbo[heads.index("数据版本")] == store.fingerprint()


def test_the_archive_of_a_page_holds_every_table_a_workbook_and_what_they_are(published, buttons):
    shown = frame("satisfaction", year=(2010, 2024)).session_state[view._PANELS]
    archive = zipfile.ZipFile(io.BytesIO(buttons["page_zip"]()))
    names = archive.namelist()
    assert names[:2] == ["说明.txt", "全部表.xlsx"]
    assert [name.partition("_")[0] for name in names[2:]] == [f"{n:02}" for n in range(1, len(shown) + 1)]
    for name, panel in zip(names[2:], shown, strict=True):
        assert archive.read(name) == buttons[f"csv_{panel.key.replace('.', '_')}"]()
    text = archive.read("说明.txt").decode("utf-8-sig")
    kind = "口径  满意和基本满意 ÷ 总数，总数口径相同的才合并"
    for expected in ("年份  2010—2024年", kind, "year=2010-2024&data=", "样本少", "来源未核对",
                     "空格", "推算的件数（◇）", "推算的比率（◇）"):
        assert expected in text
    assert len(CalamineWorkbook.from_filelike(io.BytesIO(archive.read("全部表.xlsx"))).sheet_names) == len(shown) + 1


def test_the_cover_of_a_workbook_says_filters_definitions_marks_sources_and_version(published, buttons):
    frame("satisfaction", year=(2010, 2024))
    cover = from_xlsx(buttons["page_xlsx"](), sheet=0)
    cells = {str(cell) for row in cover for cell in row if cell}
    version = store.fingerprint()
    assert {"年份", "2010—2024年", "口径", "标记", "样本少", "95%区间", "报告", "公布日期", version} <= cells
    assert any(cell.endswith(f"year=2010-2024&data={version}") for cell in cells)
    assert any("福州" in cell for cell in cells), "the sources, each by its title"


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet"])
def test_all_data_come_as_one_archive_that_holds_the_three_files_and_says_what_they_are(published, buttons, form):
    frame("extracts", extracts_format=form, year=(2015, 2022), instrument=["proposal"])
    archive = zipfile.ZipFile(io.BytesIO(buttons[f"archive_{form}"]()))
    parsed = {"csv": from_csv, "xlsx": from_xlsx, "parquet": from_parquet}[form]
    names = [f"{name}.{form}" for name in ("办理数字", "提案条目", "报告清单")]
    assert archive.namelist() == ["说明.txt", *names]
    text = archive.read("说明.txt").decode("utf-8-sig")
    for kind, name in zip(("figures", "items", "reports"), names, strict=True):
        frame("extracts", extracts_kind=kind, extracts_format=form, year=(2015, 2022), instrument=["proposal"])
        alone = parsed(buttons[f"extract_{kind}_{form}"]())
        assert parsed(archive.read(name)) == alone
        assert len(alone) > 20
        assert f"{name}  " in text
        assert f"  {len(alone) - 1}\r\n" in text
    for expected in ("年份  2015—2022年", "种类  政协提案", "year=2015-2022&instrument=proposal", "样本少", "满意率 Satisfaction rate", "楚雄"):
        assert expected in text
    assert {row[-1] for row in parsed(archive.read(names[0]))[1:]} == {store.fingerprint()}


def test_a_file_speaks_the_language_of_the_page_though_it_is_made_after_it(published, buttons):
    frame("satisfaction", lang="en")
    with ThreadPoolExecutor(1) as elsewhere:
        heads = from_csv(elsewhere.submit(buttons["csv_satisfaction_intervals"]).result())[0]
    assert heads[:2] == ["Unit", "Year"]


def test_the_citation_of_a_panel_says_kind_scope_version_and_link(with_bureaus, monkeypatch):
    monkeypatch.setenv("HANDLING_HOME", str(with_bureaus))
    said = {}
    monkeypatch.setattr(figure_tools, "show", lambda name, citation, *rest: said.update({name: citation}))
    frame("satisfaction", year=(2010, 2024), unit_kind=["bureau"])
    lines = said["satisfaction_funnel"].split("\n")
    assert lines[0] == "可判断的6项都与合并比例相近，6项不可判断"
    assert "口径：满意和基本满意 ÷ 总数，总数口径相同的才合并" in lines
    assert "范围：2010—2024年 · 全国 · 部门" in lines
    assert lines[-1].startswith("链接：")
    assert lines[-1].endswith(f"?year=2010-2024&unit_kind=bureau&data={store.fingerprint()}")


def test_an_address_can_hold_a_version_and_says_so_when_it_is_gone(published):
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["data"] = "0123456789ab"
    html = "\n".join(element.proto.body for element in app.run().get("html"))
    assert "链接所指的数据版本 0123456789ab 已不保留，下面是最新数据（版本 " in html
    assert store.fingerprint() in html

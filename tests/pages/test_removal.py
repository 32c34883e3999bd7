"""An imported report is taken out in the browser after a second yes, and nothing else goes."""

from dataclasses import replace

import pytest

from handling import store
from handling.model import Filters
from handling.query import Warehouse
from tests.pages.test_importing import TABLE, TEXT


def removals(page):
    return [str(button.key) for button in page.app.button if str(button.key).startswith("remove_now")]


@pytest.fixture
def two(tmp_path, monkeypatch):
    """What the import said of two reports, over a home of its own."""
    monkeypatch.setenv("HANDLING_HOME", str(tmp_path))
    store.build()
    return store.import_files([("报告.txt", TEXT.encode()), ("表.html", TABLE.encode())])


def everything():
    """All reports and figures that are there, by the id of the report."""
    warehouse = Warehouse(store.current())
    figures = warehouse.ask("export/figures", Filters(), measures=None)
    reports = warehouse.ask("export/reports", Filters())
    warehouse.close()
    return set(reports["report"]), figures.groupby("report").size().to_dict()


def test_an_imported_report_is_taken_out_after_a_second_yes_and_all_else_stays(two, open_page):
    first, second = (file.report for file in two.imported)
    reports, figures = everything()
    page = open_page("sources", report=first)
    assert f"（编号 {first}）将移出：{figures[first]} 个数字、0 条提案建议，连同原件一起删去，不能恢复。其他报告不变。" in page.html
    assert everything() == (reports, figures), "a page that is opened takes nothing out"
    page.app.button(key="remove_now_report").click().run()
    assert f"（编号 {first}）：{figures[first]} 个数字、0 条提案建议。其他报告不变。" in page.html
    assert not page.app.exception
    assert everything() == (reports - {first}, {id: n for id, n in figures.items() if id != first})
    assert page.app.session_state["report"] is None
    page.app.run()
    assert "已移出" not in page.html
    assert second in everything()[0]


def test_a_report_that_ships_with_the_product_is_not_offered_to_be_taken_out(two, open_page):
    assert removals(open_page("sources", report="G033")) == []
    assert removals(open_page("sources", report=two.imported[0].report)) == ["remove_now_report"]


def test_a_report_just_imported_is_taken_out_where_it_was_imported(two, open_page):
    first, second = (file.report for file in two.imported)
    again = store.import_files([("又一份.txt", TEXT.encode())])
    page = open_page("importing", uploads_result=replace(two, skipped=again.skipped))
    assert page.html.count("打开原文") == 3
    assert removals(page) == ["remove_now_0", "remove_now_1"]
    page.app.button(key="remove_now_0").click().run()
    assert not page.app.exception
    assert page.html.count("打开原文") == 1
    assert f"已移出“清禾县人民政府关于2024年县政协提案办理情况的报告”（编号 {first}）" in page.html
    assert "报告.txt：读出" not in page.html
    assert "表.html：读出" in page.html
    assert {first, second} & everything()[0] == {second}


def test_an_address_takes_nothing_out(two, open_page):
    first = two.imported[0].report
    before = everything()
    for query in ({"report": first, "remove_now_report": "1"}, {"report": first, "remove_report": "true", "remove": first}):
        open_page("sources", query)
    assert everything() == before


def test_a_report_that_another_took_out_meanwhile_is_said_to_be_gone(two, open_page):
    first = two.imported[0].report
    page = open_page("importing", uploads_result=two)
    store.remove(first)
    page.app.button(key="remove_now_0").click().run()
    assert f"没有导入过编号为 {first} 的报告" in page.html
    assert not page.app.exception

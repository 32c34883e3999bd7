"""What the import page says of a report: figures that can be told apart, and what was not understood, where and why."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard import extracts, uploads
from handling import store
from handling.model import Filters
from handling.query import Warehouse
from handling.store import Change, FileResult
from handling.store.unread import Unread
from tests.pages.rendering import from_csv, made, panels_of
from tests.store.test_differences import BASE as FIGURE

TEXT = (
    "清禾县人民政府关于2024年县政协提案办理情况的报告\n\n2024年，县政府共承办县政协提案126件，全部按期办结。其中，主办件96件，协办件30件。"
    "初次反馈中，满意109件、基本满意15件、不满意2件；再次办理后，满意2件。县教育局承办提案12件，县财政局承办提案8件。"
    "全县共组织提案现场办理5件，有关部门另接收转来的第3位的意见7件，比例提高了5%。\n"
)

QUERIES = Path(__file__).resolve().parents[2] / "queries"
TABLE = """<html><head><title>清禾县2024年政协提案办理情况表</title></head><body><h1>清禾县2024年政协提案办理情况表</h1><table>
<tr><th>单位</th><th>承办件数</th><th>办结件数</th></tr><tr><td>县教育局</td><td>12 3</td><td>12</td></tr>
<tr><td>县财政局</td><td>8</td><td>8</td></tr></table></body></html>"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """A home with that report in it, and what the import said."""
    home = tmp_path_factory.mktemp("importing")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDLING_HOME", str(home))
        store.build()
        return home, store.import_files([("报告.txt", TEXT.encode()), ("表.html", TABLE.encode())])


@pytest.fixture
def page(open_page, told, monkeypatch):
    """page("importing"): a page over that home, after that import."""
    home, result = told
    monkeypatch.setenv("HANDLING_HOME", str(home))
    return lambda slug, **state: open_page(slug, uploads_result=result, **state)


def test_two_rounds_of_one_measure_do_not_look_alike(page):
    opened = page("importing")
    heads, *rows = from_csv(made(opened, panels_of(opened)[0]))
    assert heads[:11] == ["指标", "类别", "轮次或对象", "种类", "交办层级", "角色", "单位", "地区", "年份", "报告用词", "数值"]
    kept = [heads.index(head) for head in ("类别", "轮次或对象", "交办层级", "数值")]
    satisfied = [[row[at] for at in kept] for row in rows if row[heads.index("类别")] == "满意"]
    assert satisfied == [["满意", "初次", "县区级", "109"], ["满意", "最终", "县区级", "2"]]
    assert "〔文〕" in opened.html
    shown = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', opened.html)
    assert "依据" in shown
    assert not {"月份", "时段", "部分数"} & set(shown), "a column in which nothing is said is not shown"


def test_the_numbers_of_a_report_of_several_units_say_whose_they_are(page, told):
    html = page("sources", report=told[1].imported[0].report).html
    heads = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', html)
    assert heads[:3] == ["序", "单位", "数的是"]
    rows = html.partition("本报告的数字")[2].split("<tr")
    assert "清禾县教育局" in next(row for row in rows if ">12</a>" in row)


def test_the_numbers_of_a_report_of_one_unit_do_not_repeat_it(open_page):
    heads = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', open_page("sources", report="G033").html)
    assert heads[:2] == ["序", "数的是"]


def test_a_number_that_was_not_understood_is_marked_in_its_sentence_with_the_reason(page):
    html = page("importing").html
    assert "2 个数字没有归类：在原句里用虚线标出，下面是原因" in html
    assert '接收转来的第<u>3</u>位的意见<u>7</u>件，比例提高了5%。<div class="src">没有规则能确定它数的是什么</div>' in html


def test_a_cell_that_was_not_understood_says_where_it_stands_and_why(page, told):
    (cell,) = told[1].imported[1].unread
    assert (cell.sentence, cell.numbers, cell.place) == ("12 3", ((0, 4),), "表1第2行第2列")
    assert f'<li><u>12 3</u><div class="src">表1第2行第2列：{cell.reason}</div></li>' in page("importing").html
    assert cell.reason == "格里的数和字连在一起，读不成数"


def test_the_source_of_an_imported_report_has_one_name_on_every_page(page, told):
    name = told[1].imported[0].report
    record = page("unit", record="清禾县:清禾县人民政府")
    assert set(re.findall(r'<span class="tag">([^<]+)</span>', record.html)) == {"自行导入"}
    for panel in panels_of(record):
        heads, *rows = from_csv(made(record, panel))
        assert "来源" not in heads or {row[heads.index("来源")] for row in rows} == {"自行导入"}, panel.key
    assert "自行导入" in extracts._complete(extracts.export.About(title="", data_version="", made_at=""), panels_of(record)).sources[0]
    source = page("sources", report=name).html
    assert '<span class="tag">自行导入</span>' in source
    assert "来源未核对" not in record.html + source
    assert "公开报告" not in record.html + source


@pytest.mark.parametrize("question", [path for path in sorted(QUERIES.rglob("*.sql")) if ".source_checked" in path.read_text(encoding="utf-8")],
                         ids=lambda path: path.stem)  # fmt: skip
def test_a_question_that_asks_whether_a_source_was_checked_asks_whose_it_is(question):
    asked = question.read_text(encoding="utf-8")
    assert re.search(r"\.origin\b", asked) or question.parent.name in ("overview", "explain"), "imported reports would be called 来源未核对"


def test_after_an_import_the_page_says_how_to_take_it_out_again(page, told):
    reports = " ".join(file.report for file in told[1].imported)
    assert f"<code>python3 run.py remove {reports}</code>" in page("importing").html


def test_the_cells_of_a_table_that_was_not_understood_are_folded_and_none_is_lost():
    cells = tuple(Unread(sentence=f"{n} 3", numbers=((0, 4),), place=f"表1第{n}行第2列", table=0, reason="连在一起") for n in range(2, 14))
    sentence = Unread(sentence="提高了5%", numbers=((3, 5),))
    html = uploads.unread(FileResult(name="表.html", code="imported", sentence="", unclaimed=13, unread=(sentence, *cells)))
    shown, folded = html.split("<summary>其余 9 格</summary>")
    assert "一张表里有 12 格没有归类（表1第2行第2列—表1第13行第2列），先列几格：" in shown
    assert (shown.count("<u>"), folded.count("<u>")) == (4, 9)
    few = uploads.unread(FileResult(name="表.html", code="imported", sentence="", unclaimed=4, unread=cells[:4]))
    assert few.count("<u>") == 4
    assert "其余" not in few


def test_the_overview_counts_imports_apart_from_reports_whose_source_was_not_checked(page, published):
    warehouse = Warehouse(published)
    shipped = int(warehouse.ask("overview/summary")["unchecked_count"].iloc[0])
    warehouse.close()
    html = page("overview").html
    assert re.search(r"<span>2</span></a>份</b>自行导入", html)
    assert re.findall(r"<span>(\d+)</span></a>份</b>来源未核对", html) == [str(shipped)]


CORRECTED = TEXT.replace("主办件96件，协办件30件", "主办件97件，协办件29件")


@pytest.fixture
def offered(open_page, tmp_path, monkeypatch):
    """offered(lang): the page after a corrected report was refused, over a home of its own."""
    monkeypatch.setenv("HANDLING_HOME", str(tmp_path))
    store.build()
    store.import_files([("报告.txt", TEXT.encode())])
    result = store.import_files([("更正.txt", CORRECTED.encode())])
    waiting = {file.document: ("更正.txt", CORRECTED.encode()) for file in result.skipped}
    return lambda **state: open_page("importing", uploads_result=result, uploads_waiting=waiting, **state)


@pytest.mark.parametrize(("lang", "words"), [
    ("zh", ("有 2 处数字不同，没有存入；库里仍是 报告.txt 的数字。", "数字不同之处（原有的 → 这份的）：", "承办件数：96 → 97</li>", "承办件数：30 → 29</li>",
            "现有的原件和读出的数字会删去，不能恢复")),
    ("en", ("but 2 figures differ; not stored, the figures of 报告.txt still stand", "Figures that differ (before → in this file):",
            "Items received: 96 → 97</li>", "Items received: 30 → 29</li>", "are deleted for good")),
])  # fmt: skip
def test_a_corrected_report_is_told_apart_figure_by_figure(offered, lang, words):
    html = offered(lang=lang).html
    for word in words:
        assert word in html


def test_a_longer_text_with_the_same_figures_is_offered_too(open_page, tmp_path, monkeypatch):
    monkeypatch.setenv("HANDLING_HOME", str(tmp_path))
    store.build()
    longer = (TEXT + "\n各承办单位高度重视，认真研究。" * 300).encode()
    store.import_files([("报告.txt", TEXT.encode())])
    result = store.import_files([("长.txt", longer)])
    kept = {}
    with monkeypatch.context() as patch:
        patch.setattr(uploads, "_imported", lambda files: result)
        patch.setattr(uploads.st, "session_state", kept)
        uploads.take_in([("长.txt", longer)])
    page = open_page("importing", **kept)
    assert re.search("但两份原文不同，这一份 [\\d,]+ 字，库里的 [\\d,]+ 字", page.html)
    assert [button.key for button in page.app.button if str(button.key).startswith("exchange_now")] == ["exchange_now_0"]


def test_after_a_second_yes_and_not_before_it_the_corrected_report_is_the_one_that_counts(offered):
    app = offered().app
    assert received() == [126, 96, 30, 5]
    app.button(key="exchange_now_0").click().run()
    html = "\n".join(element.proto.body for element in app.get("html"))
    assert "<b>已导入</b> 更正.txt：" in html
    assert "已换下 报告.txt，有 2 处数字不同。" in html
    assert received() == [126, 97, 29, 5]
    assert re.search(r"更正\.txt：读出 \d+ 个数字", html)
    assert "报告.txt：读出" not in html
    assert "后面是报告编号；换上的报告沿用原来的编号" in html
    assert [button for button in app.button if str(button.key).startswith("exchange_now")] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_became_of_each_file_is_said_in_the_language_of_the_page(open_page, tmp_path, monkeypatch, lang):
    monkeypatch.setenv("HANDLING_HOME", str(tmp_path))
    store.build()
    first = store.import_files([("a.txt", TEXT.encode()), ("b.txt", TEXT.encode()), ("c.txt", b""), ("d.txt", "没有数字的一段话。".encode())])
    second = store.import_files([("e.txt", TEXT.encode()), ("f.txt", CORRECTED.encode())])
    html = open_page("importing", lang=lang, uploads_result=replace(first, skipped=(*first.skipped, *second.skipped))).html
    for zh, en in (
        ("a.txt：读到 11 个数字、0 条提案建议，2 个数字没有归类。", "a.txt: 11 figures and 0 items read, 2 numbers not understood."),
        ("b.txt：与 a.txt 是同一个文件，只存一次。", "b.txt: the same file as a.txt, stored once."),
        ("c.txt：文件是空的。请确认下载完整后重新导入。", "c.txt: there is no text in the file. Please check what it holds"),
        ("d.txt：没有读到办理数字。请确认这是", "d.txt: no handling figures found. Please check that it is a report"),
        ("e.txt：这个文件已经导入过（a.txt），没有重复存入。", "e.txt: this file has been imported before (a.txt) and was not stored again."),
        ("f.txt：与已导入的 a.txt 是同一份报告，有 2 处数字不同，没有存入", "f.txt: the same report as a.txt, which is imported already, but 2 figures"),
    ):  # fmt: skip
        assert (zh in html, en in html) == (lang == "zh", lang == "en")


def test_every_outcome_of_an_import_has_its_english_sentence():
    code = "\n".join(path.read_text(encoding="utf-8") for path in Path(store.__file__).parents[1].rglob("*.py"))
    codes = set(re.findall(r'\bcode="([a-z_]+)"', code)) - {"unreadable"}
    for one in sorted(codes):
        said = store.sentence(FileResult(name="x.txt", code=one, sentence="无", other="y.txt", report="r"), "en")
        assert said.startswith("x.txt: "), one
        assert not re.search("[一-龥]", said)


def received():
    warehouse = Warehouse(store.current())
    rows = warehouse.ask("export/figures", Filters(regions=("清禾县",)), measures=("received",))
    warehouse.close()
    return rows.loc[rows["unit"] == "清禾县人民政府", "value"].tolist()


def test_of_many_differences_the_first_are_listed_and_the_rest_folded_with_their_number():
    changes = tuple(Change(replace(FIGURE, label=str(n)), (float(n),), (n + 1.0,)) for n in range(7))
    told = uploads.changes(FileResult(name="a", code="duplicate", sentence="", changes=changes))
    assert told.partition("<details>")[0].count("<li>") == 5
    assert "<summary>……共 7 处，展开其余 2 行</summary>" in told
    assert told.count("<li>") == 7
    assert uploads.changes(FileResult(name="a", code="duplicate", sentence="")) == ""

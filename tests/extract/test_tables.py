"""Tables by handling unit: heads, rows, roles, classes, rates, and what is no figure."""

import pytest

from handling.extract.unclaimed import unread_cells
from handling.model import Head
from tests.extract.table_sketch import document, lines, read, reasons

UNITS = """承办单位|承办件数|主办|会办|办结率（%）|满意|基本满意|不满意|A类|B类|C类
教育局|21|17|4|100|16|1|0|12|4|1
合计|21|17|4|100|16|1|0|12|4|1"""


def test_each_cell_is_a_figure_of_its_rows_unit_and_the_total_the_reporters_own():
    assert lines(UNITS) == [
        "教育局 received = 21", "教育局 lead received = 17", "教育局 joint received = 4", "教育局 completion_rate = 100%",
        "教育局 satisfaction satisfied = 16", "教育局 satisfaction basic = 1", "教育局 satisfaction dissatisfied = 0",
        "教育局 outcome adopted = 12", "教育局 outcome planned = 4", "教育局 outcome deferred = 1",
        "received = 21", "lead received = 17", "joint received = 4", "completion_rate = 100%",
        "satisfaction satisfied = 16", "satisfaction basic = 1", "satisfaction dissatisfied = 0",
        "outcome adopted = 12", "outcome planned = 4", "outcome deferred = 1",
    ]  # fmt: skip


def test_a_figure_covers_its_digits_and_its_evidence_the_row():
    first = read("承办单位|件数|满意率\n教育局|1,203 件|96.5%")
    text = "承办单位\t件数\t满意率\n教育局\t1,203 件\t96.5%\n"
    assert [(text[m.number.start : m.number.end], text[m.evidence.start : m.evidence.end]) for m in first] == [
        ("1,203", "教育局\t1,203 件\t96.5%"), ("96.5", "教育局\t1,203 件\t96.5%"),
    ]  # fmt: skip


def test_the_role_of_a_group_head_reaches_its_members_and_no_others():
    assert lines("序号|承办单位|主办件数|主办件办理结果|<|代表评价|<\n^|^|^|A类|B类|满意|不满意\n1|水利局|12|7|5|12|0") == [
        "水利局 lead received = 12", "水利局 lead outcome adopted = 7", "水利局 lead outcome planned = 5",
        "水利局 satisfaction satisfied = 12", "水利局 satisfaction dissatisfied = 0",
    ]  # fmt: skip


def test_a_caption_that_speaks_of_leading_units_gives_the_role():
    assert lines("部分主办单位办理情况", "承办单位|主办件数|A类|满意率（含基本满意）\n教育局|24|15|95.8%") == [
        "教育局 lead received = 24", "教育局 lead outcome adopted = 15", "教育局 lead satisfaction_rate satisfied_or_basic = 95.8%",
    ]  # fmt: skip


def test_a_blank_is_not_said_and_a_dash_is_nothing():
    assert lines("单位|主办|协办\n教育局|12|.\n苏木政府|3|—") == ["教育局 lead received = 12", "苏木政府 lead received = 3"]


def test_a_dash_that_the_note_calls_zero_is_an_implied_zero_on_the_words_of_the_note():
    found = read("单位|主办|协办\n苏木政府|3|—", "注：“—”表示0。")
    assert [(m.value, m.basis) for m in found] == [(3.0, "stated"), (0.0, "implied")]


@pytest.mark.parametrize("note", ["注：“—”表示无。", "注：“—”表示没有。", "注：“—”表示无此项。"])
def test_a_dash_that_the_note_calls_none_is_no_number(note):
    assert lines("单位|主办|协办\n苏木政府|3|—", note) == ["苏木政府 lead received = 3"]


def test_a_note_that_calls_a_column_hand_overs_takes_its_numbers_back():
    table = "单位|主办件数|协办数\n教育局|8|2"
    assert lines(table, "注：1.本表按主办件统计；协办数为件次，合计不作累加。") == ["教育局 lead received = 8"]
    assert reasons(table, "注：协办数为件次。") == {"2": "表注说明是件次，不是件数"}


@pytest.mark.parametrize(("note", "classes"), [
    ("注：A类指已经解决或基本解决；B类指正在解决；C类指已列入规划逐步解决。", ["adopted", "planned", "planned"]),
    ("注：A类：已采纳；B类：列入计划；C类：需上级部门解决。", ["adopted", "planned", "deferred"]),
    ("办理结果分A类（已解决或正在解决）、B类（列入规划）和C类（留作参考）。", ["adopted_or_planned", "planned", "deferred"]),
    ("没有说明。", ["adopted", "planned", "deferred"]),
])  # fmt: skip
def test_a_letter_takes_the_class_that_the_report_defines(note, classes):
    assert [m.category for m in read("单位|A类|B类|C类\n教育局|8|3|1", note)] == classes


@pytest.mark.parametrize(("head", "category"), [
    ("A类（已解决）", "adopted"), ("因受现有政策限制暂难解决", "deferred"), ("列入计划逐步解决", "planned"), ("已解决或列入计划", "adopted_or_planned"),
    ("采纳和正在采纳", "adopted"), ("C类（需上级部门解决）", "deferred"), ("D", "deferred"), ("乙类", "planned"),
])  # fmt: skip
def test_the_words_of_a_head_decide_its_class(head, category):
    assert [(m.measure, m.category, m.label) for m in read(f"单位|{head}\n教育局|8")] == [("outcome", category, head.replace("（", "(").replace("）", ")"))]


@pytest.mark.parametrize(("head", "cell", "said"), [
    ("办结率", "99.2%", "completion_rate = 99.2%"), ("按时办结率（%）", "99", "on_time_rate = 99%"), ("面商率", "98%%", "meeting_rate = 98%"),
    ("群众满意度", "95.1％", "satisfaction_rate = 95.1%"), ("结果满意率", "97.0%", "satisfaction_rate result = 97%"),
    ("首次满意率", "９２﹪", "satisfaction_rate first = 92%"), ("满意率（不含基本满意）", "90%", "satisfaction_rate satisfied = 90%"),
    ("满意和基本满意率", "百分之百", "satisfaction_rate satisfied_or_basic = 100%"), ("问题解决率", "90.2%", "outcome_share adopted = 90.2%"),
    ("重点提案数", "3", "proposal key = 3"), ("办复件数", "十二", "answered = 12"), ("立案数", "5", "filed = 5"), ("办结", "98%", "completion_rate = 98%"),
    ("承办12345热线工单量", "1,203", "hotline received = 1203"), ("其中紧急件", "7", "received part = 7"), ("按期办结数", "7", "completed part = 7"),
    ("A类占比", "62.5%", "outcome_share adopted = 62.5%"), ("年度承办人大代表建议件数", "7", "suggestion received = 7"),
])  # fmt: skip
def test_a_head_is_understood_by_its_words(head, cell, said):
    assert lines(f"单位|{head}\n教育局|{cell}\n民政局|{cell}") == [f"教育局 {said}", f"民政局 {said}"]


@pytest.mark.parametrize(("head", "reason"), [
    ("走访委员（人次）", "件次或次数"), ("计划投资（万元）", "金额"), ("满意率目标", "目标"), ("同比增减", "增减"),
    ("考核得分", "得分"), ("平均办理天数", "时间"), ("来电量", "电话"), ("立案率", "没有对应的统计项"), ("社情民意信息", "另一类材料"),
    ("办件星级", "表头或行名没有说明统计的是什么"), ("排名", "名次"), ("省市两级件数", "几级"),
    ("主办、协办件数", "主办、协办合在一起"), ("任务完成率", "没有对应的统计项"),
])  # fmt: skip
def test_a_head_that_tells_no_figure_is_listed_with_the_reason(head, reason):
    table = f"单位|件数|{head}\n教育局|5|7\n民政局|6|8"
    assert lines(table) == ["教育局 received = 5", "民政局 received = 6"]
    assert list(reasons(table)) == ["7", "8"]
    assert reasons(table)["7"].startswith(reason)


def test_a_running_number_is_no_rank_and_no_figure():
    assert reasons("序号|单位|件数\n1|教育局|5\n2|民政局|6") == {"1": "序号或编号", "2": "序号或编号"}


def test_groups_have_no_figures_and_their_subtotals_are_no_units():
    table = "单位|主办|协办\n一、政府部门|<|<\n教育局|5|2\n小计|5|2\n二、乡镇|<|<\n城关镇|1|.\n其他单位|3|1\n总计|9|3"
    assert lines(table) == ["教育局 lead received = 5", "教育局 joint received = 2", "城关镇 lead received = 1", "lead received = 9", "joint received = 3"]


def test_a_group_may_name_the_stream_or_the_unit_of_its_rows():
    assert lines("单位|件数\n一、市级建议|<\n教育局|5\n二、县级建议|<\n教育局|7") == ["教育局 suggestion 市 received = 5", "教育局 suggestion 县 received = 7"]
    assert lines("类别|件数\n市教育局|<\n建议|5\n提案|7") == ["市教育局 suggestion received = 5", "市教育局 proposal received = 7"]


def test_sole_handling_is_a_part_beside_leading_and_the_whole_without_it():
    assert lines("单位|合计|独办|主办|协办\n教育局|11|5|8|3")[1:] == [
        "教育局 lead received part = 5", "教育局 lead received = 8", "教育局 joint received = 3"]  # fmt: skip
    assert lines("单位|分办|协办\n教育局|5|3") == ["教育局 lead received = 5", "教育局 joint received = 3"]


def test_undertaking_leads_only_where_it_stands_against_joining_alone():
    assert lines("单位|承办|会办\n教育局|5|3") == ["教育局 lead received = 5", "教育局 joint received = 3"]
    assert lines("单位|承办总数|会办\n教育局|8|3")[0] == "教育局 received = 8"
    assert lines("单位|承办件数|主办|会办\n教育局|8|5|3")[0] == "教育局 received = 8"


def test_a_rate_of_satisfaction_is_strict_beside_one_with_basic_satisfaction():
    assert [m.category for m in read("单位|满意率|基本满意率\n教育局|95%|5%")] == ["satisfied", "basic"]
    assert [m.category for m in read("单位|满意率|满意和基本满意率\n教育局|95%|100%")] == ["satisfied", "satisfied_or_basic"]
    assert next(m.category for m in read("单位|满意率|答复率\n教育局|95%|100%")) == ""


@pytest.mark.parametrize(("note", "category"), [
    ("注：满意率=（满意+基本满意）/主办件数。", "satisfied_or_basic"), ("注:表1满意率均不含基本满意。", "satisfied"),
])  # fmt: skip
def test_a_note_tells_what_a_rate_of_satisfaction_holds(note, category):
    assert [m.category for m in read("单位|满意率\n教育局|95%", note)] == [category]


def test_rounds_and_objects_of_satisfaction_stand_in_group_heads():
    first = "单位|初次办理满意度|<|二次办理满意度|<\n^|满意|不满意|满意|不满意\n教育局|17|1|18|0"
    assert [(m.measure, m.category, m.qualifier) for m in read(first)] == [
        ("satisfaction", "satisfied", "first"), ("satisfaction", "dissatisfied", "first"),
        ("satisfaction", "satisfied", "final"), ("satisfaction", "dissatisfied", "final")]  # fmt: skip
    assert [m.qualifier for m in read("单位|满意率|<\n^|办理态度|办理结果\n教育局|98%|95%")] == ["attitude", "result"]


def test_counts_and_rates_stand_side_by_side_or_in_one_cell():
    expected = ["教育局 received = 20", "教育局 outcome adopted = 12", "教育局 outcome_share adopted = 60%"]
    assert lines("单位|件数|A类|<\n^|^|件数|占比\n教育局|20|12|60%") == expected
    assert lines("单位|件数|A类\n教育局|20件|12（60%）") == expected
    assert lines("单位|件数|A类\n教育局|20件|12/60.0%") == expected


def test_a_rate_that_is_printed_as_a_fraction_of_one_is_not_read():
    assert reasons("单位|办结率\n教育局|1\n民政局|0.85") == {"1": "比率以小数表示，读不成百分数", "0.85": "比率以小数表示，读不成百分数"}


def test_impossible_numbers_are_not_read():
    assert reasons("单位|件数|满意率\n教育局|5|105%\n民政局|5.5|99%") == {"105": "百分数大于100", "5.5": "件数不是整数"}


def test_the_example_row_other_tasks_and_merged_numbers_are_left_out():
    assert lines("单位|主办\n示例：某县教育局|12\n县教育局|5") == ["县教育局 lead received = 5"]
    assert lines("2024年重点工作目标任务分解表", "单位|承办件数\n教育局|12") == []
    assert lines("单位|主办|满意率\n教育局|5|100%\n民政局|3|^") == ["教育局 lead received = 5", "民政局 lead received = 3"]


@pytest.mark.parametrize("table", [
    "序号|编号|标题|提案人|承办单位|办理结果\n1|013|关于加强养老服务的提案|王某|民政局|A\n2|027|关于整治停车的提案|李某|公安局|B",
    "科室|主办|协办\n规划科|3|2\n办公室|1|0", "领办领导|领办提案数\n张某某|1\n李某某|2", "提交单位|提案数|立案数\n某某党派市委会|12|10\n市工商联|5|5",
    "科目|预算数|决算数|完成率\n教育|200|198|99%", "年份|地区生产总值（亿元）|增长率\n2021|100|8.1%",
    "办公地址|人民路1号|邮编|100000\n电话|12345678|传真|87654321",
    "学校|学生人数|升学率\n一中|1200|98%", "指标|数值\n走访委员|1520\n召开座谈会|214",
    "届次|提案总数|办复率\n十届一次会议|300|100%\n十届二次会议|310|100%",
])  # fmt: skip
def test_tables_of_other_things_hold_no_figures(table):
    assert lines(table, instrument="proposal") == []


def test_sums_speak_for_and_against_a_reading():
    right = read("单位|承办|主办|协办\n教育局|8|5|3\n民政局|4|3|1\n合计|12|8|4")
    assert {m.signs for m in right} == {("sums:fit",)}
    slip = read("单位|满意\n教育局|5\n民政局|4\n合计|10")
    assert [(m.signs, m.reason) for m in slip[2:]] == [((), "")]  # more than the rows: they may be a selection
    slip = read("单位|满意|A类\n教育局|5|5\n民政局|4|4\n合计|8|9")
    assert [(m.value, m.signs, m.reason) for m in slip if m.reason] == [(8.0, ("sums:off",), "合计与各行之和不符：8≠9")]
    assert [m.signs for m in read("单位|承办件数|主办|协办\n教育局|9|5|3")] == [("sums:off",)] * 3


def test_several_numbers_in_a_cell_are_listed_and_not_guessed():
    table = "单位|满意/基本满意\n教育局|12/1/0\n民政局|12（主8、阅4）"
    assert reasons(table) == dict.fromkeys(("12/1/0", "12（主8、阅4）"), "一格里有几个数，不知各是什么")


def test_a_cell_of_several_numbers_is_read_where_it_or_its_head_names_each():
    whole = ["教育局 received = 12", "教育局 lead received = 8"]
    assert lines("单位|承办件数\n教育局|12（主8）") == whole
    assert lines("单位|承办件数（其中主办）\n教育局|12（8）") == whole
    assert lines("单位|承办件数\n教育局|12件（主办8件，会办4件）") == [*whole, "教育局 joint received = 4"]
    assert lines("单位|承办情况|办理结果\n教育局|主办8件、协办4件|A类8件") == [
        "教育局 lead received = 8", "教育局 joint received = 4", "教育局 outcome adopted = 8"]  # fmt: skip
    assert lines("单位|建议（主办）\n教育局|12（8）") == ["教育局 suggestion received = 12", "教育局 suggestion lead received = 8"]
    assert lines("单位|满意/基本满意/不满意\n教育局|12/1/0") == [
        "教育局 satisfaction satisfied = 12", "教育局 satisfaction basic = 1", "教育局 satisfaction dissatisfied = 0"]  # fmt: skip


def test_a_total_may_say_how_many_units_it_sums():
    assert lines("单位|件数\n教育局|12\n合计（共1家单位）|12") == ["教育局 received = 12", "received = 12"]


def test_a_folded_table_names_its_rows_by_the_nearest_unit_column():
    assert lines("单位|件数|单位|件数\n教育局|12|民政局|5\n水利局|7|财政局|3") == [
        "教育局 received = 12", "民政局 received = 5", "水利局 received = 7", "财政局 received = 3"]  # fmt: skip


def test_a_form_without_head_is_read_by_the_words_before_each_number():
    assert lines("承办总件数|15|其中主办|9\n办理结果|A类|5\n^|B类|3") == ["received = 15", "lead received = 9", "outcome adopted = 5", "outcome planned = 3"]


def test_names_are_put_back_together_where_the_print_broke_them():
    assert lines("承办单位|主办\n住房和城乡建|12\n设局|.\n发 改 局|2") == ["住房和城乡建设局 lead received = 12", "发改局 lead received = 2"]


def test_a_number_of_handling_that_no_figure_claims_is_left_for_a_person_and_one_of_another_matter_is_not():
    report = document("序号 | 单位 | 承办提案 | 办理复杂度 | 联系电话 | 投资额(万元)\n1 | 教育局 | 12 | 7 | 3221456 | 1200\n2 | 财政局 | 8 | 3 | 3221457 | 300")
    found = unread_cells(report, Head(year=2023, kind="cppcc", instrument="proposal"))
    assert [span.of(report.text) for span in found] == ["7", "3"]

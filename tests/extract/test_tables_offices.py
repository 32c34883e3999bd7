"""Tables as the offices of counties and districts keep them: named bodies, groups of units, several numbers in a cell, what nobody can place."""

import pytest

from handling.reading import read_report
from tests.extract.table_sketch import brief, lines, read, reasons


def told(text: str, name: str = "a.txt") -> list[str]:
    """unit role measure value of every figure of a whole report."""
    return [f"{f.unit} {f.role} {f.measure} {f.value:g}" for f in read_report(data=text.encode(), name=name).figures]


def unclaimed(text: str) -> list[str]:
    reading = read_report(data=text.encode(), name="a.txt")
    return [dict(finding.facts)["words"] for finding in reading.findings if finding.kind == "unclaimed"]


def test_a_body_may_bear_the_name_of_its_region_and_a_total_over_two_levels_has_none():
    table = "类别|件数\n澄江口市人大代表建议|2\n县人大代表建议|15\n我县政协提案|21\n合计|38"
    assert lines(table) == [
        "suggestion 澄江口市 received = 2", "suggestion 县 received = 15", "proposal 县 received = 21", "combined 各级 received = 38"]  # fmt: skip


def test_columns_of_what_one_body_gave_tell_the_body_of_those_beside_them():
    table = "单位|承办区级件数|<|主办件办理结果|满意率\n^|主办|协办|A类|^\n区教委|33|8|22|97%"
    assert lines("承办较多的单位见下表,其中满意率含基本满意。", table) == [
        "区教委 区 lead received = 33", "区教委 区 joint received = 8", "区教委 区 lead outcome adopted = 22",
        "区教委 区 satisfaction_rate satisfied_or_basic = 97%",
    ]  # fmt: skip
    assert lines("单位|省级件数|县级件数|办结率\n教育局|3|5|100%")[2] == "教育局 completion_rate = 100%"


def test_the_sentence_that_leads_to_a_table_is_its_caption_and_no_sentence_before_it():
    assert lines("2019年承办36件。分类数字列入下表。", "类别|件数\n县政协提案|15") == ["proposal 县 received = 15"]
    assert lines("各项工作有序推进。现将情况报告如下：", "一、基本情况", "按内容分类情况如下：", "类别|代表建议\n农业农村|34\n民生保障|10\n合计|44") == [
        "suggestion topic agriculture = 34", "suggestion topic livelihood = 10", "suggestion received = 44"]  # fmt: skip


@pytest.mark.parametrize(("cell", "said"), [
    ("主办8", ["教育局 lead received = 8"]), ("8（主办）", ["教育局 lead received = 8"]), ("主8协3", ["教育局 lead received = 8", "教育局 joint received = 3"]),
    ("主办8件协办3件", ["教育局 lead received = 8", "教育局 joint received = 3"]), ("约8件", []), ("8+3", []), ("12 3", []),
])  # fmt: skip
def test_a_cell_of_words_and_numbers_is_read_or_told_of(cell, said):
    table = f"单位|件数\n民政局|5\n水利局|6\n教育局|{cell}"
    assert lines(table) == ["民政局 received = 5", "水利局 received = 6", *said]
    assert (cell in reasons(table)) is not said


def test_a_head_may_list_in_brackets_what_its_cells_list():
    table = "单位|省政协提案（主/协）|办理结果（A/B/C）|满意（件/%）\n教育局|2/3|1/1/0|2/97.1\n民政局|0/1|0/0/0|0/0"
    assert [f"{brief(m)} [{m.label}]" for m in read(table)][:7] == [
        "教育局 proposal provincial lead received = 2 []", "教育局 proposal provincial joint received = 3 []",
        "教育局 outcome adopted = 1 [A]", "教育局 outcome planned = 1 [B]", "教育局 outcome deferred = 0 [C]",
        "教育局 satisfaction satisfied = 2 [满意]", "教育局 satisfaction_rate satisfied = 97.1% [满意]",
    ]  # fmt: skip


def test_a_column_counted_in_pieces_beside_one_counted_in_items_counts_something_else():
    table = "单位|主办（件）|主办（个）\n教育局|12|3"
    assert lines(table) == ["教育局 lead received = 12"]
    assert reasons(table) == {"3": "旁边同名的一栏数的是件，这一栏数的不是件"}


def test_what_a_bracket_says_of_a_unit_is_no_part_of_its_name():
    assert lines("单位|件数\n县教育局（牵头）|12\n县公安局（含交警大队）|5") == ["县教育局 received = 12", "县公安局 received = 5"]


def test_the_field_of_work_that_a_unit_belongs_to_is_no_subject_of_its_items():
    assert lines("系统|单位|建议\n农业口|县农业农村局|8\n^|县水利局|6\n城建口|县住建局|12") == [
        "县农业农村局 suggestion received = 8", "县水利局 suggestion received = 6", "县住建局 suggestion received = 12"]  # fmt: skip


def test_a_total_counts_what_the_columns_that_it_sums_count():
    assert lines("单位|建议|提案|合计|答复数\n教育局|5|6|11|10")[2:] == ["教育局 combined received = 11", "教育局 answered = 10"]
    assert lines("单位|办结数|<|<\n^|建议|提案|合计\n教育局|5|6|11")[2] == "教育局 combined completed = 11"
    table = "办理结果|县人大代表建议|<|县政协提案|<|合计|<\n^|件数|占比|件数|占比|件数|占比\n已解决|40|50%|66|55%|106|53%"
    assert lines(table)[4:] == ["combined 县 outcome adopted = 106", "combined 县 outcome_share adopted = 53%"]


def test_what_was_handled_so_far_in_a_month_is_of_the_months_up_to_it():
    assert lines("月份|累计交办|本月办结\n3月|120|7\n4月|122|30")[2:] == ["received 2023-01/2023-04 = 122", "completed m4 = 30"]


def test_shares_beside_counts_in_one_cell_and_two_questions_do_not_disturb_the_sums():
    assert {m.signs for m in read("单位|承办件数|A类（占比）|B类（占比）\n教育局|19|12 (63.2%)|7（36.8%）\n民政局|4|2（50%）|2（50%）\n"
                                       "合计|23|14（60.9%）|9（39.1%）") if m.scale == "count"} == {("sums:fit",)}  # fmt: skip
    assert {m.reason for m in read("单位|件数|对办理态度评价|<|对办理结果评价|<\n^|^|满意|基本满意|满意|基本满意\n教育局|12|12|0|10|2")} == {""}


def test_heads_of_counts_and_shares_leave_the_label_to_the_class_above_them():
    assert [m.label for m in read("类别|A类|<\n^|件数|占比\n提案|12|60%")] == ["A类", "A类"]


def test_a_degree_of_satisfaction_in_percent_is_one_where_it_is_none():
    assert lines("单位|满意度（%）|<\n^|满意|不满意\n教育局|95|0")[1] == "教育局 satisfaction_rate dissatisfied = 0%"


def test_kinds_of_answers_are_parts_of_what_was_answered_and_returns_are_no_satisfaction():
    assert lines("单位|已答复|面复|书面答复\n教育局|8|5|3") == ["教育局 answered = 8", "教育局 answered part = 5", "教育局 answered part = 3"]
    assert lines("单位|书面答复\n教育局|8") == ["教育局 answered = 8"]
    assert lines("单位|会办意见反馈率|一次满意率|面复率\n教育局|99%|96%|100%") == ["教育局 satisfaction_rate first = 96%", "教育局 meeting_rate = 100%"]


def test_a_column_of_counting_words_names_no_units_and_a_table_of_tasks_no_classes():
    assert lines("指标|单位|数量\n承办建议总数|件|20\n主办|件|15\n办结率|%|100") == [
        "suggestion received = 20", "lead received = 15", "completion_rate = 100%"]  # fmt: skip
    assert lines("责任单位|任务数|已完成|推进中\n县财政局|10|8|2") == []


def test_other_units_beside_the_first_ones_have_columns_of_their_own():
    table = "县直单位|建议件数|提案件数|乡镇|建议件数|提案件数\n县教育局|12|8|城关镇|2|1\n合计|12|8|合计|2|1"
    assert lines(table) == [
        "县教育局 suggestion received = 12", "县教育局 proposal received = 8", "城关镇 suggestion received = 2", "城关镇 proposal received = 1"]  # fmt: skip


def test_the_number_of_items_in_a_head_is_told_of_and_hides_no_stream():
    table = "办理类别|建议（80件）|<|提案类|<\n^|件数|占比|件数|占比\nA|40|50%|66|55%"
    assert lines(table)[:2] == ["suggestion outcome adopted = 40", "suggestion outcome_share adopted = 50%"]
    assert reasons(table) == {"建议（80件）": "表头的字里带有件数，没有读"}
    assert lines("单位|建议类|<|提案类|<|合计\n^|A类|B类|A类|B类|^\n教育局|3|1|5|2|11") == [
        "教育局 suggestion outcome adopted = 3", "教育局 suggestion outcome planned = 1",
        "教育局 proposal outcome adopted = 5", "教育局 proposal outcome planned = 2",
    ]  # fmt: skip


def test_a_row_of_which_is_no_addend():
    assert {m.reason for m in read("类别|件数\n集体提案|30\n委员提案|90\n其中：联名|20\n合计|120")} == {""}


def test_leaders_of_a_county_raise_no_items_and_sharing_the_lead_is_a_part():
    assert lines("指标|数量\n建议总数|20\n县级领导领办|2") == ["suggestion received = 20", "key = 2"]
    assert lines("单位|主办|分办|会办\n教育局|12|3|2") == [
        "教育局 lead received = 12", "教育局 lead received part = 3", "教育局 joint received = 2"]  # fmt: skip


def test_a_dash_that_stands_for_rows_without_lead_items_counts_nothing():
    note = "说明：“—”表示没有主办件。"
    assert lines("类别|主办|A类\n县人大代表建议|12|—", note) == ["suggestion 县 lead received = 12"]


def test_the_units_of_a_table_of_single_lines_do_not_report():
    text = "2022年建议提案承办情况统计表\n承办单位\n主办\n协办\n县教育局\n12\n3\n县民政局\n5\n1\n合计\n17\n4\n"
    assert read_report(data=text.encode(), name="a.txt").report.kind == "government"
    assert told(text)[-2:] == [" lead received 17", " joint received 4"]


def test_rows_that_do_not_fit_the_head_are_told_of():
    assert unclaimed("2022年建议提案承办情况统计表\n承办单位\n主办\n协办\n县教育局\n12\n3\n县民政局\n5\n县水利局\n7\n2\n") == ["5", "7", "2"]
    aligned = "单位        主办    协办    办结\n县教育局    12      3       15\n县民政局    5       1       6\n县水利局    7 2 9\n"
    assert unclaimed(f"禹封县2023年建议提案办理情况统计表\n{aligned}") == ["7 2 9"]


def test_a_line_of_wide_blanks_above_a_table_of_tabs_is_no_row_of_it():
    text = "禹封县2023年政协提案办理情况统计表\n填报单位：县政府督查室    单位：件\n序号\t承办单位\t主办\t会办\n1\t县教育局\t8\t3\n\t合计\t8\t3\n"
    assert told(text) == ["禹封县教育局 lead received 8", "禹封县教育局 joint received 3", "禹封县人民政府 lead received 8", "禹封县人民政府 joint received 3"]


def test_the_number_of_an_attachment_above_a_sheet_is_not_its_title():
    data = "附件1,,\n禹封县2023年度建议提案办理情况汇总表,,\n承办单位,主办,会办\n县教育局,5,1\n"
    assert told(data, "a.csv") == ["禹封县教育局 lead received 5", "禹封县教育局 joint received 1"]


def test_numbers_that_blanks_break_in_every_row_are_told_of_and_not_taken_for_names():
    text = "单位\t承办件数\t办结率\n民政局\t5 1\t100%\n水利局\t6 2\t100%\n"
    assert unclaimed(text) == ["5 1", "6 2"]
    assert [finding.kind for finding in read_report(data=text.replace("\t", ",").encode(), name="a.csv").findings if finding.kind == "unclaimed"] == ["unclaimed"] * 2


def test_a_column_of_levels_names_bodies_and_no_units():
    table = "层级|类别|件数\n绍州市级|市人大代表建议|6\n^|小计|6\n本市|人大代表建议|38\n^|政协提案|29"
    assert lines(table) == ["suggestion 绍州市 received = 6", "suggestion 绍州市 received = 6", "suggestion 本级 received = 38", "proposal 本级 received = 29"]


def test_one_office_of_two_fields_is_a_unit_and_what_is_counted_in_meetings_is_none():
    assert lines("单位|件数\n县农业农村和水利局|18\n县教育局|12\n区政府系统小计|30") == [
        "县农业农村和水利局 received = 18", "县教育局 received = 12", "区政府系统 received = 30"]  # fmt: skip
    assert lines("指标|单位|2023年|2024年\n立案提案|件|209|202\n主席会议督办重点提案|件|8|10\n办理协商会|场|52|68") == [
        "filed 2023 = 209", "filed 2024 = 202", "proposal key 2023 = 8", "proposal key 2024 = 10"]  # fmt: skip


def test_a_caption_may_name_one_body_twice():
    assert lines("莱河市人大代表建议、莱河市政协提案承办较多单位情况（单位：件）", "单位|承办件数\n市教育局|19\n市水利局|7")[0] == "市教育局 combined 市 received = 19"


def test_marks_of_footnotes_and_pairs_with_shares_do_not_hide_what_is_counted():
    assert lines("单位|承办件数①|主办件办理结果②（件，占比）\n^|^|A|B\n县教育局|15|10（66.7%）|5（33.3%）\n县水利局|6|6（100%）|0") == [
        "县教育局 received = 15", "县教育局 lead outcome adopted = 10", "县教育局 lead outcome_share adopted = 66.7%",
        "县教育局 lead outcome planned = 5", "县教育局 lead outcome_share planned = 33.3%",
        "县水利局 received = 6", "县水利局 lead outcome adopted = 6", "县水利局 lead outcome_share adopted = 100%", "县水利局 lead outcome planned = 0",
    ]  # fmt: skip


def test_the_sentence_above_says_of_which_items_opinions_are():
    table = "单位|主办|协办|满意|基本满意\n县教育局|16|4|14|2\n县水利局|9|1|9|0"
    assert lines("各单位主办、协办件数和代表对主办件的评价如下：", table)[2:4] == [
        "县教育局 suggestion lead satisfaction satisfied = 14", "县教育局 suggestion lead satisfaction basic = 2"]  # fmt: skip


def test_two_halves_side_by_side_are_two_tables():
    table = "按内容分类|<|按办理结果分类|<\n类别|件数|类别|件数\n经济建设|88|已采纳或落实|221\n农业农村|41|正在落实或列入计划|96"
    assert lines(table) == ["topic economy = 88", "outcome adopted = 221", "topic agriculture = 41", "outcome planned = 96"]


def test_parts_by_sitting_are_told_apart_by_their_sitting():
    table = "来源|会议期间|<|闭会期间|<\n^|分办|协办|分办|协办\n县人大代表建议|14|5|4|1"
    assert [(m.value, m.part, m.label) for m in read(table)] == [(14, True, "会议期间"), (5, True, "会议期间"), (4, True, "闭会期间"), (1, True, "闭会期间")]


def test_a_rate_below_one_without_its_sign_is_told_of_and_not_read():
    table = "单位|承办件数|办结率\n县教育局|12|0.95\n县水利局|9|100%"
    assert lines(table) == ["县教育局 received = 12", "县水利局 received = 9", "县水利局 completion_rate = 100%"]
    assert reasons(table)["0.95"] == "比率小于1，像是没有写成百分数"

"""What reports print that is no figure of this year's handling, or not the one it looks like."""

import pytest

from handling.extract import prose
from handling.extract.unclaimed import unclaimed
from handling.model import Head
from tests.extract.prose_reading import document, told

PROPOSALS = {"instrument": "proposal"}


@pytest.mark.parametrize("text", [
    "力争提案办结率达到100%、满意率达到98%以上。",
    "全年要确保提案满意率达到100%。",
    "2025年，我局将对12件B类提案跟踪问效，满意率达到100%。",
    "会办54件次，下发督办单19份。",
    "县政协转来社情民意信息27条、调研报告6份。",
    "走访委员310余人次，近42%的提案涉及民生。",
    "满意率比上年提高三个百分点，提案同比增长40.8%。",
    "力求通过办理一件提案，解决一个问题。",
    "建成标准厂房38.7万平方米，覆盖率达到93.2%，充电桩20个，公共充电桩26个，专用充电桩39个。",
    "以“件件有回音”为目标，应做到件件有答复。",
    "抽查的40件A类建议中有3件名不副实。",
    "各单位退回重办复函8份，约谈进度滞后的单位3家。",
    "第112号《关于将学位增加到540个的提案》办理后，新建学校3所。",
    "省、市两级的12件中，表示满意。",
])  # fmt: skip
def test_targets_differences_other_streams_and_narrative_are_no_figures(text):
    assert told(text, **PROPOSALS) == []


def test_a_section_of_plans_holds_no_figures_and_the_next_section_does():
    assert told("一、下步打算", "B类提案12件全部办结，满意率100%。", "二、办理情况", "满意率98%。", **PROPOSALS) == ["satisfaction_rate 98 proposal"]


@pytest.mark.parametrize(("text", "expected"), [
    ("满意率由2022年的91.2%、2023年的92.8%上升到93.8%。",
     ["satisfaction_rate 91.2 proposal 2022", "satisfaction_rate 92.8 proposal 2023", "satisfaction_rate 93.8 proposal"]),
    ("2022年、2023年和2024年，A类占比分别为52.6%、58.3%和63.1%。",
     ["outcome_share adopted 52.6 proposal 2022", "outcome_share adopted 58.3 proposal 2023", "outcome_share adopted 63.1 proposal"]),
    ("承办提案18件，比上年的15件增加3件。", ["received 18 proposal", "received 15 proposal 2023"]),
    ("与2023141件相比，今年承办提案150件。", ["received 141 proposal 2023", "received 150 proposal"]),
    ("承办提案150件，与2023141件相比增加9件。", ["received 150 proposal", "received 141 proposal 2023"]),
    ("2023年收到提案174件、立案151件。", ["received 174 proposal 2023", "filed 151 proposal 2023"]),
    ("满意率99.7%，较上年的98.1%提高1.6个百分点；办结率100%。",
     ["satisfaction_rate 99.7 proposal", "satisfaction_rate 98.1 proposal 2023", "completion_rate 100 proposal"]),
])  # fmt: skip
def test_a_number_keeps_the_year_that_is_said_of_it(text, expected):
    assert told(text, kind="cppcc", **PROPOSALS) == expected


@pytest.mark.parametrize("text", [
    "上年度B类件23件中已解决16件。",
    "去年答复时列入计划逐步解决的23件提案，今年继续跟踪，已有16件转为办成。",
    "对2023年B类件开展清零行动：23件中已办成16件。",
])  # fmt: skip
def test_items_sorted_again_belong_to_the_year_before(text):
    assert told(text, **PROPOSALS) == ["outcome planned 23 proposal 2023", "outcome adopted 16 proposal 2023"]


def test_one_paragraph_may_hold_both_streams_and_a_hotline():
    assert told("区政协提案18件；代表建议24件；受理12345热线工单1,846件，按时办结率99.4%。") == [
        "received 18 proposal 区", "received 24 suggestion 区", "received 1846 hotline", "on_time_rate 99.4 hotline",
    ]  # fmt: skip


def test_traditional_text_full_width_digits_and_spelled_numbers_read_alike():
    assert told("全年共承辦政協提案一百三十一件，辦結率達百分之百，滿意率９８．６％。", **PROPOSALS) == [
        "received 131 proposal", "completion_rate 100 proposal", "satisfaction_rate 98.6 proposal",
    ]  # fmt: skip


def test_page_furniture_is_not_read():
    assert told("承办提案12件。", "【相关文章】·提案办复率100%", "办结率98%。", **PROPOSALS) == ["received 12 proposal"]


def test_a_number_beside_words_of_handling_that_nobody_claimed_is_listed():
    report = document("提案立案率90.4%，力争满意率达到99%。", "覆盖率达到93.2%。")
    found = unclaimed(report, prose.mentions(report, Head(year=2024, kind="cppcc", instrument="proposal")))
    assert [span.of(report.text) for span in found] == ["90.4"]


@pytest.mark.parametrize(("text", "expected"), [
    ("共承办建议提案48件，已办结47件，剩余1件正在抓紧办理，预计12月底前办结，办结率97.9%。", ["received 48", "completed 47", "completion_rate 97.9"]),
    ("尚有2件预计年底前办结，满意率98.5%。", ["satisfaction_rate 98.5"]),
    ("预计全年满意率98%。", []),
    ("预计年底前全部办结，办结率将达到100%。", []),
    ("尚有7件建议、11件提案未办结，涉及区住建局（建议3件、提案4件）、区城管局（建议2件、提案5件）。", []),
    ("去年承办的28件中尚有4件未办结，今年已办结3件。", ["received 28 2023"]),
    ("未办复的2件正在抓紧办理。", []),
    ("两院办理3件。", []),
])  # fmt: skip
def test_what_is_not_done_yet_is_no_stream_and_an_expectation_ends_with_its_clause(text, expected):
    assert told(text) == expected


def test_items_not_done_yet_are_listed_as_not_understood():
    report = document("承办建议12件，仍有2件提案未办结。")
    found = unclaimed(report, prose.mentions(report, Head(year=2024, kind="bureau", instrument="combined")))
    assert [span.of(report.text) for span in found] == ["2"]

"""A finding speaks of a count with the word that the report itself has beside it."""

import pytest

from handling.audit import sentence
from handling.reading import read_report

HEAD = "青禾县人民政府关于2023年县政协提案办理情况的报告\n\n"


def told(text):
    reading = read_report(data=(HEAD + text).encode(), name="报告.txt")
    return [sentence(finding) for finding in reading.findings if finding.kind != "unclaimed"]


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        ("2023年，县政府共承办县政协提案100件", "承办100件"), ("2023年，县政府共办理县政协提案100件", "办理100件"),
        ("2023年，县政府共收到县政协提案100件", "收到100件"), ("2023年，交由县政府系统办理的县政协提案100件", "办理100件"),
    ],
)  # fmt: skip
def test_the_whole_is_called_as_the_report_calls_it(opening, words):
    (said,) = told(f"{opening}。其中，已经解决60件，列入计划逐步解决30件，因条件限制暂时不能解决8件。\n")
    assert said.startswith(f"报告写青禾县人民政府2023年县区级政协提案{words}，办理结果各类相加60+30+8=98件")


def test_a_number_of_a_table_has_no_word_beside_it_and_gets_one_that_holds_for_all():
    (said, *_) = told("承办单位\t提案件数\t已解决\t列入计划\t留作参考\n县教育局\t30\t20\t5\t3\n")
    assert "总数30件" in said

"""Opinion forms that came back: no figures, but a base that rates of satisfaction may have."""

from __future__ import annotations

import pytest

from handling.audit import sentence
from handling.derive import rates
from handling.model import Reading
from handling.reading import read_report

HEAD = "青禾县教育局2023年建议提案办理工作总结\n2023年，我局共承办县政协提案130件，全部办结。"


def read(text: str) -> Reading:
    return read_report(data=(HEAD + text).encode(), name="青禾.txt")


@pytest.mark.parametrize(
    "words",
    [
        "共收回意见表128份，满意率99.2%", "收到征询意见反馈表128份，满意率99.2%", "发出《征询意见表》130份，收回128份。提案人满意率99.2%", "发出测评表128份，全部收回，满意率99.2%",
        "从收回的128份意见表看，满意率99.2%", "收到委员反馈意见书128份，满意率99.2%", "收回征求意见函一百二十八份，满意率99.2%",
    ],
)  # fmt: skip
def test_forms_that_came_back_are_known_beside_a_rate_and_are_no_figure(words: str) -> None:
    reading = read(words + "。\n")
    assert {(f.measure, f.value): f.forms for f in reading.figures} == {
        ("received", 130): None, ("completion_rate", 100): None, ("satisfaction_rate", 99.2): 128,
    }  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "发出征询意见表128份，满意率99.2%", "收到督办函128份，满意率99.2%", "收到社情民意128份，满意率99.2%", "收回意见表128份。\n委员对办理工作的满意率99.2%",
        "收回意见表128份，满意率98%。2022年满意率为99.2%",
    ],
)  # fmt: skip
def test_other_slips_and_forms_of_another_paragraph_or_year_are_not(words: str) -> None:
    assert [f.forms for f in read(words + "。\n").figures if f.value == 99.2] == [None]


def test_a_rate_over_the_forms_is_not_called_wrong() -> None:
    reading = read("共收回意见表128份，满意127份，满意率99.2%。\n")
    assert reading.findings == ()
    (rate,) = [one for one in rates(reading.report, reading.figures, reading.findings) if one.measure == "satisfaction_rate"]
    assert (rate.x, rate.n, rate.base, rate.base_by, rate.comparable) == (127, 128, "forms", "stated", True)


def test_without_the_forms_the_same_rate_fits_nothing() -> None:
    assert [one.kind for one in read("满意127份，满意率99.2%。\n").findings] == ["rate_counts"]


def test_the_base_of_a_rate_alone_is_explained_by_the_forms() -> None:
    (finding,) = read("收到征询意见反馈表128份，满意率为98.4%，基本满意率为1.6%。\n").findings
    assert (finding.kind, finding.severity) == ("base", "note")
    assert sentence(finding).endswith("“基本满意率”1.6%，用承办130件凑不出整数，用意见表收回数128份可以（2/128）。")
    assert sentence(finding, "en").endswith("fits no whole number of 130 received; it fits 2/128 opinion forms returned.")

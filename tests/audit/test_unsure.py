"""A finding that a misreading may have made accuses nobody: it says so, tells why, and asks for a look."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handling.audit import across, audit, doubt, sentence
from handling.confidence import SURE
from handling.model import Finding, Reading
from handling.reading import read_report
from handling.store.shipped import published
from tests.audit.shorthand import figure, found, kinds, report, shares

HEAD = "青禾县人民政府关于2023年县政协提案办理情况的报告\n\n"
CLASSES = "已经解决60件，列入计划逐步解决30件，因条件限制暂时不能解决8件。\n"


def read(text: str, head: str = HEAD) -> Reading:
    return read_report(data=(head + text).encode(), name="报告.txt")


def audited(text: str, head: str = HEAD) -> list[Finding]:
    return [finding for finding in read(text, head).findings if finding.figures and finding.severity != "note"]


def why(finding: Finding) -> tuple[str, str, str]:
    return finding.kind, finding.severity, doubt(dict(finding.facts))


def test_a_contradiction_in_plain_sight_stays_one_though_it_makes_its_own_figures_doubtful() -> None:
    reading = read(f"2023年，县政府共承办县政协提案100件。其中，{CLASSES}")
    (finding,) = [one for one in reading.findings if one.figures]
    assert why(finding) == ("classes_total", "warning", "")
    assert sentence(finding).endswith("差2件，不符。")
    assert {reading.figures[position].confidence < SURE for position in finding.figures} == {True}, "the audit is a sign against them"


def test_figures_that_were_doubtful_before_the_audit_accuse_nobody_and_the_reason_is_told() -> None:
    text = "某单位工作\n2023年工作开展情况。\n" + "全年各项工作平稳推进，成效明显。\n" * 40
    (finding,) = audited(f"青禾县人民政府共承办县政协提案100件，其中，{CLASSES}{'全年各项工作平稳推进，成效明显。' * 20}", text)
    assert finding.severity == "unsure"
    assert doubt(dict(finding.facts)) == "单位不在标题、开头和落款里，按正文推定"
    assert sentence(finding).startswith("读到青禾县人民政府2023年县区级政协提案")
    assert sentence(finding).endswith("差2件，对不上。也可能是读取有误（单位不在标题、开头和落款里，按正文推定），请看原句核对。")
    assert [words for words in ("报告写", "不符") if words in sentence(finding)] == []
    assert sentence(finding, "en").startswith("As read: The report gives 100 ")
    assert sentence(finding, "en").endswith("It may also be a misreading (单位不在标题、开头和落款里，按正文推定): please look at the sentence.")


def test_two_values_under_the_same_words_may_be_of_other_items() -> None:
    (finding,) = audited("2023年，县政府共承办县政协提案100件。至年底，县政府共承办县政协提案97件。\n")
    assert why(finding) == ("conflict", "unsure", "两处说的可能不是同一批件")


def test_parts_told_in_several_sentences_may_be_of_other_items() -> None:
    (finding,) = audited("2023年，县政府共承办县政协提案100件。主办70件。会同办理情况良好，协办38件。\n")
    assert why(finding) == ("parts_total", "unsure", "所比的数字不在同一句里，可能不是同一批件")


def test_a_sum_that_is_off_by_half_has_another_number_among_its_parts() -> None:
    (finding,) = audited("2023年，县政府共承办县政协提案20件，其中主办24件、协办8件。\n")
    assert why(finding)[1:] == ("unsure", "两数相差过半，可能有一个说的是别的件")


def test_a_class_told_twice_is_no_list_of_shares() -> None:
    assert kinds(found(shares(61.7, 28.7, 14.6))) == [("share_sum", "error")]
    assert kinds(found([*shares(61.7, 28.7, 14.6), figure("outcome_share", 66.9, "adopted", label="A类")])) == []


def test_of_two_reports_that_differ_one_with_a_doubtful_figure_accuses_nobody() -> None:
    reports = [report("R"), report("S", title="另一份")]
    figures = [figure("received", 100), replace(figure("received", 90, report="S"), confidence=0.6, reason="年份按发布日期推定")]
    assert [why(one) for one in across(reports, figures)] == [("reports_differ", "unsure", "年份按发布日期推定")] * 2
    sure = [figures[0], replace(figures[1], confidence=1.0, reason="")]
    assert [why(one) for one in across(reports, sure)] == [("reports_differ", "warning", "")] * 2


@pytest.mark.parametrize(
    ("unit", "kind", "severity", "words"),
    [
        ("宁波市人民政府", "classes_total", "error", "148+364+66+10=588"), ("章丘区人民政府", "balanced", "note", "13÷226=5.75%"),
        ("呈贡区人民政府", "base", "note", "（113/114）"),
    ],
)  # fmt: skip
def test_what_people_read_is_not_doubted(unit: str, kind: str, severity: str, words: str) -> None:
    shipped = published(Path(__file__).resolve().parents[2] / "data" / "published")
    findings = [finding for head, figures, _ in shipped for finding in audit(head, figures)]
    assert {finding.severity for finding in findings} == {"error", "warning", "note"}
    assert [one.severity for one in findings if one.kind == kind and dict(one.facts)["unit"] == unit and words in sentence(one)] == [severity]

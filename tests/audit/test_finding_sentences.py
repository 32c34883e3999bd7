"""Findings said in one sentence, in two languages and in the tone of the house."""

from __future__ import annotations

import re
import tomllib

import pytest

from handling.audit import kind_name, sentence
from handling.model import Finding
from handling.vocabulary.classes import VOCABULARY
from tests.audit.shorthand import figure, found, outcomes, shares

TEMPLATES = tomllib.loads((VOCABULARY / "findings.toml").read_text(encoding="utf-8"))
KINDS = [name for name, entry in TEMPLATES.items() if "sentence_zh" in entry]


def test_a_sentence_gives_both_numbers_and_names_the_report_as_its_subject() -> None:
    finding = found([figure("received", 591), *outcomes(148, 364, 76)])[0]
    assert sentence(finding) == "报告写青禾县人民政府2023年县区级政协提案总数591件，办理结果各类相加148+364+76=588件，差3件，不符。"
    assert sentence(finding, "en") == (
        "The report gives 591 received for 青禾县人民政府, 2023, County CPPCC proposals; the classes of outcome make 148+364+76 = 588, 3 apart."
    )


def test_a_balanced_share_is_said_to_be_no_slip() -> None:
    finding = found([figure("received", 226), *outcomes(162, 51, 13), *shares(71.7, 22.6, 5.7)])[0]
    assert sentence(finding) == "报告写青禾县人民政府2023年县区级政协提案“deferred”13件、占5.7%；13÷226=5.75%，各类占比凑成100%，不算不符。"


def test_an_english_sentence_lists_with_commas() -> None:
    facts = {"unit": "青禾县人民政府", "measure": "outcome", "classes": "3", "fitting": "2", "printed": "71.7%、22.6%", "parts": "162/226、51/226",
             "base": "226", "whole": "230", "whole_name": "received"}  # fmt: skip
    finding = Finding(report="r", kind="shares_other_base", severity="warning", facts=tuple(facts.items()))
    said = sentence(finding, "en")
    assert "2 (71.7%, 22.6%) need a base of 226 (162/226, 51/226)" in said
    assert "（71.7%、22.6%）" in sentence(finding)


def test_a_base_is_named_with_its_fraction() -> None:
    finding = found([figure("received", 115), figure("received", 114, part=True, label="会议期间"), figure("satisfaction_rate", 99.12)])[0]
    assert sentence(finding) == "报告写青禾县人民政府2023年县区级政协提案满意率99.12%，用总数115件凑不出整数，用“会议期间”114件可以（113/114）。"


@pytest.mark.parametrize(
    ("period", "words"),
    [("2018/2022", "2018—2022年"), ("2018-01/2018-09", "2018年1—9月"), ("2021-11/2022-03", "2021年11月—2022年3月"), ("届内", "届内")],
)
def test_periods_are_said_as_people_say_them(period: str, words: str) -> None:
    finding = Finding(report="R", kind="not_whole", severity="warning", facts=(("period", period), ("measure", "received"), ("printed", "1.5")))
    assert sentence(finding) == f"报告写{words}总数1.5件，件数不是整数。"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_name_and_a_sentence_that_needs_no_fact(kind: str) -> None:
    bare = Finding(report="R", kind=kind, severity="note")
    for lang in ("zh", "en"):
        assert kind_name(kind, lang)
        assert sentence(bare, lang)


@pytest.mark.parametrize("kind", KINDS)
def test_no_sentence_blames(kind: str) -> None:
    words = " ".join(TEMPLATES[kind].values())
    assert not re.search("错误|造假|虚报|瞒报|您|！|wrong|error|false", words)

"""Folding keeps every character in its place, and the view without typesetting junk keeps the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handling.extract.text import View, fold, sentences
from handling.model import Span


@given(st.text())
def test_folding_never_changes_the_length(text):
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="办结率 12.5%（）(jié)件，。\n　&“”", max_size=60))
def test_every_stretch_of_a_view_leads_back_to_characters_that_fold_to_it(text):
    folded = fold(text)
    view = View(folded, 0, len(folded))
    for place, character in enumerate(view.text):
        assert folded[view.span(place, place + 1).start] == character


@pytest.mark.parametrize(("printed", "read"), [
    ("滿意率９８．６％，辦復", "满意率98.6%,办复"),
    ("答覆率﹪ 回覆 覆函", "答复率% 回复 复函"),
    ("A娄25件，“B”娄3件", "A类25件,“B”类3件"),
    ("占28.70&", "占28.70%"),
    ("前部办结", "全部办结"),
])  # fmt: skip
def test_folding_mends_marks_characters_and_clear_misprints(printed, read):
    assert fold(printed) == read


@pytest.mark.parametrize(("printed", "read"), [
    ("收到 7 5 件", "收到75件"),
    ("共2 1 6件", "共216件"),
    ("办结18 755件", "办结18755件"),
    ("办结(jié)率98.6 %", "办结率98.6%"),
    ("占9 8.6%", "占98.6%"),
    ("办理情况报\n告如下", "办理情况报告如下"),
    ("表 31 20 9", "表31 20 9"),
])  # fmt: skip
def test_the_view_closes_blanks_inside_words_and_numbers_only(printed, read):
    folded = fold(printed)
    assert View(folded, 0, len(folded)).text == read


def test_sentences_end_at_their_mark_and_leave_blank_ones_out():
    text = "共12件。办结率100%!  \n满意"
    assert [span.of(text) for span in sentences(text)] == ["共12件。", "办结率100%!", "满意"]
    assert sentences(text, Span(start=0, end=5)) == [Span(start=0, end=5)]

"""Bytes → text: the encodings in which reports come, told apart without guessing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handling.model import ReadingError
from handling.read.encoding import declares_big5, decode

SIMPLIFIED = "青石县教育局2022年办理提案26件，满意率94.4%（含基本满意）；办结率100﹪。"
TRADITIONAL = "青石縣教育局2022年辦理提案26件，滿意率94.4%（含基本滿意）；辦結率100%。"
# What reports are written with: Chinese of the common blocks, digits, marks.
CHARACTERS = st.one_of(
    st.sampled_from("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
    st.sampled_from("0123456789%.,（）、，。；：《》“” \n"),
)
TEXTS = st.text(CHARACTERS, min_size=1).filter(lambda words: any("\u4e00" <= letter <= "\u9fa5" for letter in words))


@given(TEXTS)
def test_utf8_reads_back_with_and_without_a_mark(words):
    assert decode(words.encode("utf-8"), "a") == words
    assert decode(words.encode("utf-8-sig"), "a") == words


@given(TEXTS)
def test_utf16_reads_back_by_its_mark(words):
    assert decode(words.encode("utf-16"), "a") == words


@given(TEXTS)
def test_gb18030_reads_back_inside_a_report(words):
    text = SIMPLIFIED + words
    assert decode(text.encode("gb18030"), "a") == text


@given(st.text(st.characters(codec="big5"), min_size=0).filter(lambda words: words.isprintable()))
def test_big5_reads_back_inside_a_report(words):
    text = TRADITIONAL + "".join(letter for letter in words if "\u4e00" <= letter <= "\u9fa5")
    assert decode(text.encode("big5"), "a") == text


def test_a_short_gbk_text_is_not_taken_for_another_language():
    assert decode("提案26件".encode("gbk"), "a") == "提案26件"
    assert decode("联通".encode("gbk"), "a") == "联通"


@pytest.mark.parametrize(("words", "codec"), [(SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5"), (SIMPLIFIED, "utf-8"), (TRADITIONAL, "gb18030")])
def test_a_text_is_told_by_its_bytes_without_any_declaration(words, codec):
    assert decode(words.encode(codec), "a") == words


def test_utf8_that_calls_itself_big5_is_utf8():
    assert decode(TRADITIONAL.encode(), "a", traditional=True) == TRADITIONAL


def test_big5_without_any_mark_is_read_where_the_page_declares_it():
    assert decode("議提案辦復".encode("big5"), "a", traditional=True) == "議提案辦復"


def test_only_a_declaration_of_big5_is_believed():
    assert declares_big5(b'<meta http-equiv="Content-Type" content="text/html; charset=Big5">')
    assert declares_big5(b"<meta charset='big5-hkscs'>")
    assert not declares_big5(b"<meta charset=gb2312>")
    assert not declares_big5(b"<p>")


def test_line_ends_become_one_and_invisible_characters_go():
    assert decode("一\r\n二\r三\u2028四\u200b五\ufeff\x00\x07六\t七".encode(), "a") == "一\n二\n三\n四五六\t七"


def test_nothing_else_is_changed():
    words = "　　２０２２年\xa022.22 %、98%%、100﹪，A娄，办复（含协办）……\t末"
    assert decode(words.encode(), "a") == words


def test_a_text_cut_off_within_a_character_is_still_read():
    text = SIMPLIFIED * 20
    for codec in ("utf-8", "gb18030"):
        assert decode(text.encode(codec)[:-4], "a")[:600] == text[:600]


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 50, b"\xff" * 100])
def test_bytes_that_are_no_text_are_refused(data):
    with pytest.raises(ReadingError) as caught:
        decode(data, "噪声.txt")
    assert caught.value.code == "unreadable"

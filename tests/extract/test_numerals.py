"""Numbers as reports print them read back to their value, and say whether they are meant exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handling.extract.numerals import numbers, read_number


@pytest.mark.parametrize(("words", "value"), [
    ("71.7", 71.7), ("1,133", 1133), ("１３３", 133), ("7 5", 75), ("13.15万", 131500), ("98%%", 98), ("一百二十六", 126),
    ("二十有六", 26), ("两", 2), ("一千零二十七", 1027), ("九十八点六", 98.6), ("百分之百", 100), ("九成八", 98), ("二〇一九", 2019),
    ("五千一百五十八", 5158), ("兩億三千萬", 230_000_000), ("三万四千", 34_000), ("廿六", 26),
])  # fmt: skip
def test_printed_digits_read_back(words, value):
    assert read_number(words) == pytest.approx(value)


@pytest.mark.parametrize("words", ["", "件", "满意", "一百点", "A类"])
def test_words_without_a_number_read_as_none(words):
    assert read_number(words) in (None, 100)


def _spelled(number: int) -> str:
    digits = "零一二三四五六七八九"
    words, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            words += ("零" if zero and words else "") + digits[digit] + unit
            zero = False
        else:
            zero = True
    return words


@given(st.integers(min_value=1, max_value=9999))
def test_spelled_numbers_read_back(number):
    assert read_number(_spelled(number)) == number


@pytest.mark.parametrize(("text", "expected"), [
    ("提案110余件", (110, False)), ("近42%", (42, False)), ("95%以上", (95, False)), ("35件多5件", (35, True)), ("不低于60%", (60, False)),
    ("近三成", (30, False)), ("九成八。", (98, True)), ("162件", (162, True)), ("98%左右", (98, False)),
])  # fmt: skip
def test_round_numbers_are_not_exact(text, expected):
    quantity = numbers(text)[0]
    assert (quantity.value, quantity.exact) == expected


def test_a_quantity_knows_its_counting_word_and_its_place():
    quantity = numbers("占百分之九十八点六,第3位")
    assert [(q.value, q.unit, q.ordinal) for q in quantity] == [(98.6, "%", False), (3, "位", True)]
    assert quantity[0].span.of("占百分之九十八点六") == "九十八点六"


@given(st.text(alphabet="0123456789一二三百千万点两零有,. %件成第百分之", max_size=40))
def test_any_digits_read_without_error_and_every_span_reads_back(text):
    for quantity in numbers(text):
        assert read_number(quantity.span.of(text)) == pytest.approx(quantity.value)

"""Numbers and dates as a spreadsheet shows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handling.read.number_format import built_in, general, shown_number


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (12.0, "General", "12"),
        (95.83333333333333, "General", "95.83333333"),
        (0.1 + 0.2, "General", "0.3"),
        (1e-7, "General", "0.0000001"),
        (123456789012, "0", "123456789012"),
        (0.985, "0.0%", "98.5%"),
        (0.985, "0%", "99%"),
        (1, "0%", "100%"),
        (0.28695, "0.00%", "28.70%"),
        (95.855, "0.00", "95.86"),
        (2.5, "0", "3"),
        (-2.5, "0", "-3"),
        (1234567, "#,##0", "1,234,567"),
        (0, "#,##0", "0"),
        (0, "#", ""),
        (1.5, "0.##", "1.5"),
        (7, "000", "007"),
        (12345, "0.0,", "12.3"),
        (12, '0"件"', "12件"),
        (12, "0\\件", "12件"),
        (0.95, '"满意率"0%', "满意率95%"),
        (-5, "0;[Red](0)", "(5)"),
        (0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "-"),
        (0, "0;-0;;@", ""),
        (5, '[>=10]"多";[<10]"少"', "少"),
        (1234.5, "[$¥-804]#,##0.00", "¥1,234.50"),
        (-1234.5, "¥#,##0.0", "-¥1,234.5"),
        (0.5, "# ?/?", "0.5"),
        (12345, "0.00E+00", "1.23E+04"),
        (3, "@", "3"),
        (45268, "yyyy-mm-dd", "2023-12-08"),
        (45268, 'yyyy"年"m"月"d"日"', "2023年12月8日"),
        (45268, "[$-804]yyyy年m月d日;@", "2023年12月8日"),
        (45268.75, "yyyy/m/d h:mm", "2023/12/8 18:00"),
        (45268, "m/d/yy", "12/8/23"),
        (45268, "aaaa", "星期五"),
        (0.5, "h:mm AM/PM", "12:00 PM"),
        (0.25, "上午/下午h:mm", "上午6:00"),
        (1.25, "[h]:mm", "30:00"),
        (0.0007, "mm:ss", "01:00"),
        (61, "yyyy-mm-dd", "1900-03-01"),
        (1, "yyyy-mm-dd", "1900-01-01"),
        (-1, "yyyy-mm-dd", "########"),
    ],
)
def test_a_number_is_shown_as_its_format_says(value, code, words):
    assert shown_number(value, code) == words


def test_the_formats_that_have_only_a_number_are_known():
    assert [built_in(number) for number in (0, 9, 10, 14, 31, 49, 163)] == [
        "General",
        "0%",
        "0.00%",
        "yyyy/m/d",
        'yyyy"年"m"月"d"日"',
        "@",
        "General",
    ]


@given(st.integers(-(10**14), 10**14))
def test_whole_numbers_read_back_with_and_without_separators(number):
    assert int(general(float(number))) == number
    assert int(shown_number(float(number), "#,##0").replace(",", "")) == number


@given(st.integers(0, 100_000))
def test_shares_of_one_decimal_read_back(tenths):
    assert shown_number(tenths / 1000, "0.0%") == f"{tenths // 10}.{tenths % 10}%"

"""The template for bureaus: what is filled in reads back, and what only explains does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handling import template
from handling.extract.tables import mentions
from handling.model import Head, ReadingError
from handling.read import read

UNITS = ("区教育局", "区住建局", "县卫生健康局", "城关镇人民政府", "市水务集团", "县交通运输局")


def figures_of(data, name):
    return {
        (m.unit, m.year, m.instrument, m.level, m.role, m.measure, m.category, m.qualifier, m.part, m.value, m.scale)
        for m in mentions(read(data=data, name=name), Head(year=2020, instrument="combined"))
    }


def expected(rows):
    return {
        (row["unit"], row["year"], row["instrument"], row.get("level", ""), column.role, column.measure, column.category, "", False,
         float(row[column.head]), column.scale)
        for row in rows for column in template.COLUMNS if column.head in row
    }  # fmt: skip


@st.composite
def filled_rows(draw):
    keys = draw(st.lists(st.tuples(st.sampled_from(UNITS), st.integers(2015, 2026), st.sampled_from(list(template.INSTRUMENTS)),
                                   st.sampled_from(["", *template.LEVELS])), min_size=1, max_size=6, unique=True))  # fmt: skip
    rows = []
    for unit, year, instrument, level in keys:
        row = {"unit": unit, "year": year, "instrument": instrument}
        if level:
            row["level"] = level
        for column in template.COLUMNS:
            count, percent = st.integers(0, 9999), st.integers(101, 10000).map(lambda hundredths: hundredths / 100)
            value = draw(st.none() | (percent if column.scale == "percent" else count))
            if value is not None:
                row[column.head] = value
        rows.append(row)
    return rows


@pytest.mark.parametrize("ending", template.FORMATS)
@settings(max_examples=25, deadline=None)
@given(rows=filled_rows())
def test_what_is_filled_in_reads_back_without_loss(ending, rows):
    assert figures_of(template.write_template(ending, rows), f"报送.{ending}") == expected(rows)


@pytest.mark.parametrize("ending", template.FORMATS)
def test_the_empty_template_holds_no_figure(ending):
    assert figures_of(template.write_template(ending), f"模板.{ending}") == set()


@pytest.mark.parametrize("ending", template.FORMATS)
def test_the_example_row_may_stay_above_what_is_filled_in(ending):
    example = {"unit": "示例：某县教育局", "year": 2024, "instrument": "proposal", "level": "county", "主办件数": 15}
    own = {"unit": "县水利局", "year": 2025, "instrument": "proposal", "level": "county", "主办件数": 7}
    assert figures_of(template.write_template(ending, [example, own]), f"a.{ending}") == expected([own])


def test_another_ending_is_refused_with_a_remedy():
    with pytest.raises(ReadingError, match="xlsx"):
        template.write_template("模板.docx")


def test_the_template_is_written_where_it_is_asked_for(tmp_path):
    template.write(tmp_path / "模板.xlsx")
    assert read(tmp_path / "模板.xlsx").blocks[0].kind == "title"

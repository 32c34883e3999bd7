"""A cell of a table: what is linked, and what is not there to be linked."""

import pandas as pd
import pytest

from dashboard import tables, warehouse
from dashboard.words import speaking
from handling.model import Filters


@pytest.mark.parametrize("missing", [None, float("nan"), ""])
def test_a_row_without_a_report_or_unit_links_to_none(published, missing):
    row = {"report_title": "某县报告", "report_id": missing, "unit_label": "某县政府", "unit_id": missing}
    assert tables.cell("report_title", row) == "某县报告"
    assert tables.cell("unit_label", row) == "某县政府"


def test_a_report_and_a_unit_are_linked_by_their_codes(published):
    row = {"report_title": "某县报告", "report_id": "G010", "unit_label": "重庆市人民政府", "unit_id": "500000:重庆市人民政府"}
    assert 'href="sources?report=G010"' in tables.cell("report_title", row)
    assert 'href="unit?record=500000-200d5120"' in tables.cell("unit_label", row)


@pytest.mark.parametrize(("column", "own"), [("value", "figure_id"), ("printed_pct", "figure_id"), ("printed_pct", "printed_pct_figure"),
                                             ("x_count", "x_count_figure")])  # fmt: skip
def test_a_number_opens_its_own_sentence(published, column, own):
    assert 'href="sources?figure=F1"' in tables.cell(column, {column: 12, own: "F1", "sentence_figure": "F2"})


@pytest.mark.parametrize("column", ["x_count", "n_count", "derived_pct"])
def test_a_number_made_of_several_opens_the_sentence_of_the_first(published, column):
    assert 'href="sources?figure=F2"' in tables.cell(column, {column: 12, f"{column}_figure": None, "sentence_figure": "F2"})
    assert "href" not in tables.cell(column, {column: None, "sentence_figure": "F2"})


@pytest.mark.parametrize(("stored", "zh", "en"), [
    ("2018-01/2018-09", "2018年1—9月", "2018, months 1 to 9"), ("2018/2022", "2018—2022年", "2018 to 2022"),
    ("2022-11/2023-10", "2022年11月—2023年10月", "2022-11 to 2023-10"), ("2023-01-05/2023-06-30", "2023-01-05/2023-06-30", "2023-01-05/2023-06-30"),
    ("2018/2018-09", "2018/2018-09", "2018/2018-09"), ("", "", ""),
])  # fmt: skip
def test_a_period_is_written_as_people_write_it(stored, zh, en):
    for lang, written in (("zh", zh), ("en", en)):
        with speaking(lang):
            assert tables.text("period", {"period": stored}) == tables.plain("period", {"period": stored}) == written


@pytest.mark.parametrize("question", ["satisfaction/rates", "unit/rates", "compare/all_rates"])
def test_every_rate_that_ships_opens_a_sentence(published, question):
    asked = {"kind": "satisfaction_rate.broad"} if question == "satisfaction/rates" else {}
    rows = warehouse.ask(question, Filters(), **asked).to_dict("records")
    assert len(rows) > 10
    for row in rows:
        for column in ("x_count", "n_count", "printed_pct", "derived_pct"):
            assert pd.isna(row[column]) or "sources?figure=" in tables.cell(column, row), (column, row)

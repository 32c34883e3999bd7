"""A cell of a table: what is linked, and what is not there to be linked."""

import pytest

from dashboard import tables


@pytest.mark.parametrize("missing", [None, float("nan"), ""])
def test_a_row_without_a_report_or_unit_links_to_none(published, missing):
    row = {"report_title": "某县报告", "report_id": missing, "unit_label": "某县政府", "unit_id": missing}
    assert tables.cell("report_title", row) == "某县报告"
    assert tables.cell("unit_label", row) == "某县政府"


def test_a_report_and_a_unit_are_linked_by_their_codes(published):
    row = {"report_title": "某县报告", "report_id": "G010", "unit_label": "重庆市人民政府", "unit_id": "500000:重庆市人民政府"}
    assert 'href="sources?report=G010"' in tables.cell("report_title", row)
    assert 'href="unit?record=500000-200d5120"' in tables.cell("unit_label", row)

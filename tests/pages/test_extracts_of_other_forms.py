"""Tables in another form than rows and columns, matrices and the list of findings: what they show is what their extract holds, cell by cell."""

import re

import pytest

from dashboard import tables
from dashboard.words import name, speaking, t
from tests.pages.rendering import frame, from_csv, language_of, listed, made, matrix, panels_of, same
from tests.pages.test_extracts import VIEWS


def records(page, key):
    """The extract of a panel as the CSV holds it: a dict of words a row; None where the page has no such panel."""
    panel = next((panel for panel in panels_of(page) if panel.key == key), None)
    if panel is None:
        return None
    heads, *rows = from_csv(made(page, panel))
    return [dict(zip(heads, row, strict=True)) for row in rows]


def of(page, row, column):
    with speaking(language_of(page)):
        return row[tables.header_in_file(column)]


def joined(page, row, columns):
    return " · ".join(words for column in columns if (words := of(page, row, column)))


def head_of(page, column):
    with speaking(language_of(page)):
        return tables.header(column)


@pytest.mark.parametrize("view", VIEWS)
def test_the_matrix_of_all_rates_holds_what_its_extract_holds(open_page, view):
    for measure in ("adopted", "on_time"):
        page = open_page("compare", compare_measure=measure, **VIEWS[view])
        rows = records(page, "compare.all_rates")
        if rows is None:
            continue
        cells = matrix(page, head_of(page, "rate_kind"))
        for (what, unit), lines in cells.items():
            told = [row for row in rows if joined(page, row, ("rate_kind", "instrument")) == what and of(page, row, "unit_label") == unit]
            assert_rates(page, lines, told)
        assert {(joined(page, row, ("rate_kind", "instrument")), of(page, row, "unit_label")) for row in rows} <= cells.keys()
        assert rows or view != "all"


def assert_rates(page, lines, told):
    """A cell of the matrix: for each row of the extract the rate, then the year (and the stream, where there are several), then the counts."""
    left = list(lines)
    for row in told:
        computed = of(page, row, "derived_pct")
        with speaking(language_of(page)):
            shown = left.pop(0).removeprefix("◇ ").removesuffix(" " + t("rate.computed"))
        assert same(shown.partition("〔")[0], computed or of(page, row, "printed_pct"))
        stream = joined(page, row, ("year", "level", "role") if len(told) > 1 else ("year",))
        if stream or left:
            assert left.pop(0) == stream
        x, n = of(page, row, "x_count"), of(page, row, "n_count")
        if x and n:
            assert re.match(r"[\d,]+/[\d,]+", left[0])[0].replace(",", "") == f"{x}/{n}"
            left.pop(0)
            if left and re.search("[～–]", left[0]):
                left.pop(0)
    assert left == ([] if told else ["Not published" if language_of(page) == "en" else "未公布"])


@pytest.mark.parametrize("view", VIEWS)
def test_the_matrix_of_a_unit_holds_what_its_extract_holds(open_page, view):
    page = open_page("unit", **VIEWS[view])
    rows = records(page, "unit.years")
    cells = matrix(page, head_of(page, "measure"))
    told = {}
    for row in rows:
        key = joined(page, row, ("measure", "category", "qualifier", "instrument", "level", "role")), of(page, row, "year")
        told.setdefault(key, []).append(row)
    assert told.keys() <= cells.keys()
    assert len(rows) > 10 or view != "all"
    missing = "Not published" if language_of(page) == "en" else "未公布"
    for key, lines in cells.items():
        said = "\n".join(lines)
        for row in told.get(key, []):
            shown = re.match(r"\s*([\d,.]+%?)", said)
            assert same(shown[1], of(page, row, "value")), (key, said, row)
            said = said[shown.end() :]
            with speaking(language_of(page)):
                mark = (t("mark.implied") if of(page, row, "basis") == name("basis", "implied") else "") + of(page, row, "carried")
            assert said.startswith(mark)
            said = said.removeprefix(mark)
            beside = of(page, row, "counts_said")
            said = re.sub(r"^\s*(（采用）|（另一份报告）|\(shown\)|\(another report\))", "", said)
            if len(told[key]) > 1 and (label := of(page, row, "label")):
                assert said.startswith(f" {label}"), (key, said, label)
                said = said.removeprefix(f" {label}")
            said = said.lstrip("\n")
            if beside:
                stacked = beside.replace(" · ", "\n")
                assert said.startswith(stacked), (key, said, beside)
                said = said[len(stacked) :]
        assert said.strip() == ("" if key in told else missing)


@pytest.mark.parametrize(("slug", "panel"), [("audit", "audit.findings"), ("unit", "unit.findings")])
@pytest.mark.parametrize("view", VIEWS)
def test_the_list_of_findings_holds_what_its_extract_holds(open_page, view, slug, panel):
    page = open_page(slug, **VIEWS[view])
    rows = records(page, panel)
    if rows is None:
        assert slug == "unit" or view != "all"
        return
    shown = listed(page)
    assert len(shown) == min(200, len(rows))
    whole = next(one for one in panels_of(page) if one.key == panel).rows
    for cells, row, (_, source) in zip(shown, rows, whole.iterrows(), strict=False):
        (whose, kind), said = cells[0], " ".join(cells[1])
        assert whose == f"{source['unit_label']} {of(page, row, 'year')}".strip()
        assert of(page, row, "unit") == source["unit_label"]
        assert kind == f"{of(page, row, 'kind_name')} {of(page, row, 'severity')}"
        assert said.startswith(of(page, row, "finding_sentence"))


@pytest.mark.parametrize("view", VIEWS)
def test_the_preview_of_whole_data_is_the_beginning_of_the_file(published, buttons, view):
    for kind in ("figures", "items", "reports"):
        page = frame("extracts", extracts_kind=kind, **VIEWS[view])
        if f"extract_{kind}_csv" not in buttons:
            continue
        (grid,) = [element.value for element in page.dataframe]
        heads, *rows = from_csv(buttons.pop(f"extract_{kind}_csv")())
        assert heads[: len(grid.columns)] == list(grid.columns)
        for shown, line in zip(grid.astype("object").itertuples(index=False), rows, strict=False):
            assert [str(a) for a, b in zip(shown, line, strict=False) if not same("" if tables.is_missing(a) else str(a).strip(), b.strip())] == []

"""What was read is stored and asked back as it was."""

from __future__ import annotations

import math
from dataclasses import fields, replace
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handling import query
from handling.model import Block, Document, Figure, Finding, Item, Reading, Report, Span
from handling.store import records, shipped
from handling.store.rows import Entry, Tables
from handling.store.writing import write
from tests.store import store_stand_in

TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=20)
WORD = st.sampled_from(["", "提案", "=1+1", "a'b", "“引”", "line\nbreak", "\U00020000"])
SPAN = st.tuples(st.integers(0, 500), st.integers(0, 50)).map(lambda pair: Span(start=pair[0], end=pair[0] + pair[1]))
YEAR = st.none() | st.integers(1990, 2030)
FIGURE = st.builds(
    Figure, report=st.just("r"), unit=WORD, region=st.sampled_from(["章丘区", "青禾县", ""]), within=st.just(""), year=YEAR,
    month=st.none() | st.integers(1, 12), period=WORD, instrument=WORD, level=WORD, role=WORD, measure=WORD, category=WORD, qualifier=WORD,
    part=st.booleans(), label=TEXT, value=st.floats(0, 1e9), scale=WORD, basis=WORD, number=st.none() | SPAN, evidence=st.none() | SPAN,
    rule=WORD, confidence=st.floats(0, 1, width=32), reason=TEXT,
)  # fmt: skip
ITEM = st.builds(Item, report=st.just("r"), number=WORD, title=TEXT, proposers=TEXT, instrument=WORD, key=st.booleans(), topic=WORD,
                 span=st.none() | SPAN, subtopic=WORD, topic_words=TEXT)  # fmt: skip
FINDING = st.builds(Finding, report=st.just("r"), kind=WORD, severity=WORD, facts=st.just((("a", "1"), ("b", "二"))),
                    spans=st.lists(SPAN, max_size=2).map(tuple), figures=st.just(()))  # fmt: skip
REPORT = st.builds(Report, report=st.just("r"), title=TEXT, publisher=TEXT, region=st.just("青禾县"), within=st.just(""), region_level=WORD,
                   kind=WORD, year=YEAR, published=WORD, url=TEXT, source_checked=st.booleans())  # fmt: skip
DOCUMENT = st.builds(Document, id=st.just("d" * 64), name=TEXT, format=st.just("txt"), text=TEXT, reader=WORD,
                     blocks=st.lists(st.builds(Block, kind=WORD, span=SPAN, place=TEXT), max_size=2).map(tuple))  # fmt: skip
READING = st.builds(
    Reading, document=DOCUMENT, report=REPORT, figures=st.lists(FIGURE, max_size=5).map(tuple), items=st.lists(ITEM, max_size=3).map(tuple),
    findings=st.lists(FINDING, max_size=3).map(tuple),
)  # fmt: skip


@given(READING)
def test_a_reading_stored_as_json_comes_back_the_same(reading):
    assert records.from_json(records.to_json(reading)) == reading


@given(st.lists(FIGURE, max_size=6))
def test_every_figure_of_a_report_has_an_id_of_its_own_that_stays(figures):
    ids = records.figure_ids(figures)
    assert len(set(ids)) == len(figures)
    assert records.figure_ids(figures) == ids


def test_the_rule_and_the_confidence_do_not_change_an_id():
    (figure, *_) = store_stand_in.read_report(data="t\n5件".encode(), name="a.txt").figures
    assert records.figure_ids([figure]) == records.figure_ids([replace(figure, rule="other", confidence=0.4, reason="?")])
    assert records.figure_ids([figure]) != records.figure_ids([replace(figure, value=6.0)])


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(reading=READING, seen=st.integers())
def test_a_reading_in_the_warehouse_is_asked_back_the_same(tmp_path, reading, seen):
    path = tmp_path / f"{abs(hash((reading, seen)))}.duckdb"
    tables = Tables()
    tables.add(Entry(report=reading.report, figures=reading.figures, items=reading.items, findings=reading.findings, origin="imported",
                     document=reading.document, imported_at=datetime(2026, 1, 2, 3, 4), file_name="r.txt"))  # fmt: skip
    write(path, tables.finish({"data_version": "test"}))
    warehouse = query.Warehouse(path)
    rows = warehouse.ask("export/figures", measures=None).to_dict("records")
    warehouse.close()
    path.unlink()
    by_id = {row["figure_id"]: row for row in rows}
    assert len(by_id) == len(rows) == len(reading.figures)
    for figure_id, figure in zip(records.figure_ids(reading.figures), reading.figures, strict=True):
        assert_same(by_id[figure_id], figure, reading)


def assert_same(row, figure, reading):
    # forms are for audit and derive, and have no column
    same = {field.name for field in fields(Figure)} - {"number", "evidence", "within", "part", "region", "year", "month", "confidence", "forms"}
    assert {name: row[name] for name in same} == {name: getattr(figure, name) for name in same}
    assert row["region"] == (figure.region or reading.report.region)
    assert row["part"] == ("yes" if figure.part else "")
    assert math.isclose(row["confidence"], figure.confidence, rel_tol=1e-6)
    number, sentence = figure.number, figure.evidence
    assert [none(row["year"]), none(row["month"])] == [figure.year, figure.month]
    assert (none(row["number_start"]), none(row["number_end"])) == ((number.start, number.end) if number else (None, None))
    assert row["quote"] == (sentence.of(reading.document.text) if sentence else "")


def none(cell):
    return None if cell != cell or str(cell) == "<NA>" else cell


def test_a_label_is_shown_without_the_pronunciation_that_a_site_put_into_it():
    assert shipped._without_readings("綠色農(nóng)業(yè)類") == "綠色農業類"
    assert shipped._without_readings("教科文衛(wèi)體方面") == "教科文衛體方面"
    assert shipped._without_readings("A类(已解决)和B类(计划)、APP(app)") == "A类(已解决)和B类(计划)、APP(app)"

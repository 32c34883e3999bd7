"""Sample reports are called 示例 wherever they are shown, and stand beside no real unit."""

import pathlib

import pandas as pd
import pytest

from handling import query, store
from handling.store.samples import is_sample

COUNTED = {
    "overview/summary": {}, "overview/coverage": {}, "overview/kinds": {}, "overview/newest": {}, "satisfaction/kinds": {},
    "coverage/kinds": {"measures": ["satisfaction_rate", "outcome_share", "topic", "item", "key_work"]},
    "coverage/units": {"measures": ["satisfaction_rate", "outcome_share", "topic", "item", "key_work"]},
    "coverage/measures": {"measures": ["satisfaction_rate", "outcome_share", "topic", "item", "key_work"]},
}  # fmt: skip
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "data" / "samples"


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """The questions of a warehouse that holds the shipped reports and all samples."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDLING_HOME", str(tmp_path_factory.mktemp("samples")))
        store.build()
        before = query.Warehouse(store.current())
        pooled = before.ask("topics/pooled")["report_count"].iloc[0]
        counted = {question: before.ask(question, **extra) for question, extra in COUNTED.items()}
        before.close()
        done = store.import_files([str(path) for path in sorted(SAMPLES.iterdir()) if path.suffix != ".md"])
        assert len(done.imported) == 3
        warehouse = query.Warehouse(store.current())
        ask = warehouse.ask
        ask.__self__.pooled_before, ask.__self__.counted_before = pooled, counted
        yield ask
        warehouse.close()


@pytest.mark.parametrize(("title", "file_name", "sample"), [
    ("清禾县提案办理情况的报告（示例）", "a.txt", True), ("通报", "清禾县通报-示例.docx", True), ("提案办理示例", "", False),
    ("关于示例工程建设的报告", "a.txt", False), ("2024年提案办理情况", "示例县报告.txt", False),
])  # fmt: skip
def test_a_report_is_a_sample_that_ends_by_saying_so(title, file_name, sample):
    assert is_sample(title, file_name) is sample


def test_every_unit_and_place_of_a_sample_is_called_one(ask):
    units = ask("filters/units")
    made_up = units[units["unit_label"].str.contains("清禾")]
    assert len(made_up) > 1
    assert made_up["unit_label"].str.endswith("（示例）").all()
    assert made_up["region_id"].str.contains("（示例）").all()
    assert ask("filters/regions")["region_label"].str.contains("清禾县（示例）").any()
    assert not ask("filters/regions")["region_label"].eq("清禾县").any()


def test_every_title_of_a_sample_says_so(ask):
    titles = ask("export/reports").query("origin == 'imported'")["title"]
    assert len(titles) == 3
    assert titles.str.contains("示例").all()


def test_no_rate_of_a_sample_may_be_compared(ask):
    outcomes = ask("adoption/outcomes")
    made_up = outcomes[outcomes["unit_label"].str.contains("示例")]
    assert set(made_up["row_group"]) <= {"left_out", "tiny"}
    assert "sample" in set(made_up["reason_not"])
    for kind in ("satisfaction_rate.broad", "satisfaction_rate.strict"):
        rates = ask("satisfaction/rates", kind=kind)
        assert not rates[rates["unit_label"].str.contains("示例")]["comparable"].any()


def test_no_topic_of_a_sample_is_pooled(ask):
    assert ask("topics/pooled")["report_count"].iloc[0] == ask.__self__.pooled_before


@pytest.mark.parametrize("question", COUNTED)
def test_no_sample_is_counted_where_the_overview_and_the_coverage_count(ask, question):
    before, after = ask.__self__.counted_before[question], ask(question, **COUNTED[question])
    if question == "overview/summary":
        assert (before["sample_count"].iloc[0], after["sample_count"].iloc[0]) == (0, 3)
        before, after = before.drop(columns="sample_count"), after.drop(columns="sample_count")
    pd.testing.assert_frame_equal(after, before)
    assert len(after)


def test_a_sample_is_found_where_reports_and_units_are_listed(ask):
    assert ask("sources/reports", report="")["report_title"].str.contains("示例").sum() == 3
    assert ask("filters/report_count")["report_count"].iloc[0] == 192

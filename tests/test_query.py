"""Questions: one file, one statement, its own parameters, and answers that know what is missing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pytest

from handling import query
from handling.model import Filters
from handling.store.writing import write

SCOPE = "figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics)"
QUESTIONS = {
    "count": f"select count(*) as figure_count, sum(f.position) as position_sum from {SCOPE} as f",
    "ids": f"select f.figure_id from {SCOPE} as f order by f.figure_id",
    "years": "select f.year, f.part, f.value from figure as f order by f.figure_id",
    "one": "select f.value from figure as f where f.figure_id = $figure_id",
    "two": "select 1 as a; select 2 as b",
    "file": "select * from read_csv('/etc/passwd')",
    "nothing": "select f.year, f.label from figure as f where false",
}
ROWS = [  # figure_id, unit, region, prefecture, province, year, instrument, level, role, measure, category
    ("a", "370114:局", "370114", "370100", "370000", 2020, "proposal", "county", "lead", "received", ""),
    ("b", "370114:局", "370114", "370100", "370000", 2021, "suggestion", "county", "joint", "received", ""),
    ("c", "110105:府", "110105", "", "110000", 2022, "proposal", "", "", "topic", "economy"),
    ("d", "110105:府", "110105", "", "110000", None, "proposal", "", "", "topic", "livelihood"),
]


@pytest.fixture
def warehouse(tmp_path, monkeypatch):
    folder = tmp_path / "queries"
    folder.mkdir()
    for name, sql in QUESTIONS.items():
        (folder / f"{name}.sql").write_text(sql, encoding="utf-8")
    monkeypatch.setattr(query, "QUESTIONS", folder)
    query.load.cache_clear()
    write(tmp_path / "handling-0123.duckdb", {"figure": figures(), "unit": units()})
    opened = query.Warehouse(tmp_path / "handling-0123.duckdb")
    yield opened
    opened.close()
    query.load.cache_clear()


def figures() -> pa.Table:
    names = ("figure_id", "unit_id", "region_id", "prefecture_id", "province_id", "year", "instrument", "level", "role", "measure", "category")
    rows = [dict(zip(names, row, strict=True)) for row in ROWS]
    text = dict.fromkeys(("report_id", "period", "qualifier", "label", "scale", "basis", "rule", "reason"), "")
    spans = dict.fromkeys(("month", "number_start", "number_end", "sentence_start", "sentence_end"))
    return pa.Table.from_pylist([
        {**text, **spans, **row, "part": False, "value": float(n), "confidence": 1.0, "position": n} for n, row in enumerate(rows)
    ])  # fmt: skip


def units() -> pa.Table:
    names = ("unit_id", "region_id", "prefecture_id", "province_id", "unit_kind", "bureau_kind")
    rows = [("370114:局", "370114", "370100", "370000", "bureau", "education"), ("110105:府", "110105", "", "110000", "government", "")]
    text = dict.fromkeys(("unit_name", "unit_label", "short_name", "initials"), "")
    return pa.Table.from_pylist([{**text, **dict(zip(names, row, strict=True))} for row in rows])


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), "abcd"),
        (Filters(years=(2020, 2021)), "ab"),
        (Filters(years=(2022, 2022)), "c"),
        (Filters(regions=("370000",)), "ab"),
        (Filters(regions=("370100",)), "ab"),
        (Filters(regions=("110105", "370114")), "abcd"),
        (Filters(unit_kinds=("government",)), "cd"),
        (Filters(bureau_kinds=("education",)), "ab"),
        (Filters(unit_kinds=("government",), bureau_kinds=("education",)), ""),
        (Filters(units=("370114:局",), instruments=("suggestion",)), "b"),
        (Filters(levels=("county",), roles=("lead",)), "a"),
        (Filters(topics=("economy",)), "abc"),
        (Filters(regions=("'; drop table figure; --",)), ""),
    ],
)
def test_each_filter_keeps_what_it_says(warehouse, filters, expected):
    assert "".join(warehouse.ask("ids", filters)["figure_id"]) == expected


def test_whole_numbers_stay_whole_and_a_missing_year_is_missing(warehouse):
    years = warehouse.ask("years")
    assert [str(kind) for kind in years.dtypes] == ["Int64", "boolean", "float64"]
    assert years["year"].tolist()[:3] == [2020, 2021, 2022]
    assert years["year"].isna().tolist() == [False, False, False, True]
    assert warehouse.ask("count").to_dict("records") == [{"figure_count": 4, "position_sum": 6}]
    assert str(warehouse.ask("count")["position_sum"].dtype) == "Int64"


def test_an_answer_without_rows_has_its_columns(warehouse):
    nothing = warehouse.ask("nothing")
    assert (list(nothing.columns), len(nothing)) == (["year", "label"], 0)
    assert str(nothing["year"].dtype) == "Int64"


def test_a_parameter_that_is_missing_or_unknown_raises_at_once(warehouse):
    assert warehouse.ask("one", figure_id="b")["value"].tolist() == [1.0]
    with pytest.raises(query.QuestionError, match="one takes \\['figure_id'\\], not \\[\\]"):
        warehouse.ask("one")
    with pytest.raises(query.QuestionError, match="not \\['figure_id', 'other'\\]"):
        warehouse.ask("one", figure_id="b", other=1)
    with pytest.raises(query.QuestionError):
        warehouse.ask("ids", figure_id="b")


@pytest.mark.parametrize("question", ["absent", "../secret", "/etc/passwd"])
def test_a_question_without_a_file_raises(warehouse, question):
    with pytest.raises(query.QuestionError, match="no question"):
        warehouse.ask(question)


def test_a_question_is_one_statement(warehouse):
    with pytest.raises(query.QuestionError, match="two holds 2 statements"):
        warehouse.ask("two")


def test_a_question_reaches_no_file_and_changes_nothing(warehouse):
    with pytest.raises(duckdb.Error):
        warehouse.ask("file")
    with pytest.raises(duckdb.Error), warehouse._connection.cursor() as cursor:
        cursor.execute("insert into meta values ('a', 'b')")
    with pytest.raises(duckdb.Error), warehouse._connection.cursor() as cursor:
        cursor.execute("set enable_external_access = true")


def test_threads_get_their_own_answers(warehouse):
    wanted = {"a": 0.0, "b": 1.0, "c": 2.0, "d": 3.0}
    with ThreadPoolExecutor(8) as threads:
        asked = list(wanted) * 25
        answers = threads.map(lambda name: warehouse.ask("one", figure_id=name)["value"].tolist(), asked)
    assert list(answers) == [[wanted[name]] for name in asked]


def test_the_frame_keeps_chinese_as_text(warehouse):
    assert isinstance(warehouse.ask("ids")["figure_id"].dtype, pd.StringDtype)


def test_every_question_of_the_product_is_one_statement_that_the_schema_can_answer(tmp_path):
    write(tmp_path / "handling-empty.duckdb", {})
    warehouse = query.Warehouse(tmp_path / "handling-empty.duckdb")
    for path in sorted(Path(query.QUESTIONS).rglob("*.sql")):
        question = path.relative_to(query.QUESTIONS).with_suffix("").as_posix()
        if not question.startswith("schema/"):
            own = set(warehouse._parameters(question)) - set(query.filter_parameters(Filters()))
            assert len(warehouse.ask_arrow(question, **dict.fromkeys(own)).schema) > 0, question
    warehouse.close()

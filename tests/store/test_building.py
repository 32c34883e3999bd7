"""The warehouse: built from what is known, found again, replaced in one step."""

from __future__ import annotations

import duckdb
import pyarrow as pa
import pytest

from handling import query, store
from handling.store import folders, inputs, publish
from handling.store.lock import only_writer
from handling.store.writing import write


def table(warehouse: query.Warehouse, sql: str) -> list[tuple]:
    with warehouse._connection.cursor() as cursor:
        return cursor.execute(sql).fetchall()


@pytest.fixture
def warehouse(home):
    opened = query.Warehouse(store.build())
    yield opened
    opened.close()


def test_shipped_figures_have_no_text_and_keep_their_source(warehouse):
    rows = warehouse.ask("export/figures", measures=["received"]).to_dict("records")
    assert [(row["unit"], row["value"], row["url"], row["source_checked"], row["quote"]) for row in rows] == [
        ("朝阳区人民政府", 31.0, "", "", ""), ("章丘区人民政府", 226.0, "https://example.org/s1", "yes", ""),
    ]  # fmt: skip


def test_not_reported_stays_null(warehouse):
    assert table(warehouse, "select year, month, number_start from figure where report_id = 'S2'") == [(None, None, None)]


def test_a_figure_lies_in_its_province_by_the_word_within(warehouse):
    assert table(warehouse, "select distinct region_id, province_id from figure where report_id = 'S2'") == [("110105", "110000")]
    assert table(warehouse, "select unit_id, unit_label from unit where region_id = '110105'") == [
        ("110105:朝阳区人民政府", "朝阳区人民政府（北京市）"),
    ]  # fmt: skip


def test_labels_of_regions_and_units_are_unique(warehouse):
    for name in ("region", "unit"):
        rows = [label for (label,) in table(warehouse, f"select {name}_label from {name}")]
        assert len(rows) == len(set(rows))


def test_figures_lie_in_the_order_that_makes_questions_quick(warehouse):
    rows = table(warehouse, "select measure, unit_id, report_id, position from figure")
    assert rows == sorted(rows)


def test_every_class_has_its_names(warehouse):
    assert table(warehouse, "select zh, en from vocabulary where field = 'instrument' and id = 'proposal'") == [("政协提案", "CPPCC proposals")]


def test_the_data_version_stands_in_the_file_and_in_its_name(warehouse):
    assert table(warehouse, "select value from meta where key = 'data_version'") == [(store.fingerprint(),)]
    assert warehouse.fingerprint == store.fingerprint()
    assert store.current() == publish.path_of(store.fingerprint())


def test_the_same_inputs_are_not_built_again(home):
    first = store.build()
    before = first.stat().st_mtime_ns
    assert (store.build(), store.ready()) == (first, first)
    assert first.stat().st_mtime_ns == before


def test_new_shipped_data_are_built_at_the_next_start_and_a_few_old_versions_are_kept(home, monkeypatch):
    monkeypatch.setattr(publish, "_KEPT", 2)
    versions = [store.ready()]
    for number in range(3):
        path = folders.root() / "data" / "published" / "reports.csv"
        path.write_text(path.read_text(encoding="utf-8-sig").replace("情况", f"情况{number}"), encoding="utf-8-sig")
        inputs._hash_of_product.cache_clear()
        versions.append(store.ready())
    assert len(set(versions)) == 4
    assert sorted(folders.warehouse_folder().glob("handling-*")) == sorted(versions[-2:])
    assert store.current() == versions[-1]
    assert store.kept(versions[-2].stem.removeprefix("handling-")) == versions[-2]
    assert [store.kept(asked) for asked in (versions[0].stem.removeprefix("handling-"), "../../etc", "")] == [None, None, None]


def test_without_a_warehouse_the_sentence_says_what_to_do(home):
    with pytest.raises(store.StoreError, match=r"还没有数据仓库。请先运行 python3 run\.py build 建立。"):
        store.current()


def test_a_lost_file_is_told_and_built_again(home):
    store.build().unlink()
    with pytest.raises(store.StoreError, match="不见了"):
        store.current()
    assert store.ready().exists()


def test_rows_that_break_the_schema_leave_no_file_behind(tmp_path):
    twice = pa.table({"key": ["a", "a"], "value": ["1", "2"]})
    with pytest.raises(store.StoreError, match=r"数据仓库没有写成：.*原有的数据仓库没有改动"):
        write(tmp_path / "w.duckdb", {"meta": twice})
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_is_left_out_is_empty(tmp_path):
    write(tmp_path / "w.duckdb", {"meta": pa.table({"value": ["1"], "key": ["a"]})})
    with duckdb.connect(str(tmp_path / "w.duckdb"), read_only=True) as connection:
        assert connection.execute("select * from meta").fetchall() == [("a", "1")]
        assert connection.execute("select count(*) from figure").fetchone() == (0,)


def test_the_lock_is_free_again_after_an_error(tmp_path):
    waited = []
    with pytest.raises(KeyError), only_writer(tmp_path / "lock"):
        raise KeyError
    with only_writer(tmp_path / "lock", lambda: waited.append(1)):
        pass
    assert waited == []

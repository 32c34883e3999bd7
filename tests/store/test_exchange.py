"""A corrected report: what differs from the one that is there, and how it takes its place."""

from dataclasses import replace

from handling import query, reading, store
from handling.model import Filters
from handling.store import archive
from tests.store import store_stand_in
from tests.store.test_import import FIRST, SECOND, reports_now, with_figures_of_s1

CORRECTED = FIRST.replace(b"13", b"14")


def test_a_corrected_report_is_refused_with_each_figure_that_differs_and_nothing_changes(home):
    store.import_files([("a.txt", FIRST)])
    version = store.fingerprint()
    (refused,) = store.import_files([("b.txt", CORRECTED)]).skipped
    assert refused.code == "duplicate"
    assert refused.sentence == "b.txt：与已导入的 a.txt 是同一份报告，有 1 处数字不同，没有存入；库里仍是 a.txt 的数字。"
    assert [(change.old, change.new) for change in refused.changes] == [((13.0,), (14.0,))]
    assert store.fingerprint() == version
    assert values_of("青禾县") == [12.0, 13.0, 7.0]


def values_of(region):
    warehouse = query.Warehouse(store.current())
    found = list(warehouse.ask("export/figures", Filters(regions=(region,)), measures=None)["value"])
    warehouse.close()
    return found


def test_a_corrected_report_takes_the_place_of_the_one_that_it_was_held_against(home):
    store.import_files([("a.txt", FIRST), ("水利局.txt", SECOND)])
    (refused,) = store.import_files([("b.txt", CORRECTED)]).skipped
    done = store.import_files([("b.txt", CORRECTED)], replacing=(refused.stored,))
    (taken,) = done.imported
    assert (taken.code, taken.report, done.skipped) == ("exchanged", "a", ())
    assert taken.sentence == "b.txt：读到 3 个数字、1 条提案建议。已换下 a.txt，有 1 处数字不同。"
    assert reports_now() == ["S1", "S2", "a", "水利局"]
    assert sorted(values_of("青禾县")) == [7.0, 12.0, 14.0, 21.0, 22.0, 23.0]
    assert {line.report: line.file_name for line in archive.catalogue().values()} == {"a": "b.txt", "水利局": "水利局.txt"}
    assert not archive.document_path(refused.stored).exists()
    assert not archive.reading_path(refused.stored).exists()
    assert archive.document_path(refused.document).read_bytes() == CORRECTED
    again = store.import_files([("a.txt", FIRST)])  # and back again: the signature of what went is gone too
    assert [(change.old, change.new) for change in again.skipped[0].changes] == [((14.0,), (13.0,))]


def test_a_report_that_was_exchanged_meanwhile_gives_way_to_nothing(home):
    store.import_files([("a.txt", FIRST)])
    (refused,) = store.import_files([("b.txt", CORRECTED)]).skipped
    meanwhile = FIRST.replace(b"13", b"15")
    store.import_files([("c.txt", meanwhile)], replacing=(refused.stored,))
    late = store.import_files([("b.txt", CORRECTED)], replacing=(refused.stored,))
    assert (late.imported, [file.code for file in late.skipped]) == ((), ["duplicate"])
    assert [(change.old, change.new) for change in late.skipped[0].changes] == [((15.0,), (14.0,))]
    assert values_of("青禾县") == [12.0, 15.0, 7.0]


def with_one_more(read):
    changed = replace(read.figures[1], value=read.figures[1].value + 1)
    return replace(read, figures=(read.figures[0], changed, *read.figures[2:]))


def test_a_corrected_report_keeps_the_shipped_one_out_that_the_stored_one_replaced(home, monkeypatch):
    def read(path=None, *, data=None, name=""):
        own = with_figures_of_s1(store_stand_in.read_report(path, data=data, name=name))
        return own if data == FIRST else with_one_more(own)

    monkeypatch.setattr(reading, "read_report", read)
    store.import_files([("章丘.txt", FIRST)])
    (refused,) = store.import_files([("章丘（更正）.txt", CORRECTED)]).skipped
    store.import_files([("章丘（更正）.txt", CORRECTED)], replacing=(refused.stored,))
    assert reports_now() == ["S2", "章丘"]


LONGER = FIRST + "另附一段说明，没有数字。".encode() * 200


def test_a_text_with_the_same_figures_and_more_is_said_to_be_another_and_may_take_the_place(home):
    store.import_files([("a.txt", FIRST)])
    (refused,) = store.import_files([("长.txt", LONGER)]).skipped
    own, there = (len("".join(text.decode().split())) for text in (LONGER, FIRST))
    assert (refused.code, refused.changes, refused.lengths) == ("duplicate", (), (own, there))
    assert refused.sentence == (
        f"长.txt：读到的数字与已导入的 a.txt 相同，当作同一份报告，没有存入；但两份原文不同，这一份 {own:,} 字，库里的 {there:,} 字。"
        "要换成这一份，可以改用它，或先移除报告 a 再导入。"
    )
    (taken,) = store.import_files([("长.txt", LONGER)], replacing=(refused.stored,)).imported
    assert taken.sentence.endswith(f"已换下 a.txt：数字相同，原文不同，这一份 {own:,} 字，换下的 {there:,} 字。")
    assert archive.document_path(taken.document).read_bytes() == LONGER
    assert reports_now() == ["S1", "S2", "a"]

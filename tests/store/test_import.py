"""Files in: each told its fate, stored once, never stopping the others."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from handling import query, reading, store
from handling.model import Filters
from handling.store import archive, folders, inputs, shipped
from handling.store.unread import Unread
from tests.store import store_stand_in

STAND_IN = Path(__file__).with_name("store_stand_in.py")
FIRST = "青禾县教育局2023年提案办理情况\n收到12件，办结13件，其中7件。《关于校车的提案》".encode()
SECOND = "青禾县水利局2023年提案办理情况\n收到21件，办结22件，其中23件。".encode()


def reports_now() -> list[str]:
    warehouse = query.Warehouse(store.current())
    found = list(warehouse.ask("export/reports")["report"])
    warehouse.close()
    return sorted(found)


def start_import(home: Path, stop: str, *files: Path) -> subprocess.Popen[str]:
    command = [sys.executable, str(STAND_IN), str(folders.root()), stop, *map(str, files)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).resolve().parents[2])


@pytest.fixture(autouse=True)
def _product_on_the_path(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]), prepend=os.pathsep)


def test_an_imported_report_is_in_the_warehouse_with_its_text_figures_and_items(home):
    result = store.import_files([("教育局.txt", FIRST)])
    assert [(r.report, r.figures, r.items, r.code) for r in result.imported] == [("教育局", 3, 1, "imported")]
    assert result.imported[0].sentence == "教育局.txt：读到 3 个数字、1 条提案建议。"
    figures = query.Warehouse(store.current()).ask("export/figures", Filters(regions=("青禾县",)), measures=None)
    assert list(figures["value"]) == [12.0, 13.0, 7.0]
    assert list(figures["quote"]) == [FIRST.decode()] * 3
    assert archive.document_path(next(iter(archive.catalogue()))).read_bytes() == FIRST


def test_the_same_file_twice_is_said_and_stored_once(home):
    store.import_files([("a.txt", FIRST)])
    again = store.import_files([("b.txt", FIRST)])
    assert again.skipped[0].sentence == "b.txt：这个文件已经导入过（a.txt），没有重复存入。"
    assert reports_now() == ["S1", "S2", "a"]


def test_a_file_that_is_there_is_not_read_again(home, monkeypatch):
    store.import_files([("a.txt", FIRST)])
    monkeypatch.setattr(reading, "read_report", lambda *a, **k: pytest.fail("read again"))
    assert [r.code for r in store.import_files([("a.txt", FIRST)]).skipped] == ["already"]


def test_the_same_file_twice_in_one_import_is_said_and_stored_once(home):
    result = store.import_files([("a.txt", FIRST), ("b.txt", FIRST)])
    assert [r.name for r in result.imported] == ["a.txt"]
    assert result.skipped[0].sentence == "b.txt：与 a.txt 是同一个文件，只存一次。"


def test_the_same_report_in_another_format_is_kept_out_and_the_sentence_says_what_to_do(home):
    result = store.import_files([("a.txt", FIRST), ("b.html", FIRST.replace(b"\n", b"\n\n"))])
    assert result.skipped[0].code == "duplicate"
    assert result.skipped[0].sentence == "b.html：与已导入的 a.txt 是同一份报告，没有重复存入。要换成这一份，请先移除报告 a 再导入。"
    assert reports_now() == ["S1", "S2", "a"]


def test_two_reports_under_one_title_with_other_figures_are_two_reports(home):
    other = FIRST.replace(b"12", b"31").replace(b"13", b"32").replace(b"7", b"9")
    result = store.import_files([("a.txt", FIRST), ("b.txt", other)])
    assert [r.report for r in result.imported] == ["a", "b"]


def test_two_different_files_of_one_name_get_two_report_ids(home):
    result = store.import_files([("a.txt", FIRST), ("a.txt", SECOND)])
    first, second = (r.report for r in result.imported)
    assert first == "a"
    assert second.startswith("a-")
    assert reports_now() == ["S1", "S2", first, second]


def test_a_report_that_ships_without_its_text_gives_way_to_its_text(home, monkeypatch):
    def as_shipped(path=None, *, data=None, name=""):
        return with_figures_of_s1(store_stand_in.read_report(path, data=data, name=name))

    monkeypatch.setattr(reading, "read_report", as_shipped)
    result = store.import_files([("章丘.txt", FIRST)])
    assert result.imported[0].code == "replaced"
    assert reports_now() == ["S2", "章丘"]
    store.remove("章丘")
    assert reports_now() == ["S1", "S2"]


def with_figures_of_s1(read):
    report, figures, _ = shipped.published(folders.root() / "data" / "published")[0]
    name, first = read.report.report, read.figures[0]
    own = tuple(replace(figure, report=name, number=first.number, evidence=first.evidence) for figure in figures)
    return replace(read, report=replace(report, report=name), figures=own)


def test_a_bad_file_does_not_stop_the_others(home):
    result = store.import_files([("leer.txt", b""), ("ohne.txt", "一部小说。提高了5%".encode()), ("a.txt", FIRST)])
    assert [r.report for r in result.imported] == ["a"]
    assert [r.code for r in result.failed] == ["empty", "no_figures"]
    assert result.failed[1].sentence == "ohne.txt：没有读到办理数字（有 1 个数字没有归类）。请确认这是提案、建议办理情况的报告。"
    assert result.failed[1].unread == (Unread(sentence="提高了5%", numbers=((3, 5),)),)
    assert reports_now() == ["S1", "S2", "a"]


def test_a_reader_that_breaks_is_told_in_one_sentence(home, monkeypatch):
    monkeypatch.setattr(reading, "read_report", lambda *a, **k: 1 / 0)
    result = store.import_files([("a.txt", FIRST)])
    assert result.failed[0].sentence == "a.txt：读取时程序出错（ZeroDivisionError）。请把这个文件发给维护人员。"


def test_a_folder_brings_its_readable_files_and_leaves_the_rest(home, tmp_path):
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_bytes(FIRST)
    (folder / "~$a.docx").write_bytes(b"x")
    (folder / "photo.jpg").write_bytes(b"x")
    told: list[tuple[int, int, str]] = []
    result = store.import_files([tmp_path / "in"], lambda *facts: told.append(facts))
    assert [r.name for r in result.imported] == ["a.txt"]
    assert (result.skipped, [(file.name, file.code) for file in result.failed]) == ((), [("in", "other_kinds")])
    assert told == [(1, 1, "a.txt"), (1, 1, "数据仓库")]


def test_an_empty_folder_is_said(home, tmp_path):
    (tmp_path / "empty").mkdir()
    assert store.import_files([tmp_path / "empty"]).failed[0].code == "empty_folder"


def test_the_same_report_imported_again_gets_the_same_figure_ids(home):
    def ids():
        return list(query.Warehouse(store.current()).ask("export/figures", Filters(regions=("青禾县",)), measures=None)["figure_id"])

    store.import_files([("a.txt", FIRST)])
    before = ids()
    store.remove("a")
    store.import_files([("a.txt", FIRST)])
    assert ids() == before
    assert len(set(before)) == 3


def test_removing_takes_the_original_too_and_an_unknown_report_is_said(home):
    store.import_files([("a.txt", FIRST)])
    (line,) = archive.catalogue().values()
    store.remove("a")
    assert not archive.document_path(line.document).exists()
    assert not archive.reading_path(line.document).exists()
    assert reports_now() == ["S1", "S2"]
    with pytest.raises(store.StoreError, match="没有导入过编号为 a 的报告"):
        store.remove("a")


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
@pytest.mark.parametrize(
    ("stop", "afterwards"),
    [
        ("archive.keep", ["S1", "S2"]),  # read, nothing stored
        ("building.write", ["S1", "S2"]),  # originals and readings stored
        ("archive.save_catalogue", ["S1", "S2"]),  # the new warehouse is whole
        ("publish.publish", ["S1", "S2", "a", "b"]),  # the catalogue names the new reports
        ("publish.replace_file", ["S1", "S2", "a", "b"]),  # the new warehouse has its name, CURRENT is the old one
    ],
)
def test_an_import_killed_at_any_moment_leaves_the_old_warehouse_in_force(home, tmp_path, stop, afterwards):
    before = store.build()
    (tmp_path / "a.txt").write_bytes(FIRST)
    (tmp_path / "b.txt").write_bytes(SECOND)
    process = start_import(home, stop, tmp_path / "a.txt", tmp_path / "b.txt")
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    process.kill()
    process.communicate()
    assert store.current() == before
    assert reports_now() == ["S1", "S2"]
    store.ready()
    assert reports_now() == afterwards
    store.import_files([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert reports_now() == ["S1", "S2", "a", "b"]
    assert list(folders.warehouse_folder().glob("building-*")) == []


def test_imports_of_several_processes_at_once_all_arrive(home, tmp_path):
    files = []
    for name, content in (("a", FIRST), ("b", SECOND)):
        files.append(tmp_path / f"{name}.txt")
        files[-1].write_bytes(content)
    running = [start_import(home, "-", file) for file in files]
    assert [process.communicate()[0] for process in running] == ["done 1\n", "done 1\n"]
    assert reports_now() == ["S1", "S2", "a", "b"]


def test_imports_of_several_threads_at_once_all_arrive(home):
    uploads = [("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", FIRST)]
    threads = [threading.Thread(target=store.import_files, args=([upload],)) for upload in uploads]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(archive.catalogue()) == 2
    assert len(reports_now()) == 4


def test_what_an_older_reader_read_is_read_anew_from_the_original(home, monkeypatch):
    def read_one_figure(path, *, name):
        found = store_stand_in.read_report(path, name=name)
        return replace(found, figures=found.figures[:1])

    store.import_files([("a.txt", FIRST)])
    monkeypatch.setattr(inputs, "reading_stamp", lambda: "newer")
    monkeypatch.setattr(reading, "read_report", read_one_figure)
    store.build()
    figures = query.Warehouse(store.current()).ask("export/figures", Filters(regions=("青禾县",)), measures=None)
    assert list(figures["value"]) == [12.0]
    assert next(iter(archive.catalogue().values())).made_by == "newer"


def test_a_file_where_nothing_can_be_written_is_told_in_one_sentence(home):
    home.parent.joinpath("home").write_bytes(b"a file, no folder")
    with pytest.raises(store.StoreError, match=r"^不能写入 .*请检查权限"):
        store.import_files([("a.txt", FIRST)])
    with pytest.raises(store.StoreError, match=r"^不能写入 .*请检查权限"):
        store.build()


def test_a_full_disk_is_told_in_one_sentence_and_changes_nothing(home, monkeypatch):
    def full(data, reading):
        raise OSError(28, "No space left on device")

    before = store.build()
    monkeypatch.setattr(archive, "keep", full)
    with pytest.raises(store.StoreError, match=r"^磁盘已满，不能写入"):
        store.import_files([("a.txt", FIRST)])
    assert (store.current(), archive.catalogue()) == (before, {})

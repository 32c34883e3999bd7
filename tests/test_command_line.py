"""The commands, as a person types them: what they write, what they say, and with which exit code."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from handling.__main__ import main
from handling.commands import filters

ROOT = Path(__file__).resolve().parents[1]
REPORT = """青禾县教育局关于2023年县政协提案办理情况的报告

2023年，我局共收到县政协提案12件，其中主办8件，协办4件。目前已全部办结，满意率98.5%。
一、《关于开通校车的提案》（第17号）
已与交通局商定线路。
青禾县教育局
2023年10月12日
"""
FIGURE_COLUMNS = ("report,unit,region,year,month,period,instrument,level,role,measure,category,qualifier,part,label,value,scale,basis,quote,"
                  "number_start,number_end,sentence_start,sentence_end,rule")  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A home with the shipped data and one imported report."""
    place = tmp_path_factory.mktemp("command_line")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDLING_HOME", str(place / "home"))
        (place / "教育局.txt").write_text(REPORT, encoding="utf-8")
        assert main(["import", str(place / "教育局.txt")]) == 0
        yield place


@pytest.fixture
def run(place, capsys, monkeypatch):
    """Runs a command in the folder of the home; gives its exit code, what it printed and what it complained."""
    monkeypatch.chdir(place)
    monkeypatch.setenv("HANDLING_HOME", str(place / "home"))

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as stopped:  # argparse
            code = int(stopped.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def test_read_writes_figures_and_items_in_the_columns_that_are_promised(run, place):
    assert run("read", "教育局.txt", "--figures", "f.csv", "--items", "i.csv") == (0, "", "")
    head = (place / "f.csv").read_text(encoding="utf-8-sig").split("\n")[0]
    assert head.startswith(FIGURE_COLUMNS)
    assert (place / "i.csv").read_text(encoding="utf-8-sig").startswith("report,number,title,proposers,instrument,key,topic,start,end\n")
    (total,) = [row for row in rows(place / "f.csv") if row["measure"] == "received" and not row["role"]]
    assert (total["report"], total["unit"], total["year"], total["value"], total["scale"]) == ("教育局", "青禾县教育局", "2023", "12", "count")
    assert REPORT[int(total["number_start"]) : int(total["number_end"])] == "12"
    assert REPORT[int(total["sentence_start"]) : int(total["sentence_end"])] == total["quote"]
    (item,) = rows(place / "i.csv")
    assert item["title"] in REPORT[int(item["start"]) : int(item["end"])]


def test_read_shows_figures_and_numbers_that_nobody_claimed(run):
    code, out, _ = run("read", "教育局.txt")
    assert code == 0
    assert out.startswith("教育局.txt：")
    assert "12件" in out


def test_read_complains_in_one_line_a_file_and_fails_only_if_all_failed(run, place):
    (place / "空.txt").write_bytes(b"")
    code, _, err = run("read", "空.txt", "教育局.txt", "缺.txt")
    assert code == 0
    assert [line.split("：")[0] for line in err.splitlines()] == ["空.txt", "缺.txt"]
    assert run("read", "空.txt", "缺.txt")[0] == 1


def test_read_stores_nothing(run, place):
    before = sorted((place / "home").rglob("*"))
    run("read", "教育局.txt")
    assert sorted((place / "home").rglob("*")) == before


def test_read_traces_what_each_clause_gave(run):
    code, out, _ = run("read", "--trace", "教育局.txt")
    assert code == 0
    assert "12" in out


def test_import_says_what_it_did_with_each_file(run, place):
    (place / "空.txt").write_bytes(b"")
    code, out, err = run("import", "教育局.txt", "空.txt")
    assert code == 0
    assert out.splitlines() == ["教育局.txt：这个文件已经导入过（教育局.txt），没有重复存入。", "入库 0 份，已有 1 份，没有读成 1 份。"]
    assert err.startswith("空.txt：文件是空的")
    assert run("import", "空.txt")[0] == 1


def test_import_of_a_folder_names_what_is_no_report(run, place):
    folder = place / "一批"
    folder.mkdir()
    (folder / "教育局.txt").write_text(REPORT, encoding="utf-8")
    for name in ("扫描.png", "录像.mp4", ".DS_Store", "~$教育局.docx"):
        (folder / name).write_bytes(b"x")
    code, out, err = run("import", "一批")
    assert code == 0
    assert out.splitlines()[-1] == "入库 0 份，已有 1 份，没有读成 1 份。"
    assert err.startswith("一批：里面有 2 个文件不是可以读的种类，没有读：录像.mp4、扫描.png。图片请先做文字识别（OCR），")


def test_a_remedy_names_a_command_that_everybody_has(run):
    assert "用 python3 run.py export reports 查看编号" in run("remove", "没有的报告")[2]


def test_import_of_a_corrected_report_says_what_differs_and_how_to_replace_it(run, place):
    (place / "更正.txt").write_text(REPORT.replace("98.5%", "97.5%"), encoding="utf-8")
    code, out, _ = run("import", "更正.txt")
    assert code == 0
    assert out.splitlines() == [
        "更正.txt：与已导入的 教育局.txt 是同一份报告，有 1 处数字不同，没有存入；库里仍是 教育局.txt 的数字。",
        "    青禾县教育局 · 2023 · 政协提案 · 县区级 · 满意率：98.5% → 97.5%",
        "    要换成这一份：先 python3 run.py remove 教育局，再导入一次。",
        "入库 0 份，已有 1 份，没有读成 0 份。",
    ]


def test_export_filters_by_names_aliases_and_codes(run, place):
    for words in (("青禾县",), ("青禾",)):
        assert run("export", "figures", "--region", *words, "--measure", "received", "-o", "f.csv")[0] == 0
        assert {row["单位"] for row in rows(place / "f.csv")} == {"青禾县教育局"}
    for words in ("宁波市", "宁波", "330200"):
        assert run("export", "figures", "--region", words, "--header", "en", "-o", "f.csv")[0] == 0
        found = rows(place / "f.csv")
        assert found
        assert {row["province"] for row in found} == {"浙江省"}


def test_export_figures_narrowed_to_years_instruments_and_topics(run, place):
    code, out, _ = run("export", "figures", "--year", "2020-2021", "--instrument", "政协提案", "--topic", "economy", "--measure", "topic",
                       "--header", "en", "-o", "f.csv")  # fmt: skip
    found = rows(place / "f.csv")
    assert (code, out) == (0, f"f.csv：{len(found)} 行。\n")
    assert found
    assert {row["year"] for row in found} <= {"2020", "2021"}
    assert {(row["instrument"], row["measure"], row["category"]) for row in found} == {("proposal", "topic", "economy")}


def test_export_of_nothing_says_so_and_has_its_headings(run, place):
    code, out, _ = run("export", "items", "--year", "1990", "-o", "i.csv")
    assert (code, out) == (0, "i.csv：0 行，这样筛选没有数据。\n")
    assert (place / "i.csv").read_text(encoding="utf-8-sig").startswith("报告编号,编号,标题")


def test_export_reports_lists_all_that_ship_and_what_was_imported(run, place):
    assert run("export", "reports", "--header", "en", "-o", "r.csv")[0] == 0
    found = {row["report"]: row for row in rows(place / "r.csv")}
    assert len(found) == 191
    assert (found["教育局"]["origin"], found["教育局"]["file_name"], found["教育局"]["items"]) == ("imported", "教育局.txt", "1")


def test_export_as_workbook_and_parquet_hold_the_rows_of_the_csv(run, place):
    for ending in ("csv", "xlsx", "parquet"):
        assert run("export", "figures", "--region", "青禾县", "-o", f"f.{ending}")[0] == 0
    expected = rows(place / "f.csv")
    head, *body = CalamineWorkbook.from_path(str(place / "f.xlsx")).get_sheet_by_name("数据").to_python()
    assert len(body) == len(expected)
    assert [dict(zip(head, row, strict=True))["数字编号"] for row in body] == [row["数字编号"] for row in expected]
    assert (place / "f.parquet").read_bytes().startswith(b"PAR1")


def test_explain_marks_the_number_in_its_sentence_and_names_rule_and_source(run, place):
    run("export", "figures", "--region", "青禾县", "--measure", "received", "--header", "en", "-o", "f.csv")
    (total,) = [row for row in rows(place / "f.csv") if not row["role"]]
    code, out, _ = run("explain", total["figure_id"])
    assert code == 0
    assert "原文：2023年，我局共收到县政协提案【12】件，其中主办8件，协办4件。" in out
    assert f"规则：{total['rule']}" in out
    assert "教育局.txt" in out


def test_explain_sends_the_reader_of_a_shipped_figure_to_its_source(run, place):
    run("export", "figures", "--region", "宁波", "--header", "en", "-o", "f.csv")
    code, out, _ = run("explain", rows(place / "f.csv")[0]["figure_id"])
    assert code == 0
    assert "这里没有原文" in out
    assert "来源：《" in out


def test_audit_lists_every_finding_with_both_numbers(run, place):
    assert run("audit", "-o", "a.csv")[0] == 0
    found = rows(place / "a.csv")
    assert list(found[0]) == ["report", "unit", "region", "year", "kind", "severity", "printed", "computed", "base", "sentence", "doubt"]
    assert all(row["sentence"].endswith("。") for row in found)
    assert any(row["unit"].startswith("宁波市") and "591" in row["sentence"] and "588" in row["sentence"] for row in found)


def test_audit_tells_percentages_from_counts(run, place):
    run("audit", "-o", "a.csv")
    found = rows(place / "a.csv")

    def of(unit, kind, printed=""):
        return [(row["printed"], row["computed"], row["base"]) for row in found if (row["unit"], row["kind"]) == (unit, kind) and printed in row["printed"]]

    assert of("章丘区人民政府", "balanced") == [("5.7%", "5.75%", "226")]
    assert of("宁波市人民政府", "classes_total") == [("591", "588", "588")]
    assert of("呈贡区人民政府", "base") == [("99.12%", "", "114")]
    assert of("岳阳市人民政府", "share_without_base", "39.7") == [("39.7%", "40.88%", "141")]  # 56 of the 137 that the report lists
    assert of("连云港市人民政府", "shared_base") == [("96.16%", "24932", "26898")]
    assert of("政协宜良县委员会", "shares_other_base") == [("22.4%、16.3%、12.1%、12.1%、11%、4.3%", "", "116")]
    percent = {"share", "balanced", "remainder", "counted_base", "rate_counts", "rate_impossible", "share_without_base", "base", "share_impossible"}
    assert {row["kind"] for row in found if row["printed"].endswith("%")} >= percent
    assert [row for row in found if row["kind"] in percent and not row["printed"].endswith("%")] == []


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("explain", "nope"), "没有编号为 nope 的数字"),
        (("remove", "nope"), "没有导入过编号为 nope 的报告"),
        (("export", "figures", "--region", "朝阳区", "-o", "f.csv"), "--region 朝阳区：不止一个（"),
        (("export", "figures", "--region", "不存在县", "-o", "f.csv"), "--region 不存在县：数据里没有这个名称"),
        (("export", "figures", "--unit", "没有这个局", "-o", "f.csv"), "--unit 没有这个局：数据里没有这个名称"),
        (("export", "figures", "--year", "23", "-o", "f.csv"), "--year 23：看不懂这个年份"),
        (("export", "figures", "--measure", "xyz", "-o", "f.csv"), "--measure xyz：没有这一种"),
        (("export", "items", "--measure", "received", "-o", "f.csv"), "--measure 不能用于 export items"),
        (("export", "figures", "-o", "f.doc"), "f.doc：不知道存成什么格式"),
        (("export", "figures", "--region", "宁波", "-o", "no/such/folder/f.csv"), "no/such/folder/f.csv："),
    ],
)
def test_a_mistake_is_one_clear_line_and_a_failure(run, arguments, line):
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    assert err.startswith(line)
    assert err.count("\n") == 1


@pytest.mark.parametrize(("words", "expected"), [("2022", (2022, 2022)), ("2020-2023", (2020, 2023)), ("2020—2023年", (2020, 2023)), ("", ())])
def test_years_are_one_or_first_and_last(words, expected):
    assert filters.years(words) == expected


def test_the_template_is_written_and_reads_back(run, place):
    assert run("template", "-o", "模板.xlsx")[0] == 0
    assert (place / "模板.xlsx").stat().st_size > 0


def test_the_command_runs_as_a_module_on_many_files_at_once(place):
    folder = place / "many"
    folder.mkdir()
    for number in range(1, 7):
        (folder / f"r{number}.txt").write_text(REPORT.replace("12件", f"{number + 20}件"), encoding="utf-8")
    command = [sys.executable, "-m", "handling", "read", str(folder), "--figures", str(place / "many.csv")]
    environment = {**os.environ, "HANDLING_HOME": str(place / "home")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    totals = [(row["report"], row["value"]) for row in rows(place / "many.csv") if row["measure"] == "received" and not row["role"]]
    assert totals == [(f"r{number}", str(number + 20)) for number in range(1, 7)]


def test_an_unwritable_home_is_one_line(place, run, monkeypatch):
    monkeypatch.setenv("HANDLING_HOME", str(place / "教育局.txt" / "home"))
    code, _, err = run("build")
    assert code == 1
    assert err.startswith("不能写入")
    assert err.count("\n") == 1

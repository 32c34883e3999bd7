"""Rows of units against their total."""

from __future__ import annotations

from handling.audit import across, audit_all
from tests.audit.shorthand import fact, figure, found, kinds, report

UNITS = {"农牧局": (18, 11, 3), "林草局": (14, 8, 2), "交通局": (13, 6, 3), "水利局": (12, 7, 2)}


def table(received: int, adopted: int, basic: int) -> list:
    figures = []
    for name, counts in {**UNITS, "合计": (received, adopted, basic)}.items():
        unit = "青禾县人民政府" if name == "合计" else f"青禾县{name}"
        figures += [
            figure("received", counts[0], unit=unit, role="lead"),
            figure("outcome", counts[1], "adopted", unit=unit, role="lead"),
            figure("satisfaction", counts[2], "basic", unit=unit, role="lead"),
        ]
    return figures


def test_a_table_that_adds_up_raises_nothing() -> None:
    assert found(table(57, 32, 10)) == []


def test_one_column_that_does_not_add_up_is_an_error_once_the_others_do() -> None:
    findings = found(table(57, 32, 11))
    assert kinds(findings) == [("units_total", "error")]
    assert fact(findings[0], "printed", "computed", "units", "category") == ("11", "10", "4", "basic")


def test_rows_that_are_a_choice_of_units_raise_nothing() -> None:
    assert found(table(104, 62, 16)) == []


def test_counties_that_miss_one_part_by_a_hair_are_a_warning() -> None:
    own = [figure("received", 48612), figure("received", 19306, part=True, label="县区承办")]
    counties = [
        figure("received", value, part=True, label="合计", unit=f"{name}人民政府", region=name)
        for name, value in (("鹿鸣涧区", 6842), ("望鹤区", 5317), ("古渡河县", 2906), ("临沚县", 2742), ("乌兰敖包旗", 1498))
    ]
    findings = found([*own, *counties])
    assert kinds(findings) == [("units_total", "warning")]
    assert fact(findings[0], "printed", "computed", "difference") == ("19306", "19305", "1")


def test_two_values_for_one_thing_in_a_report_are_a_warning() -> None:
    findings = found([figure("received", 115), figure("received", 116)])
    assert kinds(findings) == [("conflict", "warning")]
    assert fact(findings[0], "printed", "computed") == ("115", "116")


def test_other_words_may_mean_another_thing() -> None:
    assert found([figure("received", 366), figure("received", 389, label="议案建议")]) == []


def test_two_reports_that_differ_are_told_on_both() -> None:
    reports = [report("A", title="甲"), report("B", title="乙")]
    figures = [figure("received", 516, report="A"), figure("received", 500, report="B"), figure("units", 12, report="B")]
    findings = across(reports, figures)
    assert [(finding.report, *fact(finding, "printed", "computed", "other_title")) for finding in findings] == [
        ("A", "516", "500", "乙"), ("B", "500", "516", "甲"),
    ]  # fmt: skip
    assert [finding.figures for finding in findings] == [(0,), (0,)]


def test_reports_that_agree_or_speak_of_other_years_raise_nothing() -> None:
    reports = [report("A"), report("B")]
    assert across(reports, [figure("received", 516, report="A"), figure("received", 516, report="B")]) == ()
    assert across(reports, [figure("received", 516, report="A"), figure("received", 500, report="B", year=2022)]) == ()


def year(name: str, when: int, adopted: int, planned: int) -> list:
    facts = {"report": name, "year": when}
    classes = [
        figure("outcome", adopted, "adopted", **facts),
        figure("outcome", planned, "planned", **facts),
        figure("outcome", 0, "deferred", **facts),
    ]
    return [figure("received", adopted + planned, **facts), *classes]


def test_a_change_beyond_chance_is_a_note_and_a_small_one_is_not() -> None:
    reports = [report("A", 2022), report("B", 2023)]
    jump = across(reports, [*year("A", 2022, 31, 69), *year("B", 2023, 74, 26)])
    assert [(f.report, f.kind, f.severity, *fact(f, "direction", "points", "before_year")) for f in jump] == [
        ("B", "jump", "note", "up", "43.0", "2022")
    ]
    assert across(reports, [*year("A", 2022, 70, 30), *year("B", 2023, 74, 26)]) == ()
    assert across(reports, [*year("A", 2021, 31, 69), *year("B", 2023, 74, 26)]) == ()


def test_the_audit_of_all_is_each_reports_own_and_what_lies_between() -> None:
    reports = [report("A"), report("B")]
    figures = [figure("received", 4, report="A"), figure("outcome", 5, "adopted", report="A"), figure("received", 6, report="B")]
    assert [(finding.report, finding.kind) for finding in audit_all(reports, figures)] == [
        ("A", "part_exceeds"), ("A", "reports_differ"), ("B", "reports_differ"),
    ]  # fmt: skip

"""The audit on the reports that ship: the known answers, and nothing that could not be put before a leader."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from handling.audit import audit_all, sentence
from handling.model import Figure, Finding, Report
from tests.audit.shorthand import fact

PUBLISHED = Path(__file__).resolve().parents[2] / "data" / "published"
pytestmark = pytest.mark.skipif(not (PUBLISHED / "figures.csv").exists(), reason="data/published is not here")


def rows(name: str) -> list[dict[str, str]]:
    with (PUBLISHED / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def whole(words: str) -> int | None:
    return int(words) if words else None


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    reports = [
        Report(
            report=r["report"], title=r["title"], publisher=r["publisher"], region=r["region"], within=r["within"], region_level=r["region_level"],
            kind=r["kind"], year=whole(r["year"]), published=r["published"],
        )
        for r in rows("reports.csv")
    ]  # fmt: skip
    figures = [
        Figure(
            report=r["report"], unit=r["unit"], region=r["region"], within="", year=whole(r["year"]), month=whole(r["month"]), period=r["period"],
            instrument=r["instrument"], level=r["level"], role=r["role"], measure=r["measure"], category=r["category"], qualifier=r["qualifier"],
            part=r["part"] == "yes", label=r["label"], value=float(r["value"]), scale=r["scale"],
            basis=r["basis"], number=None, evidence=None, rule="",
        )
        for r in rows("figures.csv")
    ]  # fmt: skip
    return list(audit_all(reports, figures))


@pytest.mark.parametrize(
    ("unit", "kind", "facts"),
    [
        ("宁波市人民政府", "classes_total", {"printed": "591", "computed": "588"}),
        ("宁波市人民政府", "counted_base", {"printed": "25.2", "whole": "591", "over_whole": "25.04", "base": "588", "count": "148", "computed": "25.17"}),
        ("宁波市人民政府", "counted_base", {"printed": "99.8", "over_whole": "89.00", "base": "527", "count": "526", "computed": "99.81"}),
        ("章丘区人民政府", "balanced", {"count": "13", "base": "226", "printed": "5.7"}),
        ("呈贡区人民政府", "base", {"printed": "99.12", "whole": "115", "base": "114", "count": "113"}),
        ("武汉市人民政府", "base", {"printed": "99.16", "whole": "801", "base": "835", "count": "828"}),
        ("政协迪庆州委员会", "counted_base", {"whole": "93", "base": "89"}),
        ("政协宁夏回族自治区委员会", "counted_base", {"printed": "80.9", "whole": "491", "base": "466", "count": "377"}),
        ("湘阴县人民政府", "share", {"count": "147", "printed": "3.59", "computed": "11.22"}),
        ("市中区水务局", "part_exceeds", {"printed": "4", "computed": "5"}),
        ("城中区人民政府", "rate_impossible", {"printed": "94.69", "count": "648"}),
        ("西安市人民代表大会常务委员会", "reports_differ", {"printed": "516", "computed": "500"}),
    ],
)
def test_known_answers_are_found(findings: list[Finding], unit: str, kind: str, facts: dict[str, str]) -> None:
    same = [f for f in findings if f.kind == kind and fact(f, "unit") == (unit,)]
    assert any(fact(f, *facts) == tuple(facts.values()) for f in same)


@pytest.mark.parametrize(
    "unit", ["章丘区人民政府", "呈贡区人民政府", "武汉市人民政府", "政协迪庆州委员会", "政协宁夏回族自治区委员会", "咸宁市人民政府"]
)
def test_reports_that_are_right_are_not_doubted(findings: list[Finding], unit: str) -> None:
    assert [f.kind for f in findings if fact(f, "unit") == (unit,) and f.severity != "note"] == []


def test_few_findings_are_grave(findings: list[Finding]) -> None:
    errors = [sentence(f) for f in findings if f.severity == "error"]
    doubts = [sentence(f) for f in findings if f.severity != "note"]
    assert len(errors) <= 12, errors
    assert len(doubts) <= 25, doubts

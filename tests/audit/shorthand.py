"""Figures in one line each, for tests of the audit and of derived figures."""

from __future__ import annotations

from handling.audit import audit
from handling.model import Figure, Finding, Report

RATE_MEASURES = {
    "outcome_share", "topic_share", "satisfaction_rate", "completion_rate", "answer_rate", "on_time_rate", "meeting_rate", "investment_rate",
}  # fmt: skip


def report(name: str = "R", year: int | None = 2023, **facts: object) -> Report:
    """A government's report of one year."""
    known: dict[str, object] = {
        "title": "提案办理情况", "publisher": "青禾县人民政府", "region": "青禾县", "within": "", "region_level": "county", "kind": "government",
        "published": "2023-12-01",
    }  # fmt: skip
    return Report(report=name, year=year, **{**known, **facts})  # type: ignore[arg-type]


def figure(measure: str, value: float, category: str = "", **facts: object) -> Figure:
    """A stated figure of 青禾县人民政府 about county proposals of 2023, unless `facts` say otherwise."""
    known: dict[str, object] = {
        "report": "R", "unit": "青禾县人民政府", "region": "青禾县", "within": "", "year": 2023, "month": None, "period": "",
        "instrument": "proposal", "level": "county", "role": "", "qualifier": "", "part": False, "label": "", "basis": "stated",
        "number": None, "evidence": None, "rule": "test", "scale": "percent" if measure in RATE_MEASURES else "count",
    }  # fmt: skip
    return Figure(measure=measure, value=value, category=category, **{**known, **facts})  # type: ignore[arg-type]


def outcomes(adopted: int, planned: int, deferred: int, **facts: object) -> list[Figure]:
    """The three outcome classes."""
    values = {"adopted": adopted, "planned": planned, "deferred": deferred}
    return [figure("outcome", value, name, label=name, **facts) for name, value in values.items()]


def shares(adopted: float, planned: float, deferred: float, **facts: object) -> list[Figure]:
    """The shares of the three outcome classes."""
    values = {"adopted": adopted, "planned": planned, "deferred": deferred}
    return [figure("outcome_share", value, name, label=name, **facts) for name, value in values.items()]


def found(figures: list[Figure], **facts: object) -> list[Finding]:
    """What the audit finds in one report with these figures."""
    return list(audit(report(**facts), figures))


def kinds(findings: list[Finding]) -> list[tuple[str, str]]:
    """Kind and severity of each finding."""
    return [(finding.kind, finding.severity) for finding in findings]


def fact(finding: Finding, *names: str) -> tuple[str, ...]:
    """Some of a finding's facts."""
    facts = dict(finding.facts)
    return tuple(facts.get(name, "") for name in names)

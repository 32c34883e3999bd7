"""※ beside a report, unit or figure whose numbers do not agree, ？ where they may be misread, ⓘ where the audit only explains: its findings on hover,
its page on a click."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable, Mapping
from functools import lru_cache
from textwrap import fill
from typing import Any, NamedTuple

from dashboard import address, warehouse
from dashboard.words import h, language, t
from handling.audit import SEVERITY, sentence
from handling.chart.style import safe
from handling.model import Finding

_SHOWN = 3  # findings in one hover text
DOUBT, UNSURE, EXPLAINED = "※", "？", "ⓘ"
_LINE = 34  # characters of a line in a chart's hover box


class Badge(NamedTuple):
    """`said`: the findings in words; `finding`: the gravest; `severity`: its own."""

    said: str
    finding: str
    severity: str

    @property
    def grave(self) -> bool:
        """Whether the report's numbers do not agree, and were hardly misread."""
        return self.severity in ("error", "warning")


@lru_cache(maxsize=4)
def _badges(version: str, lang: str, more: str) -> dict[tuple[str, str], Badge]:
    """Every badge by (report, unit or figure, id), for one version of the data and one language."""
    rows = warehouse.ask("audit/marked")
    said: dict[str, str] = {}
    about: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for thing, id, finding, report, kind, severity, facts in rows.itertuples(index=False, name=None):
        if finding not in said:
            said[finding] = sentence(Finding(report=report, kind=kind, severity=severity, facts=tuple(json.loads(facts).items())), lang)
        about[thing, id].append((finding, severity))
    return {
        key: Badge("\n".join(said[finding] for finding, _ in found[:_SHOWN]) + (more if len(found) > _SHOWN else ""), *found[0])
        for key, found in about.items()
    }


def _badge(thing: str, id: str) -> Badge | None:
    """The badge of a report, unit or figure; of figures that were added (`address.SEVERAL` between them) the first that has one, the gravest first."""
    known = _known()
    found = [badge for one in id.split(address.SEVERAL) if (badge := known.get((thing, one)))]
    return min(found, key=lambda badge: SEVERITY[badge.severity], default=None)


def said(thing: str, id: str) -> str:
    """What the audit says of a report, unit or figure, in one line; "" where it has nothing to say."""
    badge = _badge(thing, id)
    return badge.said.replace("\n", " ") if badge else ""


def of(thing: str, id: str) -> str:
    """The badge of a report, unit or figure as HTML; "" where the audit has nothing to say."""
    badge = _badge(thing, id)
    if badge is None:
        return ""
    red = " red" if badge.grave else ""
    return f'<a class="badge{red}" href="{h(address.link("audit", finding=badge.finding))}" title="{h(badge.said)}">{_sign(badge)}</a>'


def _sign(badge: Badge) -> str:
    return DOUBT if badge.grave else UNSURE if badge.severity == "unsure" else EXPLAINED


def mark(row: Mapping[Hashable, Any]) -> str:
    """※ behind a name in a chart, where a number of the row does not fit the others of its report; "" elsewhere, beside mere explanations too."""
    found = [_badge("figure", str(id)) for column, id in row.items() if str(column).endswith("_figure")]
    return f" {DOUBT}" if any(badge.grave for badge in found if badge) else ""


def on_points(figure: dict[str, Any]) -> dict[str, Any]:
    """The figure with what the audit found in the hover text of each point that stands for one of its figures (customdata[0])."""
    return {**figure, "data": [_with_findings(trace) for trace in figure["data"]]}


def _with_findings(trace: dict[str, Any]) -> dict[str, Any]:
    texts, links = trace.get("hovertext"), trace.get("customdata")
    if not isinstance(texts, list) or not isinstance(links, list) or len(texts) != len(links):
        return trace
    found = [_badge("figure", str(link[0])) if isinstance(link, list) and link else None for link in links]
    if not any(found):
        return trace
    said = [text + _wrapped(badge) if badge and text else text for text, badge in zip(texts, found, strict=True)]
    return {**trace, "hovertext": said}


def _wrapped(badge: Badge) -> str:
    """Findings as lines of a hover box, each with its mark."""
    lines = badge.said.splitlines()
    return "".join(f"<br>{_sign(badge)} {'<br>　'.join(safe(part) for part in fill(line, width=_LINE).splitlines())}" for line in lines)


def _known() -> dict[tuple[str, str], Badge]:
    return _badges(warehouse.version(), language(), t("listing.more"))

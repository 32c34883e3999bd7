"""※ beside a report, unit or figure whose numbers do not agree, ？ where they may be misread or the reading itself is in doubt, ⓘ where the audit only
explains: its findings and the doubt on hover, its page on a click (of a doubt without findings the sentence)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from textwrap import fill
from typing import Any, NamedTuple

from dashboard import address, warehouse
from dashboard.words import h, language, t
from handling.audit import SEVERITY, sentence
from handling.chart.style import safe
from handling.confidence import SURE
from handling.model import Finding

_SHOWN = 3  # findings in one hover text
DOUBT, UNSURE, EXPLAINED = "※", "？", "ⓘ"
_LINE = 34  # characters of a line in a chart's hover box


class Badge(NamedTuple):
    """`said`: the findings and the doubt of the reading in words; `finding`: the gravest, "" where there is only a doubt; `severity`: its own, unsure for a
    doubt; `figure`: the one that is doubted."""

    said: str
    finding: str
    severity: str
    figure: str = ""

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
    known = {
        key: Badge("\n".join(said[finding] for finding, _ in found[:_SHOWN]) + (more if len(found) > _SHOWN else ""), *found[0])
        for key, found in about.items()
    }
    for figure, confidence, reason in warehouse.ask("audit/doubted", sure=SURE).itertuples(index=False, name=None):
        known["figure", figure] = _doubted(known.get(("figure", figure)), figure, t("mark.unsure_said", confidence=f"{confidence:.0%}", reason=reason))
    return known


def _doubted(badge: Badge | None, figure: str, words: str) -> Badge:
    """The badge of a figure whose reading is in doubt: ？, unless the audit says something graver of it."""
    if badge is None:
        return Badge(words, "", "unsure", figure)
    graver = min(badge.severity, "unsure", key=lambda severity: SEVERITY[severity])
    return Badge(f"{badge.said}\n{words}", badge.finding, graver, figure)


def _badge(thing: str, id: str) -> Badge | None:
    """The badge of a report, unit or figure; of figures that were added (`address.SEVERAL` between them) the first that has one, the gravest first."""
    known = _known()
    found = [badge for one in id.split(address.SEVERAL) if (badge := known.get((thing, one)))]
    return _gravest(found)


def _gravest(found: Iterable[Badge | None]) -> Badge | None:
    return min((badge for badge in found if badge), key=lambda badge: SEVERITY[badge.severity], default=None)


def said(thing: str, id: str) -> str:
    """What the audit says of a report, unit or figure, in one line; "" where it has nothing to say."""
    badge = _badge(thing, id)
    return badge.said.replace("\n", " ") if badge else ""


def of(thing: str, id: str) -> str:
    """The badge of a report, unit or figure as HTML; "" where the audit has nothing to say."""
    return _html(_badge(thing, id))


def of_computed(figures: Iterable[str]) -> str:
    """※ or ？ as HTML behind a number that is worked out from these figures, by the gravest that is said of one; "" beside mere explanations."""
    badge = _gravest(_badge("figure", id) for id in figures if id)
    return _html(badge) if badge and badge.severity != "note" else ""


def _html(badge: Badge | None) -> str:
    if badge is None:
        return ""
    red = " red" if badge.grave else ""
    where = address.link("audit", finding=badge.finding) if badge.finding else address.link("sources", figure=badge.figure)
    return f'<a class="badge{red}" href="{h(where)}" title="{h(badge.said)}">{_sign(badge)}</a>'


def sign_of(row: Mapping[Hashable, Any], *columns: str) -> str:
    """※ or ？ behind a number that these columns of figures bear out, or all of the row; "" elsewhere, beside mere explanations too."""
    named = columns or [str(column) for column in row if str(column).endswith("_figure") or column == "figure_id"]
    badge = _gravest(_badge("figure", str(row.get(column))) for column in named)
    return _sign(badge) if badge and badge.severity != "note" else ""


def _sign(badge: Badge) -> str:
    return DOUBT if badge.grave else UNSURE if badge.severity == "unsure" else EXPLAINED


def mark(row: Mapping[Hashable, Any]) -> str:
    """※ behind a name in a chart, where a number of the row does not fit the others of its report, ？ where one may be misread."""
    sign = sign_of(row)
    return f" {sign}" if sign else ""


def key(signs: str) -> str:
    """What ？ means, where it is among these signs."""
    return t("mark.unsure_key") if UNSURE in signs else ""


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

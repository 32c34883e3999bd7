"""※ beside a report, unit or figure of which the audit speaks: its findings on hover, the audit page on a click."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import NamedTuple

import streamlit as st

from dashboard import address, warehouse
from dashboard.words import h, language, t
from handling.audit import sentence
from handling.model import Finding

_SHOWN = 3  # findings in one hover text


class Badge(NamedTuple):
    """`said`: the findings in words; `finding`: the gravest; `grave`: whether it is more than an explanation."""

    said: str
    finding: str
    grave: bool


@st.cache_resource(max_entries=4, show_spinner=False)
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
        key: Badge("\n".join(said[finding] for finding, _ in found[:_SHOWN]) + (more if len(found) > _SHOWN else ""), found[0][0], found[0][1] != "note")
        for key, found in about.items()
    }


def said(thing: str, id: str) -> str:
    """What the audit says of a report, unit or figure, in one line; "" where it has nothing to say."""
    badge = _badges(warehouse.version(), language(), t("listing.more")).get((thing, id))
    return badge.said.replace("\n", " ") if badge else ""


def of(thing: str, id: str) -> str:
    """The badge of a report, unit or figure as HTML; "" where the audit has nothing to say."""
    badge = _badges(warehouse.version(), language(), t("listing.more")).get((thing, id))
    if badge is None:
        return ""
    red = " red" if badge.grave else ""
    return f'<a class="badge{red}" href="{h(address.link("audit", finding=badge.finding))}" title="{h(badge.said)}">※</a>'

"""议题: which fields the items are about, and how far a unit's distribution lies from the pooled one."""

from dashboard import coverage, filters, layout, panels, topics
from dashboard.panels import Panel
from dashboard.warehouse import ask
from dashboard.words import h, name, t
from handling.chart import topics as charts

chosen = filters.current()
layout.opening("topics")
with layout.switches("topics"):
    shown = layout.switch("topics.shown", ("share", "difference", "count"))
    order = layout.switch("topics.order", ("share", "place", "year"))

pooled, left_out = ask("topics/pooled", chosen), ask("topics/left_out", chosen)
counted = topics.counted(pooled, left_out)
listed = topics.of_filter(pooled, chosen.topics)
shares = ask("topics/shares", chosen, order=order, topic=topics.order_topic(listed), most=topics.most(chosen))
reports = int(pooled["report_count"].iloc[0]) if len(pooled) else 0


def pooled_panel() -> Panel:
    names = [name("topic", topic) for topic in listed["topic"]]
    return Panel(
        key="topics.pooled", title=topics.pooled_title(listed, pooled), subtitle=t("topics.pooled.subtitle", n=counted.whole),
        rows=topics.with_links(topics.with_bases(topics.with_intervals(listed))),
        columns=("topic", "topic_count", "base_count", "topic_rate", "low", "high", "set_count", "base_said"),
        draw=lambda look: charts.pooled_bars(look, listed, names), sentence=topics.pooled_sentence(listed, pooled),
        source=t("topics.source", n=reports),
    )  # fmt: skip


def items_panel() -> Panel:
    rows = topics.with_items(ask("topics/items", chosen))
    return Panel(
        key="topics.items", title=t("topics.items.title", n=int(rows["item_count"].sum())), subtitle=t("topics.items.subtitle"), rows=rows,
        columns=("topic", "item_count", "item_title"), source=t("topics.items.source"),
    )  # fmt: skip


def heatmap_panel() -> Panel:
    sets = topics.sets_of(shares).head(charts.MOST_SETS)
    return Panel(
        key="topics.heatmap", title=topics.title(listed, pooled), subtitle=t(f"topics.subtitle_{shown}", n=len(sets), of=counted.whole),
        rows=topics.with_intervals(shares[shares["topic"].isin(listed["topic"])]),
        columns=("unit_label", "year", "instrument", "level", "role", "topic", "topic_labels", "topic_count", "base_count", "topic_rate", "low",
                 "high"),
        draw=lambda look: charts.heatmap(look, shares, listed, sets["set_id"].tolist(), topics.row_names(sets), shown),
        legend=topics.legend(shown), sentence=topics.sentence(listed), source=t("topics.source", n=reports),
    )  # fmt: skip


def left_out_panel() -> Panel:
    return Panel(
        key="topics.left_out", title=t("topics.left_out.title", n=counted.left), rows=topics.with_reasons(left_out), shown=200,
        subtitle=t("topics.left_out.subtitle" if counted.left == len(left_out) else "topics.left_out.subtitle_first", n=len(left_out)),
        columns=("unit_label", "year", "instrument", "level", "class_count", "base_count", "share_pct", "reason_not", "report_title"),
        optional=("instrument", "level", "class_count", "share_pct", "report_title"),
    )  # fmt: skip


def labels_panel() -> Panel:
    return Panel(
        key="topics.labels", title=t("topics.labels.title"), subtitle=t("topics.labels.subtitle"), rows=ask("topics/labels", chosen),
        columns=("topic", "label_count", "topic_labels"), optional=("label_count",),
    )  # fmt: skip


layout.scope(t("topics.definition"), counted.whole, counted.whole + counted.left, t("topics.covered_of"))
if not layout.is_empty(counted.whole + counted.left, chosen):
    asked = {"measures": ("topic",)}
    coverage.told(ask("coverage/kinds", chosen, **asked), lambda: ask("coverage/units", chosen, **asked), t("overview.kinds.measure.topic"),
                  ("whole",), topics.set_said, topics.reason)  # fmt: skip
    with layout.pair("topics", left=1.35) as (left, right):
        with left:
            if len(listed):
                panels.show(pooled_panel)
            else:
                layout.note(h(t("topics.none_whole", n=counted.left)))
        with right:
            panels.show(items_panel)
    if len(listed):
        panels.show(heatmap_panel)
        layout.note(h(t("topics.note")))
    if counted.left:
        panels.show(left_out_panel)
    panels.show(labels_panel)

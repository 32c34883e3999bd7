"""The comparability bar."""

import pandas as pd
import plotly.graph_objects as go

from handling.chart import kinds

ROWS = pd.DataFrame({
    "measure": ["satisfaction", "satisfaction", "satisfaction", "on_time_rate"], "kind": ["main", "second", "none", "main"],
    "report_count": [24, 3, 47, 48],
})  # fmt: skip


def test_the_figure_is_valid_for_plotly(look):
    go.Figure(kinds.figure(look, ROWS))


def test_each_kind_is_a_bar_on_one_scale(wide):
    main, second, none = kinds.figure(wide, ROWS)["data"]
    assert (main["x"], second["x"], none["x"]) == ([24, 48], [3, 0], [47, 0])


def test_a_narrow_bar_keeps_its_number_and_drops_its_words(wide):
    _, second, none = kinds.figure(wide, ROWS)["data"]
    assert second["text"] == ["3", ""]
    assert none["text"][0].endswith("47")
    assert none["text"][0] != "47"

"""A page as a reader gets it: run by Streamlit's own tester over the shipped data, without a browser."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from handling import store

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Opened:
    """`html`: all that stands on the page in words and tables; `charts`: the figures as plain dicts; `app` for what else is wanted."""

    app: AppTest

    @property
    def html(self):
        return "\n".join(element.proto.body for element in self.app.get("html"))

    @property
    def charts(self):
        return [json.loads(element.proto.spec) for element in self.app.get("plotly_chart")]


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """A warehouse of the shipped data, made once for all workers."""
    home = tmp_path_factory.getbasetemp().parent / "published"
    before = os.environ.get("HANDLING_HOME")
    os.environ["HANDLING_HOME"] = str(home)
    yield store.ready()
    os.environ.pop("HANDLING_HOME") if before is None else os.environ.__setitem__("HANDLING_HOME", before)


@pytest.fixture
def open_page(published):
    """open_page("topics", year=(2020, 2023), topics_shown="count"): the page with these filters and switches; `query`: of its address."""

    def opened(slug, query=None, **state):
        app = AppTest.from_file(str(ROOT / "pages" / slug / "page.py"), default_timeout=30)
        for key, value in state.items():
            app.session_state[key] = value
        for key, value in (query or {}).items():
            app.query_params[key] = value
        app.run()
        assert not app.exception
        return Opened(app)

    return opened

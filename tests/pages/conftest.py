"""A page as a reader gets it: run by Streamlit's own tester over the shipped data, or served to a real browser."""

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from handling import store
from tests.pages.browsing import CHROMIUM, Tabs, serving

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Opened:
    """`html`: all that stands on the page in words and tables; `charts`: the figures as plain dicts; `app` for what else is wanted."""

    app: AppTest

    @property
    def html(self):
        return "\n".join(element.proto.body for element in self.app.get("html"))

    @property
    def said(self):
        """The same without its links."""
        return re.sub(r"</?a\b[^>]*>", "", self.html)

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


BUREAUS = """崇阳县2024年县政协提案办理满意度统计表,,,,,
填报单位：崇阳县人民政府督查室,,,,,
承办单位,主办件数,满意,基本满意,不满意,满意和基本满意率
县教育局,42,36,5,1,97.6%
县交通运输局,38,34,3,1,97.4%
县住建局,51,38,9,4,92.2%
县公安局,18,18,0,0,100%
县农业农村局,27,26,1,0,100%
县卫健局,35,33,2,0,100%
县审计局,3,2,1,0,100%
县文化和旅游局,7,7,0,0,100%
县民政局,12,11,1,0,100%
县水利和湖泊局,15,13,1,1,93.3%
合计,248,218,23,7,97.2%
"""


@pytest.fixture(scope="session")
def with_bureaus(tmp_path_factory):
    """A home with a table of ten bureaus and their county beside the shipped reports: enough rates of one kind for a funnel."""
    home = tmp_path_factory.mktemp("bureaus")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDLING_HOME", str(home))
        store.build()
        assert [file.code for file in store.import_files([("崇阳县.csv", BUREAUS.encode())]).imported] == ["imported"]
    return home


@pytest.fixture
def open_county(open_page, with_bureaus, monkeypatch):
    """open_county("satisfaction", unit_kind=["bureau"]): a page over that county alone."""
    monkeypatch.setenv("HANDLING_HOME", str(with_bureaus))
    return lambda slug, **state: open_page(slug, region=["421223"], **state)


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


@pytest.fixture
def buttons(monkeypatch):
    """What every download button of a run would give, by its key."""
    found = {}
    real = st.download_button

    def kept(*args, **options):
        found[options["key"]] = options["data"]
        return real(*args, **options)

    monkeypatch.setattr(st, "download_button", kept)
    return found


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """A home with one report imported whose title and file name are scripts, and a table of ten bureaus. Tests only read it: it is made once."""
    folder = tmp_path_factory.mktemp("browser")
    text = "<script>alert(1)</script>清禾县人民政府关于2024年县政协提案办理情况的报告\n\n2024年，县政府共承办县政协提案126件，全部按期办结，满意率100%。\n"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDLING_HOME", str(folder))
        store.build()
        result = store.import_files([("<img src=x onerror=alert(2)>.txt", text.encode()), ("崇阳县.csv", BUREAUS.encode())])
    assert [file.code for file in result.imported] == ["imported", "imported"]
    return folder


@pytest.fixture(scope="session")
def address(home):
    with serving(home) as where:
        yield where


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:  # one process for all its pages: half of a first load is the compiling of Streamlit's scripts
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--process-per-site"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def tabs(browser):
    """The tabs of one window, which `visit` uses again: a new one would compile Streamlit anew."""
    context = browser.new_context(locale="zh-CN", accept_downloads=True)
    yield Tabs(context)
    context.close()


@pytest.fixture
def visit(tabs, address):
    """visit("satisfaction?lang=en"): a page at that address in a tab of its own, with nothing stored by earlier ones, once everything is painted."""
    yield lambda where="", width=1440, theme="light", at=address: tabs.open(f"{at}/{where}", width, theme)
    tabs.free(address)

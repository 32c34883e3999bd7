"""The frame: what is read once, the language, the navigation, the shared filters, then the page. `streamlit run app.py`."""

from pathlib import Path

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from dashboard import address, figure_tools, filters, lost, mark, notices, page_extracts, panels, screen, warehouse
from dashboard.words import t
from handling.chart.style import LIGHT

PAGES = {  # group → pages, each with its icon; a page is the folder pages/<slug>/
    "compare": {"overview": "grid_view", "satisfaction": "filter_alt", "adoption": "bar_chart", "topics": "apps", "compare": "view_column"},
    "records": {"unit": "domain", "items": "list_alt", "key_work": "flag", "sources": "article", "audit": "rule"},
    "data": {"importing": "upload_file", "extracts": "download", "brief": "description"},
}
ROOT = Path(__file__).parent


def navigation() -> dict[str, list[st.Page]]:
    def page_of(slug: str, icon: str) -> st.Page:
        file = ROOT / "pages" / slug / "page.py"
        first = slug == lost.FIRST  # its address is bare; Streamlit would keep the path that it is called by from leading anywhere
        return st.Page(file, title=t(f"{slug}.title"), icon=f":material/{icon}:", url_path="first" if first else slug, default=first)

    groups = {t(f"nav.{group}"): [page_of(slug, icon) for slug, icon in pages.items()] for group, pages in PAGES.items()}
    lost_one = lost.pages(slug for pages in PAGES.values() for slug in pages)
    return {**groups, **({"": lost_one} if lost_one else {})}


def main() -> None:
    st.set_page_config(page_title=t("app.name"), page_icon=mark.symbol(LIGHT), layout="wide")
    warehouse.prepare()
    address.begin()
    warehouse.hold()
    st.navigation(navigation(), position="hidden")  # whoever starts the script anew before the titles are known stays on its page
    for sheet in ("style.css", *(["style.dark.css"] if screen.is_dark() else [])):
        st.html(ROOT / "dashboard" / sheet)
    with st.sidebar:
        upper, lower = st.container(), st.container(key="foot")
        with lower:
            filters.language_switch()
    page = st.navigation(navigation(), expanded=True)
    st.logo(mark.mark(screen.look().palette), size="large")
    with upper:
        filters.side_bar()
    with lower:
        st.html(f'<div class="src">{filters.data_version()}</div>')
        screen.probe()
    with notices.above():
        panels.guarded(page.run)
    panels.guarded(page_extracts.offer)
    address.write()


if __name__ == "__main__":  # each run of the script
    panels.guarded(main)
else:  # imported once by `streamlit run`, before the first visit: without this a first visit by a deep link finds no page
    PagesManager.uses_pages_directory = False
    app = st.App(__file__, routes=figure_tools.routes())

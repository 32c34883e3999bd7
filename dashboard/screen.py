"""The reader's screen: its theme, whether it is a phone's, and links that open inside the session."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from urllib.parse import parse_qs, urlsplit

import streamlit as st

from dashboard.words import t
from handling.chart.style import DARK, LIGHT, Look

NARROW_PIXELS = 640
_KEY = "screen"
_on_paper = ContextVar("on_paper", default=False)
# 1. Tells the server whether the window is narrow. 2. Opens links between pages in this session, where a plain link would load the
# whole program anew, and others in a new tab (st.html strips `target`). Without it, or with a modifier key, a link is a link.
# 3. Brings the chosen number of a report into view. 4. Says which language the page is in. 5. Tells those who cannot see the groups of the
# navigation: Streamlit's own is a list whose entries lie in boxes, which no reader of screens takes for a list.
# Says in the reader's language what Streamlit says in English alone: the link past the navigation, the logo, both ends of the years.
# 6. Gives a page one entry in the browser's history: Streamlit enters its bare path, and our address with what is chosen right after it,
# so that Back would come to a page without its choices. Whatever the reader does himself makes an entry of its own.
# 7. Goes from the link before a chart to its table, which it opens: points cannot be reached by keys, the links of the table can. In a long
# table, a grid, Enter opens the link of the cell that has the focus, where the grid itself would only show its address.
_PROBE = f"""
export default function ({{ setStateValue, setTriggerValue, data }}) {{
  const narrow = window.matchMedia('(max-width: {NARROW_PIXELS}px)')
  const tell = () => {{ if (narrow.matches !== data.narrow) setStateValue('narrow', narrow.matches) }}
  const toTable = () => {{
    const found = window.wantedTable && document.querySelector(`.st-key-twin_${{window.wantedTable}} :is(table, [data-testid="stDataFrame"] canvas)`)
    if (!found) return false
    window.wantedTable = ''
    if (found.tabIndex < 0) found.tabIndex = -1   // takes the focus without being a stop of its own
    found.focus()
    found.scrollIntoView({{ block: 'nearest' }})
    return true
  }}
  const go = (where) => {{
    const pages = new URL('.', location.href).href
    const here = where.startsWith(pages) ? where.slice(pages.length) : where
    if (/^https?:/.test(here)) window.open(here, '_blank', 'noopener')
    else setTriggerValue('open', here)
  }}
  const open = (event) => {{
    const link = event.target.closest && event.target.closest('.stHtml a[href]')
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (link.dataset.table) {{
      window.wantedTable = link.dataset.table
      if (!toTable()) document.querySelector(`.st-key-table_${{link.dataset.table}} button`)?.click()
      return
    }}
    go(link.getAttribute('href'))
  }}
  const opensCell = (event) => {{
    const cell = event.key === 'Enter' && document.activeElement.closest('[data-testid="stDataFrame"] canvas [role=gridcell]')
    if (!cell || !/^https?:/.test(cell.textContent)) return
    event.preventDefault()
    event.stopPropagation()
    go(cell.textContent)
  }}
  const show = () => {{
    const mark = document.querySelector('.doc mark.on')
    if (mark && window.shownMark !== mark) {{ window.shownMark = mark; mark.scrollIntoView({{ block: 'center' }}) }}
  }}
  window.screenWords = data   // of the newest run: one that went before must not put its language back
  const name = () => {{
    const said = window.screenWords
    const list = document.querySelector('[data-testid="stSidebarNavItems"]')
    if (list) list.setAttribute('role', 'none')
    for (const group of list ? list.children : []) {{
      group.setAttribute('role', 'group')
      group.setAttribute('aria-label', group.querySelector('header p')?.textContent ?? '')
      for (const entry of group.querySelectorAll('li:not([role])')) entry.setAttribute('role', 'none')
    }}
    const skip = document.querySelector('[data-testid="stSkipToContent"]')
    if (skip && skip.textContent !== said.skip) skip.textContent = said.skip
    for (const [thing, words] of [['[data-testid="stLogoLink"]', said.home], ['[data-testid="stSidebarCollapseButton"] button', said.fold],
                                  ['[data-testid="stExpandSidebarButton"]', said.unfold]]) {{
      const found = document.querySelector(thing)
      if (found && found.getAttribute('aria-label') !== words) found.setAttribute('aria-label', words)
    }}
    for (const [end, words] of [[' — start', said.from], [' — end', said.to]]) {{
      for (const found of document.querySelectorAll(`input[aria-label$="${{end}}"]`)) {{
        found.setAttribute('aria-label', found.getAttribute('aria-label').replace(end, words))
      }}
    }}
  }}
  if (!history.calm) {{
    const push = history.pushState.bind(history)
    let bare = ''
    history.calm = true
    history.pushState = (state, title, where) => {{
      const next = new URL(where, location.href)
      if (next.pathname === bare && !location.search) history.replaceState(state, title, where)
      else push(state, title, where)
      bare = next.search ? '' : next.pathname
    }}
    for (const deed of ['pointerdown', 'keydown']) window.addEventListener(deed, () => {{ bare = '' }}, true)
  }}
  const watch = new MutationObserver(() => {{ show(); name(); toTable() }})
  narrow.addEventListener('change', tell)
  document.addEventListener('click', open)
  document.addEventListener('keydown', opensCell, true)
  watch.observe(document.body, {{ childList: true, subtree: true }})
  tell(); show(); name()
  document.documentElement.dataset.links = 'open here'
  document.documentElement.lang = data.lang
  return () => {{
    narrow.removeEventListener('change', tell); document.removeEventListener('click', open)
    document.removeEventListener('keydown', opensCell, true); watch.disconnect()
  }}
}}
"""


@st.cache_resource(show_spinner=False)
def _probe() -> Any:
    return st.components.v2.component("screen_probe", js=_PROBE, html="", isolate_styles=False)


def probe() -> None:
    """Draw the invisible element that does this in the browser. Comes once in the frame."""
    said = {word: t(f"screen.{word}") for word in ("skip", "home", "fold", "unfold", "from", "to")}
    _probe()(key=_KEY, data={"narrow": is_narrow(), "lang": t("language.tag"), **said}, on_narrow_change=lambda: None, on_open_change=_open, height=1)


def _open() -> None:
    """Go where a link points."""
    parts = urlsplit(st.session_state[_KEY].get("open") or "")
    if parts.path.isidentifier():
        st.switch_page(f"pages/{parts.path}/page.py", query_params=parse_qs(parts.query))


def is_narrow() -> bool:
    """Whether charts are drawn for a phone: what the window said, else what the browser calls itself."""
    said = st.session_state.get(_KEY)
    if said is not None and said.get("narrow") is not None:
        return bool(said["narrow"])
    return "Mobile" in (st.context.headers.get("User-Agent") or "")


def is_dark() -> bool:
    """Whether the reader's theme is the dark one."""
    return getattr(st.context.theme, "type", None) == "dark"


def look() -> Look:
    """What chart functions need to know of the reader."""
    if _on_paper.get():
        return Look(say=t, palette=LIGHT)
    return Look(say=t, palette=DARK if is_dark() else LIGHT, narrow=is_narrow())


@contextmanager
def on_paper() -> Iterator[None]:
    """What is drawn inside is drawn for white paper, whatever the screen is."""
    before = _on_paper.set(True)
    try:
        yield
    finally:
        _on_paper.reset(before)

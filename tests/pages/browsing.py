"""A running product and a real browser before it: what the tests of addresses, access and looks share."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLUGS = sorted(path.parent.name for path in (ROOT / "pages").glob("*/page.py"))
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome", "msedge"))), None)
IDLE = """() => {
  const app = document.querySelector('[data-testid="stApp"]')
  return app && app.getAttribute('data-test-script-state') === 'notRunning' && document.querySelector('.hd h1')
    && (window.asked ?? 0) <= (window.answered ?? 0) && !document.querySelector('[data-testid=stSkeleton]')
    && [...document.querySelectorAll('.js-plotly-plot')].every(p => p.querySelector('.main-svg'))
}"""
LISTEN = """() => {
  const send = WebSocket.prototype.send
  WebSocket.prototype.send = function (...message) {
    if (!this.heard) this.addEventListener('message', () => { window.answered = performance.now() })
    this.heard = true
    window.asked = performance.now()
    return send.apply(this, message)
  }
}"""
CALM = f"""() => {{
  const said = ({IDLE})() && document.querySelector('[data-testid=stMain]').innerText
  window.calm = {{ said, looks: said && said === window.calm?.said ? window.calm.looks + 1 : 0 }}
  return window.calm.looks === 6
}}"""
SECONDS = 60_000  # ms; generous: the machine may be busy

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium found: apt-get install chromium, or set CHROMIUM")


@contextlib.contextmanager
def serving(home):
    """A server of that home on a port that is free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"]
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "HANDLING_HOME": str(home)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        limit = time.monotonic() + 60
        while time.monotonic() < limit:
            time.sleep(0.05)  # asking without a pause takes the processor from the server
            with contextlib.suppress(OSError):
                urllib.request.build_opener(urllib.request.ProxyHandler({})).open(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).close()
                break
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def settle(page):
    """Wait until Streamlit rests and the page stays as it is."""
    page.evaluate("() => { delete window.calm }")
    page.wait_for_function(CALM, polling=60)


def path_of(slug):
    """The address of a page: the first one's is bare."""
    return "" if slug == "overview" else slug


def move(page, slug):
    """Go to another page in the same session, by the navigation's own link, without a new load."""
    link = page.get_by_test_id("stSidebarNavItems").locator(f"a[href$='/{path_of(slug)}']")
    name = link.inner_text().split("\n")[-1]
    link.click()
    page.wait_for_function("name => document.querySelector('.hd h1')?.innerText === name", arg=name)
    settle(page)


class Tabs:
    """Tabs of one window, each visit in one that no other visit of its test uses. A tab outlives a test, what is stored in it does not."""

    def __init__(self, context):
        self.context, self.idle, self.used = context, [], []
        context.add_init_script(f"({LISTEN})()")  # a click is done when the server has answered, however busy the machine is

    def open(self, address, width, theme):
        page = self.idle.pop(0) if self.idle else self._new()
        self.used.append(page)
        stored = {"origin": "/".join(address.split("/")[:3]), "storageTypes": "cookies,local_storage"}
        page.protocol.send("Storage.clearDataForOrigin", stored)
        page.set_viewport_size({"width": width, "height": 1000})
        page.emulate_media(color_scheme=theme)
        page.goto(address)
        settle(page)
        return page

    def free(self, address):
        """Two tabs stay, with their scripts compiled, if they are still at that address: few tests take more."""
        self.context.clear_permissions()
        for page in self.used:
            if len(self.idle) < 2 and page.url.startswith(address):
                page.evaluate("sessionStorage.clear()")
                page.dialogs.clear()
                self.idle.append(page)
            else:
                page.close()
        self.used = []

    def _new(self):
        page = self.context.new_page()
        page.set_default_timeout(SECONDS)
        page.protocol, page.dialogs = self.context.new_cdp_session(page), []
        page.on("dialog", lambda dialog: (page.dialogs.append(dialog.message), dialog.dismiss()))
        return page

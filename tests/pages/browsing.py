"""A running product and a real browser before it: what the tests of addresses, access and looks share."""

import contextlib
import os
import shutil
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
    && [...document.querySelectorAll('.js-plotly-plot')].every(p => p.querySelector('.main-svg'))
}"""
SECONDS = 60_000  # ms; generous: the machine may be busy

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium found: apt-get install chromium, or set CHROMIUM")


@contextlib.contextmanager
def serving(home, port):
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"]
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "HANDLING_HOME": str(home)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        limit = time.monotonic() + 60
        while time.monotonic() < limit:
            with contextlib.suppress(OSError):
                urllib.request.build_opener(urllib.request.ProxyHandler({})).open(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).close()
                break
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def settle(page):
    """Wait until Streamlit rests and the page stays as it is, three looks in a row."""
    calm, before = 0, None
    while calm < 3:
        page.wait_for_function(IDLE)
        page.wait_for_timeout(120)
        now = page.evaluate(f"({IDLE})() && document.querySelector('[data-testid=stMain]').innerText")
        calm, before = calm + 1 if now and now == before else 0, now


def path_of(slug):
    """The address of a page: the first one's is bare."""
    return "" if slug == "overview" else slug

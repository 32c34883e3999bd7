"""How long a person waits: first view, and a change of a filter until everything is painted; and the server's memory with ten sessions.

    python benchmarks/browser.py [--figures 1000000] [--clicks 8] [--only shipped|synthetic] [--warehouse FILE]

Starts the product on its shipped data and then on a synthetic country, opens it in headless Chromium (software rendering, so a desk with a
graphics card is faster), and prints for each: server start → overview painted (cold browser); for the overview, satisfaction and adoption
pages, choosing a value of a filter that was not chosen before, and going back to what was seen before, from the key press until nothing on
the page changes any more (p50, max), until the server's script has ended, and the processor time of the server (p50 each); and the
resident memory with ten sessions.
`--warehouse` takes a synthetic country that `benchmarks/questions.py --build-only FILE` wrote, which saves its build. Needs a Chromium:
$CHROMIUM or on the PATH.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
SESSIONS = 10
PAGES = {"overview": "", "satisfaction": "satisfaction", "adoption": "adoption"}
FILTERS = ("种类", "交办层级", "单位类别")  # those that stand open in the side bar
LIMIT = 300_000  # milliseconds that anything may take
IDLE = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  return app && app.getAttribute('data-test-script-state') === 'notRunning' && document.querySelector('.hd h1') && charts.length > 0
    && !document.querySelector('[data-testid="stSkeleton"]') && charts.every(chart => chart.querySelector('.main-svg'));
}"""
# Armed before the key press. Resolves once the script has run and nothing in the page has changed for a quarter of a second; `painted` is
# the frame after the last change, `ran` the end of the script, both in milliseconds from the press.
WATCH = """() => {
  const app = document.querySelector('[data-testid="stApp"]'), main = document.querySelector('[data-testid="stMain"]');
  window.measured = new Promise(done => {
    let begin = null, started = false, ran = null, changed = null;
    const press = () => { if (begin === null) begin = performance.now(); };
    document.addEventListener('keydown', press, { capture: true, once: true });
    new MutationObserver(() => {
      if (begin === null) return;
      if (app.getAttribute('data-test-script-state') === 'notRunning') { if (started && ran === null) ran = performance.now(); }
      else { started = true; ran = null; }
    }).observe(app, { attributes: true, attributeFilter: ['data-test-script-state'] });
    new MutationObserver(() => { if (begin !== null) requestAnimationFrame(() => { changed = performance.now(); }); })
      .observe(main, { attributes: true, childList: true, subtree: true, characterData: true });
    const look = () => {
      if (ran !== null && performance.now() - Math.max(ran, changed || 0) > 250)
        done({ ran: ran - begin, painted: Math.max(ran, changed || 0) - begin });
      else setTimeout(look, 25);
    };
    look();
  });
}"""


class Wait(NamedTuple):
    """Milliseconds from a key press to the end of the server's script, and to the last paint; and of the server's processor."""

    ran: float
    painted: float
    processor: float


@contextmanager
def served(home: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """The product, running on the warehouse in `home`: its process and address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.address", "127.0.0.1",
               "--server.headless", "true"]  # fmt: skip
    environment = {**os.environ, "HANDLING_HOME": str(home)}
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_answering(server, address)
        yield server, address
    finally:
        server.terminate()
        server.wait()


def wait_until_answering(server: subprocess.Popen[bytes], address: str) -> None:
    limit = time.monotonic() + LIMIT / 1000
    while time.monotonic() < limit and server.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the server did not answer")


def opened(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN").new_page()
    page.goto(address)
    page.wait_for_function(IDLE, timeout=LIMIT)
    page.wait_for_timeout(500)  # the browser tells the server its width
    page.wait_for_function(IDLE, timeout=LIMIT)
    return page


def watched(page: Page, key: str, server: int) -> Wait:
    """Press a key in whatever has the focus, and wait until everything that follows from it is painted."""
    page.evaluate(WATCH)
    before = processor(server)
    page.keyboard.press(key)
    measured = page.evaluate("() => window.measured")
    return Wait(measured["ran"], measured["painted"], processor(server) - before)


def changes(page: Page, times: int, server: int) -> tuple[list[Wait], list[Wait]]:
    """`times` choices of a filter's value, each a view that the server has not seen, and the ways back to the view without filters."""
    chosen, back = [], []
    for number in range(times + 1):
        box = page.locator('[data-testid="stSidebar"] [data-testid="stMultiSelect"]', has_text=FILTERS[number % len(FILTERS)])
        entry = box.locator("input")
        entry.focus()
        for _ in range(2 + number // len(FILTERS)):  # the first option is that which chooses all
            entry.press("ArrowDown")
        page.locator('[role="option"][data-focused="true"]').wait_for(timeout=LIMIT)
        chosen.append(watched(page, "Enter", server))
        entry.press("Escape")
        back.append(watched(page, "Backspace", server))
    return chosen[1:], back[1:]  # the first opens connections and compiles what is compiled once


def memory(process: int) -> float:
    """Resident megabytes of a process."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


def processor(process: int) -> float:
    """Milliseconds of processor time that a process has used."""
    used = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]  # in user and in system mode
    return 1000 * sum(map(int, used)) / os.sysconf("SC_CLK_TCK")


def told(waits: list[Wait]) -> str:
    painted = [wait.painted for wait in waits]
    ran, used = (statistics.median(parts) for parts in zip(*((wait.ran, wait.processor) for wait in waits), strict=True))
    return f"p50 {statistics.median(painted):5.0f} ms, max {max(painted):5.0f} ms (script {ran:5.0f} ms, server's processor {used:4.0f} ms)"


def measure(browser: Browser, home: Path, name: str, times: int) -> None:
    begin = time.perf_counter()
    with served(home) as (server, address):
        opened(browser, address).context.close()
        print(f"{name}: server start → overview painted {time.perf_counter() - begin - 0.5:.1f} s", flush=True)
        for slug, path in PAGES.items():
            page = opened(browser, f"{address}/{path}")
            chosen, back = changes(page, times, server.pid)
            print(f"{name}: {slug:<13} new filter → painted {told(chosen)}; back → painted {told(back)}", flush=True)
            page.context.close()
        pages = [opened(browser, address) for _ in range(SESSIONS)]
        print(f"{name}: server memory with {SESSIONS} sessions {memory(server.pid):,.0f} MB", flush=True)
        for page in pages:
            page.context.close()


def put_in_force(home: Path, warehouse: Path) -> None:
    """Make a copy of `warehouse` the one that this very product would have built in `home`."""
    from handling.store import archive, inputs, publish

    os.environ["HANDLING_HOME"] = str(home)
    fresh = home / "warehouse" / "building-benchmark.duckdb"
    fresh.parent.mkdir(parents=True)
    shutil.copyfile(warehouse, fresh)
    publish.publish(fresh, inputs.data_version(archive.catalogue_bytes(archive.catalogue())))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, default=1_000_000)
    parser.add_argument("--clicks", type=int, default=8)
    parser.add_argument("--only", choices=("shipped", "synthetic"))
    parser.add_argument("--warehouse", type=Path, help="a synthetic country that is there already")
    options = parser.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        folder = Path(name)
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        if options.only != "synthetic":
            environment = {**os.environ, "HANDLING_HOME": str(folder / "shipped")}
            subprocess.run([sys.executable, "-m", "handling", "build"], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
            measure(browser, folder / "shipped", "shipped data", options.clicks)
        if options.only != "shipped":
            warehouse = options.warehouse or folder / "country.duckdb"
            if not options.warehouse:
                questions = ROOT / "benchmarks" / "questions.py"
                subprocess.run([sys.executable, questions, "--figures", str(options.figures), "--build-only", warehouse], check=True)
            put_in_force(folder / "synthetic", warehouse)
            measure(browser, folder / "synthetic", f"{options.figures:,} figures", options.clicks)
        browser.close()


if __name__ == "__main__":
    main()

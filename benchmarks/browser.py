"""How long a person waits: first view, and a click on a filter until all charts are painted; and the server's memory with ten sessions.

    python benchmarks/browser.py [--figures 1000000] [--clicks 8]

Starts the product on its shipped data and then on a synthetic country, opens it in headless Chromium (software rendering, so a desk with a
graphics card is faster), and prints for each: server start → overview painted (cold browser), filter click → painted (p50, max) for the
overview, satisfaction and adoption pages, and the resident memory after ten sessions. Needs a Chromium: $CHROMIUM or on the PATH.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
SESSIONS = 10
IDLE = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app && app.getAttribute('data-test-script-state') === 'notRunning' && !document.querySelector('[data-testid="stSkeleton"]')
    && document.querySelectorAll('.js-plotly-plot').length > 0
    && [...document.querySelectorAll('.js-plotly-plot')].every(plot => plot.querySelector('.main-svg'));
}"""
# Resolves with the milliseconds from the click until the script has run and two frames have been painted after it.
CLICK = """option => new Promise(done => {
  const begin = performance.now(), app = document.querySelector('[data-testid="stApp"]');
  let ran = false;
  const look = () => {
    const state = app.getAttribute('data-test-script-state');
    ran = ran || state !== 'notRunning';
    if (ran && state === 'notRunning') requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begin)));
    else requestAnimationFrame(look);
  };
  option.click();
  look();
})"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(home: Path) -> tuple[subprocess.Popen[bytes], str]:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.address", "127.0.0.1",
               "--server.headless", "true"]  # fmt: skip
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "HANDLING_HOME": str(home)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()
            return server, address
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the server did not answer")


def opened(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN").new_page()
    page.goto(address)
    page.wait_for_function(IDLE, timeout=120_000)
    return page


def clicks(page: Page, times: int) -> list[float]:
    """Milliseconds of `times` changes of the instrument filter, each waited for until it is painted."""
    taken = []
    for number in range(times + 1):
        page.locator('[data-testid="stSidebar"] [data-testid="stMultiSelect"]', has_text="种类").locator("input").click()
        option = page.locator('[role="option"]').nth(0)
        option.wait_for(timeout=10_000)
        handle = option.element_handle()
        assert handle is not None
        took = float(page.evaluate(CLICK, handle))
        page.keyboard.press("Escape")
        page.wait_for_function(IDLE, timeout=60_000)
        if number:  # the first opens connections and warms caches
            taken.append(took)
        if number % 2:
            page.locator('[data-testid="stSidebar"] [data-testid="stMultiSelect"]', has_text="种类").locator('[title="Clear value"], [aria-label="Clear all"]').first.click()
            page.wait_for_timeout(200)
            page.wait_for_function(IDLE, timeout=60_000)
    return taken


def memory(process: int) -> float:
    """Resident megabytes of a process."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return float("nan")


def measure(browser: Browser, home: Path, name: str, times: int) -> None:
    begin = time.perf_counter()
    server, address = start(home)
    try:
        opened(browser, address).context.close()
        print(f"{name}: server start → overview painted {time.perf_counter() - begin:.1f} s", flush=True)
        for slug in ("overview", "satisfaction", "adoption"):
            page = opened(browser, f"{address}/{slug}" if slug != "overview" else address)
            taken = clicks(page, times)
            print(f"{name}: {slug:<13} filter click → painted p50 {statistics.median(taken):.0f} ms, max {max(taken):.0f} ms", flush=True)
            page.context.close()
        pages = [opened(browser, address) for _ in range(SESSIONS)]
        print(f"{name}: server memory with {SESSIONS} sessions {memory(server.pid):,.0f} MB", flush=True)
        for page in pages:
            page.context.close()
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def synthetic(home: Path, figures: int) -> None:
    import country

    from handling import store
    from handling.store import inputs, publish

    path = home / "warehouse" / "building-benchmark.duckdb"
    tables = country.tables(figures)
    version = inputs.data_version(b"{}")
    store.write(path, tables)
    publish.publish(path, version)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, default=1_000_000)
    parser.add_argument("--clicks", type=int, default=8)
    options = parser.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        subprocess.run([sys.executable, "-m", "handling", "build"], cwd=ROOT, env={**os.environ, "HANDLING_HOME": f"{folder}/shipped"}, check=True)
        measure(browser, Path(folder) / "shipped", "shipped data", options.clicks)
        os.environ["HANDLING_HOME"] = f"{folder}/synthetic"
        synthetic(Path(folder) / "synthetic", options.figures)
        measure(browser, Path(folder) / "synthetic", f"{options.figures:,} figures", options.clicks)
        browser.close()


if __name__ == "__main__":
    main()

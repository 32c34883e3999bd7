#!/usr/bin/env python3
"""Start the handling dashboard, or test it, on any machine that has Python 3.11 or newer and nothing else.

    python3 run.py                 make the environment, build the warehouse, serve on http://127.0.0.1:8501
    python3 run.py --port 9000     … on another port; --host 0.0.0.0 lets the whole intranet in
    python3 run.py test [ARG …]    the same with the development requirements, then the whole suite (ARG goes to pytest)
    python3 run.py read|import|export|explain|audit|… ARG …    the command line (python -m handling) in the same environment

Everything it writes lives in var/ beside this file, or in the folder that HANDLING_HOME names. Without a network, put the wheels
(`pip download -r requirements.txt -d wheels`, on a like machine) into wheels/ beside this file.
"""
import argparse
import hashlib
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent
HOME = pathlib.Path(os.environ.get("HANDLING_HOME") or ROOT / "var").resolve()
VENV = HOME / "venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
START_LIMIT = 120  # seconds that the server may take to answer for the first time


class Stop(Exception):
    """Ends the program with one line for the person at the keyboard."""


def say(line):
    print(line, flush=True)


def run(*command, cwd=ROOT, **options):
    return subprocess.run([str(part) for part in command], cwd=cwd, env=environment(), **options)


def environment():
    # UTF-8 everywhere: a Chinese Windows console is GBK, and the reports' names are not always in it.
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "HANDLING_HOME": str(HOME)}


def require_python():
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        raise Stop(f"需要 Python 3.11 或更新的版本，现在是 {found}（{sys.executable}）。请安装新版后用它运行本文件。")


def require_writable_home():
    probe = HOME / ".write-test"
    try:
        HOME.mkdir(parents=True, exist_ok=True)
        probe.write_text("")
        probe.unlink()
    except OSError as problem:
        raise Stop(f"不能写入 {HOME}（{why(problem)}）。请换一个可写的目录：设置环境变量 HANDLING_HOME。") from None


def require_free_port(host, port):
    if not 0 < port < 65536:
        raise Stop(f"端口 {port} 不存在，请用 1 到 65535 之间的数，例如：python3 run.py --port 8501")
    with socket.socket() as probe:
        if os.name != "nt":  # there, SO_REUSEADDR would let two servers share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise Stop(f"端口 {port} 不能使用（{why(problem)}）。请换一个：python3 run.py --port {port + 1}") from None


def why(problem):
    """The system's reason in Chinese; imported late, because an old Python must still be told that it is old."""
    from handling.reasons import why as said

    return said(problem)


def is_debian_root():
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(*packages):
    say(f"安装系统软件包：{' '.join(packages)}")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    setting = {**environment(), "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "-q", *command], env=setting, check=False, **quiet)


def make_environment(requirements):
    """The environment of the requirements file, made once; a stamp beside it says which requirements it holds."""
    wanted = hashlib.sha256((ROOT / "requirements.txt").read_bytes() + (ROOT / requirements).read_bytes()).hexdigest()
    stamp = VENV / f"{requirements}.installed"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    if not PYTHON.exists() or run(PYTHON, "-m", "pip", "--version", capture_output=True).returncode:
        make_venv()
    say(f"安装依赖（{requirements}），首次约需一到三分钟 ……")
    wheels = ROOT / "wheels"
    source = ["--no-index", "--find-links", wheels] if wheels.is_dir() else []
    done = run(PYTHON, "-m", "pip", "install", "--progress-bar", "on", "-r", requirements, *source)
    if done.returncode:
        raise Stop("依赖没有装成（多半是没有网络）。离线安装：在能上网的同类机器上运行 pip download -r requirements.txt -d wheels，"
                   "把 wheels 文件夹拷到本文件旁边，再运行一次。")
    stamp.write_text(wanted)


def make_venv():
    say(f"建立运行环境：{VENV}")
    shutil.rmtree(VENV, ignore_errors=True)
    command = (sys.executable, "-m", "venv", VENV)
    done = run(*command, capture_output=True, text=True)
    if done.returncode and is_debian_root():
        apt_install("python3-venv")
        done = run(*command, capture_output=True, text=True)
    if done.returncode:
        reason = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["原因不明"]
        raise Stop(f"不能建立运行环境（{reason[0]}）。Debian/Ubuntu 请先运行：sudo apt-get install python3-venv")


def build_warehouse():
    """Build what is not built yet. Under a second where product, data and imports are those of the last time: the command tells by their hash."""
    there = (HOME / "warehouse" / "CURRENT").exists()
    say("核对数据仓库 ……" if there else "建立数据仓库（data/ 中的公开报告数字）……")
    done = run(PYTHON, "-m", "handling", "build")
    if done.returncode and not there:
        raise Stop("数据仓库没有建成，原因见上一行。")


def serve(host, port):
    """Start Streamlit, print the address once it answers, stay until it ends."""
    command = [PYTHON, "-m", "streamlit", "run", "app.py", "--server.port", port, "--server.address", host, "--server.headless", "true"]
    server = subprocess.Popen([str(part) for part in command], cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL)
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    try:
        wait_until_answering(server, "127.0.0.1" if host == "0.0.0.0" else host, port)
        return server.wait()
    except KeyboardInterrupt:
        say("已停止。")
        return 0
    finally:
        server.terminate()
        server.wait()


def wait_until_answering(server, host, port):
    address = f"http://{host}:{port}"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # an office proxy must not see this
    limit = time.monotonic() + START_LIMIT
    while time.monotonic() < limit:
        if server.poll() is not None:
            raise Stop(f"看板没有启动（退出码 {server.returncode}），原因见上面几行。")
        try:
            opener.open(f"{address}/_stcore/health", timeout=2).close()
        except OSError:
            time.sleep(0.1)
            continue
        say(f"看板已启动，请在浏览器打开：{address}   （Ctrl+C 停止）")
        return
    raise Stop(f"看板在 {START_LIMIT} 秒内没有应答。")


def has_cjk_font():
    if not shutil.which("fc-list"):
        return sys.platform in ("darwin", "win32")  # both ship one
    return bool(subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, check=False).stdout.strip())


def require_browser():
    def missing():
        browser = os.environ.get("CHROMIUM") or any(map(shutil.which, ("chromium", "google-chrome", "chrome", "msedge")))
        return [name for name, there in (("chromium", browser), ("fonts-noto-cjk", has_cjk_font())) if not there]

    if missing() and is_debian_root():
        apt_install("chromium", "fonts-noto-cjk", "fontconfig")
    if missing():
        raise Stop(f"浏览器测试还缺：{'、'.join(missing())}。Debian/Ubuntu：sudo apt-get install chromium fonts-noto-cjk；"
                   "其他系统请安装 Chrome 或 Chromium（可用环境变量 CHROMIUM 指明路径）和一种中文字体。")


def test(arguments):
    make_environment("requirements-dev.txt")
    require_browser()
    failed = 0
    for name, command in (("ruff", ["ruff", "check", "."]), ("mypy", ["mypy"]), ("pytest", ["pytest", *arguments])):
        say(f"—— {name}")
        failed = run(PYTHON, "-m", *command).returncode or failed
    return failed


def main():
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    require_python()
    if sys.argv[1:2] == ["test"]:
        require_writable_home()
        return test(sys.argv[2:])
    if sys.argv[1:2] and not sys.argv[1].startswith("-"):
        require_writable_home()
        make_environment("requirements.txt")
        return run(PYTHON, "-m", "handling", *sys.argv[1:], cwd=None).returncode  # a path means what it means where the person stands
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8501, help="default 8501")
    parser.add_argument("--host", default="127.0.0.1", help="default 127.0.0.1: this machine alone")
    options = parser.parse_args()
    require_writable_home()
    require_free_port(options.host, options.port)
    make_environment("requirements.txt")
    build_warehouse()
    return serve(options.host, options.port)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stop as reason:
        print(reason, file=sys.stderr)
        sys.exit(1)

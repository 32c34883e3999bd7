"""The one file that starts the product: what it says when a machine is not as it should be."""

import importlib.util
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def run():
    spec = importlib.util.spec_from_file_location("run_under_test", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_old_python_is_named_with_the_version_that_is_needed(run, monkeypatch):
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 2))
    with pytest.raises(run.Stop, match=r"需要 Python 3\.11.*3\.9\.2"):
        run.require_python()


def test_a_busy_port_is_named_with_another_to_take(run):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(run.Stop, match=rf"端口 {port} .*--port {port + 1}"):
            run.require_free_port("127.0.0.1", port)


def test_a_port_that_does_not_exist_is_named(run):
    with pytest.raises(run.Stop, match="99999 不存在"):
        run.require_free_port("127.0.0.1", 99999)


def test_a_command_runs_where_the_person_stands(run, monkeypatch):
    asked = {}
    monkeypatch.setattr(run.sys, "argv", ["run.py", "read", "报告.txt"])
    monkeypatch.setattr(run, "require_writable_home", lambda: None)
    monkeypatch.setattr(run, "make_environment", lambda requirements: None)
    monkeypatch.setattr(run, "run", lambda *command, **options: asked.update(options) or subprocess.CompletedProcess(command, 0))
    assert run.main() == 0
    assert asked == {"cwd": None}


def test_a_folder_that_cannot_be_written_is_named_with_the_way_out(run, monkeypatch, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    monkeypatch.setattr(run, "HOME", in_the_way / "var")
    with pytest.raises(run.Stop, match=r"不能写入.*HANDLING_HOME"):
        run.require_writable_home()


def test_without_a_network_one_line_tells_how_to_install_offline(run, monkeypatch, tmp_path):
    monkeypatch.setattr(run, "VENV", tmp_path / "venv")
    monkeypatch.setattr(run, "PYTHON", tmp_path / "venv" / "bin" / "python")
    monkeypatch.setattr(run, "make_venv", lambda: None)
    monkeypatch.setattr(run, "run", lambda *command, **options: subprocess.CompletedProcess(command, 1))
    with pytest.raises(run.Stop, match=r"没有网络.*pip download"):
        run.make_environment("requirements.txt")


def test_an_environment_that_holds_the_requirements_is_not_made_again(run, monkeypatch, tmp_path):
    python = tmp_path / "venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("")
    monkeypatch.setattr(run, "VENV", tmp_path / "venv")
    monkeypatch.setattr(run, "PYTHON", python)
    asked = []
    monkeypatch.setattr(run, "run", lambda *command, **options: asked.append(command) or subprocess.CompletedProcess(command, 0))
    run.make_environment("requirements.txt")
    assert any("install" in map(str, command) for command in asked)
    asked.clear()
    run.make_environment("requirements.txt")
    assert asked == []


def test_the_program_ends_with_one_line_and_a_failure_where_it_cannot_start(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    done = subprocess.run([sys.executable, ROOT / "run.py"], env={**os.environ, "HANDLING_HOME": str(in_the_way)}, capture_output=True, check=False)
    lines = done.stderr.decode("utf-8").strip().splitlines()
    assert done.returncode == 1
    assert len(lines) == 1
    assert "HANDLING_HOME" in lines[0]

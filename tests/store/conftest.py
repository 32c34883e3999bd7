"""A home of its own for every test, a small set of shipped reports, and a reader that needs no language."""

from __future__ import annotations

import pytest
import store_stand_in as stand_in

from handling import reading
from handling.store import folders


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty home, and a project root with two small shipped reports."""
    root = stand_in.make_root(tmp_path / "root")
    monkeypatch.setattr(folders, "ROOT", root)
    monkeypatch.setenv("HANDLING_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(reading, "read_report", stand_in.read_report)
    return tmp_path / "home"

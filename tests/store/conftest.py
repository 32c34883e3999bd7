"""A home of its own for every test, a small set of shipped reports, and a reader that needs no language."""

from __future__ import annotations

import pytest

from handling import reading
from handling.store import folders, pool
from tests.store import store_stand_in


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty home, and a project root with two small shipped reports."""
    root = store_stand_in.make_root(tmp_path / "root")
    monkeypatch.setattr(folders, "ROOT", root)
    monkeypatch.setenv("HANDLING_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(reading, "read_report", store_stand_in.read_report)
    monkeypatch.setattr(pool, "is_read_here", lambda sources: True)
    return tmp_path / "home"

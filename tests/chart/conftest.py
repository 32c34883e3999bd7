"""What chart functions get from the dashboard, without it."""

import pytest

from handling.chart.style import DARK, LIGHT, Look


def _say(key, **facts):
    return " ".join([key, *(f"{name}={value}" for name, value in facts.items())])


@pytest.fixture(params=["light", "dark", "narrow"])
def look(request):
    """A reader with the light theme, the dark one, a phone; words are their keys with their facts."""
    return Look(say=_say, palette=DARK if request.param == "dark" else LIGHT, narrow=request.param == "narrow")


@pytest.fixture
def wide():
    return Look(say=_say)


@pytest.fixture
def phone():
    return Look(say=_say, narrow=True)

"""Every measure's file brings its own examples: sentences that state it, and sentences that only look as if they did."""

import tomllib

import pytest

from handling.vocabulary.classes import VOCABULARY
from tests.extract.prose_reading import read

FILES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((VOCABULARY / "measures").glob("*.toml"))}
EXAMPLES = [(measure, example) for measure, facts in FILES.items() for example in facts.get("example", ())]
COUNTERS = [(measure, example) for measure, facts in FILES.items() for example in facts.get("counter", ())]
KINDS = {"rank": "bulletin", "start_rate": "bulletin", "investment_rate": "bulletin"}


def _values(measure: str, text: str) -> list[str]:
    stream = "key_work" if measure in KINDS else "combined"
    found = [m for m in read(text, kind=KINDS.get(measure, "cppcc"), instrument=stream) if m.measure == measure]
    return [f"{m.category}:{m.value:g}" if m.category and measure != "rank" else f"{m.value:g}" for m in found]


def test_every_measure_has_examples_and_counterexamples():
    assert [name for name, facts in FILES.items() if not facts.get("example") or not facts.get("counter")] == []


@pytest.mark.parametrize(("measure", "example"), EXAMPLES, ids=[f"{m}: {e['text']}" for m, e in EXAMPLES])
def test_an_example_states_its_values(measure, example):
    assert _values(measure, example["text"]) == example["values"]


@pytest.mark.parametrize(("measure", "example"), COUNTERS, ids=[f"{m}: {e['text']}" for m, e in COUNTERS])
def test_a_counterexample_states_none(measure, example):
    assert _values(measure, example["text"]) == []

"""Both languages say the same things, and nothing is said that nobody asks for."""

import ast
import pathlib
import re
import string
import tomllib

import pytest

from dashboard import words

ROOT = pathlib.Path(__file__).resolve().parent.parent
AT_LEAST_TWO = {  # what is said of two things and more alone, or says it of one in other words
    "alike.none", "alike.some", "compare.groups.own", "compare.verdict.subtitle", "extract.page", "rate.span", "rate.span_mixed", "rate.span_similar",
    "rate.span_tied", "sources.added", "sources.several",
}  # fmt: skip


def catalogue(language):
    def flat(table, prefix=""):
        for key, value in table.items():
            if isinstance(value, dict):
                yield from flat(value, f"{prefix}{key}.")
            else:
                yield prefix + key, value

    return dict(flat(tomllib.loads((ROOT / "dashboard" / "words" / f"{language}.toml").read_text(encoding="utf-8"))))


def fields(said):
    return {name for _, name, _, _ in string.Formatter().parse(said) if name}


def asked_keys():
    """Patterns of the keys that the code asks for: literals, and f-strings with any part in their holes."""
    for path in [ROOT / "app.py", *(ROOT / "dashboard").glob("*.py"), *(ROOT / "pages").rglob("*.py"), *(ROOT / "handling/chart").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[a-z_]+(\.\w+)+", node.value):
                yield re.escape(node.value)
                yield "switch" + re.escape("." + node.value) + r"\.\w+"
            if isinstance(node, ast.JoinedStr):
                parts = [re.escape(part.value) if isinstance(part, ast.Constant) else r"[\w.]+" for part in node.values]
                yield "".join(parts)


def test_both_languages_have_the_same_keys():
    assert set(catalogue("zh")) == set(catalogue("en"))


@pytest.mark.parametrize("key", sorted(catalogue("zh")))
def test_both_languages_fill_in_the_same_facts(key):
    assert fields(catalogue("zh")[key]) == fields(catalogue("en")[key])


@pytest.mark.parametrize(("facts", "said"), [
    ({"n": 1}, "Source: 1 report."), ({"n": "1"}, "Source: 1 report."), ({"n": 0}, "Source: 0 reports."), ({"n": "1,001"}, "Source: 1,001 reports."),
])  # fmt: skip
def test_one_thing_is_not_called_several_in_english(facts, said):
    with words.speaking("en"):
        assert words.t("rate.source", **facts) == said


def test_verbs_follow_the_number_in_english():
    with words.speaking("en"):
        assert words.t("brief.full_said", k="1", n="183").startswith("1 rate is at 100%; those over fewer than 183 items")
        assert words.t("brief.full_said", k="2", n="183").startswith("2 rates are at 100%")
        assert words.t("satisfaction.funnel.nothing", undecidable=1) == "The one rate is undecidable: too few items"
        assert words.t("satisfaction.funnel.nothing", undecidable=7) == "All 7 rates are undecidable: too few items"


def test_every_plural_in_english_says_the_number_of_one_thing_too():
    bare = {key: said for key, said in catalogue("en").items() if re.search(r"\{(n|k|reports|sets)\} (reports|sets|rates|units|rows|figures|findings)\b", said)}
    assert set(bare) == AT_LEAST_TWO


def test_every_key_is_used():
    patterns = re.compile("|".join(f"(?:{pattern})" for pattern in set(asked_keys()) if r"\." in pattern))
    columns = {f"column.{column}" for column in re.findall(r"\b[a-z_]+\b", "\n".join(
        path.read_text(encoding="utf-8") for path in [*(ROOT / "pages").rglob("*.py"), *(ROOT / "dashboard").glob("*.py")]))}  # fmt: skip
    assert [key for key in catalogue("zh") if key not in columns and (key.startswith("column.") or not patterns.fullmatch(key))] == []


def test_every_column_of_a_table_has_a_heading():
    headings = {key.removeprefix("column.") for key in catalogue("zh") if key.startswith("column.")}
    for path in (ROOT / "pages").rglob("page.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "columns" and isinstance(node.value, ast.Tuple):
                assert {element.value for element in node.value.elts} <= headings, path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_link_of_a_grid_is_called_as_no_column_is(language):
    """A grid puts it before the columns; a frame cannot hold two of one name."""
    said = {key: words for key, words in catalogue(language).items() if key.startswith("column.")}
    assert [key for key, words in said.items() if words == said["column.opens"]] == ["column.opens"]

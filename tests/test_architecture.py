"""The house rules that a reader of the folder listing relies on: who may import whom, and how large a file may grow."""

import ast
import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
ORDER = ["model", "statistics", "vocabulary", "read", "extract", "normalise", "audit", "confidence", "derive", "reading", "template", "store", "query",
         "chart", "export"]
ALLOWED = {  # library → the places that may import it
    "duckdb": ("handling/store", "handling/query", "dashboard/warehouse"),
    "pandas": ("handling/query", "handling/statistics", "handling/chart", "handling/export", "handling/__main__", "handling/commands",
               "dashboard/", "pages/", "app.py"),
    "plotly": ("dashboard/drawn",),  # chart makes plain dicts
    "streamlit": ("dashboard/", "pages/", "app.py"),
}
LONGEST_FILE = 300


def sources():
    folders = [ROOT / "handling", ROOT / "dashboard", ROOT / "pages"]
    files = [ROOT / "app.py", ROOT / "run.py", *(path for folder in folders for path in sorted(folder.rglob("*.py")))]
    return [path for path in files if path.exists()]


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def imports_of(path):
    """Full dotted names that a file imports, as `module.name` too."""
    package = name_of(path).removesuffix(".py").split("/")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def stage_of(dotted):
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "handling" and parts[1] in ORDER else None


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_a_stage_imports_only_from_the_stages_before_it(path):
    own = stage_of(name_of(path).removesuffix(".py").replace("/", "."))
    if own is None:
        return
    later = {found for dotted in imports_of(path) if (found := stage_of(dotted)) and ORDER.index(found) > ORDER.index(own)}
    assert later == set()


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_a_library_is_imported_only_where_it_belongs(path):
    misplaced = {library for library in {dotted.split(".")[0] for dotted in imports_of(path)} & ALLOWED.keys()
                 if not name_of(path).startswith(ALLOWED[library] or ("nowhere",))}
    assert misplaced == set()


def test_the_domain_never_imports_the_dashboard():
    bad = [name_of(path) for path in sources() if name_of(path).startswith("handling/")
           for dotted in imports_of(path) if dotted.split(".")[0] in ("dashboard", "pages", "app")]
    assert bad == []


@pytest.mark.parametrize("path", sources(), ids=name_of)
def test_a_file_stays_short_enough_to_read(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_the_frame_stays_a_frame():
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 60


def test_no_page_lies_flat_in_pages():
    # A flat pages/x.py is run by a deep link without app.py: filters and sign-in would be bypassed.
    assert list((ROOT / "pages").glob("*.py")) == []


def test_nothing_formats_values_into_sql():
    formatted = re.compile(r"""(f["']|\.format\()[^\n]*\b(select|insert|delete|update)\b[^\n]*\b(from|into|where|set)\b""", re.I)
    bad = [name_of(path) for path in sources() if formatted.search(path.read_text(encoding="utf-8"))]
    assert bad == []


def test_every_question_says_what_it_asks_and_at_which_grain():
    for path in sorted((ROOT / "queries").rglob("*.sql")):
        comment = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("--")]
        text = "\n".join(comment)
        assert re.search(r"[\u4e00-\u9fff]", text), f"{name_of(path)} has no Chinese line"
        assert re.search(r"[A-Za-z]{4}", text), f"{name_of(path)} has no English line"
        if "schema" not in path.parts:
            assert re.search(r"一行|[Oo]ne row|[Gg]rain", text), f"{name_of(path)} does not say what a row is"


def test_the_address_is_written_in_one_place():
    bound = [name_of(path) for path in sources() for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
             if isinstance(node, ast.keyword) and node.arg == "bind"]
    assert bound == []


def test_no_chart_may_be_sent_to_a_cloud():
    # Plotly's own tool bar offers it; every place that draws a chart takes the one configuration that does not.
    drawn = [(name_of(path), ast.unparse(node)) for path in sources() for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
             if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("plotly_chart")]
    assert drawn
    assert [place for place, call in drawn if "config=CONFIG" not in call and "config=panels.CONFIG" not in call] == []
    assert '"showSendToCloud": False' in (ROOT / "dashboard/panels.py").read_text(encoding="utf-8")

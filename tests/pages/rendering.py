"""What a page shows, cell by cell, and what an extract holds, parsed back: for tests that compare the two."""

import csv
import io
import re
from pathlib import Path

import lxml.html
import pyarrow.parquet as pq
from python_calamine import CalamineWorkbook
from streamlit.testing.v1 import AppTest

from dashboard import extracts, tables, view
from dashboard.words import speaking

ROOT = Path(__file__).resolve().parents[2]
EMPTY = ("未公布", "Not published", "只有分项", "parts only", "未注明", "Undated", "—", "")


def frame(slug, **state):
    """A page inside the frame, as the server runs it."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    for key, value in state.items():
        app.session_state[key] = value
    app.switch_page(f"pages/{slug}/page.py").run()
    assert not app.exception
    return app


def panels_of(opened):
    return opened.app.session_state[view._PANELS]


def opened_tables(open_page, slug, **state):
    """The page with the tables of all its figures open."""
    for panel in panels_of(open_page(slug, **state)):
        state[f"open_{panel.key.replace('.', '_')}"] = state[f"all_{panel.key.replace('.', '_')}"] = True
    return open_page(slug, **state)


def language_of(page):
    return "en" if "lang" in page.app.session_state and page.app.session_state["lang"] == "en" else "zh"


def _html_tables(page):
    return [table for element in page.app.get("html") for table in lxml.html.fragment_fromstring(f"<div>{element.proto.body}</div>").findall(".//table")]


def rendered(page):
    """The tables of the page as the screen shows them, by panel: headings and rows of cells, in HTML or in a grid. Not those in another form."""
    in_html, in_grids, found = _html_tables(page), [grid.value for grid in page.app.dataframe], {}
    with speaking(language_of(page)):
        for panel in panels_of(page):
            if panel.table:
                continue
            if len(panel.rows) > panel.shown:
                grid = in_grids.pop(0)
                if tables.header("opens") in grid:
                    links = grid.pop(tables.header("opens"))
                    assert links.str.match(r"sources\?(?:figure=\w{16}(?:~\w{16})*|report=\w+)").all()
                found[panel.key] = (list(grid.columns), [[_said(cell) for cell in row] for row in grid.astype("object").itertuples(index=False)])
                continue
            heads = [tables.header(column) for column in panel.columns]
            while [cell.text_content() for cell in in_html[0].findall(".//thead//th")] != heads:
                in_html.pop(0)
            rows = [[_words(cell) for cell in row.findall("td")] for row in in_html.pop(0).findall(".//tbody/tr")]
            found[panel.key] = (heads, rows)
    assert in_grids == []
    return found


def _said(cell):
    return "" if tables.is_missing(cell) else str(cell).strip()


def matrix(page, first):
    """The wide table whose first heading is `first`: (row, column) → the lines of its cell, without marks; {} where there is none."""
    for table in _html_tables(page):
        across = [_words(cell) for cell in table.findall(".//thead//th")]
        if "matrix" in table.get("class", "") and across[0] == first:
            return {
                (_words(row.find("th")), head): _lines(cell)
                for row in table.findall(".//tbody/tr") for head, cell in zip(across[1:], row.findall("td"), strict=True)
            }  # fmt: skip
    return {}


def listed(page):
    """The list of findings on the page: a row each with the lines of its two cells."""
    (table,) = [table for table in _html_tables(page) if "list" in table.get("class", "")]
    return [[_lines(cell) for cell in row.findall("td")] for row in table.findall(".//tbody/tr")]


def _lines(cell):
    for end in cell.iter("br"):
        end.tail = "\n" + (end.tail or "")
    return [line.strip() for line in _words(cell).split("\n")]


def _words(cell):
    for badge in cell.findall(".//a[@class]"):
        if "badge" in badge.get("class"):
            badge.drop_tree()
    return re.sub(r"^[▲●▼○] ", "", cell.text_content().strip())


def same(shown, written):
    """Whether a cell as shown says what the parsed cell holds: a text, a number in its shown precision, or nothing published."""
    if written is None or written == "":
        return shown in EMPTY
    if isinstance(written, str) and not re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", written):
        return shown == written.removeprefix("'")
    number, text = float(written), shown.replace(",", "").replace("−", "-")
    if not re.search(r"\d", text):
        return False
    if part := re.fullmatch(r"(\d+)/(\d+)件?", text):  # under five items a rate is shown as its fraction
        share = int(part[1]) / int(part[2])
        return min(abs(share - number), abs(100 * share - number)) < 1e-9
    digits = re.search(r"-?\d+(?:\.(\d+))?", text)
    places = len(digits[1] or "")
    values = {round(number, places), round(number * 100, places)} if "%" in text else {round(number, places)}
    return any(abs(float(digits[0]) - value) < 10**-places * 0.51 for value in values)


def from_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def from_xlsx(content, sheet=1):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_index(sheet).to_python()


def from_parquet(content):
    table = pq.read_table(io.BytesIO(content))
    return [table.column_names, *(list(row.values()) for row in table.to_pylist())]


def made(page, panel, form="csv"):
    """The extract as the button makes it, in the language and over the data of the page."""
    with speaking(language_of(page)):
        return extracts.of_panel(panel, form)()


def unlike(heads, rows, parsed):
    """The cells whose parsed value is not what is shown. A file says （%） in the heading, the screen behind each number."""
    assert [re.sub(r"（%）$| \(%\)$", "", head) for head in parsed[0][: len(heads)]] == heads
    return [(head, a, b) for cells, line in zip(rows, parsed[1:], strict=True) for head, a, b in zip(heads, cells, line, strict=False) if not same(a, b)]

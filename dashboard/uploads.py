"""Reports that a reader drops in: imported with progress, and what became of each file kept for the page to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.words import h, language, t
from handling import store
from handling.store import FileResult, ImportResult, Unread

_RESULT = "uploads_result"
_WAITING = "uploads_waiting"  # document id → (name, bytes) of each file that says otherwise than the one that is there, or more
LIMIT_MB = 20
MOST_CELLS = 3  # of one table that was not understood; the rest is folded
_COLUMNS = ("measure", "category", "qualifier", "instrument", "level", "role", "unit_label", "region_label", "year", "month", "period", "label", "part",
            "value", "basis", "confidence_rate", "reason", "sentence")  # fmt: skip
_ALWAYS = ("measure", "unit_label", "region_label", "year", "value", "confidence_rate", "sentence")
OPTIONAL = tuple(column for column in _COLUMNS if column not in ("measure", "qualifier", "part", "value", "confidence_rate", "sentence"))
_SAID = ("limit", "type", "failed", "choose", "more", "remove", "drop")  # what upload_words.js says; {name} and {size} are filled in there


@st.cache_resource(show_spinner=False)
def _words() -> Any:
    js = Path(__file__).with_name("upload_words.js").read_text(encoding="utf-8")
    return st.components.v2.component("upload_words", html='<div data-role="refused"></div>', js=js, isolate_styles=False)


def chosen_files() -> list[tuple[str, bytes]]:
    """The upload form. Gives the files in the run in which 导入 was pressed, else none."""
    from handling.read import READERS  # the endings alone; the readers' libraries are loaded when a file is read

    with st.form("upload", clear_on_submit=True, border=False):
        files = st.file_uploader(
            t("importing.files", mb=LIMIT_MB), type=sorted(READERS), accept_multiple_files=True, max_upload_size=LIMIT_MB
        )
        said = {word: t(f"importing.upload.{word}", name="{name}", size="{size}", mb=LIMIT_MB) for word in _SAID}
        _words()(key="upload_words", data={"words": said})
        st.html(f'<div class="src">{h(t("importing.limit", mb=LIMIT_MB))}</div>')
        pressed = st.form_submit_button(t("importing.start"), type="primary")
    return [(file.name, file.getvalue()) for file in files] if pressed else []


def take_in(files: list[tuple[str, bytes]]) -> None:
    """Import the files with a bar that moves, and keep what became of them. Raises StoreError where nothing can be stored."""
    done = st.session_state[_RESULT] = _imported(files)
    differing = {file.document for file in done.skipped if file.changes or file.lengths}
    given = {sha256(data).hexdigest(): (name, data) for name, data in files} if differing else {}
    st.session_state[_WAITING] = {document: file for document, file in given.items() if document in differing}


def exchange(file: FileResult) -> None:
    """Put a file in the place of the one of the same report that is there, if that is still the one it was held against. Raises StoreError."""
    new = _imported([st.session_state[_WAITING][file.document]], (file.stored,))
    before: ImportResult = st.session_state[_RESULT]
    rest = tuple(other for other in before.skipped if other is not file)
    st.session_state[_RESULT] = replace(before, imported=(*before.imported, *new.imported), skipped=(*rest, *new.skipped), failed=(*before.failed, *new.failed))


def forget(file: FileResult) -> None:
    """Let go of a file whose report was taken out again."""
    before: ImportResult = st.session_state[_RESULT]
    skipped = tuple(replace(other, report="") if other.report == file.report else other for other in before.skipped)  # nothing is to be opened there
    st.session_state[_RESULT] = replace(before, imported=tuple(other for other in before.imported if other is not file), skipped=skipped)


def can_be_exchanged(file: FileResult) -> bool:
    """Whether the file was refused because the same report is there with other figures or another text, and is still at hand."""
    return file.code == "duplicate" and file.document in st.session_state.get(_WAITING, {})


def _imported(files: list[tuple[str, bytes]], replacing: tuple[str, ...] = ()) -> ImportResult:
    bar = st.progress(0.0, text=t("importing.reading", done=0, n=len(files), name=""))

    def tell(done: int, total: int, name: str) -> None:
        shown = t("importing.building") if name == store.BUILDING else name
        bar.progress(min(done / max(total, 1), 1.0), text=t("importing.reading", done=done, n=total, name=shown))

    try:
        return store.import_files(files, tell, replacing)
    finally:
        bar.empty()


def result() -> ImportResult | None:
    """What became of the files of this session's last import."""
    return st.session_state.get(_RESULT)


def outcomes(done: ImportResult) -> list[tuple[str, FileResult]]:
    """Every file with what became of it: imported, skipped or failed."""
    groups = (("imported", done.imported), ("skipped", done.skipped), ("failed", done.failed))
    return [(group, file) for group, files in groups for file in files]


def columns(rows: pd.DataFrame) -> tuple[str, ...]:
    """Those of the list of what was read: all that tells two figures apart, but no column in which no row says anything."""
    said = rows[list(_COLUMNS)].replace({"": None, False: None}).mask(rows[list(_COLUMNS)] == "stated").notna().any()
    return tuple(column for column in _COLUMNS if column in _ALWAYS or said[column])


def unread(file: FileResult) -> str:
    """What was not understood of a file: each number marked where it stands, and why; many cells of one table are folded. Safe HTML, "" where there
    is none."""
    if not file.unread:
        return ""
    lines = ""
    for table, group in groupby(file.unread, key=lambda one: one.table):
        members = list(group)
        lines += _table(members) if table >= 0 and len(members) > MOST_CELLS + 1 else _lines(members)
    return f'<details><summary>{h(t("importing.unread", n=file.unclaimed))}</summary><ul class="doc">{lines}</ul></details>'


def changes(file: FileResult) -> str:
    """Which figures a file says otherwise than the one that is, or was, there; many are folded. Safe HTML, "" where there are none."""
    if not file.changes:
        return ""
    lines = [f"<li>{h(store.said(change, language()))}</li>" for change in file.changes]
    first, rest = lines[: store.MOST_SAID], lines[store.MOST_SAID :]
    n = store.places(file.changes)
    more = f'<details><summary>{h(t("importing.changes_rest", n=n, k=len(rest)))}</summary><ul class="changes">{"".join(rest)}</ul></details>' if rest else ""
    return f'<div>{h(t("importing.changes"))}</div><ul class="changes">{"".join(first)}</ul>{more}'


def _lines(members: Sequence[Unread]) -> str:
    return "".join(f'<li>{_marked(one)}<div class="src">{h(_why(one))}</div></li>' for one in members)


def _table(members: Sequence[Unread]) -> str:
    """The cells of one table that was not understood: how many and from where to where, the first of them, the rest folded."""
    said = t("importing.unread_cells", n=len(members), first=members[0].place, last=members[-1].place)
    rest = f'<details><summary>{h(t("importing.unread_rest", n=len(members) - MOST_CELLS))}</summary><ul>{_lines(members[MOST_CELLS:])}</ul></details>'
    return f"<li>{h(said)}<ul>{_lines(members[:MOST_CELLS])}</ul>{rest}</li>"


def _marked(one: Unread) -> str:
    """The sentence or cell with its numbers underlined, as 报告与原文 shows them."""
    shown, done = "", 0
    for start, end in one.numbers:
        shown += f"{h(one.sentence[done:start])}<u>{h(one.sentence[start:end])}</u>"
        done = end
    return shown + h(one.sentence[done:])


def _why(one: Unread) -> str:
    return t("importing.why_of_cell", place=one.place, why=one.reason or t("importing.why_unknown")) if one.place else t("importing.why_unknown")

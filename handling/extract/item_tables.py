"""Lists of items in tables: a header names the columns, every row below is an item."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from handling.extract.item_merge import Named
from handling.extract.item_passage import clean
from handling.extract.text import fold
from handling.model import Block, Document, Span

_TITLE = re.compile(r"^(?:提案|建议|议案|重点提案|重点建议|案件)?(?:标题|案由|题目|名称|题名|案名|内容)$|^(?:提案|建议|议案|案)(?:名|题|由)$")
_NAMES_ITEMS = re.compile("[题由名容]")  # one of them stands wherever _TITLE is found
_LOOSE_TITLE = re.compile(r"^(?:名称|内容)$")
_NUMBER = re.compile(r"^(?:提案|建议|议案|案|工单|立案)?(?:编号|案号|号|号码|提案号|建议号|议案号|文号)$|^(?:提案|建议|议案)序号$|^届次[及和、与]编号$")
_PEOPLE = re.compile(
    r"提案[人者]|提[出议]人|建议人|领衔|提案单位|提出单位|第一提案|提[出交议]者|提交人|^姓名$|提案委员|附议人|^(?:政协)?委员(?:姓名)?$|^(?:人大)?代表(?:姓名)?$"
)
_STREAM = re.compile(r"^(?:类别|类型|种类|性质|来源|建议/提案|提案/建议|案别)$")
_KEY = re.compile(r"重点|督办领导|领办领导|督办人")
_STREAMS = (("议案", "motion"), ("提案", "proposal"), ("建议", "suggestion"), ("诉求", "hotline"), ("工单", "hotline"))
_BODIES = (("政协", "proposal"), ("人大", "suggestion"))
_SUBJECT = re.compile(r"[^的]{2,10}(?:类|方面)")  # 建议内容 | 件数: 城建交通类 is a subject
_NO_ITEM = re.compile(r"^(?:合计|总计|小计|注|备注|[—\-/无]+)")
_GAPS = ("\t", "\n", "\u3000", "  ")
_FIELD = re.compile(r"[^\s\u3000](?:[^\t\n\u3000]*?[^\s\u3000])??(?=\t|\n|\u3000| {2,}|$)")
LONGEST_LINE = 200
_SPREAD = 6
Cell = tuple[int, Block]


def rows_of_tables(document: Document, folded: str, of_report: str) -> tuple[list[Named], set[int]]:
    """Items listed in tables, and the positions of the blocks that were read as such a list."""
    tables: dict[int, dict[int, list[Cell]]] = defaultdict(lambda: defaultdict(list))
    for position, block in enumerate(document.blocks):
        if block.kind == "cell" and block.table >= 0:
            tables[block.table][block.row].append((position, block))
    grids = [[cells for _, cells in sorted(rows.items())] for rows in tables.values()]
    named: list[Named] = []
    done: set[int] = set()
    for grid in grids + _typed_tables(document, folded):
        caption = _caption(document, folded, grid)
        columns: dict[str, int] = {}
        hint = of_report
        for cells in grid:
            header = _columns(folded, cells)
            if header:
                columns = header
                hint = _stream(caption) or of_report or _stream("".join(_words(folded, block) for _, block in cells).replace("代表", "建议"))
            elif columns:
                named += _named(document.text, folded, cells, columns, "重点" in caption, hint)
            if columns:
                done.update(position for position, _ in cells)
    return named, done


def _typed_tables(document: Document, folded: str) -> list[list[list[Cell]]]:
    """Tables typed as lines, with tabs or runs of blanks between the columns: a header line and the lines of as many columns below it."""
    grids: list[list[list[Cell]]] = []
    open_columns = 0
    for position, block in enumerate(document.blocks):
        if block.kind == "cell" or block.span.end - block.span.start > LONGEST_LINE:
            open_columns = 0
            continue
        line = block.span.of(document.text)
        parted = any(gap in line for gap in _GAPS)
        fields = [field.span() for field in _FIELD.finditer(document.text, block.span.start, block.span.end)] if parted else []
        fields = _joined(document.text, fields)
        if len(fields) < 2 or (len(fields) != open_columns and not _NAMES_ITEMS.search(folded, block.span.start, block.span.end)):
            open_columns = 0
            continue
        cells = [(position, replace(block, span=Span(start=start, end=end), column=column)) for column, (start, end) in enumerate(fields)]
        if _columns(folded, cells):
            grids.append([cells])
            open_columns = len(cells)
        elif len(cells) == open_columns:
            grids[-1].append(cells)
        else:
            open_columns = 0
    return grids


def _joined(text: str, fields: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """标  题, whose two characters stand apart, is one field."""
    found: list[tuple[int, int]] = []
    for start, end in fields:
        if found and end - start == 1 == found[-1][1] - found[-1][0] and text[start] in "题由号目名" and start - found[-1][1] <= _SPREAD:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _words(folded: str, block: Block) -> str:
    return re.sub(r"\s+", "", block.span.of(folded))


def _caption(document: Document, folded: str, grid: list[list[Cell]]) -> str:
    """The words above a table: 2023年重点提案目录."""
    first = grid[0][0][0]
    above = [block for block in document.blocks[max(0, first - 2) : first] if block.kind != "cell"]
    return "".join(_words(folded, block)[-60:] for block in above)


def _columns(folded: str, cells: list[Cell]) -> dict[str, int]:
    """What the columns of a header row hold; {} if the row is no header of a list of items."""
    found: dict[str, int] = {}
    loose = -1
    for _, block in cells:
        words = re.sub(r"[(（].{0,200}?[)）]", "", _words(folded, block))
        if len(words) > 14:
            return {}
        for name, pattern in (("title", _TITLE), ("number", _NUMBER), ("people", _PEOPLE), ("stream", _STREAM), ("key", _KEY)):
            if pattern.search(words):
                found.setdefault(name, block.column)
                break
        if _LOOSE_TITLE.match(words):
            loose = block.column
    if "title" in found and found["title"] == loose and not found.keys() & {"number", "people", "stream"}:
        return {}
    return found if "title" in found else {}


def _named(text: str, folded: str, cells: list[Cell], columns: dict[str, int], key: bool, hint: str) -> list[Named]:
    by_column = {block.column: block for _, block in cells}
    block = by_column.get(columns["title"])
    if block is None or len(_words(folded, block)) < 4 or _NO_ITEM.match(_words(folded, block)) or _SUBJECT.fullmatch(_words(folded, block)):
        return []
    span = _without_marks(folded, block.span)
    number = _words(folded, by_column[columns["number"]]) if columns.get("number") in by_column else ""
    said = _stream(number)  # 省十四届人大三次会议第0076号
    number = re.sub(r"^(?:提案|建议|议案|[^\d第]{0,24}(?:会议|大会))?第?|号$", "", number)
    people = _people(text, by_column.get(columns.get("people", -1)))
    words = _words(folded, by_column[columns["stream"]]) if columns.get("stream") in by_column else ""
    key_words = _words(folded, by_column[columns["key"]]) if columns.get("key") in by_column else ""
    return [
        Named(
            number=number if len(number) <= 20 else "",
            title=clean(span.of(text)),
            proposers=people,
            instrument=_stream(words) or said or _of_title(span.of(folded), hint),
            key=key or bool(key_words and not re.match(r"否|无|[—\-]", key_words)),
            span=span,
        )
    ]


def _of_title(title: str, hint: str) -> str:
    """A list of one stream tells it; in one of both the title does, by its last word."""
    own = _stream(title[-3:])
    return own or hint if hint in ("", "combined") else hint


def _stream(words: str) -> str:
    said = [stream for noun, stream in _STREAMS if noun in words] or [stream for body, stream in _BODIES if body in words]
    return said[0] if len(set(said)) == 1 else ""


def _without_marks(folded: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and folded[start] in ' \n“"《':
        start += 1
    while end > start and folded[end - 1] in ' \n”"》':
        end -= 1
    return Span(start=start, end=end)


def _people(text: str, block: Block | None) -> list[str]:
    if block is None:
        return []
    words = re.sub(r"等\s*\d*\s*[名位人]?.*$", "", fold(block.span.of(text)))
    place = block.span.of(text)[: len(words)]
    names = [re.sub(r"(?:委员|代表)$", "", name.strip()) for name in re.split(r"[、,，;；\n]|(?<!\s)\s+(?=\S{2})", place)]
    return [name for name in names if 2 <= len(name) <= 24]

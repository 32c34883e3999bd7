"""The filters of the command line: what people call regions, units and classes, to the ids of the warehouse."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable

from handling.model import Filters
from handling.query import Warehouse
from handling.vocabulary import classes, places

_SHOWN = 5  # candidates named where a word fits several


class UnknownWordError(ValueError):
    """An argument that names nothing, or too much. `str()` is one sentence for a person."""


def add_to(parser: argparse.ArgumentParser) -> None:
    """Declare the filter arguments. All but --year may be given several times, or with commas."""
    parser.add_argument("--year", metavar="2020-2023", default="", help="办理年度，一年或起止")
    for name, words in (
        ("region", "地区：名称、简称或代码"), ("unit", "单位：名称、简称或编号"), ("instrument", "类型：proposal 政协提案 …"),
        ("level", "层级：county 县级 …"), ("role", "承办角色：lead 主办、joint 协办"), ("topic", "议题：economy 经济发展 …"),
        ("measure", "指标：received 承办件数 …"),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", action="append", default=[], metavar=name.upper(), help=words)


def filters(options: argparse.Namespace, warehouse: Warehouse) -> tuple[Filters, list[str] | None]:
    """The filters, and the measures (None: all). Raises UnknownWordError."""
    chosen = Filters(
        years=years(options.year),
        regions=tuple(_region(word, warehouse) for word in _words(options.region)),
        units=tuple(found for word in _words(options.unit) for found in _units(word, warehouse)),
        instruments=_classes("instrument", "--instrument", options.instrument),
        levels=_classes("level", "--level", options.level),
        roles=_classes("role", "--role", options.role),
        topics=_classes("topic", "--topic", options.topic),
    )
    return chosen, list(_classes("measure", "--measure", options.measure)) or None


def years(words: str) -> tuple[int, ...]:
    """2020-2023 → (2020, 2023), 2022 → (2022, 2022), '' → (). Raises UnknownWordError."""
    if not words:
        return ()
    found = re.fullmatch(r"(\d{4})(?:\s*[-—–~至]\s*(\d{4}))?年?", words.strip())
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if first > last:
        raise UnknownWordError(f"--year {words}：看不懂这个年份。请写成 2022 或 2020-2023。")
    return first, last


def _words(given: Iterable[str]) -> list[str]:
    return [word.strip() for words in given for word in re.split(r"[,，、;；]", words) if word.strip()]


def _region(word: str, warehouse: Warehouse) -> str:
    rows = warehouse.ask("export/regions")
    exact = rows[(rows["region_id"] == word) | (rows["region_label"] == word)]
    if len(exact):
        return str(exact["region_id"].iloc[0])
    found = places.resolve(word)
    if found:
        return found.id
    like = rows[rows["region_name"].str.contains(word, regex=False)]
    if len(like) == 1:
        return str(like["region_id"].iloc[0])
    raise UnknownWordError(_unclear("--region", word, list(like["region_label"]), "写全名（如 济南市章丘区）或行政区划代码"))


def _units(word: str, warehouse: Warehouse) -> list[str]:
    rows = warehouse.ask("export/units")
    same = rows[(rows["unit_id"] == word) | (rows["unit_label"] == word)]
    if not len(same):
        same = rows[(rows["unit_name"] == word) | (rows["short_name"] == word)]
    if not len(same):
        same = rows[rows["unit_name"].str.contains(word, regex=False)]
    if len(same) == 1:
        return [str(same["unit_id"].iloc[0])]
    raise UnknownWordError(_unclear("--unit", word, list(same["unit_label"]), "用 python3 run.py export reports 查看单位，写全称"))


def _classes(field: str, argument: str, given: Iterable[str]) -> tuple[str, ...]:
    names = [name for name in classes.names() if name.field == field]
    ids = {word: name.id for name in names for word in (name.id, name.zh, name.en.lower())}
    found = []
    for word in _words(given):
        if word.lower() not in ids:
            raise UnknownWordError(f"{argument} {word}：没有这一种。可选：{'、'.join(f'{n.id}（{n.zh}）' for n in names)}。")
        found.append(ids[word.lower()])
    return tuple(dict.fromkeys(found))


def _unclear(argument: str, word: str, candidates: list[str], remedy: str) -> str:
    if not candidates:
        return f"{argument} {word}：数据里没有这个名称。请{remedy}。"
    more = " 等" if len(candidates) > _SHOWN else ""
    return f"{argument} {word}：不止一个（{'、'.join(candidates[:_SHOWN])}{more}）。请{remedy}。"

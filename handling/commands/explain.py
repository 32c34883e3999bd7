"""explain: one figure, the sentence that it was read from with the number marked, the rule and the source."""

from __future__ import annotations

import argparse
from typing import Any

MARKS = ("【", "】")


def add_to(commands: Any) -> None:
    """Declare the command."""
    parser: argparse.ArgumentParser = commands.add_parser("explain", help="说明一个数字从哪句话读出")
    parser.add_argument("figure", metavar="FIGURE_ID", help="数字编号（export figures 的最后一列）")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print it; ValueError where there is no such figure."""
    from handling import export, store
    from handling.query import Warehouse

    found = Warehouse(store.ready()).ask("explain/figure", figure_id=options.figure)
    if found.empty:
        raise ValueError(f"没有编号为 {options.figure} 的数字。编号见 export figures 的“数字编号”列。")
    row = found.iloc[0].to_dict()
    shown = export.named(found).iloc[0]
    for column in ("单位", "地区", "办理年度", "时段", "类型", "层级", "承办角色", "指标", "分类", "轮次或口径", "报告原用词"):
        if str(shown[column]) not in ("", "<NA>"):
            print(f"{column}：{shown[column]}")
    part = "（只是一部分，不是合计）" if row["part"] else ""
    print(f"数值：{row['value']:.15g}{ {'percent': '%', 'rank': '位'}.get(row['scale'], '') }{part}，{shown['依据']}")
    print(f"原文：{marked(row)}")
    print(f"规则：{row['rule']}，把握 {row['confidence']:.2f}{'，' + row['reason'] if row['reason'] else ''}")
    checked = "" if row["source_checked"] or row["file_name"] else "（来源未核对）"
    where = "，".join(part for part in (row["publisher"], row["published"], row["url"], row["file_name"]) if part)
    print(f"来源：《{row['report_title']}》{where}{checked}")
    return 0


def marked(row: dict[str, Any]) -> str:
    """The sentence of a figure on one line, with its number between MARKS; for a shipped figure, that its text is not here."""
    if not isinstance(row["text"], str) or row["number_start"] != row["number_start"]:
        return "随产品发布的数字，这里没有原文，请按来源查阅。"
    text, first, last = row["text"], int(row["number_start"]), int(row["number_end"])
    start, end = int(row["sentence_start"]), int(row["sentence_end"])
    opening, closing = MARKS
    return " ".join(f"{text[start:first]}{opening}{text[first:last]}{closing}{text[last:end]}".split())

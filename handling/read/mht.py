"""Web pages saved in one file (.mht), which Word also writes under the name .doc."""

from __future__ import annotations

import email
import email.policy

from handling.model import ReadingError
from handling.read.assembly import Readout
from handling.read.html import read_html


def read_mht(data: bytes, name: str) -> Readout:
    """The first page inside an .mht file."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for inner in message.walk():
        if inner.get_content_type() == "text/html":
            page = inner.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return read_html(page, name)
    raise ReadingError(name, "网页文件里没有正文", "请在浏览器中打开原网页，另存为 .html 后导入", code="empty")

"""Formats that only LibreOffice reads here (.doc, .wps, .rtf, .odt, .ods, .xlsb): converted where it is installed.

Where it is not, one sentence says what to save the file as.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from handling.model import ReadingError
from handling.read.assembly import Readout
from handling.read.container import SIGNATURE
from handling.read.limits import CONVERT_SECONDS
from handling.read.word import read_word
from handling.read.workbook import read_excel

_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


_BEGINNINGS = {
    "doc": (SIGNATURE, b"<"),
    "wps": (SIGNATURE,),
    "et": (SIGNATURE, b"<"),
    "rtf": (b"{",),
    "odt": (b"PK",),
    "ods": (b"PK",),
    "xlsb": (b"PK",),
}


def converter() -> str:
    """The path of LibreOffice on this machine; "" without one."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), "")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the converter with the processes that it started."""
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _convert(program: str, data: bytes, ending: str, target: str, name: str) -> bytes:
    """The file in the new format. A folder and a profile of its own, so that an open LibreOffice is not disturbed."""
    remedy = f"请用 WPS 或 Word 打开后另存为 .{target} 再导入"
    with tempfile.TemporaryDirectory(prefix="handling-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        source = folder / f"report.{ending}"
        source.write_bytes(data)
        profile = (folder / "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", target]
        process = subprocess.Popen(
            [*command, "--outdir", str(folder / "out"), str(source)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(timeout=CONVERT_SECONDS)
        except subprocess.TimeoutExpired as error:
            _stop(process)
            raise ReadingError(name, f"LibreOffice {CONVERT_SECONDS:.0f}秒内没有转换完", remedy, code="timeout") from error
        result = folder / "out" / f"report.{target}"
        if not result.is_file():
            raise ReadingError(name, "LibreOffice 无法转换这个文件", remedy, code="damaged")
        return result.read_bytes()


def _converted(data: bytes, name: str, ending: str, target: str) -> bytes:
    if not data.lstrip(b"\xef\xbb\xbf \r\n").startswith(_BEGINNINGS[ending]):
        # LibreOffice takes anything that it does not know for text.
        reason, remedy = f"文件已损坏，不是完整的 .{ending} 文件", f"请用 WPS 或 Word 打开后另存为 .{target} 再导入"
        raise ReadingError(name, reason, remedy, code="damaged")
    program = converter()
    if not program:
        reason, remedy = f"不能直接读取旧格式 .{ending}", f"请用 WPS 或 Word 打开后另存为 .{target} 再导入"
        raise ReadingError(name, reason, remedy, code="needs_converter")
    return _convert(program, data, ending, target, name)


def read_doc(data: bytes, name: str) -> Readout:
    """A .doc file."""
    return read_word(_converted(data, name, "doc", "docx"), name)


def read_wps(data: bytes, name: str) -> Readout:
    """A .wps file of WPS Writer."""
    return read_word(_converted(data, name, "wps", "docx"), name)


def read_rtf(data: bytes, name: str) -> Readout:
    """An .rtf file."""
    return read_word(_converted(data, name, "rtf", "docx"), name)


def read_odt(data: bytes, name: str) -> Readout:
    """An .odt file."""
    return read_word(_converted(data, name, "odt", "docx"), name)


def read_et(data: bytes, name: str) -> Readout:
    """An .et file of WPS Spreadsheets."""
    return read_excel(_converted(data, name, "et", "xlsx"), name)


def read_ods(data: bytes, name: str) -> Readout:
    """An .ods workbook."""
    return read_excel(_converted(data, name, "ods", "xlsx"), name)


def read_xlsb(data: bytes, name: str) -> Readout:
    """An .xlsb workbook."""
    return read_excel(_converted(data, name, "xlsb", "xlsx"), name)

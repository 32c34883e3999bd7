"""Makes the files that the tests read: Word, Excel, PDF, OFD, zip. Nothing is read from disk."""

from __future__ import annotations

import io
import zipfile

import docx
import xlsxwriter

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(fill):
    """A .docx whose python-docx document `fill` has filled."""
    document, stream = docx.Document(), io.BytesIO()
    fill(document)
    document.save(stream)
    return stream.getvalue()


def excel(fill):
    """An .xlsx whose XlsxWriter workbook `fill` has filled."""
    stream = io.BytesIO()
    workbook = xlsxwriter.Workbook(stream, {"in_memory": True})
    fill(workbook)
    workbook.close()
    return stream.getvalue()


def sheet(rows, formats=None, name="表"):
    """An .xlsx with one sheet of rows; `formats` maps (row, column) to a number format."""

    def fill(workbook):
        page = workbook.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                code = (formats or {}).get((row, column))
                if value is not None:
                    page.write(row, column, value, workbook.add_format({"num_format": code}) if code else None)

    return excel(fill)


def with_part(data, path, change):
    """A zip with one entry changed by a function of its bytes (None where there was none)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != path:
                new.writestr(entry, old.read(entry))
        new.writestr(path, change(old.read(path) if path in old.namelist() else None))
    return stream.getvalue()


def archive(parts):
    """A zip of path → text."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for path, words in parts.items():
            new.writestr(path, words)
    return stream.getvalue()


def put(x, y, words, size=12):
    """PDF operators for words at a place; points, counted from the lower left corner."""
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{words.encode('utf-16-be').hex()}> Tj ET"


def rule(x0, y0, x1, y1):
    """PDF operators for a thin line."""
    return f"0.5 w {x0} {y0} m {x1} {y1} l S"


def lined_table(left, top, widths, height, rows):
    """PDF operators for a table with rules around every cell."""
    edges = [left + sum(widths[:n]) for n in range(len(widths) + 1)]
    bottom = top - height * len(rows)
    drawn = [rule(left, top - height * n, edges[-1], top - height * n) for n in range(len(rows) + 1)]
    drawn += [rule(edge, top, edge, bottom) for edge in edges]
    for number, row in enumerate(rows):
        drawn += [put(edge + 3, top - height * number - height + 6, words, 10) for edge, words in zip(edges, row, strict=False) if words]
    return drawn


def pdf(pages):
    """A PDF of A4 pages, each a list of operators. The Chinese font is one that every reader of PDF knows by name."""
    font = 4
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        font: "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>",
        5: "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1)"
        " /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor 3 0 R >>",
        3: "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880"
        " /Descent -120 /CapHeight 880 /StemV 93 >>",
    }
    kids = []
    for number, operators in enumerate(pages):
        page, content = 6 + 2 * number, 7 + 2 * number
        kids.append(f"{page} 0 R")
        stream = "\n".join(operators)
        objects[page] = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 {font} 0 R >> >> /Contents {content} 0 R >>"
        objects[content] = f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(pages)} >>"
    out, places = b"%PDF-1.4\n", {}
    for number in sorted(objects):
        places[number] = len(out)
        out += f"{number} 0 obj\n{objects[number]}\nendobj\n".encode("ascii")
    start, count = len(out), max(objects) + 1
    out += f"xref\n0 {count}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{places[number]:010d} 00000 n \n".encode() for number in range(1, count))
    return out + f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()


def steps(words):
    """The steps between the characters of a line: Chinese ones are twice as wide as digits."""
    return " ".join("4.2" if ord(letter) > 255 else "2.1" for letter in words[:-1])


def ofd(pages):
    """An .ofd of pages, each a list of (x, y, words) in millimetres from the upper left corner."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    parts = {"OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"}
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    parts["Doc_0/Document.xml"] = f"<ofd:Document {space}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    for number, lines in enumerate(pages):
        objects = "".join(
            f'<ofd:TextObject Boundary="{x} {y - 5} 150 6" Size="4.2"><ofd:TextCode X="0" Y="5" DeltaX="{steps(words)}">{words}'
            "</ofd:TextCode></ofd:TextObject>"
            for x, y, words in lines
        )
        content = f"<ofd:Page {space}><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = content
    return archive(parts)

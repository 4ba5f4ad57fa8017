"""Workbooks of kinds that no library here writes, made record by record as their specifications say."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from xlwt.CompoundDoc import XlsDoc

Rows = Sequence[Sequence[Any]]
ERRORS = {"#N/A": 0x2A, "#DIV/0!": 0x07}


def container(path: Path, stream: bytes, name: str = "Workbook") -> Path:
    """An OLE2 container with one stream of that name."""
    XlsDoc().save(str(path), stream.ljust(8192, b"\0"))
    old, new = "Workbook\0".encode("utf-16-le"), f"{name}\0".encode("utf-16-le")
    content = path.read_bytes()
    at = content.index(old)
    entry = new.ljust(64, b"\0") + struct.pack("<H", len(new))
    path.write_bytes(content[:at] + entry + content[at + 66 :])
    return path


def biff(kind: int, *parts: bytes) -> bytes:
    """One record of an xls."""
    content = b"".join(parts)
    return struct.pack("<HH", kind, len(content)) + content


def xls_95(path: Path, name: str, rows: Rows) -> Path:
    """An xls of Excel 95 (BIFF5) in GBK with one sheet."""
    start = biff(0x809, struct.pack("<HHHH", 0x0500, 5, 0x096C, 1993)) + biff(0x42, struct.pack("<H", 936))
    title = name.encode("gbk")
    at = len(start) + 4 + 7 + len(title) + 4
    sheet = biff(0x85, struct.pack("<IHB", at, 0, len(title)), title)
    cells = b""
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            place = struct.pack("<HHH", row, column, 0)
            if value in ERRORS:
                cells += biff(0x205, place, bytes((ERRORS[value], 1)))
            elif isinstance(value, str):
                text = value.encode("gbk")
                cells += biff(0x204, place, struct.pack("<H", len(text)), text)
            elif value is not None:
                cells += biff(0x203, place, struct.pack("<d", value))
    size = struct.pack("<HHHHH", 0, len(rows), 0, max(map(len, rows)), 0)
    body = (
        biff(0x809, struct.pack("<HHHH", 0x0500, 0x10, 0x096C, 1993)) + biff(0x200, size) + cells + biff(0x0A)
    )
    return container(path, start + sheet + biff(0x0A) + body, "Book")


def xls_with_password(path: Path) -> Path:
    """An xls whose records from the second on are enciphered (FILEPASS, RC4)."""
    begin = biff(0x809, struct.pack("<HHHHII", 0x0600, 5, 0x0DBB, 1996, 0, 6))
    return container(
        path, begin + biff(0x2F, struct.pack("<HHH", 1, 1, 1), bytes(48)) + bytes(range(256)) * 8
    )


def xlsb(
    path: Path,
    sheets: Mapping[str, Rows],
    *,
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
) -> Path:
    """An xlsb; texts lie in the cells, rows and columns of every sheet are hidden by their 0-based number."""
    links, bundles = [], b""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for number, (name, rows) in enumerate(sheets.items(), 1):
            links.append(
                f'<Relationship Id="rId{number}" Target="worksheets/sheet{number}.bin" Type="http://schemas.'
                'openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
            )
            bundles += _record(156, struct.pack("<II", 0, number), _text(f"rId{number}"), _text(name))
            made.writestr(f"xl/worksheets/sheet{number}.bin", _sheet(rows, hidden_rows, hidden_columns))
        book = _record(131) + _record(153, bytes(12)) + _record(143) + bundles + _record(144) + _record(132)
        made.writestr("xl/workbook.bin", book)
        made.writestr(
            "xl/_rels/workbook.bin.rels",
            '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships">{"".join(links)}</Relationships>',
        )
    return path


def _record(kind: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = len(content), b""
    while length > 127:
        size += bytes([length & 0x7F | 0x80])
        length >>= 7
    return head + size + bytes([length]) + content


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _sheet(rows: Rows, hidden_rows: Sequence[int], hidden_columns: Sequence[int]) -> bytes:
    width = max(map(len, rows))
    parts = [_record(129), _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1)), _record(390)]
    parts += [_record(60, struct.pack("<IIIIH", each, each, 0, 0, 1)) for each in hidden_columns]
    parts += [_record(391), _record(145)]
    for number, row in enumerate(rows):
        hidden = 0x10 if number in hidden_rows else 0
        parts.append(_record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, hidden, 0, 0)))
        for column, value in enumerate(row):
            head = struct.pack("<II", column, 0)
            if value in ERRORS:
                parts.append(_record(3, head, bytes([ERRORS[value]])))
            elif isinstance(value, bool):
                parts.append(_record(4, head, bytes([value])))
            elif isinstance(value, str):
                parts.append(_record(6, head, _text(value)))
            elif value is not None:
                parts.append(_record(5, head, struct.pack("<d", value)))
    return b"".join([*parts, _record(146), _record(130)])


def ods(path: Path, content: str, *, manifest: str = "") -> Path:
    """An ods of these tables (the XML between `<office:spreadsheet>` and its end)."""
    spaces = " ".join(
        f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"'
        for each in ("office", "table", "text")
    )
    calc = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("META-INF/manifest.xml", manifest or '<manifest:manifest xmlns:manifest="m"/>')
        made.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} {calc}><office:body>'
            f"<office:spreadsheet>{content}</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def ods_cell(text: str, *attributes: str) -> str:
    """One cell of an ods with a text."""
    return (
        f'<table:table-cell office:value-type="string" {" ".join(attributes)}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def xlsx_of_parts(path: Path, sheet: str, **parts: str) -> Path:
    """An xlsx of one sheet by its XML; parts: `strings`, `workbook` in place of the usual."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    workbook = parts.get(
        "workbook",
        f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>",
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{relations}/{kind}" Target="{target}"/>'
        for number, kind, target in (
            (1, "worksheet", "worksheets/sheet1.xml"),
            (2, "sharedStrings", "sharedStrings.xml"),
            (3, "styles", "styles.xml"),
        )
    )
    formats = "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14))
    entries = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": workbook,
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{links}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs count="2">{formats}</cellXfs></styleSheet>',
        "xl/sharedStrings.xml": parts.get("strings", f'<sst xmlns="{main}"/>'),
        "xl/worksheets/sheet1.xml": sheet
        if sheet.startswith(("<?xml", "<!DOCTYPE"))
        else f'<worksheet xmlns="{main}">{sheet}</worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return path

"""What the parser leaves out of an xlsx: formula errors, formulas never computed, hidden rows, the day count."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from college_desk.files.sheets.book import UNCOMPUTED

_MOST_XML = 400 * 1024 * 1024
_ERROR_CELL = re.compile(
    rb'<(?:\w+:)?c\s+(?=[^>]*\bt="e")(?=[^>]*\br="([A-Z]{1,3})(\d{1,7})")[^>]*>(.{0,20000}?)</(?:\w+:)?c>',
    re.S,
)
_FORMULA_CELL = re.compile(
    rb'<(?:\w+:)?c\s+(?=[^>]*\br="([A-Z]{1,3})(\d{1,7})")([^>]*)>\s*'
    rb"(?:<(?:\w+:)?f\b[^>]*/>|<(?:\w+:)?f\b[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)</")
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*\bhidden="(?:1|true)"')
_DATE_MODE_RECORD = 0x22
_EOF_RECORD = 0x0A
_OLE2_SECTOR = 512


@dataclass(frozen=True)
class SheetMarks:
    """Of one sheet: texts of error cells by 0-based (row, column), and the number of hidden rows."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: int = 0


@dataclass(frozen=True)
class Marks:
    """Of one workbook, by sheet name; empty for what is no xlsx."""

    sheets: dict[str, SheetMarks] = field(default_factory=dict)
    date_1904: bool = False


def of(path: Path) -> Marks:
    """The marks of a workbook; of an xls only the day count."""
    if not zipfile.is_zipfile(path):
        return Marks(date_1904=_xls_counts_from_1904(path.read_bytes()))
    with zipfile.ZipFile(path) as opened:
        if "xl/workbook.xml" not in opened.namelist():
            return Marks()
        parts, date_1904 = _parts(opened)
        sheets = {}
        for name, part in parts:
            if part in opened.namelist() and opened.getinfo(part).file_size <= _MOST_XML:
                sheets[name] = _sheet(opened.read(part))
        return Marks(sheets, date_1904)


def _parts(opened: zipfile.ZipFile) -> tuple[list[tuple[str, str]], bool]:
    """The sheets' names with the entries that hold them, and whether days count from 1904."""
    from defusedxml import ElementTree  # type: ignore[import-untyped]  # it has no stubs

    workbook = ElementTree.fromstring(opened.read("xl/workbook.xml"))
    targets = {}
    if "xl/_rels/workbook.xml.rels" in opened.namelist():
        for each in ElementTree.fromstring(opened.read("xl/_rels/workbook.xml.rels")):
            target = each.get("Target", "")
            joined = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            targets[each.get("Id")] = posixpath.normpath(joined)
    parts = []
    date_1904 = False
    for each in workbook.iter():
        tag = each.tag.rpartition("}")[2]
        if tag == "workbookPr":
            date_1904 = each.get("date1904") in ("1", "true")
        elif tag == "sheet":
            link = next((value for key, value in each.attrib.items() if key.endswith("}id")), None)
            parts.append((each.get("name", ""), targets.get(link, "")))
    return parts, date_1904


def _sheet(xml: bytes) -> SheetMarks:
    errors: dict[tuple[int, int], str] = {}
    if b't="e"' in xml:
        for letters, digits, inside in _ERROR_CELL.findall(xml):
            value = _VALUE.search(inside)
            text = value.group(1).decode("utf-8", "replace") if value else "#N/A"
            errors[_place(letters, digits)] = text
    if b"<f" in xml or b":f" in xml:
        for place in _uncomputed(xml):
            errors.setdefault(place, UNCOMPUTED)
    hidden = len(_HIDDEN_ROW.findall(xml)) if b"hidden=" in xml else 0
    return SheetMarks(errors, hidden)


def _uncomputed(xml: bytes) -> Iterator[tuple[int, int]]:
    """Cells with a formula but no value; an empty value is the empty text only where the cell says so."""
    for letters, digits, attributes, empty_value in _FORMULA_CELL.findall(xml):
        if not (empty_value and b't="str"' in attributes):
            yield _place(letters, digits)


def _place(letters: bytes, digits: bytes) -> tuple[int, int]:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(digits) - 1, column - 1


def _xls_counts_from_1904(content: bytes) -> bool:
    """Whether the workbook stream's first records say so; it mostly lies unbroken after its first sector."""
    for start in range(_OLE2_SECTOR, min(len(content), 1 << 20), _OLE2_SECTOR):
        if content[start : start + 4] == b"\x09\x08\x10\x00":
            return _date_mode(content, start)
    return False


def _date_mode(content: bytes, at: int) -> bool:
    for _record in range(2000):
        if at + 6 > len(content):
            return False
        kind = int.from_bytes(content[at : at + 2], "little")
        length = int.from_bytes(content[at + 2 : at + 4], "little")
        if kind == _DATE_MODE_RECORD:
            return content[at + 4 : at + 6] == b"\x01\x00"
        if kind == _EOF_RECORD:
            return False
        at += 4 + length
    return False

"""The marks of an xlsb (MS-XLSB): its records walked through once, nothing of them built."""

from __future__ import annotations

import posixpath
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

from college_desk.files.sheets.marks import Marks, SheetMarks
from college_desk.files.sheets.xls_marks import ERRORS

_WORKBOOK, _LINKS = "xl/workbook.bin", "xl/_rels/workbook.bin.rels"
_PROPERTIES, _SHEET, _TEXT_ITEM = 153, 156, 19
_ROW, _COLUMNS, _FILTER_COLUMN = 0, 60, 163
_ERROR, _TEXT, _SHARED_TEXT, _TEXT_RESULT, _ERROR_RESULT, _RICH_TEXT = 3, 6, 7, 8, 11, 62
_CELLS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 62})
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x10, 0x01
_LARGEST_PART = 400 * 1024 * 1024
_HEAD = 8
"""The column and the style before the value of a cell."""


def of(path: Path) -> Marks:
    """The marks of an xlsb; none where its records cannot be followed."""
    try:
        with zipfile.ZipFile(path) as opened:
            return _marks(opened)
    except (ValueError, LookupError, struct.error):
        return Marks()


def _marks(opened: zipfile.ZipFile) -> Marks:
    from defusedxml import ElementTree  # type: ignore[import-untyped]  # it has no stubs

    names = set(opened.namelist())
    targets = {}
    for each in ElementTree.fromstring(opened.read(_LINKS), forbid_dtd=True):
        target = each.get("Target", "")
        joined = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        targets[each.get("Id")] = posixpath.normpath(joined)
    blanks = _blank_texts(opened) if "xl/sharedStrings.bin" in names else frozenset()
    date_1904, sheets = False, {}
    for kind, content in _records(_part(opened, _WORKBOOK)):
        if kind == _PROPERTIES:
            date_1904 = bool(content[0] & 1)
        elif kind == _SHEET:
            link, rest = _text(content[8:])
            part = targets.get(link, "")
            if part in names:
                sheets[_text(rest)[0]] = _sheet(_records(_part(opened, part)), blanks)
    return Marks(sheets, date_1904)


def _part(opened: zipfile.ZipFile, name: str) -> bytes:
    if opened.getinfo(name).file_size > _LARGEST_PART:
        raise ValueError("a part is too large to be walked through")
    return opened.read(name)


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Kinds and contents; both the kind and the length are numbers of seven bits a byte."""
    at, end = 0, len(part)
    while at < end:
        kind = part[at]
        at += 1
        if kind & 0x80:
            kind = kind & 0x7F | (part[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        for _byte in range(4):
            byte = part[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, part[at : at + length]
        at += length


def _text(content: bytes) -> tuple[str, bytes]:
    """A text with its length before it, and what follows."""
    length = 4 + struct.unpack_from("<I", content)[0] * 2
    return content[4:length].decode("utf-16-le", "replace"), content[length:]


def _is_blank(content: bytes) -> bool:
    text = _text(content)[0]
    return not text or text.isspace()


def _blank_texts(opened: zipfile.ZipFile) -> frozenset[int]:
    items = (
        content for kind, content in _records(_part(opened, "xl/sharedStrings.bin")) if kind == _TEXT_ITEM
    )
    return frozenset(number for number, content in enumerate(items) if _is_blank(content[1:]))


def _sheet(records: Iterator[tuple[int, bytes]], blanks: frozenset[int]) -> SheetMarks:
    errors: dict[tuple[int, int], str] = {}
    hidden_rows: set[int] = set()
    hidden_columns = []
    row, hidden, filtered, filled = 0, False, False, 0
    for kind, content in records:
        if kind in _CELLS:
            blank = (
                (kind == _SHARED_TEXT and struct.unpack_from("<I", content, _HEAD)[0] in blanks)
                or (kind in (_TEXT, _TEXT_RESULT) and _is_blank(content[_HEAD:]))
                or (kind == _RICH_TEXT and _is_blank(content[_HEAD + 1 :]))
            )
            if blank:
                continue
            filled += 1
            if hidden:
                hidden_rows.add(row)
            if kind in (_ERROR, _ERROR_RESULT):
                errors[row, struct.unpack_from("<I", content)[0]] = ERRORS.get(content[_HEAD], "#N/A")
        elif kind == _ROW:
            row, hidden = struct.unpack_from("<I", content)[0], bool(content[11] & _HIDDEN_ROW)
        elif kind == _COLUMNS and content[16] & _HIDDEN_COLUMN:
            hidden_columns.append(struct.unpack_from("<II", content))
        filtered = filtered or kind == _FILTER_COLUMN
    return SheetMarks(errors, {}, len(hidden_rows), tuple(hidden_columns), filtered, filled)

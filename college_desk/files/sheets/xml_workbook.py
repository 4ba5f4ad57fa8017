"""SpreadsheetML 2003 (“XML表格2003”), the text form of a workbook that older systems write as an xls."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path
from typing import Any

from college_desk.files.sheets import refusals
from college_desk.files.sheets.book import UNCOMPUTED, Book, Merge, Sheet
from college_desk.records.values.value_type import Cell

_SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_CHINESE = re.compile(rb"\s*<\?xml[^>]*encoding=[\"']gb[\w-]*[\"'][^>]*\?>", re.I)
_WIDEST, _TALLEST = 16_384, 1_048_576


def read(path: Path) -> Book:
    """All worksheets of the file. Raises UnusableInput where it is damaged or declares entities."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException, ElementTree  # type: ignore[import-untyped]  # it has no stubs

    sheets: list[Sheet] = []
    date_1904 = False
    try:
        for _event, element in ElementTree.iterparse(io.BytesIO(_in_utf8(path)), forbid_dtd=True):
            if element.tag == _EXCEL + "Date1904":
                date_1904 = True
            elif element.tag == _SPREADSHEET + "Worksheet":
                sheets.append(_Grid(path, element).sheet)
                element.clear()
    except DefusedXmlException as error:
        raise refusals.unsafe(path) from error
    except (ParseError, ValueError, LookupError, OSError) as error:
        raise refusals.damaged(path) from error
    if not any(sheet.rows for sheet in sheets):
        raise refusals.no_cell(path)
    return Book(path.name, "xml", tuple(sheets), date_1904)


def _in_utf8(path: Path) -> bytes:
    """The file's text in UTF-8: the parser knows no Chinese encodings."""
    content = path.read_bytes()
    declared = _CHINESE.match(content)
    if declared is None:
        return content
    return content[declared.end() :].decode("gb18030").encode("utf-8")


class _Grid:
    """One worksheet laid out; rows and cells stand at their index, or behind the one before."""

    def __init__(self, path: Path, worksheet: Any) -> None:
        self._path = path
        self._rows: list[list[Cell]] = []
        self._merges: list[Merge] = []
        self._errors = self._hidden_rows = self._hidden_columns = self._filled = 0
        self._name = worksheet.get(_SPREADSHEET + "Name", "")
        self._visible = not any(
            each.text and each.text.strip() != "SheetVisible" for each in worksheet.iter(_EXCEL + "Visible")
        )
        self._filtered = worksheet.find(f".//{_EXCEL}AutoFilterColumn") is not None
        table = worksheet.find(_SPREADSHEET + "Table")
        if table is not None:
            for row in table.iter(_SPREADSHEET + "Row"):
                self._add(row)
            self._hidden_columns = sum(
                1 + _whole(column, "Span", 0)
                for column in table.iter(_SPREADSHEET + "Column")
                if column.get(_SPREADSHEET + "Hidden") == "1"
            )
        while self._rows and not self._rows[-1]:
            self._rows.pop()

    @property
    def sheet(self) -> Sheet:
        """The worksheet as a sheet."""
        width = max((len(row) for row in self._rows), default=0)
        return Sheet(
            self._name,
            self._rows,
            tuple(self._merges),
            self._visible,
            self._errors,
            self._hidden_rows,
            min(self._hidden_columns, width),
            self._filtered,
            self._filled,
            sum(len(row) - row.count(None) for row in self._rows),
        )

    def _add(self, row: Any) -> None:
        top = _whole(row, "Index", len(self._rows) + 1) - 1
        if not len(self._rows) <= top < _TALLEST:
            raise refusals.damaged(self._path)
        cells: list[Cell] = []
        column = 0
        for cell in row.iter(_SPREADSHEET + "Cell"):
            column = _whole(cell, "Index", column + 1) - 1
            if not len(cells) <= column < _WIDEST:
                raise refusals.damaged(self._path)
            value = self._value(cell)
            if value is not None:
                cells.extend([None] * (column - len(cells)))
                cells.append(value)
            right, bottom = _whole(cell, "MergeAcross", 0), _whole(cell, "MergeDown", 0)
            if right or bottom:
                self._merges.append(Merge(top, column, top + bottom, column + right))
            column += right + 1
        if cells or _whole(row, "Index", 0):
            self._rows.extend([] for _row in range(top - len(self._rows)))
        self._rows.append(cells)
        self._hidden_rows += bool(cells) and row.get(_SPREADSHEET + "Hidden") == "1"
        self._rows.extend([] for _row in range(min(_whole(row, "Span", 0), _TALLEST - top - 1)))

    def _value(self, cell: Any) -> Cell:
        data = cell.find(_SPREADSHEET + "Data")
        text = "" if data is None else "".join(data.itertext())
        if not text or text.isspace():
            if data is None and cell.get(_SPREADSHEET + "Formula"):
                self._errors += 1
                self._filled += 1
                return UNCOMPUTED
            return None
        self._filled += 1
        kind = data.get(_SPREADSHEET + "Type")
        self._errors += kind == "Error"
        return _typed(text, kind)


def _typed(text: str, kind: str | None) -> Cell:
    if kind == "Number":
        number = float(text)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number
    if kind == "Boolean":
        return text.strip() == "1"
    if kind == "DateTime":
        moment = dt.datetime.fromisoformat(text.strip())
        return moment.date() if moment.time() == dt.time() else moment
    return text


def _whole(element: Any, name: str, default: int) -> int:
    text = element.get(_SPREADSHEET + name)
    return default if text is None else max(0, int(text))

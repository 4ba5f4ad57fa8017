"""Tables of a web page, as systems of schools (教务系统) export them under the name of an xls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from college_desk.files.sheets import refusals
from college_desk.files.sheets.book import Book, Merge, Sheet
from college_desk.files.sheets.text_encoding import Decoded, decoded, is_garbled
from college_desk.records.values.value_type import Cell

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.I)
_SAME = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030"}
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_WESTERN = frozenset({"iso-8859-1", "latin1", "windows-1252"})
"""What pages declare that nobody set up; Chinese is never in it."""
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.I)
_WIDEST, _TALLEST = 16_384, 1_048_576
_MOST_CELLS = 20_000_000
_NONE: Mapping[str, str] = {}
_SHEET_NAME = re.compile(r"<x:Name>([^<]{1,100})</x:Name>")


def read(path: Path, encoding: str | None = None) -> Book:
    """The tables of a page that hold something, each a sheet; cells that span several are merged.

    encoding: chosen by somebody, else the page's own. Nothing outside the page is looked at. Raises
    UnusableInput for a page without a table.
    """
    from lxml import etree

    try:
        content = path.read_bytes()
    except OSError as error:
        raise refusals.unreadable(path, error) from error
    text, used, doubtful = _text(content, path, encoding)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        page = etree.fromstring(_UNREADABLE.sub(" ", text).encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise refusals.no_table(path) from error
    tables = [] if page is None else list(page.iter("table"))
    if not tables:
        raise refusals.no_table(path)
    names = _SHEET_NAME.findall(text)
    read = [_Grid(path, table).sheet for table in tables]
    filled = [sheet for sheet in read if sheet.rows]
    if not filled:
        raise refusals.no_cell(path)
    sheets = tuple(_named(sheet, number, names, len(filled)) for number, sheet in enumerate(filled))
    return Book(path.name, "html", sheets, encoding=used, encoding_doubtful=doubtful)


def _named(sheet: Sheet, number: int, names: Sequence[str], many: int) -> Sheet:
    """The sheet under the name Excel gave it in the page, or its number where there are several."""
    name = names[number] if len(names) == many else str(number + 1) if many > 1 else ""
    return replace(sheet, name=name)


def _text(content: bytes, path: Path, encoding: str | None) -> Decoded:
    """The page's text: by the encoding chosen, else by its mark, else by the one it declares if that fits."""
    declared = _DECLARED.search(content[:8192])
    if encoding is None and declared and not content.startswith(_MARKS) and not _is_utf8(content):
        name = declared.group(1).decode("ascii").lower()
        name = _SAME.get(name, name)
        if name not in _WESTERN:
            with suppress(UnicodeDecodeError, LookupError):
                text = content.decode(name)
                if is_garbled(text):
                    raise refusals.garbled(path)
                return Decoded(text, name)
    return decoded(content, path, encoding)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _Grid:
    """One table laid out in rows and columns; a table within a cell is a sheet of its own."""

    def __init__(self, path: Path, table: Any) -> None:
        self._path = path
        self._rows: list[list[Cell]] = []
        self._taken: dict[int, set[int]] = {}
        self._merges: list[Merge] = []
        self._hidden_rows = 0
        for row in _own(table, "tr"):
            self._add(row)
        while self._rows and not self._rows[-1]:
            self._rows.pop()

    @property
    def sheet(self) -> Sheet:
        """The table as a sheet."""
        height = len(self._rows)
        merges = tuple(
            merge._replace(bottom=min(merge.bottom, height - 1))
            for merge in self._merges
            if merge.top < height
        )
        filled = sum(len(row) - row.count(None) for row in self._rows)
        return Sheet("", self._rows, merges, hidden_rows=self._hidden_rows, cells_read=filled)

    def _add(self, row: Any) -> None:
        top = len(self._rows)
        taken = self._taken.pop(top, set())
        cells: list[Cell] = []
        column = 0
        for cell in _own(row, "td", "th"):
            while column in taken:
                column += 1
            if column >= _WIDEST or top >= _TALLEST:
                raise refusals.too_large(self._path)
            attributes = dict(cell.items()) if cell.keys() else _NONE
            value = _value(cell, attributes)
            if value is not None:
                cells.extend([None] * (column - len(cells)))
                cells.append(value)
            width = height = 1
            if attributes:
                width = min(_span(attributes, "colspan"), _WIDEST - column)
                height = _span(attributes, "rowspan")
            if width > 1 or height > 1:
                self._merge(Merge(top, column, top + height - 1, column + width - 1))
            column += width
        self._rows.append(cells)
        if cells and _NOT_SHOWN.search(row.get("style") or ""):
            self._hidden_rows += 1

    def _merge(self, merge: Merge) -> None:
        self._merges.append(merge)
        if (merge.bottom - merge.top) * (merge.right - merge.left + 1) > _MOST_CELLS:
            raise refusals.too_large(self._path)
        for row in range(merge.top + 1, merge.bottom + 1):
            self._taken.setdefault(row, set()).update(range(merge.left, merge.right + 1))


def _own(element: Any, *tags: str) -> Iterator[Any]:
    """Elements of these tags within an element, but not within a table inside it."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag in ("thead", "tbody", "tfoot", "form", "div", "span", "font", "center"):
            yield from _own(child, *tags)


def _span(attributes: Mapping[str, str], name: str) -> int:
    digits = attributes.get(name, "").strip()
    return (
        min(max(int(digits), 1), _TALLEST) if digits.isascii() and digits.isdigit() and len(digits) < 8 else 1
    )


def _value(cell: Any, attributes: Mapping[str, str]) -> Cell:
    """What stands in a cell: the number Excel keeps beside it, else its text with its line breaks."""
    exact = attributes.get("x:num")
    if exact:
        with suppress(ValueError):
            return float(exact)
    text = "".join(_texts(cell)) if len(cell) else cell.text or ""
    if text.isalnum():
        return text
    text = "\n".join(_SPACES.sub(" ", line).strip(" ") for line in text.split("\v"))
    text = text.strip("\n")
    return text if text and not text.isspace() else None


def _texts(element: Any) -> Iterator[str]:
    """The texts within an element in their order, `\\v` for a line break, without tables inside it."""
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield "\v"
        elif child.tag in ("p", "div", "li"):
            yield "\v"
            yield from _texts(child)
        elif child.tag not in ("table", "script", "style"):
            yield from _texts(child)
        yield child.tail or ""

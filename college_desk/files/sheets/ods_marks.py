"""The marks of an ods, read from the text of its content row by row; repeated cells count as often as they repeat."""

from __future__ import annotations

import html
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from college_desk.files.sheets.book import Merge
from college_desk.files.sheets.marks import Marks, SheetMarks
from college_desk.files.sheets.zip_text import cut, pieces

_PART = "content.xml"
_ROW_END = b"</table:table-row>"
_EVENT = re.compile(
    rb"<table:table(?:\s([^>]*)>|-column\b([^>]*?)/?>|-row\b([^>]*?)(?:/>|>(.*?)</table:table-row>))", re.S
)
_CELL = re.compile(
    rb"<table:(?:covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)", re.S
)
_NAME = re.compile(rb'table:name="([^"]*)"')
_FILLED = b' office:value-type="'
_LOOK_CLOSER = (
    b"-spanned=", b'value-type="error"', b"<text:p/>", b"<text:p></text:p>", b'office:string-value=""', b"<text:p> ",
)  # fmt: skip
_REPEATED_ROWS = re.compile(rb'number-rows-repeated="(\d{1,8})"')
_REPEATED = re.compile(rb'number-columns-repeated="(\d{1,8})"')
_SPANNED = re.compile(rb'number-(columns|rows)-spanned="(\d{1,8})"')
_TEXT = re.compile(rb"<text:p[^>/]*>(.*?)</text:p>", re.S)
_TAG = re.compile(rb"<[^>]*>")
_TALLEST, _WIDEST = 1_048_576, 16_384


@dataclass
class _Tally:
    """What has been found of a sheet so far; row: the number of the row that comes next."""

    name: str
    row: int = 0
    column: int = 0
    filled: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    filtered: bool = False


def of(path: Path) -> Marks:
    """The marks of an ods. Raises UnusableInput where its XML declares entities."""
    tallies: list[_Tally] = []
    with zipfile.ZipFile(path) as opened:
        for xml in cut(pieces(opened, _PART, path), _ROW_END):
            for table, column, row, cells in _EVENT.findall(xml):
                if table:
                    name = _NAME.search(table)
                    tallies.append(_Tally(html.unescape(name.group(1).decode("utf-8")) if name else ""))
                elif tallies and column:
                    _add_column(column, tallies[-1])
                elif tallies:
                    _add_row(row, cells, tallies[-1])
    return Marks(
        {
            each.name: SheetMarks(
                each.errors,
                {},
                each.hidden_rows,
                tuple(each.hidden_columns),
                each.filtered,
                each.filled,
                merges=tuple(each.merges),
            )
            for each in tallies
        }
    )


def _times(pattern: re.Pattern[bytes], text: bytes, most: int) -> int:
    found = pattern.search(text)
    return max(1, min(int(found.group(1)), most)) if found else 1


def _add_column(attributes: bytes, tally: _Tally) -> None:
    many = _times(_REPEATED, attributes, _WIDEST)
    if b'visibility="collapse"' in attributes:
        tally.hidden_columns.append((tally.column, tally.column + many - 1))
    tally.column += many


def _add_row(attributes: bytes, cells: bytes, tally: _Tally) -> None:
    times = _times(_REPEATED_ROWS, attributes, _TALLEST)
    filled = cells.count(_FILLED)
    if any(mark in cells for mark in _LOOK_CLOSER) or (filled and b"columns-repeated" in cells):
        filled = _look_at_cells(cells, tally)
    tally.filled += filled * times
    if filled and b"visibility=" in attributes:
        by_filter = b'visibility="filter"' in attributes
        tally.filtered = tally.filtered or by_filter
        tally.hidden_rows += times if by_filter or b'visibility="collapse"' in attributes else 0
    tally.row += times


def _look_at_cells(cells: bytes, tally: _Tally) -> int:
    """Note the errors and merges of a row; the number of its filled cells."""
    filled = column = 0
    for attributes, inside in _CELL.findall(cells):
        times = _times(_REPEATED, attributes, _WIDEST)
        if b'value-type="error"' in attributes:
            tally.errors[tally.row, column] = _text(inside) or "#N/A"
            filled += 1
        elif _FILLED in attributes and not _is_blank(attributes, inside):
            filled += times
        spans = {name: int(many) for name, many in _SPANNED.findall(attributes)}
        right, bottom = spans.get(b"columns", 1) - 1, spans.get(b"rows", 1) - 1
        if right > 0 or bottom > 0:
            tally.merges.append(Merge(tally.row, column, tally.row + bottom, column + right))
        column += times
    return filled


def _is_blank(attributes: bytes, inside: bytes) -> bool:
    return b'value-type="string"' in attributes and not _text(inside)


def _text(inside: bytes) -> str:
    text = b"\n".join(_TAG.sub(b"", each) for each in _TEXT.findall(inside))
    return html.unescape(text.decode("utf-8", "replace")).strip()

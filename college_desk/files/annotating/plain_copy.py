"""The cells of a file that is no xlsx (xls, xlsb, ods, csv, a web page) as an xlsx, as they are seen."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from college_desk.files.annotating.parts import parts_of
from college_desk.files.documents.measure import width
from college_desk.files.documents.workbook import FORMULA_LIKE
from college_desk.files.mapping.columns import letters
from college_desk.files.sheets.book import Book, Merge, Sheet
from college_desk.records.values.value_type import Cell

_MEASURED_ROWS = 200
_NARROWEST, _WIDEST = 8, 40
_LONGEST_NAME = 31


def write(book: Book, out: Path) -> dict[str, str]:
    """Write the workbook; the names that its sheets have there, by their names in the file.

    Texts are texts, also those of digits; hidden sheets stay hidden.
    """
    import openpyxl
    from openpyxl.cell import WriteOnlyCell

    made = openpyxl.Workbook(write_only=True)
    made.properties.creator = ""
    names: dict[str, str] = {}
    for each in book.sheets:
        names[each.name] = _name(each.name or Path(book.file).stem, names.values())
        sheet: Any = made.create_sheet(names[each.name])
        if not each.visible:
            sheet.sheet_state = "hidden"
        for index, wide in enumerate(_widths(each)):
            sheet.column_dimensions[letters(index)].width = wide
        for row in each.rows:
            sheet.append([_cell(WriteOnlyCell, sheet, cell) for cell in row])
    if all(not each.visible for each in book.sheets):
        made.worksheets[0].sheet_state = "visible"
    made.save(out)
    return names


def merged(copy: Path, book: Book, names: dict[str, str]) -> dict[str, bytes]:
    """The parts of a written copy with the merged ranges of the file, {entry name: content}; only those with any."""
    parts = {}
    with zipfile.ZipFile(copy) as opened:
        found = parts_of(opened, copy)
        for each in book.sheets:
            if each.merges:
                part = found.sheets[names[each.name]]
                ranges = "".join(f'<mergeCell ref="{_range(merge)}"/>' for merge in each.merges)
                element = f'<mergeCells count="{len(each.merges)}">{ranges}</mergeCells>'.encode()
                xml = opened.read(part)
                parts[part] = xml.replace(b"</sheetData>", b"</sheetData>" + element)
    return parts


def _name(wanted: str, taken: Sequence[str] | Any) -> str:
    """A name that a sheet may have and none has yet."""
    fit = re.sub(r"[\[\]:*?/\\]", "·", wanted).strip("'")[:_LONGEST_NAME] or "1"
    name, number = fit, 1
    met = {each.casefold() for each in taken}
    while name.casefold() in met:
        number += 1
        name = f"{fit[: _LONGEST_NAME - 4]}({number})"
    return name


def _cell(kind: Any, sheet: Any, cell: Cell) -> Any:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if cell is None:
        return None
    if isinstance(cell, str):
        written = kind(sheet, "")
        written.value = ILLEGAL_CHARACTERS_RE.sub("", cell)
        written.data_type = "s"
        written.number_format = "@"
        if cell.startswith(FORMULA_LIKE):
            written.quotePrefix = True
        return written
    written = kind(sheet, cell)
    if isinstance(cell, dt.datetime):
        written.number_format = "yyyy-mm-dd hh:mm:ss"
    elif isinstance(cell, dt.date):
        written.number_format = "yyyy-mm-dd"
    return written


def _widths(sheet: Sheet) -> Iterator[float]:
    """A width for each column in digits, by the texts of the first rows outside merged ranges."""
    wide = {(merge.top, merge.left) for merge in sheet.merges if merge.right > merge.left}
    widths = [0.0] * sheet.width
    for number, row in enumerate(sheet.rows[:_MEASURED_ROWS]):
        for index, cell in enumerate(row):
            if cell is not None and (number, index) not in wide:
                longest = max(str(cell).split("\n"), key=len)
                widths[index] = max(widths[index], 2 * width(longest))
    for each in widths:
        yield min(max(each + 2, _NARROWEST), _WIDEST)


def _range(merge: Merge) -> str:
    return f"{letters(merge.left)}{merge.top + 1}:{letters(merge.right)}{merge.bottom + 1}"

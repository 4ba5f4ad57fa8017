"""Workbooks made for tests, as offices make them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlwt

from college_desk.files.sheets.book import Merge, Sheet

Rows = Sequence[Sequence[Any]]


def xlsx(
    path: Path,
    sheets: Mapping[str, Rows],
    *,
    merges: Mapping[str, Sequence[str]] | None = None,
    hidden: Sequence[str] = (),
    very_hidden: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
) -> Path:
    """An xlsx of these sheets; merges: {sheet: ["A1:C1"]}; hidden_rows: of every sheet, 1-based."""
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for each in (merges or {}).get(name, ()):
            sheet.merge_cells(each)
        if name in hidden:
            sheet.sheet_state = "hidden"
        if name in very_hidden:
            sheet.sheet_state = "veryHidden"
        for number in hidden_rows:
            sheet.row_dimensions[number].hidden = True
    book.save(path)
    return path


def xls(path: Path, sheets: Mapping[str, Rows], *, from_1904: bool = False) -> Path:
    """An xls of these sheets."""
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = from_1904
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(number, column, value)
    book.save(str(path))
    return path


def sheet(*rows: Sequence[Any], name: str = "名册", merges: Sequence[Merge] = ()) -> Sheet:
    """A sheet in memory."""
    return Sheet(name, [list(row) for row in rows], tuple(merges))

"""Plain lists for whoever asks: a csv or a workbook of one sheet, one row a record."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _

ListCell = str | int | Decimal
"""Text, a whole number, or an amount with its decimals."""

_RUNS_AS_FORMULA = tuple("=+-@\t\r＝＋－＠")
_SHEET_TITLE_LENGTH = 31
_A4 = 9
_WIDEST = 60


@dataclass(frozen=True)
class ListColumn:
    """One column: its heading, its width in characters (a Chinese one counts one), its side."""

    title: str
    wide: int = 10
    right_aligned: bool = False


def defused(text: str) -> str:
    """Text that a spreadsheet opening a csv takes as text: one that would run as a formula gets a `'`."""
    return "'" + text if text.startswith(_RUNS_AS_FORMULA) else text


def write_csv(out: Path, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a csv in UTF-8 with its mark, lines ended as Excel ends them; the old file stays until it is done.

    Raises UnusableInput when the file cannot be written.
    """
    with replacing(out) as unfinished, unfinished.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(titles)
        writer.writerows([defused(text) for text in row] for row in rows)


def write_xlsx(
    out: Path,
    title: str,
    columns: Sequence[ListColumn],
    rows: Iterable[Sequence[ListCell]],
) -> None:
    """Write a workbook of one sheet: headings that stay in sight and repeat in print, text as text.

    title: the tab's. A4 landscape, one page wide.
    Raises UnusableInput when the file cannot be written.
    """
    with replacing(out) as unfinished:
        _save(unfinished, title, columns, rows)


def _save(file: Path, title: str, columns: Sequence[ListColumn], rows: Iterable[Sequence[ListCell]]) -> None:
    import openpyxl
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = openpyxl.Workbook(write_only=True)
    book.properties.creator = ""
    sheet = book.create_sheet(_sheet_title(title))
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.center.text = "&P / &N"
    for index, column in enumerate(columns, start=1):
        width = max(column.wide, len(column.title)) * 2 + 2
        sheet.column_dimensions[get_column_letter(index)].width = min(width, _WIDEST)
    bold, middle = Font(bold=True), Alignment(horizontal="center", vertical="center", wrap_text=True)
    heads = []
    for column in columns:
        cell = WriteOnlyCell(sheet, column.title)
        cell.font, cell.alignment = bold, middle
        heads.append(cell)
    sheet.append(heads)
    for row in rows:
        sheet.append([_sheet_cell(sheet, value) for value in row])
    book.save(file)


def _sheet_cell(sheet: Any, value: Any) -> Any:
    """The cell of a value: text kept from being taken for a number or a formula; empty text is no cell."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if value == "":
        return None
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.number_format = "@"
        if value.startswith(_RUNS_AS_FORMULA):
            cell.quotePrefix = True
    elif isinstance(value, Decimal):
        cell.number_format = "0.00"
    return cell


def _sheet_title(title: str) -> str:
    kept = "".join("·" if character in "[]:*?/\\" else character for character in title)
    return kept[:_SHEET_TITLE_LENGTH] or "1"


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A file beside `out` to write, put in its place at the end; gone when writing failed."""
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=out.suffix or ".new", dir=out.parent)
        os.close(handle)
        unfinished = Path(name)
        try:
            yield unfinished
            unfinished.replace(out)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as problem:
        raise UnusableInput(
            _("文件“{file}”写不进去，请检查文件夹是否存在、文件是否正被打开。").format(file=out)
        ) from problem

"""Spreadsheets as offices make them: title lines, headers over two rows, totals, hidden sheets, GBK csv, old xls."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import xlwt
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from college_desk.files.documents.office_zip import core_xml
from tests.generators.demo_college import DAY, SEED
from tests.generators.demo_college.shapes import Cell, Raw, Shape, plain

Row = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """A column: its header, the value of a row it shows, how it is written, what stands above it when merged."""

    header: str
    value: str = ""
    shape: Shape = plain
    above: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet: what stands above the table, its columns and rows, what stands below it.

    rows: values by name, a Raw one is written as it is; merged_down: columns whose equal cells, one below the
    other, are one merged cell; numbered: the first column counts the rows.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    titles: tuple[str, ...] = ()
    below: tuple[tuple[str, ...], ...] = ()
    merged_down: tuple[str, ...] = ()
    numbered: bool = True
    hidden: bool = False


@dataclass(frozen=True)
class Workbook:
    """One file of the college; encoding: of a csv, whose only sheet is the first."""

    file: str
    sheets: tuple[Sheet, ...]
    encoding: str = "gb18030"
    notes: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    dictionary: Sequence[Sequence[str]] = ()


def write(folder: Path, book: Workbook) -> None:
    """Write a workbook into a folder, in the format that its name says."""
    kind = book.file.rpartition(".")[2]
    writer = {"xlsx": _xlsx, "xls": _xls, "csv": _csv}[kind]
    (folder / book.file).write_bytes(writer(book))


def grid(sheet: Sheet, file: str) -> list[list[Cell]]:
    """All cells of a sheet, the header rows as they are merged."""
    rng = random.Random(f"{SEED}/{file}/{sheet.name}")
    width = len(sheet.columns)
    cells: list[list[Cell]] = [[title] for title in sheet.titles]
    if any(column.above for column in sheet.columns):
        groups = [column.above for column in sheet.columns]
        cells.append(
            [
                column.header
                if not column.above
                else column.above
                if groups[place - 1 : place] != [column.above]
                else None
                for place, column in enumerate(sheet.columns)
            ]
        )
        cells.append([column.header if column.above else None for column in sheet.columns])
    else:
        cells.append([column.header for column in sheet.columns])
    for number, row in enumerate(sheet.rows, start=1):
        cells.append([_cell(column, row, number, sheet.numbered, rng) for column in sheet.columns])
    cells += [[*line, *[None] * (width - len(line))] for line in sheet.below]
    return cells


def _cell(column: Column, row: Row, number: int, numbered: bool, rng: random.Random) -> Cell:
    if column.header.replace(" ", "") in ("序号", "编号") and not column.value:
        return number if numbered else None
    value = row.get(column.value)
    if isinstance(value, Raw):
        return value.value
    shaped = column.shape(value, rng)
    return shaped if not isinstance(shaped, bool) else ("是" if shaped else "否")


def header_rows(sheet: Sheet) -> tuple[int, int]:
    """The 1-based rows of the header: the first and the last."""
    first = len(sheet.titles) + 1
    return first, first + (1 if any(column.above for column in sheet.columns) else 0)


# --- xlsx

_THIN = Side(style="thin", color="999999")


def _xlsx(book: Workbook) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    if book.dictionary:
        _plain_sheet(made, "数据字典", book.dictionary).sheet_state = "hidden"
    for sheet in book.sheets:
        _fill(made.create_sheet(sheet.name), sheet, book.file)
        if sheet.hidden:
            made[sheet.name].sheet_state = "hidden"
    for name, lines in book.notes.items():
        _plain_sheet(made, name, lines)
    made.active = 1 if book.dictionary else 0
    out = io.BytesIO()
    made.save(out)
    return _same_bytes(out.getvalue(), book.file)


def _plain_sheet(made: openpyxl.Workbook, name: str, lines: Sequence[Sequence[str]]) -> Any:
    sheet = made.create_sheet(name)
    for line in lines:
        sheet.append(list(line))
    return sheet


def _fill(target: Any, sheet: Sheet, file: str) -> None:
    cells = grid(sheet, file)
    width = len(sheet.columns)
    first, last = header_rows(sheet)
    for number, line in enumerate(cells, start=1):
        for place, value in enumerate(line, start=1):
            if value is None:
                continue
            cell = target.cell(number, place, value)
            if isinstance(value, dt.date):
                cell.number_format = "yyyy/m/d"
            elif isinstance(value, str):
                cell.number_format = "@"
            if first <= number:
                cell.border = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
            if first <= number <= last:
                cell.font = Font(bold=True)
                cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for number in range(1, first):
        target.merge_cells(start_row=number, start_column=1, end_row=number, end_column=width)
        target.cell(number, 1).alignment = Alignment(horizontal="center" if number == 1 else "left")
        target.cell(number, 1).font = Font(bold=number == 1, size=16 if number == 1 else 11)
    for merged in (*header_merges(sheet), *_merges_down(sheet, last)):
        target.merge_cells(
            start_row=merged[0], start_column=merged[2], end_row=merged[1], end_column=merged[3]
        )
    for place in range(width):
        target.column_dimensions[get_column_letter(place + 1)].width = 7 if place == 0 else 16
    target.freeze_panes = target.cell(last + 1, 3)


def header_merges(sheet: Sheet) -> list[tuple[int, int, int, int]]:
    """The merged ranges of a header over two rows: first row, last row, first column, last column."""
    first, last = header_rows(sheet)
    if first == last:
        return []
    merges = []
    place = 0
    while place < len(sheet.columns):
        above = sheet.columns[place].above
        until = place
        if above:
            while until + 1 < len(sheet.columns) and sheet.columns[until + 1].above == above:
                until += 1
            if until > place:
                merges.append((first, first, place + 1, until + 1))
        else:
            merges.append((first, last, place + 1, place + 1))
        place = until + 1
    return merges


def _merges_down(sheet: Sheet, last: int) -> Iterable[tuple[int, int, int, int]]:
    for place, column in enumerate(sheet.columns, start=1):
        if column.header not in sheet.merged_down:
            continue
        begins = 0
        for number in range(1, len(sheet.rows) + 1):
            same = number < len(sheet.rows) and sheet.rows[number].get(column.value) == sheet.rows[
                begins
            ].get(column.value)
            if not same:
                if number - begins > 1:
                    yield last + begins + 1, last + number, place, place
                begins = number


def _same_bytes(content: bytes, title: str) -> bytes:
    """The same workbook with no time of day in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(out, "w") as archive:
        for each in made.infolist():
            info = zipfile.ZipInfo(each.filename, (DAY.year, DAY.month, DAY.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            core = each.filename == "docProps/core.xml"
            archive.writestr(info, core_xml(title=title, day=DAY) if core else made.read(each))
    return out.getvalue()


# --- xls, csv


def _xls(book: Workbook) -> bytes:
    made = xlwt.Workbook(encoding="utf-8")
    dated = xlwt.easyxf(num_format_str="yyyy/m/d")
    bold = xlwt.easyxf("font: bold on; align: horiz center, vert center")
    for sheet in book.sheets:
        target = made.add_sheet(sheet.name)
        first, last = header_rows(sheet)
        merges = {(each[0], each[2]): each for each in header_merges(sheet)}
        width = len(sheet.columns)
        for number, line in enumerate(grid(sheet, book.file), start=1):
            for place, value in enumerate(line, start=1):
                style = (
                    dated
                    if isinstance(value, dt.date)
                    else bold
                    if number <= last
                    else xlwt.Style.default_style
                )
                if number < first:
                    target.write_merge(number - 1, number - 1, 0, width - 1, value, style)
                elif (number, place) in merges:
                    top, bottom, left, right = merges[number, place]
                    target.write_merge(top - 1, bottom - 1, left - 1, right - 1, value, style)
                elif value is not None:
                    target.write(number - 1, place - 1, value, style)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _csv(book: Workbook) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for line in grid(book.sheets[0], book.file):
        writer.writerow([_as_text(value) for value in line])
    return out.getvalue().encode(book.encoding, errors="replace")


def _as_text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return f"{value.year}/{value.month}/{value.day}"
    return str(value)

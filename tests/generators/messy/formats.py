"""The grids written as files: xlsx, xlsm, xls, ods, csv and text in three encodings, and an xls that is HTML."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import random
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import xlwt
from openpyxl.utils import get_column_letter

from tests.generators.messy.layout import Grid
from tests.generators.messy.model import Cell

_GHOST_ROW = 100_000


def xlsx(path: Path, grids: Sequence[Grid]) -> None:
    """A workbook with merged cells, hidden rows, columns and sheets, a filter, formatting far below."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for grid in grids:
        sheet = book.create_sheet(grid.name)
        for number, line in enumerate(grid.lines, start=1):
            for place, value in enumerate(line, start=1):
                if value is None:
                    continue
                cell = sheet.cell(number, place, value)
                if isinstance(value, dt.date):
                    cell.number_format = "yyyy/m/d"
        for top, bottom, left, right in grid.merges:
            sheet.merge_cells(
                start_row=top + 1, end_row=bottom + 1, start_column=left + 1, end_column=right + 1
            )
        for row in grid.hidden_rows:
            sheet.row_dimensions[row + 1].hidden = True
        for column in grid.hidden_columns:
            sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
        if grid.filtered:
            last = get_column_letter(len(grid.lines[grid.header[1]]))
            sheet.auto_filter.ref = f"A{grid.header[1] + 1}:{last}{max(grid.data, default=0) + 1}"
        if grid.ghost:
            sheet.cell(_GHOST_ROW, 1).number_format = "@"
        sheet.sheet_state = grid.state
    visible = [place for place, grid in enumerate(grids) if grid.state == "visible"]
    book.active = visible[0]
    book.save(path)


def xls(path: Path, grids: Sequence[Grid]) -> None:
    """An old workbook."""
    book = xlwt.Workbook(encoding="utf-8")
    dated = xlwt.easyxf(num_format_str="yyyy/m/d")
    for grid in grids:
        sheet = book.add_sheet(grid.name)
        over = {(top, left): (bottom, right) for top, bottom, left, right in grid.merges}
        for number, line in enumerate(grid.lines):
            for place, value in enumerate(line):
                style = dated if isinstance(value, dt.date) else xlwt.Style.default_style
                if (number, place) in over:
                    bottom, right = over[number, place]
                    sheet.write_merge(number, bottom, place, right, value, style)
                elif value is not None:
                    sheet.write(number, place, value, style)
        for row in grid.hidden_rows:
            sheet.row(row).hidden = True
        for column in grid.hidden_columns:
            sheet.col(column).hidden = True
        sheet.visibility = {"visible": 0, "hidden": 1, "veryHidden": 2}[grid.state]
    book.set_active_sheet(next(place for place, grid in enumerate(grids) if grid.state == "visible"))
    book.save(str(path))


_ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"""
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def ods(path: Path, grids: Sequence[Grid]) -> None:
    """An OpenDocument spreadsheet."""
    tables = "".join(_ods_table(grid) for grid in grids if grid.state == "visible")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _ODS.format(tables))
        archive.writestr("META-INF/manifest.xml", _MANIFEST)


def _ods_table(grid: Grid) -> str:
    over = {(top, left): (bottom - top + 1, right - left + 1) for top, bottom, left, right in grid.merges}
    covered = {
        (row, column)
        for top, bottom, left, right in grid.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(over)
    rows = []
    for number, line in enumerate(grid.lines):
        cells = []
        for place, value in enumerate(line):
            if (number, place) in covered:
                cells.append("<table:covered-table-cell/>")
                continue
            span = ""
            if (number, place) in over:
                down, across = over[number, place]
                span = f' table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
            cells.append(_ods_cell(value, span))
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return f'<table:table table:name="{escape(grid.name)}">{"".join(rows)}</table:table>'


def _ods_cell(value: Cell, span: str) -> str:
    if value is None:
        return f"<table:table-cell{span}/>"
    if isinstance(value, dt.date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, str):
        kind = 'office:value-type="string"'
    else:
        kind = f'office:value-type="float" office:value="{value!r}"'
    lines = "".join(f"<text:p>{escape(part)}</text:p>" for part in str(value).split("\n"))
    return f"<table:table-cell{span} {kind}>{lines}</table:table-cell>"


def as_text(value: Cell) -> str:
    """A cell as a spreadsheet program saves it into a text file."""
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return f"{value.year}/{value.month}/{value.day}"
    if isinstance(value, float):
        return f"{value:.5E}" if value >= 1e15 else f"{value:g}"
    return str(value)


def _delimited(path: Path, grid: Grid, encoding: str, mark: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, lineterminator="\r\n")
    for line in grid.lines:
        writer.writerow([as_text(value) for value in line])
    path.write_bytes(out.getvalue().encode(encoding, errors="replace"))


def csv_gb(path: Path, grids: Sequence[Grid]) -> None:
    """A csv as WPS and Excel save it."""
    _delimited(path, grids[0], "gb18030", ",")


def csv_bom(path: Path, grids: Sequence[Grid]) -> None:
    """A csv in UTF-8 with its mark."""
    _delimited(path, grids[0], "utf-8-sig", ",")


def csv_plain(path: Path, grids: Sequence[Grid]) -> None:
    """A csv in UTF-8 without its mark."""
    _delimited(path, grids[0], "utf-8", ",")


def csv_semicolons(path: Path, grids: Sequence[Grid]) -> None:
    """A csv parted by semicolons."""
    _delimited(path, grids[0], "utf-8-sig", ";")


def text_tabs(path: Path, grids: Sequence[Grid]) -> None:
    """A text parted by tabs in UTF-16, Excel's Unicode 文本."""
    _delimited(path, grids[0], "utf-16", "\t")


def xls_of_html(path: Path, grids: Sequence[Grid]) -> None:
    """A file called xls that is a page of HTML, as teaching administration systems export it."""
    grid = grids[0]
    over = {(top, left): (bottom - top + 1, right - left + 1) for top, bottom, left, right in grid.merges}
    covered = {
        (row, column)
        for top, bottom, left, right in grid.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(over)
    rows = []
    for number, line in enumerate(grid.lines):
        cells = []
        for place, value in enumerate(line):
            if (number, place) in covered:
                continue
            down, across = over.get((number, place), (1, 1))
            span = (f' rowspan="{down}"' if down > 1 else "") + (f' colspan="{across}"' if across > 1 else "")
            text = html.escape(as_text(value)).replace("\n", "<br>")
            cells.append(f"<td{span} style='mso-number-format:\"\\@\"'>{text}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    page = (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>'
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>'
        f'<body><table border="1">{"".join(rows)}</table></body></html>'
    )
    path.write_text(page, encoding="utf-8")


Writer = Callable[[Path, Sequence[Grid]], None]
FORMATS: dict[str, tuple[str, Writer, bool]] = {
    "xlsx": ("xlsx", xlsx, True),
    "xlsm": ("xlsm", xlsx, True),
    "xls": ("xls", xls, True),
    "xlsx called xls": ("xls", xlsx, True),
    "et": ("et", xls, True),
    "ods": ("ods", ods, True),
    "csv GB18030": ("csv", csv_gb, False),
    "csv UTF-8 BOM": ("csv", csv_bom, False),
    "csv UTF-8": ("csv", csv_plain, False),
    "csv semicolons": ("csv", csv_semicolons, False),
    "txt UTF-16": ("txt", text_tabs, False),
    "xls of HTML": ("xls", xls_of_html, False),
}
"""Extension, writer, and whether cells keep their types and a file holds several sheets."""
_SHARES = {
    "xlsx": 42, "xlsm": 2, "xls": 16, "xlsx called xls": 3, "et": 2, "ods": 6, "csv GB18030": 10, "csv UTF-8 BOM": 6,
    "csv UTF-8": 4, "csv semicolons": 2, "txt UTF-16": 4, "xls of HTML": 5,
}  # fmt: skip


def choose(rng: random.Random) -> str:
    """A format, the usual ones more often."""
    names = list(_SHARES)
    return rng.choices(names, [_SHARES[name] for name in names])[0]

"""A filled form as a workbook (xlsx) that prints as it stands: A4, one page wide, titles repeated."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from copy import copy
from typing import TYPE_CHECKING, Any

from college_desk.files.documents.office_zip import core_xml, zip_bytes
from college_desk.files.documents.sheet_layout import layout
from college_desk.files.documents.sheet_plan import Face, Look, Placed, SheetLayout
from college_desk.records.page import FilledForm

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

FACES: dict[Face, str] = {"song": "仿宋_GB2312", "title": "方正小标宋简体", "hei": "黑体"}
FORMULA_LIKE = tuple("=+-@\t\r＝＋－＠")
"""Beginnings that a spreadsheet program would take for a formula once the cell is edited."""
PIXELS_PER_MM = 96 / 25.4
DIGIT_PIXELS = 7
"""Width of a digit of the workbook's basic typeface; column widths are counted in it."""


def workbook_of(form: FilledForm, *, day: dt.date) -> bytes:
    """The form as an xlsx file; the same form and day give the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = _sheet_name(form.sheet)
    plan = layout(form)
    _set_cells(sheet, plan)
    _set_page(sheet, plan, form)
    return _one_spelling(book, form, plan, day)


def _sheet_name(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", "", name)[:31] or "Sheet1"


def _set_cells(sheet: Worksheet, plan: SheetLayout) -> None:
    from openpyxl.utils import get_column_letter

    for number, width in enumerate(plan.widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = round(
            width * PIXELS_PER_MM / DIGIT_PIXELS, 2
        )
    for number, height in enumerate(plan.heights, start=1):
        sheet.row_dimensions[number].height = round(height * 4) / 4
    styles = _Styles()
    for placed in plan.cells:
        _set_cell(sheet, placed, styles)


def _set_cell(sheet: Worksheet, placed: Placed, styles: _Styles) -> None:
    last_row, last_column = placed.row + placed.down - 1, placed.column + placed.across - 1
    cell = sheet.cell(placed.row, placed.column)
    if placed.number is not None:
        cell.value = placed.number
    elif placed.text:
        cell.value = placed.text
        cell.data_type = "s"
    styles.set(cell, placed.look)
    if placed.text.startswith(FORMULA_LIKE) and placed.number is None:
        cell.quotePrefix = True
    if (last_row, last_column) == (placed.row, placed.column):
        return
    if placed.look.ruled:
        for row in range(placed.row, last_row + 1):
            for column in range(placed.column, last_column + 1):
                if (row, column) != (placed.row, placed.column):
                    sheet.cell(row, column).border = styles.box
    sheet.merge_cells(
        start_row=placed.row, end_row=last_row, start_column=placed.column, end_column=last_column
    )


class _Styles:
    """The openpyxl styles of the looks in use, made once each."""

    def __init__(self) -> None:
        from openpyxl.styles import Border, Side

        hair = Side(style="thin", color="000000")
        self.box = Border(left=hair, right=hair, top=hair, bottom=hair)
        self._first: dict[Look, Any] = {}

    def set(self, cell: Cell | MergedCell, look: Look) -> None:
        """Give the cell its look."""
        from openpyxl.styles import Alignment, Font

        model = self._first.get(look)
        if model is not None:
            cell._style = copy(model._style)  # type: ignore[union-attr]
            return
        cell.font = Font(name=FACES[look.face], size=look.size, color=look.colour, charset=134)
        cell.alignment = Alignment(
            horizontal=look.align,
            vertical=look.vertical,
            wrap_text=not look.upright,
            text_rotation=255 if look.upright else 0,
            indent=look.indent,
        )
        cell.number_format = look.number_format
        if look.ruled:
            cell.border = self.box
        self._first[look] = cell


def _set_page(sheet: Worksheet, plan: SheetLayout, form: FilledForm) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.pagebreak import Break
    from openpyxl.worksheet.properties import PageSetupProperties

    setup = sheet.page_setup
    setup.paperSize = 9
    setup.orientation = "landscape" if form.landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins, edges = sheet.page_margins, form.margins
    margins.left, margins.right = edges.left / 25.4, edges.right / 25.4
    margins.top, margins.bottom = edges.top / 25.4, edges.bottom / 25.4
    margins.header, margins.footer = 8 / 25.4, 10 / 25.4
    sheet.print_options.horizontalCentered = True
    footer, header = sheet.oddFooter, sheet.oddHeader
    assert footer is not None
    assert header is not None
    footer.center.text = "— &P —" if form.letter else "第&P页 共&N页"
    if form.watermark:
        header.center.text = form.watermark.replace("&", "&&")
        header.center.font = "黑体,Regular"
        header.center.size = 24
        header.center.color = "A6A6A6"
    if plan.header:
        sheet.print_title_rows = f"{plan.header[0]}:{plan.header[1]}"
        sheet.freeze_panes = f"A{plan.header[1] + 1}"
    for row in sorted(set(plan.breaks)):
        sheet.row_breaks.append(Break(id=row))
    last = f"${get_column_letter(len(plan.widths))}${max(1, len(plan.heights))}"
    sheet.print_area = f"$A$1:{last}"
    sheet.sheet_view.showGridLines = False


def _one_spelling(book: Workbook, form: FilledForm, plan: SheetLayout, day: dt.date) -> bytes:
    """The saved workbook with its times replaced, and without Excel's warnings of numbers kept as text."""
    raw = io.BytesIO()
    book.save(raw)
    last = f"{_letters(len(plan.widths))}{max(1, len(plan.heights))}"
    ignored = f'<ignoredErrors><ignoredError sqref="A1:{last}" numberStoredAsText="1"/></ignoredErrors>'
    entries = []
    with zipfile.ZipFile(raw) as archive:
        for name in sorted(archive.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            content = archive.read(name)
            if name == "docProps/core.xml":
                content = core_xml(title=form.title, day=day)
            elif name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</worksheet>", ignored.encode() + b"</worksheet>")
            entries.append((name, content))
    return zip_bytes(entries, day=day)


def _letters(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)

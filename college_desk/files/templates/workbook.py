"""A blank sheet as an xlsx: to be filled in, printed, and imported back without a question."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from college_desk.files.documents.lists import replacing
from college_desk.files.documents.workbook import FACES
from college_desk.files.mapping.columns import letters
from college_desk.files.templates.plan import Form, Template, TemplateColumn

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NOTES_SHEET = "填表说明"
LISTS_SHEET = "选项"
EXAMPLE_MARK = "（示例）"
"""Stands before the first text of the example row; the importer reads over a row that begins so."""

TITLE_ROW, NOTE_ROW, HEADER_ROW, EXAMPLE_ROW, FIRST_ROW = range(1, 6)
_LAST_ROW = 3000
"""Drop-downs, hints and formats reach down to here; further rows are read all the same."""

_LONGEST_INLINE_LIST = 255
_LONGEST_HINT, _LONGEST_HINT_TITLE = 255, 32
_A4 = 9
_DIGITS_A_PAGE = 150
"""How many digits wide a landscape page may be before its type becomes too small to read."""

_GREY, _PALE = "FF808080", "FFF2F2F2"
_NOTE = "带＊的必须填写；第4行是示例，导入时自动跳过；每项怎么填见工作表“填表说明”。不要改动表头，可以删去不用的列。"


def write(template: Template, out: Path) -> None:
    """Write the blank sheet to `out`; the old file stays until it is done.

    Raises UnusableInput when the file cannot be written.
    """
    import openpyxl

    book = openpyxl.Workbook()
    book.properties.creator = ""
    sheet = book.active
    assert sheet is not None
    sheet.title = _sheet_name(template.register.title)
    _heads(sheet, template)
    _columns(sheet, template.columns)
    _page(sheet, sum(column.wide for column in template.columns), HEADER_ROW)
    _drop_downs(book, sheet, template.columns)
    _notes(book, template)
    with replacing(out) as unfinished:
        book.save(unfinished)


def _heads(sheet: Worksheet, template: Template) -> None:
    """Title, note, header and example."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    width = len(template.columns)
    hair = Side(style="thin", color=_GREY)
    box = Border(left=hair, right=hair, top=hair, bottom=hair)
    title = _text(sheet, TITLE_ROW, 1, f"{template.school}{template.register.title}")
    title.font = Font(name=FACES["title"], size=18, charset=134)
    title.alignment = Alignment(horizontal="left", vertical="center")
    office = f"填报单位：{template.office}" if template.office else ""
    note = _text(sheet, NOTE_ROW, 1, office or _NOTE)
    note.font = Font(size=10, color=_GREY)
    if office and width > 1:
        _text(sheet, NOTE_ROW, 2, _NOTE).font = Font(size=10, color=_GREY)
    for number, column in enumerate(template.columns, start=1):
        head = _text(sheet, HEADER_ROW, number, column.title)
        head.font = Font(bold=True, color="FFC00000" if column.required else None)
        head.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        head.fill = PatternFill("solid", fgColor=_PALE)
        head.border = box
        shown = f"{EXAMPLE_MARK}{column.example}" if number == 1 else column.example
        example = _text(sheet, EXAMPLE_ROW, number, shown)
        example.font = Font(italic=True, color=_GREY)
        example.border = box
    sheet.row_dimensions[TITLE_ROW].height = 30
    sheet.row_dimensions[HEADER_ROW].height = 36


def _text(sheet: Worksheet, row: int, column: int, text: str) -> Any:
    """A cell of text, also where the text looks like a formula or a number."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell: Any = sheet.cell(row, column)
    if text:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
        cell.data_type = "s"
    cell.number_format = "@"
    return cell


def _columns(sheet: Worksheet, columns: Iterable[TemplateColumn]) -> None:
    """Widths, and the format of every cell that is not written yet."""
    for index, column in enumerate(columns):
        dimension: Any = sheet.column_dimensions[letters(index)]
        dimension.width = column.wide
        dimension.number_format = column.form.value
    sheet.freeze_panes = f"B{FIRST_ROW}"


def _page(sheet: Worksheet, wide: float, header_row: int) -> None:
    """Landscape A4, as many pages side by side as the columns need, the header on each."""
    from openpyxl.worksheet.properties import PageSetupProperties

    setup = sheet.page_setup
    setup.paperSize = _A4
    setup.orientation = "landscape"
    setup.fitToWidth, setup.fitToHeight = max(1, round(wide / _DIGITS_A_PAGE)), 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{header_row}:{header_row}"
    footer = sheet.oddFooter
    assert footer is not None
    footer.center.text = "第&P页 共&N页"


def _drop_downs(book: Workbook, sheet: Worksheet, columns: tuple[TemplateColumn, ...]) -> None:
    """For each column a hint beside the cell, and what may stand in it; long lists lie on a hidden sheet."""
    from openpyxl.worksheet.datavalidation import DataValidation

    lists: Worksheet | None = None
    used = 0
    for index, column in enumerate(columns):
        allowed: dict[str, Any] = {}
        if column.choices:
            formula = _inline(column.choices)
            if formula is None:
                if lists is None:
                    lists = book.create_sheet(LISTS_SHEET)
                    lists.sheet_state = "hidden"
                used += 1
                formula = _listed(lists, used, column)
            allowed = {"type": "list", "formula1": formula}
        elif column.form is Form.DAY:
            allowed = {"type": "date", "operator": "between", "formula1": "1", "formula2": "73050"}
        elif column.form is Form.WHOLE:
            allowed = {
                "type": "whole",
                "operator": "between",
                "formula1": "-999999999",
                "formula2": "999999999",
            }
        elif column.form is Form.AMOUNT:
            allowed = {"type": "decimal", "operator": "between", "formula1": "-99999999999", "formula2": "99999999999"}  # fmt: skip
        rule = DataValidation(allow_blank=True, **allowed)
        rule.promptTitle, rule.prompt = _cut(column.field.title, _LONGEST_HINT_TITLE), _hint(column)
        rule.showInputMessage = True
        if allowed and (column.closed or not column.choices):
            rule.showErrorMessage = True
            rule.errorStyle = "warning" if column.choices else "stop"
            rule.errorTitle = _cut(column.field.title, _LONGEST_HINT_TITLE)
            rule.error = _cut(f"这里{column.note}。", _LONGEST_HINT)
        letter = letters(index)
        rule.add(f"{letter}{FIRST_ROW}:{letter}{_LAST_ROW}")
        sheet.add_data_validation(rule)


def _inline(choices: tuple[str, ...]) -> str | None:
    """The choices as a list within the rule; None where they are too many, or hold a comma or quotes."""
    joined = ",".join(choices)
    if len(joined) + 2 > _LONGEST_INLINE_LIST or any("," in each or '"' in each for each in choices):
        return None
    return f'"{joined}"'


def _listed(lists: Worksheet, number: int, column: TemplateColumn) -> str:
    """The choices written into a column of the hidden sheet; the range that they take."""
    _text(lists, 1, number, column.field.title)
    for row, choice in enumerate(column.choices, start=2):
        _text(lists, row, number, choice)
    letter = letters(number - 1)
    return f"{LISTS_SHEET}!${letter}$2:${letter}${len(column.choices) + 1}"


def _hint(column: TemplateColumn) -> str:
    text = ("必填。" if column.required else "") + (f"{column.note}。" if column.note else "")
    if column.example and column.example not in text:
        text += f"例：{column.example}"
    return _cut(text, _LONGEST_HINT)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _notes(book: Workbook, template: Template) -> None:
    """The second sheet: what each column wants."""
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(NOTES_SHEET, 1)
    heads, widths = ("列名", "必填", "怎么填", "举例", "可选内容"), (28, 8, 44, 26, 44)
    _page(sheet, sum(widths), 1)
    for number, (head, wide) in enumerate(zip(heads, widths, strict=True), start=1):
        cell = _text(sheet, 1, number, head)
        cell.font = Font(bold=True)
        sheet.column_dimensions[letters(number - 1)].width = wide
    for row, column in enumerate(template.columns, start=2):
        choices = "、".join(column.choices)
        texts = (column.field.title, "是" if column.required else "", column.note, column.example, choices)
        for number, text in enumerate(texts, start=1):
            cell = _text(sheet, row, number, text)
            cell.number_format = "General"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"


def _sheet_name(title: str) -> str:
    kept = "".join("·" if character in "[]:*?/\\" else character for character in title)
    return kept[:31]

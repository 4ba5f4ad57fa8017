"""Workbooks that print as they stand."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import zipfile
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from college_desk.files.documents.sheet_layout import TALLEST, layout
from college_desk.files.documents.writing import write
from college_desk.records.page import FilledForm, FormCell, Line, PageBreak, SealPlace, Seals, Table, Title
from tests.files.documents.sample_forms import letter, person_form, roster

DAY = dt.date(2026, 9, 30)


def sheet_of(form: FilledForm) -> Worksheet:
    return load_workbook(io.BytesIO(write(form, day=DAY))).worksheets[0]


def footer(sheet: Worksheet) -> str | None:
    assert sheet.oddFooter is not None
    return sheet.oddFooter.center.text


def header(sheet: Worksheet) -> str | None:
    assert sheet.oddHeader is not None
    return sheet.oddHeader.center.text


def small(*cells: FormCell) -> FilledForm:
    return FilledForm("f", "表", "表", "02-汇总表", "xlsx", (Table((40.0,) * len(cells), (cells,)),))


def test_the_page_is_a4_across_one_page_wide_with_repeated_titles_and_page_numbers() -> None:
    sheet = sheet_of(roster())
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$4:$5"
    assert footer(sheet) == "第&P页 共&N页"
    assert sheet.title == "花名册"
    assert sheet.sheet_state == "visible"


def test_an_upright_form_stands_upright() -> None:
    assert sheet_of(dataclasses.replace(person_form(), medium="xlsx")).page_setup.orientation == "portrait"


def test_identifiers_are_text_and_amounts_are_figures() -> None:
    sheet = sheet_of(roster(3))
    identity, rate, budget = sheet.cell(6, 5), sheet.cell(6, 23), sheet.cell(6, 24)
    assert (identity.value, identity.data_type, identity.number_format) == ("37081119850312001X", "s", "@")
    assert (rate.value, rate.data_type, rate.number_format) == (98, "n", "0.00")
    assert (budget.value, budget.number_format) == (9801, "#,##0.00")


def test_every_figure_keeps_its_exact_value() -> None:
    sheet = sheet_of(small(FormCell("x", number=Decimal("12345678.91"), places=2, grouped=True)))
    assert Decimal(str(sheet.cell(1, 1).value)) == Decimal("12345678.91")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "=cmd|' /C calc'!A0"])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    cell = sheet_of(small(FormCell(text))).cell(1, 1)
    assert (cell.value, cell.data_type, bool(cell.quotePrefix)) == (text, "s", True)


def test_a_very_long_text_is_not_in_a_text_cell_that_old_programs_show_as_hashes() -> None:
    assert sheet_of(small(FormCell("长" * 200))).cell(1, 1).number_format == "@"
    assert sheet_of(small(FormCell("长" * 201))).cell(1, 1).number_format == "General"


def test_captions_set_upright_are_stacked() -> None:
    sheet = sheet_of(small(FormCell("主要业绩", upright=True), FormCell("x")))
    assert sheet.cell(1, 1).alignment.textRotation == 255


def test_rows_are_as_high_as_their_wrapped_text_needs() -> None:
    short = layout(small(FormCell("短"))).heights[0]
    long = layout(small(FormCell("很长的文字" * 10))).heights[0]
    assert long > short * 3
    assert layout(small(FormCell("很长的文字" * 1000))).heights[0] == TALLEST
    assert layout(small(FormCell("短", tall=50))).heights[0] == pytest.approx(50 / 25.4 * 72)


def test_tables_of_different_columns_share_one_sheet() -> None:
    blocks = (
        Table((50.0, 50.0), ((FormCell("a"), FormCell("b")),)),
        Table((30.0, 70.0), ((FormCell("c"), FormCell("d")),)),
    )
    sheet = sheet_of(FilledForm("f", "表", "表", "x", "xlsx", blocks))
    assert {str(each) for each in sheet.merged_cells.ranges} == {"A1:B1", "B2:C2"}
    assert [sheet["A1"].value, sheet["C1"].value, sheet["A2"].value, sheet["B2"].value] == [
        "a",
        "b",
        "c",
        "d",
    ]


def test_places_for_seals_are_never_torn_and_take_the_last_row_with_them() -> None:
    for rows in range(1, 40):
        body = tuple((FormCell(str(row), tall=12),) for row in range(rows))
        form = FilledForm(
            "f",
            "表",
            "表",
            "x",
            "xlsx",
            (Title("表"), Table((150.0,), body), Seals((SealPlace(("单位（盖章）", "年    月    日")),))),
        )
        plan = layout(form)
        first, last = plan.together[0]
        assert first == len(plan.heights) - 2
        page = form.text_height / 25.4 * 72
        starts = {0, *plan.breaks}
        at, pages = 0.0, {}
        for row, height in enumerate(plan.heights, start=1):
            if row - 1 in starts or at + height > page:
                at = 0.0
                pages[row] = True
            at += height
        assert not any(first < row <= last for row in pages), rows


def test_a_page_break_is_a_page_break() -> None:
    blocks = (Title("一"), PageBreak(), Title("二"))
    sheet = sheet_of(FilledForm("f", "表", "表", "x", "xlsx", blocks))
    assert [each.id for each in sheet.row_breaks.brk] == [1]


def test_a_draft_bears_its_mark_on_every_page() -> None:
    assert header(sheet_of(roster(1, watermark="送审稿"))) == "送审稿"
    assert not header(sheet_of(roster(1)))


def test_a_letter_can_be_set_as_a_sheet() -> None:
    sheet = sheet_of(dataclasses.replace(letter(), medium="xlsx"))
    assert footer(sheet) == "— &P —"


def test_the_same_form_gives_the_same_bytes_and_the_day_alone_stands_in_it() -> None:
    content = write(roster(), day=DAY)
    assert write(roster(), day=DAY) == content
    assert write(roster(), day=dt.date(2026, 10, 1)) != content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 9, 30, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert core.count("2026-09-30T00:00:00Z") == 2
    assert str(dt.date.today().year + 1) not in core
    assert "<ignoredErrors>" in sheet


@pytest.mark.parametrize("count", range(14, 40))
def test_lines_of_names_never_stand_alone_on_a_page(count: int) -> None:
    rows = tuple((FormCell(str(number)),) for number in range(count))
    names = (Line(left="制表人（签字）："), Line(right="单位负责人（签字）："))
    form = FilledForm(
        code="x", title="表", name="表", folder="02-汇总表", medium="xlsx", landscape=True,
        blocks=(Title("表"), Table((267.0,), ((FormCell("序号", label=True),), *rows), header_rows=1), *names),
    )  # fmt: skip
    planned = layout(form)
    assert all(each <= len(planned.heights) - 4 for each in planned.breaks)

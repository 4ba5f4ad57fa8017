"""Blank sheets: for every register one that can be filled in and imports back without a question."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from college_desk.base.errors import UnusableInput
from college_desk.files.sheets import reading
from college_desk.records.register import REGISTERS, Field, Record, Register
from college_desk.services import blank_templates
from college_desk.storage.desk import Desk
from tests import make
from tests.services.importing_sheets import brought, shown
from tests.services.occasions import live, new_desk, put

REGISTERS_BY_HAND = [each for each in REGISTERS if not each.made_by_program]
HEADER_ROW, EXAMPLE_ROW, FIRST_ROW = 3, 4, 5
SURE = 0.97


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def college(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Path]]:
    """One desk for what is asked of every register, and a folder with the blank sheets of all."""
    folder = tmp_path_factory.mktemp("college")
    with new_desk(folder) as made:
        for each in REGISTERS_BY_HAND:
            blank(made, each.code, folder)
        yield made, folder


def blank(desk: Desk, register: str, folder: Path, department: str | None = None) -> Path:
    """The blank sheet of a register."""
    return blank_templates.write(desk, REGISTERS[register], folder / f"{register}.xlsx", department)


def headers(sheet: Any) -> list[str]:
    """The titles of the columns without the mark."""
    return [str(cell.value).lstrip("＊") for cell in sheet[HEADER_ROW]]


def typed_in(field: Field, value: Any) -> Any:
    """A value as a clerk types it into a cell of the sheet."""
    if field.type.code == "day":
        return value
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and field.type.code != "percent":
        return float(value)
    return field.type.show(value)


def filled_in(path: Path, register: Register, *records: Record) -> Path:
    """The blank sheet filled in with records, one a row."""
    book = openpyxl.load_workbook(path)
    sheet: Any = book.worksheets[0]
    places = {title: column for column, title in enumerate(headers(sheet), start=1)}
    for row, record in enumerate(records, start=FIRST_ROW):
        for field in register.fields:
            value = getattr(record, field.name)
            if value is not None and field.title in places:
                sheet.cell(row, places[field.title]).value = typed_in(field, value)
    book.save(path)
    return path


@pytest.mark.parametrize("code", [each.code for each in REGISTERS_BY_HAND])
def test_a_filled_in_sheet_imports_back_as_it_was_meant(
    college: tuple[Desk, Path], tmp_path: Path, code: str
) -> None:
    desk, folder = college
    register = REGISTERS[code]
    record = make.record(register.record, department="机电工程系", note="核对过")
    empty = Path(shutil.copy(folder / f"{code}.xlsx", tmp_path))
    file = filled_in(empty, register, record)
    preview = shown(desk, code, file)
    assert preview.questions == ()
    assert [each.name for each in preview.sheets] == [reading.read(file).sheets[0].name]
    columns = preview.sheets[0].columns
    assert [each.target.field.name for each in columns if each.target is not None] == [
        each.name for each in register.fields if each.name != "campus"
    ]
    assert [each.source for each in columns if each.confidence < SURE] == []
    assert [each.message for each in preview.findings() if each.severity == "error"] == []
    assert brought(desk, code, file).count("pending") == 0
    (kept,) = live(desk, code)
    for field in register.fields:
        if getattr(record, field.name) is not None:
            assert getattr(kept, field.name) == getattr(record, field.name), field.name


@pytest.mark.parametrize("code", [each.code for each in REGISTERS_BY_HAND])
def test_an_empty_sheet_brings_nothing_and_is_no_error(college: tuple[Desk, Path], code: str) -> None:
    desk, folder = college
    preview = shown(desk, code, folder / f"{code}.xlsx")
    assert (preview.rows, list(preview.findings()), preview.questions) == (0, [], ())
    assert [each.row for each in preview.sheets[0].skipped] == [1, 2, EXAMPLE_ROW]


@pytest.mark.parametrize("code", [each.code for each in REGISTERS_BY_HAND])
def test_every_example_can_be_read_by_its_field(college: tuple[Desk, Path], code: str) -> None:
    _desk, folder = college
    sheet: Any = openpyxl.load_workbook(folder / f"{code}.xlsx").worksheets[0]
    fields = {field.title: field for field in REGISTERS[code].fields}
    first, *others = list(zip(headers(sheet), sheet[EXAMPLE_ROW], strict=True))
    assert str(first[1].value).startswith("（示例）")
    for title, cell in others:
        if cell.value is not None:
            reading_ = fields[title].type.read(cell.value)
            assert (reading_.value is not None, reading_.faults) == (True, ()), title


def test_what_must_be_filled_in_is_marked(desk: Desk, tmp_path: Path) -> None:
    sheet: Any = openpyxl.load_workbook(blank(desk, "mentor", tmp_path)).worksheets[0]
    marked = [str(cell.value) for cell in sheet[HEADER_ROW] if str(cell.value).startswith("＊")]
    assert marked == ["＊姓名", "＊身份证件号", "＊所在企业"]


def formats(path: Path) -> dict[str, str]:
    """The format of the empty cells of each column, by its title."""
    sheet: Any = openpyxl.load_workbook(path).worksheets[0]
    letters = [cell.column_letter for cell in sheet[HEADER_ROW]]
    return {
        title: sheet.column_dimensions[letter].number_format
        for title, letter in zip(headers(sheet), letters, strict=True)
    }


def test_numbers_that_are_names_stay_text_and_days_are_days(desk: Desk, tmp_path: Path) -> None:
    met = formats(blank(desk, "apprentice", tmp_path))
    assert {met[title] for title in ("身份证件号", "学号", "联系电话", "保单号", "入学年月", "终止日期")} == {
        "@"
    }
    assert met["知情同意书日期"] == "yyyy-mm-dd"
    assert met["月报酬（元）"] == "0.00"
    assert met["每周在岗天数"] == "0"


def rule_of(path: Path, title: str) -> Any:
    """What may stand in a column."""
    sheet: Any = openpyxl.load_workbook(path).worksheets[0]
    letter = sheet[HEADER_ROW][headers(sheet).index(title)].column_letter
    return next(
        each for each in sheet.data_validations.dataValidation if f"{letter}{FIRST_ROW}" in each.sqref
    )


def test_short_lists_lie_in_the_rule_and_long_ones_on_a_hidden_sheet(desk: Desk, tmp_path: Path) -> None:
    for number in range(1, 31):
        put(desk, "enterprise", name=f"济宁第{number:02d}精密制造有限公司", uscc=make.uscc(number))
    path = blank(desk, "apprentice", tmp_path)
    assert rule_of(path, "性别").formula1.startswith('"男,女')
    assert rule_of(path, "齐鲁工匠后备人才").formula1 == '"是,否"'
    assert rule_of(path, "合作企业").formula1 == "选项!$A$2:$A$31"
    book = openpyxl.load_workbook(path)
    assert (book["选项"].sheet_state, book["选项"]["A31"].value) == ("hidden", "济宁第30精密制造有限公司")
    assert shown(desk, "apprentice", path).hidden_sheets == ("选项",)
    assert rule_of(path, "知情同意书日期").type == "date"
    assert rule_of(path, "身份证件号").type is None
    assert "必填" in rule_of(path, "身份证件号").prompt


def test_what_the_desk_knows_is_offered_but_nothing_else_refused(desk: Desk, tmp_path: Path) -> None:
    put(desk, "cohort", cohort_code="XT-1", name="机电学徒班")
    put(desk, "enterprise", name="济宁海达精密制造有限公司", uscc=make.ENTERPRISE_USCC)
    put(desk, "apprentice", name="李明", id_number=make.APPRENTICE_ID, department="机电工程系")
    path = blank(desk, "apprentice", tmp_path)
    assert rule_of(path, "学徒班").formula1 == '"XT-1"'
    assert rule_of(path, "合作企业").formula1 == '"济宁海达精密制造有限公司"'
    assert rule_of(path, "二级学院（系部）").formula1 == '"机电工程系"'
    assert not rule_of(path, "合作企业").showErrorMessage
    assert rule_of(path, "性别").showErrorMessage


def test_peoples_numbers_are_never_offered(desk: Desk, tmp_path: Path) -> None:
    put(desk, "part_time_teacher", name="李明", id_number=make.TEACHER_ID, staff_number="W1")
    assert make.TEACHER_ID not in "".join(
        str(cell.value)
        for sheet in openpyxl.load_workbook(blank(desk, "teaching_hours", tmp_path)).worksheets
        for row in sheet.iter_rows()
        for cell in row
    )
    assert rule_of(tmp_path / "teaching_hours.xlsx", "身份证件号").formula1 is None


def test_the_sheet_for_a_department_bears_its_name(desk: Desk, tmp_path: Path) -> None:
    path = blank(desk, "apprentice", tmp_path, "信息工程系")
    sheet: Any = openpyxl.load_workbook(path).worksheets[0]
    assert (sheet["A1"].value, sheet["A2"].value) == ("济宁示例职业学院学徒花名册", "填报单位：信息工程系")
    assert rule_of(path, "二级学院（系部）").formula1 == '"信息工程系"'
    assert shown(desk, "apprentice", path).rows == 0


def test_a_school_name_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    with new_desk(tmp_path, name="=1+1") as desk:
        sheet: Any = openpyxl.load_workbook(blank(desk, "campus", tmp_path)).worksheets[0]
    assert (sheet["A1"].value, sheet["A1"].data_type) == ("=1+1校区", "s")


def test_a_campus_is_asked_for_only_where_there_are_several(tmp_path: Path) -> None:
    with new_desk(tmp_path, campuses=("东校区", "西校区")) as desk:
        path = blank(desk, "apprentice", tmp_path)
    assert rule_of(path, "校区").formula1 == '"东校区,西校区"'


def test_the_sheet_prints_with_its_header_on_every_page(desk: Desk, tmp_path: Path) -> None:
    sheet: Any = openpyxl.load_workbook(blank(desk, "apprentice", tmp_path)).worksheets[0]
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$3:$3", "B5")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_all_sheets_are_written_into_one_folder(desk: Desk, tmp_path: Path) -> None:
    written = blank_templates.write_all(desk, tmp_path / "空白表")
    assert len(written) == len(REGISTERS_BY_HAND)
    assert {each.name for each in (tmp_path / "空白表").iterdir()} == {each.name for each in written}
    assert "学徒花名册-空白表.xlsx" in {each.name for each in written}


def test_what_the_program_makes_has_no_blank_sheet(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="由程序生成"):
        blank(desk, "settlement", tmp_path)


def test_days_typed_as_days_are_read_as_days(desk: Desk, tmp_path: Path) -> None:
    file = filled_in(blank(desk, "term", tmp_path), REGISTERS["term"], make.term())
    sheet: Any = openpyxl.load_workbook(file).worksheets[0]
    assert isinstance(sheet.cell(FIRST_ROW, headers(sheet).index("起始日期") + 1).value, dt.date)

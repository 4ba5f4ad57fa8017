"""Many waiting rows mended at once, combined columns among them, and the tray written out and brought back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from college_desk.base.errors import UnusableInput
from college_desk.files.sheets import reading
from college_desk.records.register import REGISTERS
from college_desk.services import pending, pending_export, undoing
from college_desk.storage.desk import Desk
from tests.services.importing_sheets import LI, WANG, ZHANG, brought, counts, records, rows
from tests.services.occasions import SITTING, new_desk

HEADER = ["姓名", "身份证号", "联系电话", "签约日期"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


def numbers(desk: Desk) -> dict[str, int]:
    """The ids of the waiting rows by name."""
    return {row.cells["姓名"]: row.id for row in pending.rows(desk)}


def three_wait(desk: Desk, folder: Path) -> dict[str, int]:
    """Three waiting rows; their ids by name."""
    rows(
        desk, folder, "apprentice", HEADER, ["李明", LI, "15863632401", "2026.2.30"],
        ["王芳", WANG, "13800138000", "2026.2.31"], ["张伟", ZHANG, "13800138001", "2026.13.1"],
    )  # fmt: skip
    return numbers(desk)


def test_the_rows_that_are_right_go_in_together_and_the_others_wait_on(desk: Desk, tmp_path: Path) -> None:
    waiting = three_wait(desk, tmp_path)
    done = pending.mend_many(
        desk,
        {
            waiting["李明"]: {"签约日期": "2026-02-28"},
            waiting["王芳"]: {"签约日期": "2026-02-28"},
            waiting["张伟"]: {"联系电话": "13900139000"},
        },
        **SITTING,
    )
    assert {number: each.record is not None for number, each in done.rows.items()} == {
        waiting["李明"]: True,
        waiting["王芳"]: True,
        waiting["张伟"]: False,
    }
    assert len(done.changed.records["apprentice"]) == 2
    (left,) = pending.rows(desk)
    assert (left.id, left.cells["联系电话"]) == (waiting["张伟"], "13900139000")
    undoing.undo(desk, 1, **SITTING)
    assert len(pending.rows(desk)) == 3
    assert records(desk, "apprentice") == []


def test_two_rows_mended_to_one_key_do_not_both_go_in(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "联系电话"]
    rows(desk, tmp_path, "apprentice", header, ["李明", None, "15863632401"], ["王芳", None, "13800138000"])
    waiting = numbers(desk)
    done = pending.mend_many(
        desk, {waiting["李明"]: {"身份证号": LI}, waiting["王芳"]: {"身份证号": LI}}, **SITTING
    )
    assert [done.rows[waiting[name]].record is not None for name in ("李明", "王芳")] == [True, False]


def test_rows_of_several_registers_and_files_are_one_step(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "联系电话"]
    rows(desk, tmp_path, "apprentice", header, ["李明", None, "15863632401"])
    rows(desk, tmp_path, "part_time_teacher", header, ["王芳", None, "13800138000"], file="教师.xlsx")
    waiting = numbers(desk)
    pending.mend_many(
        desk, {waiting["李明"]: {"身份证号": LI}, waiting["王芳"]: {"身份证号": WANG}}, **SITTING
    )
    assert [each["name"] for each in records(desk, "apprentice")] == ["李明"]
    with desk.read() as reader:
        (teacher,) = reader.all(REGISTERS["part_time_teacher"].record)
    assert teacher.source is not None
    assert teacher.source.file == "教师.xlsx"
    undoing.undo(desk, 1, **SITTING)
    assert len(pending.rows(desk)) == 2


def test_one_row_that_is_not_there_keeps_all_from_being_written(desk: Desk, tmp_path: Path) -> None:
    waiting = three_wait(desk, tmp_path)
    with pytest.raises(UnusableInput, match="没有这一行"):
        pending.mend_many(desk, {waiting["李明"]: {"签约日期": "2026-02-28"}, 999: {}}, **SITTING)
    assert records(desk, "apprentice") == []


SPAN = ["姓名", "身份证号", "聘用起止时间"]


def span_rows(desk: Desk, folder: Path, text: str) -> int:
    """A waiting teacher whose range stands in one cell, among others whose ranges can be read; the id."""
    rows(
        desk, folder, "part_time_teacher", SPAN, ["王芳", WANG, "2026.9.1-2027.7.15"],
        ["张伟", ZHANG, "2026.9.1-2027.7.15"], ["李明", LI, text],
    )  # fmt: skip
    (row,) = pending.rows(desk)
    assert row.cells["聘用起止时间"] == text
    return row.id


def contract(desk: Desk) -> tuple[Any, Any]:
    """First and last day of 李明's appointment."""
    (kept,) = [each for each in records(desk, "appointment") if each["id_number"] == LI]
    return kept["start_on"], kept["end_on"]


def test_a_range_is_mended_under_its_own_header(desk: Desk, tmp_path: Path) -> None:
    number = span_rows(desk, tmp_path, "2026.9.1-2027.2.30")
    mended = pending.mend(desk, number, {"聘用起止时间": "2026.9.1-2027.2.28"}, **SITTING)
    assert mended.row is None
    assert contract(desk) == ("2026-09-01", "2027-02-28")


def test_one_end_of_a_range_is_mended_by_itself(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "part_time_teacher", SPAN, ["李明", None, "2026.9.1-2027.7.15"])
    (row,) = pending.rows(desk)
    cells = {"身份证号": LI, "终止日期": "2027.2.28"}
    assert pending.mend(desk, row.id, cells, **SITTING).row is None
    assert contract(desk) == ("2026-09-01", "2027-02-28")


def test_of_a_range_that_cannot_be_parted_no_end_is_lost(desk: Desk, tmp_path: Path) -> None:
    number = span_rows(desk, tmp_path, "九月初起")
    assert pending.mend(desk, number, {"起始日期": "2026.9.1"}, **SITTING).row is not None
    assert pending.mend(desk, number, {"终止日期": "2027.7.15"}, **SITTING).row is None
    assert contract(desk) == ("2026-09-01", "2027-07-15")


def test_a_combined_cell_is_kept_whole_and_read_again(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "家长姓名/电话"]
    rows(
        desk, tmp_path, "apprentice", header, ["王芳", WANG, "王强/13800138000"],
        ["张伟", ZHANG, "张强/13800138001"], ["李明", None, "李强/13800138002"],
    )  # fmt: skip
    (row,) = pending.rows(desk)
    assert row.cells["家长姓名/电话"] == "李强/13800138002"
    assert pending.mend(desk, row.id, {"身份证号": LI}, **SITTING).row is None
    (kept,) = [each for each in records(desk, "apprentice") if each["name"] == "李明"]
    assert (kept["guardian_name"], kept["guardian_phone"]) == ("李强", "13800138002")


def exported(desk: Desk, folder: Path) -> Path:
    """The tray of the apprentices written out."""
    pending_export.export(desk, REGISTERS["apprentice"], folder / "待处理.xlsx")
    return folder / "待处理.xlsx"


def write(path: Path, row: int, title: str, text: str, *, sheet: int = 0) -> None:
    """Write a cell of the written-out tray anew; `row` counts from 1."""
    book = openpyxl.load_workbook(path)
    tab: Any = book.worksheets[sheet]
    header = next(each for each in tab.iter_rows() if any(cell.value == title for cell in each))
    column = next(cell.column for cell in header if cell.value == title)
    tab.cell(row, column).value = text
    book.save(path)


def test_the_tray_goes_out_with_what_is_wrong_and_comes_back_as_it_was(desk: Desk, tmp_path: Path) -> None:
    three_wait(desk, tmp_path)
    before = pending.rows(desk)
    path = exported(desk, tmp_path)
    sheet = reading.read(path).sheets[0]
    assert list(sheet.rows[0]) == ["待处理序号", *HEADER, "校验结果", "错误说明"]
    assert [row[5] for row in sheet.rows[1:]] == ["未入库"] * 3
    assert counts(brought(desk, "apprentice", path).to_json()) == (0, 0, 0, 3)
    assert pending.rows(desk) == before


def test_a_row_mended_in_the_written_out_tray_goes_in_and_leaves_it(desk: Desk, tmp_path: Path) -> None:
    three_wait(desk, tmp_path)
    path = exported(desk, tmp_path)
    write(path, 3, "签约日期", "2026-02-28")
    assert counts(brought(desk, "apprentice", path).to_json()) == (1, 0, 0, 2)
    assert sorted(numbers(desk)) == ["张伟", "李明"]
    assert [each["name"] for each in records(desk, "apprentice")] == ["王芳"]


def test_what_must_be_written_anew_is_not_read_otherwise_on_the_way_back(desk: Desk, tmp_path: Path) -> None:
    rows(
        desk, tmp_path, "apprentice", HEADER, ["李明", LI, "15863632401", "2026-02-28"],
        ["李明", LI, "13800138000", "2026-02-28"], ["王芳", WANG, "13800138001", 2026.1],
    )  # fmt: skip
    assert brought(desk, "apprentice", exported(desk, tmp_path)).count("pending") == 2
    assert [each["phone"] for each in records(desk, "apprentice")] == ["15863632401"]


def test_each_sheet_keeps_the_lines_above_its_table(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "月报酬"]
    rows(desk, tmp_path, "apprentice", ["学徒", None, "单位：万元"], header, ["李明", None, 0.3])
    rows(desk, tmp_path, "apprentice", header, ["王芳", None, 2600], file="二系.xlsx")
    path = exported(desk, tmp_path)
    assert [sheet.name for sheet in reading.read(path).sheets] == ["名册", "名册(2)"]
    write(path, 4, "身份证号", LI)
    write(path, 2, "身份证号", WANG, sheet=1)
    assert brought(desk, "apprentice", path).count("new") == 2
    assert {each["name"]: each["monthly_pay"] for each in records(desk, "apprentice")} == {
        "李明": "3000.00",
        "王芳": "2600.00",
    }


def test_an_empty_tray_is_not_written_out(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="没有待处理数据"):
        exported(desk, tmp_path)
    assert not (tmp_path / "待处理.xlsx").exists()

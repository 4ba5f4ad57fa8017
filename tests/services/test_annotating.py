"""The clerk's file back, mended, and brought in again: only what was mended goes in, and leaves the tray."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from college_desk.base.errors import UnusableInput
from college_desk.services import annotating, pending, undoing
from college_desk.services.importing import ImportOptions
from college_desk.storage.desk import Desk
from tests.files import workbooks
from tests.services.importing_sheets import LI, WANG, ZHANG, brought, counts, records, shown
from tests.services.occasions import SITTING, new_desk

HEADER = ["序号", "姓名", "身份证号", "性别", "联系电话", "班级", "专业名称", "签约日期"]
GOOD: list[Any] = [1, "李明", LI, "男", "15863632401", "机电1班", "机电一体化技术", "2026-02-28"]
DOUBTED: list[Any] = [2, "王芳", WANG, "男", "13800138000", "机电1班", "机电一体化技术", "2026-02-28"]
WAITING: list[Any] = [3, "张伟", ZHANG, "女", "13800138001", "机电1班", "机电一体化技术", "2026.2.30"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """A title, a header, three people, a total."""
    rows: list[list[Any]] = [["2026年学徒名册"], HEADER, GOOD, DOUBTED, WAITING, ["合计", "3人"]]
    return workbooks.xlsx(tmp_path / "学徒.xlsx", {"名册": rows}, merges={"名册": ["A1:H1"]})


def annotated(desk: Desk, file: Path, options: ImportOptions | None = None) -> Path:
    """The file's annotated copy."""
    preview = shown(desk, "apprentice", file, options or ImportOptions())
    return annotating.annotate(preview, file.with_name("返回.xlsx")).path


def sheet_of(path: Path) -> Any:
    """The first sheet of a workbook."""
    return openpyxl.load_workbook(path).worksheets[0]


def column(path: Path, letter: str) -> list[Any]:
    """The values of a column, row by row."""
    return [each.value for each in sheet_of(path)[letter]]


def mended(path: Path, **cells: Any) -> Path:
    """The workbook with some of its cells written anew by a clerk."""
    book = openpyxl.load_workbook(path)
    for ref, value in cells.items():
        book.worksheets[0][ref] = value
    book.save(path)
    return path


def test_every_data_row_has_its_verdict_and_nothing_else_has_one(desk: Desk, roster: Path) -> None:
    out = annotated(desk, roster)
    assert column(out, "I") == [None, "校验结果", "通过", "必须改正", "未入库", None]
    reasons = column(out, "J")
    assert reasons[1:3] == ["错误说明", None]
    assert reasons[3].startswith("性别：") or reasons[3].startswith("身份证号：")
    assert reasons[4].startswith("签约日期：")


def test_what_is_told_is_what_the_import_found(desk: Desk, roster: Path) -> None:
    preview = shown(desk, "apprentice", roster)
    told = annotating.annotate(preview, roster.with_name("返回.xlsx"))
    assert told.rows_marked == 2
    assert told.cells_marked == len({(each.row, each.column_index) for each in preview.findings()})
    reasons = column(told.path, "J")
    for each in preview.findings():
        assert each.message in reasons[each.row - 1]


def test_a_row_with_nothing_but_warnings_is_to_be_confirmed(desk: Desk, tmp_path: Path) -> None:
    header = [*HEADER, "合作企业"]
    file = workbooks.xlsx(tmp_path / "学徒.xlsx", {"名册": [header, [*GOOD, "济宁海达公司"]]})
    out = annotated(desk, file)
    assert column(out, "J") == ["校验结果", "需核实"]
    assert sheet_of(out)["I2"].fill.fgColor.rgb == "FFFFEB9C"


def test_the_columns_are_not_read_again_and_nothing_changes(desk: Desk, roster: Path) -> None:
    first = shown(desk, "apprentice", roster).to_json()
    out = annotated(desk, roster)
    brought(desk, "apprentice", roster)
    again = brought(desk, "apprentice", out).to_json()
    assert counts(again) == (0, 0, 2, 1)
    assert again["columns"] == first["columns"]
    assert len(pending.rows(desk)) == 1


def test_only_what_was_mended_goes_in_and_leaves_the_tray(desk: Desk, roster: Path) -> None:
    out = annotated(desk, roster)
    brought(desk, "apprentice", roster)
    assert [row.row for row in pending.rows(desk)] == [5]
    mended(out, H5="2026-02-28", D4="女")
    assert counts(brought(desk, "apprentice", out).to_json()) == (1, 1, 1, 0)
    assert pending.rows(desk) == []
    assert {each["name"]: each["gender"] for each in records(desk, "apprentice")}["王芳"] == "女"
    undoing.undo(desk, 1, **SITTING)
    assert [row.row for row in pending.rows(desk)] == [5]


def test_a_row_mended_in_part_waits_with_its_new_cells_once(desk: Desk, roster: Path) -> None:
    out = annotated(desk, roster)
    brought(desk, "apprentice", roster)
    brought(desk, "apprentice", mended(out, E5="13900139000"))
    (row,) = pending.rows(desk)
    assert row.cells["联系电话"] == "13900139000"


def test_a_csv_comes_back_as_a_workbook_and_its_waiting_rows_are_known(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "学徒.csv"
    lines = [",".join(str(cell) for cell in row) for row in (HEADER, GOOD, WAITING)]
    file.write_text("\n".join(lines), encoding="utf-8")
    out = annotated(desk, file)
    brought(desk, "apprentice", file)
    assert counts(brought(desk, "apprentice", out).to_json()) == (0, 0, 1, 1)
    assert len(pending.rows(desk)) == 1
    assert counts(brought(desk, "apprentice", mended(out, H3="2026-02-28")).to_json()) == (1, 0, 1, 0)
    assert pending.rows(desk) == []


def test_an_answered_file_is_answered_anew_in_the_same_columns(desk: Desk, roster: Path) -> None:
    out = mended(annotated(desk, roster), H5="2026-02-28")
    preview = shown(desk, "apprentice", out)
    again = annotating.annotate(preview, out.with_name("再次.xlsx")).path
    assert column(again, "I") == [None, "校验结果", "通过", "必须改正", "通过", None]
    assert sheet_of(again).max_column == 10
    assert sheet_of(again)["H5"].fill.fill_type is None


def test_a_cell_mended_in_the_preview_is_written_as_mended(desk: Desk, roster: Path) -> None:
    out = annotated(desk, roster, ImportOptions(mended={("名册", 5, 7): "2026-03-01"}))
    assert (column(out, "H")[4], column(out, "I")[4]) == ("2026-03-01", "通过")


def test_each_sheet_that_was_read_is_answered_and_no_other(desk: Desk, tmp_path: Path) -> None:
    sheets: dict[str, list[list[Any]]] = {
        "机电系": [HEADER, GOOD],
        "说明": [["请如实填写"]],
        "信息系": [HEADER, WAITING],
    }
    file = workbooks.xlsx(tmp_path / "学徒.xlsx", sheets)
    book = openpyxl.load_workbook(annotated(desk, file))
    assert [sheet["I2"].value for sheet in book.worksheets] == ["通过", None, "未入库"]


def test_a_row_left_out_has_no_answer(desk: Desk, roster: Path) -> None:
    out = annotated(desk, roster, ImportOptions(left_out=frozenset({("名册", 4)})))
    assert column(out, "I")[2:5] == ["通过", None, "未入库"]


def test_the_clerks_own_file_is_never_written_over(desk: Desk, roster: Path) -> None:
    preview = shown(desk, "apprentice", roster)
    before = roster.read_bytes()
    with pytest.raises(UnusableInput, match="换一个文件名"):
        annotating.annotate(preview, roster)
    assert roster.read_bytes() == before


def test_a_file_changed_since_it_was_looked_at_is_not_answered(desk: Desk, roster: Path) -> None:
    preview = shown(desk, "apprentice", roster)
    mended(roster, H5="2026-02-28")
    with pytest.raises(UnusableInput, match="改动过"):
        annotating.annotate(preview, roster.with_name("返回.xlsx"))


def test_tables_side_by_side_share_the_columns_right_of_both(desk: Desk, tmp_path: Path) -> None:
    left: list[list[Any]] = [["姓名", "身份证号", "签约日期"]]
    right: list[list[Any]] = [["姓名", "身份证号", "签约日期"]]
    left += [["李明", LI, "2026-02-28"], ["王芳", WANG, "2026.2.30"]]
    right += [["张伟", ZHANG, "2026.2.30"], [None, None, None]]
    rows = [[*one, None, *other] for one, other in zip(left, right, strict=True)]
    out = annotated(desk, workbooks.xlsx(tmp_path / "学徒.xlsx", {"名册": rows}))
    assert column(out, "H") == ["校验结果", "未入库", "未入库"]
    red = [ref for ref in ("C2", "C3", "G2", "G3") if sheet_of(out)[ref].fill.fill_type]
    assert red == ["C3", "G2"]


def test_tables_one_below_another_each_have_their_titles(desk: Desk, tmp_path: Path) -> None:
    first = ["姓名", "身份证号", "签约日期", "联系电话", "班级"]
    second = ["姓名", "身份证号", "月报酬", "学徒岗位", "学号"]
    rows: list[list[Any]] = [
        first, ["李明", LI, "2026-02-28", "13800138000", "1班"], [None], second,
        ["张伟", ZHANG, "多少", "装配钳工", "001"],
    ]  # fmt: skip
    out = annotated(desk, workbooks.xlsx(tmp_path / "学徒.xlsx", {"名册": rows}))
    assert column(out, "F") == ["校验结果", "通过", None, "校验结果", "未入库"]

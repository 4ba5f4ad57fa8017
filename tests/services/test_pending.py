"""The pending tray: waiting rows with their cells, mended, stored, thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.records.change import PendingRow
from college_desk.records.register import REGISTERS
from college_desk.services import pending, undoing
from college_desk.services.importing import ImportOptions
from college_desk.storage.desk import Desk
from tests.files import workbooks
from tests.services.importing_sheets import LI, WANG, brought, counts, records, rows
from tests.services.occasions import SITTING, new_desk, put

HEADER = ["序号", "姓 名", "身份证号", "联系电话", "签约日期", "QQ号"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


def waiting(desk: Desk) -> PendingRow:
    """The one row in the tray."""
    (row,) = pending.rows(desk)
    return row


def test_a_waiting_row_keeps_its_cells_as_they_stood(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "apprentice", HEADER, [1, "李 明", 3.7081119800101e17, 15863632401, "2026.2.30", 99])
    row = waiting(desk)
    assert (row.register, row.file, row.sheet, row.row) == ("apprentice", "表.xlsx", "名册", 2)
    assert row.cells == {
        "序号": "1",
        "姓 名": "李 明",
        "身份证号": "3.7081119800101E+17",
        "联系电话": "15863632401",
        "签约日期": "2026.2.30",
        "QQ号": "99",
    }
    assert {(header, field, severity) for header, field, severity, _message in row.faults} == {
        ("身份证号", "id_number", "unreadable"),
        ("签约日期", "agreement_signed_on", "unreadable"),
    }
    assert pending.rows(desk, REGISTERS["enterprise"]) == []
    assert pending.rows(desk, REGISTERS["apprentice"]) == [row]


def test_a_mended_row_is_stored_with_its_source(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "apprentice", HEADER, [1, "李 明", LI, 15863632401, "2026.2.30", 99])
    row = waiting(desk)
    mended = pending.mend(desk, row.id, {"签约日期": "2026.2.28"}, **SITTING)
    assert mended.row is None
    assert mended.record is not None
    assert pending.rows(desk) == []
    (kept,) = records(desk, "apprentice")
    assert (kept["name"], kept["agreement_signed_on"], kept["source_row"]) == ("李明", "2026-02-28", 2)
    assert kept["uid"] == mended.record.uid
    assert mended.changed.records["apprentice"] == {kept["uid"]}
    undoing.undo(desk, 1, **SITTING)
    assert pending.rows(desk) == [row]
    assert records(desk, "apprentice") == []


def test_a_field_may_be_written_under_its_title_or_name(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "联系电话", "班级"]
    rows(desk, tmp_path, "apprentice", header, ["李明", "15863632401", "1班"])
    number = waiting(desk).id
    with pytest.raises(UnusableInput, match="没有“血型”"):
        pending.mend(desk, number, {"血型": "A"}, **SITTING)
    assert pending.mend(desk, number, {"id_number": LI, "手机": "13800138000"}, **SITTING).row is None
    assert records(desk, "apprentice")[0]["phone"] == "13800138000"


def test_a_row_still_wrong_goes_on_waiting_with_its_new_cells(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "apprentice", HEADER, [1, None, LI, 15863632401, "2026.2.30", None])
    row = waiting(desk)
    mended = pending.mend(desk, row.id, {"姓 名": "李明"}, **SITTING)
    assert mended.record is None
    assert [each.field for each in mended.findings] == ["agreement_signed_on"]
    now = waiting(desk)
    assert (now.id, now.cells["姓 名"]) == (row.id, "李明")
    assert now == mended.row
    assert pending.mend(desk, row.id, {"签约日期": "2026-02-28"}, **SITTING).row is None


def test_an_ambiguous_number_is_not_read_as_text_later(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "apprentice", HEADER, [1, None, LI, 15863632401, 2026.1, None])
    row = waiting(desk)
    assert row.cells["签约日期"] == "2026.1"
    mended = pending.mend(desk, row.id, {"姓 名": "李明"}, **SITTING)
    assert mended.row is not None
    assert records(desk, "apprentice") == []
    assert pending.mend(desk, row.id, {"签约日期": "2026年1月"}, **SITTING).row is None
    assert records(desk, "apprentice")[0]["agreement_signed_on"] == "2026-01"


def test_a_repeated_key_waits_until_it_is_written_anew(desk: Desk, tmp_path: Path) -> None:
    one = [1, "李明", LI, 15863632401, "2026-02-28", None]
    two = [2, "李明", LI, 13800138000, "2026-02-28", None]
    rows(desk, tmp_path, "apprentice", HEADER, one, two)
    row = waiting(desk)
    assert pending.mend(desk, row.id, {"联系电话": "13800138001"}, **SITTING).row is not None
    assert records(desk, "apprentice")[0]["phone"] == "15863632401"
    assert pending.mend(desk, row.id, {"身份证号": WANG, "姓 名": "王芳"}, **SITTING).row is None
    assert sorted(each["name"] for each in records(desk, "apprentice")) == ["李明", "王芳"]


def test_what_was_decided_and_laid_over_is_kept_with_the_row(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "电话二", "联系电话", "月报酬"]
    options = ImportOptions(map={"phone": "电话二"}, department="机电系", cohort="XT-1")
    rows(
        desk, tmp_path, "apprentice", ["2026年学徒", None, "单位：万元"], header,
        ["李明", None, "15863632401", "13800138000", 0.3], options=options,
    )  # fmt: skip
    row = waiting(desk)
    assert pending.mend(desk, row.id, {"身份证号": LI}, **SITTING).row is None
    (kept,) = records(desk, "apprentice")
    assert (kept["phone"], kept["department"], kept["cohort"]) == ("15863632401", "机电系", "XT-1")
    assert kept["monthly_pay"] == "3000.00"


def test_groups_of_a_header_are_kept_with_the_row(desk: Desk, tmp_path: Path) -> None:
    top = ["姓名", "身份证号", "监护人", None, "第一学历", "最后学历"]
    low = [None, None, "姓名", "电话", "学历", "学历"]
    path = workbooks.xlsx(
        tmp_path / "表.xlsx",
        {"名册": [top, low, ["李明", None, "李强", "13800138000", None, None]]},
        merges={"名册": ["A1:A2", "B1:B2", "C1:D1"]},
    )
    brought(desk, "apprentice", path)
    assert pending.mend(desk, waiting(desk).id, {"身份证号": LI}, **SITTING).row is None
    (kept,) = records(desk, "apprentice")
    assert (kept["guardian_name"], kept["guardian_phone"], kept["phone"]) == ("李强", "13800138000", None)


def test_a_range_in_one_cell_is_kept_with_the_row(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "聘用起止时间"]
    rows(desk, tmp_path, "part_time_teacher", header, ["李明", None, "2026.9.1-2027.7.15"])
    assert pending.mend(desk, waiting(desk).id, {"身份证号": LI}, **SITTING).row is None
    (kept,) = records(desk, "appointment")
    assert (kept["start_on"], kept["end_on"]) == ("2026-09-01", "2027-07-15")


def test_the_same_file_lays_no_row_in_twice_and_a_mended_one_takes_it_out(desk: Desk, tmp_path: Path) -> None:
    bad, good = [1, "李明", LI, "x", None, None], [1, "李明", LI, "15863632401", None, None]
    rows(desk, tmp_path, "apprentice", HEADER, bad)
    first = waiting(desk)
    rows(desk, tmp_path, "apprentice", HEADER, bad)
    assert waiting(desk) == first
    other = [1, "李明", LI, "y", None, None]
    rows(desk, tmp_path, "apprentice", HEADER, other)
    assert waiting(desk).cells["联系电话"] == "y"
    document = rows(desk, tmp_path, "apprentice", HEADER, good)
    assert counts(document) == (1, 0, 0, 0)
    assert pending.rows(desk) == []


def test_another_row_in_the_same_place_leaves_the_waiting_one_alone(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "apprentice", HEADER, [1, "李明", LI, "x", None, None])
    rows(desk, tmp_path, "apprentice", HEADER, [7, "王芳", WANG, "13800138000", None, None])
    assert waiting(desk).cells["姓 名"] == "李明"


def test_a_mended_row_may_change_a_known_record(desk: Desk, tmp_path: Path) -> None:
    put(desk, "apprentice", id_number=LI, name="李明", phone="15863632401")
    rows(desk, tmp_path, "apprentice", HEADER, [1, "李明", None, "13800138000", None, None])
    mended = pending.mend(desk, waiting(desk).id, {"身份证号": LI}, **SITTING)
    assert mended.record is not None
    assert [each["phone"] for each in records(desk, "apprentice")] == ["13800138000"]


def test_rows_are_thrown_away_and_brought_back(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "apprentice", HEADER, [1, None, LI, None, None, None])
    row = waiting(desk)
    pending.discard(desk, [row.id], **SITTING)
    assert pending.rows(desk) == []
    with pytest.raises(UnusableInput, match="没有这一行"):
        pending.mend(desk, row.id, {}, **SITTING)
    undoing.undo(desk, 1, **SITTING)
    assert pending.rows(desk) == [row]

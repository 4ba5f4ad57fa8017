"""A roster that names another enterprise for an apprentice: asked, and done as answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from college_desk.services import undoing
from college_desk.services.importing import ImportOptions
from college_desk.storage.desk import Desk
from tests.files import workbooks
from tests.services.importing_sheets import LI, WANG, brought, records, shown
from tests.services.occasions import SITTING, new_desk

HEADER = ["姓名", "身份证号", "合作企业", "培养起始日期", "培养终止日期", "联系电话"]
OLD, NEW = "济宁甲机械有限公司", "济宁乙机械有限公司"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        brought(made, "apprentice", sheet(tmp_path / "先.xlsx", OLD, "2025-09-01", "2027-07-15"))
        yield made


def sheet(path: Path, enterprise: str, start: str | None, end: str | None, phone: str | None = None) -> Path:
    """A roster of two at one enterprise."""
    people = [
        [name, number, enterprise, start, end, phone] for name, number in (("李明", LI), ("王芳", WANG))
    ]
    return workbooks.xlsx(path, {"名册": [HEADER, *people]})


def answered(desk: Desk, path: Path, code: str) -> ImportOptions:
    """The options that answer the one question about a file."""
    (asked,) = shown(desk, "apprentice", path).questions
    assert (asked.kind, asked.rows, asked.taken) == ("placement", 2, "correct")
    return ImportOptions(answers={asked.id: code})


def test_until_somebody_answers_the_present_one_is_corrected(desk: Desk, tmp_path: Path) -> None:
    brought(desk, "apprentice", sheet(tmp_path / "后.xlsx", NEW, "2026-10-01", "2027-07-15"))
    assert {each["enterprise"] for each in records(desk, "apprentice")} == {NEW}
    assert records(desk, "placement") == []


def test_a_move_ends_the_old_placement_the_day_before_the_new_one(desk: Desk, tmp_path: Path) -> None:
    path = sheet(tmp_path / "后.xlsx", NEW, "2026-10-01", "2027-07-15")
    result = brought(desk, "apprentice", path, answered(desk, path, "move"))
    assert result.count("changed") == 2
    for each in records(desk, "placement"):
        assert (each["enterprise"], each["start_on"], each["end_on"]) == (OLD, "2025-09-01", "2026-09-30")
        assert each["ended_reason"] == "换企业"
    assert {each["id_number"] for each in records(desk, "placement")} == {LI, WANG}
    assert {(each["enterprise"], each["start_on"]) for each in records(desk, "apprentice")} == {
        (NEW, "2026-10-01")
    }
    assert shown(desk, "apprentice", path).count("unchanged") == 2
    undoing.undo(desk, 1, **SITTING)
    assert records(desk, "placement") == []
    assert {each["enterprise"] for each in records(desk, "apprentice")} == {OLD}


def test_a_move_without_a_day_begins_on_the_day_of_the_import(desk: Desk, tmp_path: Path) -> None:
    path = sheet(tmp_path / "后.xlsx", NEW, None, None)
    brought(desk, "apprentice", path, answered(desk, path, "move"))
    assert {each["end_on"] for each in records(desk, "placement")} == {"2026-09-29"}
    assert {each["start_on"] for each in records(desk, "apprentice")} == {"2026-09-30"}


def test_who_stays_keeps_his_place_and_takes_the_rest(desk: Desk, tmp_path: Path) -> None:
    path = sheet(tmp_path / "后.xlsx", NEW, "2026-10-01", "2027-07-15", "13812345678")
    brought(desk, "apprentice", path, answered(desk, path, "leave"))
    assert {
        (each["enterprise"], each["start_on"], each["phone"]) for each in records(desk, "apprentice")
    } == {(OLD, "2025-09-01", "13812345678")}


def test_who_stays_and_has_nothing_else_is_unchanged(desk: Desk, tmp_path: Path) -> None:
    path = sheet(tmp_path / "后.xlsx", NEW, "2026-10-01", "2027-07-15")
    result = brought(desk, "apprentice", path, answered(desk, path, "leave"))
    assert (result.count("unchanged"), result.changed.step) == (2, None)


def test_a_placement_that_is_over_is_not_asked_about(tmp_path: Path) -> None:
    with new_desk(tmp_path / "other") as other:
        brought(other, "apprentice", sheet(tmp_path / "旧.xlsx", OLD, "2025-09-01", "2026-09-29"))
        path = sheet(tmp_path / "后.xlsx", NEW, "2026-10-01", "2027-07-15")
        assert shown(other, "apprentice", path).questions == ()


def test_brackets_of_another_width_are_no_other_enterprise(tmp_path: Path) -> None:
    with new_desk(tmp_path / "other") as other:
        brought(other, "apprentice", sheet(tmp_path / "旧.xlsx", "山东(济宁)机械公司", "2025-09-01", "长期"))
        path = sheet(tmp_path / "后.xlsx", "山东（济宁）机械公司", "2025-09-01", "长期")
        assert shown(other, "apprentice", path).questions == ()

"""Which rows leave the tray when a sheet is brought in, and which must not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from college_desk.services import pending
from college_desk.storage.desk import Desk
from tests.services.importing_sheets import LI, WANG, ZHANG, records, rows
from tests.services.occasions import new_desk

HEADER = ["姓名", "身份证号", "联系电话", "班级", "专业名称", "签约日期"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


def person(
    name: str, number: str | None, signed: str = "2026-02-28", phone: str = "13800138000"
) -> list[Any]:
    return [name, number, phone, "机电1班", "机电一体化技术", signed]


def waiting(desk: Desk) -> list[tuple[str, int]]:
    """Names and rows in the tray."""
    return [(row.cells["姓名"], row.row) for row in pending.rows(desk)]


def test_the_same_place_in_another_file_settles_the_same_person(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "apprentice", HEADER, person("李明", LI, "2026.2.30"))
    rows(desk, tmp_path, "apprentice", HEADER, person("李明", LI), file="返回.xlsx")
    assert waiting(desk) == []


def test_another_person_in_the_same_place_of_another_file_settles_nothing(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "apprentice", HEADER, person("李明", LI, "2026.2.30"))
    rows(desk, tmp_path, "apprentice", HEADER, person("王芳", WANG), file="二系.xlsx")
    assert waiting(desk) == [("李明", 2)]


def test_only_the_wrong_rows_sent_back_are_known_by_their_key(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "apprentice", HEADER, person("王芳", WANG), person("李明", LI, "2026.2.30"))
    rows(desk, tmp_path, "apprentice", HEADER, person("李明", LI), file="返回.xlsx")
    assert waiting(desk) == []
    assert sorted(each["name"] for each in records(desk, "apprentice")) == ["李明", "王芳"]


def test_a_row_whose_key_was_wrong_is_known_by_its_name_where_nearly_all_agrees(
    desk: Desk, tmp_path: Path
) -> None:
    rows(desk, tmp_path, "apprentice", HEADER, person("王芳", WANG), person("李明", "3.7E+17"))
    rows(desk, tmp_path, "apprentice", HEADER, person("李明", LI), file="返回.xlsx")
    assert waiting(desk) == []


def test_a_namesake_settles_nothing(desk: Desk, tmp_path: Path) -> None:
    rows(desk, tmp_path, "apprentice", HEADER, person("王芳", WANG), person("李明", "3.7E+17"))
    namesake = ["李明", LI, "13900139000", "机电2班", "机电一体化技术", "2026-03-01"]
    rows(desk, tmp_path, "apprentice", HEADER, namesake, file="二系.xlsx")
    assert waiting(desk) == [("李明", 3)]


def test_a_repeated_row_still_waits_when_its_file_comes_again(desk: Desk, tmp_path: Path) -> None:
    sheet = [HEADER, person("李明", LI), person("李明", LI, phone="13900139000")]
    rows(desk, tmp_path, "apprentice", *sheet)
    rows(desk, tmp_path, "apprentice", *sheet)
    rows(desk, tmp_path, "apprentice", *sheet, file="返回.xlsx")
    assert waiting(desk) == [("李明", 3)]


def test_lessons_of_one_teacher_are_told_apart_by_their_whole_key(desk: Desk, tmp_path: Path) -> None:
    header = ["姓名", "身份证号", "授课日期", "节次", "课程", "班级", "课时"]
    lessons = [
        ["李明", LI, "2026-09-07", "1-2", "电工", "机电1班", 2],
        ["李明", LI, "2026.2.30", "1-2", "电工", "机电1班", 2],
    ]
    rows(desk, tmp_path, "teaching_hours", header, *lessons)
    new = ["李明", LI, "2026-09-21", "1-2", "电工", "机电1班", 2]
    rows(desk, tmp_path, "teaching_hours", header, new, file="十月.xlsx")
    assert waiting(desk) == [("李明", 3)]


def test_a_stored_row_settles_only_what_it_is(desk: Desk, tmp_path: Path) -> None:
    rows(
        desk, tmp_path, "apprentice", HEADER, person("王芳", WANG), person("李明", LI, "2026.2.30"),
        person("张伟", ZHANG, "2026.2.31"),
    )  # fmt: skip
    rows(desk, tmp_path, "apprentice", HEADER, person("张伟", ZHANG), file="返回.xlsx")
    assert waiting(desk) == [("李明", 3)]


def test_a_row_that_says_nothing_new_settles_no_repetition_of_it(desk: Desk, tmp_path: Path) -> None:
    kept, repeated = person("李明", LI), person("李明", LI, phone="13900139000")
    rows(desk, tmp_path, "apprentice", HEADER, kept, repeated)
    rows(desk, tmp_path, "apprentice", ["学徒"], [], HEADER, person("王芳", WANG), kept, file="二系.xlsx")
    assert waiting(desk) == [("李明", 3)]

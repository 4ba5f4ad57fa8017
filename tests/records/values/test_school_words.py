"""Academic years and terms, majors, grades, slots and registration numbers."""

from __future__ import annotations

import datetime as dt

import pytest

from college_desk.records.values.academic_year import ACADEMIC_YEAR, TERM
from college_desk.records.values.class_slot import SLOT, slots_of
from college_desk.records.values.grade import GRADE, year_of
from college_desk.records.values.major_code import MAJOR_CODE, level_of
from college_desk.records.values.registration_number import REGISTRATION_NUMBER, identity_in
from college_desk.records.values.value_type import Cell
from tests.records.values.readings import severities, suggestion, value


@pytest.mark.parametrize(
    "cell",
    [
        "2026-2027",
        "2026—2027学年",
        "2026/2027",
        "26-27",
        "2026-2027学年第一学期",
        "2026学年",
        "2026-2027学年度",
        "2026年-2027年学年",
        "2026秋",
    ],
)
def test_academic_years(cell: str) -> None:
    assert value(ACADEMIC_YEAR, cell) == "2026-2027"


@pytest.mark.parametrize("cell", ["2026-2028", "2026", "本学年", "2027-2026", 2026.0])
def test_what_is_no_academic_year_is_unreadable(cell: Cell) -> None:
    assert severities(ACADEMIC_YEAR, cell) == ["unreadable"]


@pytest.mark.parametrize(
    ("cell", "term"),
    [
        ("2025-2026-1", "2025-2026-1"),
        ("2025-2026学年第一学期", "2025-2026-1"),
        ("2025秋", "2025-2026-1"),
        ("25-26上", "2025-2026-1"),
        ("2026春", "2025-2026-2"),
        ("2025-2026学年第二学期", "2025-2026-2"),
        ("25-26下学期", "2025-2026-2"),
    ],
)
def test_terms(cell: str, term: str) -> None:
    assert value(TERM, cell) == term


def test_a_year_alone_is_no_term() -> None:
    assert severities(TERM, "2025-2026") == ["unreadable"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("051300", "051300"),
        (660103.0, "660103"),
        ("６６０１０３", "660103"),
        ("0203-3", "0203-3"),
        ("0203－3", "0203-3"),
        ("0203", "0203"),
    ],
)
def test_major_codes(cell: Cell, code: str) -> None:
    assert value(MAJOR_CODE, cell) == code


def test_a_lost_zero_is_suggested() -> None:
    assert MAJOR_CODE.read(51300.0).value == "51300"
    assert suggestion(MAJOR_CODE, 51300.0) == "051300"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("880101", ["warning"]), ("660", ["error"]), ("0203-5", ["error"]), ("机电", ["unreadable"])],
)
def test_odd_major_codes(cell: str, expected: list[str]) -> None:
    assert severities(MAJOR_CODE, cell) == expected


def test_the_level_of_a_major_depends_on_its_catalogue() -> None:
    assert (level_of("660301"), level_of("460301"), level_of("260301"), level_of("0203-3")) == (
        "中职",
        "高职专科",
        "职业本科",
        "技工",
    )
    assert (level_of("560301"), level_of("560301", "2015年版"), level_of("051300")) == (
        "高职专科",
        "高职专科",
        "中职",
    )
    assert (level_of("660301", "2015年版"), level_of("88"), level_of("880101")) == ("高职专科", None, None)


@pytest.mark.parametrize("cell", ["2026级", "2026", 2026.0, "26级", "２０２６级", "2026 级"])
def test_grades(cell: Cell) -> None:
    assert value(GRADE, cell) == "2026级"


def test_a_grade_without_its_year_is_doubted() -> None:
    assert severities(GRADE, "一年级") == ["warning"]
    assert (year_of("2026级"), year_of("一年级")) == (2026, None)


@pytest.mark.parametrize(
    ("cell", "slot"),
    [
        ("1-2", "1-2"),
        ("第1-2节", "1-2"),
        ("1、2节", "1-2"),
        ("1~2", "1-2"),
        ("3,4", "3-4"),
        ("上午1-2", "1-2"),
        ("34", "3-4"),
        ("3", "3"),
        (3.0, "3"),
        ("1-2、5-6", "1-2、5-6"),
        ("5，6，1", "1、5-6"),
        ("1—4", "1-4"),
        ("12", "12"),
        ("第 1 - 2 节", "1-2"),
    ],
)
def test_slots(cell: Cell, slot: str) -> None:
    assert value(SLOT, cell) == slot


def test_a_slot_that_became_a_day_is_undone_with_a_warning() -> None:
    reading = SLOT.read(dt.date(2026, 1, 2))
    assert (reading.value, [fault.severity for fault in reading.faults]) == ("1-2", ["warning"])


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("16", []), ("17", ["error"]), ("0", ["error"]), ("晚自习", ["warning"]), ("4-1", ["warning"])],
)
def test_odd_slots(cell: str, expected: list[str]) -> None:
    assert severities(SLOT, cell) == expected


def test_the_slots_that_a_value_covers() -> None:
    assert slots_of("1-2、5") == {1, 2, 5}
    assert slots_of("晚自习") == frozenset()


def test_registration_numbers() -> None:
    assert value(REGISTRATION_NUMBER, " g370894046735753716 ") == "G370894046735753716"
    assert severities(REGISTRATION_NUMBER, "37089404673575371") == ["warning"]
    assert severities(REGISTRATION_NUMBER, 3.7e17) == ["unreadable"]
    assert (identity_in("G370894046735753716"), identity_in("J370894046735753716")) == (
        "370894046735753716",
        None,
    )

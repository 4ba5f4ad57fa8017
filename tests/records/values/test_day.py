"""Days, months, open ends and ranges in the shapes of real sheets."""

from __future__ import annotations

import datetime as dt

import pytest

from college_desk.records.values.day import DAY, DAY_OR_MONTH, END_DAY, MONTH, split_range
from college_desk.records.values.month import OPEN_END, Month
from college_desk.records.values.value_type import Cell, Surroundings
from tests.records.values.readings import message, severities, suggestion, value

THIS_YEAR = Surroundings(year=2026)


@pytest.mark.parametrize(
    "cell",
    [
        "2024-09-01", "2024-9-1", "2024/09/01", "2024/9/1", "2024.9.1", "2024．9．1", "20240901", 20240901.0, 20240901,
        "2024年9月1日", "2024年09月01日", "２０２４年９月１日", "2024年9月1号", "2024 年 9 月 1 日", "2024-09-01 00:00:00",
        "2024-09-01T00:00:00", "2024/9/1 0:00", "2024。9。1", "'2024-09-01", "2024.9.1.", "2024年9月1日（星期日）",
        "二〇二四年九月一日", "1-Sep-2024", 45536, 45536.0, 45536.75, "45536",
        dt.date(2024, 9, 1), dt.datetime(2024, 9, 1, 8, 30),  # noqa: DTZ001  # a cell has no zone
    ],
)  # fmt: skip
def test_one_day_in_many_shapes(cell: Cell) -> None:
    assert value(DAY, cell) == dt.date(2024, 9, 1)
    assert value(DAY_OR_MONTH, cell) == dt.date(2024, 9, 1)
    assert value(END_DAY, cell) == dt.date(2024, 9, 1)
    assert value(MONTH, cell) == Month(2024, 9)


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (38426, dt.date(2005, 3, 15)),
        (44795, dt.date(2022, 8, 22)),
        (45839, dt.date(2025, 7, 1)),
        (46107.0, dt.date(2026, 3, 26)),
    ],
)
def test_serials_of_the_1900_system(serial: float, day: dt.date) -> None:
    assert value(DAY, serial) == day


def test_a_serial_of_the_1904_system_is_another_day() -> None:
    assert value(DAY, 44074, Surroundings(date_1904=True)) == dt.date(2024, 9, 1)


@pytest.mark.parametrize(
    "cell",
    [
        "2024年9月",
        "2024.09",
        "2024.9",
        "2024-09",
        "2024/9",
        "202409",
        202409.0,
        2024.09,
        2024.9,
        "二〇二四年九月",
    ],
)
def test_a_month_stays_a_month(cell: Cell) -> None:
    assert value(DAY_OR_MONTH, cell) == Month(2024, 9)
    assert value(MONTH, cell) == Month(2024, 9)
    assert severities(DAY, cell) == ["unreadable"]
    assert "请写到日" in message(DAY, cell)


def test_text_2024_10_is_october_and_the_number_2024_1_is_asked() -> None:
    assert value(DAY_OR_MONTH, "2024.10") == Month(2024, 10)
    assert value(DAY_OR_MONTH, "2024.1") == Month(2024, 1)
    assert value(DAY_OR_MONTH, 2024.11) == Month(2024, 11)
    for type_of in (DAY_OR_MONTH, MONTH):
        assert severities(type_of, 2024.1) == ["unreadable"]
        assert "1月还是10月" in message(type_of, 2024.1)


@pytest.mark.parametrize(
    "cell",
    [
        "2024-9-31",
        "2026.2.30",
        "2023.2.29",
        "20240931",
        "2024.13",
        "2024年9月0日",
        60,
        "2024",
        2024.0,
        "Sep-24",
        "待定",
        12,
        1e9,
        True,
        dt.time(8, 0),
        dt.date(1776, 7, 4),
        "0024-09-01",
    ],
)
def test_what_is_no_day_is_unreadable(cell: Cell) -> None:
    assert severities(DAY_OR_MONTH, cell) == ["unreadable"]


def test_the_day_that_never_was_is_named() -> None:
    assert "1900年2月29日" in message(DAY, 60)


@pytest.mark.parametrize("cell", ["24.9.1", "24/9/1", "24年9月1日"])
def test_a_two_digit_year_is_asked_with_a_suggestion(cell: str) -> None:
    assert severities(DAY, cell) == ["unreadable"]
    assert suggestion(DAY, cell) == "2024-09-01"


@pytest.mark.parametrize(
    ("cell", "day"),
    [("9月1日", (9, 1)), ("9.15", (9, 15)), ("9-15", (9, 15)), ("9/15", (9, 15)), (9.15, (9, 15))],
)
def test_a_day_without_a_year_has_that_of_the_sheet(cell: Cell, day: tuple[int, int]) -> None:
    assert value(DAY, cell, THIS_YEAR) == dt.date(2026, *day)
    assert severities(DAY, cell) == ["unreadable"]


def test_the_number_9_1_may_be_the_first_or_the_tenth() -> None:
    assert severities(DAY, 9.1, THIS_YEAR) == ["unreadable"]
    assert value(DAY, "9.1", THIS_YEAR) == dt.date(2026, 9, 1)


@pytest.mark.parametrize("cell", ["长期", "无固定期限", "永久", "9999-12-31", dt.date(9999, 12, 31)])
def test_only_an_end_may_be_open(cell: Cell) -> None:
    assert value(END_DAY, cell) == OPEN_END
    assert severities(DAY_OR_MONTH, cell) == ["unreadable"]
    assert severities(DAY, cell) == ["unreadable"]
    assert severities(MONTH, cell) == ["unreadable"]


def test_an_open_end_is_shown_in_words_and_written_as_the_last_day() -> None:
    assert END_DAY.show(OPEN_END) == "长期"
    assert END_DAY.to_json(OPEN_END) == END_DAY.store(OPEN_END) == "9999-12-31"


def test_the_intake_of_a_year_begins_in_september() -> None:
    assert value(MONTH, "2026级") == Month(2026, 9)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2024.9.1-2027.6.30", ("2024-09-01", "2027-06-30")),
        ("2024.9-2027.7", ("2024-09", "2027-07")),
        ("2024-09-01~2027-06-30", ("2024-09-01", "2027-06-30")),
        ("2024-09-01-2027-06-30", ("2024-09-01", "2027-06-30")),
        ("2024-09-2027-07", ("2024-09", "2027-07")),
        ("20240901-20270630", ("2024-09-01", "2027-06-30")),
        ("2024/9/1 — 2027/6/30", ("2024-09-01", "2027-06-30")),
        ("2024年9月1日至2027年6月30日", ("2024-09-01", "2027-06-30")),
        ("自2024年9月1日起至2027年6月30日止", ("2024-09-01", "2027-06-30")),
        ("2024年9月～2027年7月", ("2024-09", "2027-07")),
        ("2024.9.1-长期", ("2024-09-01", "长期")),
        ("2024.9.1-12.31", ("2024-09-01", "2024-12-31")),
    ],
)
def test_ranges_are_split(text: str, ends: tuple[str, str]) -> None:
    assert split_range(text) == ends


@pytest.mark.parametrize(
    "text",
    [
        "2024-09-01",
        "2024-9-1",
        "2024.9",
        "20240901",
        "长期",
        "机电1-2班",
        "",
        "2024-2027",
        "2024.2.30-2024.3.1",
    ],
)
def test_what_is_no_range_is_not_split(text: str) -> None:
    assert split_range(text) is None


def test_a_range_in_a_column_of_days_is_asked_to_be_split() -> None:
    assert "起止两个日期" in message(DAY, "2024.9.1-2027.6.30")

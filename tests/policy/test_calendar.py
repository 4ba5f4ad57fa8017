"""Working days: weekends, holidays, weekends worked instead, years not announced yet."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_desk.policy.calendar import calendar

CALENDAR = calendar()


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-09-30", True),
        ("2026-10-01", False),
        ("2026-10-07", False),
        ("2026-10-08", True),
        ("2026-09-20", True),
        ("2026-10-10", True),
        ("2026-09-26", False),
        ("2025-10-08", False),
        ("2022-01-29", True),
        ("2022-12-31", False),
        ("2027-10-01", True),
        ("2027-10-02", False),
    ],
)
def test_a_day_is_worked_or_not(day: str, works: bool) -> None:
    assert CALENDAR.is_working_day(dt.date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2026-06-22", "2026-06-26", 5),
        ("2026-06-26", "2026-06-29", 2),
        ("2026-09-28", "2026-10-10", 6),
        ("2026-06-26", "2026-06-26", 1),
        ("2026-06-27", "2026-06-26", 0),
    ],
)
def test_working_days_of_a_stretch(first: str, last: str, days: int) -> None:
    assert CALENDAR.working_days(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == days


def test_holidays_have_their_names() -> None:
    assert CALENDAR.holiday(dt.date(2026, 10, 1)) == "国庆节"
    assert CALENDAR.holiday(dt.date(2026, 10, 8)) is None


def test_years_without_an_announcement_are_told() -> None:
    assert CALENDAR.unannounced(dt.date(2026, 12, 1), dt.date(2027, 1, 5)) == (2027,)
    assert CALENDAR.unannounced(dt.date(2022, 1, 1), dt.date(2026, 12, 31)) == ()


def test_make_up_days_are_weekends_and_holidays_lie_in_their_year() -> None:
    assert all(day.weekday() >= 5 for day in CALENDAR.make_up_days)
    assert CALENDAR.make_up_days.isdisjoint(CALENDAR.holidays)
    assert {day.year for day in CALENDAR.holidays} == set(CALENDAR.years)
    for year in CALENDAR.years:
        assert {name for day, name in CALENDAR.holidays.items() if day.year == year} >= {
            "元旦",
            "春节",
            "国庆节",
        }


@given(st.dates(dt.date(2022, 1, 1), dt.date(2028, 1, 1)), st.integers(0, 60))
def test_a_stretch_is_the_sum_of_its_days(first: dt.date, length: int) -> None:
    days = [first + dt.timedelta(days=each) for each in range(length)]
    worked = sum(CALENDAR.is_working_day(day) for day in days)
    assert CALENDAR.working_days(first, first + dt.timedelta(days=length - 1)) == worked

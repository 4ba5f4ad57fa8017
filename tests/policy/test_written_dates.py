"""Dates in words, full years, the same day months later."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college_desk.policy.written_dates import full_years, months_later, written_day
from college_desk.records.values.month import OPEN_END, Month


@pytest.mark.parametrize(
    ("day", "words"),
    [(dt.date(2026, 9, 1), "2026年9月1日"), (Month(2026, 9), "2026年9月"), (OPEN_END, "长期")],
)
def test_a_day_in_words(day: dt.date | Month, words: str) -> None:
    assert written_day(day) == words


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (dt.date(2008, 9, 1), dt.date(2026, 8, 31), 17),
        (dt.date(2008, 9, 1), dt.date(2026, 9, 1), 18),
        (dt.date(2008, 2, 29), dt.date(2026, 2, 28), 17),
        (dt.date(2008, 2, 29), dt.date(2026, 3, 1), 18),
        (dt.date(2008, 2, 29), dt.date(2024, 2, 29), 16),
        (dt.date(2026, 9, 1), dt.date(2026, 8, 31), -1),
    ],
)
def test_full_years(born: dt.date, on: dt.date, years: int) -> None:
    assert full_years(born, on) == years


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (dt.date(2025, 8, 31), 12, dt.date(2026, 8, 31)),
        (dt.date(2026, 8, 31), 6, dt.date(2027, 2, 28)),
        (dt.date(2024, 2, 29), 12, dt.date(2025, 2, 28)),
        (dt.date(2026, 3, 31), -1, dt.date(2026, 2, 28)),
        (dt.date(2026, 12, 15), 1, dt.date(2027, 1, 15)),
    ],
)
def test_the_same_day_months_later(day: dt.date, months: int, later: dt.date) -> None:
    assert months_later(day, months) == later


@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 120))
def test_later_is_never_earlier_and_keeps_the_day_or_ends_the_month(day: dt.date, months: int) -> None:
    later = months_later(day, months)
    assert later >= day
    assert later.day == day.day or later == Month(later.year, later.month).last_day

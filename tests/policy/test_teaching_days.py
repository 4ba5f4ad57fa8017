"""Which days are taught on."""

from __future__ import annotations

import datetime as dt

import pytest

from college_desk.policy.teaching_days import DayOff, day_off, names_day
from tests import make

TERM = make.term(holidays="2026-10-22至2026-10-23、2026-11-02", make_up_days="2026-10-04", exam_from="2027-01-11",
                 exam_to="2027-01-22")  # fmt: skip


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-09-30", None),
        ("2026-10-01", DayOff("statutory", "国庆节")),
        ("2026-10-04", None),
        ("2026-10-21", None),
        ("2026-10-22", DayOff("school")),
        ("2026-10-23", DayOff("school")),
        ("2026-10-24", None),
        ("2026-11-02", DayOff("school")),
        ("2027-01-10", None),
        ("2027-01-11", DayOff("exams")),
        ("2027-01-22", DayOff("exams")),
        ("2027-01-23", None),
    ],
)
def test_holidays_days_off_and_examinations_keep_lessons_off(day: str, why: DayOff | None) -> None:
    assert day_off(dt.date.fromisoformat(day), TERM) == why


def test_without_a_term_only_statutory_holidays_are_known() -> None:
    assert day_off(dt.date(2026, 10, 4), None) == DayOff("statutory", "国庆节")
    assert day_off(dt.date(2026, 10, 22), None) is None
    assert not names_day(None, dt.date(2026, 10, 22))

"""Which days are taught on: statutory holidays, the school's own days off, examination weeks (校历)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from college_desk.policy.calendar import calendar
from college_desk.records.college.term import Term

_TO = "至"


@dataclass(frozen=True)
class DayOff:
    """Why nothing is taught on a day: a statutory holiday (its name), the school's own, or examinations."""

    kind: Literal["statutory", "school", "exams"]
    holiday: str = ""


def day_off(day: dt.date, term: Term | None) -> DayOff | None:
    """What keeps lessons off a day; None for a teaching day, make-up days (补课日) and weekends among them."""
    if term is not None and names_day(term.make_up_days, day):
        return None
    holiday = calendar().holiday(day)
    if holiday is not None:
        return DayOff("statutory", holiday)
    if term is None:
        return None
    if names_day(term.holidays, day):
        return DayOff("school")
    if term.exam_from and term.exam_to and term.exam_from <= day <= term.exam_to:
        return DayOff("exams")
    return None


def names_day(days: Iterable[str] | None, day: dt.date) -> bool:
    """Whether a calendar's list of days and spans (2026-10-01至2026-10-07) has a day."""
    text = day.isoformat()
    for each in days or ():
        first, _to, last = each.partition(_TO)
        if first <= text <= (last or first):
            return True
    return False

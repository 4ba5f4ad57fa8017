"""From when to when an appointment (聘任) runs, and which of a teacher's run on a day."""

from __future__ import annotations

import datetime as dt

from college_desk.records.facts import Facts
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.values.month import OPEN_END, first_day, last_day


def begins(appointment: Appointment) -> dt.date | None:
    """The first day that the term of the appointment can have."""
    return None if appointment.start_on is None else first_day(appointment.start_on)


def ends(appointment: Appointment) -> dt.date:
    """The last day of the term; without one it goes on."""
    return OPEN_END if appointment.end_on is None else last_day(appointment.end_on)


def appointments_on(number: str, day: dt.date, facts: Facts) -> list[Appointment]:
    """The appointments of a teacher in whose term a day lies, ended early or not."""
    return [
        each
        for each in facts.by(Appointment, "teacher")[number]
        if (first := begins(each)) is not None and first <= day <= ends(each)
    ]

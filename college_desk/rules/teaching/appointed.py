"""What the rules about appointments ask: who is appointed, from when to when, what was before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from college_desk.policy.appointments import begins as begins
from college_desk.policy.appointments import ends as ends
from college_desk.policy.coded import coded
from college_desk.policy.written_dates import months_later
from college_desk.records.facts import Facts
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.values.month import last_day

_A_YEAR = 12


def teacher_of(appointment: Appointment, facts: Facts) -> PartTimeTeacher | None:
    """The person appointed, None while he is not on the roster."""
    linked = appointment.links.get("teacher")
    if linked is not None:
        found = facts.by(PartTimeTeacher, "uid")[linked]
        if found:
            return found[0]
    if appointment.teacher is None:
        return None
    found = facts.by(PartTimeTeacher, "id_number")[appointment.teacher]
    return found[0] if found else None


def begins_at_latest(appointment: Appointment) -> dt.date | None:
    """The last day on which the term can begin, where only its month is known."""
    return None if appointment.start_on is None else last_day(appointment.start_on)


def is_held(appointment: Appointment) -> bool:
    """Whether the appointment stands: its status is empty or 在聘."""
    return appointment.status in (None, coded("appointment_status", "在聘"))


def in_post(appointment: Appointment, day: dt.date) -> bool:
    """Whether the teacher is in post under the appointment on a day."""
    first = begins(appointment)
    return first is not None and is_held(appointment) and first <= day <= ends(appointment)


def of_the_same_teacher(appointment: Appointment, facts: Facts) -> Sequence[Appointment]:
    """All appointments of the teacher, this one among them, in order of uid."""
    if appointment.teacher is None:
        return ()
    return facts.by(Appointment, "teacher")[appointment.teacher]


def renewed(appointment: Appointment, facts: Facts) -> Appointment | None:
    """The appointment that this one goes on from: the one it names, else the teacher's last before it.

    One that ended more than a year before it began is none to go on from.
    """
    if appointment.renewed_from is not None:
        named = facts.by(Appointment, "contract_number")[appointment.renewed_from]
        return named[0] if named else None
    first = begins(appointment)
    if first is None:
        return None
    earlier = [
        each
        for each in of_the_same_teacher(appointment, facts)
        if each.uid != appointment.uid
        and each.end_on is not None
        and ends(each) < first <= months_later(ends(each), _A_YEAR)
    ]
    return max(earlier, key=ends, default=None)


def other_terms(appointment: Appointment, facts: Facts) -> Iterator[Appointment]:
    """The teacher's other standing appointments that have a day in common with this one."""
    first = begins(appointment)
    if first is None or not is_held(appointment):
        return
    for each in of_the_same_teacher(appointment, facts):
        other = begins(each)
        if each.uid == appointment.uid or other is None or not is_held(each):
            continue
        if other <= ends(appointment) and first <= ends(each):
            yield each

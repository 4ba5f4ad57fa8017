"""The filing of part-time appointments (兼职教师聘任备案): what is in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from college_desk.forms import selecting
from college_desk.forms.filing import PART_TIME_APPOINTMENTS, Scope, Selection, filing
from college_desk.records.college.recipient import Recipient
from college_desk.records.college.school import School
from college_desk.records.college.staffing import Staffing
from college_desk.records.college.term import Term
from college_desk.records.facts import Facts
from college_desk.records.filings.notice import Notice
from college_desk.records.period import Period
from college_desk.records.register import Record, register_of
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.assignment import Assignment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.team import Team
from college_desk.records.values.month import first_day, last_day

SERVING = "在聘"
"""The label of `appointment_status` under which an appointment is in force; an empty status counts so too."""


@filing(
    PART_TIME_APPOINTMENTS,
    "兼职教师聘任备案",
    periods=("term", "academic_year"),
    subject="兼职教师聘任备案材料",
    registers=(School, Staffing, Term, Recipient, Appointment, Assignment, PartTimeTeacher, Team),
    first="请先登记聘任。",
)
def appointments_of(facts: Facts, period: Period, day: dt.date, scope: Scope) -> Selection:
    """The appointments in force within the period, or of it what the kind of filing takes."""
    within = [each for each in facts.all(Appointment) if selecting.within(period, each.start_on, each.end_on)]
    of_kind = [each for each in within if selecting.is_of_kind(each, scope, stands=serving(each))]
    filed, left_out = selecting.divided(of_kind, scope, _by_department)
    people = _people(facts, filed)
    college: list[Record] = [*facts.all(School), *facts.all(Staffing)]
    notices = [each for each in facts.all(Notice) if each.filing == PART_TIME_APPOINTMENTS]
    return Selection(
        filed=tuple(filed),
        companions=selecting.once(_companions(facts, within, people, college), filed),
        left_out=tuple(left_out),
        about=(*filed, *people, *college, *notices),
    )


def serving(appointment: Appointment) -> bool:
    """Whether its status says that it is in force: empty or 在聘."""
    return appointment.status is None or register_of(appointment).show(appointment, "status") == SERVING


def in_force(appointment: Appointment, day: dt.date) -> bool:
    """Whether a serving appointment covers the day (聘期起 ≤ day ≤ 聘期止)."""
    if appointment.start_on is None or not serving(appointment) or first_day(appointment.start_on) > day:
        return False
    return appointment.end_on is None or day <= last_day(appointment.end_on)


def teacher_of(facts: Facts, appointment: Appointment) -> PartTimeTeacher | None:
    """The teacher whom an appointment names by identity number, None while he is not on the register."""
    found = facts.by(PartTimeTeacher, "id_number").get(appointment.teacher, ())
    return found[0] if found else None


def _by_department(appointment: Appointment) -> tuple[str, str, str, str]:
    return (
        appointment.department or "",
        appointment.contract_number or "",
        appointment.teacher or "",
        appointment.uid,
    )


def _people(facts: Facts, appointments: Iterable[Appointment]) -> list[PartTimeTeacher]:
    """The teachers of appointments, each once, in the appointments' order."""
    found: dict[str, PartTimeTeacher] = {}
    for each in appointments:
        teacher = teacher_of(facts, each)
        if teacher is not None:
            found.setdefault(teacher.uid, teacher)
    return list(found.values())


def _companions(
    facts: Facts,
    within: list[Appointment],
    people: list[PartTimeTeacher],
    college: list[Record],
) -> Iterable[Record]:
    """What the forms need besides."""
    contracts = {each.contract_number for each in within if each.contract_number}
    numbers = {each.teacher for each in within}
    earlier = [each for each in facts.all(Appointment) if each.teacher in numbers]
    counting = [each for each in within if each.counts_in_quota]
    assignments = [each for each in facts.all(Assignment) if each.contract_number in contracts]
    teams = {each.team for each in within if each.team}
    return [
        *college,
        *facts.all(Recipient),
        *facts.all(Term),
        *people,
        *_people(facts, counting),
        *earlier,
        *assignments,
        *(each for each in facts.all(Team) if each.name in teams),
    ]

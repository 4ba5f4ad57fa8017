"""Further boundaries of the rules about lessons, plans, pay and the calendar."""

from __future__ import annotations

from tests import make
from tests.rules.case import fires, passes

lesson, appointment, settlement = make.teaching_hours, make.appointment, make.settlement

fires(
    "HRS-002",
    "before the term begins",
    lesson(taught_on="2026-09-01"),
    make.term(start_on="2026-09-07"),
    field="taught_on",
)
fires(
    "HRS-010",
    "a hundredth less",
    lesson(coefficient="1.2", weighted_periods="2.39"),
    field="weighted_periods",
    edge=True,
)
PAID, LED = (
    {"id_number": make.TEACHER_ID, "name": "李明"},
    make.apprentice(class_name="2025级机电1班", mentor="李明"),
)
THERE = lesson(place="海达一车间")
fires(
    "HRS-014",
    "a mentor from the day",
    THERE,
    make.mentor(**PAID, start_on="2026-10-14"),
    LED,
    field="teacher",
    edge=True,
)
passes(
    "HRS-014",
    "a mentor from the day after",
    THERE,
    make.mentor(**PAID, start_on="2026-10-15"),
    LED,
    edge=True,
)
fires(
    "HRS-014",
    "a mentor until the day",
    THERE,
    make.mentor(**PAID, end_on="2026-10-14"),
    LED,
    field="teacher",
    edge=True,
)
passes(
    "HRS-014",
    "a mentor until the day before",
    THERE,
    make.mentor(**PAID, end_on="2026-10-13"),
    LED,
    edge=True,
)
fires(
    "HRS-014",
    "by a further placement",
    THERE,
    make.mentor(**PAID),
    make.apprentice(class_name="2025级机电1班", mentor="李明", start_on=None),
    make.placement(kind="岗位实习", end_on="2026-12-31"),
    field="teacher",
)
fires(
    "HRS-015",
    "before the first week",
    lesson(),
    make.term(),
    make.timetable(week_from=8),
    field="slot",
    edge=True,
)
passes("HRS-015", "in the first week", lesson(), make.term(), make.timetable(week_from=7), edge=True)
PLAN, OTHER = make.timetable(), {"course": "电工基础"}
fires(
    "HRS-019",
    "from the last of January",
    appointment(**OTHER, start_on="2027-01-31"),
    PLAN,
    field="course",
    edge=True,
)
passes("HRS-019", "from the first of February", appointment(**OTHER, start_on="2027-02-01"), PLAN, edge=True)
UNTIL = {**OTHER, "start_on": "2026-03-01"}
fires(
    "HRS-019",
    "until the first of September",
    appointment(**UNTIL, end_on="2026-09-01"),
    PLAN,
    field="course",
    edge=True,
)
passes("HRS-019", "until the last of August", appointment(**UNTIL, end_on="2026-08-31"), PLAN, edge=True)
fires("APT-033", "on the day of filing", appointment(trained_on="2026-09-30"), field="trained_on", edge=True)
EARLIER = {"uid": "b", "batch": "2026年第2批", "taught_from": "2026-09-01"}
LATER = settlement(uid="a")
fires(
    "PAY-006",
    "the other's first day",
    settlement(**EARLIER, taught_to="2026-10-01"),
    LATER,
    field="taught_from",
    edge=True,
)
passes(
    "PAY-006", "the day before the other's", settlement(**EARLIER, taught_to="2026-09-30"), LATER, edge=True
)
SPRING = make.term(
    uid="a", term_number="2", start_on="2027-01-22", end_on="2027-07-15", exam_from=None, exam_to=None
)
fires("TRM-001", "the other's first day", make.term(uid="b"), SPRING, field="start_on", edge=True)
passes(
    "TRM-001",
    "the day before the other's",
    make.term(uid="b", end_on="2027-01-21", exam_to="2027-01-21"),
    SPRING,
    edge=True,
)

# VAL-007 a reversal is below nought
passes(
    "VAL-007", "a reversal", settlement(gross="-196.00", net="-196.00", reverses="2026年第1批"), alike=True
)
fires("VAL-007", "below nought by itself", settlement(gross="-196.00"), field="gross")

# APT-035 the meeting and the notice, which ends on 2026-06-30
fires("APT-035", "the day after", appointment(decided_on="2026-07-01"), field="decided_on", edge=True)
passes("APT-035", "its last day", appointment(decided_on="2026-06-30"), edge=True)
passes(
    "APT-035", "no notice", appointment(decided_on="2026-07-01", notice_from=None, notice_to=None), alike=True
)

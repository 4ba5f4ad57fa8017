"""Cases of the rules about lessons, plans, teams and pay."""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests import make
from tests.rules.case import fires, passes

lesson, appointment, settlement = make.teaching_hours, make.appointment, make.settlement
DAY = dt.date
TEACHER, APPOINTMENT, TERM = make.part_time_teacher(), make.appointment(), make.term()
NO_LESSON = {"lesson_kind": "停课"}

# HRS-001 within the term of contract, 2026-09-01 to 2027-07-15
fires(
    "HRS-001",
    "the day before",
    lesson(taught_on="2026-08-31"),
    TEACHER,
    APPOINTMENT,
    field="taught_on",
    edge=True,
)
passes("HRS-001", "the first day", lesson(taught_on="2026-09-01"), TEACHER, APPOINTMENT, edge=True)
fires(
    "HRS-001",
    "the day after",
    lesson(taught_on="2027-07-16"),
    TEACHER,
    APPOINTMENT,
    field="taught_on",
    edge=True,
)
fires("HRS-001", "never appointed", lesson(), TEACHER, field="taught_on")
passes("HRS-001", "nobody on the roster", lesson(), alike=True)
passes("HRS-001", "not given", lesson(taught_on="2026-08-31", **NO_LESSON), TEACHER, APPOINTMENT, alike=True)
passes(
    "HRS-001",
    "only the month",
    lesson(taught_on="2026-09-01"),
    TEACHER,
    appointment(start_on="2026-09"),
    alike=True,
)

# HRS-002, HRS-003 the calendar; the term is 2026-09-01 to 2027-01-22, examinations from 2027-01-11
fires("HRS-002", "the day after", lesson(taught_on="2027-01-23"), TERM, field="taught_on", edge=True)
passes("HRS-002", "the last day", lesson(taught_on="2027-01-22"), TERM, edge=True)
passes("HRS-002", "no calendar of that year", lesson(taught_on="2025-10-14"), TERM, alike=True)
fires("HRS-003", "a national holiday", lesson(taught_on="2026-10-01"), TERM, field="taught_on", edge=True)
passes("HRS-003", "the day after it", lesson(taught_on="2026-10-08"), TERM, edge=True)
passes("HRS-003", "a Saturday", lesson(taught_on="2026-10-17"), TERM, alike=True)
passes("HRS-003", "a Sunday", lesson(taught_on="2026-10-18"), TERM, alike=True)
passes("HRS-003", "a Saturday worked instead", lesson(taught_on="2026-10-10"), TERM, alike=True)
fires(
    "HRS-003",
    "the first day of examinations",
    lesson(taught_on="2027-01-11"),
    TERM,
    field="taught_on",
    edge=True,
)
passes("HRS-003", "the day before", lesson(taught_on="2027-01-10"), TERM, edge=True)
OFF = make.term(holidays="2026-10-14至2026-10-16")
fires("HRS-003", "the school's own", lesson(), OFF, field="taught_on")
passes(
    "HRS-003",
    "made up on it",
    lesson(),
    make.term(holidays="2026-10-14", make_up_days="2026-10-14"),
    alike=True,
)

# HRS-004, HRS-005 twice at once; in order of uid
LATER = {"uid": "b", "class_name": "2025级机电2班"}
fires("HRS-004", "two classes", lesson(**LATER), lesson(uid="a"), field="slot")
fires("HRS-004", "half of it", lesson(**LATER, slot="2-3"), lesson(uid="a"), field="slot", edge=True)
passes("HRS-004", "the next slots", lesson(**LATER, slot="3-4"), lesson(uid="a"), edge=True)
passes("HRS-004", "the first of them", lesson(uid="a"), lesson(**LATER))
passes("HRS-004", "another day", lesson(**LATER, taught_on="2026-10-15"), lesson(uid="a"), alike=True)
passes("HRS-004", "the other was not given", lesson(**LATER), lesson(uid="a", **NO_LESSON), alike=True)
passes("HRS-004", "the same row twice", lesson(uid="b"), lesson(uid="a"), alike=True)
SOMEBODY = {"uid": "b", "teacher": make.MENTOR_ID, "name": "张师傅"}
fires("HRS-005", "two teachers", lesson(**SOMEBODY), lesson(uid="a"), field="slot")
passes("HRS-005", "the next slots", lesson(**SOMEBODY, slot="3-4"), lesson(uid="a"))
passes(
    "HRS-005", "in groups", lesson(**SOMEBODY, group_name="B"), lesson(uid="a", group_name="A"), alike=True
)

# HRS-006, HRS-007 too many
FULL = [lesson(uid=f"a{place}", slot=f"{place * 2 + 1}-{place * 2 + 2}") for place in range(4)]
fires("HRS-006", "nine", lesson(uid="b", slot="9", periods="1"), *FULL, field="periods", edge=True)
passes("HRS-006", "eight", FULL[3], *FULL[:3], edge=True)
passes("HRS-006", "told on the last only", FULL[0], *FULL[1:], lesson(uid="b", slot="9", periods="1"))
passes("HRS-006", "one not given", lesson(uid="b", slot="9", periods="1", **NO_LESSON), *FULL, alike=True)
FOUR: dict[str, Any] = {"parameters": {"teaching.most_weekly_periods": 4}}
WEEK = [lesson(uid="a", taught_on="2026-10-12"), lesson(uid="b", taught_on="2026-10-13")]
fires(
    "HRS-007",
    "five",
    lesson(uid="c", taught_on="2026-10-18", periods="1"),
    *WEEK,
    field="periods",
    edge=True,
    **FOUR,
)
passes("HRS-007", "four", WEEK[1], WEEK[0], edge=True, **FOUR)
passes(
    "HRS-007",
    "the next Monday",
    lesson(uid="c", taught_on="2026-10-19", periods="1"),
    *WEEK,
    alike=True,
    **FOUR,
)
passes("HRS-007", "no parameter", lesson(uid="c", periods="12"), *WEEK, alike=True)

# HRS-008 to HRS-010
fires("HRS-008", "not verified", lesson(verified=False), field="verified")
fires("HRS-008", "not told", lesson(verified=None), field="verified")
fires("HRS-008", "not signed", lesson(signed=False), field="signed")
passes("HRS-008", "both", lesson())
passes("HRS-008", "signed on the month's sheet", lesson(signed=None), alike=True)
passes("HRS-008", "not given", lesson(verified=None, **NO_LESSON), alike=True)
fires("HRS-009", "Thursday", lesson(weekday="星期四"), TERM, field="weekday")
fires("HRS-009", "the week after", lesson(week=8), TERM, field="week")
passes("HRS-009", "Wednesday of week 7", lesson(), TERM)
passes("HRS-009", "no calendar", lesson(week=8), alike=True)
fires("HRS-010", "a tenth more", lesson(coefficient="1.2", weighted_periods="2.5"), field="weighted_periods")
passes("HRS-010", "the product", lesson(coefficient="1.2", weighted_periods="2.4"))
passes("HRS-010", "no factor", lesson(coefficient=None, weighted_periods="2.5"), alike=True)

# HRS-011 the class is away from 2026-09-01 to 2027-06-30
AWAY = make.apprentice(class_name="2025级机电1班")
fires("HRS-011", "at its enterprise", lesson(), AWAY, field="class_name")
fires("HRS-011", "the first day", lesson(taught_on="2026-09-01"), AWAY, field="class_name", edge=True)
passes("HRS-011", "the day before", lesson(taught_on="2026-08-31"), AWAY, edge=True)
passes("HRS-011", "taught there", lesson(place="海达公司一车间"), AWAY, alike=True)
passes("HRS-011", "guidance", lesson(course_kind="实习指导"), AWAY, alike=True)
passes("HRS-011", "another class", lesson(), make.apprentice(), alike=True)
passes(
    "HRS-011",
    "half of it stayed",
    lesson(),
    AWAY,
    make.apprentice(class_name="2025级机电1班", start_on=None),
    alike=True,
)

# HRS-012 to HRS-014
for kind in ("调课", "补课", "代课"):
    fires("HRS-012", kind, lesson(lesson_kind=kind), field="change_slip_number")
passes("HRS-012", "with its slip", lesson(lesson_kind="调课", change_slip_number="TK2026-031"))
passes("HRS-012", "an ordinary lesson", lesson(), alike=True)
INSTEAD = {"lesson_kind": "代课"}
fires("HRS-013", "booked on him", lesson(**INSTEAD, replaces_teacher="李明"), field="replaces_teacher")
passes("HRS-013", "booked on the other", lesson(**INSTEAD, replaces_teacher="刘洋"))
passes("HRS-013", "moved by himself", lesson(lesson_kind="调课", replaces_teacher="李明"), alike=True)
PAID = make.mentor(id_number=make.TEACHER_ID, name="李明")
LED = make.apprentice(class_name="2025级机电1班", mentor="李明")
fires("HRS-014", "his own apprentices", lesson(place="海达一车间"), PAID, LED, field="teacher")
passes("HRS-014", "at school", lesson(), PAID, LED)
passes(
    "HRS-014",
    "unpaid as a mentor",
    lesson(place="海达一车间"),
    make.mentor(id_number=make.TEACHER_ID, name="李明", allowance_yuan=None),
    LED,
    alike=True,
)
passes("HRS-014", "somebody else's", lesson(place="海达一车间"), PAID, AWAY, alike=True)

# HRS-015, HRS-019 the timetable: Wednesday, slots 1-2
PLAN = make.timetable()
fires("HRS-015", "Thursday", lesson(taught_on="2026-10-15"), TERM, PLAN, field="slot")
fires("HRS-015", "in the afternoon", lesson(slot="5-6"), TERM, PLAN, field="slot")
passes("HRS-015", "as planned", lesson(), TERM, PLAN)
passes("HRS-015", "moved", lesson(taught_on="2026-10-15", lesson_kind="调课"), TERM, PLAN, alike=True)
passes("HRS-015", "no timetable", lesson(taught_on="2026-10-15"), TERM, alike=True)
fires("HRS-015", "after the last week", lesson(), TERM, make.timetable(week_to=6), field="slot", edge=True)
passes("HRS-015", "in the last week", lesson(), TERM, make.timetable(week_to=7), edge=True)
fires("HRS-015", "an odd week", lesson(), TERM, make.timetable(odd_even="双周"), field="slot")
fires("HRS-019", "another course", appointment(course="电工基础"), PLAN, field="course")
fires("HRS-019", "another class", appointment(class_name="2025级机电9班"), PLAN, field="course")
passes("HRS-019", "as planned", APPOINTMENT, PLAN)
passes("HRS-019", "no timetable", appointment(course="电工基础"), alike=True)
passes(
    "HRS-019",
    "that of another term",
    appointment(course="电工基础"),
    make.timetable(term="2024-2025-1"),
    alike=True,
)

# HRS-016 the month's confirmation
month = make.monthly_hours
fires("HRS-016", "one more", month(periods_reported=3), lesson(), field="periods_reported", edge=True)
passes("HRS-016", "as many", month(), lesson(), edge=True)
passes(
    "HRS-016",
    "the lesson of November is not its",
    month(),
    lesson(),
    lesson(taught_on="2026-11-04"),
    alike=True,
)
fires("HRS-016", "one was not given", month(), lesson(**NO_LESSON), field="periods_reported")

# HRS-017, HRS-018, HRS-020 plans
ASSIGNED = {"course": "工业机器人编程", "class_name": "2025级机电1班"}
assignment = make.assignment
fires(
    "HRS-017",
    "one more",
    assignment(**ASSIGNED, total_periods=1),
    TERM,
    lesson(),
    field="total_periods",
    edge=True,
)
passes("HRS-017", "as planned", assignment(**ASSIGNED, total_periods=2), TERM, lesson(), edge=True)
fires(
    "HRS-017", "by the week", assignment(**ASSIGNED, total_periods=None, weekly_periods="0.1"), TERM, lesson(),
    field="weekly_periods",
)  # fmt: skip
passes("HRS-017", "another course", assignment(total_periods=1), TERM, lesson(), alike=True)
fires("HRS-018", "one more", appointment(total_periods=1), lesson(), field="total_periods", edge=True)
passes("HRS-018", "as agreed", appointment(total_periods=2), lesson(), edge=True)
passes(
    "HRS-018", "assigned apart", appointment(total_periods=1), lesson(), assignment(**ASSIGNED), alike=True
)
fires("HRS-020", "five", appointment(weekly_periods=5), field="weekly_periods", edge=True, **FOUR)
passes("HRS-020", "four", appointment(weekly_periods=4), edge=True, **FOUR)
passes("HRS-020", "no parameter", appointment(weekly_periods=30), alike=True)

# TEA-001, TEA-002, APT-032 to APT-034, TCH-006, TCH-007
team = make.team
for field in ("agreement_number", "leader", "unit"):
    fires("TEA-001", f"without {field}", team(**{field: None}), field=field)
passes("TEA-001", "whole", team())
passes("TEA-001", "without its days", team(start_on=None, end_on=None), alike=True)
fires("TEA-002", "somebody else", team(leader="王芳"), make.team_member(), field="leader")
passes("TEA-002", "a member", team(), make.team_member())
passes("TEA-002", "no list yet", team(leader="王芳"), alike=True)
AS_TEAM = {"hiring_form": "团队", "team": "智能制造教学团队"}
fires("APT-032", "no team", appointment(**AS_TEAM | {"team": None}), field="team")
fires(
    "APT-032",
    "not on its list",
    appointment(**AS_TEAM),
    team(),
    make.team_member(id_number=make.MENTOR_ID),
    field="team",
)
passes("APT-032", "on its list", appointment(**AS_TEAM), team(), make.team_member())
passes("APT-032", "alone", APPOINTMENT, team(), alike=True)
passes("APT-032", "no list yet", appointment(**AS_TEAM), team(), alike=True)
fires("APT-033", "a day late", appointment(trained_on="2026-09-02"), field="trained_on", edge=True)
passes("APT-033", "on the day", appointment(trained_on="2026-09-01"), edge=True)
passes("APT-033", "not told", appointment(trained_on=None), alike=True)
passes("APT-033", "still to come", appointment(trained_on="2026-10-01"), alike=True)
fires("APT-034", "himself", appointment(paired_teacher="李明"), field="paired_teacher")
passes("APT-034", "somebody", APPOINTMENT)
passes("APT-034", "nobody", appointment(paired_teacher=None, name=None), alike=True)
fires("TCH-006", "never", make.part_time_teacher(certificate_checked_on=None), field="certificate_checked_on")
passes("TCH-006", "looked up", make.part_time_teacher(certificate_checked_on="2026-08-20"))
passes(
    "TCH-006",
    "no certificate",
    make.part_time_teacher(skill_certificate_number=None, certificate_checked_on=None),
    alike=True,
)
fires("TCH-007", "kin", make.part_time_teacher(related_in_college=True), field="related_in_college")
passes("TCH-007", "none", make.part_time_teacher(related_in_college=False))
passes("TCH-007", "not told", make.part_time_teacher(), alike=True)

# PAY-001, PAY-002 arithmetic
fires("PAY-001", "a cent more", settlement(gross="196.01"), field="gross", edge=True)
passes("PAY-001", "the product", settlement(), edge=True)
passes("PAY-001", "64 periods", settlement(periods=64, gross="6272.00"))
passes(
    "PAY-001",
    "half a cent is rounded up",
    settlement(periods="0.5", yuan_per_period="98.01", gross="49.01"),
    alike=True,
)
fires("PAY-002", "a cent more", settlement(net="196.01"), field="net", edge=True)
passes("PAY-002", "the difference", settlement(), edge=True)
passes("PAY-002", "taxed by finance", settlement(tax=None), alike=True)

# PAY-003 verified hours
fires("PAY-003", "one more", settlement(periods=3), lesson(), field="periods", edge=True)
passes("PAY-003", "as verified", settlement(), lesson(), edge=True)
fires("PAY-003", "not verified", settlement(), lesson(verified=None), field="periods")
fires("PAY-003", "not given", settlement(), lesson(**NO_LESSON), field="periods")
passes("PAY-003", "of the course", settlement(course="工业机器人编程"), lesson())
fires("PAY-003", "of another course", settlement(course="电工基础"), lesson(), field="periods")
passes(
    "PAY-003",
    "of one of the courses paid together",
    settlement(course="工业机器人编程、电工基础"),
    lesson(),
    alike=True,
)
passes("PAY-003", "a reversal", settlement(periods=-2), alike=True)

# PAY-004, FEE-001 standards
STANDARD = make.fee_standard()
fires(
    "PAY-004",
    "a cent more",
    settlement(yuan_per_period="98.01"),
    STANDARD,
    field="yuan_per_period",
    edge=True,
)
passes("PAY-004", "the standard", settlement(), STANDARD, edge=True)
LAST = make.fee_standard(academic_year="2025-2026", yuan_per_period="90.00", total_paid_yuan=None)
fires("PAY-004", "last year's", settlement(yuan_per_period="90.00"), STANDARD, LAST, field="yuan_per_period")
passes("PAY-004", "less", settlement(yuan_per_period="80.00"), STANDARD, LAST, alike=True)
passes("PAY-004", "none entered", settlement(yuan_per_period="200.00"), alike=True)
fires("FEE-001", "a yuan more", make.fee_standard(yuan_per_period="99.00"), field="yuan_per_period")
passes("FEE-001", "the average", STANDARD)
passes("FEE-001", "only the standard", make.fee_standard(total_paid_yuan=None), alike=True)

# PAY-005 level; 高级技师 is equal to 副高级
fires("PAY-005", "a level more", settlement(title_level="正高级"), TEACHER, field="title_level", edge=True)
passes("PAY-005", "by his skill", settlement(), TEACHER, edge=True)
fires(
    "PAY-005", "a technician", settlement(), make.part_time_teacher(skill_level="技师"), field="title_level"
)
passes(
    "PAY-005",
    "by his title",
    settlement(title_level="中级"),
    make.part_time_teacher(skill_level=None),
    alike=True,
)
passes(
    "PAY-005",
    "nothing known",
    settlement(),
    make.part_time_teacher(skill_level=None, title_level=None, professional_title=None),
    alike=True,
)

# PAY-006 settled once
SECOND = {"uid": "b", "batch": "2026年第2批", "taught_from": "2026-10-31", "taught_to": "2026-11-30"}
fires("PAY-006", "the last day", settlement(**SECOND), settlement(uid="a"), field="taught_from", edge=True)
passes(
    "PAY-006",
    "the day after",
    settlement(**SECOND | {"taught_from": "2026-11-01", "month": "2026-11"}),
    settlement(uid="a"),
    edge=True,
)
passes(
    "PAY-006",
    "another course",
    settlement(**SECOND, course="电工"),
    settlement(uid="a", course="焊工"),
    alike=True,
)
passes(
    "PAY-006",
    "the first came back",
    settlement(**SECOND),
    settlement(uid="a", payout_status="退票"),
    alike=True,
)
passes(
    "PAY-006", "the first was reversed", settlement(**SECOND), settlement(uid="a"),
    settlement(uid="aa", batch="冲减", reverses="2026年第1批", taught_from="2026-12-01", taught_to="2026-12-01"), alike=True,
)  # fmt: skip
passes(
    "PAY-006", "each locked lessons of its own",
    settlement(uid="b", batch="2026年第2批"), settlement(uid="a"),
    lesson(uid="la", settled_in="2026年第1批"), lesson(uid="lb", slot="3-4", settled_in="2026年第2批"), alike=True,
)  # fmt: skip


# PAY-007 taxed by the month
def paid(uid: str, gross: str, tax: str, **given: Any) -> Any:
    """A payment of November to the teacher."""
    return settlement(uid=uid, gross=gross, tax=tax, **given)


fires("PAY-007", "apart", paid("b", "2000", "240"), paid("a", "3000", "440"), field="tax", edge=True)
passes("PAY-007", "together", paid("b", "2000", "360"), paid("a", "3000", "440"), edge=True)
passes(
    "PAY-007",
    "in another month",
    paid("b", "2000", "240"),
    paid("a", "3000", "440", pay_month="2026-12"),
    alike=True,
)
passes("PAY-007", "told on the last only", paid("a", "3000", "440"), paid("b", "2000", "240"), alike=True)
passes(
    "PAY-007",
    "by finance",
    paid("b", "2000", "240"),
    paid("a", "3000", "440"),
    alike=True,
    parameters={"tax.by_finance": True},
)
fires("PAY-007", "one alone", paid("a", "3000", "400"), field="tax")
passes("PAY-007", "with other income", paid("a", "3000", "800", other_income_yuan="2000"))

# PAY-008 to PAY-012
for kind in ("校内专任", "校内兼课", "实习指导教师"):
    fires("PAY-008", kind, settlement(), make.part_time_teacher(teacher_kind=kind), field="income_kind")
passes("PAY-008", "from outside", settlement(), TEACHER)
passes(
    "PAY-008",
    "as wages",
    settlement(income_kind="工资薪金"),
    make.part_time_teacher(teacher_kind="校内专任"),
    alike=True,
)
fires("PAY-009", "no branch", settlement(bank_name="中国农业银行"), field="bank_name")
passes("PAY-009", "its branch", settlement())
passes("PAY-009", "a credit union", settlement(bank_name="济宁市任城区农村信用社"), alike=True)
DONE = {"payout_status": "已发放", "voucher_number": "HD20261112001", "paid_on": "2026-11-12"}
for field in ("voucher_number", "paid_on", "bank_account"):
    fires("PAY-010", f"without {field}", settlement(**DONE | {field: None}), field=field)
fires("PAY-010", "came back", settlement(payout_status="退票", claimed_yuan="196"), field="claimed_yuan")
passes("PAY-010", "paid", settlement(**DONE))
passes("PAY-010", "not paid yet", settlement(), alike=True)
fires("PAY-011", "October", settlement(**DONE, pay_month="2026-10"), field="pay_month")
passes("PAY-011", "November", settlement(**DONE))
passes("PAY-011", "not paid yet", settlement(pay_month="2026-10"), alike=True)
BUDGET: dict[str, Any] = {"parameters": {"hourly_subsidy.year_budget_yuan": "196.00"}}
fires("PAY-012", "a cent more", make.school(), settlement(gross="196.01"), field=None, edge=True, **BUDGET)
passes("PAY-012", "the budget", make.school(), settlement(), edge=True, **BUDGET)
passes(
    "PAY-012",
    "of another year",
    make.school(),
    settlement(gross="999", pay_month="2025-11"),
    alike=True,
    **BUDGET,
)
passes("PAY-012", "no parameter", make.school(), settlement(gross="999999"), alike=True)

# PAY-013 to PAY-015 the claim
CLAIM = {"claimed_yuan": "196.00", "payout_status": "已发放"}
for source in ("事业单位在职", "退休（企业）", None):
    fires(
        "PAY-013",
        f"from {source}",
        settlement(**CLAIM),
        make.part_time_teacher(person_source=source),
        field="claimed_yuan",
    )
fires(
    "PAY-013",
    "a step short",
    settlement(**CLAIM),
    make.part_time_teacher(skill_level="中级工"),
    field="claimed_yuan",
    edge=True,
)
passes(
    "PAY-013", "a senior worker", settlement(**CLAIM), make.part_time_teacher(skill_level="高级工"), edge=True
)
passes("PAY-013", "nothing claimed", settlement(), make.part_time_teacher(skill_level=None), alike=True)
passes(
    "PAY-013", "everybody", settlement(**CLAIM), make.part_time_teacher(person_source="退休（企业）"), alike=True,
    parameters={"hourly_subsidy.who": "全部兼职教师"},
)  # fmt: skip
fires("PAY-014", "from the allowance", settlement(**CLAIM, fund_source="6"), field="fund_source")
fires(
    "PAY-014",
    "holds a post",
    settlement(**CLAIM),
    appointment(counts_in_quota=True, fund_source="6"),
    field="fund_source",
)
passes("PAY-014", "from the school's own", settlement(**CLAIM), APPOINTMENT)
passes("PAY-014", "nothing claimed", settlement(fund_source="6"), alike=True)
fires(
    "PAY-015",
    "a cent more",
    settlement(**CLAIM | {"claimed_yuan": "196.01"}),
    field="claimed_yuan",
    edge=True,
)
passes("PAY-015", "as paid", settlement(**CLAIM), edge=True)
fires("PAY-015", "not paid yet", settlement(**CLAIM | {"payout_status": "待发"}), field="payout_status")
passes("PAY-015", "nothing claimed", settlement(payout_status="待发"), alike=True)

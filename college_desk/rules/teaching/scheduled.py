"""Lessons against plans: slips for changes, the class at its enterprise, the timetable, the month's confirmation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from college_desk.base.translation import _
from college_desk.policy.coded import label
from college_desk.policy.written_dates import written_day
from college_desk.records.apprenticeship.apprentice import Apprentice
from college_desk.records.apprenticeship.placement import Placement
from college_desk.records.college.term import Term
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.partners.mentor import Mentor
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.assignment import Assignment
from college_desk.records.teaching.monthly_hours import MonthlyHours
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.teaching.timetable import Timetable
from college_desk.records.values.class_slot import slots_of
from college_desk.records.values.month import first_day, last_day
from college_desk.records.values.number import PERIODS
from college_desk.rules.rule import Situation, rule
from college_desk.rules.teaching.appointed import begins, ends
from college_desk.rules.teaching.taught import (
    SUSPENDED,
    apprentices_of_class,
    given_at_the_enterprise,
    is_away,
    periods_in,
    term_code,
    term_on,
)

_MOVED = frozenset({"2", "3", "4"})
"""调课, 补课, 代课."""
_IN_PLACE_OF = "4"


@rule(
    "HRS-011",
    on=TeachingHours,
    severity="error",
    title="班级在企业而在校上课",
    intent="班级当天在企业上岗，学校的课不可能上成。",
    condition="授课班级在学徒花名册里的在培学徒当天全部在岗（岗位实习、在岗或未填类型），而这节课不是实习指导，地点也不在企业。",
    fix="核对授课日期、班级；在企业上的课写明地点。",
    passes="班级9月1日起在企业，10月14日在企业车间授课",
    fails="班级9月1日起在企业，10月14日在实训楼授课",
    clause="报送前校验要点：班级不在校",
    checks=(82,),
    reads=(Apprentice, Placement),
)
def class_is_at_school(lesson: TeachingHours, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A lesson at school to a class that is at its enterprise."""
    day = lesson.taught_on
    if day is None or lesson.lesson_kind == SUSPENDED or given_at_the_enterprise(lesson):
        return
    people = apprentices_of_class(lesson, facts)
    if people and all(is_away(each, day, facts) for each in people):
        message = _("{day}“{class_name}”在企业上岗，不在学校，请核对。")
        yield Problem(message.format(day=written_day(day), class_name=lesson.class_name), "class_name")


@rule(
    "HRS-012",
    on=TeachingHours,
    severity="error",
    title="调课、补课、代课没有调课单",
    intent="改动了的课要有调课单，没有的可能是冒领。",
    condition="上课情况是调课、补课或代课，调课单号未填。",
    fix="照调课单补填单号。",
    passes="调课，调课单TK2026-031",
    fails="调课，调课单号未填",
    clause="报送前校验要点：冒领",
    checks=(83,),
)
def change_has_a_slip(lesson: TeachingHours, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A lesson moved, made up or taken over without a slip."""
    if lesson.lesson_kind in _MOVED and lesson.change_slip_number is None:
        message = _("上课情况是{kind}，请补填调课单号。")
        yield Problem(
            message.format(kind=label("lesson_kind", lesson.lesson_kind or "")), "change_slip_number"
        )


@rule(
    "HRS-013",
    on=TeachingHours,
    severity="error",
    title="代课记在缺课教师名下",
    intent="谁上课谁领课时费，代课不能记在没上课的人名下。",
    condition="上课情况是代课，被代课教师与本条教师是同一人。",
    fix="把教师改成实际上课的人。",
    passes="代课，教师李明，被代课教师刘洋",
    fails="代课，教师李明，被代课教师李明",
    clause="报送前校验要点：冒领",
    checks=(83,),
)
def paid_to_who_taught(lesson: TeachingHours, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A lesson taken over, booked on the one who was absent."""
    absent = lesson.replaces_teacher
    if lesson.lesson_kind == _IN_PLACE_OF and absent is not None and absent == lesson.name:
        message = _("代课记在了被代课教师“{name}”名下，请改成实际上课的人。")
        yield Problem(message.format(name=absent), "replaces_teacher")


@rule(
    "HRS-014",
    on=TeachingHours,
    severity="error",
    title="同一时间既领导师津贴又领课时费",
    intent="在企业带徒的时间已有导师津贴，不能再按课时取酬。",
    condition="教师也是企业导师、领取津贴且在聘期内，当天在企业给自己所带学徒的班级上课。",
    fix="只保留一种报酬；确不重复的改正地点或课程性质。",
    passes="在学校给别的班级上课",
    fails="在车间给自己所带学徒的班级上实习指导课",
    clause="报送前校验要点：重复取酬",
    checks=(87,),
    reads=(Mentor, Apprentice, Placement),
)
def not_paid_twice_for_one_time(
    lesson: TeachingHours, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A lesson at the enterprise by a paid mentor to his own apprentices."""
    day = lesson.taught_on
    if lesson.teacher is None or day is None or not given_at_the_enterprise(lesson):
        return
    for mentor in facts.by(Mentor, "id_number")[lesson.teacher]:
        begun = mentor.start_on is None or first_day(mentor.start_on) <= day
        over = mentor.end_on is not None and last_day(mentor.end_on) < day
        if not mentor.allowance_yuan or not begun or over:
            continue
        led = [each for each in apprentices_of_class(lesson, facts) if each.mentor == mentor.name]
        if any(is_away(each, day, facts) for each in led):
            message = _("{day}在企业带徒，已有导师津贴，不能再计课时费，请核对。")
            yield Problem(message.format(day=written_day(day)), "teacher")
            return


@rule(
    "HRS-015",
    on=TeachingHours,
    severity="warning",
    title="课表里没有这节课",
    intent="正常上课应与课表一致，不一致要有调课单。",
    condition="上课情况正常（或未填），该教师该学期有课表，而课表里没有这个星期、节次、班级的课；单双周、起止周一并核对。",
    fix="核对授课日期、节次、班级；调整过的改填调课并写调课单号。",
    passes="课表星期三1-2节，10月14日（星期三）1-2节",
    fails="课表星期三1-2节，10月15日（星期四）1-2节",
    clause="报送前校验要点：表课不符",
    checks=(80,),
    reads=(Term, Timetable),
)
def lesson_is_on_the_timetable(
    lesson: TeachingHours, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An ordinary lesson that the timetable does not have."""
    day = lesson.taught_on
    if day is None or lesson.teacher is None or lesson.slot is None or lesson.lesson_kind not in (None, "1"):
        return
    term = term_on(day, facts)
    plan = facts.by(Timetable, "term", "teacher")[term_code(term), lesson.teacher] if term else ()
    if not plan or term is None or term.start_on is None:
        return
    week = (day - term.start_on + dt.timedelta(days=term.start_on.weekday())).days // 7 + 1
    if not any(_is_planned(each, lesson, day, week) for each in plan):
        message = _("课表里没有{day}第{slot}节的课，请核对；调整过的请填调课单号。")
        yield Problem(message.format(day=written_day(day), slot=lesson.slot), "slot")


@rule(
    "HRS-016",
    on=MonthlyHours,
    severity="error",
    title="月度确认课时与课时记录不符",
    intent="系部确认的课时要与逐日记录一致。",
    condition="确认课时不等于该教师当月该课程、班级课时记录的课时合计；停课的不算，课程或班级未填的按已填的合计。",
    fix="核对课时记录有无漏录、重复，或改正确认单。",
    passes="确认32课时，记录合计32课时",
    fails="确认32课时，记录合计30课时",
    clause="报送前校验要点：表册不符",
    checks=(84,),
    reads=(TeachingHours,),
)
def confirmed_as_recorded(month: MonthlyHours, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A confirmation of more or fewer periods than the month's lessons."""
    if month.teacher is None or month.month is None or month.periods_reported is None:
        return
    first, last = month.month.first_day, month.month.last_day
    lessons = [
        each
        for each in facts.by(TeachingHours, "teacher")[month.teacher]
        if each.taught_on is not None
        and first <= each.taught_on <= last
        and month.course in (None, each.course)
        and month.class_name in (None, each.class_name)
    ]
    recorded = periods_in(lessons)
    if recorded != month.periods_reported:
        message = _("确认{told}课时，课时记录合计{recorded}课时，请核对。")
        shown = message.format(told=PERIODS.show(month.periods_reported), recorded=PERIODS.show(recorded))
        yield Problem(shown, "periods_reported")


@rule(
    "HRS-017",
    on=Assignment,
    severity="warning",
    title="实际课时超过计划",
    intent="实际上课超过周课时乘教学周，或超过总课时，就是超计划。",
    condition="该学期该教师该课程、班级的课时记录合计，大于任课安排的总课时；总课时未填的按周课时乘校历教学周。停课的不算。",
    fix="核对课时记录；确须增加的补教学任务书并写明情况。",
    passes="总课时72，记录72课时",
    fails="总课时72，记录74课时",
    clause="报送前校验要点：超计划",
    checks=(84,),
    reads=(TeachingHours, Term),
)
def taught_as_planned(assignment: Assignment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More periods taught in a term than were assigned."""
    term = next((each for each in facts.all(Term) if term_code(each) == assignment.term), None)
    if assignment.teacher is None or term is None or term.start_on is None or term.end_on is None:
        return
    planned = assignment.total_periods
    if planned is None and assignment.weekly_periods is not None and term.teaching_weeks:
        planned = assignment.weekly_periods * term.teaching_weeks
    taught = _taught(assignment, term.start_on, term.end_on, facts)
    if planned is not None and taught > planned:
        message = _("本学期已上{taught}课时，超过计划{planned}课时，请核对或写明情况。")
        field = "weekly_periods" if assignment.total_periods is None else "total_periods"
        yield Problem(message.format(taught=PERIODS.show(taught), planned=PERIODS.show(planned)), field)


@rule(
    "HRS-018",
    on=Appointment,
    severity="warning",
    title="实际课时超过聘任总课时",
    intent="超过聘任协议约定的课时，发放就没有依据。",
    condition="聘期内该教师任教课程、班级的课时记录合计大于聘任台账的总课时；另有任课安排的不查，停课的不算。",
    fix="核对课时记录；确须增加的签补充协议并写明情况。",
    passes="总课时72，记录72课时",
    fails="总课时72，记录73课时",
    clause="报送前校验要点：超计划",
    checks=(84,),
    reads=(TeachingHours, Assignment),
)
def taught_as_contracted(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More periods taught under an appointment than it names."""
    first, planned = begins(appointment), appointment.total_periods
    if appointment.teacher is None or first is None or planned is None or appointment.course is None:
        return
    taught = _taught(appointment, first, ends(appointment), facts)
    if taught <= planned:
        return
    others = facts.by(Assignment, "teacher")[appointment.teacher]
    if not any(
        (each.course, each.class_name) == (appointment.course, appointment.class_name) for each in others
    ):
        message = _("聘期内已上{taught}课时，超过总课时{planned}，请核对或写明情况。")
        yield Problem(
            message.format(taught=PERIODS.show(taught), planned=PERIODS.show(planned)), "total_periods"
        )


@rule(
    "HRS-019",
    on=Appointment,
    severity="warning",
    title="任教课程不在课表",
    intent="聘任的课程、班级要在当学期的课表里。",
    condition="聘期内的学期有该教师的课表，课表里没有任教课程（填了任教班级的连同班级）。",
    fix="照教学任务书改正课程、班级，或补录课表。",
    passes="工业机器人编程、2025级机电1班，课表里有",
    fails="工业机器人编程，课表里只有电工基础",
    clause="报送前校验要点：表课不符",
    checks=(80,),
    reads=(Timetable,),
)
def course_is_on_the_timetable(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A course that the teacher's timetable of the term does not have."""
    first = begins(appointment)
    if appointment.course is None or appointment.teacher is None or first is None:
        return
    last = ends(appointment)
    plan = [
        each
        for each in facts.by(Timetable, "teacher")[appointment.teacher]
        if each.term is not None and _overlaps(each.term, first, last)
    ]
    if plan and not any(
        each.course == appointment.course and appointment.class_name in (None, each.class_name)
        for each in plan
    ):
        message = _("课表里没有“{course}”（{class_name}），请核对。")
        shown = {"course": appointment.course, "class_name": appointment.class_name or ""}
        yield Problem(message.format(**shown), "course")


@rule(
    "HRS-020",
    on=Appointment,
    severity="warning",
    title="周课时超过学校规定",
    intent="学校规定了兼职教师的周课时上限。",
    condition="周课时大于政策参数“兼职教师周课时上限”；没有录入该参数的不查。",
    fix="核对周课时；确须超过的写明情况。",
    passes="参数12，周课时12",
    fails="参数12，周课时13",
    clause="学校兼职教师管理办法",
    checks=(44,),
)
def weekly_periods_within_the_limit(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """More weekly periods than the school allows."""
    most = situation.policy.number("teaching.most_weekly_periods", begins(appointment) or situation.day)
    if most is not None and appointment.weekly_periods is not None and appointment.weekly_periods > most:
        message = _("周课时{told}，超过学校规定的{most}，请核对或写明情况。")
        yield Problem(
            message.format(told=PERIODS.show(appointment.weekly_periods), most=most), "weekly_periods"
        )


def _taught(plan: Assignment | Appointment, first: dt.date, last: dt.date, facts: Facts) -> Decimal:
    """The periods of a course and class that its teacher has given between two days."""
    return periods_in([
        each
        for each in facts.by(TeachingHours, "teacher")[plan.teacher]
        if each.taught_on is not None
        and first <= each.taught_on <= last
        and each.course == plan.course
        and plan.class_name in (None, each.class_name)
    ])  # fmt: skip


def _is_planned(plan: Timetable, lesson: TeachingHours, day: dt.date, week: int) -> bool:
    """Whether a line of the timetable is the lesson's."""
    if plan.weekday != str(day.isoweekday()) or plan.class_name not in (None, lesson.class_name):
        return False
    if plan.slot is not None and lesson.slot is not None and not slots_of(plan.slot) & slots_of(lesson.slot):
        return False
    if (plan.week_from or week) > week or (plan.week_to or week) < week:
        return False
    return plan.odd_even in (None, "0") or plan.odd_even == ("1" if week % 2 else "2")


def _overlaps(term: str, first: dt.date, last: dt.date) -> bool:
    """Whether a term (2026-2027-1) has a day in common with two days, by the usual months of terms."""
    year = int(term[:4])
    autumn = term.endswith("1")
    begins_on = dt.date(year, 9, 1) if autumn else dt.date(year + 1, 2, 1)
    ends_on = dt.date(year + 1, 1, 31) if autumn else dt.date(year + 1, 8, 31)
    return first <= ends_on and begins_on <= last

"""Lessons (课时记录): when, under which appointment, twice at once, too many, signed and verified."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from college_desk.base.translation import _
from college_desk.policy.named import is_same
from college_desk.policy.teaching_days import day_off
from college_desk.policy.written_dates import written_day
from college_desk.records.college.term import Term
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.teaching_hours import TeachingHours
from college_desk.records.values.class_slot import slots_of
from college_desk.records.values.number import PERIODS
from college_desk.rules.rule import Situation, rule
from college_desk.rules.teaching.taught import (
    SUSPENDED,
    appointments_on,
    periods_in,
    teacher_by_number,
    term_on,
)

_RECORD = "课时记录填写要求"
_ONE_DAY = dt.timedelta(days=1)
_CENT = Decimal("0.01")


@rule(
    "HRS-001",
    on=TeachingHours,
    severity="error",
    title="授课不在聘期内",
    intent="聘期以外上的课不能发课时费。",
    condition="授课日期不在该教师任何一条聘任的聘期内；聘期只填到月的按整月看，教师不在花名册的不查，停课的不算。",
    fix="核对授课日期或聘期；确在聘期外的不计课时费。",
    passes="聘期9月1日至次年7月15日，9月1日授课",
    fails="聘期9月1日至次年7月15日，8月31日授课",
    clause="报送前校验要点：不可发放",
    checks=(42,),
    reads=(Appointment, PartTimeTeacher),
)
def taught_within_the_term_of_contract(
    lesson: TeachingHours, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A lesson on a day that no appointment of the teacher covers."""
    teacher, day = lesson.teacher, lesson.taught_on
    if (
        teacher is None
        or day is None
        or lesson.lesson_kind == SUSPENDED
        or appointments_on(teacher, day, facts)
    ):
        return
    if teacher_by_number(teacher, facts) is not None or facts.by(Appointment, "teacher")[teacher]:
        message = _("{day}授课，不在聘期内，不能计课时费，请核对。")
        yield Problem(message.format(day=written_day(day)), "taught_on")


@rule(
    "HRS-002",
    on=TeachingHours,
    severity="warning",
    title="授课不在学期内",
    intent="学期以外的课要有教学安排。",
    condition="授课日期不在校历任何一个学期内，而校历里有该学年的学期。",
    fix="核对授课日期；假期授课的写明情况。",
    passes="学期9月1日至次年1月22日，1月22日授课",
    fails="学期9月1日至次年1月22日，1月23日授课",
    clause="报送前校验要点：课时与校历",
    checks=(42,),
    reads=(Term,),
)
def taught_within_a_term(lesson: TeachingHours, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A lesson outside every term of its year."""
    day = lesson.taught_on
    if day is None or lesson.lesson_kind == SUSPENDED or term_on(day, facts) is not None:
        return
    year = day.year if day.month >= 9 else day.year - 1
    if any(
        each.academic_year == f"{year}-{year + 1}" and each.start_on and each.end_on
        for each in facts.all(Term)
    ):
        message = _("{day}授课，不在学期内，请核对或写明情况。")
        yield Problem(message.format(day=written_day(day)), "taught_on")


@rule(
    "HRS-003",
    on=TeachingHours,
    severity="warning",
    title="节假日或考试周授课",
    intent="法定节假日、考试周一般不排课。",
    condition="授课日期是法定节假日（调休上班日不算）、校历的放假日或考试周；周六、周日不提示，校历的补课日不算。",
    fix="核对授课日期；确有安排的写明情况。",
    passes="10月8日授课；10月10日（调休上班）授课",
    fails="10月1日授课",
    clause="报送前校验要点：课时与校历",
    checks=(42,),
    reads=(Term,),
)
def taught_on_a_teaching_day(lesson: TeachingHours, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A lesson on a statutory holiday, a day off of the school, or in an examination week."""
    day = lesson.taught_on
    if day is None or lesson.lesson_kind == SUSPENDED:
        return
    off = day_off(day, term_on(day, facts))
    if off is None:
        return
    if off.kind == "statutory":
        message = _("{day}是{holiday}假期，请核对或写明情况。")
        yield Problem(message.format(day=written_day(day), holiday=off.holiday), "taught_on")
    elif off.kind == "school":
        message = _("{day}是校历的放假日，请核对或写明情况。")
        yield Problem(message.format(day=written_day(day)), "taught_on")
    else:
        message = _("{day}在考试周，请核对或写明情况。")
        yield Problem(message.format(day=written_day(day)), "taught_on")


@rule(
    "HRS-004",
    on=TeachingHours,
    severity="error",
    title="同一教师同一节次两处上课",
    intent="一人不能同时上两处课，重复的按冒领处理。",
    condition="同一教师同一天的另一条先登记的课时记录，节次有重叠；各项全同的由“重复登记”提示，停课的不算。",
    fix="照课表、教学日志核对，改正节次或删去一条；合班的记在一条里。",
    passes="1-2节，3-4节",
    fails="1-2节两条，班级不同",
    clause="报送前校验要点：冒领",
    checks=(43,),
    reads=(TeachingHours,),
)
def in_one_place_at_a_time(lesson: TeachingHours, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A lesson that overlaps an earlier one of the same teacher."""
    mine = _slots(lesson)
    if lesson.teacher is None or lesson.taught_on is None or not mine:
        return
    for each in facts.by(TeachingHours, "teacher", "taught_on")[lesson.teacher, lesson.taught_on]:
        if is_same(each, lesson):
            return
        equal = (each.slot, each.course, each.class_name) == (lesson.slot, lesson.course, lesson.class_name)
        if mine & _slots(each) and not equal and each.lesson_kind != SUSPENDED:
            message = _("同一天第{slot}节还有“{course}”（{class_name}），不能同时上课，请核对。")
            shown = {"slot": each.slot, "course": each.course or "", "class_name": each.class_name or ""}
            yield Problem(message.format(**shown), "slot")
            return


@rule(
    "HRS-005",
    on=TeachingHours,
    severity="warning",
    title="同一班级同一节次两位教师",
    intent="一个班同一节次一般只有一位教师，分组实训的要写分组。",
    condition="同一班级同一天另一教师先登记的课时记录，节次有重叠；两条都填了不同实训分组的不算，停课的不算。",
    fix="核对课表；分组实训的填写实训分组，共同授课的写明情况。",
    passes="两位教师，分组A、B",
    fails="两位教师，没有分组",
    clause=_RECORD,
    reads=(TeachingHours,),
)
def class_has_one_teacher_at_a_time(
    lesson: TeachingHours, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A lesson to a class that somebody else teaches in the same slot."""
    mine = _slots(lesson)
    if lesson.class_name is None or lesson.taught_on is None or not mine:
        return
    for each in facts.by(TeachingHours, "class_name", "taught_on")[lesson.class_name, lesson.taught_on]:
        if is_same(each, lesson):
            return
        apart = each.group_name is not None and each.group_name != lesson.group_name
        if (
            each.teacher != lesson.teacher
            and mine & _slots(each)
            and not apart
            and each.lesson_kind != SUSPENDED
        ):
            message = _("同一班级第{slot}节还有{name}的课，请核对或填写实训分组。")
            yield Problem(message.format(slot=each.slot, name=each.name or ""), "slot")
            return


@rule(
    "HRS-006",
    on=TeachingHours,
    severity="warning",
    title="一天课时过多",
    intent="一天超过8课时不合常理。",
    condition="同一教师同一天的课时合计超过政策参数“一天课时的合理上限”（8）；在当天最后一条上提示，停课的不算。",
    fix="核对课时；确有集中授课的写明情况。",
    passes="一天8课时",
    fails="一天9课时",
    clause="报送前校验要点：课时不合理",
    checks=(44,),
    reads=(TeachingHours,),
)
def not_too_many_in_a_day(lesson: TeachingHours, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More periods in a day than are plausible; told on the day's last record."""
    day = lesson.taught_on
    if lesson.teacher is None or day is None:
        return
    lessons = facts.by(TeachingHours, "teacher", "taught_on")[lesson.teacher, day]
    most = situation.policy.number("teaching.most_daily_periods", day)
    if most is None or not lessons or not is_same(lessons[-1], lesson):
        return
    periods = periods_in(lessons)
    if periods > most:
        message = _("{day}共{periods}课时，超过{most}课时，请核对或写明情况。")
        yield Problem(
            message.format(day=written_day(day), periods=PERIODS.show(periods), most=most), "periods"
        )


@rule(
    "HRS-007",
    on=TeachingHours,
    severity="warning",
    title="周课时过多",
    intent="学校规定了兼职教师的周课时上限。",
    condition="同一教师周一至周日的课时合计超过政策参数“兼职教师周课时上限”；在该周最后一条上提示，没有录入该参数的不查。",
    fix="核对课时；确有集中授课的写明情况。",
    passes="参数12，一周12课时",
    fails="参数12，一周13课时",
    clause="学校兼职教师管理办法",
    checks=(44,),
    reads=(TeachingHours,),
)
def not_too_many_in_a_week(lesson: TeachingHours, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More periods in a week than the school allows; told on the week's last record."""
    day = lesson.taught_on
    most = None if day is None else situation.policy.number("teaching.most_weekly_periods", day)
    if lesson.teacher is None or day is None or most is None:
        return
    monday = day - dt.timedelta(days=day.weekday())
    by_day = facts.by(TeachingHours, "teacher", "taught_on")
    lessons = [each for place in range(7) for each in by_day[lesson.teacher, monday + place * _ONE_DAY]]
    if not is_same(lessons[-1], lesson):
        return
    periods = periods_in(lessons)
    if periods > most:
        message = _("{monday}起的一周共{periods}课时，超过{most}课时，请核对或写明情况。")
        shown = {"monday": written_day(monday), "periods": PERIODS.show(periods), "most": most}
        yield Problem(message.format(**shown), "periods")


@rule(
    "HRS-008",
    on=TeachingHours,
    severity="error",
    title="课时没有核验",
    intent="课时要有教师签字和教务核验，没有的不能作为发放依据。",
    condition="教务核验不是“是”，或教师签字为“否”；教师签字未填的看月度确认单，停课的不查。",
    fix="教务处核对课表、教学日志后核验；教师补签。",
    passes="签字、核验都是“是”",
    fails="教务核验未填",
    clause="报送前校验要点：课时佐证",
    checks=(45,),
)
def signed_and_verified(lesson: TeachingHours, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A lesson that nobody verified, or that its teacher did not sign."""
    if lesson.lesson_kind == SUSPENDED:
        return
    if not lesson.verified:
        yield Problem(_("教务处还没有核验，不能作为发放依据。"), "verified")
    if lesson.signed is False:
        yield Problem(_("教师还没有签字，请补签。"), "signed")


@rule(
    "HRS-009",
    on=TeachingHours,
    severity="warning",
    title="星期、周次与日期不符",
    intent="星期或周次与日期矛盾，说明有一处填错。",
    condition="填的星期不是授课日期的星期，或填的周次不是校历里该日的周次；校历没有该学期的不查周次。",
    fix="照教学日志改正。",
    passes="2026年10月14日，星期三",
    fails="2026年10月14日，星期四",
    clause=_RECORD,
    reads=(Term,),
)
def weekday_is_that_of_the_day(
    lesson: TeachingHours, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A weekday or a week that is not that of the day."""
    day = lesson.taught_on
    if day is None:
        return
    if lesson.weekday is not None and lesson.weekday != str(day.isoweekday()):
        yield Problem(_("{day}不是所填的星期，请核对。").format(day=written_day(day)), "weekday")
    term = term_on(day, facts) if lesson.week is not None else None
    if term is not None and term.start_on is not None:
        monday = term.start_on - dt.timedelta(days=term.start_on.weekday())
        week = (day - monday).days // 7 + 1
        if week != lesson.week:
            message = _("{day}是第{week}周，填的是第{told}周，请核对。")
            yield Problem(message.format(day=written_day(day), week=week, told=lesson.week), "week")


@rule(
    "HRS-010",
    on=TeachingHours,
    severity="warning",
    title="折算课时与系数不符",
    intent="折算课时应等于课时数乘系数。",
    condition="课时数、系数、折算课时都填了，折算课时不等于课时数乘系数（保留两位小数）。",
    fix="改正系数或折算课时。",
    passes="2课时，系数1.2，折算2.4",
    fails="2课时，系数1.2，折算2.5",
    clause=_RECORD,
)
def weighted_as_the_factor_says(
    lesson: TeachingHours, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """Weighted periods that are not the periods times the factor."""
    periods, factor, weighted = lesson.periods, lesson.coefficient, lesson.weighted_periods
    if periods is None or factor is None or weighted is None:
        return
    right = round(periods * factor, 2)
    if abs(right - weighted) >= _CENT:
        message = _("课时{periods}乘系数{factor}应为{right}，填的是{weighted}，请核对。")
        shown = {
            "periods": PERIODS.show(periods),
            "factor": PERIODS.show(factor),
            "right": PERIODS.show(right),
        }
        yield Problem(message.format(**shown, weighted=PERIODS.show(weighted)), "weighted_periods")


def _slots(lesson: TeachingHours) -> frozenset[int]:
    """The slots of a lesson that was given; none where they are not told."""
    if lesson.slot is None or lesson.lesson_kind == SUSPENDED:
        return frozenset()
    return slots_of(lesson.slot)

"""The teaching staff against the set-up standards, and the school calendar in itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from college_desk.base.translation import _
from college_desk.policy.named import is_same
from college_desk.policy.written_dates import written_day
from college_desk.records.codes import code_table
from college_desk.records.college.school import School
from college_desk.records.college.staffing import Staffing
from college_desk.records.college.term import Term
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.rules.college.establishment import people_in_post
from college_desk.rules.college.in_force import is_in_force
from college_desk.rules.rule import Situation, rule

_READS = (School, Staffing, Appointment, PartTimeTeacher)


@rule(
    "QUO-010",
    on=Staffing,
    severity="info",
    title="兼职教师比例与设置标准",
    intent="学校设置标准对兼职教师比例另有要求，评估时会看。",
    condition="填报当日在聘的校外兼职教师：技工院校超过教师总数的1/3，高职超过专任教师的1/4；中职低于专任教师20%的一半或高于其两倍（20%左右）。",
    fix="不用改；评估时备好情况说明。",
    passes="技工院校，专任200，兼职100",
    fails="技工院校，专任200，兼职101",
    clause="《中等职业学校设置标准》（教职成〔2010〕12号）、《技工院校设置标准》、教发〔2004〕2号",
    reads=_READS,
)
def share_as_the_standard_asks(staffing: Staffing, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A share of part-time teachers off the set-up standard of such a school."""
    full_time = staffing.full_time_teachers
    if not full_time or not is_in_force(staffing, facts, situation.day):
        return
    people = people_in_post(facts, situation.day)
    for level, name in (
        ("技工", "standard.technician_part_time_share"),
        ("高职", "standard.external_share_of_full_time"),
        ("中职", "standard.secondary_part_time_share"),
    ):
        value = situation.policy.get(name, situation.day)
        if level != _level(facts) or value is None or not people:
            continue
        share = Fraction(str(value))
        shown = {"people": people, "full_time": full_time, "share": value}
        if level == "技工" and people > share * (full_time + people):
            message = _("在聘兼职教师{people}人，专任{full_time}人，超过教师总数的{share}。")
            yield Problem(message.format(**shown), "full_time_teachers")
        elif level == "高职" and people > share * full_time:
            message = _("在聘校外兼职教师{people}人，超过专任{full_time}人的{share}。")
            yield Problem(message.format(**shown), "full_time_teachers")
        elif level == "中职" and not share * full_time / 2 <= people <= share * full_time * 2:
            message = _("在聘兼职教师{people}人，与专任{full_time}人的{share}左右相差较多。")
            yield Problem(message.format(**shown), "full_time_teachers")


@rule(
    "QUO-011",
    on=Staffing,
    severity="info",
    title="双师型教师比例偏低",
    intent="中等职业学校双师型教师应不低于专业教师的30%。",
    condition="双师型教师数 ÷ 专业课教师数低于政策参数；两项未填全的不查。",
    fix="核对双师型认定情况。",
    passes="专业课教师100，双师型30",
    fails="专业课教师100，双师型29",
    clause="《中等职业学校设置标准》（教职成〔2010〕12号）",
    reads=(Staffing,),
)
def enough_doubly_qualified(staffing: Staffing, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Too few doubly qualified teachers."""
    teachers, qualified = staffing.major_teachers, staffing.dual_qualified_teachers
    least = situation.policy.get("standard.double_qualified_share", situation.day)
    if not teachers or qualified is None or least is None or not is_in_force(staffing, facts, situation.day):
        return
    if qualified < Fraction(str(least)) * teachers:
        message = _("双师型教师{qualified}人，占专业课教师{teachers}人的{percent}%，低于标准。")
        percent = f"{qualified * 100 / teachers:.2f}"
        shown = message.format(qualified=qualified, teachers=teachers, percent=percent)
        yield Problem(shown, "dual_qualified_teachers")


@rule(
    "TRM-001",
    on=Term,
    severity="error",
    title="两个学期重叠",
    intent="一天只能在一个学期里，重叠时课时不知归哪个学期。",
    condition="校历里先登记的另一学期与本学期有相同的日子。",
    fix="照校历改正起止日期。",
    passes="第一学期至1月22日，第二学期2月24日起",
    fails="第一学期至2月24日，第二学期2月24日起",
    clause="校历填写要求",
    reads=(Term,),
)
def terms_of_the_calendar_do_not_overlap(term: Term, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A term that shares a day with an earlier registered one."""
    if term.start_on is None or term.end_on is None:
        return
    for each in facts.all(Term):
        if is_same(each, term):
            return
        if each.campus != term.campus or each.start_on is None or each.end_on is None:
            continue
        if each.start_on <= term.end_on and term.start_on <= each.end_on:
            message = _("与{start}至{end}的学期重叠，请核对。")
            days = {"start": written_day(each.start_on), "end": written_day(each.end_on)}
            yield Problem(message.format(**days), "start_on")
            return


@rule(
    "TRM-002",
    on=Term,
    severity="warning",
    title="教学周、考试周与学期不符",
    intent="教学周数决定计划课时，考试周决定能不能排课。",
    condition="教学周数多于学期的周数，或考试起止不在学期之内。",
    fix="照校历改正。",
    passes="9月1日至次年1月22日，教学周18",
    fails="9月1日至次年1月22日，教学周22",
    clause="校历填写要求",
)
def weeks_fit_the_term(term: Term, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """More teaching weeks than the term has, or examinations outside it."""
    if term.start_on is None or term.end_on is None:
        return
    monday = term.start_on - dt.timedelta(days=term.start_on.weekday())
    weeks = (term.end_on - monday).days // 7 + 1
    if term.teaching_weeks is not None and term.teaching_weeks > weeks:
        message = _("学期只有{weeks}周，教学周填的是{told}周，请核对。")
        yield Problem(message.format(weeks=weeks, told=term.teaching_weeks), "teaching_weeks")
    for field in ("exam_from", "exam_to"):
        day = getattr(term, field)
        if day is not None and not term.start_on <= day <= term.end_on:
            message = _("{day}不在学期之内，请核对。")
            yield Problem(message.format(day=written_day(day)), field)


def _level(facts: Facts) -> str | None:
    """The level of the college's kind of school; 高校 counts as 高职."""
    for school in facts.all(School):
        entry = code_table("school_type").get(school.school_type) if school.school_type else None
        if entry is not None:
            level = str(entry.detail.get("level", ""))
            return "高职" if level == "高校" else level
    return None

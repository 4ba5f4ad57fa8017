"""How a teacher was recruited: relaxed terms of clause 7, the method's record, special appointments."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import coded, label, rank
from college_desk.policy.honours import verdict
from college_desk.records.codes import code_table
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.rules.rule import Situation, rule
from college_desk.rules.teaching.appointed import begins, teacher_of


@rule(
    "APT-005",
    on=Appointment,
    severity="error",
    title="荣誉不在第7条放宽条件范围内",
    intent="第7条的荣誉是封闭清单，市级荣誉、工作室成员、名次靠后、三等奖都不能放宽条件。",
    condition="按第7条放宽条件招聘，而荣誉不在所列范围、名次或奖次超限、只是成员，或持有人未达高级工；须主管部门确认的作核实。",
    fix="改为不放宽条件，或补填符合第7条的荣誉、名次、身份。",
    passes="全国技术能手，高级技师；国家级一类大赛第20名",
    fails="济宁首席技师；国家级一类大赛第21名；工作室成员",
    clause="《实施意见》第7条",
    checks=(29,),
    reads=(PartTimeTeacher,),
)
def honour_opens_relaxed_terms(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """Relaxed terms for someone whose honour does not open them."""
    teacher = teacher_of(appointment, facts) if appointment.relaxed_terms else None
    if teacher is None:
        return
    found = verdict(teacher, situation.policy, begins(appointment) or situation.day)
    if not found.opens:
        yield Problem(found.reason, "relaxed_terms")
    elif found.doubt:
        yield Problem(found.reason, "relaxed_terms", severity="warning")


@rule(
    "APT-006",
    on=Appointment,
    severity="error",
    title="没有考核记录",
    intent="采取试讲、技能操作、专家评议、直接考察的，必须留有评分表、评议意见或考察报告。",
    condition="考核方式是试讲、技能操作、专家评议或直接考察，没有考核日期。",
    fix="按考核记录补填考核日期。",
    passes="试讲，考核日期2026年8月12日；普通，不填",
    fails="试讲，考核日期未填",
    clause="《实施意见》第7条",
    checks=(30,),
)
def assessment_is_recorded(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A method of assessment without its record."""
    method = appointment.recruitment_method
    entry = None if method is None else code_table("recruitment_method").get(method)
    if entry is not None and entry.detail.get("relaxed") and appointment.assessed_on is None:
        message = _("考核方式是“{method}”，没有考核记录，请按评分表、评议意见或考察报告补填考核日期。")
        yield Problem(message.format(method=entry.label), "assessed_on")


@rule(
    "APT-007",
    on=Appointment,
    severity="error",
    title="学历达不到要求",
    intent="按第7条放宽条件招聘而学历不够的，只能聘到实习指导教师岗位。",
    condition="放宽条件招聘，最高学历低于岗位要求学历，拟聘岗位不是实习指导教师；任一学历未填的作核实。",
    fix="改聘到实习指导教师岗位，或核对学历。",
    passes="要求大学本科，本人大学专科，实习指导教师",
    fails="要求大学本科，本人大学专科，专业课",
    clause="《实施意见》第7条",
    checks=(31,),
    reads=(PartTimeTeacher,),
)
def education_as_required(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Relaxed terms, less education than the post requires, and another post than an instructor's."""
    teacher = teacher_of(appointment, facts) if appointment.relaxed_terms else None
    if teacher is None or appointment.post_kind == coded("post_kind", "实习指导教师"):
        return
    needed, held = rank("education", appointment.required_education), rank("education", teacher.education)
    if needed is None or held is None:
        field = "teacher" if held is None else "required_education"
        message = _("放宽条件招聘须核对学历，请填写本人最高学历和岗位要求学历。")
        yield Problem(message, field, severity="warning")
    elif held < needed:
        message = _("岗位要求“{needed}”，本人“{held}”，只能聘到实习指导教师岗位。")
        yield Problem(
            message.format(
                needed=label("education", appointment.required_education or ""),
                held=label("education", teacher.education or ""),
            ),
            "post_kind",
        )


@rule(
    "APT-008",
    on=Appointment,
    severity="error",
    title="特聘没有认定文号",
    intent="特聘须有主管部门认定，没有认定文件就不成立。",
    condition="“是否特聘”为是，没有特聘认定文号。",
    fix="补填特聘认定文号，或改为不特聘。",
    passes="特聘，有认定文号",
    fails="特聘，认定文号未填",
    clause="《实施意见》第7条；《山东省事业单位高层次急需紧缺人才特聘办法》",
    checks=(32,),
)
def special_appointment_is_documented(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A special appointment without the document that recognises it."""
    if appointment.special_appointment and appointment.special_document is None:
        yield Problem(_("“是否特聘”为是，请补填特聘认定文号。"), "special_document")

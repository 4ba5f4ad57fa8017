"""Who may be appointed, and who may hold one of the 20% posts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import coded, label, rank
from college_desk.policy.levels import title_level
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.rules.people.person import age_on
from college_desk.rules.rule import Situation, rule
from college_desk.rules.teaching.appointed import begins, teacher_of

_OUTSIDE_PART_TIME = "3"
"""校外兼职: the one class of teachers that may use the allowance."""
_PUBLIC_INSTITUTION, _OTHER_SCHOOL, _CIVIL_SERVANT = "2", "8", "9"
_FISCAL_POSTS = "6"
_CLOSED_TO_THE_QUOTA = frozenset({"1", "2", "4", "5"})


@rule(
    "APT-002",
    on=Appointment,
    severity="error",
    title="不属于可占用20%编制员额的人员",
    intent="20%编制员额只能用于从行业企业聘任的专业兼职教师，本校教师和外校兼课教师不能占用。",
    condition="占用20%编制员额，而教师类别是校内专任、校外兼课、校内兼课、实习指导，或人员来源是其他学校教师。",
    fix="改为不占用20%编制员额，或改正教师类别、人员来源。",
    passes="校外兼职，占用20%编制员额",
    fails="校外兼课，占用20%编制员额",
    clause="《实施意见》第7条；报送前校验要点：兼课教师占用员额",
    checks=(26,),
    reads=(PartTimeTeacher,),
)
def may_use_the_allowance(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A 20% post held by someone who is no part-time teacher from outside."""
    teacher = teacher_of(appointment, facts) if appointment.counts_in_quota else None
    if teacher is None:
        return
    if teacher.teacher_kind in _CLOSED_TO_THE_QUOTA:
        kind = label("teacher_kind", teacher.teacher_kind or "")
    elif teacher.person_source == _OTHER_SCHOOL:
        kind = label("person_source", _OTHER_SCHOOL)
    else:
        return
    message = _("“{kind}”不能占用20%编制员额，请改为不占用，或改正教师类别、人员来源。")
    yield Problem(message.format(kind=kind), "counts_in_quota")


@rule(
    "APT-003",
    on=Appointment,
    severity="warning",
    title="占用20%编制员额教公共基础课",
    intent="20%编制员额用于聘任专业兼职教师，应担任专业课或实习实训课。",
    condition="占用20%编制员额，课程类别是公共基础课。",
    fix="改为不占用20%编制员额，或改正课程类别；确须如此的写明情况。",
    passes="实习实训课，占用20%编制员额",
    fails="公共基础课，占用20%编制员额",
    clause="《实施意见》第7条；《职业学校兼职教师管理办法》（教师〔2023〕9号）",
    checks=(27,),
)
def teaches_a_trade(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A 20% post used for a course of general education."""
    general = coded("course_category", "公共基础课")
    if appointment.counts_in_quota and appointment.course_category == general:
        yield Problem(_("占用20%编制员额应担任专业课或实习实训课，现填的是公共基础课。"), "course_category")


@rule(
    "APT-004",
    on=Appointment,
    severity="error",
    title="不具备兼职教师基本条件",
    intent="兼职教师应有中级以上职称或高级工以上技能等级，或是有证明的能工巧匠等特殊人才。",
    condition="职称低于中级、技能等级低于高级工（含未填），也没有荣誉称号或特聘认定文号。校内教师、外校兼课教师不查。",
    fix="补填职称级别或职业技能等级；特殊人才补填荣誉称号或特聘认定文号。",
    passes="工程师（中级）；或三级/高级工；或省级技术能手",
    fails="助理工程师，四级/中级工，无荣誉",
    clause="《职业学校兼职教师管理办法》（教师〔2023〕9号）关于基本条件的规定",
    checks=(28,),
    reads=(PartTimeTeacher,),
)
def is_qualified(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A teacher with neither title nor skill level nor a special talent's evidence."""
    teacher = teacher_of(appointment, facts)
    if teacher is None or teacher.teacher_kind not in (None, _OUTSIDE_PART_TIME):
        return
    if teacher.honour is not None or appointment.special_document is not None:
        return
    day = begins(appointment) or situation.day
    if _reaches("title_level", title_level(teacher), situation, day) or _reaches(
        "skill_level", teacher.skill_level, situation, day
    ):
        return
    held = [teacher.professional_title, teacher.skill_level and label("skill_level", teacher.skill_level)]
    message = _("{name}现有“{held}”，不具备中级以上职称或高级工以上等级，也没有特殊人才证明，请补填。")
    shown = "、".join(text for text in held if text) or _("未填职称和等级")
    yield Problem(message.format(name=teacher.name or "", held=shown), "teacher")


@rule(
    "APT-020",
    on=Appointment,
    severity="error",
    title="公务员及参公人员兼职",
    intent="公务员兼职须经批准，并且不得领取兼职报酬。",
    condition="人员来源是公务员及参公人员，定有报酬，或没有原单位同意日期。",
    fix="不发报酬并补单位批准；不能批准的不聘。",
    passes="公务员，不取酬，有单位批准",
    fails="公务员，按课时计酬；或没有单位批准",
    clause="《中华人民共和国公务员法》关于兼职的规定",
    checks=(71,),
    reads=(PartTimeTeacher,),
)
def civil_servant_unpaid(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A civil servant who is paid, or whose unit has not approved."""
    teacher = teacher_of(appointment, facts)
    if teacher is None or teacher.person_source != _CIVIL_SERVANT:
        return
    if appointment.yuan_per_period:
        yield Problem(_("公务员及参公人员不得领取兼职报酬，请删去课时费标准。"), "yuan_per_period")
    elif appointment.pay_method is not None and not _is_unpaid(appointment.pay_method):
        yield Problem(_("公务员及参公人员不得领取兼职报酬，请改正报酬方式。"), "pay_method")
    if appointment.employer_consent_on is None:
        yield Problem(_("公务员及参公人员兼职须经单位批准，请补填原单位同意日期。"), "employer_consent_on")


@rule(
    "APT-021",
    on=Appointment,
    severity="warning",
    title="事业单位在职人员占用20%编制员额",
    intent="事业单位在职人员已由财政供养，再占财政拨款的员额，编办按实名制比对时会查出。",
    condition="人员来源是事业单位在职，占用20%编制员额。",
    fix="取得原单位及其主管部门同意并写明情况，或改为不占用。",
    passes="企业在职，占用20%编制员额",
    fails="事业单位在职，占用20%编制员额",
    clause="报送前校验要点：财政供养人员重复供养",
    checks=(72,),
    reads=(PartTimeTeacher,),
)
def not_kept_twice(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Staff of a public institution in one of the 20% posts."""
    teacher = teacher_of(appointment, facts) if appointment.counts_in_quota else None
    if teacher is not None and teacher.person_source == _PUBLIC_INSTITUTION:
        message = _("事业单位在职人员占用财政拨款的20%编制员额，须经原单位及其主管部门同意，请写明情况。")
        yield Problem(message, "counts_in_quota")


@rule(
    "APT-027",
    on=Appointment,
    severity="warning",
    title="占用20%编制员额的经费来源",
    intent="占用20%编制员额的人员由财政编制经费支付，经费来源填别的就前后矛盾。",
    condition="占用20%编制员额，经费来源填了财政编制经费（20%员额）以外的一项。",
    fix="改正经费来源，或改为不占用20%编制员额。",
    passes="占用，财政编制经费（20%员额）",
    fails="占用，学校自筹",
    clause="《实施意见》第7条",
)
def paid_from_the_allowance(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A 20% post that is paid from elsewhere."""
    if appointment.counts_in_quota and appointment.fund_source not in (None, _FISCAL_POSTS):
        message = _("占用20%编制员额，经费来源应为财政编制经费（20%员额），现填的是“{source}”。")
        yield Problem(
            message.format(source=label("fund_source", appointment.fund_source or "")), "fund_source"
        )


@rule(
    "APT-029",
    on=Appointment,
    severity="warning",
    title="聘期开始时年龄偏大",
    intent="学校规定了兼职教师的聘任年龄。",
    condition="聘期起时的周岁超过政策参数“兼职教师聘期开始时的最高年龄”；没有录入该参数的不查。",
    fix="确须聘任的写明情况。",
    passes="参数65，聘期起时65周岁",
    fails="参数65，聘期起时66周岁",
    clause="学校兼职教师管理办法",
    reads=(PartTimeTeacher,),
)
def not_too_old(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A teacher older than the school's limit when the term begins."""
    teacher, first = teacher_of(appointment, facts), begins(appointment)
    if teacher is None or first is None:
        return
    oldest = situation.policy.number("part_time.oldest_at_hiring", first)
    age = age_on(teacher, first)
    if oldest is not None and age is not None and age > oldest:
        message = _("聘期起时{age}周岁，超过学校规定的{oldest}周岁，请写明情况。")
        yield Problem(message.format(age=age, oldest=oldest), "teacher")


@rule(
    "APT-030",
    on=Appointment,
    severity="warning",
    title="从业年限不足",
    intent="学校规定了兼职教师的从业年限。",
    condition="从事本专业（工种）年限少于政策参数“兼职教师从事本专业（工种）最低年限”；没有录入该参数的不查。",
    fix="核对从业年限；确须聘任的写明情况。",
    passes="参数5，5年",
    fails="参数5，4年",
    clause="学校兼职教师管理办法",
    reads=(PartTimeTeacher,),
)
def long_enough_in_the_trade(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A teacher with fewer years in the trade than the school asks for."""
    teacher = teacher_of(appointment, facts)
    if teacher is None or teacher.years_in_trade is None:
        return
    least = situation.policy.number("part_time.least_years_in_trade", begins(appointment) or situation.day)
    if least is not None and teacher.years_in_trade < least:
        message = _("从业{years}年，少于学校规定的{least}年，请核对或写明情况。")
        yield Problem(message.format(years=teacher.years_in_trade, least=least), "teacher")


def _reaches(table: str, held: str | None, situation: Situation, day: dt.date) -> bool:
    """Whether a level is at least that of the parameter `part_time.least_<table>`."""
    least = situation.policy.get(f"part_time.least_{table}", day)
    needed, own = rank(table, None if least is None else str(least)), rank(table, held)
    return needed is not None and own is not None and own >= needed


def _is_unpaid(pay_method: str) -> bool:
    return "不" in label("pay_method", pay_method) or "无" in label("pay_method", pay_method)

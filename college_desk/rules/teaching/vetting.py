"""Vetting before hiring (准入查询), the employer's consent, the medical examination."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import coded, label
from college_desk.policy.written_dates import months_later, written_day
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem, RuleSeverity
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.rules.rule import Situation, rule
from college_desk.rules.teaching.appointed import (
    begins,
    begins_at_latest,
    in_post,
    of_the_same_teacher,
    teacher_of,
)

_EMPLOYED = frozenset({"1", "2", "10"})
"""In post elsewhere: enterprise, public institution, and the heads of state enterprises (须批准)."""
_ASSOCIATION = "3"


@rule(
    "APT-009",
    on=Appointment,
    severity="error",
    title="准入查询缺失或失效",
    intent="教职员工入职前必须做准入查询，先上岗后查询或查询过期都不允许。",
    condition="没有准入查询日期，或查询晚于聘期起，或到聘期起时已超过12个月（政策参数）。同一教师别的聘任有聘期起前12个月以内的查询的不算晚；授权在聘期起以前、满期以后重新查询的作核实。",
    fix="补做准入查询，按教育行政部门回复填写日期。",
    passes="聘期起2026年9月1日，查询2026年8月10日",
    fails="聘期起2026年9月1日，查询2026年9月5日；或2025年8月31日",
    clause="教职员工准入查询制度；报送前校验要点：准入查询",
    checks=(33,),
    reads=(Appointment,),
)
def vetted_before_hiring(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """No vetting, or one that is too late or too old when the term begins."""
    vetted = appointment.vetted_on
    if vetted is None:
        yield Problem(_("没有准入查询日期，请在聘用前查询并按回复填写。"), "vetted_on")
        return
    earliest, latest = begins(appointment), begins_at_latest(appointment)
    if earliest is None or latest is None:
        return
    months = situation.policy.number("vetting.repeat_months", earliest)
    days = {"vetted": written_day(vetted), "begins": written_day(appointment.start_on or earliest)}
    if vetted > latest:
        if _vetted_before(appointment, facts, earliest, latest, months):
            return
        if _looks_repeated(appointment, latest, months):
            message = _("准入查询{vetted}是聘期起{begins}以后重新查询的，请写明首次查询的日期和结果。")
            yield Problem(message.format(**days), "vetted_on", severity="warning")
        else:
            yield Problem(
                _("准入查询{vetted}晚于聘期起{begins}，应先查询后聘用。").format(**days), "vetted_on"
            )
    elif months is not None and months_later(vetted, months) < earliest:
        message = _("准入查询{vetted}到聘期起{begins}已超过{months}个月，请重新查询。")
        yield Problem(message.format(**days, months=months), "vetted_on")


@rule(
    "APT-010",
    on=Appointment,
    severity="error",
    title="准入查询材料不全",
    intent="准入查询要有本人授权、两项结果和教育行政部门的回复，缺一项就不能证明查过。",
    condition="性侵违法犯罪信息、教师资格限制库两项结果有一项未填，或没有查询授权日期，或没有查询回复文号。",
    fix="补填查询授权日期、两项查询结果和回复文号。",
    passes="授权、两项结果“无”、回复文号都有",
    fails="只填了查询日期",
    clause="教职员工准入查询制度；报送前校验要点：准入查询",
    checks=(75,),
)
def vetting_is_complete(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A vetting without authorisation, without one of its results, or without the authority's reply."""
    if appointment.vetting_authorised_on is None:
        yield Problem(_("没有本人的准入查询授权，请补填查询授权日期。"), "vetting_authorised_on")
    if appointment.vetting_result is None:
        yield Problem(_("没有填性侵违法犯罪信息的查询结果。"), "vetting_result")
    if appointment.restricted_list_result is None:
        yield Problem(_("没有填教师资格限制库的查询结果。"), "restricted_list_result")
    if appointment.vetting_reply_number is None:
        yield Problem(_("没有教育行政部门的查询回复，请补填准入查询回复文号。"), "vetting_reply_number")


@rule(
    "APT-011",
    on=Appointment,
    severity="warning",
    title="在岗期间准入查询到期",
    intent="准入查询每满12个月须重新查询一次。",
    condition="填报当日仍在聘，距上次准入查询已超过12个月（政策参数）。",
    fix="重新查询，更新准入查询日期和结果。",
    passes="查询2025年9月1日，填报2026年9月1日",
    fails="查询2025年9月1日，填报2026年9月2日",
    clause="教职员工准入查询制度；报送前校验要点：准入查询",
    checks=(75,),
)
def vetting_is_repeated(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A teacher in post whose vetting is due again."""
    vetted = appointment.vetted_on
    months = situation.policy.number("vetting.repeat_months", situation.day)
    if vetted is None or months is None or not in_post(appointment, situation.day):
        return
    if months_later(vetted, months) < situation.day:
        message = _("上次准入查询是{vetted}，到{day}已超过{months}个月，请重新查询。")
        days = {"vetted": written_day(vetted), "day": written_day(situation.day)}
        yield Problem(message.format(**days, months=months), "vetted_on")


@rule(
    "APT-012",
    on=Appointment,
    severity="error",
    title="准入查询有不良记录",
    intent="有性侵等违法犯罪信息或在教师资格限制库里的人员不得聘用。",
    condition="两项查询结果有一项是“有”。",
    fix="不予聘用；填错的改正。",
    passes="两项结果都是“无”",
    fails="教师资格限制库“有”",
    clause="教职员工准入查询制度",
    checks=(75,),
)
def vetting_found_nothing(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A vetting that found something."""
    found = coded("vetting_result", "有")
    if appointment.vetting_result == found:
        yield Problem(_("性侵违法犯罪信息查询结果为“有”，不得聘用。"), "vetting_result")
    if appointment.restricted_list_result == found:
        yield Problem(_("教师资格限制库查询结果为“有”，不得聘用。"), "restricted_list_result")


@rule(
    "APT-013",
    on=Appointment,
    severity="error",
    title="没有原单位同意",
    intent="在职人员兼职须经原单位同意，否则劳动关系和安全责任说不清。",
    condition="人员来源是企业在职、事业单位在职或国有企业领导人员，没有原单位同意日期；协会、科研院所人员作核实。",
    fix="取得原单位同意书，补填原单位同意日期。",
    passes="企业在职，原单位同意日期2026年8月20日；退休（企业），不填",
    fails="企业在职，原单位同意日期未填",
    clause="《职业学校兼职教师管理办法》（教师〔2023〕9号）",
    checks=(34,),
    reads=(PartTimeTeacher,),
)
def employer_consents(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Someone in post elsewhere whose employer has not agreed."""
    teacher = teacher_of(appointment, facts)
    if teacher is None or teacher.person_source is None or appointment.employer_consent_on is not None:
        return
    if teacher.person_source in _EMPLOYED or teacher.person_source == _ASSOCIATION:
        message = _("人员来源是“{source}”，须有原单位同意，请补填原单位同意日期。")
        source = label("person_source", teacher.person_source)
        severity: RuleSeverity = "error" if teacher.person_source in _EMPLOYED else "warning"
        yield Problem(message.format(source=source), "employer_consent_on", severity=severity)


@rule(
    "APT-022",
    on=Appointment,
    severity="warning",
    title="体检证明缺失或过期",
    intent="学校要求半年以内的体检证明。",
    condition="没有体检日期，或到聘期起时已超过6个月（政策参数）。",
    fix="补做体检，填写体检日期；暂缺的写明情况。",
    passes="聘期起2026年9月1日，体检2026年3月1日",
    fails="聘期起2026年9月1日，体检2026年2月28日",
    clause="报送前校验要点：体检证明",
    checks=(76,),
)
def examined_lately(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """No medical examination, or one that is too old when the term begins."""
    examined, first = appointment.health_checked_on, begins(appointment)
    if examined is None:
        yield Problem(_("没有体检证明，请补填体检日期。"), "health_checked_on")
        return
    months = None if first is None else situation.policy.number("health.months", first)
    if first is not None and months is not None and months_later(examined, months) < first:
        message = _("体检{examined}到聘期起{begins}已超过{months}个月，请重新体检。")
        days = {"examined": written_day(examined), "begins": written_day(appointment.start_on or first)}
        yield Problem(message.format(**days, months=months), "health_checked_on")


def _vetted_before(
    appointment: Appointment, facts: Facts, earliest: dt.date, latest: dt.date, months: int | None
) -> bool:
    """Whether another appointment of the teacher has a vetting that was still good when this term began."""
    return any(
        each.vetted_on is not None
        and each.vetted_on <= latest
        and (months is None or months_later(each.vetted_on, months) >= earliest)
        for each in of_the_same_teacher(appointment, facts)
    )


def _looks_repeated(appointment: Appointment, latest: dt.date, months: int | None) -> bool:
    """Whether a vetting after the term began is the repetition that was due, authorised before it began."""
    authorised, vetted = appointment.vetting_authorised_on, appointment.vetted_on
    if months is None or authorised is None or vetted is None or authorised > latest:
        return False
    return vetted >= months_later(latest, months - 1)

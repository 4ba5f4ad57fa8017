"""The procedure of an appointment: its steps in order, the public notice, the meeting, the signature."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from college_desk.base.translation import _
from college_desk.policy.calendar import calendar
from college_desk.policy.written_dates import written_day
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.values.month import first_day, last_day
from college_desk.rules.rule import Situation, rule
from college_desk.rules.teaching.steps import STEPS, VETTING_STEPS, Step, dated_steps

_TOLD_ELSEWHERE = frozenset({
    ("notice_from", "notice_to"), ("notice_from", "signed_on"), ("notice_to", "signed_on"),
})  # fmt: skip
"""Pairs of steps whose wrong order is an error of its own."""


@rule(
    "APT-014",
    on=Appointment,
    severity="warning",
    title="程序日期先后颠倒",
    intent="招聘程序有先后，日期倒置说明程序倒置或填错。",
    condition="公布、资格审查、考核、公示起、公示止、签订、聘期起的先后不对（同日不算）；查询授权晚于准入查询也算。",
    fix="按原始材料改正日期；确有先后不一的写明情况。",
    passes="资格审查8月5日，考核8月12日",
    fails="资格审查8月12日，考核8月5日",
    clause="《职业学校兼职教师管理办法》（教师〔2023〕9号）关于聘请程序的规定",
    checks=(35,),
)
def steps_in_order(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Two steps of the procedure, one after the other, in the wrong order."""
    for names in (STEPS, VETTING_STEPS):
        for earlier, later in pairwise(dated_steps(appointment, names)):
            told_elsewhere = (earlier.field, later.field) in _TOLD_ELSEWHERE
            if not told_elsewhere and first_day(earlier.on) > last_day(later.on):
                yield Problem(_reversed(earlier, later), later.field)


@rule(
    "APT-015",
    on=Appointment,
    severity="warning",
    title="公示时间不足",
    intent="公示不足规定的工作日，公示就不算数。",
    condition="公示起止之间的工作日少于政策参数“聘任公示的最短工作日数”；没有录入该参数的不查。法定节假日不算，调休上班日算。",
    fix="重新公示，或改正公示起止；确有原因的写明情况。",
    passes="参数5，公示5个工作日",
    fails="参数5，公示4个工作日",
    clause="学校公开招聘或兼职教师管理办法",
    checks=(35,),
)
def notice_long_enough(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A public notice of fewer working days than the parameter asks for."""
    first, last = appointment.notice_from, appointment.notice_to
    if first is None or last is None or last < first:
        return
    least = situation.policy.number("notice.working_days", first)
    if least is None:
        return
    days = calendar().working_days(first, last)
    if days < least:
        message = _("公示{first}至{last}只有{days}个工作日，应不少于{least}个。")
        if calendar().unannounced(first, last):
            message = _(
                "公示{first}至{last}只有{days}个工作日（该年放假安排尚未录入，只按周末计算），应不少于{least}个。"
            )
        shown = {"first": written_day(first), "last": written_day(last)}
        yield Problem(message.format(**shown, days=days, least=least), "notice_to")


@rule(
    "APT-023",
    on=Appointment,
    severity="error",
    title="先签协议后研究、公示",
    intent="聘任属“三重一大”事项，应先会议研究、公示，再签协议。",
    condition="会议研究日期、公示起或公示止晚于签订日期；只填到月的按整月看。",
    fix="按原始材料改正日期；程序确实倒置的，补办后重新签订。",
    passes="会议研究8月18日，公示至8月28日，签订8月29日",
    fails="签订8月20日，公示至8月28日",
    clause="报送前校验要点：程序倒置、三重一大",
    checks=(77,),
)
def decided_before_signing(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A meeting or a public notice after the signature."""
    signed = appointment.signed_on
    if signed is None:
        return
    for step in dated_steps(appointment, ("decided_on", "notice_from", "notice_to")):
        if first_day(step.on) > last_day(signed):
            message = _("“{title}”{on}晚于签订日期{signed}，应先研究、公示，后签协议。")
            shown = {"on": written_day(step.on), "signed": written_day(signed)}
            yield Problem(message.format(title=step.title, **shown), step.field)


@rule(
    "APT-024",
    on=Appointment,
    severity="warning",
    title="没有会议纪要",
    intent="聘任须经会议研究，会议纪要是佐证材料之一。",
    condition="没有会议研究日期或会议纪要号。",
    fix="补填会议研究日期和会议纪要号；按学校规定不需要的写明情况。",
    passes="会议研究2026年8月18日，纪要〔2026〕12号",
    fails="会议纪要号未填",
    clause="报送前校验要点：三重一大",
    checks=(77,),
)
def minutes_are_there(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An appointment without the minutes of the meeting that decided it."""
    if appointment.decided_on is None:
        yield Problem(_("没有会议研究日期，请按会议纪要补填。"), "decided_on")
    if appointment.minutes_number is None:
        yield Problem(_("没有会议纪要号，请补填。"), "minutes_number")


@rule(
    "APT-035",
    on=Appointment,
    severity="warning",
    title="会议研究晚于公示",
    intent="应先会议研究，后公示结果；公示完了才研究，公示的内容就没有依据。",
    condition="会议研究日期晚于公示止；同日不算。",
    fix="按会议纪要、公示文改正日期；确有先后不一的写明情况。",
    passes="8月28日研究，公示至8月28日",
    fails="8月29日研究，公示至8月28日",
    clause="报送前校验要点：日期倒置",
    checks=(101,),
)
def decided_before_the_notice_ends(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A meeting after the public notice was over."""
    decided, notice = appointment.decided_on, appointment.notice_to
    if decided is not None and notice is not None and decided > notice:
        message = _("会议研究{decided}晚于公示止{notice}，请核对或写明情况。")
        yield Problem(message.format(decided=written_day(decided), notice=written_day(notice)), "decided_on")


def _reversed(earlier: Step, later: Step) -> str:
    message = _("“{later}”{later_on}早于“{earlier}”{earlier_on}，先后颠倒，请核对。")
    return message.format(
        later=later.title,
        later_on=written_day(later.on),
        earlier=earlier.title,
        earlier_on=written_day(earlier.on),
    )

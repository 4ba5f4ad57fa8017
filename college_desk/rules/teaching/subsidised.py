"""What of the pay is claimed back from the bureau (课时费补贴): for whom, from what, never more than was paid."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.claim_limits import is_allowance_money, not_subsidised, paid_by_the_allowance
from college_desk.policy.coded import coded, label
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.teaching.settlement import Settlement
from college_desk.rules.rule import Situation, rule
from college_desk.rules.teaching.taught import appointments_on, teacher_by_number

_CLAUSE = "《实施意见》第7条"


@rule(
    "PAY-013",
    on=Settlement,
    severity="error",
    title="不属于第7条补贴对象",
    intent="第7条只补贴企业在职的高技能人才来校任教。",
    condition="填了申请补贴金额，该教师的人员来源不是企业在职，或技能等级低于高级工（政策参数“课时费补贴对象”可放宽）；人员来源、等级未填的也算。",
    fix="不申请补贴，或补填人员来源、技能等级。",
    passes="企业在职，高级工",
    fails="退休（企业）；企业在职，中级工",
    clause=_CLAUSE,
    checks=(73,),
    reads=(PartTimeTeacher,),
)
def claimed_for_a_skilled_employee(
    settlement: Settlement, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A claim for somebody who is no skilled employee of an enterprise."""
    if not settlement.claimed_yuan:
        return
    teacher = teacher_by_number(settlement.teacher, facts)
    why = None if teacher is None else not_subsidised(teacher, situation.policy, situation.day)
    if why is not None:
        yield Problem(why, "claimed_yuan")


@rule(
    "PAY-014",
    on=Settlement,
    severity="error",
    title="同一课时两头列支",
    intent="已由20%员额财政经费支付的课时，不能再申请课时费补贴。",
    condition="填了申请补贴金额，而经费来源是财政编制经费（20%员额），或该教师授课期间的聘任由这笔经费支付、占用20%编制员额（经费来源未填）。",
    fix="不申请补贴，或改正经费来源、占用情况。",
    passes="学校自筹，申请补贴",
    fails="财政编制经费（20%员额），申请补贴",
    clause=_CLAUSE + "；报送前校验要点：重复资助",
    checks=(74,),
    reads=(Appointment,),
)
def not_paid_from_two_sources(
    settlement: Settlement, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A claim for hours that the allowance pays already."""
    if not settlement.claimed_yuan:
        return
    if is_allowance_money(settlement.fund_source):
        message = _("经费来源是财政编制经费（20%员额），不能再申请课时费补贴。")
        yield Problem(message, "fund_source")
        return
    day = settlement.taught_from or (settlement.month.first_day if settlement.month else None)
    if day is None or settlement.teacher is None:
        return
    if paid_by_the_allowance(appointments_on(settlement.teacher, day, facts)):
        yield Problem(_("该教师占用20%编制员额，课时费不能再申请补贴，请核对。"), "fund_source")


@rule(
    "PAY-015",
    on=Settlement,
    severity="error",
    title="申请补贴多于已支付",
    intent="补贴的是学校已经支付的课时费，不能多于已支付。",
    condition="申请补贴金额大于应发金额，或发放状态还是待发、已报财务。",
    fix="支付后再申请，或改正申请补贴金额。",
    passes="已发放196.00，申请196.00",
    fails="已发放196.00，申请196.01；待发，申请196.00",
    clause=_CLAUSE + "；课时费补贴申报表填写要求",
    checks=(47,),
)
def claimed_within_what_was_paid(
    settlement: Settlement, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A claim above what was paid, or before it was."""
    claimed, gross = settlement.claimed_yuan, settlement.gross
    if not claimed:
        return
    if gross is not None and claimed > gross:
        message = _("申请补贴{claimed}元，多于应发{gross}元，请核对。")
        yield Problem(message.format(claimed=claimed, gross=gross), "claimed_yuan")
    elif settlement.payout_status in (coded("payout_status", "待发"), coded("payout_status", "已报财务")):
        message = _("发放状态是“{status}”，还没有支付，不能申请补贴。")
        shown = label("payout_status", settlement.payout_status or "")
        yield Problem(message.format(status=shown), "payout_status")

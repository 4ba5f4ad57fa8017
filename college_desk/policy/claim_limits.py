"""For whom and from what money lessons are claimed (课时费补贴对象与资金来源).

Source: 《实施意见》第7条 “企业高技能人才到职业技工院校从事兼职教学的”; who that is stands in the parameters
`hourly_subsidy.who` and `hourly_subsidy.least_skill_level`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from college_desk.base.translation import _
from college_desk.policy.coded import coded, label, rank
from college_desk.policy.pack import Policy
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher

EVERYBODY = "全部兼职教师"
_SKILLED = "企业在职高技能人才"
_FROM_ENTERPRISES = ("企业在职", "国有企业领导人员")
_ALLOWANCE = "财政编制经费（20%员额）"


def not_subsidised(teacher: PartTimeTeacher, policy: Policy, on: dt.date) -> str | None:
    """Why nothing can be claimed for a teacher, a sentence; None where he is one of those of clause 7.

    Where he comes from and his skill level count as not fitting while they are empty.
    """
    who = policy.get("hourly_subsidy.who", on)
    if who == EVERYBODY:
        return None
    if teacher.person_source not in {coded("person_source", each) for each in _FROM_ENTERPRISES}:
        source = label("person_source", teacher.person_source) if teacher.person_source else _("未填")
        return _("人员来源是“{source}”，不属于第7条补贴对象，不能申请补贴。").format(source=source)
    wanted = str(policy.get("hourly_subsidy.least_skill_level", on))
    least, held = rank("skill_level", wanted), rank("skill_level", teacher.skill_level)
    if who == _SKILLED and least is not None and (held is None or held < least):
        level = label("skill_level", teacher.skill_level) if teacher.skill_level else _("未填")
        message = _("职业技能等级是“{level}”，未达到{least}，不属于第7条补贴对象。")
        return message.format(level=level, least=label("skill_level", wanted))
    return None


def is_allowance_money(fund_source: str | None) -> bool:
    """Whether money is that of the 20% allowance (财政编制经费)."""
    return fund_source == coded("fund_source", _ALLOWANCE)


def paid_by_the_allowance(held: Iterable[Appointment]) -> bool:
    """Whether the allowance pays for the hours of a day, by the appointments held on it."""
    return any(
        is_allowance_money(each.fund_source) or (bool(each.counts_in_quota) and each.fund_source is None)
        for each in held
    )

"""Parameters that checks need and the college has not entered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from college_desk.base.translation import _
from college_desk.records.apprenticeship.cohort import Cohort
from college_desk.records.college.fee_standard import FeeStandard
from college_desk.records.college.school import School
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.orders.order_class import OrderClass
from college_desk.records.register import Record
from college_desk.rules.rule import Situation, rule


class _Asked(NamedTuple):
    """Parameters without which checks are left out: of which filings, and whose records they are checks of."""

    filings: tuple[str, ...]
    of: type[Record] | None
    names: tuple[str, ...]


_ASKED_BY_CHECKS = (
    _Asked(
        ("part-time-appointments",), None,
        ("notice.working_days", "part_time.oldest_at_hiring", "part_time.least_years_in_trade"),
    ),
    _Asked(
        ("apprenticeship", "enterprise-apprenticeship"), Cohort,
        (
            "apprenticeship.least_enterprise_share", "apprenticeship.smallest_class", "apprenticeship.largest_class",
            "apprentice_subsidy.least_class_mentors",
        ),
    ),
    _Asked(
        ("order-agreements", "order-subsidy"), OrderClass,
        (
            "order_subsidy.smallest_class", "order_subsidy.listed_months", "order_subsidy.hired_within_months",
            "order_subsidy.insured_months", "order_subsidy.least_contract_months", "enterprise.status_check_days",
            "wage.minimum_yuan",
        ),
    ),
    _Asked(
        ("hourly-subsidy",), FeeStandard, ("teaching.most_weekly_periods", "hourly_subsidy.year_budget_yuan"),
    ),
)  # fmt: skip


@rule(
    "FIL-003",
    on=School,
    severity="info",
    title="政策参数未录入",
    intent="政策原文没有规定的数，程序不猜；没有录入时相应的校验不做，这里列出来以免误以为已经查过。",
    condition="校验要用的政策参数没有值；学徒制、订单培养、课时费的参数，有学徒班、订单班、课时费标准时才列。",
    fix="按所列文件在“政策参数”里录入；学校没有规定的可以不管。",
    passes="聘任公示的最短工作日数：5",
    fails="聘任公示的最短工作日数：未录入",
    clause="政策参数",
    reads=(Cohort, OrderClass, FeeStandard),
)
def parameters_are_entered(school: School, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A parameter without which one of the checks is left out."""
    for asked in _ASKED_BY_CHECKS:
        if situation.filing is not None and situation.filing not in asked.filings:
            continue
        if asked.of is not None and not facts.all(asked.of):
            continue
        for name in asked.names:
            parameter = situation.policy.parameter(name, situation.day)
            if parameter.value is None:
                message = _("没有录入“{title}”，相应的校验没有做，请按{document}录入。")
                yield Problem(message.format(title=_(parameter.title), document=_(parameter.needs)))

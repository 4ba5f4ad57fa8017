"""Parameters that checks need and the college has not entered."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.records.college.school import School
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.rules.rule import Situation, rule

_ASKED_BY_CHECKS = ("notice.working_days", "part_time.oldest_at_hiring", "part_time.least_years_in_trade")


@rule(
    "FIL-003",
    on=School,
    severity="info",
    title="政策参数未录入",
    intent="政策原文没有规定的数，程序不猜；没有录入时相应的校验不做，这里列出来以免误以为已经查过。",
    condition="校验要用的政策参数没有值。",
    fix="按所列文件在“政策参数”里录入；学校没有规定的可以不管。",
    passes="聘任公示的最短工作日数：5",
    fails="聘任公示的最短工作日数：未录入",
    clause="政策参数",
)
def parameters_are_entered(school: School, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A parameter without which one of the checks is left out."""
    for name in _ASKED_BY_CHECKS:
        parameter = situation.policy.parameter(name, situation.day)
        if parameter.value is None:
            message = _("没有录入“{title}”，相应的校验没有做，请按{document}录入。")
            yield Problem(message.format(title=_(parameter.title), document=_(parameter.needs)))

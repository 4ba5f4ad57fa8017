"""How far the 20% allowance is used: never beyond what is usable, and on a footing that can be reckoned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.quota import POST, Seat, dated, is_missing, seats, staffing_on, terms_on
from college_desk.policy.quota_series import Stretch, reckon, who_counts
from college_desk.policy.written_dates import written_day
from college_desk.records.college.school import School
from college_desk.records.college.staffing import Staffing
from college_desk.records.college.term import Term
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.assignment import Assignment
from college_desk.rules.college.in_force import campus_of
from college_desk.rules.rule import Situation, rule


@rule(
    "QUO-001",
    on=Staffing,
    severity="error",
    title="占用超出可用员额",
    intent="占用20%编制员额的人数不得超过编制数的五分之一，也不得超过空编数。",
    condition="有一天占用员额多于可用员额：可用 = 核定编制数×1/5取整与空编数（核定−在编−已批用编未到岗）中较小的；超出部分都有批复文号的作核实。",
    fix="减少占用，或补填超员额批复文号。",
    passes="核定186、在编152，占用34名",
    fails="核定186、在编152，占用35名",
    clause="《实施意见》第7条",
    checks=(39,),
    reads=(Appointment, Staffing, Assignment, Term),
)
def within_the_usable_posts(staffing: Staffing, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An establishment under which, on some day, more posts are occupied than usable."""
    begins, until = _validity(staffing, facts)
    if begins is None or is_missing(situation.policy, situation.day):
        return
    taken = facts.once(seats)
    last = min(until, max((seat.last for seat in taken), default=begins))
    if situation.period is not None:
        begins = max(begins, situation.period.first)
        last = min(last, max(situation.period.last, situation.day))
    if last < begins:
        return
    terms, campus = terms_on(situation.policy, situation.day), campus_of(staffing, facts)
    if campus is not None:
        taken = [seat for seat in taken if seat.campus == campus]
    over = [each for each in reckon(facts, terms, begins, last, taken, campus=campus) if each.over]
    unapproved = [each for each in over if not _is_approved(each, taken)]
    if over:
        worst = (unapproved or over)[0]
        yield Problem(_over(worst, taken), "approved_posts", severity="error" if unapproved else "warning")


@rule(
    "QUO-007",
    on=School,
    severity="warning",
    title="尚未录入核定编制",
    intent="没有核定编制就无法核对20%编制员额，编制使用情况表也是空的。",
    condition="有占用20%编制员额的聘任，聘期内没有已生效的编制核定情况。",
    fix="在“编制核定情况”里录入核定编制数、批复文号和执行日期。",
    passes="执行日期2024年1月1日，聘期起2026年9月1日",
    fails="没有编制核定情况",
    clause="《实施意见》第7条",
    checks=(40,),
    reads=(Appointment, Staffing),
)
def establishment_is_on_record(school: School, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Counting appointments without an establishment to hold them against."""
    known = facts.all(Staffing)
    uncovered = [each for each in facts.once(seats) if staffing_on(known, each.first) is None]
    if uncovered:
        message = _("尚未录入核定编制，{count}条占用20%编制员额的聘任无法核对，请先录入编制核定情况。")
        yield Problem(message.format(count=len(uncovered)))


@rule(
    "QUO-008",
    on=School,
    severity="error",
    title="缺少课时折算标准",
    intent="学校选择按课时折算占用员额，没有折算标准就算不出占用数。",
    condition="占用员额计算方法是按课时折算，没有录入每个员额的学年课时数，而有占用20%编制员额的聘任。",
    fix="按文件录入政策参数“按课时折算时每个员额的学年课时数”，或改为按人计算。",
    passes="按课时折算，160课时",
    fails="按课时折算，标准未录入",
    clause="《实施意见》第7条",
    checks=(39,),
    reads=(Appointment,),
)
def standard_is_known(school: School, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """Reckoning by periods without the periods that make a post."""
    if is_missing(situation.policy, situation.day) and facts.once(seats):
        parameter = situation.policy.parameter("quota.periods_per_post", situation.day)
        message = _("缺少“{title}”，算不出占用数，请按{document}录入。")
        yield Problem(message.format(title=_(parameter.title), document=parameter.needs))


def _validity(staffing: Staffing, facts: Facts) -> tuple[dt.date | None, dt.date]:
    """From when to when a staffing record is the one in force; the first is None where it never is."""
    begins = staffing.effective_from
    if begins is None:
        return None, dt.date.max
    beside = dated(facts.all(Staffing), campus_of(staffing, facts))
    later = [each.effective_from for each in beside if each.effective_from and each.effective_from > begins]
    same_day = [each for each in beside if each.effective_from == begins]
    until = min(later) - dt.timedelta(days=1) if later else dt.date.max
    return (begins if same_day[-1].uid == staffing.uid else None), until


def _is_approved(stretch: Stretch, taken: list[Seat]) -> bool:
    """Whether the appointments with an approval number make up all that is over the usable posts."""
    approved = sum(seat.hundredths for seat in taken if seat.approved and seat.covers(stretch.first))
    return stretch.over * POST <= approved


def _over(stretch: Stretch, taken: list[Seat]) -> str:
    message = _("自{day}起占用20%编制员额{occupied}名，可用{usable}名，超出{over}名；当日占用的有：{names}。")
    return message.format(
        day=written_day(stretch.first),
        occupied=stretch.occupied,
        usable=stretch.usable,
        over=stretch.over,
        names=who_counts(taken, stretch.first),
    )

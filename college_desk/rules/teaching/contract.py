"""The contract of an appointment: its term, its number, what lay before it, what was to be had by then."""

from __future__ import annotations

from collections.abc import Iterator

from college_desk.base.translation import _
from college_desk.policy.coded import coded
from college_desk.policy.quota import academic_year, periods_of
from college_desk.policy.written_dates import months_later, written_day
from college_desk.records.college.term import Term
from college_desk.records.facts import Facts
from college_desk.records.finding import Problem
from college_desk.records.register import register_of
from college_desk.records.teaching.appointment import Appointment
from college_desk.records.teaching.assignment import Assignment
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher
from college_desk.records.values.month import first_day
from college_desk.rules.rule import Situation, rule
from college_desk.rules.teaching.appointed import (
    begins,
    begins_at_latest,
    ends,
    in_post,
    of_the_same_teacher,
    other_terms,
    renewed,
    teacher_of,
)

_MONTHS = 12


@rule(
    "APT-001",
    on=Appointment,
    severity="error",
    title="同一聘任登记了两次",
    intent="同一人、同一课程、同一班级、同一聘期登记两次，人数和课时都会重复计算。",
    condition="同一教师先登记的一条聘任，任教课程、班级、聘期起止完全相同而协议编号不同；课程或班级不同的不算。",
    fix="停用多余的一条；确是两条的，改正课程、班级或聘期。",
    passes="同一人教数控编程、机电2501班和机电2502班",
    fails="同一人教数控编程、机电2501班，同一聘期两条",
    clause="报送前校验要点：重复登记",
    checks=(3,),
    reads=(Appointment,),
)
def appointed_once(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An appointment that an earlier one says already under another number."""
    mine = (appointment.course, appointment.class_name, appointment.start_on, appointment.end_on)
    if appointment.contract_number is None or mine[2] is None:
        return
    for each in of_the_same_teacher(appointment, facts):
        if each.uid == appointment.uid:
            return
        same = (each.course, each.class_name, each.start_on, each.end_on) == mine
        if same and each.contract_number not in (None, appointment.contract_number):
            message = _("同一人同一课程、班级、聘期已有协议“{number}”，请停用多余的一条。")
            yield Problem(message.format(number=each.contract_number), "contract_number")
            return


@rule(
    "APT-016",
    on=Appointment,
    severity="warning",
    title="聘期过长",
    intent="一期聘任一般不超过3年，到期考核后续聘。",
    condition="聘期起止超过政策参数“一期聘任的最长年限”；只填到月的按整月看。",
    fix="改短聘期，到期续聘；确须如此的写明情况。",
    passes="2026年9月1日至2029年8月31日",
    fails="2026年9月1日至2029年9月1日；或长期",
    clause="报送前校验要点：聘期",
    checks=(36,),
)
def term_not_too_long(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A term of more years than the parameter allows."""
    earliest, latest = begins(appointment), begins_at_latest(appointment)
    if earliest is None or latest is None or appointment.end_on is None:
        return
    years = situation.policy.number("contract.longest_years", earliest)
    if years is not None and first_day(appointment.end_on) >= months_later(latest, years * _MONTHS):
        message = _("聘期{start}至{end}超过{years}年，请改短或写明情况。")
        start, end = written_day(appointment.start_on or earliest), written_day(appointment.end_on)
        yield Problem(message.format(start=start, end=end, years=years), "end_on")


@rule(
    "APT-017",
    on=Appointment,
    severity="warning",
    title="聘期重叠",
    intent="同一人在同一时间有两份聘任协议，容易重复计酬、重复占用员额。",
    condition="同一教师两条在聘的聘任聘期有相同的日子；在后开始的一条上提示。",
    fix="合并为一份协议，另一课程记入任课安排；确有两份的写明情况。",
    passes="2026年9月1日至2027年1月31日，2027年2月1日起",
    fails="2026年9月1日至2027年1月31日，2027年1月31日起",
    clause="报送前校验要点：聘期重叠",
    checks=(36,),
    reads=(Appointment,),
)
def terms_do_not_overlap(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A term that overlaps one of the same teacher that began before it."""
    first = begins(appointment)
    for each in other_terms(appointment, facts):
        if each.contract_number is not None and each.contract_number == appointment.contract_number:
            continue
        other = begins(each)
        if first is not None and other is not None and (other, each.uid) < (first, appointment.uid):
            number = each.contract_number or _("未编号")
            span = _("{start}至{end}").format(
                start=written_day(each.start_on or other), end=written_day(ends(each))
            )
            message = _("与同一人的协议“{number}”（{span}）聘期重叠，请核对或写明情况。")
            yield Problem(message.format(number=number, span=span), "start_on")
            return


@rule(
    "APT-018",
    on=Appointment,
    severity="warning",
    title="聘期早于会议研究",
    intent="先上岗后研究，聘期跨过了批准的日期。",
    condition="会议研究日期晚于聘期起；只填到月的按整月看。",
    fix="改正日期；确须先上岗的写明情况。",
    passes="会议研究8月18日，聘期起9月1日",
    fails="会议研究9月10日，聘期起9月1日",
    clause="报送前校验要点：聘期跨批准日期",
    checks=(36,),
)
def begins_after_approval(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A term that began before the meeting that decided on it."""
    latest = begins_at_latest(appointment)
    decided = appointment.decided_on
    if latest is not None and decided is not None and decided > latest:
        message = _("会议研究{decided}晚于聘期起{start}，请核对或写明情况。")
        start = written_day(appointment.start_on or latest)
        yield Problem(message.format(decided=written_day(decided), start=start), "decided_on")


@rule(
    "APT-019",
    on=Appointment,
    severity="warning",
    title="证书晚于聘期起",
    intent="聘用以后才取得的证书、荣誉，不能作为聘用时的条件，容易被认为倒签。",
    condition="技能证书发证日期、职称取得日期或荣誉授予日期晚于聘期起；只填到月的按整月看。",
    fix="核对证书日期；聘用时另有符合条件的证书的写明情况。",
    passes="发证2026年9月1日，聘期起2026年9月1日",
    fails="发证2026年9月2日，聘期起2026年9月1日",
    clause="报送前校验要点：证书倒签",
    checks=(37,),
    reads=(PartTimeTeacher,),
)
def certified_before_hiring(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """A certificate, title or honour granted after the term began."""
    teacher, latest = teacher_of(appointment, facts), begins_at_latest(appointment)
    if teacher is None or latest is None:
        return
    titles = register_of(teacher).by_name
    for field in ("skill_certified_on", "title_granted_on", "honour_on"):
        on = getattr(teacher, field)
        if on is not None and first_day(on) > latest:
            message = _("“{title}”{on}晚于聘期起{start}，不能作为聘用时的条件，请核对。")
            start = written_day(appointment.start_on or latest)
            yield Problem(
                message.format(title=_(titles[field].title), on=written_day(on), start=start), "teacher"
            )


@rule(
    "APT-025",
    on=Appointment,
    severity="error",
    title="考核不合格续聘",
    intent="上期考核不合格的不得续聘。",
    condition="上期聘任（所填的上期协议，未填的取同一教师一年内结束的上一段聘期）考核结果是不合格。",
    fix="不予续聘；上期考核结果填错的，改正上期聘任。",
    passes="上期合格，本期续聘",
    fails="上期不合格，本期续聘",
    clause="《职业学校兼职教师管理办法》（教师〔2023〕9号）关于考核的规定",
    checks=(78,),
    reads=(Appointment,),
)
def not_renewed_after_failing(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An appointment that goes on from one that was found unsatisfactory."""
    before = renewed(appointment, facts)
    if before is not None and before.result == coded("appraisal_result", "不合格"):
        message = _("上期聘任“{number}”考核不合格，不得续聘。")
        number = register_of(before).key_text(before)
        yield Problem(message.format(number=number), "renewed_from")


@rule(
    "APT-026",
    on=Appointment,
    severity="warning",
    title="上期考核结果未填",
    intent="续聘以前要有上期考核结果。",
    condition="上期聘任（所填的上期协议，未填的取同一教师一年内结束的上一段聘期）考核结果未填。",
    fix="补填上期聘任的考核结果；尚未考核的写明情况。",
    passes="上期合格，本期续聘",
    fails="上期未填考核结果，本期续聘",
    clause="《职业学校兼职教师管理办法》（教师〔2023〕9号）关于考核的规定",
    checks=(78,),
    reads=(Appointment,),
)
def renewed_after_appraisal(
    appointment: Appointment, facts: Facts, situation: Situation
) -> Iterator[Problem]:
    """An appointment that goes on from one that was never appraised."""
    before = renewed(appointment, facts)
    if before is not None and before.result is None:
        message = _("上期聘任“{number}”没有考核结果，请补填后再续聘。")
        number = register_of(before).key_text(before)
        yield Problem(message.format(number=number), "renewed_from")


@rule(
    "APT-028",
    on=Appointment,
    severity="warning",
    title="协议要素未填",
    intent="聘任须有书面协议，协议编号、签订日期、聘期起止是备案表必填内容。",
    condition="聘任协议编号、签订日期、聘期起、聘期止有一项未填；占用20%编制员额而没有聘期起的为错误，因为无法计入占用。",
    fix="照聘任协议补填。",
    passes="编号、签订日期、起止都有",
    fails="没有聘任协议编号",
    clause="《职业学校兼职教师管理办法》（教师〔2023〕9号）关于协议的规定",
)
def contract_is_complete(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """An appointment without its number, signature day or term."""
    titles = register_of(appointment).by_name
    for field in ("contract_number", "signed_on", "start_on", "end_on"):
        if getattr(appointment, field) is not None:
            continue
        title = _(titles[field].title)
        if field == "start_on" and appointment.counts_in_quota:
            message = _("占用20%编制员额，“{title}”未填，无法计入占用数，请照聘任协议补填。")
            yield Problem(message.format(title=title), field, severity="error")
        else:
            yield Problem(_("“{title}”未填，请照聘任协议补填。").format(title=title), field)


@rule(
    "APT-031",
    on=Appointment,
    severity="warning",
    title="按课时折算没有课时",
    intent="学校按课时折算占用员额时，没有任课安排课时的人占用数是0，少报了占用。",
    condition="占用员额计算方法是按课时折算，填报当日在聘并占用20%编制员额的教师当学年没有任课安排课时。",
    fix="在任课安排里补填课时。",
    passes="任课安排课时160",
    fails="没有任课安排",
    clause="《实施意见》第7条",
    reads=(Appointment, Assignment, Term),
)
def periods_are_known(appointment: Appointment, facts: Facts, situation: Situation) -> Iterator[Problem]:
    """A counting appointment without periods, where the allowance is reckoned by periods."""
    if not appointment.counts_in_quota or not in_post(appointment, situation.day):
        return
    if situation.policy.get("quota.mode", situation.day) != "periods":
        return
    year = academic_year(situation.day)
    if not facts.once(periods_of).get(appointment.teacher or appointment.uid, {}).get(year):
        message = _("按课时折算占用员额，{year}学年没有任课安排课时，请补填任课安排。")
        yield Problem(message.format(year=year), "total_periods")
